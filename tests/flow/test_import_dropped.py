"""A CSV dropped into the bot's DM: previewed, imported on a press, its doubtful rows given back; nothing twice."""

import csv
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import text

from bot.jobs.imports import FileImports
from commands.importing.results import Stored
from playground.faults import FaultKind
from playground.local_slack import LocalSlack
from playground.model import Json, Message
from storage import file_imports
from storage.errors import StoreBusyError
from storage.tables import Account, AuditEvent, Deal, FileImport, ImportMapping, Lead
from storage.unit_of_work import UnitOfWork
from tests.flow.acts import deliver, direct, form, met, quiet, rows, says, set_workspace, words
from tests.flow.conftest import RunningBot, running_bot

LEADS = b"lead_id,mql_date,source,company\nL1,2026-01-05,Paid Search,Acme\nL2,2026-01-06,Webinar,Globex\n"


def test_leads_are_previewed_and_imported_on_the_press(slack: LocalSlack, bot: RunningBot) -> None:
    shown = dropped(slack, bot, "tom", "leads.csv", LEADS)
    assert says(words(shown), "en", "import-found", name="leads.csv", kind="leads", count=2)
    assert "mql_date → MQL date" in words(shown)
    assert table(shown)[1] == ["L1", "Jan 5 2026", "paid_search", "Acme"]
    assert rows(bot, Lead) == []

    press(slack, bot, "tom", "import_start")
    done = the_message(slack, "tom")
    assert (done.ts, done.conversation) == (shown.ts, shown.conversation)
    assert says(words(done), "en", "import-done", name="leads.csv", inserted=2, updated=0, unchanged=0)
    assert [(lead.external_id, lead.source, lead.company) for lead in rows(bot, Lead)] == [
        ("L1", "paid_search", "Acme"),
        ("L2", "webinar", "Globex"),
    ]
    (event,) = rows(bot, AuditEvent)
    assert (event.action, event.actor_id) == ("leads_imported", met(slack, bot, "tom"))
    assert json.loads(event.data)["file"] == "leads.csv"


def test_rows_that_cannot_be_taken_come_back_in_the_thread(slack: LocalSlack, bot: RunningBot) -> None:
    bad = (
        LEADS
        + b'L3,soon,Webinar,=HYPERLINK("http://evil.example")\n,2026-01-07,Fair,Initech\nL1,2026-02-01,Fair,Acme\n'
    )
    shown = dropped(slack, bot, "tom", "leads.csv", bad)
    assert says(words(shown), "en", "import-would-refuse", count=2)
    press(slack, bot, "tom", "import_start")

    done = the_message(slack, "tom")
    assert says(words(done), "en", "import-done", name="leads.csv", inserted=2, updated=0, unchanged=0)
    assert says(words(done), "en", "import-done-report")
    name, report = returned(slack, "tom", done)
    assert name == "leads-lazo.csv"
    assert report[0] == ["lazo_row", "lazo_column", "lazo_reason", "lead_id", "mql_date", "source", "company"]
    assert [(row[0], row[1], row[3]) for row in report[1:]] == [
        ("2", "lead_id", "L1"),
        ("4", "mql_date", "L3"),
        ("5", "lead_id", ""),
    ]
    assert report[2][2] == "Not imported: this isn’t a date"
    assert report[2][6] == '\'=HYPERLINK("http://evil.example")'  # no spreadsheet runs it


def test_a_returned_file_that_was_mended_is_known(slack: LocalSlack, bot: RunningBot) -> None:
    bad = b"lead_id,mql_date,phone\nL1,2026-01-05,+34 600 100 200\nL2,soon,+34 611 222 333\n"
    dropped(slack, bot, "tom", "leads.csv", bad)
    press(slack, bot, "tom", "import_start")
    _name, report = returned(slack, "tom", the_message(slack, "tom"))
    report[1][4] = "2026-01-06"
    mended = "\n".join(",".join(row) for row in report).encode("utf-8-sig")

    shown = dropped(slack, bot, "tom", "leads-lazo.csv", mended)
    assert says(words(shown), "en", "import-remembered")
    press(slack, bot, "tom", "import_start")
    assert [(lead.external_id, lead.phone) for lead in rows(bot, Lead)] == [
        ("L1", "+34 600 100 200"),
        ("L2", "+34 611 222 333"),
    ]


