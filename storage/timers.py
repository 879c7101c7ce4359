"""What happens to running promises: begun, stopped, paused, handed on, moved when somebody's working time changes.

Every change is written in the transaction of its cause. Whatever moves a deadline raises ``epoch``, reckons the ladder
anew and is audited. Who changes a member's working time calls `recompute_for` in the same transaction.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, Final

from domain.calendars import CalendarError, CalendarSpec
from domain.ladder import moments
from domain.policy import GENTLE_KINDS, Limit, PolicySpec, TimerKind
from domain.telling import in_hours
from domain.timeline import Leg, Timeline
from storage import audit, calendars, moved_deadlines, notices, pauses, timer_rows
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.notices import PlannedNotice, Recipient
from storage.pauses import Subject
from storage.tables import Timer
from storage.timer_rows import OPEN, PAUSED, STOPPED, Promise

#: The kind of subject that notices and audit events about a deadline have.
SUBJECT: Final = "timer"
MOVED: Final = moved_deadlines.MOVED
#: So many deadlines are moved with the hours that changed: others wait meanwhile.
_AT_ONCE: Final = 200
_MINUTE: Final = timedelta(minutes=1)


def start_timers(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    subjects: Sequence[Subject],
    owner_id: int,
    policy: tuple[int, int, PolicySpec],
    kinds: Collection[TimerKind],
    start: datetime,
) -> None:
    """Begin the promises of ``kinds`` that the policy (id, version, spec) gives, by the owner's calendar, at ``start``.

    A promise that the policy does not give does not run; one about a record whose clock stands still waits with it.
    As many statements for many records as for one.
    """
    policy_id, version, agreed = policy
    wanted = [(kind, agreed.timers[kind]) for kind in TimerKind if kind in kinds and kind in agreed.timers]
    if not wanted:
        return
    limits = [limit.limit for _kind, limit in wanted]
    spec = calendars.calendar_to_owe_by(work.connection, workspace_id, owner_id, start, limits)
    key = calendars.keep_snapshots(work, workspace_id, (spec,), start)[spec]
    stood = pauses.pauses_of(work.connection, workspace_id, subjects)
    shared = {
        "workspace_id": workspace_id,
        "owner_id": owner_id,
        "policy_id": policy_id,
        "policy_version": version,
        "started_at": start,
        "legs": timer_rows.legs_json([(key, start)]),
        "carried_minutes": 0,
        "epoch": 0,
        "next_step": 0,
        "state": OPEN,
        "outcome": None,
        "stopped_at": None,
        "used_minutes": None,
        "breached_at": None,
        "is_shadow": agreed.is_shadow,
        "created_at": start,
        "version": 1,
    }
    begun = [{**shared, **_begun(spec, start, kind, limit, agreed)} for kind, limit in wanted]
    rows = []
    for subject in subjects:
        stands_still = any(ended is None for _begin, ended in stood.get(subject, ()))
        waiting = {"state": PAUSED, "next_step_at": None} if stands_still else {}
        about = {"subject_kind": subject[0], "subject_id": subject[1], **waiting}
        rows += [{**each, **about, "id": new_id()} for each in begun]
    timer_rows.add_timers(work, rows)


def stop_timers(
    work: UnitOfWork, workspace_id: WorkspaceId, subject: Subject, kinds: Collection[TimerKind], at: datetime
) -> list[Timer]:
    """End these promises of a record by an act at ``at``: met, or late when the deadline had passed by then.

    A breach is recorded at the deadline, also when nobody was told yet; one that was told is taken back when the act
    turns out to have been in time.
    """
    return _stop(work, workspace_id, subject, kinds, at, cancelled=False)


def cancel_timers(
    work: UnitOfWork, workspace_id: WorkspaceId, subject: Subject, kinds: Collection[TimerKind], at: datetime
) -> list[Timer]:
    """End promises that nobody owes any more: not counted, unless they were broken before ``at``."""
    return _stop(work, workspace_id, subject, kinds, at, cancelled=True)


def pause_timers(
    work: UnitOfWork, workspace_id: WorkspaceId, subject: Subject, member_id: int, reason: str, now: datetime
) -> None:
    """Let the clock of a record stand still. Raises IntegrityError when it does already."""
    running = timer_rows.lock_running(work, workspace_id, subject)
    pauses.begin_pause(work, workspace_id, subject, member_id, reason, now)
    for timer in running:
        timer_rows.change_timer(
            work, workspace_id, timer, {"state": PAUSED, "next_step_at": None, "epoch": timer.epoch + 1}
        )


def resume_timers(work: UnitOfWork, workspace_id: WorkspaceId, subject: Subject, actor_id: int, now: datetime) -> bool:
    """Let it run on: the time it stood still moves the deadlines. False when it was running."""
    running = timer_rows.lock_running(work, workspace_id, subject)
    if not pauses.end_pause(work, workspace_id, subject, now):
        return False
    promises = timer_rows.promises_of(work.connection, workspace_id, running)
    _rewrite(work, workspace_id, promises, {timer.id: {"state": OPEN} for timer in running}, "resumed", actor_id, now)
    return True


def reassign_timers(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    subjects: Collection[Subject],
    owner_id: int,
    actor_id: int | None,
    now: datetime,
) -> None:
    """Hand the running promises of records of one kind on: what was used stays used, the rest runs by the new hours."""
    running = timer_rows.lock_running(work, workspace_id, *subjects)
    if not running:
        return
    promises = timer_rows.promises_of(work.connection, workspace_id, running)
    limits = [promise.timeline.duration for promise in promises.values()]
    spec = calendars.calendar_to_owe_by(work.connection, workspace_id, owner_id, now, limits)
    key = calendars.keep_snapshots(work, workspace_id, (spec,), now)[spec]
    changes = {
        timer.id: {
            "owner_id": owner_id,
            "legs": timer_rows.with_leg(timer, key, now),
            "carried_minutes": promises[timer.id].timeline.used(now) // _MINUTE,
        }
        for timer in running
    }
    _rewrite(work, workspace_id, _by(promises, spec, now), changes, "reassigned", actor_id, now, afresh=True)


def recompute_for(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    member_ids: Collection[int] | None,
    now: datetime,
    because: str = "calendar",
    actor_id: int | None = None,
) -> int:
    """Move the deadlines of these members (of everybody: ``None``) to their working time as it is now.

    Time that was used stays used; what has passed stays passed. Says so in the audit, to each owner and where messages
    stand; gives how many deadlines moved. Of many the most urgent do at once, the clock looks at the rest.
    ``because``: ``calendar``, ``holidays``, ``time_off`` or ``zone``.
    """
    running = timer_rows.lock_running_of_owners(work, workspace_id, member_ids, now, limit=_AT_ONCE)
    return recompute(work, workspace_id, running, now, because, actor_id)


def recompute(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    running: Sequence[Timer],
    now: datetime,
    because: str | None = None,
    actor_id: int | None = None,
) -> int:
    """The same for timers that are locked, with their handoffs; without ``because`` the calendars tell why."""
    specs = calendars.calendars_of(work.connection, workspace_id, {timer.owner_id for timer in running})
    keys = calendars.keep_snapshots(work, workspace_id, set(specs.values()), now)
    stale = [timer for timer in running if keys[specs[timer.owner_id]] != timer_rows.calendar_key_of(timer)]
    promises = {
        timer_id: found
        for timer_id, found in timer_rows.promises_of(work.connection, workspace_id, stale).items()
        # A deadline that has passed is a fact.
        if (due := found.timeline.due) is None or due > now
    }
    changes: dict[int, dict[str, Any]] = {}
    moved = {}
    for timer_id, promise in promises.items():
        spec = specs[promise.timer.owner_id]
        ahead = _leg_added(promise, spec, now)
        if not _can_be_due(ahead.timeline):
            continue  # hours that never come again: what was promised stays as it was
        changes[timer_id] = {"legs": timer_rows.with_leg(promise.timer, keys[spec], now)}
        moved[timer_id] = ahead
    shown = _rewrite(work, workspace_id, moved, changes, because, actor_id, now)
    moved_deadlines.show(work, workspace_id, (timer for timer in shown if not timer.is_shadow), now)
    return len(shown)


def _can_be_due(timeline: Timeline) -> bool:
    try:
        return timeline.due is not None or timeline.paused_since is not None
    except CalendarError:
        return False


def _begun(spec: CalendarSpec, start: datetime, kind: TimerKind, limit: Limit, agreed: PolicySpec) -> dict[str, Any]:
    timeline = Timeline.begin(spec, start, limit.limit)
    steps = moments(agreed.ladder_of(kind), timeline)
    return {
        "kind": kind.value,
        "target_minutes": limit.target.minutes if limit.target else None,
        "target_unit": limit.target.unit.value if limit.target else None,
        "limit_minutes": limit.limit.minutes,
        "limit_unit": limit.limit.unit.value,
        "target_at": replace(timeline, duration=limit.target).due if limit.target else None,
        "due_at": timeline.due,
        "next_step_at": steps[0][1] if steps else None,
    }


def _stop(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    subject: Subject,
    kinds: Collection[TimerKind],
    at: datetime,
    *,
    cancelled: bool,
) -> list[Timer]:
    stopped = [timer for timer in timer_rows.lock_running(work, workspace_id, subject) if timer.kind in kinds]
    for timer, promise in _pairs(stopped, timer_rows.promises_of(work.connection, workspace_id, stopped)):
        due = promise.timeline.due  # none in a pause that began before the deadline: then it is met
        late = due is not None and at > due
        outcome = "late" if late else "cancelled" if cancelled else "met"
        values = {
            "state": STOPPED,
            "outcome": outcome,
            "stopped_at": at,
            "used_minutes": promise.timeline.used(at) // _MINUTE,
            "breached_at": due if late else None,
            "next_step_at": None,
        }
        timer_rows.change_timer(work, workspace_id, timer, values)
        for name, value in values.items():
            setattr(timer, name, value)
    return stopped


def _rewrite(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    promises: Mapping[int, Promise],
    changes: Mapping[int, dict[str, Any]],
    because: str | None,
    actor_id: int | None,
    now: datetime,
    *,
    afresh: bool = False,
) -> list[Timer]:
    """Write what follows from deadlines' lives as they are now, with further ``changes``; gives those that moved."""
    taken = timer_rows.steps_taken(work.connection, workspace_id, list(promises)) if promises else {}
    rows, events, told, moved = [], [], [], []
    for timer_id, promise in promises.items():
        timer = promise.timer
        follows = timer_rows.reckoned(
            timer, promise.timeline, promise.rungs, now, taken=taken.get(timer_id, ()), afresh=afresh
        )
        rows.append((timer, {"epoch": timer.epoch + 1, **follows, **changes.get(timer_id, {})}))
        if follows["due_at"] == timer.due_at:
            continue
        moved.append(timer)
        why = because or moved_deadlines.reason(promise.timeline)
        events.append(moved_deadlines.moved_event(workspace_id, timer, follows["due_at"], why, actor_id, now))
        owner_id = changes.get(timer_id, {}).get("owner_id", timer.owner_id)
        # Who is given a handoff hears all of it anyway, and who presses a button sees what it did.
        # Reviews and answers are told of on their day alone.
        if owner_id == timer.owner_id != actor_id and not timer.is_shadow and timer.kind not in GENTLE_KINDS:
            when = in_hours(promise.timeline.legs[-1].spec, now)
            told.append(PlannedNotice(MOVED, notices.NOW, Recipient(owner_id), SUBJECT, timer_id, when))
    timer_rows.change_timers(work, workspace_id, rows)
    audit.record_all(work, events)
    notices.add_notices(work, workspace_id, told, now)
    return moved


def _by(promises: Mapping[int, Promise], spec: CalendarSpec, now: datetime) -> dict[int, Promise]:
    return {timer_id: _leg_added(promise, spec, now) for timer_id, promise in promises.items()}


def _leg_added(promise: Promise, spec: CalendarSpec, now: datetime) -> Promise:
    timeline = promise.timeline
    leg = Leg(spec, max(now, timeline.legs[-1].since))
    return replace(promise, timeline=replace(timeline, legs=(*timeline.legs, leg)))


def _pairs(timers: Sequence[Timer], promises: Mapping[int, Promise]) -> list[tuple[Timer, Promise]]:
    return [(timer, promises[timer.id]) for timer in timers]
