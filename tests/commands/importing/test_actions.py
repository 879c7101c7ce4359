"""Imports against real databases: what is stored, what is said, and that doing it twice is doing it once."""

import itertools
import json
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from commands.importing.actions import ImportFile, import_file
from commands.importing.problems import Severity, WholeFileError
from commands.importing.rows import Conventions
from domain.csv_values import Decimals
from domain.taxonomy import DealOutcome
from storage.database import Database
from storage.imports import RecordKind
from tests.commands.importing.files import LATER, NOW, Importer, importer

WON = Conventions(outcome=DealOutcome.WON)
LEADS = "id,mql date,source,score\na,2026-01-05,Paid Search,80\nb,2026-01-06,,\nc,2026-01-07,unknown,7\n"


def test_leads_are_stored_as_the_file_tells(into: Importer) -> None:
    outcome = into.leads(LEADS)

    assert (outcome.read, outcome.inserted, outcome.is_complete) == (3, 3, True)
    assert into.said() == []
    rows = into.rows("leads")
    assert {key: row["source"] for key, row in rows.items()} == {"a": "paid_search", "b": "", "c": "unknown"}
    assert [row["score"] for row in rows.values()] == [80, None, 7]
    assert {row["version"] for row in rows.values()} == {1}


def test_the_same_file_again_changes_nothing(into: Importer) -> None:
    into.leads(LEADS)
    before = into.rows("leads")
    outcome = into.leads(LEADS, now=LATER)

    assert (outcome.inserted, outcome.updated, outcome.unchanged) == (0, 0, 3)
    assert into.rows("leads") == before


def test_a_changed_row_is_a_new_version(into: Importer) -> None:
    into.leads(LEADS)
    outcome = into.leads(LEADS.replace(",80", ",81"), now=LATER)

    assert (outcome.inserted, outcome.updated, outcome.unchanged) == (0, 1, 2)
    rows = into.rows("leads")
    assert (rows["a"]["score"], rows["a"]["version"], rows["b"]["version"]) == (81, 2, 1)
    assert rows["a"]["updated_at"] != rows["b"]["updated_at"]


def test_columns_that_a_file_does_not_have_stay_as_they_are(into: Importer) -> None:
    into.leads(LEADS)
    into.leads("id,mql date,phone\na,2026-01-05,555\n")

    row = into.rows("leads")["a"]
    assert (row["source"], row["score"], row["phone"]) == ("paid_search", 80, "555")


def test_the_last_of_several_rows_with_one_id_counts(into: Importer) -> None:
    content = "id,mql date,score\na,2026-01-05,1\nb,2026-01-05,2\na,2026-01-05,3\na,2026-01-05,4\n"
    outcome = into.leads(content, chunk_rows=1)

    assert (outcome.read, outcome.inserted, outcome.repeated, outcome.is_complete) == (4, 2, 2, True)
    assert into.rows("leads")["a"]["score"] == 4
    assert into.said() == [(2, "repeated_row"), (4, "repeated_row")]
    assert [finding.params["line"] for finding in into.findings] == ["4", "5"]
    assert into.leads(content, chunk_rows=1).unchanged == 2


def test_bad_rows_do_not_stop_good_ones(into: Importer) -> None:
    outcome = into.leads(
        "id,mql date,score,email\n"
        ",2026-01-05,1,x@y.z\n"  # no id
        "b,,1,x@y.z\n"  # no date
        "c,05/01/2026,1,x@y.z\n"  # whose month?
        "d,2026-01-05,many,nobody\n"  # taken, with two doubts
        "e,2026-01-05\n"
        "f,2026-01-05,1,x@y.z,more\n"
        "g,2027-01-05,1,x@y.z\n"
        "h,2099-01-05,1,x@y.z\n"  # a mistyped year
    )

    assert (outcome.read, outcome.inserted, outcome.refused) == (8, 2, 6)
    assert not outcome.is_complete
    assert into.said() == [
        (2, "value_missing"),
        (3, "value_missing"),
        (4, "date_needs_format"),
        (5, "email_odd"),
        (5, "number_unreadable"),
        (6, "too_few_fields"),
        (7, "too_many_fields"),
        (8, "date_in_future"),
        (9, "date_out_of_range"),
    ]
    assert sorted(into.rows("leads")) == ["d", "g"]


