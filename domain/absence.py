"""When somebody will be away, as they say it: "until friday", "del 12 al 26 de agosto", "tomorrow 10 to 12: dentist".

"Until Friday" ends as Friday begins: who means Friday too says "through Friday", or presses a button on the answer.
"From Monday to Friday" holds both.
"""

import re
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum
from typing import Final
from zoneinfo import ZoneInfo

from domain.day_words import Reader, UnclearDayError
from domain.values import frozen
from domain.weeks import IsoWeek, local_moment

#: Longer than this is no time off; it is more likely a mistyped year.
LONGEST: Final = timedelta(days=400)
_UNTIL: Final = ("until", "till", "til", "hasta")
_THROUGH: Final = ("through", "thru")
_TO: Final = ("to", "-", "–", "—", "al", "a", *_UNTIL, *_THROUGH)
_FROM: Final = ("from", "del", "desde", "de")
_ARTICLES: Final = ("el", "la", "las", "los", "the", "at")
_OPENING: Final = (
    "i'm",
    "im",
    "i",
    "'",
    "’",
    "m",
    "am",
    "estoy",
    "estare",
    "will",
    "be",
    "out",
    "away",
    "off",
    "fuera",
)
_NOTE: Final = re.compile(r"\s*(?::\s+(?=\D)|\s[-–—]\s(?=[^\W\d])|[(])(?P<note>.+?)\)?\s*$", re.DOTALL)
_COUNTS: Final = {"a": 1, "an": 1, "one": 1, "un": 1, "una": 1, "two": 2, "dos": 2, "three": 3, "tres": 3}
_HOURS: Final = ("hour", "hours", "hora", "horas", "h")
_DAYS: Final = ("day", "days", "dia", "dias")
_WEEKS: Final = ("week", "weeks", "semana", "semanas")


class AbsenceFault(StrEnum):
    """Why a text gives no time off; the last part of the text key that tells it."""

    UNREADABLE = "unreadable"
    AMBIGUOUS = "ambiguous"
    PAST = "past"
    INVERTED = "inverted"
    TOO_LONG = "too-long"


@frozen
class Away:
    """Away from ``start`` until ``end`` (aware UTC). ``until_day``: only "until" that day was said, so it may be in."""

    start: datetime
    end: datetime
    note: str | None = None
    until_day: date | None = None


def absence_in(text: str, now: datetime, tz: str, *, day_first: bool | None = None) -> Away | AbsenceFault:
    """The time off that ``text`` names, in the zone ``tz`` at the moment ``now``; or what is wrong with it."""
    for said, note in ((text, None), _without_note(text)):  # noqa: B007 - what it is at the end is used
        reader = Reader(said, now.astimezone(ZoneInfo(tz)).date(), day_first)
        reader.skip(*_OPENING)
        try:
            span = _span(reader, now, tz)
        except UnclearDayError:
            return AbsenceFault.AMBIGUOUS
        except OverflowError:  # no calendar goes on after 9999-12-31
            return AbsenceFault.TOO_LONG
        if span is not None:
            break
    else:
        return AbsenceFault.UNREADABLE
    start, end, until_day = span
    fault = checked(start, end, now)
    return fault or Away(max(start, now.astimezone(UTC)), end, note, until_day)


def checked(start: datetime, end: datetime, now: datetime) -> AbsenceFault | None:
    """What is wrong with being away from ``start`` until ``end``, if anything."""
    if end <= now:
        return AbsenceFault.PAST
    if end <= start:
        return AbsenceFault.INVERTED
    return AbsenceFault.TOO_LONG if end - max(start, now) > LONGEST else None


_Span = tuple[datetime, datetime, date | None]


def _span(reader: Reader, now: datetime, tz: str) -> _Span | None:
    start = reader.place
    for read in (_until, _week, _for_a_while, _from_to, _one_day, _hours_today):
        reader.place = start
        found = read(reader, now, tz)
        if found is not None and reader.is_done:
            return found
    return None


def _until(reader: Reader, now: datetime, tz: str) -> _Span | None:
    inclusive = reader.skip(*_THROUGH)
    if not inclusive and not reader.skip(*_UNTIL):
        return None
    reader.skip("and", "including")
    if (at := _at(reader)) is not None and reader.is_done:
        return now, local_moment(reader.today, at, tz), None
    end = _day_and_time(reader)
    if end is None:
        return None
    day, at = end
    inclusive = reader.skip("inclusive", "incluido", "included") or inclusive
    if at is not None:
        return now, local_moment(day, at, tz), None
    if inclusive:
        return now, _midnight_after(day, tz), None
    return now, local_moment(day, 0, tz), day


