"""What every move on a handoff shares: locked, allowed, possible; written with its audit, shown where it stands."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection

from commands.context import Actor, Services
from commands.handoff.cards import HandoffCard, card_of, is_sales_manager
from commands.handoff.errors import MoveRefusedError, NotAllowedError
from commands.handoff.planning import Telling
from commands.once import once
from domain.handoff import HandoffState, Move, Refusal, Standing, after, may_make
from domain.policy import TimerKind
from storage import audit, handoffs, pauses, policies, timers
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId
from storage.tables import Handoff, Timer


@dataclass(slots=True)
class Turn:
    """A move under way: the handoff as it was, where the move leads, and who is told in the end."""

    work: UnitOfWork
    workspace_id: WorkspaceId
    actor_id: int
    before: Handoff
    state: HandoffState
    now: datetime
    telling: Telling

    @property
    def subject(self) -> tuple[str, int]:
        """The handoff, as notices, timers and audit events name it."""
        return SUBJECT, self.before.id

    def stop(self, kinds: Iterable[TimerKind], at: datetime, *, cancelled: bool = False) -> list[dict[str, object]]:
        """End promises, and give how they ended, for the audit."""
        end = timers.cancel_timers if cancelled else timers.stop_timers
        return ended(end(self.work, self.workspace_id, self.subject, frozenset(kinds), at))

    def start(self, kinds: Iterable[TimerKind], at: datetime) -> None:
        """Begin promises under the policy version that the handoff has."""
        policy_id, version = self.before.policy_id, self.before.policy_version
        if policy_id is None or version is None:
            return
        spec = policies.specs_of(self.work.connection, self.workspace_id, {(policy_id, version)})[policy_id, version]
        timers.start_timers(
            self.work,
            self.workspace_id,
            [self.subject],
            self.before.owner_id,
            (policy_id, version, spec),
            frozenset(kinds),
            at,
        )

    def close(self, stopped: list[dict[str, object]]) -> None:
        """Nothing is owed any more: what still runs is cancelled, a pause ends."""
        stopped += self.stop(TimerKind, self.now, cancelled=True)
        pauses.end_pause(self.work, self.workspace_id, self.subject, self.now)

    def write(self, action: str, changes: Mapping[str, Any], data: Mapping[str, object], *also: int | None) -> None:
        """Store the change with its audit event, and let what stands in Slack follow; also for members ``also``."""
        handoffs.change_handoff(
            self.work, self.workspace_id, self.before, {"state": self.state.value, **changes}, self.now
        )
        audit.record(
            self.work,
            self.workspace_id,
            action=action,
            subject=self.subject,
            actor_id=self.actor_id,
            now=self.now,
            data=data,
        )
        self.telling.changed(self.before, *also)


def take_turn(
    services: Services,
    actor: Actor,
    handoff_id: int,
    move: Move,
    key: str,
    act: Callable[[Turn], None],
    *,
    version: int | None = None,
) -> HandoffCard:
    """Make ``move`` once for the payload ``key`` and show the handoff after it.

    Raises `NotAllowedError`, `MoveRefusedError`; StaleVersionError when it is not in ``version`` any more.
    """
    now = services.now()

    def run(work: UnitOfWork) -> dict[str, Any]:
        telling = Telling(work, actor.workspace_id, now)
        act(begin(work, actor, handoff_id, move, telling, now, version=version))
        telling.store()
        return {"handoff": handoff_id}

    once(services, actor, key, run)
    with services.database.read() as connection:
        return card_of(connection, actor.workspace_id, handoff_id, actor)


def begin(
    work: UnitOfWork,
    actor: Actor,
    handoff_id: int,
    move: Move,
    telling: Telling,
    now: datetime,
    *,
    version: int | None = None,
) -> Turn:
    """Lock the handoff and make sure that ``actor`` may do this now. Raises as `take_turn`."""
    handoff = handoffs.lock_handoff(work, actor.workspace_id, handoff_id)
    people = handoffs.members_by_id(work.connection, actor.workspace_id, {actor.member_id, handoff.owner_id})
    member, owner = people[actor.member_id], people[handoff.owner_id]
    standing = Standing(owner.id, handoff.marketer_id, owner.backup_id, owner.manager_id)
    allowed = member.is_active and may_make(
        move, member.id, standing, is_admin=member.is_admin, is_sales_manager=is_sales_manager(member)
    )
    if not allowed:
        raise NotAllowedError(card_of(work.connection, actor.workspace_id, handoff_id, actor), move)
    leads_to = after(HandoffState(handoff.state), move)
    if isinstance(leads_to, Refusal):
        raise refused(work.connection, actor, handoff_id, move)
    if version is not None and version != handoff.version:
        raise StaleVersionError(SUBJECT, handoff_id)
    return Turn(work, actor.workspace_id, actor.member_id, handoff, leads_to, now, telling)


def refused(connection: Connection, actor: Actor, handoff_id: int, move: Move) -> MoveRefusedError:
    """A move that is not possible now, and whose act made it so."""
    card = card_of(connection, actor.workspace_id, handoff_id, actor)
    last = card.history[-1] if card.history else None
    return MoveRefusedError(card, move, last.actor if last else None, last.at if last else card.offered_at)


def ended(stopped: Iterable[Timer]) -> list[dict[str, object]]:
    """How promises ended, as the audit keeps it."""
    return [
        {"timer": timer.kind, "timer_id": timer.id, "outcome": timer.outcome, "used_minutes": timer.used_minutes}
        for timer in stopped
        if not timer.is_shadow
    ]
