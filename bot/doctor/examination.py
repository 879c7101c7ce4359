"""All checks in their order: what one finds out is what the next goes on."""

import http.client
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any, Final

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError
from sqlalchemy.exc import SQLAlchemyError

from bot.clock import Clock
from bot.doctor import channel_checks, database_checks, machine_checks, mind_checks, outbox_checks, slack_checks
from bot.doctor.findings import Area, Finding
from bot.doctor.settings_checks import Found, Sources, check_settings, without_user
from bot.doctor.slack_checks import Answer
from bot.run_lock import holder
from storage import health, outbox, people
from storage.database import Database
from storage.health import ChannelUse, PeopleKnown, Waiting
from storage.ids import WorkspaceId
from storage.tables import Workspace

#: All of Slack's answers together; one alone has the caller's limit.
_ALL_SECONDS: Final = 30.0
_MOST_CHANNELS: Final = 50
_OUT_OF_TIME: Final = "Slack took too long over the questions before"


@dataclass(slots=True)
class Stored:
    """What the database says, as far as other checks need it."""

    channels: list[ChannelUse] = field(default_factory=list)
    zones: set[str] = field(default_factory=set)
    workspaces: list[Workspace] = field(default_factory=list)
    counts: Mapping[str, int] | None = None
    waiting: Waiting | None = None
    people: Mapping[int, PeopleKnown] = field(default_factory=dict)
    somebody_runs: bool | None = None


def examine(timeout: int) -> Iterator[Finding]:
    """Look at everything; no single answer of Slack is waited for longer than ``timeout`` seconds."""
    settings, found = check_settings(Sources.read())
    yield from settings
    stored = Stored()
    yield from _database(found, stored)
    clock = Clock(found.demo_clock)
    yield from _stored(stored, clock.system_now())
    asking = _Asking(found, clock, timeout)
    yield from asking.slack()
    yield slack_checks.judge_demo_clock(
        None if found.demo_clock is None else (clock.business_now() - clock.system_now()).total_seconds()
    )
    yield from asking.channels(stored)
    yield from mind_checks.check_mind(timeout)
    yield from machine_checks.check_machine(stored.zones)


def _database(found: Found, stored: Stored) -> Iterator[Finding]:
    if found.database_url is None:
        return
    findings, is_ready = database_checks.reach(found.database_url)
    yield from findings
    if not is_ready:
        return
    database = Database.open(found.database_url)
    try:
        with database.read() as connection:
            yield from database_checks.check_database(database, connection)
            stored.channels = health.channels_in_use(connection)
            stored.zones = health.zones_in_use(connection)
            stored.workspaces = people.list_workspaces(connection)
            stored.counts = outbox.counts(connection)
            stored.waiting = health.overdue(connection, Clock().system_now())
            stored.people = {
                each.id: health.people_known(connection, WorkspaceId(each.id))
                for each in stored.workspaces
                if each.id is not None
            }
        if database.sqlite_file is not None:
            with suppress(PermissionError):
                stored.somebody_runs = holder(database.sqlite_file) is not None
    except (SQLAlchemyError, OSError) as error:
        told = str(error).splitlines()[0][:300]
        yield Area("database").broken("reading", told, "Is the file or the server what it should be?")
    finally:
        database.close()


def _stored(stored: Stored, now: datetime) -> Iterator[Finding]:
    if stored.counts is None or stored.waiting is None:
        return
    runs = stored.somebody_runs
    yield from outbox_checks.judge_outbox(stored.counts, stored.waiting, now, somebody_sends=runs)
    for known in stored.people.values():
        yield outbox_checks.judge_people(known, now, somebody_reads=runs)


class _Asking:
    """The part that talks to Slack. Once it is silent, nothing more is asked."""

    def __init__(self, found: Found, clock: Clock, timeout: int) -> None:
        self._found = found
        self._clock = clock
        self._timeout = timeout
        self._until = clock.monotonic() + max(_ALL_SECONDS, timeout)
        self._silence = ""
        self._team: tuple[str, str] | None = None

    def slack(self) -> Iterator[Finding]:
        """Tokens, scopes, clocks."""
        token, api_url = self._found.bot_token, self._found.api_url
        if token is None or api_url is None:
            self._silence = "the settings for it are not there"
            return
        client = self._client(token)
        said = self._ask(client.auth_test)
        yield slack_checks.judge_bot_token(said, without_user(api_url))
        if said.is_ok:
            self._team = (said.data.get("enterprise_id") or "", said.data.get("team_id") or "")
            yield from slack_checks.judge_scopes(said)
        app_token = self._found.app_token
        if not self._silence:
            opened = None if app_token is None else self._ask(lambda: client.apps_connections_open(app_token=app_token))
            yield slack_checks.judge_app_token(opened)
        if said.is_ok and app_token is not None:
            of_bot = self._ask(lambda: client.bots_info(bot=said.data.get("bot_id") or ""))
            same = slack_checks.judge_same_app(of_bot, app_token)
            if same is not None:
                yield same
        if not said.silence:
            yield slack_checks.judge_clock(said)

    def channels(self, stored: Stored) -> Iterator[Finding]:
        """Each channel in use by the workspace of our token."""
        if stored.counts is None:
            return
        mine = {each.id for each in stored.workspaces if (each.enterprise_id, each.team_id) == self._team}
        if self._team is None:  # nobody can tell which workspace is ours
            mine = {each.id for each in stored.workspaces}
        ours = [each for each in stored.channels if each.workspace_id in mine]
        if len(ours) < len(stored.channels):
            yield channel_checks.of_others(len(stored.channels) - len(ours))
        uses = channel_checks.uses_by_channel(ours)
        for number, (channel, names) in enumerate(uses.items()):
            why = self._silence or ("there are too many" if number >= _MOST_CHANNELS else "")
            if why or self._team is None:
                yield channel_checks.not_asked(channel, names, why or "the bot token is not good")
                continue
            look = partial(self._client(self._found.bot_token or "").conversations_info, channel=channel)
            yield channel_checks.judge_channel(channel, names, self._ask(look))
        yield from channel_checks.judge_unused({each.use for each in ours})

    def _client(self, token: str) -> WebClient:
        left = max(1, min(self._timeout, int(self._until - self._clock.monotonic())))
        return WebClient(token=token, base_url=self._found.api_url or "", timeout=left, retry_handlers=[])

    def _ask(self, call: Callable[[], Any]) -> Answer:
        started, at = self._clock.monotonic(), self._clock.system_now()

        def answer(**more: Any) -> Answer:  # noqa: ANN401 - the fields of an Answer
            seconds = self._clock.monotonic() - started
            return Answer(at + timedelta(seconds=seconds / 2), seconds, **more)

        if self._silence:
            return answer(silence=self._silence)
        if started >= self._until:
            self._silence = _OUT_OF_TIME
            return answer(silence=_OUT_OF_TIME)
        try:
            said = call()
        except SlackApiError as error:
            code = str(error.response.get("error") or f"HTTP {error.response.status_code}")
            return answer(error=code, headers=_lower(error.response.headers))
        except TimeoutError:
            self._silence = f"no answer within {self._timeout} s"
        except (SlackClientError, http.client.HTTPException, OSError) as error:
            self._silence = str(getattr(error, "reason", error))[:300] or type(error).__name__
        else:
            return answer(data=said.data, headers=_lower(said.headers))
        return answer(silence=self._silence)


def _lower(headers: Mapping[str, Any]) -> dict[str, str]:
    return {str(name).lower(): str(value) for name, value in headers.items()}
