"""Greeting a new workspace: one admin is written to once, and shared messages speak as that admin does until told."""

from dataclasses import replace
from datetime import datetime

from commands.i18n import Texts
from commands.set_up.welcome import welcome_message
from domain.set_up import set_up_from, set_up_text
from storage import outbox, people
from storage.database import Database
from storage.ids import WorkspaceId

#: The version of settings that nobody has changed yet.
_UNTOUCHED = 1


def run_welcome(database: Database, texts: Texts, workspace_id: WorkspaceId, system_now: datetime) -> bool:
    """Write to an admin of a workspace that nobody has set up; False when somebody was written to, or is not known."""
    with database.read() as connection:
        workspace = people.get_workspace(connection, workspace_id)
        found = people.list_admins(connection, workspace_id, limit=1)
        admin = people.find_member(connection, workspace_id, found[0]) if found else None
    if admin is None or workspace.version != _UNTOUCHED or set_up_from(workspace.set_up).welcomed is not None:
        return False
    # Put into words before anything is locked: the first use of a language reads its files.
    message = welcome_message(texts.into(admin.locale), admin.slack_user_id, admin.tz)
    with database.write() as work:
        if people.get_workspace(work.connection, workspace_id).version != _UNTOUCHED:
            return False
        welcomed = replace(set_up_from(workspace.set_up), welcomed=admin.slack_user_id)
        people.change_settings(
            work,
            workspace_id,
            {"set_up": set_up_text(welcomed), "locale": admin.locale, "tz": admin.tz},
            expected_version=_UNTOUCHED,
        )
        outbox.enqueue(
            work, workspace_id, outbox.Outgoing("welcome", "welcome", admin.slack_user_id, message), system_now
        )
        work.commit()
    return True
