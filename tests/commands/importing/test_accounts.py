"""Accounts in and out: what a file changes, what it cannot say, and that there and back changes nothing."""

import csv
import io
from dataclasses import replace
from datetime import date
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from commands.i18n import LOCALES, Texts
from commands.importing.account_chunks import plan_accounts
from commands.importing.account_file import ENCODING, cells_of, write_accounts
from commands.importing.actions import ImportFile, read_rows
from commands.importing.packing import unpack
from commands.importing.stage_cells import meant_by
from commands.labels import stage_label
from domain.accounts_csv import HEADINGS, People, Person, guarded, read_name
from domain.stages import STANDARD, Process
from domain.text import clean
from storage import account_history, merges, people, stages
from storage.account_rows import AccountRow
from storage.import_scratch import open_scratch
from storage.imports import RecordKind
from storage.people import Profile
from tests.commands.importing.files import LATER, NOW, Importer

ACCOUNTS = (
    "Cuenta;Nivel;Responsable de ventas;Responsable de marketing;Región;Relación;Renovación\n"
    "Acme S.L.;1;ana@acme.example;@Marta;Ibérica;Cliente;2027-03-31\n"
    "Logística Sur;2;@Nadie;;Sur;;\n"
    "Nube;5;Gema;;;;\n"
)


def team(into: Importer) -> dict[str, int]:
    """Ana and Marta, and Gema, who is a guest; ids by name."""
    found = {}
    with into.database.write() as work:
        for slack_id, name, kind in (("U1", "Ana", "full"), ("U2", "Marta", "full"), ("U3", "Gema", "guest")):
            profile = Profile(slack_id, name, "es", "UTC", kind, is_admin=False, email=f"{name.lower()}@acme.example")
            found[name] = people.save_profile(work, into.workspace, profile, NOW)
        work.commit()
    return found


def test_what_a_file_does_to_an_account_is_in_its_history(into: Importer) -> None:
    ids = team(into)
    into.accounts(b"account,tier,sales owner,renewal\nAcme,1,@Ana,2027-03-31\nNube,2,,\n")
    into.accounts(b"account,tier,sales owner,renewal\nAcme,1,@Marta,2027-04-30\nNube,2,,\n", now=LATER)
    stored = into.rows("accounts")
    with into.database.read() as connection:
        acts = account_history.history_of(connection, into.workspace, stored["acme"]["id"], limit=9)
        others = account_history.history_of(connection, into.workspace, stored["nube"]["id"], limit=9)
    assert [act.action for act in acts] == ["account_imported", "account_created"]
    assert acts[0].data == {
        "before": {"sales_owner_id": ids["Ana"], "renewal_on": "2027-03-31"},
        "after": {"sales_owner_id": ids["Marta"], "renewal_on": "2027-04-30"},
    }
    assert [act.action for act in others] == ["account_created"]


def test_accounts_come_with_their_owners_and_the_same_file_again_changes_nothing(into: Importer) -> None:
    ids = team(into)
    outcome = into.accounts(ACCOUNTS.encode("utf-16"))

    assert (outcome.inserted, outcome.refused) == (3, 0)
    assert into.said() == [(3, "person_unknown"), (4, "tier_unreadable"), (4, "person_unfit")]
    before = into.rows("accounts")
    acme = before["acme"]
    assert (acme["tier"], acme["territory"], acme["relation"]) == (1, "Ibérica", "customer")
    assert (acme["sales_owner_id"], acme["marketing_owner_id"]) == (ids["Ana"], ids["Marta"])
    assert str(acme["renewal_on"]) == "2027-03-31"
    assert before["nube"]["sales_owner_id"] is None

    again = into.accounts(ACCOUNTS.encode("utf-16"), now=LATER)
    assert (again.inserted, again.updated, again.unchanged) == (0, 0, 3)
    assert into.rows("accounts") == before

    # A file that says less takes nothing away; one that says another owner is taken at its word, and says so.
    changed = into.accounts("account,tier,sales owner,segment\nACME,,@Marta,SaaS\nNube,2,,\n")
    assert (changed.updated, into.said()) == (2, [(2, "owner_changed")])
    acme = into.rows("accounts")["acme"]
    assert (acme["tier"], acme["sales_owner_id"], acme["segment"], acme["name"]) == (
        1,
        ids["Marta"],
        "SaaS",
        "Acme S.L.",
    )
    assert acme["version"] == 2

    # There and back.
    out = io.StringIO(newline="")
    with into.database.read() as connection:
        assert write_accounts(out, connection, into.workspace, Texts().into("es")) == 3
    before = into.rows("accounts")
    back = into.accounts(out.getvalue().encode(ENCODING))
    assert (back.unchanged, back.is_complete, into.said()) == (3, True, [])
    assert into.rows("accounts") == before


