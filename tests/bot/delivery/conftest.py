"""An office on each database, with a local Slack of its own."""

from collections.abc import Iterator

import pytest

from bot.manifest import build_manifest
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from storage.database import Database
from tests.bot.delivery.office import Office


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """A local Slack in which Lazo is installed."""
    with LocalSlack.start(manifest=build_manifest(Texts())) as running:
        yield running


@pytest.fixture
def office(database: Database, slack: LocalSlack) -> Iterator[Office]:
    """The outbox of one workspace; the test runs once on each database."""
    opened = Office.open(database, slack)
    yield opened
    slack.faults.clear()
    opened.deliverer.close()