def test_unknown_headings_are_chosen_once_and_known_from_then_on(slack: LocalSlack, bot: RunningBot) -> None:
    file = b"mql_id;seller;won_date;business_segment\nL1;S1;31/01/2026;pet\nL2;S2;15/02/2026;toys\n"
    shown = dropped(slack, bot, "ana", "closed_deals.csv", file)
    assert says(words(shown), "es", "import-missing", fields="Id")
    assert says(words(shown), "es", "import-missing-outcome")
    assert pressable(shown) == {"import_change", "import_kind", "import_cancel"}

    slack.press("ana", "import_change", message=shown)
    modal = form(slack, "ana")
    refused = slack.submit(modal, "ana", {})
    assert set(refused.errors) == {"import_field:external_id", "import_field:outcome"}
    chosen = {"import_field:external_id": "0", "import_reading:outcome": "won"}
    assert slack.submit(modal, "ana", chosen).ok
    shown = settled(slack, bot, "ana")
    assert says(words(shown), "es", "import-found", name="closed_deals.csv", kind="oportunidades", count=2)
    assert "Fechas: primero el día" in words(shown)
    press(slack, bot, "ana", "import_start")
    deals = rows(bot, Deal)
    assert [
        (deal.external_id, deal.outcome, deal.closed_at and deal.closed_at.date().isoformat()) for deal in deals
    ] == [
        ("L1", "won", "2026-01-30"),  # midnight of 31 January in Madrid
        ("L2", "won", "2026-02-14"),
    ]

    again = dropped(slack, bot, "tom", "more.csv", file.replace(b"L1", b"L9"))
    assert says(words(again), "en", "import-remembered")
    assert "import_start" in pressable(again)
    assert len(rows(bot, ImportMapping)) == 1


def test_what_it_holds_can_be_said(slack: LocalSlack, bot: RunningBot) -> None:
    shown = dropped(slack, bot, "tom", "list.csv", b"a,b\n1,2026-01-01\n")
    assert says(words(shown), "en", "import-found-nothing", name="list.csv")
    assert pressable(shown) == {"import_kind", "import_cancel"}
    reference = shown_menu(shown)["options"][0]["value"]
    slack.press("tom", "import_kind", message=shown, value=reference)
    shown = settled(slack, bot, "tom")
    assert says(words(shown), "en", "import-found-whole", name="list.csv", kind="leads")


def test_cancel_keeps_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    dropped(slack, bot, "tom", "leads.csv", LEADS)
    press(slack, bot, "tom", "import_cancel")
    assert says(words(the_message(slack, "tom")), "en", "import-cancelled", name="leads.csv")
    assert rows(bot, Lead) == []


def test_a_double_press_and_a_press_that_comes_again_import_once(slack: LocalSlack, bot: RunningBot) -> None:
    shown = dropped(slack, bot, "tom", "leads.csv", LEADS)
    pressed = slack.press("tom", "import_start", message=shown)
    slack.press("tom", "import_start", message=shown)
    deliver(slack, "interactive", pressed.payload)
    quiet_imports(slack, bot)
    assert says(
        words(the_message(slack, "tom")), "en", "import-done", name="leads.csv", inserted=2, updated=0, unchanged=0
    )
    assert len(rows(bot, AuditEvent)) == 1
    assert says(refusal(slack, "tom"), "en", "import-stale")


def test_an_event_that_comes_again_is_one_preview(slack: LocalSlack, bot: RunningBot) -> None:
    dropped(slack, bot, "tom", "leads.csv", LEADS)
    heard = [each for each in slack.events if each["event"].get("subtype") == "file_share"]
    for _ in range(2):
        slack.redeliver(heard[0]["event_id"])
    quiet_imports(slack, bot)
    assert len(rows(bot, FileImport)) == 1
    assert len(previews(slack, "tom")) == 1


def test_several_files_at_once_have_a_preview_each(slack: LocalSlack, bot: RunningBot) -> None:
    deals = b"deal id,status,close date\nD1,won,2026-02-01\n"
    slack.share_files("tom", slack.dm_with_app("tom"), {"leads.csv": LEADS, "deals.csv": deals})
    slack.wait_for(lambda: len(previews(slack, "tom")) == 2, what="two previews")
    first, second = previews(slack, "tom")
    assert says(words(first), "en", "import-found", name="leads.csv", kind="leads", count=2)
    assert says(words(second), "en", "import-found", name="deals.csv", kind="deals", count=1)