def test_files_say_where_accounts_and_deals_stand_and_the_same_again_moves_nothing(into: Importer) -> None:
    """Since when, where that is told; of several open deals only a file of deals says which one."""
    listed = "account,tier,stage,in stage since\nAcme,1,Propuesta,2026-11-02\nNube,2,Nirvana,\n"
    assert (into.accounts(listed).inserted, into.said()) == (2, [(3, "stage_unknown")])
    assert stands(into) == {"Acme": ("Proposal", "2026-11-02"), "Nube": ("", "")}
    again = into.accounts(listed, now=LATER)
    assert (again.unchanged, again.updated) == (2, 0)

    held = (
        "deal id,account,status,deal stage,close date\nd1,Acme,open,Demo,\nd2,Nube,open,Discovery,\n"
        "d3,Nadie,open,Demo,\nd4,Nube,won,Negotiation,2026-11-01\n"
    )
    assert into.deals(held).inserted == 4
    assert into.said() == [(4, "account_unknown"), (4, "stage_without_account")]
    assert stands(into) == {"Acme": ("Proposal", "2026-11-02"), "Nube": ("Discovery", "2026-11-20")}
    moved = into.deals(held.replace("Discovery", "Negotiation"), now=LATER)
    assert (moved.updated, moved.unchanged) == (1, 3)
    assert stands(into)["Nube"] == ("Negotiation", "2026-11-21")
    assert into.deals(held.replace("Discovery", "Negotiation"), now=LATER).unchanged == 4

    several = into.accounts("account,stage\nAcme,Negotiation\nNube,Demo\n", now=LATER)
    assert (several.updated, into.said()) == (1, [(2, "stage_of_several_deals")])
    assert stands(into)["Nube"] == ("Demo", "2026-11-21")


def stands(into: Importer) -> dict[str, tuple[str, str]]:
    """Stage and since when, as the accounts' file says it."""
    out = io.StringIO(newline="")
    with into.database.read() as connection:
        write_accounts(out, connection, into.workspace, Texts().into("en"))
    rows = csv.DictReader(io.StringIO(out.getvalue()))
    return {row["Account"]: (row["Stage"], row["In stage since"]) for row in rows}


def test_a_stage_is_known_by_what_it_is_called_in_any_language_and_here() -> None:
    for locale in LOCALES:
        for stage in STANDARD.stages:
            assert meant_by(stage_label(Texts().into(locale), stage.code, {}), STANDARD).value == stage.code
    renamed = Process(
        tuple(
            replace(each, name="Oferta firme" if each.code == "proposal" else None, is_retired=each.code == "demo")
            for each in STANDARD.stages
        )
    )
    assert meant_by("oferta FIRME", renamed).value == "proposal"
    assert meant_by("Demo", renamed).value == "demo"  # retired: an account may still stand there
    assert meant_by("Nirvana", renamed).doubt == "stage_unknown"


def test_who_stands_in_a_retired_stage_may_say_so_and_nobody_comes_into_it(into: Importer) -> None:
    into.accounts("account\nAcme\nNube\n")
    held = "deal id,account,status,deal stage\nd1,Acme,open,Demo\nd2,Nube,open,Discovery\n"
    into.deals(held)
    with into.database.write() as work:
        stages.agree(work, into.workspace, NOW)
        stages.change_stage(work, into.workspace, "demo", {"retired_at": NOW}, expected_version=1)
        work.commit()
    out = io.StringIO(newline="")
    with into.database.read() as connection:
        write_accounts(out, connection, into.workspace, Texts().into("en"))

    assert (into.accounts(out.getvalue(), now=LATER).unchanged, into.said()) == (2, [])
    assert (into.deals(held, now=LATER).unchanged, into.said()) == (2, [])
    assert (into.accounts("account,stage\nNube,Demo\n").updated, into.said()) == (0, [(2, "stage_retired")])
    assert (into.deals(held.replace("Discovery", "Demo")).updated, into.said()) == (0, [(3, "stage_retired")])
    assert stands(into)["Nube"] == ("Discovery", "2026-11-20")


