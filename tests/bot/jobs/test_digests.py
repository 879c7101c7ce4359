"""Digests by the clock: once a channel and week, late ones say so, and no race makes two."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import Connection, select, text, update
from sqlmodel import col

from bot.jobs.digests import run_due_digests
from commands.digest.actions import read_ahead
from commands.digest.composing import Ahead, Target, compose
from commands.i18n import Texts
from domain.digest import DigestFacts
from domain.weeks import IsoWeek, PeriodKind, WeeklySlot, week_reported
from storage import audit, digests
from storage.database import Database, UnitOfWork
from storage.digest_facts import digest_facts as read_facts
from storage.errors import StoreBusyError
from storage.tables import DigestRun, DigestSchedule, Objection, OutboxMessage
from tests.digest_rows import MADRID, DigestRows

TEXTS = Texts()
CHANNEL = "C01REVIEW"
MONDAY_NINE = WeeklySlot(0, 9 * 60, MADRID)
REAL = datetime(2026, 11, 21, 12, tzinfo=UTC)


def madrid(text_: str) -> datetime:
    return datetime.fromisoformat(text_).replace(tzinfo=ZoneInfo(MADRID)).astimezone(UTC)


DUE = madrid("2018-03-05T09:00")


@pytest.fixture
def rows(database: Database) -> DigestRows:
    return DigestRows.in_new_workspace(database)


def scheduled(
    rows: DigestRows,
    slot: WeeklySlot = MONDAY_NINE,
    *,
    channel: str = CHANNEL,
    since: str = "2018-03-01T12:00",
    kinds: frozenset[PeriodKind] = frozenset({PeriodKind.WEEKLY}),
) -> None:
    with rows.database.write() as work:
        planned = digests.PlannedDigest(channel, slot, "en", kinds=kinds)
        now = madrid(since)
        digests.save_schedule(work, rows.workspace_id, planned, set_by_id=rows.member_id, now=now)
        work.commit()


def run(database: Database, now: datetime) -> int:
    return run_due_digests(database, TEXTS, now, REAL)


def all_of(rows: DigestRows, table: type[Any]) -> list[Any]:
    with rows.database.read() as connection:
        made: Any = table.__table__
        query = select(*made.columns).where(col(table.workspace_id) == rows.workspace_id).order_by(*made.primary_key)
        return list(connection.execute(query))


def weeks_posted(rows: DigestRows) -> list[tuple[IsoWeek, int]]:
    runs = all_of(rows, DigestRun)
    return sorted((IsoWeek(run.iso_year, run.iso_week), run.attempt) for run in runs)


def test_nothing_before_its_time_and_one_at_it(rows: DigestRows) -> None:
    scheduled(rows)
    assert run(rows.database, DUE - timedelta(seconds=1)) == 0
    assert run(rows.database, DUE) == 1
    assert run(rows.database, DUE) == 0
    (message,) = all_of(rows, OutboxMessage)
    assert (message.kind, message.channel, message.dedupe_key) == ("digest", CHANNEL, f"digest:{CHANNEL}:2018-W09:1")
    assert message.next_attempt_at == REAL, "delivery goes by the real clock"
    (schedule,) = all_of(rows, DigestSchedule)
    assert schedule.next_due_at == madrid("2018-03-12T09:00")
    (claimed,) = all_of(rows, DigestRun)
    assert (claimed.outbox_id, claimed.late_seconds) == (message.id, 0)


def test_a_digest_is_read_before_the_turn_to_write(rows: DigestRows, monkeypatch: pytest.MonkeyPatch) -> None:
    scheduled(rows)
    rows.objection(madrid("2018-02-27T10:00"))
    inside = 0
    writing = rows.database.write
    moments: list[int] = []

    @contextmanager
    def write() -> Iterator[UnitOfWork]:
        nonlocal inside
        with writing() as work:
            inside += 1
            yield work
            inside -= 1

    def digest_facts(*asked: Any, **more: Any) -> DigestFacts:  # noqa: ANN401 - as it is asked
        moments.append(inside)
        return read_facts(*asked, **more)

    monkeypatch.setattr(rows.database, "write", write)
    monkeypatch.setattr("commands.digest.composing.digest_facts", digest_facts)
    assert run(rows.database, DUE) == 1
    assert moments == [0]


def test_a_schedule_that_changed_while_its_digest_was_read_posts_what_it_says_now(
    rows: DigestRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows.objection(madrid("2018-03-04T20:00"))  # in Tokyo it was Monday already
    scheduled(rows)

    def of_tokyo(connection: Connection, target: Target, *about: Any, **more: Any) -> Ahead | None:  # noqa: ANN401 - as it is asked
        return read_ahead(connection, replace(target, tz="Asia/Tokyo"), *about, **more)

    monkeypatch.setattr("bot.jobs.digests.read_ahead", of_tokyo)
    assert run(rows.database, DUE) == 1
    with rows.database.read() as connection:
        shown = compose(connection, TEXTS, Target(rows.workspace_id, CHANNEL, MADRID, "en"), IsoWeek(2018, 9))
    (message,) = all_of(rows, OutboxMessage)
    assert json.loads(message.body) == shown.body


def test_what_is_taken_back_while_a_digest_is_read_is_not_in_it(
    rows: DigestRows, monkeypatch: pytest.MonkeyPatch
) -> None:
    scheduled(rows)
    rows.objection(madrid("2018-02-27T10:00"), quote="We said this by mistake.")

    def and_then_it_is_undone(connection: Connection, *about: Any, **more: Any) -> Ahead | None:  # noqa: ANN401 - as it is asked
        ahead = read_ahead(connection, *about, **more)
        with rows.database.write() as work:
            work.connection.execute(
                update(Objection).where(col(Objection.workspace_id) == rows.workspace_id).values(withdrawn_at=DUE)
            )
            subject = ("objection", 1)
            audit.record(work, rows.workspace_id, action="objection_withdrawn", subject=subject, actor_id=None, now=DUE)
            work.commit()
        return ahead

    monkeypatch.setattr("bot.jobs.digests.read_ahead", and_then_it_is_undone)
    assert run(rows.database, DUE) == 1
    (message,) = all_of(rows, OutboxMessage)
    assert "by mistake" not in message.body


def test_the_message_is_what_a_preview_shows(rows: DigestRows) -> None:
    rows.objection(madrid("2018-02-27T10:00"))
    rows.lead(madrid("2018-03-01T10:00"), "social")
    scheduled(rows)
    with rows.database.read() as connection:
        target = Target(rows.workspace_id, CHANNEL, MADRID, "en")
        shown = compose(connection, TEXTS, target, week_reported(DUE, MADRID))
    run(rows.database, DUE)
    (message,) = all_of(rows, OutboxMessage)
    assert json.loads(message.body) == shown.body
    assert json.loads(message.fallback) == shown.fallback


def test_every_week_once_over_many_ticks_and_a_new_year(rows: DigestRows) -> None:
    scheduled(rows, since="2020-12-10T12:00")
    now = madrid("2020-12-10T16:00")
    for _ in range(8 * 7):
        now += timedelta(hours=24)
        run(rows.database, now)
    posted = weeks_posted(rows)
    assert posted == [(IsoWeek(2020, 50).shift(ahead), 1) for ahead in range(8)]
    assert posted[3][0] == IsoWeek(2020, 53)


def test_after_long_downtime_only_the_latest_comes_once_and_says_that_it_is_late(rows: DigestRows) -> None:
    scheduled(rows)
    back = madrid("2018-03-29T11:00")
    assert run(rows.database, back) == 1
    assert run(rows.database, back) == 0
    assert weeks_posted(rows) == [(IsoWeek(2018, 12), 1)]
    (message,) = all_of(rows, OutboxMessage)
    late = next(block for block in json.loads(message.body)["blocks"] if block["type"] == "section")
    assert late["text"]["text"] == (
        "*This digest is late:* it was due on Mon, Mar 26 at 09:00 and comes 3 days later,"
        " because Lazo was not running then."
    )
    (claimed,) = all_of(rows, DigestRun)
    assert claimed.late_seconds == (back - madrid("2018-03-26T09:00")).total_seconds()


def test_a_late_digest_is_of_the_week_it_was_due_for(rows: DigestRows) -> None:
    scheduled(rows, WeeklySlot(4, 16 * 60, MADRID))
    run(rows.database, madrid("2018-03-07T10:00"))  # due on Friday 2 March, about the week before
    assert weeks_posted(rows) == [(IsoWeek(2018, 8), 1)]
    run(rows.database, madrid("2018-03-09T16:00"))
    assert weeks_posted(rows) == [(IsoWeek(2018, 8), 1), (IsoWeek(2018, 9), 1)]


@pytest.mark.parametrize(("minutes", "says_late"), [(15, False), (16, True)])
def test_a_quarter_of_an_hour_is_not_late(rows: DigestRows, minutes: int, says_late: bool) -> None:
    scheduled(rows)
    run(rows.database, DUE + timedelta(minutes=minutes))
    (message,) = all_of(rows, OutboxMessage)
    assert ("late" in message.body) == says_late


def test_a_schedule_moved_within_the_week_does_not_post_that_week_twice(rows: DigestRows) -> None:
    scheduled(rows)
    run(rows.database, DUE)
    scheduled(rows, WeeklySlot(2, 10 * 60, MADRID), since="2018-03-05T09:30")
    assert run(rows.database, madrid("2018-03-07T10:00")) == 0
    assert weeks_posted(rows) == [(IsoWeek(2018, 9), 1)]
    assert run(rows.database, madrid("2018-03-14T10:00")) == 1
    assert weeks_posted(rows) == [(IsoWeek(2018, 9), 1), (IsoWeek(2018, 10), 1)]


def test_a_schedule_moved_when_its_digest_is_due_and_not_posted_yet_loses_none(rows: DigestRows) -> None:
    scheduled(rows)
    scheduled(rows, WeeklySlot(0, 8 * 60, MADRID), since="2018-03-05T09:00:10")
    assert run(rows.database, DUE + timedelta(seconds=20)) == 1
    assert run(rows.database, DUE + timedelta(seconds=30)) == 0
    assert weeks_posted(rows) == [(IsoWeek(2018, 9), 1)]
    (message,) = all_of(rows, OutboxMessage)
    assert "late" not in message.body
    scheduled(rows, WeeklySlot(4, 9 * 60, MADRID), since="2018-03-12T09:00:10")  # later that week: it waits until then
    assert run(rows.database, madrid("2018-03-16T08:59")) == 0
    assert run(rows.database, madrid("2018-03-16T09:00")) == 1


def test_a_holiday_moves_it_says_so_and_leaves_the_week_its_own(rows: DigestRows) -> None:
    """The holiday is entered when the digest is already due on it."""
    scheduled(rows)
    rows.holidays({date(2018, 3, 5): "Founder <Day>"})
    assert run(rows.database, DUE) == 0
    tuesday = DUE + timedelta(days=1)
    assert run(rows.database, tuesday - timedelta(minutes=1)) == 0
    with rows.database.read() as connection:
        target = Target(rows.workspace_id, CHANNEL, MADRID, "en")
        shown = compose(connection, TEXTS, target, IsoWeek(2018, 9), as_of=tuesday)
    assert run(rows.database, tuesday) == 1
    (message,) = all_of(rows, OutboxMessage)
    assert json.loads(message.body) == shown.body, "what a preview shows is what comes"
    assert "Monday, Mar 5, was a holiday (Founder &lt;Day&gt;)" in message.body
    assert "late" not in message.body
    assert weeks_posted(rows) == [(IsoWeek(2018, 9), 1)]
    (schedule,) = all_of(rows, DigestSchedule)
    assert schedule.next_due_at == madrid("2018-03-12T09:00")


def test_a_schedule_made_on_the_holiday_keeps_the_digest_that_it_moved(rows: DigestRows) -> None:
    """At noon of the holiday the slot is past, its digest is not; once that came, saving again makes no second one."""
    rows.holidays({date(2018, 3, 5): "Founder Day"})
    scheduled(rows, since="2018-03-05T12:00")
    tuesday = DUE + timedelta(days=1)
    assert run(rows.database, tuesday - timedelta(minutes=1)) == 0
    assert run(rows.database, tuesday) == 1
    scheduled(rows, since="2018-03-06T12:00")
    assert run(rows.database, tuesday + timedelta(days=1)) == 0
    assert weeks_posted(rows) == [(IsoWeek(2018, 9), 1)]
    (schedule,) = all_of(rows, DigestSchedule)
    assert schedule.next_due_at == madrid("2018-03-12T09:00")


def test_week_and_month_come_from_one_schedule_each_once(rows: DigestRows) -> None:
    both = frozenset(PeriodKind)
    scheduled(rows, kinds=both)
    rows.lead(madrid("2018-02-10T10:00"), "social")
    assert [run(rows.database, DUE), run(rows.database, DUE)] == [2, 0]
    assert run(rows.database, madrid("2018-04-02T09:00")) == 2
    runs = sorted((each.kind, each.iso_year, each.iso_week, each.attempt) for each in all_of(rows, DigestRun))
    assert runs == [("monthly", 2018, 2, 1), ("monthly", 2018, 3, 1), ("weekly", 2018, 9, 1), ("weekly", 2018, 13, 1)]
    monthly = next(json.loads(each.body) for each in all_of(rows, OutboxMessage) if "Monthly" in each.body)
    assert monthly["text"] == "Monthly digest, February 2018: 0 objections, 1 MQL"
    assert "new: none in the four months before" in str(monthly["blocks"])


def test_a_stopped_schedule_is_silent(rows: DigestRows) -> None:
    scheduled(rows)
    with rows.database.write() as work:
        assert digests.stop_schedule(work, rows.workspace_id, CHANNEL) is not None
        work.commit()
    assert run(rows.database, DUE) == 0


def test_the_week_is_that_of_the_schedules_zone(rows: DigestRows) -> None:
    # Monday 01:00 in Madrid is still Sunday in Mexico City, where the week is not over.
    scheduled(rows, WeeklySlot(0, 60, MADRID), channel="CMADRID")
    scheduled(rows, WeeklySlot(6, 18 * 60, "America/Mexico_City"), channel="CMEXICO")
    assert run(rows.database, madrid("2018-03-05T01:00")) == 2
    runs = {run.channel: run.iso_week for run in all_of(rows, DigestRun)}
    assert runs == {"CMADRID": 9, "CMEXICO": 8}


def test_two_channels_and_two_workspaces_do_not_disturb_each_other(rows: DigestRows) -> None:
    other = DigestRows.in_new_workspace(rows.database, team="TSUR")
    for workspace in (rows, other):
        scheduled(workspace)
        scheduled(workspace, channel="C02SALES")
    assert run(rows.database, DUE) == 4
    assert len(weeks_posted(rows)) == len(weeks_posted(other)) == 2


@pytest.fixture
def processes(rows: DigestRows, database_url: str) -> Iterator[list[Database]]:
    """Four processes' worth of connections to the same database."""
    opened = [Database.open(database_url) for _ in range(4)]
    yield opened
    for database in opened:
        database.close()


