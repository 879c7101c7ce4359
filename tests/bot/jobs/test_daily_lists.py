"""One list a person a day, of whatever kinds, at most; nothing is lost, nothing comes twice, also across a kill."""

import json
import signal
import subprocess
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import pytest
from sqlalchemy import Connection

from bot.jobs.notices import run_release
from commands import blocks
from commands.i18n import Texts
from commands.telling import Audience, Composed, Composer
from playground.blockkit import message_refusal
from storage import notices, outbox, people
from storage.database import Database
from storage.notices import DAILY, EVENING, NOW, PlannedNotice, Recipient
from storage.outbox import Outgoing
from storage.people import Profile
from storage.tables import Notice
from tests.conftest import PROJECT
from tests.digest_rows import DigestRows

#: A Monday; she works in UTC, and her list comes at nine.
NINE = datetime(2026, 3, 2, 9, tzinfo=UTC)
KINDS = ("one", "two", "three")


class Reader:
    """Somebody who is to be told."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.rows = DigestRows.in_new_workspace(database)
        with database.write() as work:
            profile = Profile("U1", "Marta", "en-GB", "UTC", "full", is_admin=False)
            self.member_id = people.save_profile(work, self.rows.workspace_id, profile, NINE)
            work.commit()

    def waits(self, kind: str, *subjects: int, lane: str = DAILY, at: datetime = NINE) -> None:
        """Plan notices for her."""
        recipient = Recipient(member_id=self.member_id)
        planned = [PlannedNotice(kind, lane, recipient, "test", subject, at) for subject in subjects]
        with self.database.write() as work:
            notices.add_notices(work, self.rows.workspace_id, planned, NINE)
            work.commit()

    def sent(self) -> list[dict[str, Any]]:
        """What is on its way to her, oldest first."""
        with self.database.read() as connection:
            found = outbox.list_messages(connection, state=None, limit=100)
        return [json.loads(each.body) for each in sorted(found, key=lambda each: each.id)]


@pytest.fixture
def reader(database: Database) -> Reader:
    return Reader(database)


def release(reader: Reader, at: datetime, **composers: Composer) -> int:
    return run_release(reader.database, Texts(), {**dict.fromkeys(KINDS, compose), **composers}, at, NINE)


def compose(_connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """A message for each kind, a line a thing."""
    kind = due[0].kind
    rows = [blocks.section(f"{kind} {notice.subject_id}") for notice in due]
    rows.append(blocks.actions(blocks.button("Press", _Action.PRESS), block_id="mine"))
    key = f"{kind}:{min(notice.id for notice in due)}"
    message = Outgoing(kind, key, audience.channel, blocks.message(f"{kind}: {len(due)}", rows))
    return Composed((message,), frozenset(notice.id for notice in due))


class _Action(StrEnum):
    PRESS = "press"


def test_all_kinds_come_in_one_message_and_no_other_that_day(reader: Reader) -> None:
    for number, kind in enumerate(KINDS):
        reader.waits(kind, number, number + 10)
    assert release(reader, NINE - timedelta(seconds=1)) == 0
    assert release(reader, NINE) == 1
    reader.waits("one", 99, at=NINE + timedelta(hours=8, minutes=30))
    assert release(reader, NINE + timedelta(hours=8, minutes=30)) == 0
    assert release(reader, NINE + timedelta(hours=23, minutes=59)) == 0
    (first,) = reader.sent()
    assert message_refusal(first["blocks"]) is None
    shown = json.dumps(first["blocks"])
    assert all(f'"{kind} {number}"' in shown for number, kind in enumerate(KINDS))
    assert first["text"].startswith("Your list for Monday, March 2, 2026: one: 2")
    assert release(reader, NINE + timedelta(days=1)) == 1
    assert '"one 99"' in json.dumps(reader.sent()[1])


def test_the_list_at_the_end_of_the_day_is_one_of_its_own(reader: Reader) -> None:
    """Once a day as well, of all kinds, whatever the morning's list said."""
    evening = NINE + timedelta(hours=8, minutes=30)
    reader.waits("one", 1)
    assert release(reader, NINE) == 1
    reader.waits("two", 2, lane=EVENING, at=evening)
    reader.waits("three", 3, lane=EVENING, at=evening)
    assert release(reader, evening) == 1
    reader.waits("two", 4, lane=EVENING, at=evening)
    assert release(reader, evening + timedelta(minutes=10)) == 0
    assert release(reader, NINE + timedelta(days=1)) == 0  # what is the evening's waits for the evening
    assert release(reader, evening + timedelta(days=1)) == 1
    assert [each["text"].rpartition(": ")[2] for each in reader.sent()] == ["1", "1", "1"]
    assert '"two 4"' in json.dumps(reader.sent()[2])


