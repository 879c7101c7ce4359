"""Socket Mode with a real Bolt app: commands, modals, buttons, events, and what happens when it fails."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import ExitStack
from threading import Event, Thread
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.socket_mode import SocketModeClient
from websockets.sync.client import connect as open_socket

from bot.socket_line import hang_up
from playground.errors import SlackError
from tests.playground.conftest import refused
from tests.playground.manifest import button, field, modal, option, plain

if TYPE_CHECKING:
    from slack_bolt import Ack, App

    from playground.local_slack import LocalSlack

Json = dict[str, Any]
Connect = Callable[[], object]


@pytest.fixture
def bot(app: App) -> App:
    """Answers the commands of the manifest."""

    @app.command("/say")
    @app.command("/raw")
    def say(ack: Ack, command: Json) -> None:
        ack(command["text"])

    @app.command("/form")
    def form(ack: Ack, command: Json, client: WebClient) -> None:
        client.views_open(trigger_id=command["trigger_id"], view=modal())
        ack()

    return app


def open_form(slack: LocalSlack, connect: Connect) -> str:
    connect()
    assert slack.command("ana", "sales", "/form").ok
    return slack.views("ana")[-1].id


# -- commands --------------------------------------------------------------------------------


def test_the_ack_body_of_a_command_is_shown_to_its_person_alone(slack: LocalSlack, bot: App, connect: Connect) -> None:
    connect()
    outcome = slack.command("ana", "sales", "/say", "hello")
    assert outcome.ok
    assert outcome.response == {"text": "hello"}
    assert [message.text for message in slack.ephemerals("ana", "sales")] == ["hello"]
    assert slack.messages("sales", viewer="tom") == []


def test_an_in_channel_answer_is_for_all_and_an_empty_one_for_nobody(
    slack: LocalSlack, app: App, connect: Connect
) -> None:
    @app.command("/say")
    def say(ack: Ack, command: Json) -> None:
        if command["text"]:
            ack(text=command["text"], response_type="in_channel")
        else:
            ack()

    connect()
    assert slack.command("ana", "sales", "/say", "all").ok
    assert slack.command("ana", "sales", "/say").response is None
    assert [message.text for message in slack.messages("sales", viewer="ana")] == ["all"]


def test_command_text_is_escaped_when_the_manifest_says_so(slack: LocalSlack, bot: App, connect: Connect) -> None:
    connect()
    typed = "@tom in #sales & <b> https://a.example"
    tom, sales = slack.person("tom").id, slack.conversation("sales").id
    sent = slack.command("ana", "sales", "/say", typed).payload["text"]
    assert sent == f"<@{tom}|tom> in <#{sales}|sales> &amp; &lt;b&gt; <https://a.example>"
    assert slack.command("ana", "sales", "/raw", typed).payload["text"] == typed


def test_an_answer_that_slack_would_not_show_is_an_error(slack: LocalSlack, app: App, connect: Connect) -> None:
    @app.command("/say")
    def say(ack: Ack) -> None:
        ack(text="x", blocks=[{"type": "header", "text": plain("x" * 151)}])

    connect()
    outcome = slack.command("ana", "sales", "/say", "x")
    assert (outcome.ok, outcome.error) == (False, "invalid_blocks")
    assert "less than 151 characters" in outcome.detail
    assert slack.ephemerals("ana", "sales") == []


def test_unknown_commands_and_absent_bots_fail_at_once(slack: LocalSlack) -> None:
    assert slack.command("ana", "sales", "/nothing").error == "unknown_command"
    outcome = slack.command("ana", "sales", "/say", "x")
    assert outcome.error == "dispatch_failed"
    assert outcome.elapsed < slack.delivery.ack_seconds / 2


@pytest.mark.hurries("slack")
def test_no_ack_within_the_time_limit_is_a_timeout(slack: LocalSlack, app: App, connect: Connect) -> None:
    let_go = Event()

    @app.command("/silent")
    def silent(ack: Ack) -> None:
        let_go.wait(60)
        ack("too late")

    connect()
    assert slack.delivery.ack_seconds == 3.0
    slack.delivery.ack_seconds = 0.1
    assert slack.command("ana", "sales", "/silent").error == "operation_timeout"
    let_go.set()
    slack.wait_for(lambda: slack.delivery.late_acks, what="the ack that came too late")
    assert slack.ephemerals("ana", "sales") == []


def test_an_ack_costs_about_a_millisecond(slack: LocalSlack, bot: App, connect: Connect) -> None:
    connect()
    slack.command("ana", "sales", "/say", "warm")
    took = sorted(slack.command("ana", "sales", "/say", "x").elapsed for _ in range(50))
    assert took[25] < 0.5, "the median is about a millisecond on an idle machine"


# -- modals ----------------------------------------------------------------------------------


def test_a_modal_is_filled_in_and_closes(slack: LocalSlack, bot: App, connect: Connect) -> None:
    got: list[Json] = []

    @bot.view("form")
    def submitted(ack: Ack, view: Json) -> None:
        got.append(view["state"]["values"])
        ack()

    view = open_form(slack, connect)
    assert slack.submit(view, "ana", {"note": {"text": "typed"}}).ok
    assert got == [{"note": {"text": {"type": "plain_text_input", "value": "typed"}}}]
    assert slack.views("ana") == []
    with pytest.raises(SlackError, match="not_found"):
        slack.submit(view, "ana", {"note": "again"})


def test_required_fields_are_refused_before_the_app_hears_of_it(slack: LocalSlack, bot: App, connect: Connect) -> None:
    view = open_form(slack, connect)
    outcome = slack.submit(view, "ana")
    assert (outcome.error, set(outcome.errors)) == ("client_validation", {"note"})
    assert outcome.payload == {}


def test_errors_stay_under_their_fields_and_must_name_them(slack: LocalSlack, bot: App, connect: Connect) -> None:
    answer: Json = {}

    @bot.view("form")
    def submitted(ack: Ack) -> None:
        ack(response_action="errors", errors=answer)

    view = open_form(slack, connect)
    answer["note"] = "Too short"
    outcome = slack.submit(view, "ana", {"text": "x"})
    assert (outcome.response_action, outcome.errors) == ("errors", {"note": "Too short"})
    assert slack.views("ana")[-1].state["note"]["text"]["value"] == "x"
    answer["nowhere"] = "Who?"
    assert slack.submit(view, "ana", {"text": "x"}).error == "invalid_arguments"


def test_update_push_and_clear(slack: LocalSlack, bot: App, connect: Connect) -> None:
    steps = iter(["update", "push", "push", "push", "clear"])

    @bot.view("form")
    def submitted(ack: Ack) -> None:
        step = next(steps)
        if step == "clear":
            ack(response_action="clear")
        else:
            ack(response_action=step, view=modal(title=plain(step)))

    first = open_form(slack, connect)
    updated = slack.submit(first, "ana", {"text": "kept"})
    assert updated.view is not None
    assert updated.view["id"] == first
    for _ in range(2):
        assert slack.submit(slack.views("ana")[-1], "ana", {"text": "x"}).response_action == "push"
    top = slack.views("ana")[-1]
    assert (len(slack.views("ana")), top.root_id) == (3, first)
    assert slack.submit(top, "ana", {"text": "x"}).error == "push_limit_reached"
    assert slack.submit(top, "ana", {"text": "x"}).ok
    assert slack.views("ana") == []


def test_typed_values_stay_where_the_ids_stay(slack: LocalSlack, bot: App, connect: Connect, client: WebClient) -> None:
    @bot.view("form")
    def submitted(ack: Ack) -> None:
        ack(response_action="errors", errors={"note": "again"})

    view = open_form(slack, connect)
    slack.submit(view, "ana", {"text": "typed"})
    client.views_update(view_id=view, view=modal(field(), field("other", "else")))
    outcome = slack.submit(view, "ana", {"other": "new"})
    values = outcome.payload["view"]["state"]["values"]
    assert values["note"]["text"]["value"] == "typed"
    assert values["other"]["else"]["value"] == "new"


def test_closing_is_told_only_on_request_and_without_typed_values(
    slack: LocalSlack, app: App, connect: Connect, client: WebClient
) -> None:
    closed: list[Json] = []

    @app.command("/form")
    def form(ack: Ack, command: Json) -> None:
        wants = command["text"] == "tell"
        client.views_open(trigger_id=command["trigger_id"], view=modal(notify_on_close=wants))
        ack()

    @app.view_closed("form")
    def on_close(ack: Ack, body: Json) -> None:
        closed.append(body)
        ack()

    connect()
    slack.command("ana", "sales", "/form")
    assert slack.close_view(slack.views("ana")[-1], "ana").payload == {}
    slack.command("ana", "sales", "/form", "tell")
    slack.close_view(slack.views("ana")[-1], "ana")
    assert closed[0]["view"]["state"]["values"] == {}
    assert len(closed) == 1


def test_a_trigger_lives_three_seconds_and_serves_once(slack: LocalSlack, client: WebClient) -> None:
    def trigger() -> str:
        return slack.command("ana", "sales", "/form").trigger_id

    good = trigger()
    bad_view = refused(client.views_open, trigger_id=good, view=modal(title=plain("x" * 25)))
    assert bad_view["error"] == "invalid_arguments"
    client.views_open(trigger_id=good, view=modal())
    assert refused(client.views_open, trigger_id=good, view=modal())["error"] == "exchanged_trigger_id"
    old = trigger()
    slack.expire_trigger(old)
    assert refused(client.views_open, trigger_id=old, view=modal())["error"] == "expired_trigger_id"
    assert refused(client.views_open, trigger_id="1.2.3", view=modal())["error"] == "invalid_trigger_id"
    assert refused(client.views_push, trigger_id=trigger(), view=modal())["error"] == "invalid_trigger_id"


def test_a_stale_hash_and_a_taken_external_id_are_refused(slack: LocalSlack, client: WebClient) -> None:
    first = slack.command("ana", "sales", "/form").trigger_id
    view = client.views_open(trigger_id=first, view=modal(external_id="one"))["view"]
    client.views_update(view_id=view["id"], view=modal(external_id="one"), hash=view["hash"])
    stale = refused(client.views_update, view_id=view["id"], view=modal(), hash=view["hash"])
    assert stale["error"] == "hash_conflict"
    second = slack.command("tom", "sales", "/form").trigger_id
    taken = refused(client.views_open, trigger_id=second, view=modal(external_id="one"))
    assert taken["error"] == "duplicate_external_id"
    assert refused(client.views_update, view_id="V0UNKNOWN", view=modal())["error"] == "not_found"


def test_a_modal_that_gets_no_answer_says_so_and_keeps_what_was_typed(
    slack: LocalSlack, bot: App, connect: Connect
) -> None:
    @bot.view("form")
    def submitted(ack: Ack) -> None:
        raise RuntimeError

    view = open_form(slack, connect)
    slack.delivery.ack_seconds = 0.1
    outcome = slack.submit(view, "ana", {"text": "long story"})
    assert outcome.error == "operation_timeout"
    assert outcome.detail.startswith("We had some trouble connecting")
    assert slack.views("ana")[-1].state["note"]["text"]["value"] == "long story"


# -- buttons, selects, shortcuts ----------------------------------------------------------------


def test_a_button_reports_its_value_and_its_ack_body_is_ignored(
    slack: LocalSlack, app: App, connect: Connect, client: WebClient
) -> None:
    pressed: list[Json] = []

    @app.action("go")
    def go(ack: Ack, body: Json, respond: Callable[..., object]) -> None:
        pressed.append(body)
        ack("nobody will see this")
        respond(text="changed", replace_original=True)

    connect()
    blocks = [{"type": "actions", "elements": [button(value="v1")]}]
    ts = client.chat_postMessage(channel="#sales", text="press", blocks=blocks)["ts"]
    outcome = slack.press("tom", "go", message=slack.message("sales", ts))
    assert outcome.ok
    assert pressed[0]["actions"][0]["value"] == "v1"
    assert pressed[0]["message"]["ts"] == ts
    assert slack.message("sales", ts).text == "changed"
    assert slack.messages("sales", viewer="tom") == [slack.message("sales", ts)]
    assert slack.ignored_acks == [("block_actions", {"text": "nobody will see this"})]


def test_the_message_of_an_ephemeral_button_is_not_in_its_payload(
    slack: LocalSlack, app: App, connect: Connect
) -> None:
    @app.command("/say")
    def say(ack: Ack) -> None:
        ack(text="sure?", blocks=[{"type": "actions", "elements": [button()]}])

    @app.action("go")
    def go(ack: Ack, respond: Callable[..., object]) -> None:
        ack()
        respond(delete_original=True)

    connect()
    slack.command("ana", "sales", "/say")
    outcome = slack.press("ana", "go", message=slack.ephemerals("ana", "sales")[0])
    assert "message" not in outcome.payload
    assert outcome.payload["container"]["is_ephemeral"] is True
    assert slack.ephemerals("ana", "sales") == []


def test_selects_pickers_and_state_in_a_message(slack: LocalSlack, app: App, connect: Connect) -> None:
    elements: list[Json] = [
        {"type": "static_select", "action_id": "pick", "options": [option("a"), option("b")]},
        {"type": "datepicker", "action_id": "day", "initial_date": "2026-01-31"},
        {"type": "checkboxes", "action_id": "ticks", "options": [option("x"), option("y")]},
    ]
    app.client.chat_postMessage(
        channel="#sales", text="x", blocks=[{"type": "actions", "block_id": "row", "elements": elements}]
    )

    @app.action("pick")
    def pick(ack: Ack) -> None:
        ack()

    connect()
    message = slack.messages("sales")[-1]
    outcome = slack.press("ana", "pick", message=message, value="b", state={"ticks": ["y"]})
    assert outcome.payload["actions"][0]["selected_option"] == option("b")
    values = outcome.payload["state"]["values"]["row"]
    assert values["day"]["selected_date"] == "2026-01-31"
    assert values["ticks"]["selected_options"] == [option("y")]
    with pytest.raises(AssertionError, match="does not offer"):
        slack.press("ana", "pick", message=message, value="c")
    with pytest.raises(AssertionError, match="nothing called"):
        slack.press("ana", "absent", message=message)


def test_an_external_select_shows_the_options_of_the_ack(slack: LocalSlack, app: App, connect: Connect) -> None:
    @app.options("find")
    def find(ack: Ack, payload: Json) -> None:
        ack(options=[option(payload["value"] + "!")])

    connect()
    select = {"type": "external_select", "action_id": "find", "min_query_length": 0}
    app.client.chat_postMessage(channel="#sales", text="x", blocks=[{"type": "actions", "elements": [select]}])
    outcome = slack.suggest("ana", "find", "acm", message=slack.messages("sales")[-1])
    assert outcome.options == [option("acm!")]


def test_shortcuts_global_and_on_a_message(slack: LocalSlack, app: App, connect: Connect) -> None:
    got: list[str] = []

    @app.shortcut("keep")
    def keep(ack: Ack, shortcut: Json) -> None:
        got.append(shortcut["message"]["text"])
        ack()

    @app.shortcut("start")
    def start(ack: Ack, shortcut: Json) -> None:
        got.append(shortcut["type"])
        ack()

    connect()
    message = slack.post_as("tom", "sales", "worth keeping")
    assert slack.shortcut("ana", "keep", conversation="sales", ts=message.ts).ok
    assert slack.shortcut("ana", "start").ok
    assert got == ["worth keeping", "shortcut"]
    assert slack.shortcut("ana", "keep").error == "unknown_shortcut"


def test_a_response_url_serves_five_times_in_thirty_minutes(slack: LocalSlack, bot: App, connect: Connect) -> None:
    connect()
    url = slack.command("ana", "sales", "/say", "x").payload["response_url"]
    answers = [httpx.post(url, json={"text": f"n{number}"}) for number in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [404]
    assert answers[-1].json()["error"] == "used_url"
    url = slack.command("ana", "sales", "/say", "x").payload["response_url"]
    assert httpx.post(url, json={}).json()["error"] == "no_text"
    slack.expire_response_url(url)
    assert httpx.post(url, json={"text": "x"}).json()["error"] == "expired_url"


# -- events -------------------------------------------------------------------------------------


def seen_by(seen: list[Json]) -> Callable[[Json], None]:
    def on_event(event: Json) -> None:
        seen.append(event)

    return on_event


def test_events_that_the_manifest_subscribes_to_arrive(slack: LocalSlack, app: App, connect: Connect) -> None:
    seen: list[Json] = []
    for name in ("message", "reaction_added", "app_home_opened", "file_shared", "user_change"):
        app.event(name)(seen_by(seen))
    connect()
    message = slack.post_as("ana", "sales", "to @tom")
    slack.react("tom", "sales", message.ts, "fire")
    slack.open_home("ana")
    slack.share_file("ana", slack.dm_with_app("ana"), "rows.csv", b"1,2")
    slack.change_person("lucia", tz="Europe/Madrid")
    slack.wait_for(lambda: len(seen) == 6, what="six events")
    by_type = {event["type"] + event.get("subtype", ""): event for event in seen}
    assert by_type["message"]["text"] == f"to <@{slack.person('tom').id}>"
    assert by_type["reaction_added"]["reaction"] == "fire"
    assert by_type["messagefile_share"]["channel_type"] == "im"
    assert by_type["user_change"]["user"]["tz"] == "Europe/Madrid"
    assert {"app_home_opened", "file_shared"} <= set(by_type)


def wait_for_failures(slack: LocalSlack, seen: list[tuple[str, list[str]]], tries: int) -> None:
    slack.wait_for(lambda: len(seen) == tries and slack.undelivered, what="an event that failed")


def test_an_event_without_ack_comes_again_with_its_number_and_reason(
    slack: LocalSlack, app: App, connect: Connect
) -> None:
    seen: list[tuple[str, list[str]]] = []

    @app.event("message")
    def message(body: Json, request: Any) -> None:  # noqa: ANN401 - Bolt gives arguments by name
        seen.append((body["event_id"], request.headers.get("x-slack-retry-num", [])))
        if len(seen) < 3:
            raise RuntimeError

    connect()
    patience, slack.delivery.ack_seconds = slack.delivery.ack_seconds, 0.1
    slack.post_as("ana", "sales", "hello")
    wait_for_failures(slack, seen, 1)
    slack.redeliver()
    wait_for_failures(slack, seen, 2)
    slack.delivery.ack_seconds = patience  # what is acknowledged from here on is, however busy the machine
    slack.redeliver()
    slack.wait_for(lambda: not slack.undelivered, what="the third try to be acknowledged")
    assert [numbers for _, numbers in seen] == [["0"], ["1"], ["2"]]
    assert len({event_id for event_id, _ in seen}) == 1
    slack.redeliver(seen[0][0])
    assert len(seen) == 4, "an acknowledged event can be sent again too"


# -- connections --------------------------------------------------------------------------------


def test_a_refresh_moves_the_app_to_a_new_connection(slack: LocalSlack, bot: App, connect: Connect) -> None:
    connect()
    slack.disconnect_sockets("warning")
    assert slack.command("ana", "sales", "/say", "still there").ok
    slack.disconnect_sockets("refresh_requested")
    slack.wait_for(lambda: slack.delivery.connected, what="the new connection")
    assert slack.command("ana", "sales", "/say", "x").ok


def test_envelopes_go_round_the_connections(slack: LocalSlack) -> None:
    counts = [0, 0]

    def counting(number: int) -> SocketModeClient:
        client = SocketModeClient(app_token=slack.app_token, web_client=web_client(slack))

        def count(_: object, request: Any) -> None:  # noqa: ANN401
            counts[number] += 1
            client.send_message(json.dumps({"envelope_id": request.envelope_id}))

        client.socket_mode_request_listeners.append(count)
        client.connect()
        return client

    clients = [counting(0), counting(1)]
    slack.wait_for(lambda: slack.delivery.connections == 2, what="two connections")
    for _ in range(6):
        assert slack.command("ana", "sales", "/say", "x").ok
    assert counts == [3, 3]
    for client in clients:
        hang_up(client)


def web_client(slack: LocalSlack) -> WebClient:
    return WebClient(slack.bot_token, base_url=slack.api_url)


def test_another_websocket_library_gets_hello_and_envelopes(slack: LocalSlack) -> None:
    url = web_client(slack).apps_connections_open(app_token=slack.app_token)["url"]
    with open_socket(url) as socket:
        hello = json.loads(socket.recv())
        assert (hello["type"], hello["num_connections"]) == ("hello", 1)
        slack.post_as("ana", "sales", "hi")
        envelope = json.loads(socket.recv())
        assert (envelope["type"], envelope["accepts_response_payload"]) == ("events_api", False)
        socket.send(json.dumps({"envelope_id": envelope["envelope_id"], "payload": {"text": "ignored"}}))
        slack.wait_for(lambda: slack.ignored_acks, what="the ignored body")
    with pytest.raises(Exception, match="403"):
        open_socket(url)


def test_an_eleventh_connection_is_turned_away(slack: LocalSlack) -> None:
    client = web_client(slack)
    with ExitStack() as stack:

        def first_frame() -> str:
            url = client.apps_connections_open(app_token=slack.app_token)["url"]
            return str(json.loads(stack.enter_context(open_socket(url)).recv())["type"])

        assert [first_frame() for _ in range(11)] == ["hello"] * 10 + ["disconnect"]


BOT = """
import sys, time
from slack_bolt import App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient
url, bot, app_token = sys.argv[1:]
app = App(client=WebClient(bot, base_url=url), signing_secret="x", process_before_response=True)
@app.command("/silent")
def silent(ack):
    time.sleep(60)
SocketModeHandler(app, app_token).start()
"""


@pytest.mark.fault
def test_a_killed_bot_is_noticed_at_once(slack: LocalSlack) -> None:
    args = [sys.executable, "-c", BOT, slack.api_url, slack.bot_token, slack.app_token]
    process = subprocess.Popen(args)
    try:
        slack.wait_until_connected()
        started = time.monotonic()

        def kill() -> None:
            slack.wait_for(lambda: any(kind == "slash_commands" for kind, _ in slack.delivery.sent), what="the command")
            os.kill(process.pid, signal.SIGKILL)

        killer = Thread(target=kill)
        killer.start()
        outcome = slack.command("ana", "sales", "/silent")
        killer.join()
        assert outcome.error == "dispatch_failed"
        assert time.monotonic() - started < slack.delivery.ack_seconds / 2, "well before the ack would have timed out"
    finally:
        process.kill()
        process.wait()
