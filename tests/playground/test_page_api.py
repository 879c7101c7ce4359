"""The page's API: what each person may see and do, and live updates."""

from __future__ import annotations

import copy
import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from websockets.sync.client import connect as open_socket

from playground.local_slack import LocalSlack
from playground.page_clock import Halt
from tests.playground.manifest import MANIFEST, button, field, modal, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from slack_bolt import Ack, App
    from slack_sdk import WebClient
    from websockets.sync.client import ClientConnection


Json = dict[str, Any]


class Page:
    """A page that somebody has open."""

    def __init__(self, slack: LocalSlack, http: httpx.Client, name: str) -> None:
        self.slack, self.http, self.id = slack, http, slack.person(name).id

    def get(self, path: str, **params: str) -> Json:
        """Ask for something."""
        return dict(self.http.get(f"/page/{path}", params={"as": self.id, **params}).json())

    def post(self, path: str, **body: object) -> Json:
        """Do something."""
        return dict(self.http.post(f"/page/{path}", json={"as": self.id, **body}).json())

    def texts(self, conversation: str) -> list[str]:
        """The messages this person sees there."""
        place = self.slack.conversation(conversation).id
        return [message["text"] for message in self.get("messages", conversation=place)["messages"]]


@pytest.fixture
def see(slack: LocalSlack) -> Iterator[Callable[[str], Page]]:
    """Opens the page as somebody."""
    with httpx.Client(base_url=slack.base_url, trust_env=False) as http:
        yield lambda name: Page(slack, http, name)


def frame(socket: ClientConnection, kind: str) -> Json:
    """The next frame of that kind."""
    while True:
        got = json.loads(socket.recv(timeout=60))
        if got["type"] == kind:
            return dict(got)


def live(slack: LocalSlack, name: str) -> str:
    return f"{slack.base_url.replace('http', 'ws')}/page/socket?as={slack.person(name).id}"


def test_the_state_has_people_places_commands_and_the_clock(see: Callable[[str], Page]) -> None:
    state = see("ana").get("state")
    assert state["ok"]
    assert state["me"]["initials"] == "AG"
    assert {person["name"] for person in state["people"] if person["is_app"]} == {"probe"}
    kinds = {place["name"]: place["kind"] for place in state["conversations"]}
    assert kinds["sales"] == "channel"
    assert kinds["Probe"] == "app"
    assert kinds["Tom Baker"] == "dm"
    assert state["commands"][0] == {
        "command": "/say",
        "description": "Say it back",
        "usage_hint": "[words]",
        "language": "",
    }
    assert [shortcut["type"] for shortcut in state["shortcuts"]] == ["message", "global"]
    assert state["clock"]["tz"] == "Europe/Madrid"
    assert state["bot"] == {"connected": False, "mode": "socket"}


def test_guests_and_outsiders_see_only_their_own_places(see: Callable[[str], Page]) -> None:
    def channels(name: str) -> list[str]:
        places = see(name).get("state")["conversations"]
        return [place["name"] for place in places if place["kind"] == "channel"]

    assert channels("greg") == ["marketing"]
    assert channels("olga") == ["acme-shared"]
    assert "acme-shared" in channels("tom"), "full members may look into public channels"


def test_private_messages_are_for_those_they_concern(slack: LocalSlack, see: Callable[[str], Page]) -> None:
    dm = slack.store.direct(slack.person("ana").id, slack.person("tom").id).id
    slack.post_as("ana", dm, "between us")
    assert see("tom").texts(dm) == ["between us"]
    answer = see("marta").get("messages", conversation=dm)
    assert (answer["ok"], answer["error"]) == (False, "channel_not_found")
    refused = see("greg").post("message", conversation=slack.conversation("sales").id, text="x")
    assert refused["error"] == "channel_not_found"


def test_a_message_reaches_other_windows_with_its_unread_mark(slack: LocalSlack, see: Callable[[str], Page]) -> None:
    sales = slack.conversation("sales").id
    with open_socket(live(slack, "tom")) as tom, open_socket(live(slack, "greg")) as greg:
        see("ana").post("message", conversation=sales, text="hi @tom <b>")
        message = frame(tom, "message")["message"]
        assert message["text"] == f"hi <@{slack.person('tom').id}> &lt;b&gt;"
        unread = frame(tom, "unread")
        assert (unread["unread"], unread["mentions"]) == (1, 1)
        see("tom").post("read", conversation=sales)
        assert frame(tom, "unread")["unread"] == 0
        see("ana").post("message", conversation=slack.conversation("marketing").id, text="for the guest too")
        assert frame(greg, "message")["message"]["text"] == "for the guest too"


