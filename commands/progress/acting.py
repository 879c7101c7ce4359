"""What every act of this slice does: members alone act, each act counts once, and is written down."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from commands.context import Actor, Services
from commands.members import only_members
from commands.once import once
from storage import audit
from storage.database import UnitOfWork


def once_by_members(
    services: Services, actor: Actor, key: str, act: Callable[[UnitOfWork], dict[str, Any]]
) -> dict[str, Any]:
    """Do ``act`` once for ``key`` and give what it said. Raises NotAMemberError for a guest."""

    def only_by_members(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        return act(work)

    return once(services, actor, key, only_by_members)[0]


def note(
    work: UnitOfWork, actor: Actor, action: str, subject: tuple[str, int], now: datetime, data: dict[str, Any]
) -> None:
    """Write down who did what to which subject (its kind and id)."""
    audit.record(work, actor.workspace_id, action=action, subject=subject, actor_id=actor.member_id, now=now, data=data)
