"""The use cases about what people are: a person's card, changing it, their hours, and who there is."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from commands.acts import note_act
from commands.context import Actor, Services
from commands.members import only_members
from commands.once import once
from commands.people.parse import ChangePerson
from domain.calendars import CalendarSpec
from domain.rights import Person, PersonFact, may_set
from domain.taxonomy import MemberKind, Team
from domain.values import frozen
from storage import hours, people, roles, time_off
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.tables import Member, TimeOff

SUBJECT: Final = "member"
#: Which right each field of the form needs.
_FACTS: Final[Mapping[str, PersonFact]] = {
    "team": PersonFact.TEAM,
    "manager": PersonFact.MANAGER,
    "backup": PersonFact.BACKUP,
    "open_cap": PersonFact.OPEN_CAP,
    "daily_at": PersonFact.DAILY_LIST,
    "is_manager": PersonFact.MANAGES_TEAM,
}
_LISTED: Final = 400


class NotAllowedError(Exception):
    """The one who asks may not set this about that person."""

    def __init__(self, fact: PersonFact) -> None:
        super().__init__(fact)
        self.fact: Final = fact


class UnfitPersonError(Exception):
    """Somebody named in the form cannot be that: a text key for each field."""

    def __init__(self, errors: Mapping[str, str]) -> None:
        super().__init__(errors)
        self.errors: Final = errors


@frozen
class PersonCard:
    """A member as the form shows them. People are Slack user ids; ``may`` is what the viewer may set."""

    member_id: int
    version: int
    slack_id: str
    tz: str
    locale: str
    team: str
    manager: str | None
    backup: str | None
    open_cap: int | None
    daily_at: int
    is_manager: bool
    is_self: bool
    may: frozenset[PersonFact]
    spec: CalendarSpec
    has_own_hours: bool
    absences: tuple[TimeOff, ...]


@frozen
class Listed:
    """A line of the list of people. People are Slack user ids."""

    slack_id: str
    team: str
    manager: str | None
    backup: str | None
    is_manager: bool
    away_until: datetime | None
    tz: str


def card_of(services: Services, actor: Actor, member_id: int) -> PersonCard:
    """A member's card, for the eyes of ``actor``."""
    now = services.now()
    with services.database.read() as connection:
        return _card(connection, actor, people.get_member(connection, actor.workspace_id, member_id), now)


def card_of_slack_id(services: Services, actor: Actor, slack_id: str) -> PersonCard | None:
    """The card of a Slack user; nothing for guests, bots, outsiders and those who left."""
    member = services.find_person(actor.workspace_id, slack_id)
    if member is None or member.kind != MemberKind.FULL or not member.is_active:
        return None
    return card_of(services, actor, member.id)


def list_people(services: Services, actor: Actor) -> list[Listed]:
    """Everybody who has something to do with leads: a team, a manager, a role."""
    now = services.now()
    with services.database.read() as connection:
        members = roles.list_people(connection, actor.workspace_id, limit=_LISTED)
        managers = {member.manager_id for member in members if member.manager_id is not None}
        shown = [each for each in members if each.team or each.is_manager or each.manager_id or each.id in managers]
        named = {member.id: member.slack_user_id for member in members}
        away = time_off.away_until(connection, actor.workspace_id, [member.id for member in shown], now)
    return [
        Listed(
            member.slack_user_id,
            member.team,
            named.get(member.manager_id or 0),
            named.get(member.backup_id or 0),
            member.is_manager,
            away.get(member.id),
            member.tz,
        )
        for member in shown
    ]