def test_deals_find_their_leads(into: Importer) -> None:
    deals = (
        "deal id,lead id,close date,amount,currency\n"
        'x,a,2026-02-01,"1.234,5",EUR\n'
        "y,a,2026-01-03,,\n"
        "z,nobody,2026-02-01,1.500,EUR\n"
    )
    into.leads(LEADS)
    outcome = into.deals(deals, conventions=WON)

    assert (outcome.inserted, outcome.refused) == (3, 0)
    assert into.said() == [(3, "closed_before_lead"), (4, "amount_ambiguous"), (4, "lead_unknown")]
    assert into.findings[0].params == {"days": "2.00"}
    rows, lead = into.rows("deals"), into.rows("leads")["a"]["id"]
    assert [rows[key]["lead_id"] for key in "xyz"] == [lead, lead, None]
    assert [rows[key]["amount_minor"] for key in "xyz"] == [123_450, None, None]
    assert [rows[key]["currency"] for key in "xyz"] == ["EUR", None, None]
    assert {row["outcome"] for row in rows.values()} == {"won"}

    into.leads("id,mql date\nnobody,2026-01-01\n")
    again = into.deals(deals, conventions=WON, now=LATER)
    assert (again.updated, again.unchanged) == (1, 2)
    assert into.rows("deals")["z"]["lead_id"] == into.rows("leads")["nobody"]["id"]
    assert (4, "lead_unknown") not in into.said()


def test_outcome_and_close_agree(into: Importer) -> None:
    outcome = into.deals(
        "id,resultado,fecha de cierre,fecha de apertura\n"
        "a,Ganada,2026-02-01,2026-01-01\n"
        "b,Perdida,2026-02-01,2026-03-01\n"
        "c,Abierta,2026-12-31,2026-01-01\n"
        "d,Ganada,,2026-01-01\n"
        "e,quién sabe,2026-02-01,2026-01-01\n"
        "f,,2026-02-01,2026-01-01\n"
    )

    assert outcome.refused == 3
    assert into.said() == [
        (3, "closed_before_opened"),
        (4, "open_with_close_date"),
        (5, "closed_without_date"),
        (6, "outcome_unreadable"),
        (7, "value_missing"),
    ]
    rows = into.rows("deals")
    assert [rows[key]["outcome"] for key in "abc"] == ["won", "lost_other", "open"]
    assert rows["c"]["closed_at"] is None


def test_amounts_with_declared_conventions(into: Importer) -> None:
    rules = Conventions(outcome=DealOutcome.WON, decimals=Decimals.COMMA, currency="MXN")
    into.deals(
        "id,close date,importe\na,2026-02-01,1.500\nb,2026-02-01,20,5\n".replace("20,5", '"20,5"'), conventions=rules
    )

    rows = into.rows("deals")
    assert [(rows[key]["amount_minor"], rows[key]["currency"]) for key in "ab"] == [(150_000, "MXN"), (2_050, "MXN")]


def test_companies_become_accounts_when_asked(into: Importer) -> None:
    leads = 'id,mql date,company\na,2026-01-05,"ACME, Inc."\nb,2026-01-05,Acme\nc,2026-01-05,???\n'
    first = into.leads(leads)
    assert (first.accounts_created, first.without_account, into.rows("accounts")) == (0, 3, {})

    second = into.leads(leads, create_accounts=True, chunk_rows=1)
    accounts, rows = into.rows("accounts"), into.rows("leads")
    assert (second.accounts_created, second.updated, second.unchanged) == (1, 2, 1)
    assert accounts["acme"]["name"] == "ACME, Inc."
    assert [rows[key]["account_id"] for key in "abc"] == [accounts["acme"]["id"]] * 2 + [None]

    into.deals("id,close date,account\nx,2026-02-01,acme\ny,2026-02-01,Nadie SL\n", conventions=WON)
    assert into.rows("deals")["x"]["account_id"] == accounts["acme"]["id"]
    assert into.said() == [(3, "account_unknown")]

    # Another company without an account: the old link would be wrong. None given: nothing is known, so it stays.
    into.leads("id,mql date,company\na,2026-01-05,Other\nb,2026-01-05,\n")
    rows = into.rows("leads")
    assert [rows[key]["account_id"] for key in "ab"] == [None, accounts["acme"]["id"]]


def test_another_workspace_is_another_world(into: Importer, database: Database, tmp_path: Path) -> None:
    other = importer(database, tmp_path, "T2")
    into.leads(LEADS)
    other.deals("id,lead,close date,account\nx,a,2026-02-01,Acme\n", conventions=WON, create_accounts=True)

    assert other.said() == [(2, "lead_unknown")]
    assert into.rows("accounts") == {}
    assert other.leads(LEADS).inserted == 3


def test_each_import_leaves_one_audit_event(into: Importer, database: Database) -> None:
    into.leads(LEADS, chunk_rows=1)
    into.leads("id,mql date\n")

    with database.read() as connection:
        events = connection.execute(
            text("SELECT actor_id, action, subject_kind, data FROM audit_events WHERE workspace_id = :w ORDER BY id"),
            {"w": into.workspace},
        ).all()
    assert [(event.actor_id, event.action, event.subject_kind) for event in events] == [
        (None, "leads_imported", "import")
    ] * 2
    data = json.loads(events[0].data)
    assert (data["file"], data["finished"], data["inserted"]) == ("leads.csv", True, 3)


