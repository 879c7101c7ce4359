"""Pieces of Block Kit: escaped, clipped, never empty."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands import blocks
from commands.ids import ActionId, BlockId, CallbackId


@given(st.text(), st.integers(1, 50))
def test_clipped_text_fits_and_says_that_it_was_cut(text: str, limit: int) -> None:
    clipped = blocks.clip(text, limit)
    assert len(clipped) <= limit
    assert clipped == text or clipped.endswith("…")


@given(st.text())
def test_escaped_text_calls_nobody_and_reads_back(text: str) -> None:
    escaped = blocks.escape(text)
    assert "<" not in escaped
    assert ">" not in escaped
    assert escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") == text


@given(st.text())
def test_one_line_is_one_line(text: str) -> None:
    assert len(blocks.one_line(text).splitlines()) <= 1
    assert len(blocks.one_line(text)) <= 120


def test_empty_texts_become_a_blank_since_slack_refuses_them() -> None:
    assert blocks.plain("")["text"] == blocks.mrkdwn("")["text"] == " "
    assert blocks.message("", [])["text"] == blocks.ephemeral("")["text"] == " "


def test_metadata_is_never_cut() -> None:
    with pytest.raises(ValueError, match="private_metadata"):
        blocks.modal("t", CallbackId.OBJECTION_FORM, [], close="c", private_metadata="x" * 3001)


@pytest.mark.parametrize(
    ("element", "value"),
    [
        ({"value": "typed"}, "typed"),
        ({"value": None}, None),
        ({"selected_option": {"value": "code"}}, "code"),
        ({"selected_option": None}, None),
        ({"selected_user": "U1"}, "U1"),
        ({"selected_conversation": "C1"}, "C1"),
        ({"selected_time": "09:00"}, "09:00"),
    ],
)
def test_a_field_is_read_whatever_it_is(element: dict[str, object], value: str | None) -> None:
    assert blocks.state_value({"quote": {"value": element}}, BlockId.QUOTE) == value
    assert blocks.state_value({}, BlockId.QUOTE) is None


def test_a_menu_starts_on_what_is_chosen_only_when_it_offers_it() -> None:
    offered = [("a", "A"), ("b", "B")]
    assert blocks.select(ActionId.VALUE, offered, chosen="b")["initial_option"]["value"] == "b"
    assert "initial_option" not in blocks.select(ActionId.VALUE, offered, chosen="c")
