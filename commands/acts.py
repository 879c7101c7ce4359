"""Who did what: an act of the person behind a payload, noted in the transaction that it changes something in."""

from collections.abc import Mapping
from datetime import datetime

from commands.context import Actor
from storage import audit
from storage.database import UnitOfWork


def note_act(
    work: UnitOfWork,
    actor: Actor,
    action: str,
    subject: tuple[str, int],
    now: datetime,
    data: Mapping[str, object] | None = None,
) -> None:
    """Note that ``actor`` did ``action`` to ``subject`` (kind, id)."""
    audit.record(
        work,
        actor.workspace_id,
        action=action,
        subject=subject,
        actor_id=actor.member_id,
        now=now,
        data=data,
    )