def test_processes_that_race_post_once(rows: DigestRows, processes: list[Database]) -> None:
    channels = [f"C{number}" for number in range(5)]
    for channel in channels:
        scheduled(rows, channel=channel)
    start = threading.Barrier(len(processes))
    deadline = time.monotonic() + 60

    def tick(database: Database) -> None:
        start.wait()
        while time.monotonic() < deadline:
            try:
                run(database, DUE)
            except StoreBusyError:
                continue  # on one SQLite file the next tick tries again
            return

    threads = [threading.Thread(target=tick, args=(database,)) for database in processes]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(message.channel for message in all_of(rows, OutboxMessage)) == channels
    assert len(weeks_posted(rows)) == len(channels)


def test_a_process_that_dies_before_its_commit_leaves_the_digest_to_the_next(
    rows: DigestRows, database_url: str
) -> None:
    scheduled(rows)
    with closing(Database.open(database_url)) as dying, dying.write() as work:
        ((_workspace, schedule_id),) = digests.list_due(work.connection, DUE)
        assert digests.take_due(work, rows.workspace_id, schedule_id, DUE) is not None
        assert digests.claim_run(work, rows.workspace_id, CHANNEL, IsoWeek(2018, 9), 1, late_seconds=0, now=DUE)
    assert run(rows.database, DUE) == 1
    assert weeks_posted(rows) == [(IsoWeek(2018, 9), 1)]


