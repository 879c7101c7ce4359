"""Who may change what about whom."""

import pytest

from domain.rights import Person, PersonFact, may_set

ADMIN = Person(1, is_admin=True, manager_id=None)
BOSS = Person(2, is_admin=False, manager_id=None)
ANA = Person(3, is_admin=False, manager_id=2)
TOM = Person(4, is_admin=False, manager_id=None)
OWN = set(PersonFact) - {PersonFact.MANAGER, PersonFact.MANAGES_TEAM}


@pytest.mark.parametrize("fact", PersonFact)
def test_admins_set_everything(fact: PersonFact) -> None:
    assert may_set(fact, ADMIN, ANA)


@pytest.mark.parametrize("fact", PersonFact)
def test_ones_own_things(fact: PersonFact) -> None:
    assert may_set(fact, ANA, ANA) == (fact in OWN)


def test_who_has_no_manager_may_name_one() -> None:
    assert may_set(PersonFact.MANAGER, TOM, TOM)


@pytest.mark.parametrize("fact", PersonFact)
def test_a_manager_sets_what_their_people_may_and_who_follows(fact: PersonFact) -> None:
    assert may_set(fact, BOSS, ANA) == (fact is not PersonFact.MANAGES_TEAM)


@pytest.mark.parametrize("fact", PersonFact)
def test_nobody_sets_anything_of_a_colleague(fact: PersonFact) -> None:
    assert not may_set(fact, TOM, ANA)
    assert not may_set(fact, ANA, BOSS)
