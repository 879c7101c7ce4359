"""Texts in English and Spanish (Project Fluent files in `locales/`), and dates and numbers by Babel.

Spanish of Mexico falls back to Spanish, where only the words that differ are repeated. A missing key is a defect that
a test finds; at run time the key itself is shown rather than an exception.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from threading import Lock
from typing import Final
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_global
from babel.dates import (
    format_date,
    format_datetime,
    format_time,
    format_timedelta,
    get_day_names,
    get_timezone_location,
)
from babel.numbers import format_currency, format_decimal, format_percent
from babel.units import format_unit
from fluent.runtime import FluentBundle, FluentResource

LOCALES: Final = ("en", "es", "es-MX")
_BABEL: Final = {"en": "en", "es": "es_ES", "es-MX": "es_MX"}

_MEXICAN_QUOTES: Final = str.maketrans("«»", "“”")
#: A message with its key: it goes on in lines that are indented, empty, or close a brace.
_MESSAGE: Final = re.compile(r"^([a-zA-Z][\w-]*) *=.*(?:\n(?:[ }].*|(?=\n)))*", re.MULTILINE)

TextArg = str | int | float


def locale_of(slack_locale: str | None, default: str = "en") -> str:
    """Our locale for Slack's (``es-ES``, ``es-LA``, ``en-GB`` …). Latin America is spoken to as Mexico.

    Languages that we do not speak get ``default``.
    """
    if not slack_locale:
        return default
    language, _, region = slack_locale.replace("_", "-").partition("-")
    if language == "es":
        return "es" if region in {"", "ES"} else "es-MX"
    return "en" if language == "en" else default


def country_of_zone(tz: str) -> str | None:
    """The ISO 3166 code of the country that an IANA zone is in; nothing for zones of no country."""
    return get_global("zone_territories").get(tz)


class Say:
    """One language: ``say("key", name=…)`` gives the text, the methods give dates and numbers in its manner."""

    def __init__(self, locale: str, bundle: "_Bundle") -> None:
        self.locale = locale
        self._bundle = bundle
        # What is said again and again, in nearly every answer, is put together once; 1 and 1.0 are told apart.
        self._said = lru_cache(maxsize=2048, typed=True)(self._put_together)

    def __call__(self, key: str, **args: TextArg) -> str:
        """The text under ``key``. Arguments are put in as they are: escape what people typed before."""
        return self._said(key, **args)

    def _put_together(self, key: str, **args: TextArg) -> str:
        spoken = self._bundle.text(key, args)
        return key if spoken is None else spoken

    def has(self, key: str) -> bool:
        """Whether there is a text under ``key``."""
        return self._bundle.has_message(key)

    def naming(self, names: Mapping[str, str]) -> "Say":
        """The same language, with ``names`` by text key: what a workspace calls codes of its own."""
        return _named(self, tuple(sorted(names.items()))) if names else self

    def number(self, value: float) -> str:
        """``1234.5`` as this language writes it."""
        return _number(value, self._babel)

    def money(self, value: Decimal, currency: str) -> str:
        """An amount in units of ``currency`` (ISO 4217): "€1,500.50" or "1500,50 €"; whole ones without decimals."""
        if value != value.to_integral_value():
            return str(format_currency(value, currency, locale=self._babel))
        whole = Locale.parse(self._babel).currency_formats["standard"].pattern.replace("0.00", "0")
        return str(format_currency(value, currency, format=whole, locale=self._babel, currency_digits=False))

    def percent(self, share: float) -> str:
        """A share (0…1) as a percentage with at most one decimal."""
        return format_percent(share, format="#,##0.#%" if self.locale != "es" else "#,##0.#\u00a0%", locale=self._babel)

    def day(self, value: date) -> str:
        """A day: "Mar 5" or "5 mar"."""
        return _day(value, "MMM d" if self.locale == "en" else "d MMM", self._babel)

    def day_with_year(self, value: date) -> str:
        """A day with its year: "Mar 5, 2026" or "5 mar 2026"."""
        return format_date(value, format="MMM d, y" if self.locale == "en" else "d MMM y", locale=self._babel)

    def month(self, value: date) -> str:
        """The month of a day with its year: "March 2026" or "marzo de 2026"."""
        return format_date(value, format="MMMM y" if self.locale == "en" else "MMMM 'de' y", locale=self._babel)

    def short_month(self, value: date) -> str:
        """The month of a day in a few letters: "Mar" or "mar"."""
        return format_date(value, format="MMM", locale=self._babel)

    def long_day(self, value: date) -> str:
        """A day with its weekday and year."""
        return format_date(value, format="full", locale=self._babel)

    def moment(self, value: datetime, tz: str) -> str:
        """A moment in the zone ``tz``, on a 24-hour clock: "Fri, Mar 6 at 09:00" or "vie 6 mar a las 09:00"."""
        pattern = "EEE, MMM d 'at' HH:mm" if self.locale == "en" else "EEE d MMM 'a las' HH:mm"
        return _moment(value, pattern, tz, self._babel)

    def city(self, tz: str) -> str:
        """The city that a zone is called by: "Madrid", "Ciudad de México"."""
        return str(get_timezone_location(tz, locale=self._babel, return_city=True)).rpartition("/")[2]

    def time(self, value: datetime, tz: str) -> str:
        """The time of day in the zone ``tz``, 24 hours."""
        return format_time(value, format="HH:mm", tzinfo=ZoneInfo(tz), locale=self._babel)

    def relative(self, away: timedelta) -> str:
        """How far a moment is from now, in one unit: "in 3 hours", "2 days ago"; before now when negative."""
        return format_timedelta(away, add_direction=True, locale=self._babel)

    def span(self, length: timedelta) -> str:
        """A length of time in hours and minutes, to the minute: "1 hour 30 minutes", "2 horas"."""
        hours, minutes = divmod(max(0, round(length / timedelta(minutes=1))), 60)
        parts = [format_unit(hours, "duration-hour", locale=self._babel)] if hours else []
        if minutes or not hours:
            parts.append(format_unit(minutes, "duration-minute", locale=self._babel))
        return " ".join(parts)

    def short_span(self, length: timedelta) -> str:
        """The same for a table: "1 h 30 min", "45 min"."""
        hours, minutes = divmod(max(0, round(length / timedelta(minutes=1))), 60)
        # Spanish in short has "2 h" and, of all things, "1 horas": the form of two is right for one too.
        short = format_unit(2 if hours == 1 else hours, "duration-hour", "short", locale=self._babel)
        parts = [short.replace("2", "1") if hours == 1 else short] if hours else []
        if minutes or not hours:
            parts.append(format_unit(minutes, "duration-minute", "short", locale=self._babel))
        return " ".join(parts)

    @property
    def weekdays(self) -> tuple[str, ...]:
        """The seven days in short, Monday first."""
        names = get_day_names("abbreviated", locale=self._babel)
        return tuple(names[day] for day in range(7))

    def weekday_in_full(self, value: date) -> str:
        """The weekday of a day: "Friday" or "viernes"."""
        return format_date(value, format="EEEE", locale=self._babel)

    def country(self, code: str) -> str:
        """A country by its ISO 3166 code; the code itself when it has no name here."""
        return str(Locale.parse(self._babel).territories.get(code, code))

    @property
    def _babel(self) -> str:
        return _BABEL[self.locale]


class _Named(Say):
    """A language that knows some names more. Made once for the same names, since views are kept by their language."""

    def __init__(self, plain: Say, names: Mapping[str, str]) -> None:
        self.locale = plain.locale
        self._plain = plain
        self._names = names

    def __call__(self, key: str, **args: TextArg) -> str:
        """The name under ``key``, else the text."""
        name = self._names.get(key)
        return self._plain(key, **args) if name is None else name

    def has(self, key: str) -> bool:
        """Whether there is a name or a text under ``key``."""
        return key in self._names or self._plain.has(key)

    def naming(self, names: Mapping[str, str]) -> Say:
        """The same, with ``names`` added."""
        return self._plain.naming({**self._names, **names})


@lru_cache(maxsize=128)
def _named(plain: Say, names: tuple[tuple[str, str], ...]) -> Say:
    return _Named(plain, dict(names))


@dataclass(frozen=True)
class Texts:
    """All languages. Files are read on first use of each."""

    _said: dict[str, Say] = field(default_factory=dict, init=False, repr=False, compare=False)
    _reading: Lock = field(default_factory=Lock, init=False, repr=False, compare=False)

    def into(self, locale: str) -> Say:
        """The language ``locale`` (one of `LOCALES`; anything else is taken for a Slack locale)."""
        known = locale if locale in LOCALES else locale_of(locale)
        say = self._said.get(known)
        if say is None:
            with self._reading:  # the first who asks reads the files, once for all
                say = self._said.setdefault(known, Say(known, _load_bundle(known)))
        return say


@lru_cache(maxsize=2048, typed=True)
def _number(value: float, locale: str) -> str:
    # A digest has hundreds, most of them small and the same.
    return format_decimal(value, locale=locale)


@lru_cache(maxsize=512, typed=True)
def _day(value: date, pattern: str, babel_locale: str) -> str:
    # Nearly all that is due or was done is of these weeks.
    return format_date(value, format=pattern, locale=babel_locale)


@lru_cache(maxsize=512)
def _moment(value: datetime, pattern: str, tz: str, babel_locale: str) -> str:
    # Many are told of the same moment: next Monday at nine.
    return format_datetime(value, format=pattern, tzinfo=ZoneInfo(tz), locale=babel_locale)


class _Bundle:
    """The messages of one language; each is parsed when it is first wanted, since all of them take a second.

    So a message may not refer to another.
    """

    def __init__(self, locale: str, written: Mapping[str, str]) -> None:
        # Isolation marks would show as odd characters in search, notifications and tests; both languages run one way.
        self._parsed = FluentBundle([locale], use_isolating=False)
        self._written = written

    def has_message(self, key: str) -> bool:
        """Whether there is a message under ``key``."""
        return key in self._written

    def text(self, key: str, args: dict[str, TextArg]) -> str | None:
        """The message under ``key`` with its arguments; nothing when there is none that can be read."""
        if not self._parsed.has_message(key):
            self._parsed.add_resource(FluentResource(self._written.get(key, "")), allow_overrides=True)
        try:
            pattern = self._parsed.get_message(key).value
        except LookupError:
            return None
        return None if pattern is None else str(self._parsed.format_pattern(pattern, args)[0])


@lru_cache(maxsize=len(LOCALES))
def _load_bundle(locale: str) -> _Bundle:
    """The messages of ``locale``, those of its parent first."""
    written: dict[str, str] = {}
    for folder in ("es", "es-MX") if locale == "es-MX" else (locale,):
        for file in sorted(files("commands").joinpath("locales", folder).iterdir(), key=lambda entry: entry.name):
            if file.name.endswith(".ftl"):
                written.update((found[1], found[0]) for found in _MESSAGE.finditer(file.read_text(encoding="utf-8")))
    if locale == "es-MX":
        # Guillemets are Spain's: one rule in place of an override for each text that quotes something.
        written = {key: text.translate(_MEXICAN_QUOTES) for key, text in written.items()}
    return _Bundle(locale, written)