def test_broken_bytes_are_judged_row_by_row(into: Importer) -> None:
    outcome = into.leads(
        b"id,mql date,name\n"
        b"a,2026-01-05,Garc\xeda\n"
        b"\xff,2026-01-05,x\n"
        b"c,2026-01-05,nul\x00nul\n"
        b"d\x00,2026-01-05,x\n"
        b"e,2026-01-05,\xf0\x9f\x91\x8b\n"
    )

    assert (outcome.inserted, outcome.refused) == (4, 1)
    assert into.said() == [
        (2, "broken_characters"),
        (3, "id_broken"),
        (4, "broken_characters"),
        (5, "broken_characters"),
    ]
    rows = into.rows("leads")
    assert (rows["a"]["name"], rows["c"]["name"], rows["e"]["name"]) == ("Garc\ufffda", "nulnul", "👋")
    assert "d" in rows


def test_the_lock_held_by_another_stops_the_import_and_keeps_what_is_stored(
    sqlite_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.WRITE_WAIT_SECONDS", 0.05)
    database = Database.open(sqlite_url)
    into = importer(database, tmp_path)
    path = tmp_path / "leads.csv"
    path.write_text(LEADS)
    held, let_go = threading.Event(), threading.Event()

    def hold() -> None:
        with database.write():
            held.set()
            let_go.wait(60)

    thread = threading.Thread(target=hold)

    def block() -> None:
        thread.start()
        held.wait(60)

    outcome = import_file(
        database,
        into.workspace,
        ImportFile(RecordKind.LEADS, path, chunk_rows=2),
        now=NOW,
        report=into.findings.extend,
        pause=block,
    )
    let_go.set()
    thread.join()

    assert (outcome.inserted, outcome.stopped, outcome.not_reached) == (2, "store_busy", 1)
    assert not outcome.is_complete
    again = into.leads(LEADS)
    assert (again.inserted, again.unchanged) == (1, 2)
    database.close()


def test_nothing_is_stored_when_the_file_cannot_be_imported(into: Importer) -> None:
    with pytest.raises(WholeFileError):
        into.leads("id,when\na,2026-01-05\n")
    assert into.rows("leads") == {}


_texts = st.text(st.characters(codec="utf-8"), max_size=12)
_rows = st.lists(
    st.tuples(
        st.sampled_from(["a", "b", "c", "ß", "", "\x00"]),
        st.sampled_from(["2026-01-05", "2026-01-06 10:00:00", "05/01/2026", "", "x"]),
        _texts,
        st.sampled_from(["", "1", "2", "many"]),
        st.sampled_from(["", "Acme", "ACME S.L.", "Beta", "-"]),
    ),
    max_size=12,
)
_teams = itertools.count()


def _csv(rows: list[tuple[str, ...]]) -> str:
    quoted = [",".join('"' + cell.replace('"', '""') + '"' for cell in row) for row in rows]
    return "\r\n".join(["id,mql date,source,score,company", *quoted]) + "\r\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=40)
@given(rows=_rows, size=st.integers(1, 5), create=st.booleans())
def test_twice_is_once_and_chunks_do_not_matter(
    database: Database, tmp_path: Path, rows: list[tuple[str, ...]], size: int, create: bool
) -> None:
    content = _csv(rows)
    whole = importer(database, tmp_path, f"W{next(_teams)}")
    split = importer(database, tmp_path, f"S{next(_teams)}")

    first = whole.leads(content, create_accounts=create)
    said, stored, accounts = whole.said(), whole.rows("leads"), whole.rows("accounts")
    parts = split.leads(content, create_accounts=create, chunk_rows=size)
    again = whole.leads(content, create_accounts=create, now=LATER)

    assert whole.rows("leads") == stored
    assert whole.rows("accounts") == accounts
    assert (again.inserted, again.updated, again.unchanged) == (0, 0, first.inserted)
    assert whole.said() == said
    assert split.told("leads") == whole.told("leads")
    assert split.told("accounts") == whole.told("accounts")
    assert (split.said(), parts.inserted) == (said, first.inserted)
    assert first.read == first.inserted + first.refused + first.repeated
    assert {finding.line for finding in whole.findings if finding.severity is Severity.REFUSED} == {
        line for line, code in said if code in {"value_missing", "date_needs_format", "date_unreadable"}
    }


def test_times_are_kept_to_the_second(into: Importer) -> None:
    into.deals("id,close date\na,2026-02-01 19:58:54\n", conventions=WON)
    closed = into.rows("deals")["a"]["closed_at"]
    found = closed if isinstance(closed, datetime) else datetime.fromisoformat(closed).replace(tzinfo=UTC)
    assert found == datetime(2026, 2, 1, 19, 58, 54, tzinfo=UTC)
