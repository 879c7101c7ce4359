"""What a bot wrote just before it closed its line is read, also while something is being written to it."""

from __future__ import annotations

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING

from slack_sdk import WebClient
from websockets.frames import CloseCode, Frame, Opcode
from websockets.sync.client import connect as open_socket

if TYPE_CHECKING:
    from playground.delivery import Ack
    from playground.local_slack import LocalSlack


class Held:
    """Holds Slack between two of its turns; in the turn after that it reads, and then writes an envelope."""

    def __init__(self, slack: LocalSlack) -> None:
        self._slack = slack
        self.begun, self.over = Event(), Event()
        self.written: list[asyncio.Task[Ack]] = []

    def __call__(self, kind: str, _: object) -> None:
        """Something changed, told on Slack's own thread."""
        if kind == "message" and not self.begun.is_set():
            self.begun.set()
            self.over.wait(30)
            asyncio.get_running_loop().call_soon(self._write)

    def _write(self) -> None:
        write = self._slack.delivery.send("slash_commands", {"text": "too late"}, accepts_body=True)
        self.written.append(asyncio.get_running_loop().create_task(write))


def test_answers_before_the_close_are_shown_though_a_write_fails_then(slack: LocalSlack) -> None:
    """The frames arrive together; what is written to the closed line fails before the second one was read."""
    held = Held(slack)
    web = WebClient(slack.bot_token, base_url=slack.api_url)
    with open_socket(web.apps_connections_open(app_token=slack.app_token)["url"]) as line, ThreadPoolExecutor() as pool:
        line.recv()
        typed = [pool.submit(slack.command, who, "sales", "/say", who) for who in ("ana", "tom")]
        envelopes = [json.loads(line.recv()) for _ in typed]
        slack.store.listen(held)
        posting = pool.submit(slack.post_as, "joe", "sales", "hello")
        assert held.begun.wait(30)
        answers = [Frame(Opcode.TEXT, json.dumps(said(each)).encode()) for each in envelopes]
        close = Frame(Opcode.CLOSE, CloseCode.NORMAL_CLOSURE.to_bytes(2, "big"))
        line.socket.sendall(b"".join(frame.serialize(mask=True) for frame in (*answers, close)))
        held.over.set()
        outcomes = [each.result(30) for each in typed]
        posting.result(30)
    assert [(each.error, each.response) for each in outcomes] == [(None, {"text": "ana"}), (None, {"text": "tom"})]
    slack.wait_for(held.written[0].done, what="the late envelope's end")
    assert held.written[0].result().error == "dispatch_failed"


def said(envelope: dict[str, object]) -> dict[str, object]:
    payload = envelope["payload"]
    assert isinstance(payload, dict)
    return {"envelope_id": envelope["envelope_id"], "payload": {"text": payload["text"]}}
