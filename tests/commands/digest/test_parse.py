"""What `/digest`, its form and its button mean."""

from typing import Any
from zoneinfo import available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.digest.parse import (
    FormProblems,
    OpenScheduleForm,
    PostDigest,
    PreviewDigest,
    ScheduleDigest,
    ShowStanding,
    StopDigest,
    UnclearWord,
    again_value,
    parse_again,
    parse_command,
    parse_form,
)
from commands.ids import BlockId
from domain.weekly_words import WeeklyWords
from domain.weeks import IsoWeek, WeeklySlot

ZONES = frozenset(available_timezones())
HERE = "C01"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("", ShowStanding()),
        ("   ", ShowStanding()),
        ("help", ShowStanding()),
        ("ayuda", ShowStanding()),
        ("preview", PreviewDigest()),
        ("PREVIEW ", PreviewDigest()),
        ("vista previa", PreviewDigest()),
        ("vista   previa", PreviewDigest()),
        ("previsualizar", PreviewDigest()),
        ("now", PostDigest(HERE)),
        ("ahora", PostDigest(HERE)),
        ("ahora mismo", PostDigest(HERE)),
        ("schedule", OpenScheduleForm()),
        ("programar", OpenScheduleForm()),
        ("schedule friday 10:00", OpenScheduleForm(WeeklyWords(4, 600))),
        ("programar los lunes a las 9", OpenScheduleForm(WeeklyWords(0, 540))),
        ("schedule for the team", UnclearWord("schedule for the team", "schedule")),
        ("schedule off", StopDigest(HERE)),
        ("programar no", StopDigest(HERE)),
        ("off", StopDigest(HERE)),
        ("prevew", UnclearWord("prevew", "preview")),
        ("now please", UnclearWord("now please", "now")),
        ("\U0001f4a9", UnclearWord("\U0001f4a9", None)),
        ("sche\x00dule", OpenScheduleForm()),
    ],
)
def test_sub_words_in_both_languages(typed: str, meant: object) -> None:
    assert parse_command(typed, HERE) == meant


@given(st.text(max_size=4000))
def test_any_text_has_a_meaning_and_none_is_lost(typed: str) -> None:
    intent = parse_command(typed, HERE)
    if isinstance(intent, UnclearWord):
        assert intent.typed


def form(**typed: str | None) -> dict[str, Any]:
    given_ = {"channel": "C02", "weekday": "0", "time": "09:00", "zone": "Europe/Madrid", "language": "es"} | typed
    elements: dict[str, dict[str, Any]] = {
        "channel": {"selected_conversation": given_["channel"]},
        "weekday": {"selected_option": given_["weekday"] and {"value": given_["weekday"]}},
        "time": {"selected_time": given_["time"]},
        "zone": {"value": given_["zone"]},
        "language": {"selected_option": given_["language"] and {"value": given_["language"]}},
    }
    return {"state": {"values": {block: {"value": element} for block, element in elements.items()}}}


def test_a_filled_form_is_a_schedule() -> None:
    assert parse_form(form(), ZONES) == ScheduleDigest("C02", WeeklySlot(0, 540, "Europe/Madrid"), "es")
    assert parse_form(form(zone="mexico city", time="23:59", weekday="6"), ZONES) == ScheduleDigest(
        "C02", WeeklySlot(6, 23 * 60 + 59, "America/Mexico_City"), "es"
    )


@pytest.mark.parametrize(
    ("typed", "block"),
    [
        ({"channel": None}, BlockId.CHANNEL),
        ({"weekday": None}, BlockId.WEEKDAY),
        ({"weekday": "7"}, BlockId.WEEKDAY),
        ({"time": None}, BlockId.TIME),
        ({"time": "24:00"}, BlockId.TIME),
        ({"time": "nine"}, BlockId.TIME),
        ({"zone": None}, BlockId.ZONE),
        ({"zone": "Narnia"}, BlockId.ZONE),
        ({"zone": "Europe/Madird"}, BlockId.ZONE),
        ({"language": None}, BlockId.LANGUAGE),
        ({"language": "tlh"}, BlockId.LANGUAGE),
    ],
)
def test_each_problem_is_told_at_its_field(typed: dict[str, str | None], block: BlockId) -> None:
    problems = parse_form(form(**typed), ZONES)
    assert isinstance(problems, FormProblems)
    assert set(problems.errors) == {block}


def test_all_problems_are_told_at_once() -> None:
    problems = parse_form(form(channel=None, time="", zone="", weekday=None, language=None), ZONES)
    assert isinstance(problems, FormProblems)
    assert len(problems.errors) == 5


def test_post_again_carries_its_attempt() -> None:
    assert parse_again(again_value(HERE, IsoWeek(2018, 9), 3)) == PostDigest(HERE, IsoWeek(2018, 9), 3)
