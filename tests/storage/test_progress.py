"""What the week's review reads: stages of deals, steps, and who was at an account, in a constant number of queries."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import event, update
from sqlmodel import col

from domain.account_review import AccountReview, Movement, TouchKind, Way, review_account
from domain.digest import digest_window
from domain.stages import STAGES, account_changes
from domain.weeks import IsoWeek, week_span
from storage import closings, progress
from storage.account_weeks import week_of_accounts
from storage.database import Database
from storage.errors import StaleVersionError
from storage.ids import new_id
from storage.stage_history import STAGES_KEPT, changes_of_accounts
from storage.tables import Account, Attempt, Deal, Handoff, Lead
from storage.under_review import reviewed_accounts
from tests.storage.rows import NOW, Team

TZ = "Europe/Madrid"
#: NOW is the Wednesday of this week.
WEEK = week_span(IsoWeek.of_day(NOW.date()), TZ)


def days(count: float) -> datetime:
    """So many days before NOW."""
    return NOW - timedelta(days=count)


class Progress(Team):
    """A workspace in which accounts get on."""

    def deal(self, account_id: int, *stages: tuple[float, str]) -> int:
        """A deal that came into each stage so many days ago."""
        deal_id = new_id()
        with self.database.write() as work:
            deal = Deal(
                workspace_id=self.id,
                id=deal_id,
                external_id=str(deal_id),
                account_id=account_id,
                created_at=NOW,
                updated_at=NOW,
            )
            work.session.add(deal)
            work.session.flush()
            for ago, stage in stages:
                progress.add_stage(work, self.id, deal, stage, days(ago), None)
            work.commit()
        return deal_id

    def step(self, account_id: int, owner: int, due: date, added: float) -> int:
        """A promise made so many days ago."""
        with self.database.write() as work:
            step_id = progress.add_step(
                work, self.id, account_id, what="call them", owner_id=owner, due_on=due, by_id=owner, now=days(added)
            )
            work.commit()
        return step_id

    def attempt(self, account_id: int, owner: int, ago: float) -> None:
        """Somebody tried to reach a lead of the account."""
        lead_id, handoff_id = new_id(), new_id()
        with self.database.write() as work:
            lead = Lead(
                workspace_id=self.id,
                id=lead_id,
                external_id=str(lead_id),
                mql_at=NOW,
                created_at=NOW,
                updated_at=NOW,
            )
            work.session.add(lead)
            work.session.flush()
            work.session.add(
                Handoff(
                    workspace_id=self.id,
                    id=handoff_id,
                    lead_id=lead_id,
                    account_id=account_id,
                    routed_by="chosen",
                    owner_id=owner,
                    marketer_id=owner,
                    offered_at=NOW,
                    created_at=NOW,
                    updated_at=NOW,
                )
            )
            work.session.flush()
            work.session.add(
                Attempt(
                    workspace_id=self.id,
                    id=new_id(),
                    handoff_id=handoff_id,
                    member_id=owner,
                    channel="call",
                    at=days(ago),
                )
            )
            work.commit()

    def reviews(self) -> dict[int, AccountReview]:
        """The week's review of every account."""
        with self.database.read() as connection:
            accounts = reviewed_accounts(connection, self.id, since=days(999))
            facts = progress.account_facts(connection, self.id, accounts, WEEK, STAGES)
        return {each.account_id: review_account(each, WEEK, TZ, STAGES) for each in facts}


def test_stalled_is_quiet_until_somebody_was_at_it(database: Database) -> None:
    team = Progress.new(database)
    owner = team.member()
    called, met, done, nobody, fresh = (team.account(name, name.lower()) for name in ("A", "B", "C", "D", "E"))
    for account in (called, met, done, nobody):
        team.deal(account, (40, "demo"), (30, "proposal"))
    team.deal(fresh, (30, "demo"), (1, "proposal"))
    team.attempt(called, owner, 2)
    step = team.step(done, owner, NOW.date(), 9)
    with database.write() as work:
        progress.add_touch(work, team.id, met, kind=TouchKind.MEETING, at=days(3), by_id=owner)
        progress.change_step(
            work,
            team.id,
            progress.get_step(work.connection, team.id, step),
            {"ended_at": days(1), "ended_by_id": owner, "ending": "done"},
        )
        work.commit()
    reviews = team.reviews()
    assert {account: reviews[account].movement for account in (called, met, done, nobody, fresh)} == {
        called: Movement.BUSY,
        met: Movement.BUSY,
        done: Movement.BUSY,
        nobody: Movement.QUIET,
        fresh: Movement.MOVED,
    }
    assert reviews[done].steps == ()


