"""The preview, the form and the result as Slack takes them, with the widest and most hostile files."""

import json
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest

from commands.blocks import Json
from commands.i18n import LOCALES, Texts
from commands.importing.actions import ImportOutcome
from commands.importing.form import columns_modal
from commands.importing.messages import done_message, preview_message, problem_message
from commands.importing.parse import ChangedPlan, MissingColumns, parse_columns, parse_kind, parse_start
from commands.importing.plan import ImportPlan
from commands.importing.preview import Preview, Reader, preview_file
from commands.importing.problems import Severity
from commands.importing.views import REASONS
from playground.blockkit import message_refusal, view_refusal
from playground.blockkit.checker import characters
from storage.imports import RecordKind

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
ANA, JOE = Reader("es", "Europe/Madrid"), Reader("en", "America/New_York")
HOSTILE = "*b* _i_ `c` <!channel> <@U1> <https://x.example|here> & \U0001f4a9 " + "ñ" * 300
DEALS = "deal id,status,close date,amount,company\nD1,won,03/04/2026,1.500,Acme\nD2,won,05/04/2026,20,Globex\n"


@pytest.mark.parametrize("locale", LOCALES)
def test_slack_takes_the_widest_file(tmp_path: Path, locale: str) -> None:
    headings = [f"{number} {HOSTILE}"[:200] for number in range(400)]
    headings[:4] = ["lead id", "mql date", "mql date of", "compnay"]
    row = ["=" + HOSTILE] * 400
    row[1] = "2026-01-05"
    preview = previewed(tmp_path, ",".join(headings) + "\n" + ("\n".join([",".join(row)] * 30)), ANA)
    accepted(preview_message(Texts().into(locale), "Europe/Madrid", HOSTILE, preview, "1:1")["blocks"])
    modal = columns_modal(Texts().into(locale), HOSTILE, preview.plan, "1:1")
    assert view_refusal(modal) is None
    assert "<!channel>" not in json.dumps(preview_message(Texts().into(locale), "UTC", HOSTILE, preview, "1:1")["text"])


@pytest.mark.parametrize("locale", LOCALES)
def test_slack_takes_a_file_that_nobody_knows(tmp_path: Path, locale: str) -> None:
    content = ",".join(f"{number} {HOSTILE}"[:90] for number in range(60)) + "\n" + ",".join([HOSTILE] * 60) + "\n"
    preview = previewed(tmp_path, content, ANA)
    assert preview.proposal is None
    accepted(preview_message(Texts().into(locale), "Europe/Madrid", HOSTILE, preview, "1:1")["blocks"])


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("kind", RecordKind)
def test_slack_takes_every_reason_at_once(locale: str, kind: RecordKind) -> None:
    reasons = Counter({(severity, code): 1_000_000 for severity in Severity for code in REASONS})
    outcome = ImportOutcome(
        kind, read=9_999_999, inserted=1, updated=2, refused=3, accounts_created=4, without_account=5, reasons=reasons
    )
    outcome.headings = {reason: dict.fromkeys(f"{place} {HOSTILE}" for place in range(9)) for reason in reasons}
    for returned in (True, False, None):
        accepted(done_message(Texts().into(locale), HOSTILE, outcome, returned=returned)["blocks"])


def test_a_reason_names_the_columns_that_it_was_found_in(tmp_path: Path) -> None:
    content = "id,mql date,nombre y apellidos\n,2026-11-02,Ana\nb,,Eva\n,2026-11-03,\nd,2026-11-04,Luz\n"
    preview = previewed(tmp_path, content, ANA)
    told = json.dumps(preview_message(Texts().into("es"), "UTC", "leads.csv", preview, "1:1"), ensure_ascii=False)
    assert "3 × hace falta, y la celda está vacía: id, mql date" in told
    assert "nombre y apellidos → Nombre" in told


@pytest.mark.parametrize("code", ["too_large", "not_csv", "encoding_wrong", "column_twice", "whatever"])
def test_every_problem_has_a_sentence(code: str) -> None:
    shown = problem_message(Texts().into("en"), "a.csv", code, limit=10)
    assert "*a.csv*" in shown["text"]
    assert "{" not in shown["text"]


