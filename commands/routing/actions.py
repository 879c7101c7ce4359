"""The use cases about who gets leads: read the rules and turns, change them, try them."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import Connection

from commands.acts import note_act
from commands.context import Actor, Services
from commands.members import may_decide, only_deciders
from commands.once import once
from commands.routing.parse import Preview, RuleAct, SaveRule, SaveSeat
from domain.routing import DEFAULT_POOL, Candidate, Routed
from domain.taxonomy import MemberKind
from domain.values import frozen
from storage import accounts, people, routing, routing_rules, set_up
from storage.database import UnitOfWork
from storage.routing import PoolTurn, RoutingAsk
from storage.routing_rules import RuleTerms

RULE: Final = "routing_rule"
SEAT: Final = "member"
#: Over which time turns are shown to be fair.
FAIR: Final = timedelta(days=30)
_SOURCES: Final = 200


class UnfitOwnerError(Exception):
    """Guests, bots, outsiders and those who left get no leads."""


@frozen
class RuleCard:
    """A rule as it stands; ``owner`` is a Slack user id."""

    id: int
    version: int
    territory: str | None
    segment: str | None
    source: str | None
    owner: str | None
    pool: str | None


@frozen
class SeatCard:
    """Somebody's place in a round robin. ``because`` says why it is not their turn; absent for whose turn it is.

    ``given`` counts their turns of the last 30 days; absent for readers who do not decide.
    """

    person: str
    because: str | None
    open_load: int
    cap: int | None
    last_turn_at: datetime | None
    given: int | None


@frozen
class PoolCard:
    """A round robin: who takes part, whose turn it is first, and Slack user ids of those taken out."""

    name: str
    seats: tuple[SeatCard, ...]
    out: tuple[str, ...]


@frozen
class Standing:
    """Rules in their order and round robins, and whether the one who asks may change them."""

    rules: tuple[RuleCard, ...]
    pools: tuple[PoolCard, ...]
    may: bool


@frozen
class Tried:
    """Who would get a lead (a Slack user id, or nobody), by what, and why not the others."""

    company: str
    source: str
    account_known: bool
    owner: str | None
    by: str
    rule: RuleCard | None
    place: int
    skipped: tuple[tuple[str, str], ...]


def standing(services: Services, actor: Actor) -> Standing:
    """Rules and round robins as they stand now."""
    now = services.now()
    with services.database.read() as connection:
        may = may_decide(connection, actor)
        pools = routing.turns(connection, actor.workspace_id, now)
        given = routing_rules.turns_since(connection, actor.workspace_id, now - FAIR) if may else None
        out = routing_rules.seats_taken_out(connection, actor.workspace_id)
        ids = {seat.member_id for pool in pools.values() for seat in pool.seats} | {member for _pool, member in out}
        named = people.names_of(connection, actor.workspace_id, ids)
        rules = _rules(connection, actor)
    named_pools = list(dict.fromkeys([DEFAULT_POOL, *(rule.pool for rule in rules if rule.pool), *pools]))
    empty = PoolTurn((), None, ())
    return Standing(
        rules,
        tuple(
            PoolCard(
                name,
                _seats(name, pools.get(name, empty), named, given),
                tuple(named[member] for pool, member in out if pool == name and member in named),
            )
            for name in named_pools
        ),
        may,
    )


def rule_card(services: Services, actor: Actor, rule_id: int) -> RuleCard | None:
    """A rule as it stands; nothing when it holds no more."""
    with services.database.read() as connection:
        return next((each for each in _rules(connection, actor) if each.id == rule_id), None)


def sources(services: Services, actor: Actor) -> list[str]:
    """Keys of the sources that leads came from, the largest first."""
    with services.database.read() as connection:
        return [each.source for each in set_up.lead_sources(connection, actor.workspace_id, limit=_SOURCES)]


def save_rule(services: Services, actor: Actor, intent: SaveRule, key: str) -> None:
    """Store a rule. Raises NotADeciderError; UnfitOwnerError; StaleVersionError when it changed or went meanwhile."""
    now = services.now()
    owner_id = _able(services, actor, intent.owner) if intent.owner else None
    terms = RuleTerms(intent.territory, intent.segment, intent.source, owner_id, intent.pool)

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        if intent.rule_id is None:
            rule_id = routing_rules.add_rule(work, actor.workspace_id, terms, now)
            note_act(work, actor, "routing_rule_added", (RULE, rule_id), now, asdict(terms))
            return {}
        routing_rules.change_rule(work, actor.workspace_id, intent.rule_id, terms, expected_version=intent.version)
        note_act(work, actor, "routing_rule_changed", (RULE, intent.rule_id), now, asdict(terms))
        return {}

    once(services, actor, key, act)


def move_rule(services: Services, actor: Actor, intent: RuleAct, key: str) -> None:
    """Move a rule up or down, or remove it. Raises NotADeciderError; StaleVersionError when it changed meanwhile."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        if intent.act == "remove":
            routing_rules.remove_rule(work, actor.workspace_id, intent.rule_id, expected_version=intent.version)
        else:
            routing_rules.move_rule(
                work, actor.workspace_id, intent.rule_id, up=intent.act == "up", expected_version=intent.version
            )
        action = "routing_rule_removed" if intent.act == "remove" else "routing_rule_moved"
        note_act(work, actor, action, (RULE, intent.rule_id), now, {"act": intent.act})
        return {}

    once(services, actor, key, act)