def test_threads_reactions_edits_and_deletions_are_live(
    slack: LocalSlack, see: Callable[[str], Page], client: WebClient
) -> None:
    sales = slack.conversation("sales").id
    with open_socket(live(slack, "ana")) as ana:
        root = client.chat_postMessage(channel=sales, text="root")["ts"]
        see("ana").post("message", conversation=sales, text="reply", thread_ts=root)
        assert frame(ana, "message_changed")["message"]["reply_count"] == 1
        see("ana").post("reaction", conversation=sales, ts=root, name="eyes", add=True)
        reactions = frame(ana, "message_changed")["message"]["reactions"]
        assert reactions == [{"name": "eyes", "users": [slack.person("ana").id]}]
        client.chat_update(channel=sales, ts=root, text="new")
        assert frame(ana, "message_changed")["message"]["edited"] is True
        client.chat_delete(channel=sales, ts=root)
        assert frame(ana, "message_deleted")["ts"] == root
    assert see("ana").texts("sales") == []


def test_a_thread_is_read_whole(slack: LocalSlack, see: Callable[[str], Page]) -> None:
    root = slack.post_as("ana", "sales", "root")
    slack.post_as("tom", "sales", "reply", root.ts)
    thread = see("ana").get("thread", conversation=root.conversation, ts=root.ts)
    assert [message["text"] for message in thread["messages"]] == ["root", "reply"]
    assert see("ana").texts("sales") == ["root"]
    sales = root.conversation
    see("tom").post("message", conversation=sales, text="and for all", thread_ts=root.ts, broadcast=True)
    assert see("ana").texts("sales") == ["root", "and for all"]


def test_the_search_finds_what_this_person_may_read(slack: LocalSlack, see: Callable[[str], Page]) -> None:
    slack.post_as("ana", "marketing", "La presentación de Alborada")
    slack.post_as("tom", "sales", "Alborada wants a price")
    slack.post_as("ana", "sales", "nothing of the kind")

    def found(who: str, query: str) -> list[str]:
        return [message["text"] for message in see(who).get("search", query=query)["messages"]]

    assert found("ana", "alborada") == ["Alborada wants a price", "La presentación de Alborada"]
    assert found("ana", "PRESENTACION ana") == ["La presentación de Alborada"]
    assert found("tom", "alborada") == ["Alborada wants a price"]
    assert found("ana", " ") == []


def test_the_clock_halts_where_something_is_due_on_its_way(slack: LocalSlack, see: Callable[[str], Page]) -> None:
    due = slack.clock.now() + timedelta(hours=2)
    seen: list[datetime] = []

    def happened() -> bool:
        seen.append(slack.clock.now())
        return len(seen) == 2

    slack.use_halts(lambda now, goal: Halt(due, happened) if now < due <= goal else None)
    see("ana").post("clock", advance_seconds=3600)
    assert seen == []
    see("ana").post("clock", advance_seconds=3 * 3600)
    assert [timedelta() <= moment - due < timedelta(hours=1) for moment in seen] == [True, True]
    assert slack.clock.now() >= due + timedelta(hours=2)


def test_long_conversations_come_in_pages(slack: LocalSlack, see: Callable[[str], Page]) -> None:
    for number in range(5):
        slack.post_as("ana", "sales", f"m{number}")
    sales = slack.conversation("sales").id
    newest = see("ana").get("messages", conversation=sales, limit="2")
    assert ([m["text"] for m in newest["messages"]], newest["has_more"]) == (["m3", "m4"], True)
    older = see("ana").get("messages", conversation=sales, limit="9", before=newest["messages"][0]["ts"])
    assert ([m["text"] for m in older["messages"]], older["has_more"]) == (["m0", "m1", "m2"], False)


def test_commands_from_the_page(
    slack: LocalSlack, app: App, connect: Callable[[], object], see: Callable[[str], Page]
) -> None:
    @app.command("/say")
    def say(ack: Ack, command: Json) -> None:
        ack(command["text"])

    sales = slack.conversation("sales").id
    page = see("ana")
    failed = page.post("command", conversation=sales, command="/say", text="x")
    assert (failed["ok"], failed["error"]) == (False, "dispatch_failed")
    assert "/say failed" in failed["detail"]
    assert page.post("command", conversation=sales, command="/nope")["error"] == "unknown_command"
    assert page.post("message", conversation=sales, text="/say x")["error"] == "use_command"
    with open_socket(live(slack, "ana")) as ana:
        connect()
        assert frame(ana, "bot") == {"type": "bot", "connected": True, "mode": "socket"}
        assert page.post("command", conversation=sales, command="/say", text="psst") == {"ok": True}
        message = frame(ana, "message")["message"]
    assert (message["text"], message["ephemeral"], message["ephemeral_id"]) == ("psst", True, message["ts"])
    assert page.texts("sales") == ["psst"]
    assert see("tom").texts("sales") == []


