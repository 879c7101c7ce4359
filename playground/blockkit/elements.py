"""Block elements: https://docs.slack.dev/reference/block-kit/block-elements."""

from __future__ import annotations

from playground.blockkit.shapes import Field, Shape, element_page, object_page

ACTION_ID = Field("string", low=1, high=255)
FOCUS = Field("boolean")
CONFIRM = Field("object", of="confirm")
PLACEHOLDER = Field("plain", low=1, high=150)
DISPATCH = Field("object", of="dispatch")
OPTIONS = Field("objects", low=1, high=100, of="option")
GROUPS = Field("objects", low=1, high=100, of="option_group")
SELECTED_LIMIT = Field("integer", low=1)
MODAL_ONLY = frozenset({"modal"})

SELECT = {"action_id": ACTION_ID, "confirm": CONFIRM, "focus_on_load": FOCUS, "placeholder": PLACEHOLDER}
MULTI = {**SELECT, "max_selected_items": SELECTED_LIMIT}
PICKER = SELECT
TYPED = {
    "action_id": ACTION_ID,
    "focus_on_load": FOCUS,
    "placeholder": PLACEHOLDER,
    "dispatch_action_config": DISPATCH,
}
ONE_SOURCE = (("options", "option_groups"),)
SELECT_PAGE, MULTI_PAGE = element_page("select-menu"), element_page("multi-select-menu")

