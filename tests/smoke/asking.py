"""The trials that need a person: a command is typed and a button pressed, over Socket Mode."""

import queue
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from slack_sdk import WebClient
from slack_sdk.socket_mode import SocketModeClient
from slack_sdk.socket_mode.client import BaseSocketModeClient
from slack_sdk.socket_mode.request import SocketModeRequest
from slack_sdk.socket_mode.response import SocketModeResponse
from slack_sdk.webhook import WebhookClient

from commands import blocks
from tests.smoke.ground import Ground, Json, Trial, UntriedError, expect, refusal

#: Typed after the command: a mention, a channel and signs that escaping would change.
TYPED = "smoke @somebody #general & <b>"
_BUTTON = "smoke_button"

Say = Callable[[str], None]


class Listening:
    """Takes what Slack sends over Socket Mode. A command is answered in its ack with a button."""

    def __init__(self, client: WebClient, app_token: str, say: Say, patience: float) -> None:
        self._say = say
        self._patience = patience
        self._commands: queue.Queue[Json] = queue.Queue()
        self._presses: queue.Queue[Json] = queue.Queue()
        self.client = client
        self._socket = SocketModeClient(app_token=app_token, web_client=client)
        self._socket.socket_mode_request_listeners.append(self._on_request)
        self._command: Json | None = None

    @contextmanager
    def connected(self) -> Iterator["Listening"]:
        """Connected for the block."""
        self._socket.connect()
        try:
            yield self
        finally:
            self._socket.close()

    def command(self) -> Json:
        """The command that somebody types; asked for once."""
        if self._command is None:
            self._say(f"Type in Slack, in that channel:  /lazo {TYPED}")
            self._command = self._wait(self._commands)
        return self._command

    def press(self) -> Json:
        """The press of the button that the command was answered with."""
        self.command()
        self._say("Press the button in the answer that only you see.")
        return self._wait(self._presses)

    def _wait(self, arriving: "queue.Queue[Json]") -> Json:
        try:
            return arriving.get(timeout=self._patience)
        except queue.Empty:
            raise UntriedError(f"nothing came within {self._patience:.0f} s") from None

    def _on_request(self, client: BaseSocketModeClient, request: SocketModeRequest) -> None:
        answer: dict[str, Any] | None = None
        if request.type == "slash_commands":
            button = {"type": "button", "text": blocks.plain("Press me", 75), "action_id": _BUTTON, "value": "x"}
            answer = {"text": "Smoke", "blocks": [{"type": "actions", "elements": [button]}]}
        elif request.type == "interactive":
            answer = {"text": "This is not to be seen: Slack ignores it."}
        client.send_socket_mode_response(SocketModeResponse(envelope_id=request.envelope_id, payload=answer))
        if request.type == "slash_commands":
            # At once: the trigger lives three seconds.
            view = {"type": "modal", "title": blocks.plain("Smoke", 24), "blocks": [blocks.section("Close me.")]}
            opened = refusal(lambda: self.client.views_open(trigger_id=str(request.payload["trigger_id"]), view=view))
            self._commands.put({**request.payload, "modal": opened})
        elif request.type == "interactive" and request.payload.get("actions"):
            self._presses.put(dict(request.payload))


def trials(listening: Listening) -> tuple[Trial, ...]:
    """What only a person can set off."""

    def unescaped(_ground: Ground) -> str:
        text = str(listening.command()["text"])
        expect(holds=text == TYPED, otherwise=f"it arrives as {text!r}")
        return "arrives letter by letter: no ids, no &amp;"

    def modal(_ground: Ground) -> str:
        code = listening.command()["modal"]
        expect(holds=code is None, otherwise=f"refused with {code}")
        return "opened with the command's trigger, after the ack"

    def ack_shown(_ground: Ground) -> str:
        pressed = listening.press()
        expect(holds=pressed["actions"][0]["action_id"] == _BUTTON, otherwise=str(pressed["actions"]))
        return "the ack's blocks were shown: their button was pressed"

    def response_url(_ground: Ground) -> str:
        address = str(listening.command()["response_url"])
        done = WebhookClient(address, timeout=30).send(text="Smoke: done.", replace_original=True)
        expect(holds=done.status_code == 200, otherwise=f"HTTP {done.status_code}: {done.body}")
        return "taken"

    return (
        Trial("should_escape", "with should_escape: false, text arrives as typed", unescaped),
        Trial("modal", "views.open takes a command's trigger_id", modal),
        Trial("ack body", "a command's ack body is shown", ack_shown),
        Trial("response_url", "an answer can follow by response_url", response_url),
    )
