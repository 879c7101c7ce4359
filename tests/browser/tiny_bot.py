"""A small Bolt app that uses every kind of block and element, for the tests of the page."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from slack_bolt import Ack, App
from slack_bolt.adapter.socket_mode import SocketModeHandler
from slack_sdk import WebClient

if TYPE_CHECKING:
    from collections.abc import Callable

    from playground.local_slack import LocalSlack

Json = dict[str, Any]

MANIFEST: Json = {
    "display_information": {"name": "Tiny"},
    "features": {
        "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True},
        "bot_user": {"display_name": "Tiny"},
        "slash_commands": [
            {"command": "/form", "description": "Open a form", "usage_hint": "[title]"},
            {"command": "/format", "description": "Say how text looks"},
            {"command": "/whisper", "description": "Answer only me", "usage_hint": "<text>"},
            {"command": "/steps", "description": "A form of two steps"},
            {"command": "/silent", "description": "Never answers"},
        ],
        "shortcuts": [
            {"name": "Keep this", "type": "message", "callback_id": "keep", "description": "Keep the message"},
            {"name": "Fill a form", "type": "global", "callback_id": "fill", "description": "Opens the form"},
        ],
    },
    "oauth_config": {
        "scopes": {
            "bot": ["commands", "chat:write", "chat:write.public", "channels:history", "im:history", "users:read"]
        }
    },
    "settings": {
        "socket_mode_enabled": True,
        "interactivity": {"is_enabled": True},
        "event_subscriptions": {"bot_events": ["app_home_opened", "message.im"]},
    },
}


def plain(text: str) -> Json:
    """A plain_text object."""
    return {"type": "plain_text", "text": text}


def option(text: str) -> Json:
    """An option whose value is its text in small letters."""
    return {"text": plain(text), "value": text.lower()}


def field_of(block_id: str, label: str, element: Json, **more: object) -> Json:
    """An input block; the element's action id is ``v``."""
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": {"action_id": "v", **element},
        **more,
    }


THEMES = ["Price", "Budget", "Timing", "Competitor", "Trust", "Need", "Authority", "Legal", "Other"]


def everything(title: str = "Everything") -> Json:
    """A modal with each kind of input."""
    few = [option("Yes"), option("No")]
    return {
        "type": "modal",
        "callback_id": "everything",
        "title": plain(title),
        "submit": plain("Save"),
        "close": plain("Cancel"),
        "notify_on_close": True,
        "blocks": [
            field_of(
                "quote",
                "Quote",
                {"type": "plain_text_input", "multiline": True, "max_length": 200},
                hint=plain("Word for word"),
            ),
            field_of("theme", "Theme", {"type": "static_select", "options": [option(t) for t in THEMES]}),
            field_of("account", "Account", {"type": "external_select", "min_query_length": 2}),
            field_of("tags", "Tags", {"type": "multi_static_select", "options": [option(t) for t in THEMES]}),
            field_of("owner", "Owner", {"type": "users_select"}),
            field_of("team", "Team", {"type": "multi_users_select"}),
            field_of("place", "Place", {"type": "conversations_select"}),
            field_of("channel", "Channel", {"type": "channels_select"}),
            field_of("worked", "Worked", {"type": "radio_buttons", "options": few}),
            field_of(
                "needs", "Needs", {"type": "checkboxes", "options": [option("Proof"), option("Content")]}, optional=True
            ),
            field_of("day", "Day", {"type": "datepicker"}),
            field_of("hour", "Hour", {"type": "timepicker"}),
            field_of("moment", "Moment", {"type": "datetimepicker"}, optional=True),
            field_of("mail", "Mail", {"type": "email_text_input"}),
            field_of("link", "Link", {"type": "url_text_input"}, optional=True),
            field_of("amount", "Amount", {"type": "number_input", "is_decimal_allowed": True, "min_value": "1"}),
        ],
    }


@dataclass
class TinyBot:
    """What the app was sent, and the client it posts with."""

    client: WebClient
    submitted: list[Json] = field(default_factory=list)
    actions: list[Json] = field(default_factory=list)
    shortcuts: list[Json] = field(default_factory=list)
    closed: list[str] = field(default_factory=list)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def forget(self) -> None:
        """Start a test with nothing noted."""
        with self.changed:
            for noted in (self.submitted, self.actions, self.shortcuts, self.closed):
                noted.clear()

    def note(self, where: list[Any], what: object) -> None:
        """Remember it, and wake who waits."""
        with self.changed:
            where.append(what)
            self.changed.notify_all()

    def wait(self, test: Callable[[], object], timeout: float = 60.0) -> None:
        """Wait until the test holds; AssertionError after ``timeout`` seconds."""
        with self.changed:
            assert self.changed.wait_for(test, timeout), "the bot was not told in time"