def save_seat(services: Services, actor: Actor, intent: SaveSeat, key: str) -> None:
    """Let somebody take part in a round robin or not. Raises NotADeciderError; UnfitOwnerError."""
    now = services.now()
    member_id = _able(services, actor, intent.person)

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        seat = (intent.pool, member_id)
        routing_rules.save_seat(work, actor.workspace_id, seat, cap=intent.cap, is_active=intent.takes_part, now=now)
        data = {"pool": intent.pool, "cap": intent.cap, "takes_part": intent.takes_part}
        note_act(work, actor, "routing_seat_changed", (SEAT, member_id), now, data)
        return {}

    once(services, actor, key, act)


def preview(services: Services, actor: Actor, ask: Preview) -> Tried:
    """Who would get a lead at this moment, and why. Nothing is stored, and nobody's turn is used."""
    now = services.now()
    with services.database.read() as connection:
        account_id = accounts.account_id_of(connection, actor.workspace_id, ask.company) if ask.company else None
        found: Routed = routing.route(connection, actor.workspace_id, RoutingAsk(account_id, ask.source), now)
        ids = {each.member_id for each in found.skipped} | ({found.owner_id} if found.owner_id else set())
        named = people.names_of(connection, actor.workspace_id, ids)
        rules = _rules(connection, actor)
    place = next((number for number, rule in enumerate(rules, 1) if rule.id == found.rule_id), 0)
    return Tried(
        company=ask.company,
        source=ask.source,
        account_known=account_id is not None,
        owner=named.get(found.owner_id) if found.owner_id else None,
        by=found.by,
        rule=rules[place - 1] if place else None,
        place=place,
        skipped=tuple((named[each.member_id], each.because) for each in found.skipped if each.member_id in named),
    )


def _able(services: Services, actor: Actor, slack_id: str) -> int:
    member = services.find_person(actor.workspace_id, slack_id)
    if member is None or member.kind != MemberKind.FULL or not member.is_active:
        raise UnfitOwnerError
    return member.id


def _rules(connection: Connection, actor: Actor) -> tuple[RuleCard, ...]:
    rows = routing_rules.list_rules(connection, actor.workspace_id)
    owners = {row.owner_id for row in rows if row.owner_id is not None}
    named = people.names_of(connection, actor.workspace_id, owners)
    return tuple(
        RuleCard(row.id, row.version, row.territory, row.segment, row.source, named.get(row.owner_id or 0), row.pool)
        for row in rows
    )


def _seats(
    pool: str, turn: PoolTurn, named: Mapping[int, str], given: Mapping[tuple[str | None, int], int] | None
) -> tuple[SeatCard, ...]:
    """Whose turn it is first, then the others as it will be theirs."""
    because = {each.member_id: each.because for each in turn.skipped}

    def order(seat: Candidate) -> tuple[bool, bool, float, int]:
        last = seat.last_turn_at
        is_next = seat.member_id == turn.next_id
        return not is_next, last is not None, last.timestamp() if last else 0.0, seat.member_id

    return tuple(
        SeatCard(
            person=named[seat.member_id],
            because=because.get(seat.member_id),
            open_load=seat.open_load,
            cap=seat.cap,
            last_turn_at=seat.last_turn_at,
            given=None if given is None else given.get((pool, seat.member_id), 0),
        )
        for seat in sorted(turn.seats, key=order)
        if seat.member_id in named
    )
