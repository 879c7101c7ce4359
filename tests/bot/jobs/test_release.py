"""Notices are released once and merged, however many processes look at the same moment."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import Connection

from bot.jobs.notices import run_release
from commands.i18n import Texts
from commands.telling import Audience, Composed
from storage import notices, outbox, people, time_off
from storage.database import Database
from storage.notices import DAILY, IN_PLACE, NOW, PlannedNotice, Recipient
from storage.outbox import Outgoing
from storage.people import Profile
from storage.tables import Notice
from tests.digest_rows import DigestRows

DUE = datetime(2026, 3, 2, 9, tzinfo=UTC)
PROCESSES = 3
CHANNELS = 8
EACH = 6


def test_processes_at_once_tell_everybody_once_in_one_message(database: Database, database_url: str) -> None:
    rows = DigestRows.in_new_workspace(database)
    with database.write() as work:
        planned = [
            PlannedNotice(
                "test", NOW, Recipient(channel=f"C{channel}"), "test", number, DUE - timedelta(minutes=number)
            )
            for number in range(EACH)
            for channel in range(CHANNELS)
        ]
        notices.add_notices(work, rows.workspace_id, planned, DUE)
        work.commit()
    others = [Database.open(database_url) for _ in range(PROCESSES)]
    at_once, texts = Barrier(PROCESSES), Texts()

    def release(other: Database) -> int:
        at_once.wait()
        return run_release(other, texts, {"test": compose}, DUE, DUE)

    with ThreadPoolExecutor(PROCESSES) as pool:
        enqueued = sum(pool.map(release, others))
    for other in others:
        other.close()
    assert enqueued == CHANNELS
    with database.read() as connection:
        sent = outbox.list_messages(connection, state=None, limit=100)
    assert sorted(message.channel for message in sent) == sorted(f"C{channel}" for channel in range(CHANNELS))
    assert all(f'"{EACH} things"' in message.body for message in sent)


def test_what_is_not_true_any_more_is_dropped(database: Database) -> None:
    rows = DigestRows.in_new_workspace(database)
    with database.write() as work:
        planned = [PlannedNotice("test", NOW, Recipient(channel="C1"), "test", number, DUE) for number in (1, 2)]
        notices.add_notices(work, rows.workspace_id, planned, DUE)
        work.commit()
    nothing = Composed((), frozenset())
    assert run_release(database, Texts(), {"test": lambda *_: nothing}, DUE, DUE) == 0
    with database.read() as connection:
        assert not notices.list_due(connection, DUE)
        assert outbox.counts(connection) == {}


def test_what_is_not_due_waits(database: Database) -> None:
    rows = DigestRows.in_new_workspace(database)
    with database.write() as work:
        notices.add_notices(
            work, rows.workspace_id, [PlannedNotice("test", NOW, Recipient(channel="C1"), "test", 1, DUE)], DUE
        )
        work.commit()
    assert run_release(database, Texts(), {"test": compose}, DUE - timedelta(seconds=1), DUE) == 0
    assert run_release(database, Texts(), {"test": compose}, DUE, DUE) == 1
    assert run_release(database, Texts(), {"test": compose}, DUE + timedelta(days=1), DUE) == 0


def test_one_who_cannot_be_told_holds_up_nobody(database: Database) -> None:
    rows = DigestRows.in_new_workspace(database)
    with database.write() as work:
        planned = [
            PlannedNotice("test", NOW, Recipient(channel=f"C{number}"), "test", number, DUE - timedelta(minutes=number))
            for number in range(4)
        ]
        notices.add_notices(work, rows.workspace_id, planned, DUE)
        work.commit()

    def fail_on_some(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
        if audience.channel in {"C3", "C1"}:  # C3 has waited longest
            raise ArithmeticError(audience.channel)
        return compose(connection, audience, due)

    with pytest.raises(ArithmeticError):
        run_release(database, Texts(), {"test": fail_on_some}, DUE, DUE)
    assert channels_told(database) == ["C0", "C2"]
    assert run_release(database, Texts(), {"test": compose}, DUE, DUE) == 2
    assert channels_told(database) == ["C0", "C1", "C2", "C3"]


def test_what_this_version_has_no_words_for_waits_and_holds_up_nothing(database: Database) -> None:
    rows = DigestRows.in_new_workspace(database)
    with database.write() as work:
        planned = [
            PlannedNotice(kind, lane, Recipient(channel="C1"), "test", number, DUE - timedelta(minutes=number))
            for number, (kind, lane) in enumerate([("test", NOW), ("of_a_newer_version", NOW)])
        ]
        notices.add_notices(work, rows.workspace_id, planned, DUE)
        work.commit()
    assert run_release(database, Texts(), {"test": compose}, DUE, DUE) == 1
    newer = {"test": compose, "of_a_newer_version": compose}
    assert run_release(database, Texts(), newer, DUE + timedelta(hours=1), DUE) == 1


def test_after_downtime_notices_keep_to_working_hours(database: Database) -> None:
    """Due on Friday afternoon, and nobody there to send it before the evening: it comes on Monday, once."""
    rows = DigestRows.in_new_workspace(database)
    friday = datetime(2026, 3, 6, 15, tzinfo=UTC)
    saturday, monday = friday + timedelta(days=1), datetime(2026, 3, 9, 8, tzinfo=UTC)
    with database.write() as work:
        planned = [
            PlannedNotice("test", lane, Recipient(channel=f"C-{lane}"), "test", 1, friday)
            for lane in (NOW, DAILY, IN_PLACE)
        ]
        notices.add_notices(work, rows.workspace_id, planned, friday)
        work.commit()
    assert run_release(database, Texts(), {"test": compose}, friday + timedelta(hours=5), DUE) == 1
    assert channels_told(database) == [f"C-{IN_PLACE}"]
    assert run_release(database, Texts(), {"test": compose}, saturday, DUE) == 0
    assert run_release(database, Texts(), {"test": compose}, monday - timedelta(seconds=1), DUE) == 0
    assert run_release(database, Texts(), {"test": compose}, monday, DUE) == 2


def test_who_took_time_off_since_is_told_when_they_are_back(database: Database) -> None:
    rows = DigestRows.in_new_workspace(database)
    thursday = datetime(2026, 3, 5, 10, tzinfo=UTC)
    with database.write() as work:
        profile = Profile("U1", "Marta", "es-ES", "UTC", "full", is_admin=False)
        marta = people.save_profile(work, rows.workspace_id, profile, DUE)
        planned = [PlannedNotice("test", NOW, Recipient(member_id=marta), "test", 1, thursday)]
        notices.add_notices(work, rows.workspace_id, planned, DUE)
        away = (thursday - timedelta(hours=1), thursday + timedelta(hours=24))
        time_off.add_time_off(work, rows.workspace_id, marta, *away, note=None, now=DUE)
        work.commit()
    assert run_release(database, Texts(), {"test": compose}, thursday, DUE) == 0
    assert run_release(database, Texts(), {"test": compose}, thursday + timedelta(hours=23), DUE) == 0
    assert run_release(database, Texts(), {"test": compose}, thursday + timedelta(hours=24), DUE) == 1


@pytest.mark.parametrize("channel", ["C-MARKETING", None])
def test_what_waited_for_somebody_who_left_is_told_to_the_channel(database: Database, channel: str | None) -> None:
    rows = DigestRows.in_new_workspace(database)
    with database.write() as work:
        people.change_settings(work, rows.workspace_id, {"marketing_channel": channel}, expected_version=1)
        profile = Profile("U1", "Marta", "es-ES", "UTC", "full", is_admin=False, is_active=False)
        gone = people.save_profile(work, rows.workspace_id, profile, DUE)
        planned = [
            PlannedNotice("test", lane, Recipient(member_id=gone), "test", number, DUE)
            for number, lane in enumerate((NOW, DAILY, IN_PLACE))
        ]
        notices.add_notices(work, rows.workspace_id, planned, DUE)
        work.commit()
    assert run_release(database, Texts(), {"test": compose}, DUE, DUE) == 0
    assert run_release(database, Texts(), {"test": compose}, DUE, DUE) == (1 if channel else 0)
    assert channels_told(database) == ([channel] if channel else [])
    with database.read() as connection:
        assert not notices.list_due(connection, DUE)


def channels_told(database: Database) -> list[str]:
    """Where messages are on their way to."""
    with database.read() as connection:
        return sorted(message.channel for message in outbox.list_messages(connection, state=None, limit=100))


def compose(_connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """One message for all that is due."""
    key = "-".join(str(notice.id) for notice in due)
    message = Outgoing("test", f"test:{key}", audience.channel, {"text": f"{len(due)} things"})
    return Composed((message,), frozenset(notice.id for notice in due))
