"""Cleaning of what people type."""

import json
import unicodedata

from hypothesis import example, given
from hypothesis import strategies as st

from domain.text import clean

ANYTHING = st.text(alphabet=st.characters(codec=None, exclude_categories=[]))


@given(ANYTHING)
@example("caro\x00")
@example("caro\ud800\udfff")
@example("\u202e\u200b\u2066")
@example("\u200fא")
def test_what_no_database_takes_goes_and_all_else_stays(text: str) -> None:
    cleaned = clean(text)
    assert "\x00" not in cleaned.value
    cleaned.value.encode("utf-8")  # a lone surrogate would raise
    kept = "".join(char for char in text if char != "\x00" and not 0xD800 <= ord(char) <= 0xDFFF)
    seen = [char for char in kept if unicodedata.category(char)[0] != "Z" and unicodedata.category(char) not in "CcCf"]
    assert cleaned.value == (kept.strip() if seen else "")
    assert cleaned.removed == len(text) - len(kept)
    assert clean(cleaned.value) == type(cleaned)(cleaned.value, 0)


@given(st.text())
def test_what_json_carried_is_whole(text: str) -> None:
    assert clean(json.loads(json.dumps(text))).value == clean(text).value


def test_emoji_and_lines_stay() -> None:
    family = "\U0001f468‍\U0001f469‍\U0001f467"
    assert clean(f" caro\n{family} \x00").value == f"caro\n{family}"
