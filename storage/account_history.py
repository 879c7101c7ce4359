"""What was done to an account, by whom and when: read off the audit."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, select
from sqlmodel import col

from domain.values import frozen
from storage.ids import WorkspaceId
from storage.tables import AccountStep, AuditEvent, Member

_STEP: Final = "step"


@frozen
class Happened:
    """One act: ``person`` is a Slack user id, absent for the clock; ``data`` what the audit keeps of it.

    ``what`` is the next step that the act is about, if it is about one.
    """

    at: datetime
    person: str | None
    action: str
    data: Mapping[str, Any]
    what: str | None = None


def history_of(connection: Connection, workspace_id: WorkspaceId, account_id: int, *, limit: int) -> list[Happened]:
    """The latest ``limit`` acts on an account and on what was promised for it, the latest first; two questions."""
    own = _acts(workspace_id).where(col(AuditEvent.subject_kind) == "account", col(AuditEvent.subject_id) == account_id)
    steps = (
        _acts(workspace_id)
        .add_columns(col(AccountStep.what))
        .join(
            AccountStep,
            (col(AccountStep.workspace_id) == workspace_id) & (col(AccountStep.id) == col(AuditEvent.subject_id)),
        )
        .where(col(AuditEvent.subject_kind) == _STEP, col(AccountStep.account_id) == account_id)
    )
    found = []
    for question in (own, steps):
        rows = connection.execute(question.order_by(col(AuditEvent.id).desc()).limit(limit))
        found += [(row[0], Happened(row[1], row[2], row[3], json.loads(row[4]), *row[5:])) for row in rows]
    found.sort(key=lambda each: each[0], reverse=True)
    return [happened for _id, happened in found[:limit]]


def _acts(workspace_id: WorkspaceId) -> Select[*tuple[Any, ...]]:
    return (
        select(
            col(AuditEvent.id),
            col(AuditEvent.at),
            col(Member.slack_user_id),
            col(AuditEvent.action),
            col(AuditEvent.data),
        )
        .join(
            Member,
            (col(Member.workspace_id) == workspace_id) & (col(Member.id) == col(AuditEvent.actor_id)),
            isouter=True,
        )
        .where(col(AuditEvent.workspace_id) == workspace_id)
    )
