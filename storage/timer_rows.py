"""Timers as rows: which run, which step is due, and the life of each deadline put together from what was kept."""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Connection, and_, bindparam, insert, select, text, true, update
from sqlmodel import Session, col

from domain.durations import Duration, DurationUnit
from domain.ladder import STANDARD, Rung, moments
from domain.policy import TimerKind
from domain.timeline import Leg, Timeline
from domain.values import frozen
from domain.weeks import Span
from storage import calendars, handoffs, pauses, policies
from storage.database import UnitOfWork
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId
from storage.in_order import by_id
from storage.pauses import Subject
from storage.tables import LadderStep, Timer
from storage.upsert import upsert

OPEN: Final = "open"
PAUSED: Final = "paused"
STOPPED: Final = "stopped"


@frozen
class Promise:
    """A running timer with all that its deadline and its ladder come from."""

    timer: Timer
    timeline: Timeline
    rungs: tuple[Rung, ...]
    reassigns: bool = False


@frozen
class TakenStep:
    """A step of a ladder for one recipient (``member:<id>``, ``channel:<id>`` or ``-``), as the ledger keeps it."""

    timer_id: int
    epoch: int
    rung: str
    recipient: str
    action: str
    due_at: datetime


def list_due(connection: Connection, now: datetime, *, limit: int = 200) -> list[tuple[WorkspaceId, int, Subject]]:
    """Workspace, id and subject of the timers whose next step has come, the longest waiting first; takes no lock."""
    rows = connection.execute(
        select(col(Timer.workspace_id), col(Timer.id), col(Timer.subject_kind), col(Timer.subject_id))
        # Literal, not bound: a prepared plan for bound conditions could not use the partial index.
        .where(text("timers.state = 'open' AND timers.next_step_at IS NOT NULL"), col(Timer.next_step_at) <= now)
        .order_by(col(Timer.next_step_at), col(Timer.id))
        .limit(limit)
        .execution_options(all_workspaces="the clock looks for whatever is due")
    )
    return [(WorkspaceId(row[0]), row[1], (row[2], row[3])) for row in rows]


def take_due(work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int], now: datetime) -> list[Timer]:
    """Those of ``ids`` whose step is still due, locked for this transaction; others have the rest."""
    with Session(work.connection) as session:
        return list(
            session.scalars(
                select(Timer)
                .where(
                    col(Timer.workspace_id) == workspace_id,
                    col(Timer.id).in_(ids),
                    text("timers.state = 'open'"),
                    col(Timer.next_step_at) <= now,
                )
                .order_by(col(Timer.id))
                .with_for_update(skip_locked=True)
            )
        )


def timers_of(connection: Connection, workspace_id: WorkspaceId, subject: Subject) -> list[Timer]:
    """All timers of a record, stopped ones too, the oldest first."""
    with Session(connection) as session:
        return list(
            session.scalars(
                select(Timer)
                .where(
                    col(Timer.workspace_id) == workspace_id,
                    col(Timer.subject_kind) == subject[0],
                    col(Timer.subject_id) == subject[1],
                )
                .order_by(by_id(col(Timer.id)))
            )
        )


def lock_running(work: UnitOfWork, workspace_id: WorkspaceId, *subjects: Subject) -> list[Timer]:
    """The running timers of records of one kind, locked in the order in which everybody locks them."""
    with Session(work.connection) as session:
        return list(
            session.scalars(
                select(Timer)
                .where(
                    col(Timer.workspace_id) == workspace_id,
                    col(Timer.subject_kind).in_({kind for kind, _subject_id in subjects}),
                    col(Timer.subject_id).in_([subject_id for _kind, subject_id in subjects]),
                    col(Timer.state) != STOPPED,
                )
                .order_by(by_id(col(Timer.id)))
                .with_for_update()
            )
        )


