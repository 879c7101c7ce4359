"""Doing what a payload asks exactly once, however often Slack sends it."""

from collections.abc import Callable
from typing import Any

from sqlalchemy.exc import IntegrityError

from commands.context import Actor, Services
from storage import inbound, locks
from storage.database import UnitOfWork


def once(
    services: Services,
    actor: Actor,
    key: str,
    act: Callable[[UnitOfWork], dict[str, Any]],
    *,
    seen: Callable[[UnitOfWork], dict[str, Any] | None] | None = None,
) -> tuple[dict[str, Any], bool]:
    """Run ``act`` and keep its outcome under ``key`` in one transaction; give the outcome and whether it is a replay.

    Only committed outcomes are kept: what ``act`` raises undoes everything and leaves no trace. ``seen`` looks the
    outcome up together with other facts, for paths where each question counts.
    """

    def look(work: UnitOfWork) -> dict[str, Any] | None:
        return seen(work) if seen is not None else inbound.outcome_of(work, actor.workspace_id, key)

    def attempt(work: UnitOfWork) -> tuple[dict[str, Any], bool]:
        locks.one_at_a_time(work, actor.workspace_id, actor.member_id)
        known = look(work)
        if known is not None:
            return known, True
        outcome = act(work)
        inbound.remember(work, actor.workspace_id, key, outcome, services.now())
        work.commit()
        return outcome, False

    try:
        return services.database.run(attempt)
    except IntegrityError:
        # Another process committed the same key between our look and our insert: then its outcome is there now.
        return services.database.run(attempt)
