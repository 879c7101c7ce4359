"""Routing on rows: whom it finds, whose turn it is after whom, and that its questions do not grow with the team."""

import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import event, text, update
from sqlmodel import col

from domain.routing import DEFAULT_POOL, Routed, RoutedBy, SkippedBecause
from storage import routing
from storage.database import Database
from storage.ids import new_id
from storage.routing import RoutingAsk
from storage.tables import Account, Handoff, Lead, Member, RotationSeat, RoutingRule, TimeOff
from tests.patience import LONG, ROUND_SECONDS
from tests.storage.rows import Team

#: A Thursday at noon in Madrid.
NOW = datetime(2026, 3, 5, 11, tzinfo=UTC)


class Floor(Team):
    """A workspace with salespeople."""

    def seller(self, slack_id: str, **columns: Any) -> int:  # noqa: ANN401 - any column of a member
        member_id = self.member(slack_id)
        with self.database.write() as work:
            work.connection.execute(
                update(Member)
                .where(col(Member.workspace_id) == self.id, col(Member.id) == member_id)
                .values(team="sales", **columns)
            )
            work.commit()
        return member_id

    def add(self, *rows: Any) -> None:  # noqa: ANN401 - rows of any table
        with self.database.write() as work:
            for row in rows:
                work.session.add(row)
                work.session.flush()
            work.commit()

    def open_handoffs(self, owner_id: int, count: int) -> None:
        for number in range(count):
            lead_id = new_id()
            self.add(
                Lead(
                    workspace_id=self.id,
                    id=lead_id,
                    external_id=f"{owner_id}-{number}",
                    mql_at=NOW,
                    created_at=NOW,
                    updated_at=NOW,
                ),
                Handoff(
                    workspace_id=self.id,
                    id=new_id(),
                    lead_id=lead_id,
                    owner_id=owner_id,
                    marketer_id=owner_id,
                    routed_by="chosen",
                    offered_at=NOW,
                    created_at=NOW,
                    updated_at=NOW,
                ),
            )

    def ask(self, now: datetime = NOW, **asked: Any) -> Routed:  # noqa: ANN401 - any field of the question
        with self.database.read() as connection:
            return routing.route(connection, self.id, RoutingAsk(**asked), now)

    def take_turn(self, now: datetime) -> int:
        with self.database.write() as work:
            found = routing.decide(work, self.id, RoutingAsk(), now)
            assert found.owner_id is not None
            assert found.pool is not None
            routing.took_turn(work, self.id, found.pool, found.owner_id, now)
            work.commit()
        return found.owner_id


def test_salespeople_take_turns_without_being_seated(database: Database) -> None:
    floor = Floor.new(database)
    sellers = {floor.seller(name) for name in ("U1", "U2", "U3")}
    floor.seller("U4", is_manager=True)
    floor.member("U5")  # nobody said that they sell
    turns = [floor.take_turn(NOW + timedelta(minutes=minute)) for minute in range(6)]
    assert set(turns[:3]) == set(turns[3:]) == sellers
    assert turns[:3] == turns[3:]


def test_a_seat_adds_somebody_or_takes_them_out(database: Database) -> None:
    floor = Floor.new(database)
    out, manager = floor.seller("U1"), floor.seller("U2", is_manager=True)
    for member_id, is_active in ((out, False), (manager, True)):
        floor.add(
            RotationSeat(
                workspace_id=floor.id, pool=DEFAULT_POOL, member_id=member_id, is_active=is_active, created_at=NOW
            )
        )
    assert floor.ask().owner_id == manager


def test_a_full_plate_and_time_off_pass_the_lead_on(database: Database) -> None:
    floor = Floor.new(database)
    full, away, free = floor.seller("U1", open_cap=2), floor.seller("U2"), floor.seller("U3")
    floor.open_handoffs(full, 2)
    day = timedelta(days=1)
    floor.add(
        TimeOff(
            workspace_id=floor.id,
            id=new_id(),
            member_id=away,
            starts_at=NOW - day,
            ends_at=NOW + day,
            created_at=NOW,
        )
    )
    found = floor.ask()
    assert found.owner_id == free
    assert {each.member_id: each.because for each in found.skipped} == {
        full: SkippedBecause.AT_CAP,
        away: SkippedBecause.AWAY,
    }
    assert floor.ask(NOW + 2 * day).owner_id == away  # back on Saturday: like the others, from Monday on


