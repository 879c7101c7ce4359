"""Windows that do not come: what is said of them where there is no message, and when there is no turn to say it."""

from contextlib import closing
from dataclasses import replace
from typing import Any

from slack_sdk.errors import SlackApiError, SlackClientError
from sqlalchemy import select
from sqlmodel import col

from commands.context import ACTOR_KEY
from commands.handoff.listeners import HandoffListeners
from commands.open_windows import open_window, refresh
from storage.database import Database
from storage.errors import StoreBusyError
from storage.tables import OutboxMessage
from tests.commands.promises.desk import Desk


class Silent:
    """A Slack that does not answer."""

    def views_update(self, **_given: object) -> None:
        """As Slack's."""
        raise SlackClientError("timed out")


class Full:
    """A Slack with three windows on top of each other."""

    def views_push(self, **_given: object) -> None:
        """As Slack's."""
        raise SlackApiError("refused", {"ok": False, "error": "push_limit_reached"})  # type: ignore[no-untyped-call]


class Busy:
    """A database in which nobody else has a turn."""

    def __init__(self) -> None:
        self.asked = 0

    def write(self) -> None:
        """As the database's."""
        self.asked += 1
        raise StoreBusyError("somebody else held the database for too long")


def test_what_was_stored_is_not_called_unsaved_because_nothing_can_be_said(sqlite_url: str) -> None:
    slack: Any = Silent()
    busy: Any = Busy()
    with closing(Database.open(sqlite_url)) as database:
        desk = Desk(database)
        services = replace(desk.services, database=busy)
        refresh(services, desk.owner, slack, "V1", {"type": "modal"}, "form:V1")
    assert busy.asked == 1


def test_who_presses_in_the_third_window_reads_that_there_is_no_fourth(sqlite_url: str) -> None:
    slack: Any = Full()
    pressed = {"view": {"type": "modal", "id": "V3"}, "trigger_id": "1"}
    with closing(Database.open(sqlite_url)) as database:
        desk = Desk(database)
        open_window(desk.services, desk.owner, slack, pressed, {"type": "modal"})
        with database.read() as connection:
            (said,) = connection.execute(select(col(OutboxMessage.body))).scalars()
        assert desk.services.say(desk.owner)("window-too-many") in said


def test_who_has_nothing_left_to_transfer_reads_so_from_a_receipt_in_a_modal_too(sqlite_url: str) -> None:
    with closing(Database.open(sqlite_url)) as database:
        desk = Desk(database)
        unused: Any = None
        context: Any = {ACTOR_KEY: desk.owner}
        pressed = {"view": {"type": "modal", "id": "V1"}, "trigger_id": "1"}
        HandoffListeners(desk.services, unused).on_transfer(lambda: None, pressed, {"value": ""}, unused, context)  # type: ignore[arg-type]
        with database.read() as connection:
            (said,) = connection.execute(select(col(OutboxMessage.body))).scalars()
        assert desk.services.say(desk.owner)("handoff-transfer-none") in said