def test_a_merged_accounts_row_goes_back_and_a_preview_tells_before(into: Importer) -> None:
    ids = team(into)
    into.accounts("account\nAcme\nACME Iberia\n")
    with into.database.write() as work:
        rows = into.rows("accounts")
        found = merges.lock_accounts(work, into.workspace, [row["id"] for row in rows.values()])
        kept, gone = found[rows["acme"]["id"]], found[rows["acme iberia"]["id"]]
        merges.merge(work, into.workspace, kept, gone, {}, ids["Ana"], NOW)
        work.commit()
    content = "account,tier,sales owner\nACME Iberia,2,\nAcme,1,@nadie\n"
    before = into.rows("accounts")
    with open_scratch() as scratch, into.database.read() as connection:
        path = into.folder / "seen.csv"
        path.write_text(content)
        read = read_rows(ImportFile(RecordKind.ACCOUNTS, path), scratch, NOW)
        rows_read = [unpack(one) for chunk in scratch.chunks(500) for one in chunk]
        plan = plan_accounts(connection, into.workspace, rows_read, read.columns)
    assert [(each.line, each.code) for each in plan.findings] == [(2, "account_merged"), (3, "person_unknown")]
    assert into.rows("accounts") == before

    outcome = into.accounts(content)
    assert (outcome.refused, outcome.updated, outcome.is_complete) == (1, 1, False)
    assert into.rows("accounts")["acme"]["tier"] == 1


_texts = st.text(st.sampled_from("'=+-@ab 1é,;\"\n") | st.characters(codec="utf-8"), min_size=1, max_size=8)
_stored = _texts.map(lambda text: clean(text).value).filter(bool)
_people = [
    Person(place, f"U0000000{place}", name, None, "full", is_active=place != 2)
    for place, name in enumerate(["=Ana", "Luis", "luis", "", "@marta"], 1)
]
_rows = st.builds(
    AccountRow,
    name=_stored.filter(lambda name: read_name(name).value is not None),
    tier=st.none() | st.integers(1, 3),
    sales_owner_id=st.none() | st.integers(1, 5),
    marketing_owner_id=st.none() | st.integers(1, 5),
    relation=st.sampled_from([None, "prospect", "customer"]),
    segment=st.none() | _stored,
    territory=st.none() | _stored,
    renewal_on=st.none() | st.dates(date(1990, 1, 1), date(2036, 1, 1)),
    crm_id=st.none() | _stored,
    crm_url=st.sampled_from([None, "https://crm.example.com/1"]),
)


@given(row=_rows, locale=st.sampled_from(["en", "es"]))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_round_trip_changes_nothing(row: AccountRow, locale: str, tmp_path: Path) -> None:
    directory = People(_people)
    path = tmp_path / "accounts.csv"
    with path.open("w", encoding=ENCODING, newline="") as out:
        writer = csv.writer(out)
        writer.writerow(HEADINGS[locale].values())
        writer.writerow([guarded(cell) for cell in cells_of(row, directory, {each.id: each for each in _people})])
    with open_scratch() as scratch:
        outcome = read_rows(ImportFile(RecordKind.ACCOUNTS, path), scratch, NOW)
        assert list(scratch.findings()) == []
        assert (outcome.read, outcome.refused) == (1, 0)
        (read,) = (unpack(one) for chunk in scratch.chunks(10) for one in chunk)
    told = dict(read.fields)
    for owner in ("sales_owner", "marketing_owner"):
        found = directory.meant_by(str(told.pop(owner))).value if owner in told else None
        assert (found.id if found else None) == getattr(row, f"{owner}_id")
    assert " ".join(str(told.pop("name")).split()) == " ".join(row.name.split())
    for name in ("tier", "relation", "segment", "territory", "crm_id", "crm_url"):
        assert told.get(name) == getattr(row, name)
    assert told.get("renewal_on") == (row.renewal_on.isoformat() if row.renewal_on else None)
