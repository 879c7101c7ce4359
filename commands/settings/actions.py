"""The use cases: read a workspace's settings, and change them."""

from typing import Any, Final

from commands.acts import note_act
from commands.context import Actor, Services
from commands.members import only_admins
from commands.once import once
from commands.settings.parse import ChangeSettings
from domain.values import frozen
from storage import people
from storage.database import UnitOfWork

SUBJECT: Final = "workspace"
_COLUMNS: Final = ("marketing_channel", "handoff_channel", "locale", "tz", "guests_allowed", "reaction")


@frozen
class Standing:
    """The settings as they stand."""

    version: int
    marketing_channel: str | None
    handoff_channel: str | None
    locale: str
    tz: str
    guests_allowed: bool
    reaction: str


@frozen
class Changed:
    """What was stored: the settings now, and each that differs with what it was before."""

    now: Standing
    before: dict[str, Any]


def standing(services: Services, actor: Actor) -> Standing:
    """The settings of the actor's workspace."""
    with services.database.read() as connection:
        workspace = people.get_workspace(connection, actor.workspace_id)
    return Standing(
        workspace.version,
        workspace.marketing_channel,
        workspace.handoff_channel,
        workspace.locale,
        workspace.tz,
        workspace.guests_allowed,
        workspace.reaction,
    )


def admins(services: Services, actor: Actor) -> list[str]:
    """Slack user ids of a few admins: whom to ask."""
    with services.database.read() as connection:
        return people.list_admins(connection, actor.workspace_id)


def change(services: Services, actor: Actor, intent: ChangeSettings, key: str) -> Changed:
    """Store the settings. Raises NotAnAdminError; StaleVersionError when they changed since the form was opened."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_admins(work.connection, actor)
        workspace = people.get_workspace(work.connection, actor.workspace_id)
        changes = {
            column: getattr(intent, column)
            for column in _COLUMNS
            if getattr(workspace, column) != getattr(intent, column)
        }
        before = {column: getattr(workspace, column) for column in changes}
        if changes or workspace.version != intent.version:
            people.change_settings(work, actor.workspace_id, changes, expected_version=intent.version)
            note_act(
                work,
                actor,
                "settings_changed",
                (SUBJECT, actor.workspace_id),
                now,
                {"before": before, "after": changes},
            )
        return {"before": before}

    outcome, _replayed = once(services, actor, key, act)
    return Changed(standing(services, actor), dict(outcome["before"]))
