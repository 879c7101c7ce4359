"""The inbound ledger: what Slack sent once is done once, and answered alike every time it is sent."""

import json
from collections.abc import Hashable
from datetime import datetime
from typing import Any

from sqlalchemy import delete, insert, select
from sqlmodel import col

from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.prepared import Prepared
from storage.tables import InboundReceipt


def outcome_of(work: UnitOfWork, workspace_id: WorkspaceId, key: str) -> dict[str, Any] | None:
    """The stored outcome of the payload ``key``, or nothing when it was never committed."""
    found = work.connection.execute(
        select(col(InboundReceipt.outcome)).where(
            col(InboundReceipt.workspace_id) == workspace_id, col(InboundReceipt.key) == key
        )
    ).first()
    return None if found is None else dict(json.loads(found[0] or "{}"))


def remember(work: UnitOfWork, workspace_id: WorkspaceId, key: str, outcome: dict[str, Any], now: datetime) -> None:
    """Keep the outcome of ``key`` in the transaction that brings it about."""
    row = {"workspace_id": workspace_id, "key": key, "outcome": json.dumps(outcome), "received_at": now}
    work.later(REMEMBER, row, key=key_of(workspace_id, key))


def key_of(workspace_id: WorkspaceId, key: str) -> Hashable:
    """Under which a receipt is left for later (`UnitOfWork.later`)."""
    return "inbound", workspace_id, key


def forget_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop receipts older than ``moment``: Slack does not send anything again after an hour."""
    gone = work.connection.execute(
        delete(InboundReceipt)
        .where(col(InboundReceipt.received_at) < moment)
        .execution_options(all_workspaces="retention")
    )
    return gone.rowcount


#: Written with everything that a person does.
REMEMBER = Prepared(lambda: insert(InboundReceipt))
