"""What was kept of forms: stored when Slack reports it, found by whoever typed it, forgotten when it has served."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, delete, select
from sqlmodel import Session, col

from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import InboundReceipt, KeptForm
from storage.upsert import upsert

REPORTED: Final = "reported"
FAILED: Final = "failed"
CLOSED: Final = "closed"
TEXT: Final = "text"


def keep(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    member_id: int,
    view_id: str,
    why: str,
    body: Mapping[str, Any],
    now: datetime,
) -> int:
    """Keep ``body`` of the form ``view_id``, in place of what was kept of it before; give the row's id."""
    row = {
        "workspace_id": workspace_id,
        "id": new_id(),
        "member_id": member_id,
        "view_id": view_id,
        "why": why,
        "body": json.dumps(body, ensure_ascii=False),
        "kept_at": now,
    }
    kept = work.connection.execute(
        upsert(work.connection, KeptForm)
        .values(row)
        .on_conflict_do_update(
            index_elements=["workspace_id", "view_id"],
            set_={name: row[name] for name in ("why", "body", "kept_at")},
        )
        .returning(col(KeptForm.id))
    )
    return int(kept.scalar_one())


def find(connection: Connection, workspace_id: WorkspaceId, view_id: str, member_id: int) -> KeptForm | None:
    """What was kept of a form of this person."""
    return _one(connection, workspace_id, member_id, col(KeptForm.view_id) == view_id)


def get(connection: Connection, workspace_id: WorkspaceId, kept_id: int, member_id: int) -> KeptForm | None:
    """What this person may go on with, by id; nothing when it has served or was forgotten."""
    return _one(connection, workspace_id, member_id, col(KeptForm.id) == kept_id)


def text_of(connection: Connection, workspace_id: WorkspaceId, kept_id: int, member_id: int) -> str | None:
    """All of a long text of this person, by the id of what was kept; nothing when it was forgotten, or is no text."""
    kept = get(connection, workspace_id, kept_id, member_id)
    return None if kept is None or kept.why != TEXT else str(body_of(kept)["text"])


def body_of(kept: KeptForm) -> dict[str, Any]:
    """What was kept."""
    return dict(json.loads(kept.body))


def move(work: UnitOfWork, workspace_id: WorkspaceId, kept_id: int, view_id: str, body: Mapping[str, Any]) -> None:
    """It goes on in another view, as ``body``. What Slack reported of that one meanwhile is later, and stays."""
    with Session(work.connection) as session:
        kept = session.get(KeptForm, (workspace_id, kept_id))
        if kept is None:
            return
        its_own = select(col(KeptForm.id)).where(
            col(KeptForm.workspace_id) == workspace_id, col(KeptForm.view_id) == view_id
        )
        if session.scalar(its_own) is not None:
            session.delete(kept)
        else:
            kept.view_id = view_id
            kept.body = json.dumps(body, ensure_ascii=False)
            kept.why = REPORTED
        session.flush()


def forget(work: UnitOfWork, workspace_id: WorkspaceId, view_id: str) -> None:
    """It was stored: nobody needs to go on with it."""
    work.connection.execute(
        delete(KeptForm).where(col(KeptForm.workspace_id) == workspace_id, col(KeptForm.view_id) == view_id)
    )


def was_stored(connection: Connection, workspace_id: WorkspaceId, form: str) -> bool:
    """Whether something was committed for ``form`` (the view that it began in), whatever Slack heard of it."""
    keys = col(InboundReceipt.key)
    found = connection.execute(
        select(keys)
        .where(
            col(InboundReceipt.workspace_id) == workspace_id,
            # All keys that begin so: ";" comes after ":".
            (keys == f"form:{form}") | ((keys > f"form:{form}:") & (keys < f"form:{form};")),
        )
        .limit(1)
    )
    return found.first() is not None


def forget_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop what was kept before ``moment``."""
    gone = work.connection.execute(
        delete(KeptForm).where(col(KeptForm.kept_at) < moment).execution_options(all_workspaces="retention")
    )
    return gone.rowcount


def _one(connection: Connection, workspace_id: WorkspaceId, member_id: int, which: Any) -> KeptForm | None:  # noqa: ANN401 - a condition
    with Session(connection) as session:
        return session.scalars(
            select(KeptForm).where(
                col(KeptForm.workspace_id) == workspace_id, col(KeptForm.member_id) == member_id, which
            )
        ).one_or_none()
