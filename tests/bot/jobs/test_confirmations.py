"""Owners asked by the clock: each once a week, however many look at the same moment, and nobody too late."""

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.composing import all_composers
from bot.jobs import confirmations as job
from bot.jobs.notices import run_release
from commands.i18n import Texts
from domain.weeks import IsoWeek, WeeklySlot
from storage import accounts, confirmations, digests, outbox, time_off, under_review
from storage.database import Database
from storage.under_review import UnderReview
from tests.storage.rows import Team

MADRID = ZoneInfo("Europe/Madrid")
THURSDAY = datetime(2026, 6, 4, 9, 0, tzinfo=MADRID)
FRIDAY_NOON = datetime(2026, 6, 5, 12, 0, tzinfo=MADRID)
MONDAY = datetime(2026, 6, 8, 9, 0, tzinfo=MADRID)


def reviewing(database: Database) -> Team:
    """A workspace with two channels that get a digest, and an account of two owners."""
    team = Team.new(database)
    sales, marketing = team.member("U1"), team.member("U2")
    account = team.account("Acme", "acme", marketing)
    with database.write() as work:
        accounts.change_account(work, team.id, account, {"sales_owner_id": sales}, expected_version=1)
        for channel in ("C1", "C2"):
            planned = digests.PlannedDigest(channel, WeeklySlot(0, 9 * 60, "Europe/Madrid"), "en")
            digests.save_schedule(work, team.id, planned, set_by_id=None, now=THURSDAY)
        work.commit()
    return team


def test_each_owner_is_asked_once_whoever_looks(database: Database) -> None:
    """A process that found nobody asked yet comes after another did ask them: the ledger's key decides."""
    team = reviewing(database)
    assert job.run_confirmations(database, FRIDAY_NOON - timedelta(seconds=1)) == 0
    assert job.run_confirmations(database, FRIDAY_NOON) == 2
    assert job.run_confirmations(database, FRIDAY_NOON + timedelta(hours=1)) == 0
    with database.write() as work:
        for owner in confirmations.asked_already(work.connection, team.id, IsoWeek(2026, 23)):
            again = confirmations.ask(work, team.id, IsoWeek(2026, 23), owner, now=FRIDAY_NOON, ends_at=MONDAY)
            assert again is None
        assert len(confirmations.asked_already(work.connection, team.id, IsoWeek(2026, 23))) == 2
        work.commit()


def test_accounts_are_read_only_when_somebody_is_to_be_asked(
    database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    reviewing(database)
    read = under_review.reviewed_accounts
    owners: list[object] = []

    def reviewed_accounts(*asked: Any, **which: Any) -> list[UnderReview]:  # noqa: ANN401 - as it is asked
        owners.append(which["owners"])
        return read(*asked, **which)

    monkeypatch.setattr(under_review, "reviewed_accounts", reviewed_accounts)
    assert job.run_confirmations(database, FRIDAY_NOON - timedelta(seconds=1)) == 0
    assert owners == []
    assert job.run_confirmations(database, FRIDAY_NOON) == 2
    assert job.run_confirmations(database, FRIDAY_NOON + timedelta(hours=1)) == 0
    assert len(owners) == 1


def test_once_the_review_is_due_nobody_is_asked(database: Database) -> None:
    team = reviewing(database)
    assert job.run_confirmations(database, MONDAY) == 0
    with database.read() as connection:
        assert confirmations.asked_already(connection, team.id, IsoWeek(2026, 23)) == set()


def test_who_was_away_until_the_review_was_not_asked(database: Database) -> None:
    """What is held for somebody and dropped when the review begins reached nobody: no digest calls that unconfirmed."""
    team, texts = reviewing(database), Texts()
    assert job.run_confirmations(database, FRIDAY_NOON) == 2
    away, here = sorted(team.member(each) for each in ("U1", "U2"))
    with database.write() as work:
        time_off.add_time_off(work, team.id, away, THURSDAY, MONDAY + timedelta(days=1), note=None, now=THURSDAY)
        work.commit()
    for moment in (FRIDAY_NOON, MONDAY, MONDAY + timedelta(days=2)):
        run_release(database, texts, all_composers(texts), moment, moment)
        with database.write() as work:
            for claimed in outbox.claim(work, moment, lease=timedelta(minutes=1), limit=9):
                outbox.mark_sent(work, claimed.message, channel="D1", ts="1.0", now=moment)
            work.commit()
    with database.read() as connection:
        assert confirmations.of_week(connection, team.id, IsoWeek(2026, 23)).asked == {here}
        assert confirmations.asked_already(connection, team.id, IsoWeek(2026, 23)) == {away, here}