ELEMENTS: dict[str, Shape] = {
    "button": Shape(
        element_page("button"),
        {
            "text": Field("plain", required=True, low=1, high=75),
            "action_id": ACTION_ID,
            "url": Field("string", low=1, high=3000),
            "value": Field("string", high=2000),
            "style": Field("string", choices=("primary", "danger")),
            "confirm": CONFIRM,
            "accessibility_label": Field("string", low=1, high=75),
            "agent_prompt": Field("string", low=1, high=4000),
            "agent_prompt_display": Field("string"),
            "visible_to_user_ids": Field("strings"),
        },
    ),
    "workflow_button": Shape(
        element_page("workflow-button"),
        {
            "text": Field("plain", required=True, low=1, high=75),
            "action_id": ACTION_ID,
            "workflow": Field("object", required=True, of="workflow"),
            "style": Field("string", choices=("primary", "danger")),
            "accessibility_label": Field("string", low=1, high=75),
        },
    ),
    "feedback_buttons": Shape(
        element_page("feedback-buttons"),
        {
            "action_id": ACTION_ID,
            "positive_button": Field("object", required=True, of="feedback"),
            "negative_button": Field("object", required=True, of="feedback"),
        },
    ),
    "icon_button": Shape(
        element_page("icon-button"),
        {
            "icon": Field("string", required=True, choices=("trash",)),
            "text": Field("plain", required=True, low=1),
            "action_id": ACTION_ID,
            "value": Field("string", high=2000),
            "confirm": CONFIRM,
            "accessibility_label": Field("string", low=1, high=75),
            "visible_to_user_ids": Field("strings", high=10),
        },
    ),
    "image": Shape(
        element_page("image"),
        {
            "alt_text": Field("string", required=True, low=1, high=2000),
            "image_url": Field("string", low=1, high=3000),
            "slack_file": Field("object", of="slack_file"),
        },
        exactly_one=(("image_url", "slack_file"),),
    ),
    "overflow": Shape(
        element_page("overflow-menu"),
        {
            "action_id": ACTION_ID,
            "options": Field("objects", required=True, low=1, high=5, of="menu_option"),
            "confirm": CONFIRM,
        },
    ),
    "checkboxes": Shape(
        element_page("checkboxes"),
        {
            "action_id": ACTION_ID,
            "options": Field("objects", required=True, low=1, high=10, of="marked_option"),
            "initial_options": Field("objects", low=1, high=10, of="marked_option"),
            "confirm": CONFIRM,
            "focus_on_load": FOCUS,
        },
    ),
    "radio_buttons": Shape(
        element_page("radio-button-group"),
        {
            "action_id": ACTION_ID,
            "options": Field("objects", required=True, low=1, high=10, of="marked_option"),
            "initial_option": Field("object", of="marked_option"),
            "confirm": CONFIRM,
            "focus_on_load": FOCUS,
        },
    ),
    "datepicker": Shape(element_page("date-picker"), {**PICKER, "initial_date": Field("string", low=10, high=10)}),
    "timepicker": Shape(
        element_page("time-picker"),
        {
            **PICKER,
            "initial_time": Field("string", low=5, high=5),
            "timezone": Field("string"),
        },
    ),
    "datetimepicker": Shape(
        element_page("datetime-picker"),
        {
            "action_id": ACTION_ID,
            "confirm": CONFIRM,
            "focus_on_load": FOCUS,
            "initial_date_time": Field("integer", low=1_000_000_000, high=9_999_999_999),
        },
    ),
    "static_select": Shape(
        SELECT_PAGE,
        {
            **SELECT,
            "options": OPTIONS,
            "option_groups": GROUPS,
            "initial_option": Field("object", of="option"),
        },
        exactly_one=ONE_SOURCE,
    ),
    "external_select": Shape(
        SELECT_PAGE,
        {
            **SELECT,
            "initial_option": Field("object", of="option"),
            "min_query_length": Field("integer", low=0),
        },
    ),
    "users_select": Shape(SELECT_PAGE, {**SELECT, "initial_user": Field("string")}),
    "conversations_select": Shape(
        SELECT_PAGE,
        {
            **SELECT,
            "initial_conversation": Field("string"),
            "default_to_current_conversation": Field("boolean"),
            "response_url_enabled": Field("boolean"),
            "filter": Field("object", of="filter"),
        },
    ),
    "channels_select": Shape(
        SELECT_PAGE,
        {
            **SELECT,
            "initial_channel": Field("string"),
            "response_url_enabled": Field("boolean"),
        },
    ),
    "multi_static_select": Shape(
        MULTI_PAGE,
        {
            **MULTI,
            "options": OPTIONS,
            "option_groups": GROUPS,
            "initial_options": Field("objects", low=1, high=100, of="option"),
        },
        exactly_one=ONE_SOURCE,
    ),
    "multi_external_select": Shape(
        MULTI_PAGE,
        {
            **MULTI,
            "initial_options": Field("objects", low=1, high=100, of="option"),
            "min_query_length": Field("integer", low=0),
        },
    ),
    "multi_users_select": Shape(MULTI_PAGE, {**MULTI, "initial_users": Field("strings")}),
    "multi_conversations_select": Shape(
        MULTI_PAGE,
        {
            **MULTI,
            "initial_conversations": Field("strings"),
            "default_to_current_conversation": Field("boolean"),
            "filter": Field("object", of="filter"),
        },
    ),
    "multi_channels_select": Shape(MULTI_PAGE, {**MULTI, "initial_channels": Field("strings")}),
    "plain_text_input": Shape(
        element_page("plain-text-input"),
        {
            **TYPED,
            "initial_value": Field("string", high=3000),
            "multiline": Field("boolean"),
            "min_length": Field("integer", low=0, high=3000),
            "max_length": Field("integer", low=1, high=3000),
        },
    ),
    "number_input": Shape(
        element_page("number-input"),
        {
            **TYPED,
            "is_decimal_allowed": Field("boolean", required=True),
            "initial_value": Field("string"),
            "min_value": Field("string"),
            "max_value": Field("string"),
        },
    ),
    "email_text_input": Shape(element_page("email-input"), {**TYPED, "initial_value": Field("string")}),
    "url_text_input": Shape(element_page("url-input"), {**TYPED, "initial_value": Field("string")}),
    "rich_text_input": Shape(
        element_page("rich-text-input"),
        {
            **TYPED,
            "initial_value": Field("element", choices=("rich_text",)),
            "min_lines": Field("integer", low=1, high=100),
            "max_lines": Field("integer", low=1, high=100),
        },
    ),
    "file_input": Shape(
        element_page("file-input"),
        {
            "action_id": ACTION_ID,
            "filetypes": Field("strings", low=1),
            "max_files": Field("integer", low=1, high=10),
        },
        surfaces=MODAL_ONLY,
    ),
    # Text objects stand among the elements of a context block.
    "plain_text": Shape(
        object_page("text"),
        {
            "text": Field("string", required=True, low=1, high=3000),
            "emoji": Field("boolean"),
        },
    ),
    "mrkdwn": Shape(
        object_page("text"),
        {
            "text": Field("string", required=True, low=1, high=3000),
            "verbatim": Field("boolean"),
        },
    ),
}

SELECTS = ("static_select", "external_select", "users_select", "conversations_select", "channels_select")
MULTI_SELECTS = tuple("multi_" + name for name in SELECTS)
CHOICES = (*SELECTS, *MULTI_SELECTS, "checkboxes", "radio_buttons", "datepicker", "timepicker")

# https://docs.slack.dev/reference/block-kit/blocks/section-block and its siblings: what may stand where.
IN_SECTION = ("button", "workflow_button", "image", "overflow", *CHOICES)
IN_ACTIONS = ("button", "workflow_button", "overflow", "datetimepicker", "rich_text_input", *CHOICES)
IN_INPUT = (
    "plain_text_input",
    "number_input",
    "email_text_input",
    "url_text_input",
    "rich_text_input",
    "file_input",
    "datetimepicker",
    *CHOICES,
)
IN_CONTEXT = ("image", "plain_text", "mrkdwn")
IN_CONTEXT_ACTIONS = ("feedback_buttons", "icon_button")
