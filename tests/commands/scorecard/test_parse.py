"""Groupings and periods in both languages, in any order; what is unclear comes back."""

import pytest

from commands.scorecard.parse import (
    By,
    ShowHelp,
    ShowScorecard,
    UnclearWord,
    choice_value,
    parse_choice,
    parse_command,
)


@pytest.mark.parametrize(
    ("typed", "by", "weeks"),
    [
        ("", By.WEEK, 4),
        ("week", By.WEEK, 4),
        ("by team", By.TEAM, 4),
        ("team 13 weeks", By.TEAM, 13),
        ("last 8 weeks by source", By.SOURCE, 8),
        ("por origen, últimas 8 semanas", By.SOURCE, 8),
        ("equipo 2", By.TEAM, 2),
        ("1 week me", By.PERSON, 1),
        ("yo 26 semanas", By.PERSON, 26),
        ("0 weeks", By.WEEK, 1),
        ("99999999 weeks", By.WEEK, 52),
    ],
)
def test_what_is_asked_for(typed: str, by: By, weeks: int) -> None:
    assert parse_command(typed) == ShowScorecard(by, weeks)


def test_help_and_what_is_unclear() -> None:
    assert parse_command("ayuda") == ShowHelp()
    assert parse_command("sorce 4 weeks") == UnclearWord("sorce 4 weeks", "sorce", "source")
    assert parse_command("Acme") == UnclearWord("Acme", "Acme", None)


@pytest.mark.parametrize("forged", ["", "person", "person:x", "UOTHER:4", "team:", "week:-3"])
def test_a_forged_choice_asks_for_what_everybody_sees(forged: str) -> None:
    assert parse_choice(forged) == ShowScorecard()


@pytest.mark.parametrize("by", list(By))
def test_a_choice_comes_back_as_it_was_written(by: By) -> None:
    assert parse_choice(choice_value(ShowScorecard(by, 13))) == ShowScorecard(by, 13)
    assert parse_choice(f"{by}:9999") == ShowScorecard(by, 52)
