"""Who may change what about whom: one's own things oneself, the rest a manager or an admin (docs/decisions/0022)."""

from enum import StrEnum

from domain.values import frozen


class PersonFact(StrEnum):
    """What can be set about a member."""

    HOURS = "hours"
    TIME_OFF = "time_off"
    BACKUP = "backup"
    OPEN_CAP = "open_cap"
    DAILY_LIST = "daily_list"
    TEAM = "team"
    MANAGER = "manager"
    MANAGES_TEAM = "manages_team"


@frozen
class Person:
    """A member as far as rights go."""

    member_id: int
    is_admin: bool
    manager_id: int | None


def may_set(fact: PersonFact, actor: Person, subject: Person) -> bool:
    """Whether ``actor`` may set ``fact`` about ``subject``.

    Who leads a team sees its figures, and a manager hears of breaches: only an admin gives that role, and only an admin
    or the present manager changes a manager. A person may name their own while they have none.
    """
    if actor.is_admin:
        return True
    if fact is PersonFact.MANAGES_TEAM:
        return False
    if subject.manager_id is not None and actor.member_id == subject.manager_id:
        return True
    if actor.member_id != subject.member_id:
        return False
    return fact is not PersonFact.MANAGER or subject.manager_id is None
