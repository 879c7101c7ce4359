"""Each documented limit of Block Kit: what is just allowed is taken, what is beyond is refused with its page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from playground.blockkit import message_refusal, view_refusal
from playground.blockkit.blocks import BLOCKS, CELLS, VIEWS
from playground.blockkit.elements import ELEMENTS
from playground.blockkit.objects import CHARTS, OBJECTS, RICH_TEXT
from tests.playground.conftest import refused
from tests.playground.manifest import button, field, modal, mrkdwn, option, plain

if TYPE_CHECKING:
    from slack_sdk import WebClient

    from playground.local_slack import LocalSlack

Json = dict[str, Any]
PROBLEM = re.compile(r"^\[ERROR\] .+ \[json-pointer:(/[^\]]*)\] \((https://docs\.slack\.dev/\S+)\)$")


def section(text: str = "x", **more: object) -> Json:
    return {"type": "section", "text": mrkdwn(text), **more}


def actions(*elements: Json, **more: object) -> Json:
    return {"type": "actions", "elements": list(elements), **more}


def select(**more: object) -> Json:
    return {"type": "static_select", "action_id": "s", "options": [option("a"), option("b")], **more}


def boxed(element: Json) -> Json:
    return {"type": "input", "label": plain("L"), "element": element}


def rich(*elements: Json) -> Json:
    return {"type": "rich_text", "elements": [{"type": "rich_text_section", "elements": list(elements)}]}


def table(rows: int = 2, columns: int = 2, text: str = "x") -> Json:
    row = [{"type": "raw_text", "text": text}] * columns
    return {"type": "table", "rows": [row] * rows}


def chart(kind: str = "bar", series: int = 1, categories: int = 2, **more: object) -> Json:
    names = [f"c{number}" for number in range(categories)]
    points = [{"label": name, "value": 1} for name in names]
    all_series = [{"name": f"s{number}", "data": points} for number in range(series)]
    body: Json = {"type": kind, "series": all_series, "axis_config": {"categories": names}}
    return {"type": "data_visualization", "title": "Chart", "chart": {**body, **more}}


def pie(segments: int = 2, value: float = 1) -> Json:
    parts = [{"label": f"p{number}", "value": value} for number in range(segments)]
    return {"type": "data_visualization", "title": "Pie", "chart": {"type": "pie", "segments": parts}}


CONFIRM = {"title": plain("t"), "text": plain("t"), "confirm": plain("y"), "deny": plain("n")}

TAKEN: list[list[Json]] = [
    [section("x" * 3000)],
    [{"type": "section", "fields": [mrkdwn("x" * 2000)] * 6}],
    [section(accessory=button(value="v" * 2000, url="https://a.example", style="danger", confirm=CONFIRM))],
    [section(accessory={"type": "overflow", "action_id": "o", "options": [option("a")] * 5})],
    [{"type": "header", "text": plain("x" * 150)}, {"type": "divider"}],
    [{"type": "context", "elements": [mrkdwn("x")] * 10}],
    [{"type": "image", "image_url": "https://a.example/a.png", "alt_text": "a", "title": plain("t")}],
    [actions(*[button(f"b{number}") for number in range(25)])],
    [actions(select(initial_option=option("b")))],
    [actions({"type": "checkboxes", "action_id": "c", "options": [{**option("a"), "text": mrkdwn("*a*")}]})],
    [actions({"type": "datetimepicker", "action_id": "d", "initial_date_time": 1_700_000_000})],
    [field("b", "a", multiline=True, min_length=0, max_length=3000, placeholder=plain("x" * 150))],
    [boxed({"type": "number_input", "action_id": "n", "is_decimal_allowed": False})],
    [rich({"type": "text", "text": "<!channel>", "style": {"bold": True}}, {"type": "user", "user_id": "U1"})],
    [
        {
            "type": "rich_text",
            "elements": [
                {
                    "type": "rich_text_list",
                    "style": "bullet",
                    "indent": 1,
                    "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "x"}]}],
                }
            ],
        }
    ],
    [{"type": "markdown", "text": "# x" + "y" * 11_997}],
    [table(100, 20)],
    [{**table(), "column_settings": [{"align": "right", "is_wrapped": True}, None]}],
    [chart(series=6, categories=20)],
    [pie(6)],
    [chart("line"), chart("area")],
    [
        {
            "type": "context_actions",
            "elements": [{"type": "icon_button", "icon": "trash", "text": plain("Delete"), "action_id": "i"}],
        }
    ],
    [{"type": "divider", "block_id": f"b{number}"} for number in range(50)],
]

REFUSED: list[tuple[list[Json], str, str]] = [
    ([section("x" * 3001)], "/blocks/0/text/text", "less than 3001"),
    ([section("")], "/blocks/0/text/text", "more than 0"),
    ([{"type": "section"}], "/blocks/0", "at least one of these is required: text, fields"),
    ([{"type": "section", "fields": [mrkdwn("x" * 2001)]}], "/blocks/0/fields/0/text", "less than 2001"),
    ([{"type": "section", "fields": [mrkdwn("x")] * 11}], "/blocks/0/fields", "no more than 10"),
    ([section(accessory={"type": "plain_text_input"})], "/blocks/0/accessory", "unsupported type"),
    ([section(colour="red")], "/blocks/0", "invalid additional property: colour"),
    ([section(block_id="x" * 256)], "/blocks/0/block_id", "less than 256"),
    ([section(block_id="a"), section(block_id="a")], "/blocks/1/block_id", "already exists"),
    ([{"type": "header", "text": mrkdwn("x")}], "/blocks/0/text", "plain_text"),
    ([{"type": "header", "text": plain("x" * 151)}], "/blocks/0/text/text", "less than 151"),
    ([{"type": "context", "elements": [mrkdwn("x")] * 11}], "/blocks/0/elements", "no more than 10"),
    ([{"type": "context", "elements": [button()]}], "/blocks/0/elements/0", "unsupported type"),
    ([{"type": "image", "alt_text": "a"}], "/blocks/0", "exactly one of these is required: image_url"),
    ([{"type": "image", "image_url": "https://a.example"}], "/blocks/0", "missing required field: alt_text"),
    ([actions()], "/blocks/0/elements", "no fewer than 1"),
    ([actions(*[button(f"b{number}") for number in range(26)])], "/blocks/0/elements", "no more than 25"),
    ([actions(button("same"), button("same"))], "/blocks/0", '"same" already exists'),
    ([actions(button(text=plain("x" * 76)))], "/blocks/0/elements/0/text/text", "less than 76"),
    ([actions(button(text=mrkdwn("x")))], "/blocks/0/elements/0/text", "plain_text"),
    ([actions(button(value="x" * 2001))], "/blocks/0/elements/0/value", "less than 2001"),
    ([actions(button("x" * 256))], "/blocks/0/elements/0/action_id", "less than 256"),
    ([actions(button(style="blue"))], "/blocks/0/elements/0/style", "must be one of primary, danger"),
    (
        [actions(button(confirm={**CONFIRM, "title": plain("x" * 101)}))],
        "/blocks/0/elements/0/confirm/title/text",
        "less than 101",
    ),
    ([actions(select(options=[]))], "/blocks/0/elements/0/options", "no fewer than 1"),
    (
        [actions(select(options=[option(f"o{number}") for number in range(101)]))],
        "/blocks/0/elements/0/options",
        "no more than 100",
    ),
    ([actions(select(options=[option("x" * 76)]))], "/blocks/0/elements/0/options/0/text/text", "less than 76"),
    (
        [actions(select(options=[{**option("a"), "value": "x" * 151}]))],
        "/blocks/0/elements/0/options/0/value",
        "less than 151",
    ),
    (
        [actions(select(options=[{**option("a"), "description": plain("x" * 76)}]))],
        "/blocks/0/elements/0/options/0/description/text",
        "less than 76",
    ),
    ([actions(select(initial_option=option("c")))], "/blocks/0/elements/0", "must exactly match"),
    (
        [actions(select(initial_option={**option("a"), "text": plain("other")}))],
        "/blocks/0/elements/0",
        "must exactly match",
    ),
    (
        [actions(select(option_groups=[{"label": plain("g"), "options": [option("a")]}]))],
        "/blocks/0/elements/0",
        "exactly one of these is required: options, option_groups",
    ),
    (
        [actions({"type": "overflow", "action_id": "o", "options": [option("a")] * 6})],
        "/blocks/0/elements/0/options",
        "no more than 5",
    ),
    (
        [actions({"type": "checkboxes", "action_id": "c", "options": [option("a")] * 11})],
        "/blocks/0/elements/0/options",
        "no more than 10",
    ),
    (
        [actions({"type": "datepicker", "action_id": "d", "initial_date": "2026-02-30"})],
        "/blocks/0/elements/0",
        "YYYY-MM-DD",
    ),
    ([actions({"type": "timepicker", "action_id": "t", "initial_time": "25:00"})], "/blocks/0/elements/0", "HH:mm"),
    ([field("b", "a", max_length=3001)], "/blocks/0/element/max_length", "at most 3000"),
    ([field("b", "a", min_length=9, max_length=3)], "/blocks/0/element", "min_length"),
    ([field("b", "a", placeholder=plain("x" * 151))], "/blocks/0/element/placeholder/text", "less than 151"),
    ([{**field(), "label": plain("x" * 2001)}], "/blocks/0/label/text", "less than 2001"),
    ([{**field(), "hint": mrkdwn("x")}], "/blocks/0/hint", "plain_text"),
    ([boxed(button())], "/blocks/0/element", "unsupported type"),
    ([boxed({"type": "number_input", "action_id": "n"})], "/blocks/0/element", "is_decimal_allowed"),
    ([boxed({"type": "file_input", "action_id": "f"})], "/blocks/0/element", "not allowed in a message"),
    ([rich({"type": "text", "text": ""})], "/blocks/0/elements/0/elements/0/text", "more than 0"),
    ([rich({"type": "mrkdwn", "text": "x"})], "/blocks/0/elements/0/elements/0", "unsupported type"),
    ([{"type": "markdown", "text": "x" * 12_001}], "/blocks/0/text", "less than 12001"),
    ([{"type": "markdown", "text": "x" * 6_001}] * 2, "/blocks", "in all"),
    ([table(101)], "/blocks/0/rows", "no more than 100"),
    ([table(1, 21)], "/blocks/0/rows/0", "1 to 20 cells"),
    ([table(text="")], "/blocks/0/rows/0/0/text", "more than 0"),
    ([table(10, 10, "x" * 101)], "/blocks", "a table must be less than 10001"),
    ([chart(series=7)], "/blocks/0/chart/series", "no more than 6"),
    ([chart(categories=21)], "/blocks/0/chart/axis_config/categories", "no more than 20"),
    ([chart(axis_config={"categories": ["c0"]})], "/blocks/0/chart", "exactly one point for each category"),
    ([pie(7)], "/blocks/0/chart/segments", "no more than 6"),
    ([pie(value=0)], "/blocks/0/chart", "greater than 0"),
    ([{**pie(), "title": "x" * 51}], "/blocks/0/title", "less than 51"),
    ([pie()] * 3, "/blocks", "no more than 2 data_visualization"),
    ([{"type": "video", "video_url": "https://a.example"}], "/blocks/0/type", "unsupported type: video"),
    ([{"type": "divider"}] * 51, "/blocks", "no more than 50"),
]

MODALS: list[tuple[Json, str, str]] = [
    (modal(title=plain("x" * 25)), "/view/title/text", "less than 25"),
    (modal(submit=plain("x" * 25)), "/view/submit/text", "less than 25"),
    (modal(close=plain("x" * 25)), "/view/close/text", "less than 25"),
    (modal(private_metadata="x" * 3001), "/view/private_metadata", "less than 3001"),
    (modal(callback_id="x" * 256), "/view/callback_id", "less than 256"),
    (modal(submit=None), "/view", "submit is required"),
    (modal(hash="1"), "/view", "invalid additional property: hash"),
    (modal(*[{"type": "divider"}] * 101), "/view/blocks", "no more than 100"),
    (modal(table()), "/view/blocks/0/type", "not allowed in a modal"),
    (modal(pie()), "/view/blocks/0/type", "not allowed in a modal"),
    (modal({"type": "markdown", "text": "x"}), "/view/blocks/0/type", "not allowed in a modal"),
    (modal(field("a", "a", focus_on_load=True), field("b", "b", focus_on_load=True)), "/view/blocks", "focus_on_load"),
    ({"type": "modal", "blocks": []}, "/view", "missing required field: title"),
    ({"type": "modal", "title": plain("t")}, "/view", "missing required field: blocks"),
    ({"type": "home", "title": plain("x"), "blocks": []}, "/view", "invalid additional property: title"),
    ({"type": "wizard", "blocks": []}, "/view/type", "modal or home"),
]


@pytest.mark.parametrize("blocks", TAKEN, ids=lambda blocks: blocks[0]["type"])
def test_the_largest_that_slack_documents_is_taken(blocks: list[Json]) -> None:
    assert message_refusal(blocks) is None


@pytest.mark.parametrize(("blocks", "pointer", "words"), REFUSED)
def test_beyond_a_limit_is_refused_where_it_is_and_with_its_page(blocks: list[Json], pointer: str, words: str) -> None:
    refusal = message_refusal(blocks)
    assert refusal is not None
    assert refusal.code == "invalid_blocks"
    told = [(match.group(1), message) for message in refusal.messages if (match := PROBLEM.match(message))]
    assert len(told) == len(refusal.messages), refusal.messages
    assert any(where == pointer and words in message for where, message in told), refusal.messages


@pytest.mark.parametrize(("view", "pointer", "words"), MODALS)
def test_views_beyond_their_limits_are_refused(view: Json, pointer: str, words: str) -> None:
    refusal = view_refusal(view)
    assert refusal is not None
    told = [(match.group(1), message) for message in refusal.messages if (match := PROBLEM.match(message))]
    assert any(where == pointer and words in message for where, message in told), refusal.messages


def test_a_full_modal_and_a_home_tab_are_taken() -> None:
    full = modal(
        field("a", "a", focus_on_load=True),
        section(accessory=button()),
        actions(select()),
        private_metadata="x" * 3000,
        callback_id="c",
        external_id="e",
        notify_on_close=True,
        clear_on_close=True,
        close=plain("x" * 24),
    )
    assert view_refusal(full) is None
    assert view_refusal({"type": "home", "blocks": [section(), field()], "callback_id": "home"}) is None
    assert view_refusal(modal({"type": "divider"}, submit=None)) is None


def test_a_second_table_and_too_much_in_all_have_their_own_codes() -> None:
    two = message_refusal([table(), table()])
    assert two is not None
    assert (two.code, "only_one_table_allowed" in two.messages[0]) == ("invalid_attachments", True)
    long = message_refusal([section("x" * 2700)] * 5)
    assert long is not None
    assert long.code == "msg_blocks_too_long"


def test_a_team_that_has_no_charts_yet_refuses_them(slack: LocalSlack, client: WebClient) -> None:
    client.chat_postMessage(channel="#sales", text="x", blocks=[pie()])
    slack.charts_allowed = False
    body = refused(client.chat_postMessage, channel="#sales", text="x", blocks=[pie()])
    assert body["error"] == "invalid_blocks"
    assert "data_visualization" in body["response_metadata"]["messages"][0]
    client.chat_postMessage(channel="#sales", text="x", blocks=[table()])


def test_a_refused_view_names_the_pointer_over_the_web_too(slack: LocalSlack, client: WebClient) -> None:
    trigger = slack.command("ana", "sales", "/form").trigger_id
    body = refused(client.views_open, trigger_id=trigger, view=modal(title=plain("x" * 25)))
    assert body["error"] == "invalid_arguments"
    assert "[json-pointer:/view/title/text]" in body["response_metadata"]["messages"][0]


def test_every_rule_names_its_page() -> None:
    tables = [BLOCKS, CELLS, VIEWS, ELEMENTS, CHARTS, OBJECTS, RICH_TEXT]
    pages = [shape.page for table_ in tables for shape in table_.values()]
    assert all(page.startswith("https://docs.slack.dev/reference/") for page in pages)


def test_ids_that_are_left_out_are_made_up(slack: LocalSlack, client: WebClient) -> None:
    bare = {"type": "button", "text": plain("Go")}
    posted = client.chat_postMessage(channel="#sales", text="x", blocks=[actions(bare)])
    block = posted["message"]["blocks"][0]
    assert block["block_id"]
    assert block["elements"][0]["action_id"]
