"""The page's tour: its steps come from outside, their completion is told to every window."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import httpx
from websockets.sync.client import connect as open_socket

from playground.tour import TourPlace, TourStep

if TYPE_CHECKING:
    from collections.abc import Sequence

    from playground.local_slack import LocalSlack
    from playground.model import Json, Person
    from playground.tour import TourProvider


def provider(slack: LocalSlack) -> TourProvider:
    """A tour of two steps, the first of which is done once Tom has written in #sales."""

    def steps(viewer: Person) -> Sequence[TourStep]:
        said = any(message.user == slack.person("tom").id for message in slack.messages("sales"))
        title = "Escribe" if viewer.locale.startswith("es") else "Write"
        return [
            TourStep("write", title, "Say something in #sales.", said, TourPlace("tom", "sales")),
            TourStep("home", "Look", "Open the Home tab.", go=TourPlace("ana", "@app", "home")),
            TourStep("rest", "Rest", "That was all."),
        ]

    return steps


def told(slack: LocalSlack, name: str) -> Json:
    viewer = slack.person(name).id
    return dict(httpx.get(f"{slack.base_url}/page/tour", params={"as": viewer}, trust_env=False).json())


def test_without_a_provider_there_is_no_tour(slack: LocalSlack) -> None:
    assert told(slack, "ana") == {"ok": True, "steps": [], "dismissed": False}


def test_steps_speak_the_viewers_language_and_lead_to_places_by_id(slack: LocalSlack) -> None:
    slack.use_tour(provider(slack))
    assert [step["title"] for step in told(slack, "ana")["steps"]] == ["Escribe", "Look", "Rest"]
    first, second, third = told(slack, "joe")["steps"]
    assert first["title"] == "Write"
    sales = slack.conversation("sales").id
    assert first["go"] == {"as": slack.person("tom").id, "conversation": sales, "tab": "messages"}
    ana = slack.person("ana").id
    assert second["go"] == {"as": ana, "conversation": slack.dm_with_app("ana"), "tab": "home"}
    assert third["go"] is None


def test_a_step_that_is_done_and_a_dismissed_tour_reach_every_window(slack: LocalSlack) -> None:
    slack.use_tour(provider(slack))
    address = f"{slack.base_url.replace('http', 'ws')}/page/socket?as={slack.person('joe').id}"

    with open_socket(address, proxy=None) as joe:

        def next_tour() -> Json:
            while True:
                frame: Json = json.loads(joe.recv(timeout=60))
                if frame["type"] == "tour":
                    return frame

        slack.post_as("tom", "sales", "hello")
        assert [step["done"] for step in next_tour()["steps"]] == [True, False, False]
        body = {"as": slack.person("ana").id, "dismissed": True}
        httpx.post(f"{slack.base_url}/page/tour", json=body, trust_env=False)
        assert next_tour()["dismissed"] is True
    assert told(slack, "ana")["dismissed"] is True


def test_a_file_is_opened_by_those_who_see_where_it_was_shared(slack: LocalSlack) -> None:
    message = slack.share_file("ana", slack.dm_with_app("ana"), "añadidos;1.csv", b"a,b\n")
    address = f"{slack.base_url}/page/file/{message.files[0]['id']}"
    mine = httpx.get(address, params={"as": slack.person("ana").id}, trust_env=False)
    assert mine.content == b"a,b\n"
    assert mine.headers["content-disposition"].startswith("attachment")
    for other in (slack.person("tom").id, "U0NOBODY"):
        assert httpx.get(address, params={"as": other}, trust_env=False).status_code == 404
