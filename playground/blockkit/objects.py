"""Composition objects, chart parts and rich text: https://docs.slack.dev/reference/block-kit/composition-objects."""

from __future__ import annotations

from playground.blockkit.shapes import Field, Shape, blocks_page, object_page

CHART = blocks_page("data-visualization")
RICH = blocks_page("rich-text")
STYLE = Field("object", of="rich_style", page=RICH)
BORDER = Field("integer", low=0, high=1)

OPTION = {
    "text": Field("plain", required=True, low=1, high=75),
    "value": Field("string", required=True, low=1, high=150),
    "description": Field("plain", low=1, high=75),
}
MARKED_OPTION = {
    **OPTION,
    "text": Field("text", required=True, low=1, high=75),
    "description": Field("text", low=1, high=75),
}

OBJECTS: dict[str, Shape] = {
    "confirm": Shape(
        object_page("confirmation-dialog"),
        {
            "title": Field("plain", required=True, low=1, high=100),
            "text": Field("text", required=True, low=1, high=300),
            "confirm": Field("plain", required=True, low=1, high=30),
            "deny": Field("plain", required=True, low=1, high=30),
            "style": Field("string", choices=("primary", "danger")),
        },
    ),
    "option": Shape(object_page("option"), OPTION),
    "marked_option": Shape(object_page("option"), MARKED_OPTION),
    "menu_option": Shape(object_page("option"), {**OPTION, "url": Field("string", low=1, high=3000)}),
    "option_group": Shape(
        object_page("option-group"),
        {
            "label": Field("plain", required=True, low=1, high=75),
            "options": Field("objects", required=True, low=1, high=100, of="option"),
        },
    ),
    "filter": Shape(
        object_page("conversation-filter"),
        {
            "include": Field("strings", low=1, choices=("im", "mpim", "private", "public")),
            "exclude_external_shared_channels": Field("boolean"),
            "exclude_bot_users": Field("boolean"),
        },
        any_of=("include", "exclude_external_shared_channels", "exclude_bot_users"),
    ),
    "dispatch": Shape(
        object_page("dispatch-action-configuration"),
        {
            "trigger_actions_on": Field("strings", low=1, high=2, choices=("on_enter_pressed", "on_character_entered")),
        },
    ),
    "slack_file": Shape(
        object_page("slack-file"), {"id": Field("string"), "url": Field("string")}, exactly_one=(("id", "url"),)
    ),
    "workflow": Shape(object_page("workflow"), {"trigger": Field("object", required=True, of="workflow_trigger")}),
    "workflow_trigger": Shape(
        object_page("trigger"),
        {
            "url": Field("string", required=True, low=1, high=3000),
            "customizable_input_parameters": Field("objects", of="workflow_input"),
        },
    ),
    "workflow_input": Shape(
        object_page("trigger"),
        {
            "name": Field("string", required=True),
            "value": Field("string", required=True),
        },
    ),
    "column": Shape(
        blocks_page("table"),
        {
            "align": Field("string", choices=("left", "center", "right")),
            "is_wrapped": Field("boolean"),
        },
    ),
    "feedback": Shape(
        "https://docs.slack.dev/reference/block-kit/block-elements/feedback-buttons-element",
        {
            "text": Field("plain", required=True, low=1, high=75),
            "value": Field("string", required=True, low=1, high=2000),
            "accessibility_label": Field("string", low=1, high=75),
        },
    ),
    # Charts.
    "segment": Shape(
        CHART,
        {
            "label": Field("string", required=True, low=1, high=20),
            "value": Field("number", required=True),
        },
    ),
    "series": Shape(
        CHART,
        {
            "name": Field("string", required=True, low=1, high=20),
            "data": Field("objects", required=True, low=1, high=20, of="point"),
        },
    ),
    "point": Shape(
        CHART,
        {
            "label": Field("string", required=True, low=1, high=20),
            "value": Field("number", required=True),
        },
    ),
    "axis": Shape(
        CHART,
        {
            "categories": Field("strings", required=True, low=1, high=20, item_high=20),
            "x_label": Field("string", low=1, high=50),
            "y_label": Field("string", low=1, high=50),
        },
    ),
    # Styles of rich text.
    "rich_style": Shape(
        RICH,
        {
            key: Field("boolean")
            for key in ("bold", "italic", "strike", "code", "underline", "highlight", "client_highlight", "unlink")
        },
    ),
}

# https://docs.slack.dev/reference/block-kit/blocks/data-visualization-block#chart-specific-fields
XY = Shape(
    CHART,
    {
        "series": Field("objects", required=True, low=1, high=6, of="series"),
        "axis_config": Field("object", required=True, of="axis"),
    },
)
CHARTS: dict[str, Shape] = {
    "pie": Shape(CHART, {"segments": Field("objects", required=True, low=1, high=6, of="segment")}),
    "bar": XY,
    "line": XY,
    "area": XY,
}

INLINE = ("text", "link", "emoji", "user", "usergroup", "channel", "broadcast", "date", "color", "team")
RICH_TEXT: dict[str, Shape] = {
    "rich_text_section": Shape(RICH, {"elements": Field("elements", required=True, choices=INLINE)}),
    "rich_text_list": Shape(
        RICH,
        {
            "elements": Field("elements", required=True, low=1, choices=("rich_text_section",)),
            "style": Field("string", required=True, choices=("bullet", "ordered")),
            "indent": Field("integer", low=0, high=8),
            "offset": Field("integer", low=0),
            "border": BORDER,
        },
    ),
    "rich_text_preformatted": Shape(
        RICH,
        {
            "elements": Field("elements", required=True, choices=("text", "link")),
            "border": BORDER,
            "language": Field("string"),
        },
    ),
    "rich_text_quote": Shape(RICH, {"elements": Field("elements", required=True, choices=INLINE), "border": BORDER}),
    "text": Shape(RICH, {"text": Field("string", required=True, low=1), "style": STYLE}),
    "link": Shape(
        RICH,
        {
            "url": Field("string", required=True, low=1),
            "text": Field("string"),
            "unsafe": Field("boolean"),
            "style": STYLE,
        },
    ),
    "emoji": Shape(
        RICH,
        {
            "name": Field("string", required=True, low=1),
            "unicode": Field("string"),
            "style": STYLE,
            "skin_tone": Field("integer", low=1, high=6),
        },
    ),
    "user": Shape(RICH, {"user_id": Field("string", required=True, low=1), "style": STYLE}),
    "usergroup": Shape(RICH, {"usergroup_id": Field("string", required=True, low=1), "style": STYLE}),
    "team": Shape(RICH, {"team_id": Field("string", required=True, low=1), "style": STYLE}),
    "channel": Shape(RICH, {"channel_id": Field("string", required=True, low=1), "style": STYLE}),
    "broadcast": Shape(
        RICH,
        {
            "range": Field("string", required=True, choices=("here", "channel", "everyone")),
            "style": STYLE,
        },
    ),
    "date": Shape(
        RICH,
        {
            "timestamp": Field("integer", required=True),
            "format": Field("string", required=True, low=1),
            "url": Field("string"),
            "fallback": Field("string"),
            "style": STYLE,
        },
    ),
    "color": Shape(RICH, {"value": Field("string", required=True, low=1), "style": STYLE}),
}
