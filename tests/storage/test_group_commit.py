"""Units of work that share a commit leave together: with what they wrote, and with what they saw of each other."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import pytest

from storage import group_commit, inbound
from storage.database import Database
from storage.group_commit import GroupWriter
from tests.digest_rows import DigestRows

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PATIENCE = 10.0


def test_who_only_saw_what_another_stored_does_not_leave_before_it_is_durable(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A payload that comes twice at once: "already saved" must not be said before the first one's commit."""
    monkeypatch.setattr(group_commit, "LONGEST_SECONDS", 60.0)
    database = Database.open(sqlite_url)
    workspace_id = DigestRows.in_new_workspace(database).workspace_id
    stored, others_wait, last_is_in, may_end = Event(), Event(), Event(), Event()

    def store() -> None:
        with database.write() as work:
            inbound.remember(work, workspace_id, "key", {"objection": 1}, NOW)
            stored.set()
            assert others_wait.wait(PATIENCE)
            work.commit()

    def look() -> object:
        with database.write() as work:
            return inbound.outcome_of(work, workspace_id, "key")

    def hold() -> None:
        with database.write() as work:
            last_is_in.set()
            assert may_end.wait(PATIENCE)
            work.commit()

    with ThreadPoolExecutor(3) as pool:
        storing = pool.submit(store)
        assert stored.wait(PATIENCE)
        looking = pool.submit(look)
        until(lambda: waiting_for(database) == 1)
        holding = pool.submit(hold)
        until(lambda: waiting_for(database) == 2)
        others_wait.set()
        assert last_is_in.wait(PATIENCE)
        left_early = looking.done() or _ends_within(looking.done, 0.2)
        may_end.set()
        assert looking.result(PATIENCE) == {"objection": 1}
        storing.result(PATIENCE)
        holding.result(PATIENCE)
    database.close()
    assert not left_early


def waiting_for(database: Database) -> int:
    """How many units queue for their turn."""
    assert isinstance(database._group, GroupWriter)
    return len(database._group._turn._queue)


def until(true: Callable[[], bool]) -> None:
    """Wait for something, at most ten seconds."""
    assert _ends_within(true, PATIENCE)


def _ends_within(true: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.001)
    return True