def change_person(services: Services, actor: Actor, intent: ChangePerson, key: str) -> PersonCard:
    """Store what changed.

    Raises NotAMemberError; `NotAllowedError`; `UnfitPersonError`; StaleVersionError when they were changed meanwhile.
    """
    now = services.now()
    wanted = {**intent.said, **_ids_of(services, actor, intent)}

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        subject = people.get_member(work.connection, actor.workspace_id, intent.member_id)
        changes = _changes(subject, wanted)
        asker = person_of(people.get_member(work.connection, actor.workspace_id, actor.member_id))
        for column in changes:
            fact = _FACTS[column.removesuffix("_id")]
            if not may_set(fact, asker, person_of(subject)):
                raise NotAllowedError(fact)
        _check(work.connection, actor.workspace_id, subject, changes)
        if changes or subject.version != intent.version:
            roles.change_member(work, actor.workspace_id, subject.id, changes, expected_version=intent.version)
            before = {column: getattr(subject, column) for column in changes}
            note_act(work, actor, "person_changed", (SUBJECT, subject.id), now, {"before": before, "after": changes})
        return {}

    once(services, actor, key, act)
    return card_of(services, actor, intent.member_id)


def _card(connection: Connection, actor: Actor, member: Member, now: datetime) -> PersonCard:
    asker = person_of(people.get_member(connection, actor.workspace_id, actor.member_id))
    named = people.names_of(
        connection, actor.workspace_id, {each for each in (member.manager_id, member.backup_id) if each is not None}
    )
    own = hours.own_hours(connection, actor.workspace_id, member.id)
    company = hours.company_hours(connection, actor.workspace_id)
    return PersonCard(
        member_id=member.id,
        version=member.version,
        slack_id=member.slack_user_id,
        tz=member.tz,
        locale=member.locale,
        team=member.team,
        manager=named.get(member.manager_id or 0),
        backup=named.get(member.backup_id or 0),
        open_cap=member.open_cap,
        daily_at=member.daily_at,
        is_manager=member.is_manager,
        is_self=member.id == actor.member_id,
        may=frozenset(fact for fact in PersonFact if may_set(fact, asker, person_of(member))),
        spec=hours.spec_in(own or company, member.tz),
        has_own_hours=own is not None,
        absences=tuple(time_off.list_ahead(connection, actor.workspace_id, {member.id}, now)),
    )


def _ids_of(services: Services, actor: Actor, intent: ChangePerson) -> dict[str, int | None]:
    """Our ids for the people that the form names. Raises `UnfitPersonError`."""
    ids: dict[str, int | None] = {}
    errors: dict[str, str] = {}
    for field in ("manager", "backup"):
        if field not in intent.said:
            continue
        slack_id = intent.said[field]
        if slack_id is None:
            ids[field] = None
            continue
        found = services.find_person(actor.workspace_id, str(slack_id))
        if found is None or found.kind != MemberKind.FULL or not found.is_active:
            errors[field] = "people-error-unfit"
        elif found.id == intent.member_id:
            errors[field] = "people-error-oneself"
        else:
            ids[field] = found.id
    if errors:
        raise UnfitPersonError(errors)
    return ids


def _changes(subject: Member, wanted: Mapping[str, Any]) -> dict[str, Any]:
    columns = {f"{field}_id" if field in {"manager", "backup"} else field: value for field, value in wanted.items()}
    return {column: value for column, value in columns.items() if getattr(subject, column) != value}


def _check(connection: Connection, workspace_id: WorkspaceId, subject: Member, changes: Mapping[str, Any]) -> None:
    manager_id = changes.get("manager_id")
    if manager_id is not None and subject.id in roles.managers_above(connection, workspace_id, manager_id):
        raise UnfitPersonError({"manager": "people-error-ring"})
    if changes.get("team", Team.SALES) not in {*Team, ""}:
        raise UnfitPersonError({"team": "people-error-team"})


def check_right(connection: Connection, actor: Actor, subject: Member, fact: PersonFact) -> None:
    """Raise `NotAllowedError` unless ``actor`` may set ``fact`` about ``subject``, as the transaction sees them."""
    asker = people.get_member(connection, actor.workspace_id, actor.member_id)
    if not may_set(fact, person_of(asker), person_of(subject)):
        raise NotAllowedError(fact)


def person_of(member: Member) -> Person:
    """A member as far as rights go."""
    return Person(member.id, member.is_admin and member.is_active, member.manager_id)