def test_what_no_value_shows_is_taken_as_the_reader_writes_it_and_said(tmp_path: Path) -> None:
    shown = preview_message(Texts().into("es"), "Europe/Madrid", "d.csv", previewed(tmp_path, DEALS, ANA), "1:1")
    told = json.dumps(shown["blocks"], ensure_ascii=False)
    assert "3 abr 2026" in told
    assert "Fechas: primero el día (31/12/2026) (lo supongo: ningún valor lo aclara)" in told
    assert "Importes: 20.000,5 (lo supongo: ningún valor lo aclara)" in told
    assert "no dicen en qué moneda están" in told  # nothing in the file names one: it is asked, not guessed

    shown = preview_message(Texts().into("en"), "America/New_York", "d.csv", previewed(tmp_path, DEALS, JOE), "1:1")
    assert "Mar 4 2026" in json.dumps(shown["blocks"])


def test_a_currency_that_was_chosen_is_read_back_with_the_amounts(tmp_path: Path) -> None:
    first = previewed(tmp_path, DEALS, ANA)
    said = ImportPlan(first.plan.kind, first.plan.columns, {**first.plan.reading, "currency": "EUR"}, confirmed=True)
    shown = preview_message(Texts().into("es"), "UTC", "d.csv", previewed(tmp_path, DEALS, ANA, said), "1:1")
    told = json.dumps(shown["blocks"], ensure_ascii=False)
    assert "1.500 EUR" in told
    assert "Todos los importes en EUR" in told
    assert "no dicen en qué moneda" not in told


def test_the_form_gives_back_what_it_shows(tmp_path: Path) -> None:
    preview = previewed(tmp_path, DEALS, ANA)
    modal = columns_modal(Texts().into("en"), "d.csv", preview.plan, "7:3")
    changed = parse_columns(submitted(modal), preview.plan)
    assert isinstance(changed, ChangedPlan)
    assert (changed.import_id, changed.version, changed.plan.confirmed) == (7, 3, True)
    assert changed.plan.columns == preview.plan.columns
    assert changed.plan.reading == {name: value for name, value in preview.plan.reading.items() if name != "delimiter"}


def test_the_form_wants_what_is_needed(tmp_path: Path) -> None:
    preview = previewed(tmp_path, DEALS, ANA)
    view = submitted(columns_modal(Texts().into("en"), "d.csv", preview.plan, "7:3"))
    for block in ("import_field:external_id", "import_field:outcome"):
        view["state"]["values"][block] = {"value": {"selected_option": {"value": "none"}}}
    assert parse_columns(view, preview.plan) == MissingColumns(("import_field:external_id", "import_field:outcome"))
    view["state"]["values"]["import_reading:outcome"] = {"value": {"selected_option": {"value": "won"}}}
    assert parse_columns(view, preview.plan) == MissingColumns(("import_field:external_id",))


def test_what_buttons_carry_reads_back() -> None:
    assert parse_start("12:3:456") == (12, 3, 456)
    assert parse_kind("12:3:deals") == (12, 3, RecordKind.DEALS)


def previewed(folder: Path, content: str, reader: Reader, said: ImportPlan | None = None) -> Preview:
    """A file's preview."""
    path = folder / "d.csv"
    path.write_text(content, "utf-8")
    return preview_file(path, "d.csv", said or ImportPlan(), None, reader, NOW)


def accepted(blocks: list[Json]) -> None:
    """Slack takes these blocks, and there is room left in the message."""
    assert message_refusal(blocks) is None
    assert characters(blocks) < 12_000


def submitted(modal: Json) -> Json:
    """The form as Slack sends it when nothing was changed."""
    values = {
        block["block_id"]: {
            block["element"]["action_id"]: {
                "selected_option": block["element"].get("initial_option"),
                "selected_options": block["element"].get("initial_options", []),
            }
        }
        for block in modal["blocks"]
        if block["type"] == "input"
    }
    return {**modal, "state": {"values": values}}
