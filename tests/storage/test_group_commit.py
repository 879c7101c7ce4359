"""Units of work that share a commit leave together: with what they wrote, and with what they saw of each other."""

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Event

import pytest

from storage import group_commit, inbound
from storage.database import Database, UnitOfWork
from storage.errors import NotCommittedError
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


def test_a_refused_commit_fails_all_who_share_it_and_nobody_after_them(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The constraint that SQLite checks last stands in for the disk that is full at the moment of the commit."""
    monkeypatch.setattr(group_commit, "LONGEST_SECONDS", 60.0)
    database = with_numbers(sqlite_url)
    with ThreadPoolExecutor(3) as pool:
        ended = in_one_group(
            database,
            pool,
            lambda work: write(work, "INSERT INTO numbers VALUES (1, NULL)"),
            lambda work: write(work, "INSERT INTO numbers VALUES (2, 99)"),
            lambda work: write(work, "INSERT INTO numbers VALUES (3, NULL)"),
        )
    assert all(ended), "nobody may be told that it was stored"
    assert numbers(database) == []
    with database.write() as work:
        write(work, "INSERT INTO numbers VALUES (4, NULL)")
    assert numbers(database) == [4]
    database.close()


def test_a_unit_that_cannot_be_undone_alone_takes_its_group_with_it(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(group_commit, "LONGEST_SECONDS", 60.0)
    database = with_numbers(sqlite_url)

    def lose_its_savepoint(work: UnitOfWork) -> None:
        write(work, "INSERT INTO numbers VALUES (2, NULL)")
        work.connection.exec_driver_sql("RELEASE unit")
        raise ZeroDivisionError

    with ThreadPoolExecutor(3) as pool:
        first, second, third = in_one_group(
            database,
            pool,
            lambda work: write(work, "INSERT INTO numbers VALUES (1, NULL)"),
            lose_its_savepoint,
            lambda work: write(work, "INSERT INTO numbers VALUES (3, NULL)"),
        )
    assert isinstance(first, NotCommittedError)
    assert isinstance(second, sqlite3.OperationalError)
    assert third is None  # it came after the group was given up
    assert numbers(database) == [3]
    database.close()


@pytest.mark.parametrize("failure", [ZeroDivisionError, SystemExit, KeyboardInterrupt, GeneratorExit])
def test_who_fails_after_asking_for_the_commit_keeps_nothing(database: Database, failure: type[BaseException]) -> None:
    workspace_id = DigestRows.in_new_workspace(database).workspace_id

    def fail() -> None:
        with database.write() as work:
            inbound.remember(work, workspace_id, "key", {}, NOW)
            work.commit()
            raise failure

    with pytest.raises(failure):
        fail()
    with database.write() as work:
        assert inbound.outcome_of(work, workspace_id, "key") is None


def with_numbers(url: str) -> Database:
    """A database with a table whose second column is checked at the commit, not before."""
    database = Database.open(url)
    with database.write() as work:
        write(
            work,
            "CREATE TABLE numbers (number INTEGER PRIMARY KEY,"
            " other INTEGER REFERENCES numbers DEFERRABLE INITIALLY DEFERRED)",
        )
    return database


def write(work: UnitOfWork, statement: str) -> None:
    """One statement, kept."""
    work.connection.exec_driver_sql(statement)
    work.commit()


def numbers(database: Database) -> list[int]:
    """What is stored."""
    with database.read() as connection:
        return [row[0] for row in connection.exec_driver_sql("SELECT number FROM numbers ORDER BY number")]


def in_one_group(
    database: Database, pool: ThreadPoolExecutor, *acts: Callable[[UnitOfWork], None]
) -> list[BaseException | None]:
    """Do ``acts`` one after the other, the first while all others queue; what each ended with."""
    first_is_in, others_wait = Event(), Event()

    def do(act: Callable[[UnitOfWork], None], *, is_first: bool) -> None:
        with database.write() as work:
            if is_first:
                first_is_in.set()
                assert others_wait.wait(PATIENCE)
            act(work)

    ended = [pool.submit(do, acts[0], is_first=True)]
    assert first_is_in.wait(PATIENCE)
    for waiting, act in enumerate(acts[1:], start=1):
        ended.append(pool.submit(do, act, is_first=False))
        until(lambda waiting=waiting: waiting_for(database) == waiting)  # type: ignore[misc]
    others_wait.set()
    return [each.exception(PATIENCE) for each in ended]


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
