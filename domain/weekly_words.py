"""A moment of the week as people write it: "friday 10:00", "los lunes a las 9", "mon 9am"."""

import re
from typing import Final

from domain.names import fold
from domain.values import frozen

_DAYS: Final = (
    ("monday", "lunes"),
    ("tuesday", "martes"),
    ("wednesday", "miercoles"),
    ("thursday", "jueves"),
    ("friday", "viernes"),
    ("saturday", "sabado"),
    ("sunday", "domingo"),
)
_SHORTEST: Final = 3
_FILLERS: Final = frozenset(("a", "at", "cada", "el", "every", "las", "los", "on", "the"))
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|h)?")
_NOON: Final = 12


@frozen
class WeeklyWords:
    """What was said: the weekday (0 = Monday) and the minute after local midnight, each if it was."""

    weekday: int | None = None
    minute: int | None = None


def parse_weekly(text: str) -> WeeklyWords | None:
    """What ``text`` says of a weekly moment in English or Spanish; nothing when a word of it says something else."""
    weekday = minute = None
    # "9 am" is one word here.
    for word in re.sub(r"(\d)\s+(am|pm|h)\b", r"\1\2", fold(text).replace(",", " ")).split():
        if word in _FILLERS:
            continue
        day, time = _weekday(word), _minute(word)
        if day is not None and weekday is None:
            weekday = day
        elif time is not None and minute is None:
            minute = time
        else:
            return None
    return None if weekday is None and minute is None else WeeklyWords(weekday, minute)


def _weekday(word: str) -> int | None:
    if len(word) < _SHORTEST:
        return None
    named = word.rstrip(".")
    for number, names in enumerate(_DAYS):
        if any(name.startswith(named) or named == f"{name}s" for name in names):
            return number
    return None


def _minute(word: str) -> int | None:
    found = _TIME.fullmatch(word)
    if found is None:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), found[3]
    if half in {"am", "pm"}:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "pm" else 0)
    return hour * 60 + minute if hour < 24 and minute < 60 else None  # noqa: PLR2004 - a clock's face
