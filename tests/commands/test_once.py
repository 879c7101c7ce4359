"""What a payload asks is done once, however often and wherever it arrives; what failed leaves no trace."""

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from commands.context import Actor, Services
from commands.i18n import Texts
from commands.once import once
from storage.database import Database, UnitOfWork
from storage.ids import WorkspaceId
from tests.storage.rows import NOW, Team


def services_on(database: Database) -> Services:
    return Services(database, Texts(), lambda: NOW, lambda: NOW, lambda _workspace, _user: None)


@pytest.fixture
def actor(database: Database) -> Actor:
    team = Team.new(database)
    return Actor(team.id, team.member(), "U1", "en", "UTC")


def rename(work: UnitOfWork, actor: Actor) -> dict[str, object]:
    """Something that shows how often it was done."""
    work.connection.execute(
        text("UPDATE workspaces SET version = version + 1 WHERE id = :id"), {"id": actor.workspace_id}
    )
    return {"done": threading.get_ident()}


def version(database: Database, workspace_id: WorkspaceId) -> int:
    with database.read() as connection:
        return int(
            connection.execute(text("SELECT version FROM workspaces WHERE id = :id"), {"id": workspace_id}).scalar_one()
        )


def test_the_second_time_gives_the_first_outcome(database: Database, actor: Actor) -> None:
    services = services_on(database)
    first, replayed = once(services, actor, "k", lambda work: rename(work, actor))
    assert not replayed
    assert once(services, actor, "k", lambda work: {"never": rename(work, actor)}) == (first, True)
    once(services, actor, "other", lambda work: rename(work, actor))
    assert version(database, actor.workspace_id) == 3


def test_what_fails_leaves_no_trace_and_may_be_tried_again(database: Database, actor: Actor) -> None:
    services = services_on(database)

    def fail(work: UnitOfWork) -> dict[str, object]:
        rename(work, actor)
        raise LookupError

    with pytest.raises(LookupError):
        once(services, actor, "k", fail)
    assert version(database, actor.workspace_id) == 1
    _outcome, replayed = once(services, actor, "k", lambda work: rename(work, actor))
    assert not replayed


@pytest.fixture
def processes(database: Database, database_url: str) -> Iterator[list[Database]]:
    """The database as several processes open it; a SQLite file has one process only."""
    if database.is_sqlite:
        yield [database] * 6
        return
    opened = [Database.open(database_url) for _ in range(3)]
    yield opened * 2
    for each in opened:
        each.close()


@pytest.mark.parametrize("same_person", [True, False], ids=["one person", "two people"])
def test_the_same_at_the_same_time_is_done_once(
    database: Database, processes: list[Database], actor: Actor, *, same_person: bool
) -> None:
    other = actor if same_person else Actor(actor.workspace_id, actor.member_id + 1, "U2", "en", "UTC")
    ready = threading.Barrier(len(processes))

    def act(place: int) -> tuple[dict[str, object], bool]:
        ready.wait(60)
        who = actor if place % 2 else other
        return once(services_on(processes[place]), who, "k", lambda work: rename(work, who))

    with ThreadPoolExecutor(len(processes)) as pool:
        outcomes = list(pool.map(act, range(len(processes))))

    assert [replayed for _, replayed in outcomes].count(False) == 1
    assert len({str(outcome) for outcome, _ in outcomes}) == 1
    assert version(database, actor.workspace_id) == 2