def lock_running_of_owners(
    work: UnitOfWork, workspace_id: WorkspaceId, owner_ids: Collection[int] | None, now: datetime, *, limit: int
) -> list[Timer]:
    """The running timers of these members, or of everybody, locked after their handoffs in the order of all.

    At most ``limit``, the most urgent. The rest become due at ``now``: the clock looks at them, a few at a time.
    """
    theirs = and_(
        col(Timer.workspace_id) == workspace_id,
        text("timers.state IN ('open', 'paused')"),
        true() if owner_ids is None else col(Timer.owner_id).in_(owner_ids),
    )
    asked = select(col(Timer.id), col(Timer.subject_kind), col(Timer.subject_id)).where(theirs)
    urgent = work.connection.execute(asked.order_by(col(Timer.due_at), col(Timer.id)).limit(limit + 1)).all()
    chosen = [row.id for row in urgent[:limit]]
    handoffs.lock_handoffs(work, workspace_id, [row.subject_id for row in urgent if row.subject_kind == SUBJECT])
    with Session(work.connection) as session:
        query = select(Timer).where(theirs, col(Timer.id).in_(chosen)).order_by(col(Timer.id))
        found = list(session.scalars(query.with_for_update()))
    if len(urgent) > limit:
        rest = select(col(Timer.id)).where(theirs, col(Timer.id).not_in(chosen), col(Timer.next_step_at) > now)
        in_order = rest.order_by(col(Timer.id)).with_for_update()
        look_again = update(Timer).where(col(Timer.workspace_id) == workspace_id, col(Timer.id).in_(in_order))
        work.connection.execute(look_again.values(next_step_at=now))
    return found


def get_timer(connection: Connection, workspace_id: WorkspaceId, timer_id: int) -> Timer:
    """A timer by id. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(Timer, (workspace_id, timer_id))


def promises_of(connection: Connection, workspace_id: WorkspaceId, timers: Sequence[Timer]) -> dict[int, Promise]:
    """The life and ladder of each timer's deadline by its id: three questions, however many they are."""
    stood = pauses.pauses_of(connection, workspace_id, {(each.subject_kind, each.subject_id) for each in timers})
    legs = {each.id: json.loads(each.legs) for each in timers}
    specs = calendars.snapshots_of(connection, workspace_id, {key for each in legs.values() for key, _since in each})
    wanted = {
        (each.policy_id, each.policy_version) for each in timers if each.policy_id and each.policy_version is not None
    }
    agreed = policies.specs_of(connection, workspace_id, wanted)
    found = {}
    for timer in timers:
        began = datetime.fromisoformat(legs[timer.id][0][1])
        spans = [
            (max(start, began), end)
            for start, end in stood.get((timer.subject_kind, timer.subject_id), [])
            if end is None or end > began
        ]
        policy = agreed.get((timer.policy_id or 0, timer.policy_version or 0))
        found[timer.id] = Promise(
            timer,
            Timeline(
                tuple(Leg(specs[key], datetime.fromisoformat(since)) for key, since in legs[timer.id]),
                Duration(timer.limit_minutes, DurationUnit(timer.limit_unit)),
                tuple(Span(start, end) for start, end in spans if end is not None and start < end),
                next((start for start, end in spans if end is None), None),
            ),
            policy.ladder_of(TimerKind(timer.kind)) if policy else STANDARD,
            reassigns=policy is not None and policy.reassigns,
        )
    return found


def legs_json(legs: Iterable[tuple[str, datetime]]) -> str:
    """The calendars by which a timer ran, as its row keeps them."""
    return json.dumps([(key, since.astimezone(UTC).isoformat()) for key, since in legs])


def with_leg(timer: Timer, key: str, since: datetime) -> str:
    """The same with one more, from ``since`` on but not before the last."""
    legs = [(each, datetime.fromisoformat(moment)) for each, moment in json.loads(timer.legs)]
    return legs_json([*legs, (key, max(since, legs[-1][1]))])


