"""What the demo promises: the objection it suggests is heard of, and Monday brings the digest of the example week."""

from pathlib import Path

import pytest

from bot.clock import Clock
from bot.demo.example import ACCOUNTS
from bot.demo.running import first_moment
from bot.demo.seeding import introduce, seed
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from storage.database import Database
from tests.flow.acts import words
from tests.flow.conftest import running_bot


@pytest.fixture(autouse=True)
def first_hour(slack: LocalSlack) -> None:
    """The example is made for the moment at which the demo begins: on a Monday its week has not happened yet."""
    slack.advance(max((first_moment(slack.clock.now()) - slack.clock.now()).total_seconds(), 0))


def test_the_suggested_path(slack: LocalSlack, database_url: str, clock_file: Path) -> None:
    database = Database.open(database_url)
    workspace_id = seed(database, slack, slack.clock.now())
    introduce(database, slack, workspace_id, Texts(), Clock().system_now())
    database.close()
    with running_bot(slack, database_url, clock_file):
        slack.wait_for(lambda: slack.messages("revenue-review"), what="the introduction")
        (hello,) = slack.messages("revenue-review")
        assert "made up" in words(hello)

        typed = suggestion(words(hello))
        receipt = slack.command("ana", "sales", "/objection", typed).response
        assert "Harlow Freight" in words(receipt)
        assert "per cent fewer miles" in words(receipt), "an argument that worked before comes back"
        marta = slack.dm_with_app("marta")
        slack.wait_for(lambda: slack.messages(marta), what="the notice to Marta")
        assert "Pipewise" in words(slack.messages(marta)[-1])

        slack.advance((slack.clock.preset("monday_0900", "Europe/Madrid") - slack.clock.now()).total_seconds())
        slack.wait_for(lambda: len(slack.messages("revenue-review")) > 1, what="the digest")
        digest = words(slack.messages("revenue-review")[1])
        assert "Competitor" in digest
        assert "is late" not in digest


@pytest.mark.parametrize("who", ["ana", "lucia"])
def test_the_example_accounts_are_listed_with_their_owners(
    slack: LocalSlack, sqlite_url: str, clock_file: Path, who: str
) -> None:
    database = Database.open(sqlite_url)
    seed(database, slack, slack.clock.now())
    database.close()
    with running_bot(slack, sqlite_url, clock_file):
        shown = words(slack.command(who, "sales", "/account").response)
        assert all(account.name in shown for account in ACCOUNTS)
        assert slack.person("marta").id in shown
        found = words(slack.command(who, "sales", "/lazo", "objection search Ventoro").response)
        assert "Kestrel Energy" in found


def suggestion(hello: str) -> str:
    """What the introduction tells to type after ``/objection``."""
    return hello.split("/objection ", 1)[1].split("`", 1)[0]
