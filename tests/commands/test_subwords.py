"""Sub-words of commands, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.subwords import SubWords, split_word

WORDS = SubWords({"search": ("search", "buscar"), "mine": ("mine", "mias")})


@pytest.mark.parametrize(
    ("word", "meaning"),
    [("search", "search"), ("BUSCAR", "search"), ("Mías", "mine"), ("searches", None), ("", None)],
)
def test_meanings(word: str, meaning: str | None) -> None:
    assert WORDS.meaning(word) == meaning


@pytest.mark.parametrize(
    ("word", "nearest"),
    [("serch", "search"), ("buscra", "buscar"), ("míaz", "mias"), ("expensive", None), ("", None)],
)
def test_the_nearest_word_is_offered_when_it_is_near(word: str, nearest: str | None) -> None:
    assert WORDS.nearest(word) == nearest


@given(st.text())
def test_splitting_loses_nothing_but_blanks(text: str) -> None:
    word, rest = split_word(text)
    assert f"{word}{rest}".replace(" ", "") == text.strip().replace(" ", "")