def reckoned(
    timer: Timer, timeline: Timeline, rungs: Sequence[Rung], now: datetime, *, taken: Collection[str], afresh: bool
) -> dict[str, Any]:
    """The columns that follow from a deadline's life: when it is due, and which step of the ladder comes next.

    A step whose moment has passed is left out when it was ``taken`` already, or when the owner is a new one
    (``afresh``) and it only warns. While it is paused nothing is due next, and the deadline stays as last told.
    """
    due = timeline.due
    target = None
    if timer.target_minutes is not None and timer.target_unit is not None:
        aim = replace(timeline, duration=Duration(timer.target_minutes, DurationUnit(timer.target_unit)))
        target = aim.due or timer.target_at
    steps = moments(rungs, timeline) if timeline.paused_since is None else ()
    place = 0
    for rung, moment in steps:
        if moment > now or not (rung.name in taken or (afresh and not rung.is_breach)):
            break
        place += 1
    return {
        "due_at": due or timer.due_at,
        "target_at": target,
        "next_step": place,
        "next_step_at": steps[place][1] if place < len(steps) else None,
    }


def add_timers(work: UnitOfWork, rows: Sequence[dict[str, Any]]) -> None:
    """Insert timers."""
    if rows:
        work.connection.execute(insert(Timer), list(rows))


def change_timer(work: UnitOfWork, workspace_id: WorkspaceId, timer: Timer, values: dict[str, Any]) -> None:
    """Write columns of a timer that this transaction has locked."""
    work.connection.execute(
        update(Timer)
        .where(col(Timer.workspace_id) == workspace_id, col(Timer.id) == timer.id)
        .values({**values, "version": timer.version + 1})
    )


def change_timers(work: UnitOfWork, workspace_id: WorkspaceId, changes: Sequence[tuple[Timer, dict[str, Any]]]) -> None:
    """The same for many timers, each with the same columns."""
    if not changes:
        return
    columns: dict[str, Any] = {name: bindparam(f"new_{name}") for name in changes[0][1]}
    work.connection.execute(
        update(Timer)
        .where(col(Timer.workspace_id) == workspace_id, col(Timer.id) == bindparam("timer_id"))
        .values({**columns, "version": bindparam("new_version")}),
        [
            {"timer_id": timer.id, "new_version": timer.version + 1}
            | {f"new_{name}": value for name, value in values.items()}
            for timer, values in changes
        ],
    )


def steps_taken(connection: Connection, workspace_id: WorkspaceId, timer_ids: Collection[int]) -> dict[int, set[str]]:
    """The names of the steps that each timer's ladder has taken, in any epoch."""
    rows = connection.execute(
        select(col(LadderStep.timer_id), col(LadderStep.rung)).where(
            col(LadderStep.workspace_id) == workspace_id, col(LadderStep.timer_id).in_(timer_ids)
        )
    )
    found: dict[int, set[str]] = defaultdict(set)
    for row in rows:
        found[row.timer_id].add(row.rung)
    return found


def note_steps(
    work: UnitOfWork, workspace_id: WorkspaceId, steps: Sequence[TakenStep], now: datetime
) -> set[tuple[int, str, str]]:
    """Enter steps in the ledger and give those (timer, rung, recipient) that were not in it: only they happen now."""
    if not steps:
        return set()
    rows = [
        {
            "workspace_id": workspace_id,
            "timer_id": step.timer_id,
            "epoch": step.epoch,
            "rung": step.rung,
            "recipient": step.recipient,
            "action": step.action,
            "due_at": step.due_at,
            "taken_at": now,
        }
        for step in steps
    ]
    claimed = work.connection.execute(
        upsert(work.connection, LadderStep)
        .values(rows)
        .on_conflict_do_nothing()
        .returning(col(LadderStep.timer_id), col(LadderStep.rung), col(LadderStep.recipient))
    )
    return {(row.timer_id, row.rung, row.recipient) for row in claimed}


def calendar_key_of(timer: Timer) -> str:
    """The key of the calendar by which it runs now."""
    return str(json.loads(timer.legs)[-1][0])
