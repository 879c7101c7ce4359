"""What one typed line says."""

import re
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.names import fold
from domain.recognition import ACCOUNT_NAME_LIMIT, Recognised, recognise, split_account, theme_of
from domain.taxonomy import Ask, Theme
from domain.theme_words import THEME_WORDS
from tests.domain.said import HELD_OUT, SAID, Said


def typed(pattern: str) -> st.SearchStrategy[str]:
    return st.from_regex(re.compile(pattern, re.ASCII), fullmatch=True)


@pytest.mark.parametrize("said", SAID, ids=[said.text[:40] for said in SAID])
def test_a_line_as_typed_is_understood(said: Said) -> None:
    found = recognise(said.text)
    assert (found.account_name, found.theme, found.competitor, found.ask) == said[1:]


def test_unseen_sentences_are_rather_left_open_than_misread(capsys: pytest.CaptureFixture[str]) -> None:
    """A word list knows few sentences that its author had not seen; what it must not do is guess wrong."""
    found = [recognise(said.text) for said in HELD_OUT]
    right, wrong = tally(HELD_OUT, found)
    with capsys.disabled():
        print(f"\nthemes of {len(HELD_OUT)} unseen sentences: {right} right, {wrong} wrong, the rest left open")
    assert wrong <= 2
    assert [each.account_name for each in found] == [said.account for said in HELD_OUT]
    assert [each.ask for each in found] == [Ask.NONE] * len(HELD_OUT)


@given(st.lists(st.sampled_from([w for words in THEME_WORDS.values() for w in words]).flatmap(typed), max_size=4))
def test_a_theme_is_found_wherever_its_words_may_begin(pieces: list[str]) -> None:
    """Patterns are skipped by how the words begin; that hides nothing that all patterns together find."""
    text = ", ".join(pieces)
    counts = {theme: len(re.findall(rf"\b(?:{'|'.join(words)})\b", fold(text))) for theme, words in THEME_WORDS.items()}
    most = max(counts.values())
    leading = [theme for theme, count in counts.items() if count == most]
    if most == 0 or len(leading) == 1:
        assert theme_of(text) == (leading[0] if most else None)


def tally(said: Sequence[Said], found: Sequence[Recognised]) -> tuple[int, int]:
    pairs = [(each.theme, wanted.theme) for each, wanted in zip(found, said, strict=True)]
    return sum(got == want for got, want in pairs), sum(got not in {None, want} for got, want in pairs)


@pytest.mark.parametrize(
    "text",
    [
        "https://acme.example is what they use",
        "we meet at 10:30 tomorrow",
        ": no name before it",
        "Acme:",
        "Acme:no blank after it",
        f"{'A' * (ACCOUNT_NAME_LIMIT + 1)}: too long for a name",
        "one line\nand another: with a colon",
        "!!!: no letters",
    ],
)
def test_what_is_no_company_stays_in_the_quote(text: str) -> None:
    assert split_account(text) == (None, text)


@pytest.mark.parametrize(
    ("text", "account", "quote"),
    [
        ("Acme: too dear", "Acme", "too dear"),
        ("  Acme, Inc.  :   too dear", "Acme, Inc.", "too dear"),
        ("Acme: they said: no", "Acme", "they said: no"),
        ("El cliente dice: no", None, "no"),
        ("3M: no", "3M", "no"),
    ],
)
def test_a_company_in_front_is_taken_off(text: str, account: str | None, quote: str) -> None:
    assert split_account(text) == (account, quote)


def test_two_themes_alike_are_none() -> None:
    assert recognise("no budget and never heard of us").theme is None
    assert recognise("no budget, never heard of us, no references").theme is Theme.TRUST


@pytest.mark.parametrize("text", ["they are cheaper than They", "cheaper than the others", "El precio es mucho"])
def test_pronouns_are_no_competitors(text: str) -> None:
    assert recognise(text).competitor is None


@pytest.mark.parametrize(
    "text",
    [
        "their dispatcher says Pipewise is a third cheaper and wants to know what we do that they don’t",
        "Pipewise is about 30% cheaper",
        "dicen que Pipewise es un tercio más barato",
        "que Pipewise sale casi un 20 % menos",
    ],
)
def test_a_competitor_is_known_by_how_much_cheaper_they_are(text: str) -> None:
    assert recognise(text).competitor == "Pipewise"


def test_a_part_of_something_is_no_comparison() -> None:
    assert recognise("Acme is a third party").competitor is None


@given(st.text())
def test_nothing_typed_is_lost_or_breaks_it(text: str) -> None:
    found = recognise(text)
    assert found.quote in text
    assert found.account_name is None or found.account_name in text


@pytest.mark.parametrize("piece", ["A", "Á.’-", "AB ", "than A.", "más ", "needs a ", "Acme is "])
def test_a_long_paste_is_read_in_no_time(piece: str) -> None:
    """Reading holds up everybody else: a line of 15,000 capitals took half a minute."""
    started = time.process_time()
    recognise(piece * (15_000 // len(piece)))
    assert time.process_time() - started < 2