def test_a_modal_on_the_page(
    slack: LocalSlack, app: App, connect: Callable[[], object], see: Callable[[str], Page]
) -> None:
    @app.command("/form")
    def form(ack: Ack, command: Json, client: WebClient) -> None:
        client.views_open(trigger_id=command["trigger_id"], view=modal(field(initial_value="start")))
        ack()

    @app.view("form")
    def submitted(ack: Ack, view: Json) -> None:
        if view["state"]["values"]["note"]["text"]["value"] == "push":
            ack(response_action="push", view=modal(title=plain("Second")))
        else:
            ack()

    connect()
    page, sales = see("ana"), slack.conversation("sales").id
    with open_socket(live(slack, "ana")) as ana:
        page.post("command", conversation=sales, command="/form")
        view = frame(ana, "view_opened")["view"]
        assert view["state"]["values"]["note"]["text"]["value"] == "start"
        assert page.get("state")["views"][0]["id"] == view["id"]
        stranger = see("tom").post("view/submit", view_id=view["id"])
        assert stranger["error"] == "view_not_found"

        def submit(view_id: str, text: str) -> Json:
            values = {"note": {"text": {"type": "plain_text_input", "value": text}}}
            return page.post("view/submit", view_id=view_id, state={"values": values})

        empty = submit(view["id"], "")
        assert (empty["response_action"], set(empty["errors"])) == ("errors", {"note"})
        pushed = submit(view["id"], "push")
        assert pushed["view"]["previous_id"] == view["id"]
        page.post("view/close", view_id=pushed["view"]["id"])
        assert frame(ana, "view_closed")["view_id"] == pushed["view"]["id"]
        assert submit(view["id"], "done") == {"ok": True, "response_action": None}
        assert frame(ana, "view_closed")["view_id"] == view["id"]


def test_a_button_on_the_page_sends_the_apps_own_value(
    slack: LocalSlack, app: App, connect: Callable[[], object], see: Callable[[str], Page]
) -> None:
    got: list[Json] = []

    @app.action("go")
    def go(ack: Ack, action: Json) -> None:
        got.append(action)
        ack()

    connect()
    blocks = [{"type": "actions", "block_id": "row", "elements": [button(value="real")]}]
    posted = app.client.chat_postMessage(channel="#sales", text="x", blocks=blocks)
    container = {"type": "message", "conversation": posted["channel"], "ts": posted["ts"]}
    pressed: Json = {"container": container, "block_id": "row", "action_id": "go"}
    assert see("ana").post("action", **pressed, action={"type": "button", "value": "forged"}) == {"ok": True}
    assert got[0]["value"] == "real"
    absent = see("ana").post("action", **{**pressed, "action_id": "no"}, action={})
    assert absent["error"] == "action_not_found"


def test_home_files_and_the_clock(slack: LocalSlack, see: Callable[[str], Page], client: WebClient) -> None:
    page = see("ana")
    assert page.get("home") == {"ok": True, "view": None}
    assert slack.events[-1]["event"]["type"] == "app_home_opened"
    with open_socket(live(slack, "ana")) as ana:
        client.views_publish(user_id=page.id, view={"type": "home", "blocks": [{"type": "divider"}]})
        assert frame(ana, "home")["view"]["blocks"][0]["type"] == "divider"
        data = {"as": page.id, "conversation": slack.dm_with_app("ana")}
        page.http.post("/page/file", data=data, files={"file": ("rows.csv", b"a,b\n")})
        assert frame(ana, "message")["message"]["files"][0]["name"] == "rows.csv"
        moved = page.post("clock", preset="plus_1h")
        assert 3599 <= moved["clock"]["offset_seconds"] <= 3601
        assert frame(ana, "clock")["clock"]["offset_seconds"] == moved["clock"]["offset_seconds"]
    assert page.post("clock", advance_seconds=-5)["error"] == "invalid_time"
    assert page.post("clock", to="2001-01-01T00:00:00Z")["error"] == "invalid_time"


def test_a_read_only_messages_tab_takes_no_messages_and_no_interactivity_no_shortcuts() -> None:
    manifest = copy.deepcopy(MANIFEST)
    manifest["features"]["app_home"]["messages_tab_read_only_enabled"] = True
    manifest["settings"]["interactivity"]["is_enabled"] = False
    with LocalSlack.start(manifest) as slack, httpx.Client(base_url=slack.base_url, trust_env=False) as http:
        page = Page(slack, http, "ana")
        dm = slack.dm_with_app("ana")
        places = {place["id"]: place for place in page.get("state")["conversations"]}
        assert places[dm]["read_only"]
        assert not places[slack.conversation("sales").id]["read_only"]
        assert page.post("message", conversation=dm, text="hello?")["error"] == "messages_tab_disabled"
        assert page.post("shortcut", type="global", callback_id="start")["error"] == "not_interactive"


def test_nonsense_is_400_and_the_pages_files_are_never_cached(see: Callable[[str], Page]) -> None:
    http = see("ana").http
    assert http.post("/page/message", content=b"{").status_code == 400
    assert http.post("/page/message", json={"as": "U0"}).status_code == 400
    index = http.get("/")
    assert index.status_code == 200
    assert index.headers["cache-control"] == "no-store"
    assert http.get("/static/%2e%2e/page_api.py").status_code == 404


@pytest.mark.parametrize(
    ("languages", "opens_as"),
    [("en-US,en;q=0.9", "tom"), ("es-MX,es;q=0.9,en;q=0.8", "ana"), ("fr-FR,fr", "ana"), ("", "ana")],
)
def test_the_page_opens_as_somebody_who_reads_the_browsers_language(
    slack: LocalSlack, languages: str, opens_as: str
) -> None:
    said = httpx.get(f"{slack.base_url}/page/state", headers={"Accept-Language": languages}).json()
    assert said["me"]["name"] == opens_as
