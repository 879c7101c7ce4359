"""Who gets a lead, and why: the account's owner, else a rule, else whose turn it is.

A named account keeps its sales owner; while that person is away it goes to their backup, so that nobody waits two weeks
for an answer. The round robin is fair by construction: of those who can take a lead now, the one whose last turn is
longest ago gets it. Who let one expire is skipped until everybody else who can take one had a turn since.
"""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import datetime
from enum import StrEnum
from typing import Final

from domain.names import fold
from domain.values import frozen

#: The pool that leads go to which no rule sends elsewhere.
DEFAULT_POOL: Final = "sales"


class RoutedBy(StrEnum):
    """What decided. ``chosen``: a person named the owner."""

    CHOSEN = "chosen"
    ACCOUNT_OWNER = "account_owner"
    ACCOUNT_BACKUP = "account_backup"
    RULE = "rule"
    ROTATION = "rotation"
    NOBODY = "nobody"


class SkippedBecause(StrEnum):
    """Why somebody who could have got the lead did not."""

    LEFT = "left"
    AWAY = "away"
    AT_CAP = "at_cap"
    OFF_HOURS = "off_hours"
    JUST_MISSED = "just_missed"
    EXCLUDED = "excluded"
    LATER_TURN = "later_turn"


@frozen
class Candidate:
    """A person as far as routing goes, at one moment.

    ``works_next`` is when their working time goes on (aware UTC): now or earlier when they are at work; absent when it
    never does. ``away`` tells of time off. ``cap`` limits ``open_load`` in the round robin only.
    """

    member_id: int
    is_active: bool
    away: bool
    works_next: datetime | None
    open_load: int = 0
    cap: int | None = None
    last_turn_at: datetime | None = None
    last_missed_at: datetime | None = None
    backup_id: int | None = None


@frozen
class Rule:
    """Leads that match go to ``owner_id`` or to ``pool``; an absent condition matches anything."""

    id: int
    territory: str | None
    segment: str | None
    source: str | None
    owner_id: int | None
    pool: str | None


@frozen
class Skipped:
    """Somebody who was passed over, and why."""

    member_id: int
    because: SkippedBecause


@frozen
class Routed:
    """The decision: to whom, by what, by which rule and pool, and who was passed over. No owner: nobody can take it."""

    owner_id: int | None
    by: RoutedBy
    rule_id: int | None = None
    pool: str | None = None
    skipped: tuple[Skipped, ...] = ()


@frozen
class RoutingFacts:
    """What is known of the lead and of those who could get it.

    ``rules`` come in their order. ``people`` holds the account's owner, their backup and owners named by rules;
    ``pools`` the seats of each pool. ``but`` are members who are not to get it: they let it expire, or returned it.
    """

    territory: str | None = None
    segment: str | None = None
    source: str = ""
    account_owner_id: int | None = None
    rules: Sequence[Rule] = ()
    people: Mapping[int, Candidate] = field(default_factory=dict)
    pools: Mapping[str, Sequence[Candidate]] = field(default_factory=dict)
    but: frozenset[int] = frozenset()


def route(facts: RoutingFacts, now: datetime) -> Routed:
    """Decide who gets a lead at ``now`` (aware UTC). The same facts always give the same owner."""
    skipped: list[Skipped] = []
    for decided in (_by_account(facts, skipped), _by_rule(facts, now, skipped)):
        if decided is not None:
            return decided
    return _by_rotation(facts, DEFAULT_POOL, None, now, skipped) or Routed(
        None, RoutedBy.NOBODY, pool=DEFAULT_POOL, skipped=_once(skipped)
    )


def turn(pool: Sequence[Candidate], but: frozenset[int], now: datetime) -> tuple[int | None, tuple[Skipped, ...]]:
    """Whose turn it is in ``pool``, and why the others' is not.

    Those at work come first; when nobody is, whoever begins first. Of these, the one whose last turn is longest ago.
    """
    skipped: list[Skipped] = []
    able: list[Candidate] = []
    for candidate in pool:
        because = _unable(candidate, but)
        if because is None:
            able.append(candidate)
        else:
            skipped.append(Skipped(candidate.member_id, because))
    at_work = [candidate for candidate in able if candidate.works_next is not None and candidate.works_next <= now]
    if not at_work and able:
        first = min(candidate.works_next for candidate in able if candidate.works_next is not None)
        at_work = [candidate for candidate in able if candidate.works_next == first]
    skipped += [Skipped(each.member_id, SkippedBecause.OFF_HOURS) for each in able if each not in at_work]
    in_turn = [candidate for candidate in at_work if not _just_missed(candidate, at_work)]
    if not in_turn:
        return None, tuple(skipped)
    skipped += [Skipped(each.member_id, SkippedBecause.JUST_MISSED) for each in at_work if each not in in_turn]
    in_turn.sort(key=_turn_order)
    skipped += [Skipped(each.member_id, SkippedBecause.LATER_TURN) for each in in_turn[1:]]
    return in_turn[0].member_id, tuple(skipped)


