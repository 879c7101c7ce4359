"""Listeners found by the name of what was typed, pressed or submitted."""

from typing import Any

import pytest
from slack_bolt import Ack, BoltRequest, BoltResponse

from bot.by_name import ListenersByName


def asked(listeners: ListenersByName, body: dict[str, Any]) -> BoltResponse | str | None:
    passed_on = BoltResponse(status=404)
    request = BoltRequest(mode="socket_mode", body=body)
    answer = listeners.process(req=request, resp=BoltResponse(status=200), next=lambda: passed_on)
    return "passed on" if answer is passed_on else answer


@pytest.mark.parametrize(
    ("kind", "body"),
    [
        ("command", {"command": "this"}),
        ("action", {"type": "block_actions", "actions": [{"action_id": "this"}]}),
        ("view", {"type": "view_submission", "view": {"callback_id": "this"}}),
    ],
)
def test_a_listener_is_found_and_its_ack_is_the_answer(kind: str, body: dict[str, Any]) -> None:
    listeners = ListenersByName()
    listeners.add(kind, "this", lambda ack, body: ack(f"heard {len(body)}"))
    answer = asked(listeners, body)
    assert isinstance(answer, BoltResponse)
    assert answer.body == f"heard {len(body)}"


def test_what_is_not_known_here_goes_on() -> None:
    listeners = ListenersByName()

    def wants_more(ack: Ack, respond: object) -> None:
        raise AssertionError((ack, respond))

    listeners.add("command", "this", wants_more)
    assert asked(listeners, {"command": "this"}) == "passed on"
    assert asked(listeners, {"command": "other"}) == "passed on"
    assert asked(listeners, {"type": "event_callback", "event": {}}) == "passed on"
