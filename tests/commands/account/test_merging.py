"""Two accounts made one: nothing is lost, the old name finds it, and an undo puts everything back where it was."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from threading import Barrier
from typing import Any

import pytest
from sqlalchemy import Engine, event, text, update
from sqlmodel import col

from bot.jobs.merges import run_late_merges
from commands.account import actions, merging
from commands.account.merging import Merged, MergeRefusedError, Suggestion, Suggestions
from commands.account.merging_views import preview_modal
from commands.account.parse import MergeAccounts, NameOwners
from commands.i18n import Texts
from commands.members import NotADeciderError
from commands.named import Named
from commands.objection import actions as objection
from commands.objection.parse import record_line
from commands.picking import actions as picking
from commands.progress import actions as progress
from commands.progress.parse import ChangeStage, LogMeeting
from commands.win_loss import actions as reviewing
from commands.win_loss.parse import RecordReview, ReviewFields
from domain.duplicates import Why
from domain.taxonomy import DealOutcome
from storage import accounts, objections
from storage.database import Database
from storage.errors import StaleVersionError
from storage.tables import AuditEvent, Objection
from tests.commands.promises.desk import Desk

#: Rows that tell of what was done rather than of what is.
_TELLING = ("account_merge", "audit_events", "inbound_ledger", "alembic_version", "objection_words", "account_words")


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def account(desk: Desk, name: str, **values: Any) -> int:  # noqa: ANN401 - any column
    with desk.database.write() as work:
        made = accounts.add_account(work, desk.id, name, created_by_id=None, now=desk.now)
        for column, value in values.items():
            setattr(made, column, value)
        work.commit()
    return made.id


def note(desk: Desk, line: str) -> str | None:
    """Log an objection; gives the account it is on."""
    made = objection.record(desk.services, desk.stranger, record_line(line, None), desk.key())
    return made.account_name


def merge(desk: Desk, kept: int, merged: int, actor: str = "manager") -> Merged:
    person = getattr(desk, actor)
    seen = merging.preview(desk.services, desk.manager, kept, merged)
    intent = MergeAccounts(seen.kept.id, seen.kept.version, seen.merged.id, seen.merged.version)
    return merging.merge(desk.services, person, intent, desk.key())


def everything(desk: Desk) -> dict[str, list[str]]:
    """All rows of all tables but those that tell what was done; an account's version counts, and is left out."""
    with desk.database.read() as connection:
        if desk.database.is_sqlite:
            named = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'table'"))
        else:
            named = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
        found = {}
        for (name,) in named.all():
            if not name.startswith((*_TELLING, "sqlite_", "objection", "lead_words")) or name == "objections":
                rows = connection.execute(text(f'SELECT * FROM "{name}"')).mappings().all()
                without = {"version"} if name == "accounts" else set()
                found[name] = sorted(str({key: row[key] for key in row if key not in without}) for row in rows)
    return found


def test_all_that_belongs_to_it_moves_and_comes_back(desk: Desk) -> None:
    kept = account(desk, "Acme", sales_owner_id=desk.owner.member_id, tier=2)
    merged = account(
        desk, "Grupo Acme", sales_owner_id=desk.backup.member_id, marketing_owner_id=desk.marketer.member_id, crm_id="7"
    )
    assert note(desk, "Grupo Acme: they say HubSpot is cheaper") == "Grupo Acme"
    assert note(desk, "Acme: too expensive for them") == "Acme"
    desk.offer()
    before = everything(desk)

    seen = merging.preview(desk.services, desk.manager, kept, merged)
    assert seen.moving["objections.account_id"] == 1
    assert {(each.column, each.is_taken): (each.kept, each.merged) for each in seen.values} == {
        ("sales_owner_id", False): ("ULAURA", "UBRUNO"),
        ("marketing_owner_id", True): (None, "UMARTA"),
        ("tier", False): ("2", None),
        ("crm_id", True): (None, "7"),
    }
    done = merge(desk, kept, merged)
    assert (done.kept, done.merged) == ("Acme", "Grupo Acme")
    with desk.database.read() as connection:
        one = accounts.find_account(connection, desk.id, "GRUPO ACME S.L.")
    assert one is not None
    assert (one.id, one.sales_owner_id, one.marketing_owner_id, one.tier, one.crm_id) == (
        kept,
        desk.owner.member_id,
        desk.marketer.member_id,
        2,
        "7",
    )
    assert actions.card_of(desk.services, desk.owner, merged).other_names == ("Grupo Acme",)
    assert merging.preview(desk.services, desk.manager, kept, account(desk, "Other")).moving == {}

    undone = merging.undo(desk.services, desk.manager, done.merge_id, desk.key())
    assert (undone.back, undone.stayed) == (done.moved, ())
    now = everything(desk)
    now["accounts"] = [row for row in now["accounts"] if "'Other'" not in row]
    assert now == before
    (event_of_kept, event_of_merged) = desk.audit("account_merge_undone")
    assert {event_of_kept["subject_id"], event_of_merged["subject_id"]} == {kept, merged}


