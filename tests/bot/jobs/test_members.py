"""Reading who is who: all pages, also when Slack asks for a pause, and never over newer news."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from bot.jobs.members import run_members_sync
from bot.manifest import build_manifest
from bot.settings import Settings
from bot.slack_client import slack_client
from bot.whose import ensure_workspace, who_we_are
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from playground.people import person
from storage import people
from storage.database import Database
from storage.people import Profile

PEOPLE = 450
PAGES = 3


@pytest.fixture(scope="module")
def slack() -> Iterator[LocalSlack]:
    many = [person(f"p{number}", f"Person {number}", tz="Europe/Madrid") for number in range(PEOPLE)]
    with LocalSlack.start(build_manifest(Texts()), people=many) as started:
        yield started


@pytest.fixture(autouse=True)
def no_faults(slack: LocalSlack) -> Iterator[None]:
    yield
    slack.faults.clear()


class Office:
    """The job on a database of its own; ``paused`` holds the pauses that it was asked to make."""

    def __init__(self, slack: LocalSlack, database: Database, *, stopping: bool = False) -> None:
        settings = Settings(slack_bot_token=slack.bot_token, slack_api_url=slack.api_url)
        self.client = slack_client(settings, slack.bot_token, 5)
        self.database, self.clock, self.stopping = database, Clock(), stopping
        self.workspace_id = ensure_workspace(database, who_we_are(self.client), self.clock)
        self.paused: list[float] = []

    def read(self) -> int:
        return run_members_sync(self.database, self.client, self.clock, self.workspace_id, self._pause)

    def member_names(self) -> set[str]:
        with self.database.read() as connection:
            found = (people.find_member(connection, self.workspace_id, person(f"p{n}", "").id) for n in range(PEOPLE))
            return {each.display_name for each in found if each is not None}

    def _pause(self, seconds: float) -> bool:
        self.paused.append(seconds)
        return self.stopping


def test_a_pause_that_slack_asks_for_is_made_and_no_page_lost(slack: LocalSlack, database: Database) -> None:
    office = Office(slack, database)
    slack.faults.add(method="users.list", times=2, kind="ratelimited", retry_after=7)
    before = len(slack.calls("users.list"))
    assert office.read() >= PEOPLE
    assert office.paused == [7.0, 7.0]
    assert len(slack.calls("users.list")) - before == PAGES + 2
    assert len(office.member_names()) == PEOPLE


def test_a_pause_ends_when_the_process_stops(slack: LocalSlack, database: Database) -> None:
    office = Office(slack, database, stopping=True)
    slack.faults.add(method="users.list", kind="ratelimited", retry_after=3600)
    assert office.read() == 0
    assert office.paused == [3600.0]


def test_pauses_without_end_are_an_error(slack: LocalSlack, database: Database) -> None:
    office = Office(slack, database)
    slack.faults.add(method="users.list", times=1000, kind="ratelimited")
    with pytest.raises(SlackApiError):
        office.read()
    assert len(office.paused) < 20


def test_a_page_read_before_somebody_left_gives_them_nothing_back(slack: LocalSlack, database: Database) -> None:
    office = Office(slack, database)
    gone = person("p0", "").id

    class Later(Clock):
        """Between the asking and the storing of the page, an event is stored."""

        def system_now(self) -> datetime:
            now = super().system_now()
            if not told:
                told.append(now)
                profile = Profile(gone, "Person 0", "en", "UTC", "full", is_admin=False, is_active=False)
                with database.write() as work:
                    people.save_profile(work, office.workspace_id, profile, now + timedelta(milliseconds=1))
                    work.commit()
            return now

    told: list[datetime] = []
    office.clock = Later()
    office.read()
    with database.read() as connection:
        member = people.find_member(connection, office.workspace_id, gone)
    assert member is not None
    assert not member.is_active
