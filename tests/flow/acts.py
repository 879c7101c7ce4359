"""What flow tests do again and again: read what a person sees, look at rows, set owners, move the clock."""

import re
from collections.abc import Iterator
from datetime import datetime, time, timedelta
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import inspect, select
from sqlmodel import Session, SQLModel

from commands.i18n import Texts
from playground.delivery import Ack, EnvelopeKind
from playground.local_slack import LocalSlack
from playground.model import Json, Message, View
from storage import accounts, notices, outbox, people
from storage.ids import WorkspaceId
from storage.tables import Account, Objection
from tests.flow.conftest import RunningBot

Row = TypeVar("Row", bound=SQLModel)
MADRID = "Europe/Madrid"
MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)


def texts(node: object) -> Iterator[str]:
    """Every text in a tree of Block Kit, in order."""
    if isinstance(node, list):
        for each in node:
            yield from texts(each)
    elif isinstance(node, dict):
        for key, value in node.items():
            if key in {"text", "initial_value", "url"} and isinstance(value, str):
                yield value
            else:
                yield from texts(value)


def words(shown: Json | Message | View | None) -> str:
    """What somebody reads in an answer, a message or a modal: blocks where there are any, else the text."""
    assert shown is not None
    if isinstance(shown, View):
        return "\n".join(texts(shown.source))
    if isinstance(shown, Message):
        return "\n".join(texts(shown.blocks)) if shown.blocks else shown.text
    return "\n".join(texts(shown.get("blocks") or shown))


def says(seen: str, locale: str, key: str, **given: str | int) -> bool:
    """Whether ``seen`` has the text under ``key``, whatever stands where ``given`` says nothing."""
    anything = dict.fromkeys(_put_in()[key] - given.keys(), "\x01")
    text = Texts().into(locale)(key, **{**anything, **given})
    return re.search(re.escape(text).replace(re.escape("\x01"), ".*"), seen) is not None


@cache
def _put_in() -> dict[str, set[str]]:
    """The names of what each text takes in."""
    texts = "\n".join(file.read_text("utf-8") for file in files("commands").joinpath("locales", "en").iterdir())
    found = re.findall(r"^([a-z][\w-]*) =((?:.*\n(?=[ }]))*.*)", texts, re.MULTILINE)
    return {key: set(re.findall(r"\$(\w+)", text)) for key, text in found}


def answer(slack: LocalSlack, person: str, place: str, text: str, command: str = "/objection") -> str:
    """Type a command and read its answer."""
    done = slack.command(person, place, command, text)
    assert done.ok, (done.error, done.detail)
    return words(done.response)


def receipt(slack: LocalSlack, person: str, place: str = "sales") -> Message:
    """The newest thing that only this person sees there."""
    return slack.ephemerals(person, place)[-1]


def form(slack: LocalSlack, person: str) -> View:
    """The modal that this person has in front of them."""
    slack.wait_for(lambda: slack.views(person), what="a modal")
    return slack.views(person)[-1]


def rows(bot: RunningBot, table: type[Row]) -> list[Row]:
    """All rows of ``table``, oldest first."""
    with bot.database.read() as connection, Session(connection) as session:
        columns: Any = inspect(table).columns
        first = columns.get("id")
        return list(session.scalars(select(table).order_by(columns.workspace_id if first is None else first)))


def only_row(bot: RunningBot, table: type[Row]) -> Row:
    """The one row of ``table``."""
    (found,) = rows(bot, table)
    return found


def only(bot: RunningBot) -> Objection:
    """The one objection there is."""
    (found,) = rows(bot, Objection)
    return found


def the_workspace(slack: LocalSlack, bot: RunningBot) -> WorkspaceId:
    """Our id of the local Slack's team."""
    with bot.database.read() as connection:
        workspace = people.find_workspace(connection, "", slack.team_id)
    assert workspace is not None
    assert workspace.id is not None
    return WorkspaceId(workspace.id)


def known_account(slack: LocalSlack, bot: RunningBot, name: str = "Acme", marketing: str | None = None) -> Account:
    """An account that exists, with its marketing owner if one is named."""
    workspace_id, now = the_workspace(slack, bot), bot.clock.system_now()
    owner = met(slack, bot, marketing) if marketing else None
    with bot.database.write() as work:
        account = accounts.add_account(work, workspace_id, name, created_by_id=None, now=now)
        account.marketing_owner_id = owner
        work.commit()
    return account


def met(slack: LocalSlack, bot: RunningBot, person: str) -> int:
    """Our id of a person, who is known from the reading of all members at the start."""
    workspace_id, slack_id = the_workspace(slack, bot), slack.person(person).id

    def member_id() -> int | None:
        with bot.database.read() as connection:
            member = people.find_member(connection, workspace_id, slack_id)
        return None if member is None else member.id

    found = slack.wait_for(member_id, what=f"{person} to be known")
    assert isinstance(found, int)
    return found


def set_workspace(slack: LocalSlack, bot: RunningBot, **changes: object) -> None:
    """Settings of the workspace, as an admin would have left them."""
    workspace_id = the_workspace(slack, bot)
    with bot.database.write() as work:
        workspace = people.get_workspace(work.connection, workspace_id)
        people.change_settings(work, workspace_id, changes, expected_version=workspace.version)
        work.commit()


def move_to(slack: LocalSlack, bot: RunningBot, weekday: int, at: str, tz: str = MADRID) -> datetime:
    """Move the demo clock to the next such moment in ``tz``, and let the bot notice."""
    local = slack.clock.now().astimezone(ZoneInfo(tz))
    day = local.date() + timedelta(days=(weekday - local.weekday()) % 7)
    moment = datetime.combine(day, time.fromisoformat(at), ZoneInfo(tz))
    if moment <= local:
        moment = datetime.combine(day + timedelta(days=7), time.fromisoformat(at), ZoneInfo(tz))
    slack.advance((moment - local).total_seconds())
    bot.parts.heart.quicken()
    return moment


def direct(slack: LocalSlack, person: str) -> list[Message]:
    """What the bot wrote to this person."""
    return slack.messages(slack.dm_with_app(person))


def deliver(slack: LocalSlack, kind: EnvelopeKind, payload: Json) -> Ack:
    """The same payload once more, as after a lost ack."""
    return slack._server.call(slack.delivery.send(kind, payload, accepts_body=True))


def heard(slack: LocalSlack, bot: RunningBot, person: str, count: int = 1) -> list[Message]:
    """Wait until the bot wrote ``count`` messages to this person, and until there is nothing more to send."""
    slack.wait_for(lambda: len(direct(slack, person)) >= count, what=f"{count} messages to {person}")
    quiet(slack, bot)
    found = direct(slack, person)
    assert len(found) == count, [message.text for message in found]
    return found


def quiet(slack: LocalSlack, bot: RunningBot) -> None:
    """Wait until nothing that is due waits to be released or sent."""

    def is_quiet() -> bool:
        with bot.database.read() as connection:
            on_its_way = outbox.counts(connection)
            due = notices.list_due(connection, bot.clock.business_now())
        return not (due or on_its_way.get("pending") or on_its_way.get("sending"))

    bot.parts.heart.quicken()
    slack.wait_for(is_quiet, what="the outbox to be empty")
