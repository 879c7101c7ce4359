"""Digests kept for a channel that could not be posted to: none beside a later one, and none waits for another's."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select, text
from sqlmodel import col

from bot.jobs.digests import run_due_digests
from bot.jobs.kept_digests import run_kept_digests
from commands.channels import Obstacle
from commands.digest.actions import post
from commands.digest.composing import Target
from commands.i18n import Texts
from domain.digest import DigestFacts
from domain.weeks import IsoWeek, WeeklySlot
from storage import digests
from storage.database import Database, UnitOfWork
from storage.digest_facts import digest_facts
from storage.tables import OutboxMessage
from tests.digest_rows import MADRID, DigestRows

TEXTS = Texts()
DUE = datetime(2018, 3, 5, 8, tzinfo=UTC)  # Monday, nine in Madrid
LATER = DUE + timedelta(hours=3)
REAL = datetime(2026, 11, 21, 12, tzinfo=UTC)


def kept(database: Database, *channels: str) -> DigestRows:
    """A workspace whose digest of the week was refused by these channels, since they are archived."""
    rows = DigestRows.in_new_workspace(database)
    with database.write() as work:
        for channel in channels:
            planned = digests.PlannedDigest(channel, WeeklySlot(0, 9 * 60, MADRID), "en")
            digests.save_schedule(work, rows.workspace_id, planned, set_by_id=None, now=DUE - timedelta(days=1))
        work.commit()
    assert run_due_digests(database, TEXTS, DUE, REAL) == len(channels)
    with database.write() as work:
        work.connection.execute(text("UPDATE outbox SET state = 'dead', last_error = 'is_archived'"))
        work.commit()
    return rows


def states(database: Database) -> dict[str, list[str]]:
    """By channel, oldest first."""
    query = select(col(OutboxMessage.channel), col(OutboxMessage.state)).order_by(col(OutboxMessage.id))
    with database.read() as connection:
        found: dict[str, list[str]] = {}
        for channel, state in connection.execute(query.execution_options(all_workspaces="a test looks")):
            found.setdefault(channel, []).append(state)
    return found


def test_what_was_posted_while_slack_was_asked_stands_alone(database: Database) -> None:
    rows = kept(database, "C1")

    def somebody_is_faster(channel: str) -> Obstacle | None:
        target = Target(rows.workspace_id, channel, MADRID, "en")
        with database.write() as work:
            assert post(work, TEXTS, target, IsoWeek(2018, 9), attempt=2, now=LATER, system_now=REAL)
            work.commit()
        return None

    assert run_kept_digests(database, TEXTS, somebody_is_faster, LATER, REAL) == 0
    assert states(database) == {"C1": ["dead", "pending"]}


def test_nobody_waits_while_what_was_kept_is_read(database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(database, "C1")
    writing, inside, moments = database.write, 0, []

    @contextmanager
    def write() -> Iterator[UnitOfWork]:
        nonlocal inside
        with writing() as work:
            inside += 1
            yield work
            inside -= 1

    def noted(*asked: Any, **more: Any) -> DigestFacts:  # noqa: ANN401 - as it is asked
        moments.append(inside)
        return digest_facts(*asked, **more)

    monkeypatch.setattr(database, "write", write)
    monkeypatch.setattr("commands.digest.composing.digest_facts", noted)
    assert run_kept_digests(database, TEXTS, lambda _channel: None, LATER, REAL) == 1
    assert moments == [0]


def test_a_channel_that_slack_tells_nothing_of_holds_up_no_other(database: Database) -> None:
    kept(database, "C1", "C2")

    def look(channel: str) -> Obstacle | None:
        if channel == "C1":
            raise TimeoutError
        return None

    with pytest.raises(TimeoutError):
        run_kept_digests(database, TEXTS, look, LATER, REAL)
    assert states(database) == {"C1": ["dead"], "C2": ["pending"]}