def test_what_another_process_has_is_left_to_it(postgres_url: str) -> None:
    with closing(Database.open(postgres_url)) as database:
        theirs = DigestRows.in_new_workspace(database)
        scheduled(theirs)
        with database.write() as work:
            ((_workspace, schedule_id),) = digests.list_due(work.connection, DUE)
            assert digests.take_due(work, theirs.workspace_id, schedule_id, DUE) is not None
            assert run(database, DUE) == 0, "locked rows are skipped, not waited for"


def test_due_ness_is_asked_of_the_partial_index(rows: DigestRows) -> None:
    if not rows.database.is_sqlite:
        with rows.database.write() as work:
            work.connection.execute(text("SET LOCAL enable_seqscan = off"))
            plan = work.connection.execute(
                text(
                    "EXPLAIN SELECT id FROM digest_schedules WHERE digest_schedules.is_active"
                    " AND next_due_at <= now() ORDER BY next_due_at"
                )
            )
            assert "ix_digest_schedules_due" in "\n".join(row[0] for row in plan)
        return
    with rows.database.read() as connection:
        plan = connection.execute(
            text(
                "EXPLAIN QUERY PLAN SELECT id FROM digest_schedules WHERE digest_schedules.is_active"
                " AND next_due_at <= '2018' ORDER BY next_due_at"
            )
        )
        assert "ix_digest_schedules_due" in " ".join(str(row[-1]) for row in plan)
