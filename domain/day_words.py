"""Days and times of day as people write them, in English and Spanish: "friday", "el 12 de agosto", "14:30", "2pm".

A `Reader` goes through the words of one text; each method takes what it understands and leaves the rest.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from domain.names import fold
from domain.patterns import late
from domain.weeks import DAYS_IN_WEEK, MINUTES_IN_DAY, IsoWeek

_WEEKDAYS: Final = (
    ("monday", "mon", "mo", "lunes", "lun", "l"),
    ("tuesday", "tue", "tues", "tu", "martes", "mar", "m"),
    ("wednesday", "wed", "we", "miercoles", "mie", "mier", "x"),
    ("thursday", "thu", "thur", "thurs", "th", "jueves", "jue", "j"),
    ("friday", "fri", "fr", "viernes", "vie", "v"),
    ("saturday", "sat", "sa", "sabado", "sabados", "sab", "s"),
    ("sunday", "sun", "su", "domingo", "domingos", "dom", "d"),
)
_MONTHS: Final = (
    ("january", "jan", "enero", "ene"),
    ("february", "feb", "febrero"),
    ("march", "mar", "marzo"),
    ("april", "apr", "abril", "abr"),
    ("may", "mayo"),
    ("june", "jun", "junio"),
    ("july", "jul", "julio"),
    ("august", "aug", "agosto", "ago"),
    ("september", "sep", "sept", "septiembre", "setiembre"),
    ("october", "oct", "octubre"),
    ("november", "nov", "noviembre"),
    ("december", "dec", "diciembre", "dic"),
)
_WEEKDAY_OF: Final = {word: number for number, words in enumerate(_WEEKDAYS) for word in words}
_MONTH_OF: Final = {word: number for number, words in enumerate(_MONTHS, 1) for word in words}
_TOKEN: Final = late(
    r"\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}[/.]\d{1,2}(?:[/.]\d{2,4})?(?![\d:])"
    r"|\d{1,2}:\d\d(?:\s?[ap]\.?m\b\.?)?"
    r"|\d{1,2}\s?[ap]\.?m\b\.?"
    r"|\d{1,4}(?:st|nd|rd|th|h|hs)?\b"
    r"|[^\W\d_]+"
    r"|[-–—,;:/+&\n]"
    r"|\S"
)
_CLOCK: Final = late(r"(\d{1,2})(?::(\d\d))?\s?(?:([ap])\.?m\.?|h|hs)?")
_SLASHED: Final = late(r"(\d{1,2})[/.](\d{1,2})(?:[/.](\d{2,4}))?")
_ORDINAL: Final = late(r"(\d{1,2})(?:st|nd|rd|th)?")
_NOON: Final = 12
_CENTURY: Final = 2000
_SHORT_YEAR: Final = 100


class UnclearDayError(ValueError):
    """A date that may mean two days: "3/4" in a language in which both orders are written."""


@dataclass(slots=True)
class Reader:
    """The words of ``text``, folded, and how far they were read.

    ``today`` is where the reader is; ``day_first`` says that 3/4 is the third of April (absent: it may be either).
    """

    text: str
    today: date
    day_first: bool | None = None
    words: list[str] = field(init=False)
    place: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        self.words = _TOKEN.findall(fold(self.text))

    @property
    def is_done(self) -> bool:
        """Whether everything was read."""
        return self.place >= len(self.words)

    def peek(self, ahead: int = 0) -> str:
        """The next word, "" at the end."""
        place = self.place + ahead
        return self.words[place] if place < len(self.words) else ""

    def skip(self, *words: str) -> bool:
        """Go past any of ``words``, as many as there are; whether there were any."""
        start = self.place
        while self.peek() in words and not self.is_done:
            self.place += 1
        return self.place > start

    def skip_phrase(self, *phrases: str) -> bool:
        """Go past one of ``phrases``, each some words with blanks between."""
        for phrase in phrases:
            wanted = phrase.split()
            if self.words[self.place : self.place + len(wanted)] == wanted:
                self.place += len(wanted)
                return True
        return False

    def weekday(self) -> int | None:
        """A weekday's name (0 = Monday)."""
        number = _WEEKDAY_OF.get(self.peek())
        if number is not None:
            self.place += 1
            if self.peek() == ".":
                self.place += 1
        return number

    def clock(self, *, bare: bool = True) -> int | None:
        """A time of day in minutes after midnight (up to 24:00); ``bare``: also an hour alone, such as ``9``."""
        word = self.peek()
        found = _CLOCK.fullmatch(word)
        if found is None or (not bare and word.isdigit()):
            return None
        hour, minute = int(found[1]), int(found[2] or 0)
        if found[3]:
            if not 1 <= hour <= _NOON:
                return None
            hour = hour % _NOON + (_NOON if found[3] == "p" else 0)
        at = hour * 60 + minute
        if minute > 59 or at > MINUTES_IN_DAY:  # noqa: PLR2004 - of an hour
            return None
        self.place += 1
        return at

    def day(self) -> date | None:
        """A day from today on. A weekday is the next one to come; a day without its year, the next such day.

        Raises `UnclearDayError`.
        """
        if self.skip_phrase("the day after tomorrow", "day after tomorrow", "pasado manana"):
            return self.today + timedelta(days=2)
        if self.skip_phrase("tomorrow", "manana"):
            return self.today + timedelta(days=1)
        if self.skip_phrase("today", "hoy"):
            return self.today
        start = self.place
        self.skip("on", "the", "el", "dia")
        found = self._written() or self._named_weekday()
        if found is not None and self.peek()[:1].isdigit():
            found = self._after_its_weekday(found)
        if found is None:
            self.place = start
        return found

    def _after_its_weekday(self, named: date) -> date:
        """The date says which Monday: "Monday 30 November"."""
        start = self.place
        written = self._written()
        if written is not None and written.weekday() == named.weekday():
            return written
        self.place = start
        return named

    def _named_weekday(self) -> date | None:
        start = self.place
        far = self.skip_phrase("next")
        self.skip("this", "este", "proximo", "coming")
        number = self.weekday()
        if number is None:
            self.place = start
            return None
        self.skip_phrase("que viene", "proximo")
        if far:
            return IsoWeek.of_day(self.today).shift(1).monday + timedelta(days=number)
        return self.today + timedelta(days=(number - self.today.weekday() - 1) % DAYS_IN_WEEK + 1)

    def _written(self) -> date | None:
        """2026-08-12, 12/8, 12 August, 12 de agosto de 2026, August 12th, the 12th."""
        start = self.place
        found = self._iso() or self._slashed() or self._with_month()
        if found is None:
            self.place = start
        return found

    def _iso(self) -> date | None:
        try:
            found = date.fromisoformat(self.peek()) if "-" in self.peek() else None
        except ValueError:
            return None
        self.place += found is not None
        return found

    def _slashed(self) -> date | None:
        found = _SLASHED.fullmatch(self.peek())
        if found is None:
            return None
        one, two, year = int(found[1]), int(found[2]), int(found[3]) if found[3] else None
        if self.day_first is None and one != two and max(one, two) <= _NOON:
            raise UnclearDayError(self.peek())
        first = self.day_first if self.day_first is not None and two <= _NOON else two <= _NOON < one or one == two
        day, month = (one, two) if first else (two, one)
        self.place += 1
        return self._on(day, month, year)

    def _with_month(self) -> date | None:
        month = _MONTH_OF.get(self.peek())
        if month is not None and (after := _ORDINAL.fullmatch(self.peek(1))):
            day = int(after[1])
            self.place += 2
            self.skip(",")
            return self._on(day, month, self._year())
        number = _ORDINAL.fullmatch(self.peek())
        if number is None:
            return None
        named = self.words[self.place - 1] if self.place else ""
        self.place += 1
        self.skip("of", "de")
        month = _MONTH_OF.get(self.peek())
        if month is not None:
            self.place += 1
            self.skip(".")
            return self._on(int(number[1]), month, self._year())
        # A number alone is a day of the month only when it says so: "the 12th", "el 12".
        if number[0] != number[1] or named in {"the", "el", "dia", "del", "al"}:
            return self._of_month(int(number[1]))
        return None

    def _year(self) -> int | None:
        start = self.place
        self.skip("de", "of", ",", "del")
        word = self.peek()
        if word.isdigit() and len(word) == 4:  # noqa: PLR2004 - digits of a year
            self.place += 1
            return int(word)
        self.place = start
        return None

    def _on(self, day: int, month: int, year: int | None) -> date | None:
        if year is not None:
            return _date(year if year >= _SHORT_YEAR else _CENTURY + year, month, day)
        this_year = _date(self.today.year, month, day)
        if this_year is not None and this_year >= self.today:
            return this_year
        return _date(self.today.year + 1, month, day)

    def _of_month(self, day: int) -> date | None:
        year, month = self.today.year, self.today.month
        for _ in range(3):  # the 31st is at most two months away
            found = _date(year, month, day)
            if found is not None and found >= self.today:
                return found
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004 - December
        return None


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