@pytest.mark.parametrize(
    ("name", "content", "problem"),
    [
        ("empty.csv", b"", "file_empty"),
        ("blank.csv", b"\n \n", "file_empty"),
        ("book.xlsx", b"PK\x03\x04rest of a workbook", "not_csv"),
        ("page.csv", b"<!DOCTYPE html><html></html>", "not_csv"),
        ("bytes.csv", b"a,b\n\x00\x01\x02", "not_csv"),
        ("headings.csv", b"lead_id,mql_date\n", "no_rows"),
        ("large.csv", b"lead_id,mql_date\n" + b"L1,2026-01-01\n" * 800_000, "too_large"),
    ],
)
def test_what_is_no_file_to_import_is_answered(
    slack: LocalSlack, bot: RunningBot, name: str, content: bytes, problem: str
) -> None:
    shown = dropped(slack, bot, "tom", name, content)
    assert says(words(shown), "en", f"import-problem-{problem}", name=name)
    assert pressable(shown) == set()
    (file,) = rows(bot, FileImport)
    assert (file.state, file.problem) == ("refused", problem)


def test_a_file_whose_only_row_is_none_says_what_is_wrong_with_it(slack: LocalSlack, bot: RunningBot) -> None:
    content = b"lead_id,mql_date\n" + b"x" * 200_000 + b",2026-01-01\n"
    shown = words(dropped(slack, bot, "tom", "leads.csv", content))
    assert not says(shown, "en", "import-problem-no_rows", name="leads.csv")
    assert says(shown, "en", "import-why-row_unreadable")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16"])
def test_excels_encodings_are_read(slack: LocalSlack, bot: RunningBot, encoding: str) -> None:
    text = "id del lead;fecha de cualificación;compañía\nL1;05/01/2026;Peñón & Cía <b>\n"
    shown = dropped(slack, bot, "ana", "año.csv", text.encode(encoding))
    assert table(shown)[1] == ["L1", "5 ene 2026", "Peñón & Cía <b>"]
    assert ("Windows-1252" in words(shown)) is (encoding == "cp1252")
    assert says(words(shown), "es", "import-reads-guess", told="Fechas: primero el día (31/12/2026)")
    press(slack, bot, "ana", "import_start")
    assert [lead.company for lead in rows(bot, Lead)] == ["Peñón & Cía <b>"]


def test_a_file_deleted_meanwhile_is_answered(slack: LocalSlack, bot: RunningBot) -> None:
    dropped(slack, bot, "tom", "leads.csv", LEADS)
    slack.delete_file(rows(bot, FileImport)[0].slack_file_id)
    press(slack, bot, "tom", "import_start")
    assert says(words(the_message(slack, "tom")), "en", "import-problem-file_gone", name="leads.csv")
    assert rows(bot, Lead) == []


@pytest.mark.parametrize("kind", ["http_500", "ratelimited", "drop_before"])
def test_a_slow_or_broken_download_is_tried_again(slack: LocalSlack, bot: RunningBot, kind: FaultKind) -> None:
    fault = slack.faults.add("download", kind=kind)
    shown = dropped(slack, bot, "tom", "leads.csv", LEADS)
    assert fault.struck == 1
    assert says(words(shown), "en", "import-found", name="leads.csv", kind="leads", count=2)


def test_an_upload_that_fails_is_tried_again_and_shown_once(slack: LocalSlack, bot: RunningBot) -> None:
    slack.faults.add("upload", kind="http_500")
    slack.faults.add("files.completeUploadExternal", kind="drop_after")
    dropped(slack, bot, "tom", "leads.csv", LEADS + b"L3,soon,x,y\n")
    press(slack, bot, "tom", "import_start")
    done = the_message(slack, "tom")
    assert says(words(done), "en", "import-done", name="leads.csv", inserted=2, updated=0, unchanged=0)
    assert len(returned(slack, "tom", done)[1]) == 2
    assert len([each for each in direct(slack, "tom") if each.is_app and each.files]) == 1


def test_guests_import_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    set_workspace(slack, bot, guests_allowed=True)
    slack.share_file("greg", slack.dm_with_app("greg"), "leads.csv", LEADS)
    slack.wait_for(lambda: [each for each in direct(slack, "greg") if each.is_app], what="an answer to the guest")
    assert says(words(direct(slack, "greg")[-1]), "en", "import-members-only")
    assert rows(bot, FileImport) == []


@pytest.mark.parametrize("who", ["greg", "olga"])
def test_who_may_not_enter_is_told_so_and_nothing_is_kept(slack: LocalSlack, bot: RunningBot, who: str) -> None:
    slack.share_file(who, slack.dm_with_app(who), "leads.csv", LEADS)
    slack.wait_for(lambda: [each for each in direct(slack, who) if each.is_app], what="an answer")
    assert says(words(direct(slack, who)[-1]), "en", "error-outsider")
    assert rows(bot, FileImport) == []