def test_an_evening_told_the_morning_after_does_not_take_the_next_evening(reader: Reader) -> None:
    evening, day = NINE + timedelta(hours=8, minutes=30), timedelta(days=1)
    reader.waits("one", 1, lane=EVENING, at=evening)
    assert release(reader, NINE + day) == 1  # nothing ran in between
    reader.waits("one", 2, lane=EVENING, at=evening + day)
    assert release(reader, evening + day) == 1


def test_nothing_to_say_is_not_said(reader: Reader) -> None:
    """What is not true any more makes no list, and a list that was not sent hinders no later one that day."""
    reader.waits("one", 1)
    reader.waits("two", 2)
    nothing: Composer = lambda *_: Composed((), frozenset())  # noqa: E731 - one word
    assert release(reader, NINE, one=nothing, two=nothing) == 0
    assert reader.sent() == []
    reader.waits("one", 3, at=NINE + timedelta(hours=1))
    assert release(reader, NINE + timedelta(hours=1)) == 1


def test_one_kind_alone_keeps_its_message_and_what_is_urgent_goes_at_once(reader: Reader) -> None:
    reader.waits("one", 1)
    reader.waits("two", 2, lane=NOW)
    assert release(reader, NINE) == 2
    assert sorted(each["text"] for each in reader.sent()) == ["one: 1", "two: 1"]
    reader.waits("two", 3, lane=NOW, at=NINE + timedelta(hours=1))
    assert release(reader, NINE + timedelta(hours=1)) == 1


def test_what_does_not_fit_comes_with_the_next_list_and_says_so(reader: Reader) -> None:
    reader.waits("one", *range(100, 140))
    reader.waits("two", *range(200, 240))
    told: list[str] = []
    for day in range(4):
        release(reader, NINE + timedelta(days=day))
    for body in reader.sent():
        assert message_refusal(body["blocks"]) is None
        told += [block["text"]["text"] for block in body["blocks"] if block["type"] == "section"]
    expected = [f"one {number}" for number in range(100, 140)] + [f"two {number}" for number in range(200, 240)]
    assert sorted(line for line in told if not line.startswith("*")) == expected
    assert "come with your next list" in json.dumps(reader.sent()[0])
    assert len(reader.sent()) == 2


_KILLED = """
import os, signal, sys
from datetime import datetime
from bot.jobs.notices import run_release
from commands.i18n import Texts
from storage.database import Database
from tests.bot.jobs.test_daily_lists import compose

def die(*_):
    os.kill(os.getpid(), signal.SIGKILL)

at = datetime.fromisoformat(sys.argv[2])
run_release(Database.open(sys.argv[1]), Texts(), {"one": compose, "two": compose, "three": die}, at, at)
"""


def test_a_kill_in_between_leaves_one_whole_list(reader: Reader, database_url: str) -> None:
    """The process dies when two of three kinds are in words: nothing of it was said, and the next one says it once."""
    for number, kind in enumerate(KINDS):
        reader.waits(kind, number)
    died = subprocess.run(
        [sys.executable, "-c", _KILLED, database_url, NINE.isoformat()], cwd=PROJECT, capture_output=True, check=False
    )
    assert died.returncode == -signal.SIGKILL, died.stderr
    assert reader.sent() == []
    assert release(reader, NINE) == 1
    assert release(reader, NINE) == 0
    (whole,) = reader.sent()
    assert all(f'"{kind} {number}"' in json.dumps(whole) for number, kind in enumerate(KINDS))
