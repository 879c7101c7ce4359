"""Units of work that share a commit leave together: with what they wrote, and with what they saw of each other."""

import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Event, get_ident
from typing import Any, Final, TypeVar

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.exc import IntegrityError

from storage import audit, capture, group_commit, inbound
from storage.database import Database, UnitOfWork
from storage.errors import NotCommittedError
from storage.group_commit import GroupWriter
from storage.ids import WorkspaceId
from storage.tables import Objection
from tests.digest_rows import DigestRows
from tests.storage.rows import Team

T = TypeVar("T")
NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
PATIENCE = 60.0
#: Every column of an objection that says nothing in particular.
COLUMNS: Final[dict[str, Any]] = {
    **dict.fromkeys(Objection.model_fields),
    "quote": "q",
    "ask": "none",
    "search_text": "q",
    "theme_confirmed": False,
    "version": 1,
    "logged_at": NOW,
    "updated_at": NOW,
}


@pytest.fixture(autouse=True)
def _groups_wait_for_all(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slow the machine is: those who queue share a commit, and none is over before it was looked at."""
    monkeypatch.setattr(group_commit, "LONGEST_SECONDS", 60.0)


def test_who_only_saw_what_another_stored_does_not_leave_before_it_is_durable(sqlite_url: str) -> None:
    """A payload that comes twice at once: "already saved" must not be said before the first one's commit."""
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


def test_a_refused_commit_fails_all_who_share_it_and_nobody_after_them(sqlite_url: str) -> None:
    """The constraint that SQLite checks last stands in for the disk that is full at the moment of the commit."""
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


def test_a_unit_that_cannot_be_undone_alone_takes_its_group_with_it(sqlite_url: str) -> None:
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


def test_who_has_the_turn_does_what_waits_behind_and_all_is_stored(database: Database) -> None:
    """On SQLite in one thread and one commit; elsewhere each for itself, with the same outcome."""
    workspace_id = DigestRows.in_new_workspace(database).workspace_id

    def keep(key: str) -> Callable[[UnitOfWork], int]:
        def act(work: UnitOfWork) -> int:
            inbound.remember(work, workspace_id, key, {}, NOW)
            work.commit()
            return get_ident()

        return act

    holder, ended = behind_a_block(database, *(keep(f"k{number}") for number in range(4)))
    threads = {future.result(PATIENCE) for future in ended}
    if database.is_sqlite:
        assert threads == {holder}
    assert kept(database, workspace_id, "k0", "k1", "k2", "k3") == {"k0", "k1", "k2", "k3"}


def test_whose_unit_another_did_waits_for_the_commit_too(sqlite_url: str) -> None:
    database = Database.open(sqlite_url)
    workspace_id = DigestRows.in_new_workspace(database).workspace_id
    committing, may_commit = Event(), Event()

    def keep(work: UnitOfWork) -> None:
        inbound.remember(work, workspace_id, "key", {}, NOW)
        work.commit()

    def hold(_connection: Connection) -> None:
        committing.set()
        assert may_commit.wait(PATIENCE)

    def block() -> None:
        with database.write():
            waiting.append(pool.submit(database.run, keep))
            until(lambda: waiting_for(database) == 1)

    waiting: list[Future[None]] = []
    with ThreadPoolExecutor(2) as pool:
        event.listen(database._write_engine, "commit", hold)
        blocking = pool.submit(block)
        assert committing.wait(PATIENCE)
        left_early = _ends_within(waiting[0].done, 0.2)
        may_commit.set()
        blocking.result(PATIENCE)
        waiting[0].result(PATIENCE)
    database.close()
    assert not left_early


@pytest.mark.parametrize("by_question", [False, True], ids=["rows for later", "in a savepoint"])
def test_a_unit_that_fails_keeps_nothing_and_takes_nobody_with_it(database: Database, *, by_question: bool) -> None:
    workspace_id = DigestRows.in_new_workspace(database).workspace_id

    def act(key: str) -> Callable[[UnitOfWork], None]:
        def unit(work: UnitOfWork) -> None:
            inbound.remember(work, workspace_id, key, {}, NOW)
            if by_question:
                assert inbound.outcome_of(work, workspace_id, key) == {}
            work.commit()
            if key == "bad":
                raise ZeroDivisionError

        return unit

    _holder, ended = behind_a_block(database, act("first"), act("bad"), act("last"))
    assert [type(future.exception(PATIENCE)) for future in ended] == [type(None), ZeroDivisionError, type(None)]
    assert kept(database, workspace_id, "first", "bad", "last") == {"first", "last"}


def test_a_row_that_is_refused_at_the_end_fails_only_whose_it_is(database: Database) -> None:
    workspace_id = DigestRows.in_new_workspace(database).workspace_id

    def act(key: str, into: WorkspaceId) -> Callable[[UnitOfWork], None]:
        def unit(work: UnitOfWork) -> None:
            inbound.remember(work, workspace_id, f"{key}, first row", {}, NOW)
            inbound.remember(work, into, key, {}, NOW)
            work.commit()

        return unit

    nowhere = WorkspaceId(workspace_id + 1)
    _holder, ended = behind_a_block(database, act("a", workspace_id), act("b", nowhere), act("c", workspace_id))
    assert [type(future.exception(PATIENCE)) for future in ended] == [type(None), IntegrityError, type(None)]
    stored = kept(database, workspace_id, "a", "b", "c", "a, first row", "b, first row", "c, first row")
    assert stored == {"a", "c", "a, first row", "c, first row"}


def test_the_same_payload_and_the_same_text_are_seen_before_they_are_durable(database: Database) -> None:
    """Two at once, which share a commit: the second finds what the first has only left to be written."""
    team = Team.new(database)
    member = team.member()

    def act(key: str) -> Callable[[UnitOfWork], capture.CaptureFacts]:
        def unit(work: UnitOfWork) -> capture.CaptureFacts:
            facts = capture.facts_for(
                work, team.id, key=key, member_id=member, text_hash="h", since=NOW - timedelta(hours=1), account_key=""
            )
            if facts.outcome is None and facts.same_id is None:
                objection = {**COLUMNS, "workspace_id": team.id, "id": 7, "logged_by_id": member, "text_hash": "h"}
                logged = audit.event(team.id, "objection_logged", ("objection", 7), member, NOW)
                capture.store(work, objection, logged, None)
                inbound.remember(work, team.id, key, {"objection": 7}, NOW)
            work.commit()
            return facts

        return unit

    _holder, ended = behind_a_block(database, act("one"), act("one"), act("other"))
    first, again, other = (future.result(PATIENCE) for future in ended)
    assert (first.outcome, first.same_id) == (None, None)
    assert again.outcome == {"objection": 7}
    assert other.same_id == 7


def test_who_names_no_account_is_given_none_also_where_one_has_no_letters(database: Database) -> None:
    team = Team.new(database)
    member, acme = team.member(), team.account("Acme", "acme")
    team.account("—", "")
    since = NOW - timedelta(hours=1)
    with database.write() as work:
        for named, found in (("", None), ("acme", acme)):
            facts = capture.facts_for(
                work, team.id, key="k", member_id=member, text_hash="h", since=since, account_key=named
            )
            assert facts.account_id == found


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


def kept(database: Database, workspace_id: WorkspaceId, *keys: str) -> set[str]:
    """Which of ``keys`` have a receipt."""
    with database.write() as work:
        return {key for key in keys if inbound.outcome_of(work, workspace_id, key) is not None}


def behind_a_block(database: Database, *acts: Callable[[UnitOfWork], T]) -> tuple[int, list[Future[T]]]:
    """Run ``acts``, on SQLite all queued behind a block that has the turn; the block's thread, and how they end."""
    with ThreadPoolExecutor(len(acts)) as pool:
        if not database.is_sqlite:
            return get_ident(), [finished(pool.submit(database.run, act)) for act in acts]
        ended = []
        with database.write():
            for waiting, act in enumerate(acts, start=1):
                ended.append(pool.submit(database.run, act))
                until(lambda waiting=waiting: waiting_for(database) == waiting)  # type: ignore[misc]
        return get_ident(), ended


def finished(future: Future[T]) -> Future[T]:
    """Wait for its end, whatever that is."""
    future.exception(PATIENCE)
    return future


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
    """Wait for something, at most a minute."""
    assert _ends_within(true, PATIENCE)


def _ends_within(true: Callable[[], bool], seconds: float) -> bool:
    deadline = time.monotonic() + seconds
    while not true():
        if time.monotonic() > deadline:
            return False
        time.sleep(0.001)
    return True