def test_what_came_after_the_merge_stays(desk: Desk) -> None:
    """What was logged since, also under the old name, and a field that somebody changed since."""
    known: dict[str, Any] = {"tier": 1, "territory": "north", "relation": "customer", "renewal_on": date(2026, 9, 1)}
    kept, merged = account(desk, "Acme"), account(desk, "ACME Holding", **known)
    preview = merging.preview(desk.services, desk.manager, kept, merged)
    shown = str(preview_modal(Texts().into("es"), preview))
    assert "1 sept" in shown
    assert "Cliente" in shown
    done = merge(desk, kept, merged)
    assert note(desk, "ACME Holding: they have no budget this year") == "Acme"
    with desk.database.write() as work:
        found = accounts.get_account(work.connection, desk.id, kept)
        accounts.change_account(work, desk.id, kept, {"tier": 3}, expected_version=found.version)
        work.commit()
    undone = merging.undo(desk.services, desk.manager, done.merge_id, desk.key())
    assert undone.stayed == ("tier",)
    with desk.database.read() as connection:
        one = accounts.get_account(connection, desk.id, kept)
        assert (one.tier, one.territory, one.relation, one.renewal_on) == (3, None, None, None)
    assert merging.preview(desk.services, desk.manager, merged, kept).moving["objections.account_id"] == 1
    with pytest.raises(MergeRefusedError, match="merge-undone-already"):
        merging.undo(desk.services, desk.manager, done.merge_id, desk.key())


def test_a_form_that_was_open_meanwhile_lands_on_the_account_that_is_left(desk: Desk) -> None:
    """It names the account by its id, which is another one's other name by now."""
    kept, merged = account(desk, "Acme"), account(desk, "Grupo Acme")
    merge(desk, kept, merged)
    progress.log_meeting(desk.services, desk.owner, LogMeeting(merged, desk.now.date(), None), desk.key())
    progress.change_stage(desk.services, desk.owner, ChangeStage(merged, None, "demo"), desk.key())
    made = picking.NewDeal("Licences", Named("Grupo Acme", id=merged), None)
    assert picking.create_deal(desk.services, desk.owner, made, desk.key()).account_id == kept
    fields = ReviewFields(outcome=DealOutcome.UNKNOWN, account_id=merged, buyer_words="we wait")
    review = reviewing.record_review(desk.services, desk.owner, RecordReview(fields), desk.key())
    assert (review.review.account_id, review.account_name) == (kept, "Acme")
    met_at = desk.now
    desk.pass_time(minutes=1)
    card = progress.card_of(desk.services, desk.owner, merged)
    assert (card.account_id, card.stage, card.last_touch) == (kept, "demo", met_at)


