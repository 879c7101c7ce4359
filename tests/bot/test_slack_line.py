"""A Socket Mode line that is made anew: what is said meanwhile, on either line, is heard and answered."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final, Self, cast

import pytest
from slack_sdk.socket_mode.builtin import connection
from slack_sdk.socket_mode.builtin.connection import Connection
from slack_sdk.socket_mode.builtin.frame_header import FrameHeader
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from websockets.exceptions import ConnectionClosed
from websockets.http11 import Request
from websockets.protocol import State
from websockets.sync.server import ServerConnection, serve

from bot.slack_line import KeepingClient
from bot.socket_line import hang_up
from playground import observed

if TYPE_CHECKING:
    from slack_sdk import WebClient

pytestmark = pytest.mark.hurries("lazo")
MANY: Final = 300


class Slack:
    """What a client needs of Slack: the address of a line (``port``), and lines, kept in the order they were made.

    ``before`` is called just before a line stands. ``asked`` tells that another one than the first was asked for.
    """

    ssl = None

    def __init__(self, before: Callable[["Slack"], None] = lambda _: None) -> None:
        self.lines = list[ServerConnection]()
        self.answers = dict[str, int]()
        self.left, self.asked = threading.Event(), threading.Event()
        self._before = before
        self._told = threading.Condition()
        self._server = serve(self._serve, "127.0.0.1", 0, process_request=self._shaking)
        self.port = int(self._server.socket.getsockname()[1])

    def __enter__(self) -> Self:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()

    def apps_connections_open(self, **_: str) -> dict[str, str]:
        """Of the Web API, all that is asked."""
        if self.lines:
            self.asked.set()
        return {"url": f"ws://127.0.0.1:{self.port}/"}

    def ask(self, line: int, *names: str) -> None:
        """Send requests on a line."""
        for name in names:
            payload = {"envelope_id": name, "type": "events_api", "payload": {"text": "x" * 2_000}}
            self.lines[line].send(json.dumps(payload))

    def wish(self, line: int = 0) -> None:
        """Ask for a new line."""
        self.lines[line].send(json.dumps({"type": "disconnect", "reason": "warning"}))

    def wait_for_answers(self, count: int) -> bool:
        """Whether so many requests were answered."""
        with self._told:
            return self._told.wait_for(lambda: len(self.answers) >= count, observed.PATIENCE_SECONDS)

    def wait_for_lines(self, count: int) -> bool:
        """Whether so many lines were made."""
        with self._told:
            return self._told.wait_for(lambda: len(self.lines) >= count, observed.PATIENCE_SECONDS)

    def _shaking(self, _line: ServerConnection, _request: Request) -> None:
        self._before(self)

    def _serve(self, line: ServerConnection) -> None:
        with self._told:
            self.lines.append(line)
            number = len(self.lines)
            self._told.notify_all()
        try:
            while True:
                said = json.loads(line.recv())
                with self._told:
                    self.answers[said["envelope_id"]] = number
                    self._told.notify_all()
        except ConnectionClosed:
            self.left.set()


def client_of(slack: Slack) -> KeepingClient:
    """Connected to it, and answering whatever it is asked."""

    def answer(client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        client.send_socket_mode_response(SocketModeResponse(request.envelope_id))

    client = KeepingClient(app_token="xapp-1-A1-1-x", web_client=cast("WebClient", slack))
    client.socket_mode_request_listeners.append(answer)
    client.connect_to_new_endpoint()
    assert slack.wait_for_lines(1)
    return client


@pytest.fixture
def clients() -> Iterator[list[KeepingClient]]:
    """Hung up at the end."""
    made = list[KeepingClient]()
    yield made
    for each in made:
        hang_up(each)


def test_a_line_that_is_made_anew_loses_nothing_of_the_old_one(clients: list[KeepingClient]) -> None:
    """All of it is still unread on the old line when the new one stands, as on a machine that is busy."""

    def before(slack: Slack) -> None:
        if slack.lines:
            slack.ask(0, *map(str, range(MANY)))

    with Slack(before) as slack:
        client = client_of(slack)
        clients.append(client)
        first = client.current_session

        def slow_reader(_message: str) -> None:
            until_true(lambda: is_new(client, first))

        client.on_message_listeners.append(slow_reader)
        slack.wish()
        assert slack.wait_for_answers(MANY), f"{len(slack.answers)} of {MANY}"


def until_true(what: Callable[[], bool]) -> None:
    """Wait for what nobody tells of."""
    deadline = time.monotonic() + observed.PATIENCE_SECONDS
    while not what() and time.monotonic() < deadline:
        time.sleep(0.005)


def is_new(client: KeepingClient, first: Connection | None) -> bool:
    """Whether another line than ``first`` is the client's."""
    return type(client.current_session) is Connection and client.current_session is not first


def test_an_answer_begun_on_the_old_line_goes_out_on_the_new_one(
    clients: list[KeepingClient], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Behind our close nobody would read it, and the old line's reader has not seen yet that Slack agreed."""
    with Slack() as slack:
        client = client_of(slack)
        clients.append(client)
        build: Callable[[str, int], bytes] = vars(connection)["_build_data_frame_for_sending"]
        begun = threading.Event()

        def late(payload: str, opcode: int) -> bytes:
            if opcode == FrameHeader.OPCODE_TEXT:
                begun.set()
                until_true(lambda: slack.lines[0].state is not State.OPEN)  # it has heard our close
            return build(payload, opcode)

        def busy_reader(message: str) -> None:
            if "disconnect" in message:
                slack.wait_for_answers(1)

        monkeypatch.setattr(connection, "_build_data_frame_for_sending", late)
        client.on_message_listeners.append(busy_reader)
        slack.ask(0, "begun")
        assert begun.wait(observed.PATIENCE_SECONDS)
        slack.wish()
        assert slack.wait_for_answers(1)
        assert slack.answers == {"begun": 2}


def test_where_the_new_line_does_not_stand_the_old_one_stays(clients: list[KeepingClient]) -> None:
    with Slack() as slack:
        clients.append(client_of(slack))
        slack.port = closed_port()
        slack.wish()
        assert slack.asked.wait(observed.PATIENCE_SECONDS)
        slack.ask(0, "still there")
        assert slack.wait_for_answers(1)
        assert slack.answers == {"still there": 1}
        assert not slack.left.is_set()


def closed_port() -> int:
    """Where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def test_a_line_is_made_anew_once_however_often_the_old_one_asks(clients: list[KeepingClient]) -> None:
    with Slack() as slack:
        client = client_of(slack)
        clients.append(client)
        for _ in range(3):
            slack.wish()
        assert slack.wait_for_lines(2)
        slack.ask(1, *map(str, range(MANY)))
        assert slack.wait_for_answers(MANY), f"{len(slack.answers)} of {MANY}"
        assert set(slack.answers.values()) == {2}
        assert len(slack.lines) == 2


def test_a_line_that_slack_closes_first_is_replaced_at_once(clients: list[KeepingClient]) -> None:
    """Its reader waits for nobody who waits for the reader."""

    def before(slack: Slack) -> None:
        if slack.lines:
            slack.lines[0].close()

    with Slack(before) as slack:
        clients.append(client_of(slack))
        slack.wish()
        assert slack.wait_for_lines(2)
        slack.ask(1, "on the new one")
        assert slack.wait_for_answers(1)
