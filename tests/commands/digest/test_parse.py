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
    ResendDigest,
    ScheduleDigest,
    ShowStanding,
    StopDigest,
    UnclearWord,
    again_value,
    parse_again,
    parse_command,
    parse_form,
    shown_value,
)
from commands.ids import BlockId
from domain.digest_scope import AccountChoice, Scope, Section
from domain.weekly_words import WeeklyWords
from domain.weeks import IsoWeek, Month, PeriodKind, WeeklySlot

MONTHLY = PeriodKind.MONTHLY
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
        ("vista previa mes", PreviewDigest(MONTHLY)),
        ("now month", PostDigest(HERE, MONTHLY)),
        ("resend", ResendDigest(HERE)),
        ("reenviar mes", ResendDigest(HERE, MONTHLY)),
        ("stop month", UnclearWord("stop month", "stop")),
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


def form(
    kinds: tuple[str, ...] = ("weekly",), sections: tuple[str, ...] = tuple(Section), **typed: str | None
) -> dict[str, Any]:
    given_ = {"channel": "C02", "weekday": "0", "time": "09:00", "zone": "Europe/Madrid", "language": "es"} | typed
    elements: dict[str, dict[str, Any]] = {
        "channel": {"selected_conversation": given_["channel"]},
        "weekday": {"selected_option": given_["weekday"] and {"value": given_["weekday"]}},
        "time": {"selected_time": given_["time"]},
        "zone": {"value": given_["zone"]},
        "language": {"selected_option": given_["language"] and {"value": given_["language"]}},
        "digest_kinds": {"selected_options": [{"value": kind} for kind in kinds]},
        "sections": {"selected_options": [{"value": section} for section in sections]},
        "accounts": {"selected_option": {"value": given_.get("accounts", "all")}},
    }
    return {"state": {"values": {block: {"value": element} for block, element in elements.items()}}}


def test_a_filled_form_is_a_schedule() -> None:
    assert parse_form(form(), ZONES) == ScheduleDigest("C02", WeeklySlot(0, 540, "Europe/Madrid"), "es")
    assert parse_form(form(zone="mexico city", time="23:59", weekday="6"), ZONES) == ScheduleDigest(
        "C02", WeeklySlot(6, 23 * 60 + 59, "America/Mexico_City"), "es"
    )


def test_what_was_shown_of_another_channel_is_nothing_seen_of_this_one() -> None:
    shown = {**form(), "private_metadata": shown_value("C02", 4)}
    elsewhere = {**form(channel="C03"), "private_metadata": shown_value("C02", 4)}
    seen = [parse_form(each, ZONES) for each in (shown, elsewhere, form())]
    assert [each.seen_version for each in seen if isinstance(each, ScheduleDigest)] == [4, 0, 0]


def test_a_form_says_what_the_digest_is_about() -> None:
    wanted = parse_form(form(("weekly", "monthly"), ("accounts", "wins"), accounts="tiers:12"), ZONES)
    assert isinstance(wanted, ScheduleDigest)
    assert wanted.kinds == {PeriodKind.WEEKLY, MONTHLY}
    assert wanted.scope == Scope(frozenset(Section) - {Section.ACCOUNTS, Section.WINS}, AccountChoice(tiers=(1, 2)))


def test_a_digest_of_nothing_or_never_is_refused() -> None:
    never = parse_form(form(()), ZONES)
    assert isinstance(never, FormProblems)
    assert set(never.errors) == {BlockId.DIGEST_KINDS}
    only_monthly_parts = parse_form(form(("weekly",), ("pipeline",)), ZONES)
    assert isinstance(only_monthly_parts, FormProblems)
    assert set(only_monthly_parts.errors) == {BlockId.SECTIONS}
    assert isinstance(parse_form(form(("monthly",), ("pipeline",)), ZONES), ScheduleDigest)


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
    problems = parse_form(form(("weekly",), tuple(Section), **typed), ZONES)
    assert isinstance(problems, FormProblems)
    assert set(problems.errors) == {block}


def test_all_problems_are_told_at_once() -> None:
    problems = parse_form(form(channel=None, time="", zone="", weekday=None, language=None), ZONES)
    assert isinstance(problems, FormProblems)
    assert len(problems.errors) == 5


def test_post_again_carries_its_attempt() -> None:
    week, month = IsoWeek(2018, 9), Month(2018, 2)
    assert parse_again(again_value(HERE, week, 3)) == PostDigest(HERE, PeriodKind.WEEKLY, week, 3)
    assert parse_again(again_value(HERE, month, 2)) == PostDigest(HERE, MONTHLY, month, 2)


def test_a_button_from_before_there_were_months_still_means_its_week() -> None:
    pressed = parse_again('{"channel": "C01", "year": 2018, "week": 9, "attempt": 2}')
    assert pressed == PostDigest(HERE, PeriodKind.WEEKLY, IsoWeek(2018, 9), 2)
