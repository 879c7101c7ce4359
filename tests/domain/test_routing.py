"""Routing: who gets a lead, why, and that the round robin is fair."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.routing import (
    DEFAULT_POOL,
    Candidate,
    RoutedBy,
    RoutingFacts,
    Rule,
    SkippedBecause,
    route,
    turn,
)

NOW = datetime(2026, 3, 5, 10, tzinfo=UTC)
NOBODY: frozenset[int] = frozenset()


def person(member_id: int, **facts: object) -> Candidate:
    """Somebody at work, with nothing on their hands."""
    return replace(Candidate(member_id, is_active=True, away=False, works_next=NOW), **facts)  # type: ignore[arg-type]


def pool(*people: Candidate) -> RoutingFacts:
    return RoutingFacts(pools={DEFAULT_POOL: people})


def reasons(facts: RoutingFacts) -> dict[int, SkippedBecause]:
    return {each.member_id: each.because for each in route(facts, NOW).skipped}


def test_a_named_account_keeps_its_owner_even_when_they_have_much_to_do() -> None:
    facts = RoutingFacts(account_owner_id=1, people={1: person(1, open_load=50, cap=1)})
    found = route(facts, NOW)
    assert (found.owner_id, found.by) == (1, RoutedBy.ACCOUNT_OWNER)


def test_while_the_owner_is_away_their_backup_gets_it() -> None:
    facts = RoutingFacts(account_owner_id=1, people={1: person(1, away=True, backup_id=2), 2: person(2)})
    found = route(facts, NOW)
    assert (found.owner_id, found.by) == (2, RoutedBy.ACCOUNT_BACKUP)
    assert reasons(facts) == {1: SkippedBecause.AWAY}


def test_without_a_backup_who_is_there_it_waits_for_the_owner() -> None:
    both_away = {1: person(1, away=True, backup_id=2), 2: person(2, away=True)}
    assert route(RoutingFacts(account_owner_id=1, people=both_away), NOW).owner_id == 1
    assert route(RoutingFacts(account_owner_id=1, people={1: person(1, away=True)}), NOW).owner_id == 1


def test_an_owner_who_left_is_passed_over() -> None:
    facts = RoutingFacts(account_owner_id=1, people={1: person(1, is_active=False)}, pools={DEFAULT_POOL: (person(2),)})
    found = route(facts, NOW)
    assert (found.owner_id, found.by) == (2, RoutedBy.ROTATION)
    assert reasons(facts) == {1: SkippedBecause.LEFT}


def test_the_first_rule_that_matches_decides() -> None:
    rules = (
        Rule(1, territory="North", segment=None, source=None, owner_id=7, pool=None),
        Rule(2, territory=None, segment="SMB", source=None, owner_id=8, pool=None),
        Rule(3, territory=None, segment=None, source=None, owner_id=9, pool=None),
    )
    people = {number: person(number) for number in (7, 8, 9)}

    def owner(territory: str | None, segment: str | None) -> int | None:
        return route(RoutingFacts(territory=territory, segment=segment, rules=rules, people=people), NOW).owner_id

    assert owner("NORTH", "smb") == 7
    assert owner("south", "smb") == 8
    assert owner(None, None) == 9


def test_a_rule_whose_owner_cannot_take_it_lets_the_next_decide() -> None:
    rules = (
        Rule(1, None, None, "webinar", owner_id=7, pool=None),
        Rule(2, None, None, None, owner_id=None, pool="smb"),
    )
    facts = RoutingFacts(source="webinar", rules=rules, people={7: person(7, away=True)}, pools={"smb": (person(3),)})
    found = route(facts, NOW)
    assert (found.owner_id, found.by, found.rule_id, found.pool) == (3, RoutedBy.ROTATION, 2, "smb")
    assert reasons(facts) == {7: SkippedBecause.AWAY}


def test_each_who_is_passed_over_is_named_with_the_reason() -> None:
    facts = pool(
        person(1, away=True),
        person(2, open_load=5, cap=5),
        person(3, works_next=NOW + timedelta(hours=3)),
        person(4, is_active=False),
        person(5, last_turn_at=NOW - timedelta(days=2)),
        person(6, last_turn_at=NOW - timedelta(days=1)),
        person(7, works_next=None),
    )
    assert route(facts, NOW).owner_id == 5
    assert reasons(facts) == {
        1: SkippedBecause.AWAY,
        2: SkippedBecause.AT_CAP,
        3: SkippedBecause.OFF_HOURS,
        4: SkippedBecause.LEFT,
        6: SkippedBecause.LATER_TURN,
        7: SkippedBecause.LEFT,
    }


def test_at_night_it_goes_to_who_begins_first() -> None:
    facts = pool(person(1, works_next=NOW + timedelta(hours=9)), person(2, works_next=NOW + timedelta(hours=2)))
    assert route(facts, NOW).owner_id == 2


def test_nobody_can_take_it() -> None:
    found = route(pool(person(1, away=True)), NOW)
    assert (found.owner_id, found.by) == (None, RoutedBy.NOBODY)


def test_whoever_is_excluded_does_not_get_it() -> None:
    facts = RoutingFacts(
        account_owner_id=1, people={1: person(1)}, pools={DEFAULT_POOL: (person(1), person(2))}, but=frozenset({1})
    )
    assert route(facts, NOW).owner_id == 2


def test_who_just_missed_one_waits_until_the_others_had_a_turn() -> None:
    missed = person(1, last_turn_at=NOW - timedelta(days=3), last_missed_at=NOW - timedelta(days=2))
    idle = person(2, last_turn_at=NOW - timedelta(days=4))
    assert turn((missed, idle), NOBODY, NOW)[0] == 2
    served = replace(idle, last_turn_at=NOW - timedelta(hours=1))
    assert turn((missed, served), NOBODY, NOW)[0] == 1


def test_when_all_missed_one_somebody_still_gets_it() -> None:
    people = [
        person(n, last_turn_at=NOW - timedelta(days=3), last_missed_at=NOW - timedelta(days=2, hours=n % 2))
        for n in range(4)
    ]
    assert turn(people, NOBODY, NOW)[0] is not None


@given(size=st.integers(2, 9), leads=st.integers(1, 60))
def test_turns_differ_by_one_at_most(size: int, leads: int) -> None:
    people = {n: person(n) for n in range(size)}
    given_to: Counter[int] = Counter(dict.fromkeys(people, 0))
    for number in range(leads):
        now = NOW + timedelta(minutes=number)
        chosen, _ = turn(list(people.values()), NOBODY, now)
        assert chosen is not None
        given_to[chosen] += 1
        people[chosen] = replace(people[chosen], last_turn_at=now)
    assert max(given_to.values()) - min(given_to.values()) <= 1


@given(
    st.lists(
        st.builds(
            person,
            st.integers(1, 10**6),
            is_active=st.booleans(),
            away=st.booleans(),
            open_load=st.integers(0, 5),
            cap=st.none() | st.integers(0, 5),
            works_next=st.none() | st.integers(-5, 5).map(lambda hours: NOW + timedelta(hours=hours)),
            last_turn_at=st.none() | st.integers(1, 500).map(lambda hours: NOW - timedelta(hours=hours)),
            last_missed_at=st.none() | st.integers(1, 500).map(lambda hours: NOW - timedelta(hours=hours)),
        ),
        max_size=8,
        unique_by=lambda each: each.member_id,
    )
)
def test_a_lead_finds_somebody_whenever_anybody_can_take_it(people: list[Candidate]) -> None:
    chosen, skipped = turn(people, NOBODY, NOW)
    able = [
        each.member_id
        for each in people
        if each.is_active
        and not each.away
        and each.works_next is not None
        and (each.cap is None or each.open_load < each.cap)
    ]
    assert (chosen is not None) == bool(able)
    assert chosen is None or chosen in able
    assert len(skipped) == len(people) - (chosen is not None)
