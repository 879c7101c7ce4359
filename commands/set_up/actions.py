"""The use cases of the set-up that change settings: language and zone, channels, teams; and how far it has come."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from commands.acts import note_act
from commands.context import Actor, Services
from commands.members import only_admins
from commands.once import once
from commands.set_up.parse import SetChannels, SetLanguage, SetTeams, mark_of
from domain.calendars import CalendarSpec
from domain.set_up import SetUp, Step, set_up_from, set_up_text
from domain.taxonomy import MemberKind, Team
from domain.values import frozen
from domain.weeks import WeeklySlot
from storage import calendars, digests, hours, people, roles
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.set_up import OwnerCounts, lead_sources, owner_counts
from storage.tables import Workspace

SUBJECT: Final = "workspace"
#: When the weekly digest comes to a channel that is chosen here: Monday, 09:00 in the workspace's zone.
_DIGEST_DAY: Final = 0
_DIGEST_MINUTE: Final = 9 * 60


class UnfitPeopleError(Exception):
    """Some who were chosen cannot be in a team (Slack user ids)."""

    def __init__(self, slack_ids: tuple[str, ...]) -> None:
        super().__init__(slack_ids)
        self.slack_ids: Final = slack_ids


@frozen
class Status:
    """How far the set-up has come, and what stands for each step."""

    set_up: SetUp
    locale: str
    tz: str
    marketing_channel: str | None
    handoff_channel: str | None
    digest_channels: tuple[str, ...]
    teams: Mapping[str, int]
    calendar: CalendarSpec
    country: str | None
    owners: OwnerCounts
    sources: int


@frozen
class TeamsShown:
    """Who is in which team, and who leads one (Slack user ids)."""

    sales: tuple[str, ...]
    marketing: tuple[str, ...]
    managers: tuple[str, ...]


def status_of(services: Services, actor: Actor) -> Status:
    """Read everything that the checklist tells."""
    with services.database.read() as connection:
        workspace = people.get_workspace(connection, actor.workspace_id)
        company = hours.company_hours(connection, actor.workspace_id)
        return Status(
            set_up_from(workspace.set_up),
            workspace.locale,
            workspace.tz,
            workspace.marketing_channel,
            workspace.handoff_channel,
            tuple(each.channel for each in digests.list_schedules(connection, actor.workspace_id)),
            roles.count_by_team(connection, actor.workspace_id),
            calendars.company_calendar(connection, actor.workspace_id),
            company.country if company is not None else workspace.country,
            owner_counts(connection, actor.workspace_id),
            len(lead_sources(connection, actor.workspace_id)),
        )


def admins(services: Services, actor: Actor) -> list[str]:
    """Slack user ids of a few admins: whom to ask."""
    with services.database.read() as connection:
        return people.list_admins(connection, actor.workspace_id)


def teams_shown(services: Services, actor: Actor) -> TeamsShown:
    """Who is in which team now."""
    with services.database.read() as connection:
        return _teams(connection, actor)


def save_language(services: Services, actor: Actor, intent: SetLanguage, shown: str, key: str) -> None:
    """Language and zone of shared messages. Raises NotAnAdminError; StaleVersionError when they changed meanwhile."""

    def act(_work: UnitOfWork, workspace: Workspace, _now: datetime) -> dict[str, Any]:
        _same(shown, language_mark(workspace.locale, workspace.tz), workspace)
        return {"locale": intent.locale, "tz": intent.tz}

    finish(services, actor, Step.LANGUAGE, key, act)


def save_channels(services: Services, actor: Actor, intent: SetChannels, shown: str, key: str) -> None:
    """Where feedback, handoffs and the digest go. Raises as `save_language`."""

    def act(work: UnitOfWork, workspace: Workspace, now: datetime) -> dict[str, Any]:
        scheduled = digests.list_schedules(work.connection, actor.workspace_id)
        first = scheduled[0].channel if scheduled else None
        _same(shown, channels_mark(workspace.marketing_channel, workspace.handoff_channel, first), workspace)
        if intent.digest is not None and intent.digest not in {each.channel for each in scheduled}:
            slot = WeeklySlot(_DIGEST_DAY, _DIGEST_MINUTE, workspace.tz)
            planned = digests.PlannedDigest(intent.digest, slot, workspace.locale)
            digests.save_schedule(work, actor.workspace_id, planned, set_by_id=actor.member_id, now=now)
        return {"marketing_channel": intent.marketing, "handoff_channel": intent.handoff}

    finish(services, actor, Step.CHANNELS, key, act)


def save_teams(services: Services, actor: Actor, intent: SetTeams, shown: str, key: str) -> None:
    """Who is in which team, and who leads one. Raises as `save_language`, and `UnfitPeopleError`."""
    ids: dict[str, int] = {}
    unfit = []
    for slack_id in dict.fromkeys((*intent.sales, *intent.marketing, *intent.managers)):
        found = services.find_person(actor.workspace_id, slack_id)
        if found is None or found.kind != MemberKind.FULL or not found.is_active:
            unfit.append(slack_id)
        else:
            ids[slack_id] = found.id
    if unfit:
        raise UnfitPeopleError(tuple(unfit))
    teams = {ids[each]: Team.SALES.value for each in intent.sales}
    teams |= {ids[each]: Team.MARKETING.value for each in intent.marketing}
    leading = {ids[each] for each in intent.managers}

    def act(work: UnitOfWork, workspace: Workspace, _now: datetime) -> dict[str, Any]:
        _same(shown, teams_mark(_teams(work.connection, actor)), workspace)
        for member in roles.list_people(work.connection, actor.workspace_id, limit=5000):
            wanted = {"team": teams.get(member.id, ""), "is_manager": member.id in leading}
            changes = {column: value for column, value in wanted.items() if getattr(member, column) != value}
            if changes:
                roles.change_member(work, actor.workspace_id, member.id, changes, expected_version=member.version)
        return {}

    finish(services, actor, Step.TEAMS, key, act)


def save_seen(services: Services, actor: Actor, step: Step, key: str) -> None:
    """A step that only has to be looked at. Raises NotAnAdminError."""
    finish(services, actor, step, key, lambda _work, _workspace, _now: {})


def finish(
    services: Services,
    actor: Actor,
    step: Step,
    key: str,
    act: Callable[[UnitOfWork, Workspace, datetime], dict[str, Any]],
) -> None:
    """Do a step once, in one transaction: ``act`` gives the settings to write; the checklist remembers who did it."""
    now = services.now()

    def run(work: UnitOfWork) -> dict[str, Any]:
        only_admins(work.connection, actor)
        workspace = people.get_workspace(work.connection, actor.workspace_id)
        settings = act(work, workspace, now)
        changes = {name: value for name, value in settings.items() if getattr(workspace, name) != value}
        done = set_up_from(workspace.set_up).with_done(step, actor.slack_user_id, now)
        people.change_settings(
            work,
            actor.workspace_id,
            {**changes, "set_up": set_up_text(done)},
            expected_version=workspace.version,
        )
        note_act(
            work,
            actor,
            "set_up_step",
            (SUBJECT, actor.workspace_id),
            now,
            {
                "step": step.value,
                "before": {name: getattr(workspace, name) for name in changes},
                "after": changes,
            },
        )
        return {}

    once(services, actor, key, run)


def language_mark(locale: str, tz: str) -> str:
    """A mark of what the step of language and zone shows."""
    return mark_of(locale, tz)


def channels_mark(marketing: str | None, handoff: str | None, digest: str | None) -> str:
    """A mark of what the step of channels shows."""
    return mark_of(marketing, handoff, digest)


def teams_mark(shown: TeamsShown) -> str:
    """A mark of what the step of teams shows."""
    return mark_of(sorted(shown.sales), sorted(shown.marketing), sorted(shown.managers))


def _teams(connection: Connection, actor: Actor) -> TeamsShown:
    members = roles.list_people(connection, actor.workspace_id, limit=5000)
    return TeamsShown(
        tuple(each.slack_user_id for each in members if each.team == Team.SALES),
        tuple(each.slack_user_id for each in members if each.team == Team.MARKETING),
        tuple(each.slack_user_id for each in members if each.is_manager),
    )


def _same(shown: str, standing: str, workspace: Workspace) -> None:
    if shown != standing:
        kind = "workspace"
        raise StaleVersionError(kind, workspace.id or 0)