def test_an_event_that_could_not_be_stored_is_told_again(
    slack: LocalSlack, bot: RunningBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_: object) -> bool:
        raise StoreBusyError

    with monkeypatch.context() as patched:
        patched.setattr(file_imports, "add_file", busy)
        patched.setattr(slack.delivery, "ack_seconds", 0.5)
        slack.share_file("tom", slack.dm_with_app("tom"), "leads.csv", LEADS)
        slack.wait_for(lambda: slack.undelivered, what="the event not to be acknowledged")
    slack.redeliver()
    slack.wait_for(lambda: previews(slack, "tom"), what="the preview")
    assert len(rows(bot, FileImport)) == 1


def test_words_are_answered_with_a_hint_and_our_own_messages_with_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    written = slack.post_as("ana", slack.dm_with_app("ana"), "hola")
    slack.wait_for(lambda: len(direct(slack, "ana")) == 2, what="a hint")
    assert says(words(direct(slack, "ana")[-1]), "es", "import-hint")
    slack.post_as("ana", slack.dm_with_app("ana"), "gracias", thread_ts=written.ts)
    quiet_imports(slack, bot)
    assert len([each for each in direct(slack, "ana") if each.is_app]) == 1
    slack.wait_for(lambda: slack.undelivered == [], what="every event to be acknowledged")


def test_a_stale_form_changes_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    shown = dropped(slack, bot, "tom", "leads.csv", LEADS)
    slack.press("tom", "import_change", message=shown)
    modal = form(slack, "tom")
    press(slack, bot, "tom", "import_cancel")
    refused = slack.submit(modal, "tom", {})
    assert list(refused.errors) == ["import_field:external_id"]
    assert says(words(the_message(slack, "tom")), "en", "import-cancelled", name="leads.csv")


def test_a_large_file_says_that_it_is_read_and_is_stored_in_chunks(slack: LocalSlack, bot: RunningBot) -> None:
    content = b"lead_id,mql_date,source,notes\n" + b"".join(
        b"L%d,2026-01-05,Webinar,%s\n" % (number, b"x" * 400) for number in range(1400)
    )
    shown = dropped(slack, bot, "tom", "leads.csv", content)
    assert says(words(shown), "en", "import-found", name="leads.csv", kind="leads", count=1400)
    assert len(previews(slack, "tom")) == 1
    first = next(call for call in slack.calls("chat.postMessage"))
    assert says(first.args["text"], "en", "import-reading", name="leads.csv")
    press(slack, bot, "tom", "import_start")
    assert len(rows(bot, Lead)) == 1400


