"""Working hours as people write them, in English and Spanish, and back: "Mon-Thu 9-14, 16-19; Fri 8-15"."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from itertools import groupby, pairwise
from typing import Final

from domain.calendars import Block, DatedHours, Week, clock_time
from domain.day_words import Reader, UnclearDayError
from domain.values import frozen
from domain.weeks import DAYS_IN_WEEK

_TO: Final = ("-", "–", "—", "to", "a", "al", "until", "hasta", "through")
_AND: Final = (",", ";", "\n", "and", "y", "e", "/", "+", "&")
_SMALL: Final = ("from", "de", "del", "desde", "las", "la", "los", "el", "at", "h", "hs", "on", ".", ":")
_CLOSED: Final = ("closed", "off", "free", "cerrado", "libre", "no")
_EVERY_DAY: Final = ("every day", "daily", "all days", "todos los dias", "cada dia", "diario")
_WEEKDAYS: Final = ("weekdays", "entre semana", "dias laborables", "laborables")
_WORKDAYS: Final = 5
_YEARS_APART: Final = 10


class HoursFault(StrEnum):
    """Why a text gives no hours; the last part of the text key that tells it."""

    UNREADABLE = "unreadable"
    INVERTED = "inverted"
    OVERLAP = "overlap"
    EMPTY = "empty"
    DATES = "dates"


@frozen
class HoursProblem:
    """What is wrong, and the piece of text that it is about."""

    fault: HoursFault
    near: str


def week_in(text: str) -> Week | HoursProblem:
    """The week's hours that ``text`` names. Without days they hold from Monday to Friday."""
    reader = Reader(text, date(2000, 1, 1))
    days: list[list[Block]] = [[] for _ in range(DAYS_IN_WEEK)]
    while not reader.is_done:
        if reader.skip(*_AND, *_SMALL):
            continue
        start = reader.place
        problem = _group(reader, days)
        if problem is not None:
            return HoursProblem(problem, " ".join(reader.words[start : reader.place + 1])[:60])
    if not any(days):
        return HoursProblem(HoursFault.EMPTY, "")
    for blocks in days:
        blocks.sort()
        for one, two in pairwise(blocks):
            if two.start_minute < one.end_minute:
                return HoursProblem(HoursFault.OVERLAP, f"{one}, {two}")
    return tuple(tuple(blocks) for blocks in days)


def dated_in(text: str, today: date, *, day_first: bool | None = None) -> tuple[DatedHours, ...] | HoursProblem:
    """Hours that hold between two dates, one range a line: "1 July - 31 August: Mon-Fri 8-15"."""
    found: list[DatedHours] = []
    for line in text.splitlines():
        if not line.strip():
            continue
        head, mark, hours = line.partition(":")
        if mark and head.strip()[-1:].isdigit() and hours[:2].isdigit():  # the colon of a time: no dates before it
            return HoursProblem(HoursFault.DATES, line.strip()[:60])
        reader = Reader(head, today, day_first)
        reader.skip(*_SMALL)
        try:
            first = reader.day()
            last = first
            if first is not None and reader.skip(*_TO):
                reader.skip(*_SMALL)
                reader.today = first
                last = reader.day()
        except UnclearDayError:
            first = last = None
        if (
            first is None
            or last is None
            or not reader.is_done
            or not _is_near(first, today)
            or not _is_near(last, today)
        ):
            return HoursProblem(HoursFault.DATES, line.strip()[:60])
        if last < first:
            return HoursProblem(HoursFault.INVERTED, head.strip()[:60])
        if any(first <= each.last and each.first <= last for each in found):
            return HoursProblem(HoursFault.OVERLAP, head.strip()[:60])
        week = week_in(hours)
        if isinstance(week, HoursProblem):
            return week
        found.append(DatedHours(first, last, week))
    return tuple(sorted(found, key=lambda each: each.first))


def _is_near(day: date, today: date) -> bool:
    """Whether hours are agreed for then: anything else is a mistyped year."""
    return abs(day.year - today.year) <= _YEARS_APART


def week_text(week: Week, names: Sequence[str]) -> str:
    """``week`` in the form that `week_in` reads; ``names`` are the seven days', Monday first."""
    parts = []
    for blocks, days in groupby(range(DAYS_IN_WEEK), key=lambda day: week[day]):
        if not blocks:
            continue
        numbers = list(days)
        first, last = names[numbers[0]], names[numbers[-1]]
        span = first if len(numbers) == 1 else f"{first}–{last}"
        hours = ", ".join(f"{clock_time(block.start_minute)}–{clock_time(block.end_minute)}" for block in blocks)
        parts.append(f"{span} {hours}")
    return "; ".join(parts)


def _group(reader: Reader, days: list[list[Block]]) -> HoursFault | None:
    named = _days(reader)
    reader.skip(*_SMALL, ",")
    if reader.skip(*_CLOSED):
        return None if named else HoursFault.UNREADABLE
    if not named:
        named = list(range(_WORKDAYS))
    blocks = []
    while (start := reader.clock()) is not None:
        reader.skip(*_SMALL)
        if not reader.skip(*_TO):
            return HoursFault.UNREADABLE
        reader.skip(*_SMALL)
        end = reader.clock()
        if end is None:
            return HoursFault.UNREADABLE
        if end <= start:
            return HoursFault.INVERTED
        blocks.append(Block(start, end))
        place = reader.place
        reader.skip(*_AND, *_SMALL)
        if reader.peek()[:1].isdigit():
            continue
        reader.place = place
        break
    if not blocks:
        return HoursFault.UNREADABLE
    for day in named:
        days[day] += blocks
    return None


def _days(reader: Reader) -> list[int]:
    if reader.skip_phrase(*_EVERY_DAY):
        return list(range(DAYS_IN_WEEK))
    if reader.skip_phrase(*_WEEKDAYS):
        return list(range(_WORKDAYS))
    named: list[int] = []
    while (first := reader.weekday()) is not None:
        last = first
        place = reader.place
        if reader.skip(*_TO):
            reader.skip(*_SMALL)
            after = reader.weekday()
            if after is None:
                reader.place = place
            else:
                last = after
        named += [day % DAYS_IN_WEEK for day in range(first, last + 1 if last >= first else last + DAYS_IN_WEEK + 1)]
        place = reader.place
        if reader.skip(*_AND, *_SMALL) and reader.peek()[:1].isdigit():
            reader.place = place
            break
    return list(dict.fromkeys(named))
