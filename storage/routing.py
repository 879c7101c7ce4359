"""What routing looks at: owners, rules, the seats of each round robin, who is away and who has how much.

The number of questions does not depend on the number of people.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final, TypeAlias
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, func, select, text, update
from sqlmodel import col

from domain import routing, sla_clock
from domain.calendars import CalendarError, CalendarSpec, TimeOff
from domain.routing import DEFAULT_POOL, Candidate, Routed, RoutingFacts, Rule
from domain.taxonomy import MemberKind, Team
from domain.values import frozen
from storage import locks
from storage.calendars import calendars_of
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.tables import Account, Handoff, Member, RotationSeat, RoutingRule
from storage.upsert import upsert

#: A member as far as routing goes: id, active, kind, cap, backup.
_PersonRow: TypeAlias = Row[int, bool, str, int | None, int | None]

#: The least by which one turn is later than another.
_NEXT: Final = timedelta(microseconds=1)
_PERSON: Final = (col(Member.id), col(Member.is_active), col(Member.kind), col(Member.open_cap), col(Member.backup_id))


@frozen
class RoutingAsk:
    """The lead that somebody is looked for. What it does not say of territory and segment, its account does."""

    account_id: int | None = None
    source: str = ""
    territory: str | None = None
    segment: str | None = None
    but: frozenset[int] = frozenset()


def route(connection: Connection, workspace_id: WorkspaceId, ask: RoutingAsk, now: datetime) -> Routed:
    """Who would get the lead at ``now``, and why."""
    return routing.route(_facts(connection, workspace_id, ask, now, lock=False), now)


def decide(work: UnitOfWork, workspace_id: WorkspaceId, ask: RoutingAsk, now: datetime) -> Routed:
    """The same for good: until this transaction ends nobody else decides, also on who has no seat yet."""
    locks.one_routes(work, workspace_id)
    return routing.route(_facts(work.connection, workspace_id, ask, now, lock=True), now)


@frozen
class PoolTurn:
    """A round robin at one moment: who takes part, whose turn it is (nobody's: absent), and why each other's is not."""

    seats: tuple[Candidate, ...]
    next_id: int | None
    skipped: tuple[routing.Skipped, ...]


def turns(connection: Connection, workspace_id: WorkspaceId, now: datetime) -> dict[str, PoolTurn]:
    """The round robin of everybody who sells, and those that rules send leads to, as they stand at ``now``."""
    facts = _facts(connection, workspace_id, RoutingAsk(), now, lock=False)
    return {pool: PoolTurn(tuple(seats), *routing.turn(seats, facts.but, now)) for pool, seats in facts.pools.items()}


def took_turn(work: UnitOfWork, workspace_id: WorkspaceId, pool: str, member_id: int, now: datetime) -> None:
    """Somebody got a lead by the round robin of ``pool``.

    Turns come one after the other, also those of one moment and those after the clock was set back: else whoever comes
    first by id would get all of them, or whoever had a turn before would wait until the clock is there again.
    """
    latest = _latest_turn(work.connection, workspace_id, pool)
    if latest is not None and latest >= now:
        now = latest + _NEXT
    work.connection.execute(
        upsert(work.connection, RotationSeat)
        .values(
            workspace_id=workspace_id,
            pool=pool,
            member_id=member_id,
            turns=1,
            last_turn_at=now,
            is_active=True,
            created_at=now,
        )
        .on_conflict_do_update(
            index_elements=["workspace_id", "pool", "member_id"],
            set_={"turns": col(RotationSeat.turns) + 1, "last_turn_at": now},
        )
    )


def missed(work: UnitOfWork, workspace_id: WorkspaceId, member_id: int, now: datetime) -> None:
    """Somebody let a lead expire: the others come first for a round."""
    locks.one_routes(work, workspace_id)
    theirs = select(col(RotationSeat.pool)).where(
        col(RotationSeat.workspace_id) == workspace_id, col(RotationSeat.member_id) == member_id
    )
    for pool in sorted(work.connection.execute(theirs).scalars()):
        latest = _latest_turn(work.connection, workspace_id, pool)
        work.connection.execute(
            update(RotationSeat)
            .where(
                col(RotationSeat.workspace_id) == workspace_id,
                col(RotationSeat.member_id) == member_id,
                col(RotationSeat.pool) == pool,
            )
            .values(last_missed_at=now if latest is None else max(now, latest))
        )


def _latest_turn(connection: Connection, workspace_id: WorkspaceId, pool: str) -> datetime | None:
    return connection.execute(
        select(func.max(col(RotationSeat.last_turn_at))).where(
            col(RotationSeat.workspace_id) == workspace_id, col(RotationSeat.pool) == pool
        )
    ).scalar_one()


def _facts(
    connection: Connection, workspace_id: WorkspaceId, ask: RoutingAsk, now: datetime, *, lock: bool
) -> RoutingFacts:
    owner_id, territory, segment = _account(connection, workspace_id, ask.account_id)
    rules = _rules(connection, workspace_id)
    pools = {DEFAULT_POOL, *(rule.pool for rule in rules if rule.pool is not None)}
    seats = _seats(connection, workspace_id, pools, lock=lock)
    named = {rule.owner_id for rule in rules if rule.owner_id is not None}
    if owner_id is not None:
        named.add(owner_id)
    salespeople = _salespeople(connection, workspace_id)
    members = salespeople | _members(connection, workspace_id, named | {seat.member_id for seat in seats})
    backups = {members[each].backup_id for each in named if each in members} - {None}
    members |= _members(connection, workspace_id, backups - set(members))
    loads = _open_loads(connection, workspace_id, members)
    calendars = calendars_of(connection, workspace_id, set(members))
    people = {
        member_id: _candidate(row, calendars.get(member_id), loads.get(member_id, 0), now)
        for member_id, row in members.items()
    }
    # Who sells takes part without being asked; a seat adds somebody, keeps their turns, or takes them out.
    seated: dict[str, dict[int, Candidate]] = defaultdict(dict)
    seated[DEFAULT_POOL] = {member_id: people[member_id] for member_id in salespeople}
    for seat in seats:
        if not seat.is_active:
            seated[seat.pool].pop(seat.member_id, None)
        elif seat.member_id in people:
            seated[seat.pool][seat.member_id] = _in_seat(people[seat.member_id], seat)
    return RoutingFacts(
        territory=ask.territory or territory,
        segment=ask.segment or segment,
        source=ask.source,
        account_owner_id=owner_id,
        rules=rules,
        people=people,
        pools={pool: tuple(candidates.values()) for pool, candidates in seated.items()},
        but=ask.but,
    )


def _candidate(row: _PersonRow, calendar: CalendarSpec | None, load: int, now: datetime) -> Candidate:
    works_next, away = None, False
    if calendar is not None:
        away = _is_away(calendar, now)
        try:
            works_next = sla_clock.next_working_moment(calendar, now)
        except CalendarError:  # hours that never come again: they can take nothing
            works_next = None
    return Candidate(
        member_id=row.id,
        is_active=row.is_active and row.kind == MemberKind.FULL,
        away=away,
        works_next=works_next,
        open_load=load,
        cap=row.open_cap,
        backup_id=row.backup_id,
    )


def _in_seat(candidate: Candidate, seat: Row[Any]) -> Candidate:
    return replace(
        candidate,
        cap=candidate.cap if seat.cap is None else seat.cap,
        last_turn_at=seat.last_turn_at,
        last_missed_at=seat.last_missed_at,
    )


def _is_away(calendar: CalendarSpec, now: datetime) -> bool:
    today = now.astimezone(ZoneInfo(calendar.tz)).date()

    def covers(absence: TimeOff) -> bool:
        if absence.whole_days:
            return absence.start <= today <= absence.end
        return absence.start <= now < absence.end

    return any(covers(absence) for absence in calendar.time_off)


def _account(
    connection: Connection, workspace_id: WorkspaceId, account_id: int | None
) -> tuple[int | None, str | None, str | None]:
    if account_id is None:
        return None, None, None
    row = connection.execute(
        select(col(Account.sales_owner_id), col(Account.territory), col(Account.segment)).where(
            col(Account.workspace_id) == workspace_id, col(Account.id) == account_id
        )
    ).one()
    return row[0], row[1], row[2]


def _rules(connection: Connection, workspace_id: WorkspaceId) -> tuple[Rule, ...]:
    rows = connection.execute(
        select(
            col(RoutingRule.id),
            col(RoutingRule.territory),
            col(RoutingRule.segment),
            col(RoutingRule.source),
            col(RoutingRule.owner_id),
            col(RoutingRule.pool),
        )
        .where(col(RoutingRule.workspace_id) == workspace_id, col(RoutingRule.is_active))
        .order_by(col(RoutingRule.position), col(RoutingRule.id))
    )
    return tuple(Rule(*row) for row in rows)


def _seats(connection: Connection, workspace_id: WorkspaceId, pools: set[str], *, lock: bool) -> list[Row[Any]]:
    asked = (
        select(
            col(RotationSeat.pool),
            col(RotationSeat.member_id),
            col(RotationSeat.cap),
            col(RotationSeat.last_turn_at),
            col(RotationSeat.last_missed_at),
            col(RotationSeat.is_active),
        )
        .where(col(RotationSeat.workspace_id) == workspace_id, col(RotationSeat.pool).in_(pools))
        .order_by(col(RotationSeat.pool), col(RotationSeat.member_id))
    )
    return list(connection.execute(asked.with_for_update() if lock else asked))


def _members(connection: Connection, workspace_id: WorkspaceId, ids: set[int]) -> dict[int, _PersonRow]:
    if not ids:
        return {}
    rows = connection.execute(select(*_PERSON).where(col(Member.workspace_id) == workspace_id, col(Member.id).in_(ids)))
    return {row.id: row for row in rows}


def _salespeople(connection: Connection, workspace_id: WorkspaceId) -> dict[int, _PersonRow]:
    """Everybody of the sales team but managers, who take part by a seat."""
    rows = connection.execute(
        select(*_PERSON)
        .where(
            col(Member.workspace_id) == workspace_id,
            col(Member.team) == Team.SALES,
            col(Member.is_manager).is_(False),
            col(Member.is_active),
            col(Member.kind) == MemberKind.FULL,
        )
        .order_by(col(Member.id))
    )
    return {row.id: row for row in rows}


def _open_loads(connection: Connection, workspace_id: WorkspaceId, ids: Iterable[int]) -> dict[int, int]:
    rows = connection.execute(
        select(col(Handoff.owner_id), func.count())
        .where(
            col(Handoff.workspace_id) == workspace_id,
            col(Handoff.owner_id).in_(list(ids)),
            # Literal, not bound: a prepared plan for bound states could not use the partial index.
            text("handoffs.state IN ('offered', 'accepted', 'attempted', 'contacted')"),
        )
        .group_by(col(Handoff.owner_id))
    )
    return {row[0]: row[1] for row in rows}
