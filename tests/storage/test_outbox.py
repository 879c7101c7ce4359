"""A message is put in the outbox once, whoever puts it there at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from storage import outbox
from storage.database import Database
from storage.outbox import Outgoing
from tests.storage.rows import NOW, Team

AT_ONCE = 4


def test_one_message_a_key_whoever_is_faster(database: Database, database_url: str) -> None:
    """Processes that meet at one key: all commit what else they did, one enqueues."""
    team, others = Team.new(database), [Database.open(database_url) for _ in range(AT_ONCE)]
    together = Barrier(AT_ONCE)

    def enqueue(other: Database) -> int | None:
        together.wait()
        with other.write() as work:
            enqueued = outbox.enqueue(work, team.id, Outgoing("test", "key", "C1", {"text": "once"}), NOW)
            work.commit()
            return enqueued

    with ThreadPoolExecutor(AT_ONCE) as pool:
        given = list(pool.map(enqueue, others))
    for other in others:
        other.close()
    with database.read() as connection:
        (message,) = outbox.list_messages(connection, state=None, limit=10)
    assert [each for each in given if each is not None] == [message.id]


def test_the_same_key_in_another_workspace_is_another_message(database: Database) -> None:
    one, two = Team.new(database, "T1"), Team.new(database, "T2")
    with database.write() as work:
        for team in (one, two):
            assert outbox.enqueue(work, team.id, Outgoing("test", "key", "C1", {"text": "once"}), NOW) is not None
        assert outbox.enqueue(work, one.id, Outgoing("test", "key", "C1", {"text": "again"}), NOW) is None
        work.commit()