def _week(reader: Reader, now: datetime, tz: str) -> _Span | None:
    week = IsoWeek.of_day(reader.today)
    reader.skip("all", "toda")
    if reader.skip_phrase("this week", "esta semana", "the rest of the week", "el resto de la semana"):
        return now, _midnight_after(week.sunday, tz), None
    if reader.skip_phrase("next week", "la semana que viene", "la proxima semana", "la semana proxima"):
        week = week.shift(1)
        return local_moment(week.monday, 0, tz), _midnight_after(week.sunday, tz), None
    if reader.skip_phrase("the rest of the day", "rest of the day", "el resto del dia", "lo que queda de dia"):
        return now, _midnight_after(reader.today, tz), None
    return None


def _for_a_while(reader: Reader, now: datetime, tz: str) -> _Span | None:
    reader.skip("for", "por", "durante")
    word = reader.peek()
    count = int(word) if word.isdigit() else _COUNTS.get(word)
    unit = reader.peek(1)
    if not word.isdigit() and word.endswith("h") and word[:-1].isdigit():  # "2h"
        count, unit = int(word[:-1]), "h"
        reader.place -= 1
    if not count:
        return None
    reader.place += 2
    if unit in _HOURS:
        return now, now + timedelta(hours=count), None
    if unit in _DAYS + _WEEKS:
        days = count * (7 if unit in _WEEKS else 1)
        if days > LONGEST.days:
            days = LONGEST.days + 1
        return now, _midnight_after(reader.today + timedelta(days=days - 1), tz), None
    return None


def _from_to(reader: Reader, _now: datetime, tz: str) -> _Span | None:
    reader.skip(*_FROM, *_ARTICLES)
    first = _borrowed_month(reader) or _day_and_time(reader)
    if first is None:
        return None
    reader.skip(",")
    if not reader.skip(*_TO):
        return None
    reader.skip(*_ARTICLES)
    last = _day_and_time(reader, after=first[0])
    if last is None:
        return None
    begins = local_moment(first[0], first[1] or 0, tz)
    ends = _midnight_after(last[0], tz) if last[1] is None else local_moment(last[0], last[1], tz)
    return begins, ends, None


def _borrowed_month(reader: Reader) -> tuple[date, int | None] | None:
    """The first day is in the month of the second: "12 to 26 August", "del 12 al 26 de agosto"."""
    number, after = reader.peek(), reader.place + 1
    if not number.isdigit() or reader.peek(1) not in _TO:
        return None
    reader.place = after
    reader.skip(*_TO)
    reader.skip(*_ARTICLES)
    last = reader.day()
    reader.place = after
    try:
        first = last.replace(day=int(number)) if last is not None else None
    except ValueError:
        first = None
    if first is None or last is None or first > last:
        reader.place = after - 1
        return None
    return first, None


def _one_day(reader: Reader, _now: datetime, tz: str) -> _Span | None:
    reader.skip(*_ARTICLES)
    day = reader.day()
    if day is None:
        return None
    reader.skip(*_FROM, ",", "entre", "between")
    begins = _at(reader)
    if begins is None:
        return local_moment(day, 0, tz), _midnight_after(day, tz), None
    if reader.is_done:  # "tomorrow at 14:00": from then on
        return local_moment(day, begins, tz), _midnight_after(day, tz), None
    if not reader.skip(*_TO, "y", "and"):
        return None
    ends = _at(reader)
    return None if ends is None else (local_moment(day, begins, tz), local_moment(day, ends, tz), None)


def _hours_today(reader: Reader, _now: datetime, tz: str) -> _Span | None:
    reader.skip(*_FROM, *_ARTICLES)
    begins = reader.clock()
    if begins is None or not reader.skip(*_TO):
        return None
    reader.skip(*_ARTICLES)
    ends = reader.clock()
    if ends is None:
        return None
    return local_moment(reader.today, begins, tz), local_moment(reader.today, ends, tz), None


def _day_and_time(reader: Reader, after: date | None = None) -> tuple[date, int | None] | None:
    """A day with its time if one is named; ``after``: counted from that day on, as the end of a range is."""
    reader.skip(*_ARTICLES)
    today = reader.today
    weekday_said = after is not None and not any(char.isdigit() for char in reader.peek())
    if after is not None and weekday_said and after > today:
        reader.today = after
    day = reader.day()
    reader.today = today
    if day is None:
        return None
    reader.skip(",")
    return day, _at(reader)


def _at(reader: Reader) -> int | None:
    start = reader.place
    named = reader.skip("at", "a", "las", "la")
    at = reader.clock(bare=named or reader.peek(1) in {*_TO, "", "y", "and"})
    if at is None:
        reader.place = start
    return at


def _midnight_after(day: date, tz: str) -> datetime:
    return local_moment(day + timedelta(days=1), 0, tz)


def _without_note(text: str) -> tuple[str, str | None]:
    found = _NOTE.search(text)
    if found is None:
        return text, None
    return text[: found.start()], " ".join(found["note"].split()) or None
