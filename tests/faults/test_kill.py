"""SIGKILL at random moments while people type: what was acknowledged is stored, and nothing is stored twice.

A killed process proves commit before ack, not that the disk has it: the pragmas that see to that are asserted beside.
`make faults` runs the long form, by ``LAZO_KILLS``.
"""

import os
import random
import time
from collections import Counter
from contextlib import nullcontext

import pytest
from sqlalchemy import create_engine, text

from playground.local_slack import LocalSlack
from storage.database import Database, database_url
from tests.faults.callers import Callers
from tests.faults.conftest import MakeBot
from tests.faults.held import held

LONG = os.environ.get("LAZO_FAULTS") == "long"
KILLS = {
    "sqlite": int(os.environ.get("LAZO_KILLS", "20" if LONG else "3")),
    "postgresql": int(os.environ.get("LAZO_KILLS", "20")) if LONG else 1,
}
ACKNOWLEDGED_A_KILL = 52
TRIES = 5

pytestmark = [pytest.mark.fault, pytest.mark.timeout(1800 if LONG else 400)]


def test_what_was_acknowledged_survives_every_kill(
    database_kind: str, request: pytest.FixtureRequest, slack: LocalSlack, make_bot: MakeBot
) -> None:
    url = str(request.getfixturevalue("sqlite_url" if database_kind == "sqlite" else "postgres_url"))
    kills = KILLS[database_kind]
    bot = make_bot(url)
    callers = Callers(slack)
    for kill in range(kills):
        bot.start_and_connect(slack)
        # Whoever was cut off types again, as people do: it may or may not have been stored.
        callers.say_again()
        wanted = len(callers.acknowledged) + ACKNOWLEDGED_A_KILL
        with callers.typing():
            assert callers.wait_for_acknowledged(wanted, 120), f"kill {kill}: too slow:\n{bot.log[-2000:]}"
            # Every third time somebody else holds the table until after the kill: an ack that does not wait for its
            # commit is then surely in vain. In between, the kill comes at any point of a request.
            is_held = kill % 3 == 0
            with held(url, "objections") if is_held else nullcontext():
                time.sleep(random.uniform(0, 0.02) + 0.05 * is_held)  # not a wait for anything
                bot.kill()
        check(url, callers)
    bot.start_and_connect(slack)
    for _ in range(TRIES):  # on a busy machine somebody may hear "not saved", and tries again
        callers.say_again()
    assert not callers.unanswered
    check(url, callers)
    assert len(callers.acknowledged) >= ACKNOWLEDGED_A_KILL * kills
    print(f"{database_kind}: {kills} kills, {len(callers.acknowledged)} acknowledged, none lost, none twice")


def test_the_disk_has_what_was_committed(sqlite_url: str) -> None:
    database = Database.open(sqlite_url)
    with database.write() as work:
        assert work.connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert work.connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert work.connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one() == 1
    with database.read() as connection:
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar_one() == 2
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
        assert connection.exec_driver_sql("PRAGMA query_only").scalar_one() == 1
    database.close()


def check(url: str, callers: Callers) -> None:
    """Compare what people were told with what is stored, read by nothing of ours."""
    engine = create_engine(database_url(url))
    with engine.connect() as connection:
        stored = Counter(connection.execute(text("SELECT quote FROM objections")).scalars())
        receipts = connection.execute(text("SELECT count(*) FROM inbound_ledger")).scalar_one()
        audited = connection.execute(
            text("SELECT count(*) FROM audit_events WHERE action = 'objection_logged'")
        ).scalar_one()
    engine.dispose()
    lost = callers.acknowledged - stored.keys()
    assert not lost, f"{len(lost)} of {len(callers.acknowledged)} acknowledged are lost"
    twice = {quote: count for quote, count in stored.items() if count > 1}
    assert not twice, "stored twice"
    assert stored.keys() <= callers.acknowledged | callers.unanswered.keys()
    # Half a request is never stored.
    assert audited == len(stored)
    assert receipts >= len(stored)
