"""Weekly moments as people write them, in both languages."""

import pytest

from domain.weekly_words import WeeklyWords, parse_weekly


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("friday 10:00", WeeklyWords(4, 600)),
        ("Fri 9am", WeeklyWords(4, 540)),
        ("every monday at 12 pm", WeeklyWords(0, 720)),
        ("on tuesdays, 12:30am", WeeklyWords(1, 30)),
        ("los miércoles a las 9", WeeklyWords(2, 540)),
        ("cada sábado a las 18h", WeeklyWords(5, 1080)),
        ("dom. 8.15", WeeklyWords(6, 495)),
        ("jue 17h30", WeeklyWords(3, 1050)),
        ("10:00 lunes", WeeklyWords(0, 600)),
        ("viernes", WeeklyWords(4, None)),
        ("8:45", WeeklyWords(None, 525)),
    ],
)
def test_a_weekly_moment_is_understood(typed: str, meant: WeeklyWords) -> None:
    assert parse_weekly(typed) == meant


@pytest.mark.parametrize(
    "typed",
    ["", "every", "friday monday", "friday 25:00", "friday 9:75", "mo", "friday for sales", "13pm", "0am", "9 10"],
)
def test_what_says_something_else_is_not_guessed_at(typed: str) -> None:
    assert parse_weekly(typed) is None
