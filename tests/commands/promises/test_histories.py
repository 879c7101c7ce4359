"""Whatever people do in whatever order: what explains a deadline gives the deadline that is stored."""

import itertools
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.jobs.timers import run_due_timers
from commands.handoff import clock_moves, moves
from commands.handoff.errors import BadFieldError, MoveRefusedError
from commands.handoff.intents import Reassign
from commands.handoff.why import why_deadline
from domain.handoff import PauseReason
from domain.ladder import moments
from domain.taxonomy import LeadType, ReturnReason
from storage import calendars, timer_rows, timers
from storage.database import Database
from storage.tables import Timer
from tests.commands.promises.desk import Desk

_NUMBERS = itertools.count()
ZONES = ("Europe/Madrid", "America/Mexico_City", "Australia/Lord_Howe")


class Story:
    """One handoff, two possible owners, and the acts that may befall it."""

    def __init__(self, database: Database, lead_type: LeadType) -> None:
        self.desk = Desk(database, f"T{next(_NUMBERS)}")
        self.id = self.desk.offer(lead_type=lead_type).id
        self.people = (self.desk.owner, self.desk.backup)
        self.seen: dict[int, tuple[int, object]] = {}

    def wait(self, minutes: int) -> None:
        """Time passes, or is put back."""
        self.desk.now += timedelta(minutes=minutes)

    def sweep(self) -> None:
        """The clock's turn."""
        run_due_timers(self.desk.database, self.desk.now)

    def accept(self) -> None:
        """*Accept*."""
        moves.accept(self.desk.services, self.desk.manager, self.id, self.desk.key())

    def attempt(self, back: int) -> None:
        """*Log attempt*, some minutes ago."""
        card = self.desk.card(self.id)
        self.desk.attempt(card, self.desk.manager, when=self.desk.now - timedelta(minutes=back))

    def pause(self) -> None:
        """*Pause…*."""
        clock_moves.pause(self.desk.services, self.desk.manager, self.id, PauseReason.CUSTOMER, self.desk.key())

    def resume(self) -> None:
        """*Resume*."""
        clock_moves.resume(self.desk.services, self.desk.manager, self.id, self.desk.key())

    def reassign(self, who: int) -> None:
        """*Reassign…*."""
        intent = Reassign(self.id, self.people[who].member_id)
        clock_moves.reassign(self.desk.services, self.desk.manager, intent, self.desk.key())

    def time_off(self, who: int, begins: int, lasts: int) -> None:
        """Somebody is away, told now."""
        start = self.desk.now + timedelta(minutes=begins)
        self.desk.away(self.people[who], start, start + timedelta(minutes=lasts))
        self.hours_changed(who)

    def move_zone(self, who: int, zone: int) -> None:
        """Somebody travels."""
        self.desk.change_member(self.people[who].member_id, tz=ZONES[zone])
        self.hours_changed(who)

    def hours_changed(self, who: int) -> None:
        """What whoever changes working time calls."""
        with self.desk.database.write() as work:
            timers.recompute_for(work, self.desk.id, {self.people[who].member_id}, self.desk.now)
            work.commit()

    def give_back(self) -> None:
        """*Return…*."""
        self.desk.give_back(self.desk.card(self.id), ReturnReason.POOR_FIT, self.desk.manager)

    def check(self) -> None:
        """What holds at any time."""
        with self.desk.database.read() as connection:
            rows = timer_rows.timers_of(connection, self.desk.id, ("handoff", self.id))
            lives = timer_rows.promises_of(connection, self.desk.id, rows)
            for timer in rows:
                why = why_deadline(connection, self.desk.id, timer.id)
                if timer.state != timer_rows.STOPPED:
                    assert (why.explanation is None) == (lives[timer.id].timeline.due is None)
                if why.explanation is not None and timer.state != timer_rows.STOPPED:
                    assert why.explanation.due == timer.due_at
                if timer.limit_unit == "business" and why.explanation is not None:
                    assert why.explanation.worked == timedelta(minutes=timer.limit_minutes)
                if timer.breached_at is not None:
                    assert timer.breached_at == timer.due_at
                if timer.outcome == "late":
                    assert timer.stopped_at is not None
                    assert timer.stopped_at > timer.due_at
                self._check_ladder(timer, lives[timer.id])
                if timer.state == timer_rows.OPEN and timer.due_at > self.desk.now:
                    hours = calendars.calendar_of(connection, self.desk.id, timer.owner_id)
                    assert timer_rows.calendar_key_of(timer) == calendars.key_of(hours)

    def _check_ladder(self, timer: Timer, promise: timer_rows.Promise) -> None:
        epoch, due = self.seen.get(timer.id, (timer.epoch, timer.due_at))
        assert timer.due_at == due or timer.epoch > epoch, "a deadline moved and its epoch did not"
        self.seen[timer.id] = (timer.epoch, timer.due_at)
        if timer.state != timer_rows.OPEN:
            assert timer.next_step_at is None
            return
        steps = moments(promise.rungs, promise.timeline)
        ahead = steps[timer.next_step :]
        assert timer.next_step_at == (ahead[0][1] if ahead else None)


MINUTES = st.integers(-120, 2 * 24 * 60)
ACTS = st.one_of(
    MINUTES.map(lambda minutes: ("wait", minutes)),
    st.integers(1, 180).map(lambda minutes: ("wait", minutes)),
    st.just(("sweep",)),
    st.just(("accept",)),
    st.integers(0, 300).map(lambda back: ("attempt", back)),
    st.just(("pause",)),
    st.just(("resume",)),
    st.sampled_from((0, 1)).map(lambda who: ("reassign", who)),
    st.tuples(st.just("time_off"), st.sampled_from((0, 1)), st.integers(-600, 3000), st.integers(1, 5000)),
    st.tuples(st.just("move_zone"), st.sampled_from((0, 1)), st.sampled_from((0, 1, 2))),
    st.just(("give_back",)),
)


@pytest.fixture(scope="module")
def shared_database(sqlite_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Database:
    """One file for all examples, each in a workspace of its own."""
    file = tmp_path_factory.mktemp("histories") / "lazo.sqlite3"
    file.write_bytes(sqlite_template.read_bytes())
    return Database.open(f"sqlite:///{file}")


@given(
    lead_type=st.sampled_from((LeadType.OTHER, LeadType.CONTENT, LeadType.DEMO_REQUEST)),
    acts=st.lists(ACTS, max_size=14),
)
@settings(
    max_examples=40,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
def test_what_explains_a_deadline_gives_the_deadline_that_is_stored(
    shared_database: Database, lead_type: LeadType, acts: Sequence[tuple[object, ...]]
) -> None:
    story = Story(shared_database, lead_type)
    for name, *values in acts:
        try:
            getattr(story, str(name))(*values)
        except (MoveRefusedError, BadFieldError):
            continue
        story.check()


def test_the_clock_explains_where_the_time_went(database: Database) -> None:
    story = Story(database, LeadType.OTHER)
    story.wait(60)
    story.pause()
    story.wait(120)
    story.resume()
    (accept,) = [each for each in story.desk.card(story.id).timers if each.kind == "accept"]
    with database.read() as connection:
        why = why_deadline(connection, story.desk.id, accept.id)
    assert why.explanation is not None
    assert [(each.why.value, each.end - each.start) for each in why.explanation.skipped] == [
        ("pause", timedelta(hours=2))
    ]
    assert (why.policy_name, why.policy_version, why.limit_minutes) == ("standard", 1, 240)
