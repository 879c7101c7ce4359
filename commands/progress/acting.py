"""How every act of this slice is done: by members alone, and counted once."""

from collections.abc import Callable
from typing import Any

from commands.context import Actor, Services
from commands.members import only_members
from commands.once import once
from storage.database import UnitOfWork


def once_by_members(
    services: Services, actor: Actor, key: str, act: Callable[[UnitOfWork], dict[str, Any]]
) -> dict[str, Any]:
    """Do ``act`` once for ``key`` and give what it said. Raises NotAMemberError for a guest."""

    def only_by_members(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        return act(work)

    return once(services, actor, key, only_by_members)[0]
