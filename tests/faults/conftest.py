"""The local Slack with Lazo's own manifest, and bots that run against it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from bot.manifest import build_manifest
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from tests.faults.running_bot import RunningBot, slack_settings

MakeBot = Callable[..., RunningBot]


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A local Slack in which Lazo is installed."""
    with LocalSlack.start(manifest=build_manifest(Texts())) as running:
        yield running


@pytest.fixture
def make_bot(slack: LocalSlack, tmp_path: Path) -> Iterator[MakeBot]:
    """Give a `lazo run` on a database URL, not started yet; all are killed at the end of the test."""
    with ExitStack() as stack:

        def make(database_url: str, *arguments: str, name: str = "bot", **settings: str) -> RunningBot:
            folder = tmp_path / name
            folder.mkdir(exist_ok=True)
            return stack.enter_context(
                RunningBot(folder, {**slack_settings(slack, database_url), **settings}, arguments)
            )

        yield make
