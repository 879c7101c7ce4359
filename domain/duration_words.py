"""How long somebody has, as people type it in English and Spanish: "5 min", "1,5 h", "2 días", "48 h naturales"."""

from fractions import Fraction
from typing import Final

from domain.durations import Duration, DurationUnit
from domain.names import fold
from domain.patterns import late
from domain.weeks import MINUTES_IN_DAY

#: More than a year is a slip of the finger.
LONGEST_MINUTES: Final = 366 * MINUTES_IN_DAY
_HOUR: Final = 60
_WEEK: Final = 7
_WORKING_WEEK: Final = 5

_MINUTE_WORDS: Final = frozenset({"m", "min", "mins", "minute", "minutes", "minuto", "minutos"})
_HOUR_WORDS: Final = frozenset({"h", "hr", "hrs", "hs", "hour", "hours", "hora", "horas"})
_DAY_WORDS: Final = frozenset({"d", "day", "days", "dia", "dias", "jornada", "jornadas"})
_WEEK_WORDS: Final = frozenset({"week", "weeks", "semana", "semanas"})
_WORKING: Final = frozenset(
    {"business", "working", "work", "laborable", "laborables", "laboral", "laborales", "habil", "habiles", "trabajo"}
)
_ON_THE_CLOCK: Final = frozenset({"calendar", "clock", "natural", "naturales", "calendario", "reloj", "corrido"})
_ON_THE_CLOCK_TOO: Final = frozenset({"corridos", "corrida", "corridas", "seguidas", "seguidos"})
_FILLING: Final = frozenset({"de", "y", "and", "of", "in", "en", "on", "the", "time", "tiempo"})
_NUMBERS: Final = {
    **dict.fromkeys(("a", "an", "one", "un", "una", "uno"), Fraction(1)),
    **dict.fromkeys(("half", "medio", "media"), Fraction(1, 2)),
    **dict.fromkeys(("two", "dos"), Fraction(2)),
    **dict.fromkeys(("three", "tres"), Fraction(3)),
    **dict.fromkeys(("four", "cuatro"), Fraction(4)),
    **dict.fromkeys(("five", "cinco"), Fraction(5)),
    **dict.fromkeys(("ten", "diez"), Fraction(10)),
}
_PART: Final = late(r"\d+(?:[.,]\d+)?|[^\W\d_]+")
#: "1.500" is one and a half to some and fifteen hundred to others.
_THOUSANDS: Final = late(r"\d[.,]\d{3}(?!\d)")
_ODD: Final = late(r"[^\w\s.,+-]|[½¼¾]|-\s*\d")


def duration_in(text: str) -> Duration | None:
    """What ``text`` says, or nothing when it is unclear.

    Hours and minutes are working time and days working days, unless it says calendar, clock or *naturales*. A week is
    five working days. Parts are added up ("1 h 30 min"); days and hours together only on the clock.
    """
    folded = fold(text)
    if _THOUSANDS.search(text) or _ODD.search(text):
        return None
    amounts: list[tuple[Fraction, str]] = []
    number: Fraction | None = None
    kinds: set[bool] = set()
    for word in _PART.findall(folded):
        if word[0].isdigit() or word in _NUMBERS:
            said = _NUMBERS.get(word) or Fraction(word.replace(",", ".") if word[0].isdigit() else 0)
            if number is not None and not (number == Fraction(1, 2) and said == 1):  # "half an hour"
                return None
            number = said if number is None else number
        elif word in _WORKING or word in _ON_THE_CLOCK or word in _ON_THE_CLOCK_TOO:
            kinds.add(word in _WORKING)
        elif (unit := _unit(word)) is not None and number is not None:
            amounts.append((number, unit))
            number = None
        elif word not in _FILLING:
            return None
    if number is not None or not amounts or len(kinds) > 1 or len({unit for _n, unit in amounts}) < len(amounts):
        return None
    return _sum(amounts, on_the_clock=kinds == {False})


def _unit(word: str) -> str | None:
    named = ((_MINUTE_WORDS, "minute"), (_HOUR_WORDS, "hour"), (_DAY_WORDS, "day"), (_WEEK_WORDS, "week"))
    return next((unit for words, unit in named if word in words), None)


def _sum(amounts: list[tuple[Fraction, str]], *, on_the_clock: bool) -> Duration | None:
    days = {unit for _number, unit in amounts} & {"day", "week"}
    if days and not on_the_clock and len(amounts) != sum(unit in {"day", "week"} for _number, unit in amounts):
        return None
    week = _WEEK if on_the_clock else _WORKING_WEEK
    scale = {"minute": 1, "hour": _HOUR, "day": MINUTES_IN_DAY, "week": week * MINUTES_IN_DAY}
    minutes = sum((number * scale[unit] for number, unit in amounts), Fraction())
    if minutes.denominator != 1 or not 0 < minutes <= LONGEST_MINUTES:
        return None
    if on_the_clock:
        return Duration(int(minutes), DurationUnit.CALENDAR)
    return Duration(int(minutes), DurationUnit.BUSINESS_DAYS if days else DurationUnit.BUSINESS)
