"""The whole pipe for tests: the production parts in this process, on a local Slack, over Socket Mode."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import pytest
from pydantic import SecretStr
from sqlalchemy import update
from sqlmodel import col

from bot.clock import Clock
from bot.manifest import build_manifest
from bot.settings import Settings
from bot.slack_line import SlackLine
from bot.socket_line import hang_up
from bot.wiring import Running, build
from commands.i18n import Texts, locale_of
from domain.set_up import SetUp, set_up_text
from playground.local_slack import LocalSlack
from storage.database import Database
from storage.tables import Workspace

#: When each story begins, whatever the hour of who runs it: a Wednesday within everybody's working hours, weeks from a
#: change of the clocks. Before, Monday's digest fell due on the way to next Monday for
#: those who ran the tests on a Monday before nine.
BEGINNING: Final = datetime(2030, 6, 12, 9, 10, tzinfo=UTC)


@dataclass(frozen=True)
class RunningBot:
    """A connected bot and the database that it works on."""

    parts: Running
    database: Database
    clock: Clock


@pytest.fixture
def clock_file(tmp_path: Path) -> Path:
    """Where the demo clock keeps its offset; it shows `BEGINNING` now."""
    file = tmp_path / "clock.json"
    ahead = int((BEGINNING - datetime.now(UTC)).total_seconds())
    file.write_text(json.dumps({"offset_seconds": ahead}), "utf-8")
    return file


@pytest.fixture
def slack(clock_file: Path) -> Iterator[LocalSlack]:
    """A local Slack with the app installed, its commands in both languages."""
    with LocalSlack.start(build_manifest(Texts(), "both"), clock_file=clock_file) as started:
        yield started


@pytest.fixture
def bot(slack: LocalSlack, database_url: str, clock_file: Path) -> Iterator[RunningBot]:
    """The bot, connected to `slack`, on each kind of database."""
    with running_bot(slack, database_url, clock_file) as running:
        yield running


@contextmanager
def running_bot(slack: LocalSlack, url: str, clock_file: Path, *, new: bool = False) -> Iterator[RunningBot]:
    """Run the production parts against ``slack`` until the block is left.

    A ``new`` workspace greets its first admin; any other has been greeted, and speaks as the bot's own profile says.
    """
    settings = Settings(
        slack_bot_token=SecretStr(slack.bot_token),
        slack_app_token=SecretStr(slack.app_token),
        slack_signing_secret=SecretStr(slack.signing_secret),
        slack_api_url=slack.api_url,
        database_url=url,
        lazo_demo_clock=clock_file,
    )
    database, clock = Database.open(url), Clock(clock_file)
    parts = build(settings, database, clock)
    if not new:
        settle(slack, database)
    handler = SlackLine(parts.app, slack.app_token, concurrency=settings.lazo_listener_threads)
    try:
        parts.heart.start()
        handler.connect()  # type: ignore[no-untyped-call]
        slack.wait_until_connected()
        yield RunningBot(parts, database, clock)
    finally:
        hang_up(handler.client)
        parts.stop()


def settle(slack: LocalSlack, database: Database) -> None:
    """The workspace's first words are said."""
    profile = slack.store.people[slack.bot_user_id]
    greeted = {"set_up": set_up_text(SetUp(welcomed="U0")), "locale": locale_of(profile.locale), "tz": profile.tz}
    with database.write() as work:
        work.connection.execute(update(Workspace).where(col(Workspace.team_id) == slack.team_id).values(greeted))
        work.commit()