def test_what_was_written_under_it_at_the_same_moment_follows(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever logs reads first which account a name means: a merge between that and the row does not find the row."""
    kept, merged = account(desk, "Norte"), account(desk, "Acme")
    done = merge(desk, kept, merged)
    note(desk, "Too expensive for them")
    _written_under(desk, merged)
    assert run_late_merges(desk.database, desk.now) == 1
    with monkeypatch.context() as patched:
        patched.setattr(desk.database, "write", lambda: pytest.fail("nothing is left: nobody is held up"))
        assert run_late_merges(desk.database, desk.now) == 0
    with desk.database.read() as connection:
        (found,) = objections.search_objections(connection, desk.id, "norte expensive", limit=2)
    assert found.account_name == "Norte"
    merging.undo(desk.services, desk.manager, done.merge_id, desk.key())
    with desk.database.read() as connection:
        assert objections.search_objections(connection, desk.id, "norte", limit=2) == []
        (found,) = objections.search_objections(connection, desk.id, "expensive", limit=2)
    assert found.account_name == "Acme"
    assert run_late_merges(desk.database, desk.now) == 0


def _written_under(desk: Desk, account_id: int) -> None:
    with desk.database.write() as work:
        work.connection.execute(
            update(Objection).where(col(Objection.workspace_id) == desk.id).values(account_id=account_id)
        )
        work.commit()


def test_a_merge_of_a_merge_is_undone_from_its_end(desk: Desk) -> None:
    first, second, third = (account(desk, name) for name in ("Acme", "Acme Group", "The Acme Holding"))
    note(desk, "Acme: too expensive for them")
    before = everything(desk)
    one = merge(desk, second, first)
    two = merge(desk, third, second)
    with desk.database.read() as connection:
        assert accounts.account_id_of(connection, desk.id, "Acme") == third
    with pytest.raises(MergeRefusedError, match="merge-undo-later-first") as refused:
        merging.undo(desk.services, desk.manager, one.merge_id, desk.key())
    assert refused.value.names == {"merged": "Acme Group", "kept": "The Acme Holding"}
    merging.undo(desk.services, desk.manager, two.merge_id, desk.key())
    merging.undo(desk.services, desk.manager, one.merge_id, desk.key())
    assert everything(desk) == before


def test_of_two_at_once_one_is_done_and_the_other_told(desk: Desk, database_url: str) -> None:
    """Each wants the other's account merged into theirs."""
    first, second = account(desk, "Acme"), account(desk, "Acme Group")
    at_once = Barrier(2)

    def attempt(pair: tuple[int, int]) -> str:
        own = Database.open(database_url)
        at_once.wait()
        try:
            wanted = MergeAccounts(pair[0], 1, pair[1], 1)
            merging.merge(replace(desk.services, database=own), desk.manager, wanted, f"k:{pair}")
        except MergeRefusedError as error:
            return error.key
        finally:
            own.close()
        return "done"

    with ThreadPoolExecutor(2) as pool:
        outcomes = sorted(pool.map(attempt, [(first, second), (second, first)]))
    assert outcomes == ["done", "merge-went-elsewhere"]


def test_what_changed_since_the_preview_is_looked_at_again(desk: Desk) -> None:
    kept, merged = account(desk, "Acme"), account(desk, "Acme Group")
    with pytest.raises(StaleVersionError):
        merging.merge(desk.services, desk.manager, MergeAccounts(kept, 9, merged, 1), desk.key())
    merge(desk, kept, merged)
    form = NameOwners(merged, 2, None, None, None)  # the form of the account that is no more
    with pytest.raises(StaleVersionError):
        actions.name_owners(desk.services, desk.owner, form, desk.key())


def test_only_those_who_decide_merge_and_undo(desk: Desk) -> None:
    kept, merged = account(desk, "Acme"), account(desk, "Acme Group")
    for act in (
        lambda: merge(desk, kept, merged, "stranger"),
        lambda: merging.preview(desk.services, desk.owner, kept, merged),
        lambda: merging.suggestions(desk.services, desk.owner),
        lambda: merging.recent(desk.services, desk.owner),
        lambda: merging.set_apart(desk.services, desk.owner, kept, merged, desk.key()),
        lambda: merging.named(desk.services, desk.owner, [("Acme", "Acme Group")]),
    ):
        with pytest.raises(NotADeciderError):
            act()
    done = merge(desk, kept, merged)
    with pytest.raises(NotADeciderError):
        merging.undo(desk.services, desk.marketer, done.merge_id, desk.key())


def test_suggested_until_somebody_says_they_are_two(desk: Desk) -> None:
    first, second = account(desk, "Acme"), account(desk, "Acme, S. A. de C. V.")
    account(desk, "Globex")
    (found,) = merging.suggestions(desk.services, desk.manager).pairs
    assert found == Suggestion(first, "Acme", second, "Acme, S. A. de C. V.", Why.FORMS)
    merging.set_apart(desk.services, desk.manager, second, first, desk.key())
    merging.set_apart(desk.services, desk.manager, first, second, desk.key())
    assert merging.suggestions(desk.services, desk.manager) == Suggestions(())
    assert len([row for row in desk.rows(AuditEvent) if row["action"] == "accounts_set_apart"]) == 2
    assert merging.named(desk.services, desk.manager, [("x", "y"), ("Acme, S. A. de C. V.", "Acme")]) == (first, second)


def test_it_costs_as_many_statements_for_one_as_for_many(desk: Desk) -> None:
    costs = []
    for count, (kept_name, merged_name) in ((1, ("Acme", "Acme Group")), (40, ("Globex", "Globex Group"))):
        kept, merged = account(desk, kept_name), account(desk, merged_name)
        for number in range(count):
            note(desk, f"{merged_name}: they say number {number} is cheaper")
        with counted() as cost:
            done = merge(desk, kept, merged)
        assert done.moved == count
        with counted() as back:
            merging.undo(desk.services, desk.manager, done.merge_id, desk.key())
        costs.append((len(cost), len(back)))
    assert costs[0] == costs[1]


@contextmanager
def counted() -> Iterator[list[str]]:
    """The statements that are made meanwhile."""
    made: list[str] = []

    def note_it(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        made.append(statement)

    event.listen(Engine, "before_cursor_execute", note_it)
    try:
        yield made
    finally:
        event.remove(Engine, "before_cursor_execute", note_it)