def test_an_account_with_a_deal_alone_is_reviewed_until_the_week_after_that_closed(database: Database) -> None:
    team = Progress.new(database)
    closed, now_closed, still_open, owned = (team.account(name, name.lower()) for name in ("A", "B", "C", "D"))
    ended = {team.deal(closed, (40, "demo")): WEEK.start - timedelta(days=1)}
    ended[team.deal(now_closed, (40, "demo"))] = WEEK.start
    ended[team.deal(owned, (40, "demo"))] = WEEK.start - timedelta(days=1)
    team.deal(still_open, (40, "demo"))
    with database.write() as work:
        for deal, at in ended.items():
            work.connection.execute(
                update(Deal)
                .where(col(Deal.workspace_id) == team.id, col(Deal.id) == deal)
                .values(outcome="won", closed_at=at)
            )
        own = update(Account).where(col(Account.workspace_id) == team.id, col(Account.id) == owned)
        work.connection.execute(own.values(tier=1))
        work.commit()
    with database.read() as connection:
        found = reviewed_accounts(connection, team.id, since=WEEK.start)
        assert [each.id for each in found] == [now_closed, still_open, owned]
        assert reviewed_accounts(connection, team.id, since=WEEK.start, owners={1}) == []


@pytest.mark.parametrize(("outcome", "way"), [("won", Way.WON), ("lost_other", Way.LOST)])
def test_an_account_stands_where_its_deal_ended_whoever_closed_it(database: Database, outcome: str, way: Way) -> None:
    """By hand or from a file, a deal closes without a stage being said; open again it stands where it stood."""
    team = Progress.new(database)
    account = team.account("A", "a")
    deal_id = team.deal(account, (40, "demo"), (30, "proposal"))

    def turn(**values: object) -> None:
        with database.write() as work:
            deal = closings.lock_deal(work, team.id, deal_id)
            closings.change_deal(work, team.id, deal, values, NOW)
            work.commit()

    turn(outcome=outcome, closed_at=days(1))
    review = team.reviews()[account]
    assert (review.movement, [move.way for move in review.moves], review.standing.limit_days) == (
        Movement.MOVED,
        [way],
        None,
    )
    turn(closed_at=days(35))  # a file's day, before what was said last
    assert team.reviews()[account].movement is Movement.STEADY
    turn(outcome="open", closed_at=None)
    assert team.reviews()[account].standing.stage == "proposal"
    assert team.reviews()[account].movement is Movement.QUIET


def test_a_deal_of_which_no_stage_was_ever_said_moves_its_account_when_it_closes(database: Database) -> None:
    team = Progress.new(database)
    won, lost, before = (team.account(name, name.lower(), team.member()) for name in ("A", "B", "C"))
    ended = {won: ("won", days(1)), lost: ("lost_other", days(1)), before: ("won", days(60))}
    for account, (outcome, closed_at) in ended.items():
        deal_id = team.deal(account)
        with database.write() as work:
            deal = closings.lock_deal(work, team.id, deal_id)
            closings.change_deal(work, team.id, deal, {"outcome": outcome, "closed_at": closed_at}, NOW)
            work.commit()
    moves = {account: [move.way for move in review.moves] for account, review in team.reviews().items()}
    assert moves == {won: [Way.WON], lost: [Way.LOST], before: []}


