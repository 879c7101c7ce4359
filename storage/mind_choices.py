"""Who does not want a text assistant: a workspace, or some of its channels; and how much of the budget it may use."""

import json
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection, insert, select, update
from sqlmodel import col

from domain.values import frozen
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId
from storage.tables import MindChoice


@frozen
class Choice:
    """What a workspace decided; ``version`` is 0 while nobody has."""

    is_off: bool = False
    off_channels: tuple[str, ...] = ()
    monthly_tokens: int | None = None
    version: int = 0

    def keeps_out(self, channel: str | None) -> bool:
        """Whether nothing may be sent from here."""
        return self.is_off or (channel is not None and channel in self.off_channels)


def choice_of(connection: Connection, workspace_id: WorkspaceId) -> Choice:
    """What stands, or that nothing was decided."""
    row = connection.execute(
        select(
            col(MindChoice.is_off),
            col(MindChoice.off_channels),
            col(MindChoice.monthly_tokens),
            col(MindChoice.version),
        ).where(col(MindChoice.workspace_id) == workspace_id)
    ).one_or_none()
    return Choice() if row is None else Choice(bool(row[0]), tuple(json.loads(row[1])), row[2], int(row[3]))


def save_choice(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    *,
    is_off: bool,
    off_channels: Sequence[str],
    monthly_tokens: int | None,
    expected_version: int,
    set_by_id: int | None,
    now: datetime,
) -> None:
    """Store a decision over version ``expected_version`` (0: over none).

    Raises StaleVersionError; IntegrityError when two decide for the first time at once.
    """
    values = {
        "is_off": is_off,
        "off_channels": json.dumps(sorted(set(off_channels))),
        "monthly_tokens": monthly_tokens,
        "set_by_id": set_by_id,
        "set_at": now,
        "version": expected_version + 1,
    }
    if expected_version == 0 and choice_of(work.connection, workspace_id).version == 0:
        work.connection.execute(insert(MindChoice).values(workspace_id=workspace_id, **values))
        return
    changed = work.connection.execute(
        update(MindChoice)
        .where(col(MindChoice.workspace_id) == workspace_id, col(MindChoice.version) == expected_version)
        .values(**values)
    )
    if changed.rowcount != 1:
        raise StaleVersionError("mind choice", workspace_id)