def answering(bot: TinyBot, app: App) -> None:  # noqa: C901 - one listener after another
    """All listeners."""

    @app.command("/form")
    def form(ack: Ack, body: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=everything(body.get("text") or "Everything"))

    @app.command("/format")
    def style(ack: Ack) -> None:
        ack("*bold*")

    @app.command("/whisper")
    def whisper(ack: Ack, body: Json) -> None:
        ack(f"you said: {body['text']}")

    @app.shortcut("keep")
    def keep(ack: Ack, body: Json) -> None:
        ack()
        bot.note(bot.shortcuts, body)

    @app.shortcut("fill")
    def fill(ack: Ack, body: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=refused("From a shortcut"))

    @app.view("refused")
    def refuse(ack: Ack) -> None:
        ack(response_action="errors", errors={"mail": "We know nobody there."})

    @app.command("/steps")
    def steps(ack: Ack, body: Json, client: WebClient) -> None:
        ack()
        client.views_open(trigger_id=body["trigger_id"], view=stepped(1))

    @app.options("v")
    def accounts(ack: Ack, body: Json) -> None:
        ack(
            options=[
                option(name)
                for name in ("Acme", "Acme México", "Norte")
                if name.lower().startswith(body["value"].lower())
            ]
        )

    @app.view("everything")
    def save(ack: Ack, view: Json) -> None:
        ack()
        bot.note(bot.submitted, view["state"]["values"])

    @app.view_closed("everything")
    def close(ack: Ack, view: Json) -> None:
        ack()
        bot.note(bot.closed, view["id"])

    @app.view("first")
    def first(ack: Ack) -> None:
        ack(
            response_action="push",
            view={
                "type": "modal",
                "callback_id": "second",
                "title": plain("Second"),
                "blocks": [{"type": "section", "text": plain("below is the first")}],
            },
        )

    @app.action("swap")
    def swap(ack: Ack, body: Json, client: WebClient) -> None:
        ack()
        client.views_update(view_id=body["view"]["id"], hash=body["view"]["hash"], view=stepped(2))

    @app.action({"action_id": "press"})
    def press(ack: Ack, body: Json) -> None:
        ack()
        bot.note(bot.actions, body)

    @app.command("/silent")
    def silent(body: Json) -> None:
        """No ack: the person sees the timeout."""

    @app.event("app_home_opened")
    def home(event: Json, client: WebClient) -> None:
        client.views_publish(
            user_id=event["user"],
            view={
                "type": "home",
                "blocks": [
                    {"type": "header", "text": plain("Your open items")},
                    {
                        "type": "actions",
                        "elements": [{"type": "button", "action_id": "press", "text": plain("Log"), "value": "home"}],
                    },
                ],
            },
        )

    @app.event("message")
    def message(event: Json) -> None:
        """Direct messages need no answer."""


def refused(title: str) -> Json:
    """A modal that the app never accepts."""
    return {
        "type": "modal",
        "callback_id": "refused",
        "title": plain(title),
        "submit": plain("Save"),
        "blocks": [
            field_of("name", "Name", {"type": "plain_text_input"}),
            field_of("mail", "Mail", {"type": "email_text_input"}),
        ],
    }


def stepped(step: int) -> Json:
    """A modal that changes when its button is pressed, and keeps its field."""
    return {
        "type": "modal",
        "callback_id": "first",
        "title": plain(f"Step {step}"),
        "submit": plain("Next"),
        "blocks": [
            field_of("kept", "Kept", {"type": "plain_text_input"}),
            {
                "type": "actions",
                "block_id": "do",
                "elements": [{"type": "button", "action_id": "swap", "text": plain("Swap")}],
            },
        ],
    }


def start(slack: LocalSlack) -> tuple[TinyBot, SocketModeHandler]:
    """The app, connected."""
    client = WebClient(token=slack.bot_token, base_url=slack.api_url)
    app = App(client=client)
    bot = TinyBot(client)
    answering(bot, app)
    handler = SocketModeHandler(app, slack.app_token)
    handler.client.connect()
    slack.wait_until_connected()
    return bot, handler