def test_deals_that_closed_years_ago_are_read_no_more_and_every_account_stands_where_it_stood(
    database: Database,
) -> None:
    """Of a customer of old the last closing is known, also when a deal follows after the week that is looked at."""
    team = Progress.new(database)
    old, busy, recent = (team.account(name, name.lower(), team.member()) for name in ("A", "B", "C"))
    dayless = team.account("D", "d", team.member())
    deals = ((old, 1000), (old, 900), (busy, 1000), (recent, 100), (old, -10))
    team.deal(busy, (900, "demo"), (300, "proposal"))
    for account, ago in deals:
        deal_id = team.deal(account, (ago + 50, "demo"), (ago + 20, "proposal"))
        with database.write() as work:
            deal = closings.lock_deal(work, team.id, deal_id)
            ending = "won" if ago == 900 else "lost_other"
            closings.change_deal(work, team.id, deal, {"outcome": ending, "closed_at": days(ago)}, NOW)
            work.commit()
    ended = team.deal(dayless, (950, "demo"))
    with database.write() as work:
        closings.change_deal(work, team.id, closings.lock_deal(work, team.id, ended), {"outcome": "won"}, days(900))
        work.commit()
    everybody = [old, busy, recent, dayless]
    with database.read() as connection:
        kept = changes_of_accounts(connection, team.id, everybody, since=WEEK.end - STAGES_KEPT)
        whole = changes_of_accounts(connection, team.id, everybody)
    assert [len(kept[account]) for account in everybody] == [4, 2, 3, 1]
    for account in everybody:
        stood, stands = (
            [each for each in account_changes(found[account], STAGES) if each.at < days(60)][-1]
            for found in (whole, kept)
        )
        assert (stands.at, stands.stage) == (stood.at, stood.stage)


def test_steps_are_carried_over_and_a_crossed_change_is_refused(database: Database) -> None:
    team = Progress.new(database)
    owner, account = team.member(), team.account("A", "a")
    team.deal(account, (2, "demo"))
    step = team.step(account, owner, days(5).date(), 20)
    [carried] = team.reviews()[account].steps
    assert (carried.step.step_id, carried.weeks, carried.days_late) == (step, 3, 9)  # the week ends on Sunday
    with database.write() as work:
        before = progress.get_step(work.connection, team.id, step)
        progress.change_step(work, team.id, before, {"due_on": NOW.date()})
        with pytest.raises(StaleVersionError):
            progress.change_step(work, team.id, before, {"due_on": days(1).date()})
        work.commit()


def test_which_accounts_are_reviewed(database: Database) -> None:
    team, other = Progress.new(database), Progress.new(database, "T2")
    owned, in_stage, plain = team.account("A", "a", team.member()), team.account("B", "b"), team.account("C", "c")
    team.deal(in_stage, (2, "demo"))
    team.deal(plain)
    foreign = other.account("D", "d")
    other.deal(foreign, (2, "demo"))
    assert set(team.reviews()) == {owned, in_stage}
    with database.read() as connection:
        assert [deal.account_id for deal in progress.open_deals(connection, team.id, in_stage)] == [in_stage]
        assert progress.open_deals(connection, other.id, in_stage) == []


def test_who_has_left_answers_for_nothing(database: Database) -> None:
    """The account asks for an owner again, and a step of theirs is told to be nobody's who could still do it."""
    team = Progress.new(database)
    left, guest, stays = team.member("U1"), team.member("U2"), team.member("U3")
    accounts = [
        team.account(name, name.lower(), left_in) for name, left_in in (("A", left), ("B", guest), ("C", stays))
    ]
    with database.write() as work:
        work.connection.execute(
            update(Account).where(col(Account.workspace_id) == team.id).values(sales_owner_id=stays)
        )
        work.commit()
    for account in accounts:
        team.deal(account, (2, "demo"))
    team.step(accounts[2], left, NOW.date(), 1)
    team.member("U1", is_active=False)
    team.member("U2", kind="guest")
    with database.read() as connection:
        week = week_of_accounts(connection, team.id, digest_window(IsoWeek.of_day(NOW.date()), TZ))
    assert week.without_owner == 2
    owners = {each.review.account_id: (each.sales_owner_id, each.marketing_owner_id) for each in week.moved}
    assert owners == dict(zip(accounts, ((stays, None), (stays, None), (stays, stays)), strict=True))
    assert week.gone == {left}


def test_as_many_queries_for_many_accounts_as_for_one(database: Database) -> None:
    team = Progress.new(database)
    owner = team.member()
    counted = []
    for number in range(12):
        account = team.account(f"A{number}", f"a{number}")
        team.deal(account, (20, "demo"))
        team.step(account, owner, NOW.date(), 3)
        if number in {0, 11}:
            with statements(database) as sent:
                assert len(team.reviews()) == number + 1
            counted.append(len(sent))
    assert counted[0] == counted[1]


@contextmanager
def statements(database: Database) -> Iterator[list[str]]:
    """What is asked of the database meanwhile."""
    sent: list[str] = []
    with database.read() as connection:
        engine = connection.engine

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        sent.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)
