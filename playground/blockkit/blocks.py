"""Blocks and views: https://docs.slack.dev/reference/block-kit/blocks and /reference/views."""

from __future__ import annotations

from playground.blockkit.elements import IN_ACTIONS, IN_CONTEXT, IN_CONTEXT_ACTIONS, IN_INPUT, IN_SECTION
from playground.blockkit.shapes import Field, Shape, blocks_page

MESSAGE_ONLY = frozenset({"message"})
BLOCK_ID = Field("string", low=1, high=255)
MESSAGES_PAGE = "https://docs.slack.dev/reference/block-kit/blocks"
MODALS_PAGE = "https://docs.slack.dev/reference/views/modal-views"
HOME_PAGE = "https://docs.slack.dev/reference/views/home-tab-views"

BLOCKS: dict[str, Shape] = {
    "section": Shape(
        blocks_page("section"),
        {
            "text": Field("text", low=1, high=3000),
            "fields": Field("elements", low=1, high=10, item_high=2000, choices=("plain_text", "mrkdwn")),
            "accessory": Field("element", choices=IN_SECTION),
            "expand": Field("boolean"),
        },
        any_of=("text", "fields"),
    ),
    "header": Shape(
        blocks_page("header"),
        {
            "text": Field("plain", required=True, low=1, high=150),
        },
    ),
    "divider": Shape(blocks_page("divider"), {}),
    "context": Shape(
        blocks_page("context"),
        {
            "elements": Field("elements", required=True, low=1, high=10, choices=IN_CONTEXT),
        },
    ),
    "image": Shape(
        blocks_page("image"),
        {
            "alt_text": Field("string", required=True, low=1, high=2000),
            "title": Field("plain", low=1, high=2000),
            "image_url": Field("string", low=1, high=3000),
            "slack_file": Field("object", of="slack_file"),
        },
        exactly_one=(("image_url", "slack_file"),),
    ),
    "actions": Shape(
        blocks_page("actions"),
        {
            "elements": Field("elements", required=True, low=1, high=25, choices=IN_ACTIONS),
        },
    ),
    "input": Shape(
        blocks_page("input"),
        {
            "label": Field("plain", required=True, low=1, high=2000),
            "element": Field("element", required=True, choices=IN_INPUT),
            "hint": Field("plain", low=1, high=2000),
            "optional": Field("boolean"),
            "dispatch_action": Field("boolean"),
        },
    ),
    "rich_text": Shape(
        blocks_page("rich-text"),
        {
            "elements": Field(
                "elements",
                required=True,
                choices=("rich_text_section", "rich_text_list", "rich_text_preformatted", "rich_text_quote"),
            ),
        },
    ),
    "markdown": Shape(
        blocks_page("markdown"),
        {
            "text": Field("string", required=True, low=1, high=12_000),
        },
        surfaces=MESSAGE_ONLY,
    ),
    "table": Shape(
        blocks_page("table"),
        {
            "rows": Field("rows", required=True, low=1, high=100, item_high=20),
            "column_settings": Field("objects", high=20, of="column"),
        },
        surfaces=MESSAGE_ONLY,
    ),
    "data_visualization": Shape(
        blocks_page("data-visualization"),
        {
            "title": Field("string", required=True, low=1, high=50),
            "chart": Field("element", required=True, choices=("pie", "bar", "line", "area")),
        },
        surfaces=MESSAGE_ONLY,
    ),
    "context_actions": Shape(
        blocks_page("context-actions"),
        {
            "elements": Field("elements", required=True, low=1, high=5, choices=IN_CONTEXT_ACTIONS),
        },
        surfaces=MESSAGE_ONLY,
    ),
}

# A cell of a table: https://docs.slack.dev/reference/block-kit/blocks/table-block
CELLS: dict[str, Shape] = {
    "raw_text": Shape(blocks_page("table"), {"text": Field("string", required=True, low=1)}),
    "raw_number": Shape(
        blocks_page("table"),
        {
            "value": Field("number", required=True),
            "text": Field("string", required=True, low=1),
        },
    ),
}

VIEWS: dict[str, Shape] = {
    "modal": Shape(
        MODALS_PAGE,
        {
            "title": Field("plain", required=True, low=1, high=24),
            "submit": Field("plain", low=1, high=24),
            "close": Field("plain", low=1, high=24),
            "private_metadata": Field("string", high=3000),
            "callback_id": Field("string", high=255),
            "external_id": Field("string", high=255),
            "clear_on_close": Field("boolean"),
            "notify_on_close": Field("boolean"),
            "submit_disabled": Field("boolean"),
        },
    ),
    "home": Shape(
        HOME_PAGE,
        {
            "private_metadata": Field("string", high=3000),
            "callback_id": Field("string", high=255),
            "external_id": Field("string", high=255),
        },
    ),
}

# How many of a kind one message may hold, and how much in all.
MESSAGE_BLOCKS, VIEW_BLOCKS = 50, 100
CHARTS_A_MESSAGE = 2
MARKDOWN_TOTAL = 12_000
TABLE_TOTAL = 10_000
# Not on a page of the reference: https://github.com/slackapi/bolt-js/issues/2509 measured 13,172 to 13,297.
BLOCKS_TOTAL = 13_200
BLOCKS_TOTAL_PAGE = "https://github.com/slackapi/bolt-js/issues/2509"
