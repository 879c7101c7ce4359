"""A Socket Mode line is given up at any moment of its life."""

import logging
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.socket_mode import SocketModeClient
from websockets.exceptions import ConnectionClosed
from websockets.frames import Close
from websockets.http11 import Request
from websockets.server import ServerProtocol
from websockets.sync.server import ServerConnection, serve

from bot.slack_line import SlackLine
from bot.socket_line import hang_up
from playground.local_slack import LocalSlack
from tests.playground.manifest import MANIFEST

pytestmark = pytest.mark.hurries("lazo")
PATIENCE_SECONDS = 60.0


@pytest.fixture(scope="module")
def slack() -> Iterator[LocalSlack]:
    """One that all lines of these tests lead to."""
    with LocalSlack.start(MANIFEST) as started:
        yield started


def line(slack: LocalSlack, logger: logging.Logger | None = None) -> SlackLine:
    """A line to ``slack``, connected."""
    client = WebClient(slack.bot_token, base_url=slack.api_url)
    app = App(signing_secret=slack.signing_secret, client=client, logger=logger)
    handler = SlackLine(app, slack.app_token)
    handler.connect()  # type: ignore[no-untyped-call]
    return handler


def gone(slack: LocalSlack, handler: SlackLine) -> None:
    """Hang up, and see that both ends did."""
    ending = threading.Thread(target=hang_up, args=(handler.client,), daemon=True)
    ending.start()
    ending.join(PATIENCE_SECONDS)
    assert not ending.is_alive()
    assert not handler.client.current_session_runner.is_alive()
    assert not handler.client.is_connected()
    slack.wait_for(lambda: slack.delivery.connections == 0, PATIENCE_SECONDS, "the line to be gone")


@pytest.mark.parametrize("run", range(10))
def test_a_line_just_connected_is_given_up(run: int, slack: LocalSlack) -> None:
    """A thread that ends with an error fails the test: warnings are errors here."""
    handler = line(slack)
    time.sleep(run * 0.012)  # The SDK's reader looks for its line ten times a second: before, at and after its start.
    gone(slack, handler)


def test_a_reader_that_only_begins_is_given_up_too(slack: LocalSlack) -> None:
    """The SDK's reader forgets, as it begins, that it was told to end."""
    begun, lines = threading.Event(), list[SlackLine]()

    class Late(logging.Handler):
        """Holds the reader between its look at the line and its first read, until it has been told to end."""

        def emit(self, record: logging.LogRecord) -> None:
            if str(record.msg).startswith("Starting to receive"):
                begun.set()
                deadline = time.monotonic() + PATIENCE_SECONDS
                while time.monotonic() < deadline:
                    if lines and lines[0].client.current_session_state.terminated:
                        return
                    time.sleep(0.005)

    told = logging.getLogger("tests.socket_line")
    told.setLevel(logging.INFO)
    told.addHandler(Late())
    lines.append(line(slack, told))
    assert begun.wait(PATIENCE_SECONDS)
    gone(slack, lines[0])


def connected(port: int) -> SocketModeClient:
    """A client whose line leads to a Slack that is nothing but a socket."""
    client = SocketModeClient(app_token="xapp-1-A1-1-x")
    client.wss_uri = f"ws://127.0.0.1:{port}/"
    client.connect()
    return client


def test_slack_is_told_of_our_leaving_behind_the_last_answer() -> None:
    """A line that is cut while Slack writes to it is reset, and answers that Slack has not read by then are lost."""
    got, ended, over = list[str | bytes](), list[Close | None](), threading.Event()

    def slack(line: ServerConnection) -> None:
        try:
            while True:
                got.append(line.recv())
        except ConnectionClosed as error:
            ended.append(error.rcvd)
            over.set()

    with serve(slack, "127.0.0.1", 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        client = connected(server.socket.getsockname()[1])
        client.send_message('{"envelope_id": "the last"}')
        hang_up(client)
        assert over.wait(PATIENCE_SECONDS)
        server.shutdown()
    assert got == ['{"envelope_id": "the last"}']
    assert ended == [Close(1000, "")]


def test_a_slack_that_never_agrees_holds_nobody() -> None:
    """It shakes hands and is silent from then on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        clients = list[SocketModeClient]()
        calling = threading.Thread(target=lambda: clients.append(connected(listener.getsockname()[1])))
        calling.start()
        line, _ = listener.accept()
        with line:
            shake_hands(line)
            calling.join(PATIENCE_SECONDS)
            ending = threading.Thread(target=hang_up, args=(clients[0],), daemon=True)
            ending.start()
            ending.join(PATIENCE_SECONDS)
            assert not ending.is_alive()


def shake_hands(line: socket.socket) -> None:
    protocol = ServerProtocol()
    while not (asked := [each for each in protocol.events_received() if isinstance(each, Request)]):
        protocol.receive_data(line.recv(65536))
    protocol.send_response(protocol.accept(asked[0]))
    line.sendall(b"".join(protocol.data_to_send()))