def _by_account(facts: RoutingFacts, skipped: list[Skipped]) -> Routed | None:
    owner_id = facts.account_owner_id
    if owner_id is None:
        return None
    owner = facts.people.get(owner_id)
    if owner is None or not owner.is_active:
        skipped.append(Skipped(owner_id, SkippedBecause.LEFT))
        return None
    if owner_id in facts.but:
        skipped.append(Skipped(owner_id, SkippedBecause.EXCLUDED))
        return None
    backup = None if owner.backup_id is None else facts.people.get(owner.backup_id)
    if owner.away and backup is not None and _unable(backup, facts.but, capped=False) is None:
        skipped.append(Skipped(owner_id, SkippedBecause.AWAY))
        return Routed(backup.member_id, RoutedBy.ACCOUNT_BACKUP, skipped=_once(skipped))
    return Routed(owner_id, RoutedBy.ACCOUNT_OWNER, skipped=_once(skipped))


def _by_rule(facts: RoutingFacts, now: datetime, skipped: list[Skipped]) -> Routed | None:
    for rule in facts.rules:
        if not _matches(rule, facts):
            continue
        if rule.pool is not None:
            decided = _by_rotation(facts, rule.pool, rule.id, now, skipped)
            if decided is not None:
                return decided
        if rule.owner_id is not None:
            owner = facts.people.get(rule.owner_id)
            because = SkippedBecause.LEFT if owner is None else _unable(owner, facts.but, capped=False)
            if because is None:
                return Routed(rule.owner_id, RoutedBy.RULE, rule.id, skipped=_once(skipped))
            skipped.append(Skipped(rule.owner_id, because))
    return None


def _by_rotation(
    facts: RoutingFacts, pool: str, rule_id: int | None, now: datetime, skipped: list[Skipped]
) -> Routed | None:
    member_id, passed_over = turn(facts.pools.get(pool, ()), facts.but, now)
    skipped += passed_over
    if member_id is None:
        return None
    return Routed(member_id, RoutedBy.ROTATION, rule_id, pool, _once(skipped))


def _matches(rule: Rule, facts: RoutingFacts) -> bool:
    wanted = ((rule.territory, facts.territory), (rule.segment, facts.segment), (rule.source, facts.source))
    return all(condition is None or fold(condition) == fold(value or "") for condition, value in wanted)


def _unable(candidate: Candidate, but: frozenset[int], *, capped: bool = True) -> SkippedBecause | None:
    if candidate.member_id in but:
        return SkippedBecause.EXCLUDED
    if not candidate.is_active or candidate.works_next is None:
        return SkippedBecause.LEFT
    if candidate.away:
        return SkippedBecause.AWAY
    if capped and candidate.cap is not None and candidate.open_load >= candidate.cap:
        return SkippedBecause.AT_CAP
    return None


def _just_missed(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Whether they let one expire, and somebody else who can take one had no turn since."""
    missed = candidate.last_missed_at
    return missed is not None and any(
        other.member_id != candidate.member_id
        and not _missed_since(other, missed)
        and (other.last_turn_at is None or other.last_turn_at <= missed)
        for other in others
    )


def _missed_since(candidate: Candidate, moment: datetime) -> bool:
    """Of two who missed one, the later waits for the earlier, never both for each other."""
    return candidate.last_missed_at is not None and candidate.last_missed_at >= moment


def _turn_order(candidate: Candidate) -> tuple[bool, float, int]:
    last = candidate.last_turn_at
    return last is not None, last.timestamp() if last is not None else 0.0, candidate.member_id


def _once(skipped: Sequence[Skipped]) -> tuple[Skipped, ...]:
    """Each person once, with the first reason."""
    found: dict[int, Skipped] = {}
    for each in skipped:
        found.setdefault(each.member_id, each)
    return tuple(found.values())