def test_a_process_that_dies_midway_is_followed_by_one_that_goes_on(
    slack: LocalSlack, database_url: str, clock_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = b"lead_id,mql_date\n" + b"".join(b"L%d,2026-01-05\n" % number for number in range(1200)) + b"L,soon\n"
    with running_bot(slack, database_url, clock_file) as first:
        dropped(slack, first, "tom", "leads.csv", content)
        kept: list[Stored] = []
        whole = FileImports._keep

        def dies(self: FileImports, work: UnitOfWork, file: FileImport, stored: Stored) -> None:
            if len(kept) == 1:
                raise SystemExit  # nothing of this process runs any more: no refusal, no retry, no word
            kept.append(stored)
            whole(self, work, file, stored)

        monkeypatch.setattr(FileImports, "_keep", dies)
        slack.press("tom", "import_start", message=the_message(slack, "tom"))
        slack.wait_for(lambda: len(rows(first, Lead)) == 500, what="the first chunk")
        monkeypatch.setattr(FileImports, "_keep", whole)
    with running_bot(slack, database_url, clock_file) as second:
        with second.database.write() as work:  # five minutes pass
            work.connection.execute(text("UPDATE file_imports SET lease_until = created_at WHERE workspace_id > 0"))
            work.commit()
        quiet_imports(slack, second)
        done = the_message(slack, "tom")
        assert says(words(done), "en", "import-done", name="leads.csv", inserted="1,200", updated=0, unchanged=0)
        assert len(rows(second, Lead)) == 1200
        assert len(rows(second, AuditEvent)) == 1
        assert [row[3] for row in returned(slack, "tom", done)[1]] == ["lead_id", "L"]


# -- what a person does and sees ---------------------------------------------------------------


def dropped(slack: LocalSlack, bot: RunningBot, person: str, name: str, content: bytes) -> Message:
    """Drop a file and wait for what is said of it."""
    known = len(previews(slack, person))
    slack.share_file(person, slack.dm_with_app(person), name, content)
    slack.wait_for(lambda: len(previews(slack, person)) > known, what=f"a preview of {name}")
    return settled(slack, bot, person)


def press(slack: LocalSlack, bot: RunningBot, person: str, action: str) -> None:
    """Press a button of the newest preview and wait for what comes of it."""
    assert slack.press(person, action, message=the_message(slack, person)).ok
    quiet_imports(slack, bot)


def settled(slack: LocalSlack, bot: RunningBot, person: str) -> Message:
    """The newest preview, once nothing more is under way."""
    quiet_imports(slack, bot)
    return the_message(slack, person)


def quiet_imports(slack: LocalSlack, bot: RunningBot) -> None:
    """Wait until no file is being worked on and everything was said."""

    def is_quiet() -> bool:
        return not [each for each in rows(bot, FileImport) if each.state in {"received", "confirmed", "reporting"}]

    slack.wait_for(lambda: slack.undelivered == [], what="every event to be acknowledged")
    bot.parts.heart.quicken()
    slack.wait_for(is_quiet, what="every dropped file to be worked on")
    quiet(slack, bot)


def previews(slack: LocalSlack, person: str) -> list[Message]:
    """The bot's messages about files, oldest first."""
    return [each for each in direct(slack, person) if each.is_app and each.blocks and not each.thread_ts]


def the_message(slack: LocalSlack, person: str) -> Message:
    """The newest of them."""
    return previews(slack, person)[-1]


def pressable(message: Message) -> set[str]:
    """What can be pressed in a message."""
    return {
        element["action_id"]
        for block in message.blocks or []
        for element in block.get("elements", [])
        if "action_id" in element
    }


def shown_menu(message: Message) -> Json:
    """The menu of a preview."""
    elements = [element for block in message.blocks or [] for element in block.get("elements", [])]
    return next(element for element in elements if element.get("type") == "static_select")


def table(message: Message) -> list[list[str]]:
    """The cells of the preview's table."""
    (found,) = [block for block in message.blocks or [] if block["type"] == "table"]
    return [[cell["text"] for cell in line] for line in found["rows"]]


def returned(slack: LocalSlack, person: str, message: Message) -> tuple[str, list[list[str]]]:
    """The file in a message's thread: its name and its rows."""
    found = slack.wait_for(
        lambda: [each for each in direct(slack, person) if each.thread_ts == message.ts and each.files],
        what="a file in the thread",
    )
    assert isinstance(found, list)
    (file,) = found[-1].files
    text = slack.file(file["id"]).decode("utf-8-sig")
    return file["name"], list(csv.reader(io.StringIO(text, newline="")))


def refusal(slack: LocalSlack, person: str) -> str:
    """What only this person was told last."""
    return re.sub(r"\s+", " ", slack.ephemerals(person, slack.dm_with_app(person))[-1].text)


def test_accounts_go_out_as_a_file_and_come_back_unchanged(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "ana")
    met(slack, bot, "marta")
    ana = slack.person("ana").email
    content = (
        "cuenta,nivel,ventas,marketing,región,renovación\n"
        f"Acme,1,{ana},@marta,Norte,31/03/2027\n=Beta,2,@nadie,,-Sur,01/01/0001\n"
    )
    message = dropped(slack, bot, "ana", "cuentas.csv", content.encode())
    seen = words(message)
    assert says(seen, "es", "import-why-person_unknown")
    assert says(seen, "es", "import-reads-date_format-dmy")
    assert says(seen, "es", "import-why-date_out_of_range")
    assert table(message)[1] == ["Acme", "1", ana, "@marta", "Norte", "31 mar 2027"]
    press(slack, bot, "ana", "import_start")
    (acme,) = [each for each in rows(bot, Account) if each.name == "Acme"]
    assert (acme.tier, acme.territory, acme.renewal_on) == (1, "Norte", date(2027, 3, 31))
    assert acme.sales_owner_id == met(slack, bot, "ana")
    assert acme.marketing_owner_id == met(slack, bot, "marta")

    asked = slack.command("ana", "sales", "/cuenta", "exportar")
    assert says(words(asked.response), "es", "export-asked")

    def files() -> list[Message]:
        return [each for each in direct(slack, "ana") if each.files and each.is_app and not each.thread_ts]

    found = slack.wait_for(files, what="the file of accounts")
    assert isinstance(found, list)
    sent = slack.file(found[-1].files[0]["id"])
    assert "'=Beta" in sent.decode("utf-8-sig")
    before = [each.model_dump() for each in rows(bot, Account)]
    dropped(slack, bot, "ana", "cuentas-otra-vez.csv", sent)
    press(slack, bot, "ana", "import_start")
    assert says(words(the_message(slack, "ana")), "es", "import-done", inserted=0, updated=0, unchanged=2)
    assert [each.model_dump() for each in rows(bot, Account)] == before
