"""Messages with every kind of block, for looking at the page and for checking what it makes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.tiny_bot import THEMES, option, plain

if TYPE_CHECKING:
    from playground.local_slack import LocalSlack
    from playground.model import Conversation, Json, Message
    from tests.browser.tiny_bot import TinyBot

WEEKS = ("W41", "W42", "W43", "W44", "W45", "W46", "W47", "W48")


def mrkdwn(text: str) -> Json:
    """An mrkdwn text object."""
    return {"type": "mrkdwn", "text": text}


def run(text: str, **style: bool) -> Json:
    """A run of rich text."""
    return {"type": "text", "text": text, **({"style": style} if style else {})}


def line(*parts: Json) -> Json:
    """A section of rich text."""
    return {"type": "rich_text_section", "elements": list(parts)}


def button(text: str, action_id: str, **more: object) -> Json:
    """A button."""
    return {"type": "button", "action_id": action_id, "text": plain(text), "value": "1", **more}


def series(name: str, first: float, step: float) -> Json:
    """A chart's series that grows by the same step."""
    return {"name": name, "data": [{"label": week, "value": first + step * i} for i, week in enumerate(WEEKS)]}


def chart(kind: str, title: str, *lines: Json) -> Json:
    """A data_visualization block with axes."""
    inside: Json = {"type": kind, "series": list(lines), "axis_config": {"categories": list(WEEKS), "x_label": "Week"}}
    return {"type": "data_visualization", "title": title, "chart": inside}


def pie(title: str, **segments: int) -> Json:
    """A pie chart."""
    shown = [{"label": label, "value": value} for label, value in segments.items()]
    return {"type": "data_visualization", "title": title, "chart": {"type": "pie", "segments": shown}}


def objection(slack: LocalSlack) -> list[Json]:
    """Header, section with a menu, fields, context, divider and a row of every interactive element."""
    ana = slack.person("ana").id
    sure = {"title": plain("Sure?"), "text": plain("It goes back."), "confirm": plain("Yes"), "deny": plain("No")}
    menu = {"type": "overflow", "action_id": "menu", "options": [option("Edit"), option("Withdraw")]}
    return [
        {"type": "header", "text": plain("Objection from Harlow Freight")},
        {"type": "section", "text": mrkdwn("*“Pipewise is cheaper”*\nTheme: Price"), "accessory": menu},
        {"type": "section", "fields": [mrkdwn("*Account*\nHarlow Freight"), mrkdwn(f"*Owner*\n<@{ana}>")]},
        {"type": "context", "elements": [mrkdwn(f"Logged by <@{ana}> in <#{slack.conversation('sales').id}>")]},
        {"type": "divider"},
        {
            "type": "actions",
            "elements": [
                button("Answer it", "press", style="primary"),
                button("Not mine", "return", style="danger", confirm=sure),
                {
                    "type": "static_select",
                    "action_id": "theme",
                    "placeholder": plain("Set theme"),
                    "options": [option(theme) for theme in THEMES],
                },
                {"type": "users_select", "action_id": "owner", "placeholder": plain("Owner")},
                {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-30"},
                {"type": "timepicker", "action_id": "hour", "initial_time": "09:30"},
            ],
        },
    ]


def rich(slack: LocalSlack) -> list[Json]:
    """Rich text: styles, mentions, lists in lists, a quote, preformatted text."""
    link = {"type": "link", "url": "https://crm.example/1", "text": "Open in CRM"}
    ana, sales = slack.person("ana").id, slack.conversation("sales").id
    parts: list[Json] = [
        line(run("Moved: "), run("Acme", bold=True), run(" by "), {"type": "user", "user_id": ana}, run(" in ")),
        line({"type": "channel", "channel_id": sales}, run(" old", strike=True), run(" id", code=True), link),
        {"type": "rich_text_list", "style": "bullet", "elements": [line(run("Norte")), line(run("Harlow"))]},
        {"type": "rich_text_list", "style": "bullet", "indent": 1, "elements": [line(run("sent the study"))]},
        {"type": "rich_text_list", "style": "ordered", "elements": [line(run("call")), line(run("write"))]},
        {"type": "rich_text_quote", "elements": [run("We are fine with what we have.")]},
        {"type": "rich_text_preformatted", "elements": [run("one\ntwo")]},
    ]
    return [{"type": "rich_text", "elements": parts}]


def table() -> Json:
    """A table with a heading, numbers at the right and rich text in a cell."""
    cells = [("Source", "Leads"), ("Paid search", "142"), ("Partners", "9")]
    rows: list[list[Json]] = [[{"type": "raw_text", "text": text} for text in row] for row in cells]
    rows[1][0] = {"type": "rich_text", "elements": [line(run("Paid search", bold=True))]}
    return {"type": "table", "column_settings": [{"is_wrapped": True}, {"align": "right"}], "rows": rows}


def fill(slack: LocalSlack, bot: TinyBot, place: Conversation) -> Message:
    """Post all of it in ``place``; the message that has a thread and reactions is given back."""
    slack.post_as("ana", place.id, "Harlow says *Pipewise* is cheaper :thinking_face: see https://norte.example/a?b=1")
    root = slack.post_as("marta", place.id, "Use the migration study: it moved `3 of 4` deals. @tom shall I send it?")
    for person, name in (("ana", "eyes"), ("tom", "eyes"), ("ana", "tada")):
        slack.react(person, place.id, root.ts, name)
    slack.post_as("ana", place.id, "Sí, por favor", root.ts)
    slack.post_as("ana", place.id, "> it is too dear\n• one\n• two\n```code\n  more```\n_so_ ~gone~ *bold* :tada:")
    say = bot.client.chat_postMessage
    say(channel=place.id, text="An objection", blocks=objection(slack))
    say(channel=place.id, text="What moved", blocks=rich(slack))
    bars = chart("bar", "MQLs and SALs", series("MQL", 12, 2), series("SAL", 6, 1))
    say(channel=place.id, text="Charts", blocks=[bars, pie("Reasons", Price=12, Timing=2), table()])
    lines = chart("line", "SLA met", series("Sales", 70, 3), series("Marketing", 90, -2))
    areas = chart("area", "Pipeline", series("Target", 120_000, 22_000), series("Others", 90_000, 5_000))
    image = {"type": "image", "image_url": f"{slack.base_url}/static/favicon.svg", "alt_text": "the mark"}
    text = {"type": "markdown", "text": "## Narrative\nThings **moved**:\n\n1. Acme\n2. Norte\n\n> quote"}
    say(channel=place.id, text="More charts", blocks=[lines, areas, image, text])
    bot.client.chat_postEphemeral(channel=place.id, user=slack.person("tom").id, text="Saved for you")
    slack.share_file("ana", place.id, "leads.csv", b'name,mail\nAda,ada@x.example\n"Roe, Jo",jo@x.example\n')
    return root