def test_who_let_one_expire_waits_for_the_others(database: Database) -> None:
    floor = Floor.new(database)
    for name in ("U1", "U2", "U3"):
        floor.seller(name)
    first = floor.take_turn(NOW)
    with database.write() as work:
        routing.missed(work, floor.id, first, NOW + timedelta(hours=1))
        work.commit()
    later = [floor.take_turn(NOW + timedelta(hours=2, minutes=minute)) for minute in range(3)]
    assert later[2] == first
    assert first not in later[:2]


def test_leads_of_one_moment_and_after_a_clock_set_back_go_round_like_any_others(database: Database) -> None:
    floor = Floor.new(database)
    sellers = {floor.seller(name) for name in ("U1", "U2", "U3")}
    turns = [floor.take_turn(NOW) for _ in range(6)]
    turns += [floor.take_turn(NOW - timedelta(days=1)) for _ in range(6)]
    assert all(set(turns[start : start + 3]) == sellers for start in range(0, 12, 3))
    with database.write() as work:
        routing.missed(work, floor.id, turns[0], NOW - timedelta(days=1))
        work.commit()
    later = [floor.take_turn(NOW - timedelta(days=1)) for _ in range(3)]
    assert later[2] == turns[0]
    assert turns[0] not in later[:2]


def test_of_two_who_decide_at_once_the_second_sees_the_first_one_s_turn(database: Database) -> None:
    floor = Floor.new(database)
    floor.seller("U1")
    floor.seller("U2")  # nobody had a turn yet: there is no row that the second could wait for

    def is_waiting() -> bool:
        with database.read() as connection:
            asked = "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
            return connection.dialect.name == "sqlite" or connection.execute(text(asked)).scalar_one() > 0

    with ThreadPoolExecutor(1) as pool:
        with database.write() as work:
            first = routing.decide(work, floor.id, RoutingAsk(), NOW).owner_id
            assert first is not None
            routing.took_turn(work, floor.id, DEFAULT_POOL, first, NOW)
            second = pool.submit(floor.take_turn, NOW)
            until = time.monotonic() + LONG
            while not (is_waiting() or second.done()) and time.monotonic() < until:
                time.sleep(ROUND_SECONDS)
            work.commit()
        assert second.result(LONG) != first


def test_an_account_s_territory_finds_its_rule(database: Database) -> None:
    floor = Floor.new(database)
    north = floor.seller("U1")
    floor.seller("U2")
    account_id = floor.account("Acme", "acme")
    with database.write() as work:
        work.connection.execute(
            update(Account)
            .where(col(Account.workspace_id) == floor.id, col(Account.id) == account_id)
            .values(territory="Norte")
        )
        work.commit()
    floor.add(RoutingRule(workspace_id=floor.id, id=new_id(), territory="norte", owner_id=north, created_at=NOW))
    found = floor.ask(account_id=account_id)
    assert (found.owner_id, found.by) == (north, RoutedBy.RULE)
    assert floor.ask(territory="sur").by == RoutedBy.ROTATION


def test_another_workspace_s_people_are_never_found(database: Database) -> None:
    ours, theirs = Floor.new(database, "T1"), Floor.new(database, "T2")
    theirs.seller("U1")
    assert ours.ask().by == RoutedBy.NOBODY


def test_the_questions_do_not_grow_with_the_team(database: Database) -> None:
    asked: list[str] = []

    def count(*facts: Any) -> None:  # noqa: ANN401 - SQLAlchemy's event
        asked.append(facts[2])

    def questions(floor: Floor) -> int:
        with database.read() as connection:
            event.listen(connection, "before_cursor_execute", count)
            asked.clear()
            routing.route(connection, floor.id, RoutingAsk(), NOW)
            event.remove(connection, "before_cursor_execute", count)
        return len(asked)

    floor = Floor.new(database)
    floor.seller("U0")
    few = questions(floor)
    for number in range(1, 25):
        floor.seller(f"U{number}")
    assert questions(floor) == few
