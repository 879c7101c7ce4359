"""A process dies between Slack's taking a message and its own note of it: the next one looks before it speaks."""

import pytest
from sqlalchemy import create_engine, text

from playground.local_slack import LocalSlack
from storage import database as storage_database
from storage import outbox, people
from storage.database import Database
from storage.ids import WorkspaceId
from storage.outbox import Outgoing
from tests.bot.delivery.office import now
from tests.faults.conftest import MakeBot
from tests.faults.held import held
from tests.patience import LONG

pytestmark = pytest.mark.fault
TEXTS = ["first", "second", "third"]


def test_a_kill_between_post_and_mark_says_nothing_twice(
    database_url: str, slack: LocalSlack, make_bot: MakeBot
) -> None:
    url = database_url
    bot = make_bot(url)
    bot.start_and_connect(slack)
    place = slack.conversation("sales").id
    slack.faults.add("chat.postMessage", place, kind="delay", seconds=LONG)
    put(url, slack, place)
    slack.wait_for(lambda: state_of(url, "first") == "sending")
    with held(url, "outbox"):
        slack.faults.clear()  # from here on it can be posted, and not be marked
        slack.wait_for(lambda: shown(slack) == ["first"], what="the message to be posted")
        bot.kill()
    assert state_of(url, "first") == "sending"
    let_leases_run_out(url)
    bot.start_and_connect(slack)
    slack.wait_for(lambda: {state_of(url, each) for each in TEXTS} == {"sent"}, what="everything to be sent")
    assert sorted(shown(slack)) == sorted(TEXTS)
    assert slack.calls("conversations.history")


def put(url: str, slack: LocalSlack, channel: str) -> None:
    """Enqueue the texts, as another process on the same database would."""
    database = Database.open(url)
    with database.read() as connection:
        workspace = people.find_workspace(connection, "", slack.team_id)
    assert workspace is not None
    with database.write() as work:
        for each in TEXTS:
            outbox.enqueue(
                work, WorkspaceId(workspace.id or 0), Outgoing("test", f"test:{each}", channel, {"text": each}), now()
            )
        work.commit()
    database.close()


def shown(slack: LocalSlack) -> list[str]:
    """What the app said in the channel."""
    return [message.text for message in slack.messages("sales") if message.is_app]


def state_of(url: str, said: str) -> str:
    """The state of a message."""
    engine = create_engine(storage_database.database_url(url))
    with engine.connect() as connection:
        key = {"key": f"test:{said}"}
        state = str(connection.execute(text("SELECT state FROM outbox WHERE dedupe_key = :key"), key).scalar_one())
    engine.dispose()
    return state


def let_leases_run_out(url: str) -> None:
    """Stand in for the minute that a dead process's lease goes on."""
    engine = create_engine(storage_database.database_url(url))
    with engine.begin() as connection:
        connection.execute(text("UPDATE outbox SET lease_until = '2020-01-01 00:00:00+00:00' WHERE state = 'sending'"))
    engine.dispose()
