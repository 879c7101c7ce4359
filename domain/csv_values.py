"""Dates, numbers and amounts as spreadsheets and CRMs write them, read without guessing.

A cell is read into a `Reading`: a value, a doubt (a stable code), or both. A value without a doubt is certain; a
doubt without a value means that the cell could not be read. What two conventions would read differently is never
guessed: it takes a declared convention, or stays a doubt.
"""

import re
from datetime import UTC, datetime, timedelta, tzinfo
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum
from typing import Final, Generic, TypeVar

from domain.patterns import late
from domain.values import frozen

T_co = TypeVar("T_co", covariant=True)

#: What CRMs and spreadsheets write for no date at all (1900-01-00, 1970-01-01, 9999-12-31) lies outside.
_YEARS: Final = range(1990, 2101)
_MAX_MINOR: Final = 2**53  # beyond it spreadsheets no longer count in ones, and no deal is that large
_MAX_INT: Final = 2**31 - 1

_TIME = r"(?:[T ,]\s*(?P<h>\d{1,2}):(?P<mi>\d{2})(?::(?P<s>\d{2}))?\s*(?P<half>[AaPp]\.?[Mm]\.?)?)?"
_SLASHED = late(r"(?P<a>\d{1,2})[/.\-](?P<b>\d{1,2})[/.\-](?P<y>\d{4})" + _TIME, re.ASCII)
_YEAR_FIRST = late(r"(?P<y>\d{4})[/.\-](?P<b>\d{1,2})[/.\-](?P<a>\d{1,2})" + _TIME, re.ASCII)
_DATE_LENGTH: Final = 10

_NUMBER = late(r"[0-9][0-9.,]*", re.ASCII)
_INTEGER = late(r"([+-]?[0-9]{1,12})(?:[.,]0+)?", re.ASCII)
_BLANKS_IN_NUMBERS: Final = str.maketrans("", "", " \u00a0\u202f\u2009'’")
_CURRENCY_CODE = late(r"[A-Z]{3}", re.ASCII)
#: Only symbols that name one currency.
_SYMBOLS: Final = {"€": "EUR", "£": "GBP", "US$": "USD", "MX$": "MXN", "R$": "BRL"}
#: What "$" may stand for: dollars and pesos of many countries.
_DOLLARS_AND_PESOS: Final = frozenset(
    [
        *("ARS", "AUD", "BBD", "BMD", "BND", "BSD", "BZD", "CAD", "CLP", "COP", "CUP", "DOP", "FJD", "GYD", "HKD"),
        *("JMD", "KYD", "LRD", "MXN", "NAD", "NIO", "NZD", "SBD", "SGD", "SRD", "SVC", "TTD", "TWD", "USD", "UYU"),
        "XCD",
    ]
)
_NO_MINOR_UNIT: Final = frozenset(
    ["BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF"]
)
_THREE_DECIMALS: Final = frozenset(["BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"])


class DateOrder(StrEnum):
    """How dates with slashes are meant; ``iso`` says that there are none."""

    ISO = "iso"
    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"


class Decimals(StrEnum):
    """The declared decimal mark: 20,000.5 (``point``) or 20.000,5 (``comma``)."""

    POINT = "point"
    COMMA = "comma"


@frozen
class Reading(Generic[T_co]):
    """What a cell says. ``doubt`` is a stable code; without a ``value`` the cell could not be read."""

    value: T_co | None = None
    doubt: str | None = None


@frozen
class Amount:
    """Money in integer minor units (cents) of an ISO 4217 currency."""

    minor: int
    currency: str


def read_moment(text: str, order: DateOrder, zone: tzinfo) -> Reading[datetime]:
    """A date or a date with time, as aware UTC. Naive times are in ``zone``; a date alone is that day's start.

    Doubts: ``date_needs_format`` (slashes, and nobody said which order), ``date_unreadable``, ``date_out_of_range``;
    with a value: ``time_skipped`` and ``time_twice`` (the clock change makes that local time none, or two).
    """
    try:
        local = _iso(text) or _parts(text, order)
    except _NeedsOrderError:
        return Reading(doubt="date_needs_format")
    except ValueError:
        return Reading(doubt="date_unreadable")
    if local.year not in _YEARS:
        return Reading(doubt="date_out_of_range")
    if local.tzinfo is not None:
        return Reading(local.astimezone(UTC))
    if zone is UTC:
        return Reading(local.replace(tzinfo=UTC))
    return _in_zone(local, zone, is_date=len(text) <= _DATE_LENGTH)


def read_integer(text: str) -> Reading[int]:
    """A whole number that a 32-bit column holds ("85", "85.0"). Doubt: ``number_unreadable``."""
    found = _INTEGER.fullmatch(text)
    if found is None or abs(int(found[1])) > _MAX_INT:
        return Reading(doubt="number_unreadable")
    return Reading(int(found[1]))


def read_currency(text: str) -> Reading[str]:
    """An ISO 4217 code or a symbol that stands for one currency only. Doubt: ``currency_unreadable``."""
    code = _SYMBOLS.get(text.upper(), text.upper())
    return Reading(code) if _CURRENCY_CODE.fullmatch(code) else Reading(doubt="currency_unreadable")


def read_amount(text: str, decimals: Decimals | None, currency: str | None) -> Reading[Amount]:
    """An amount of money. ``currency`` is the row's or the declared one; a symbol or code in the cell may name it.

    Doubts without a value: ``amount_unreadable``, ``amount_ambiguous`` (1.500 could be either, and nobody declared
    the decimal mark), ``amount_contradicts`` the declared mark or currency, ``amount_without_currency``,
    ``amount_out_of_range`` (negative, or beyond what a deal can be). With a value: ``amount_rounded``.
    """
    number, named = _split_currency(text)
    has_sign, number = "$" in number, number.replace("$", "", 1).translate(_BLANKS_IN_NUMBERS)
    if number.startswith(("-", "(")) and _NUMBER.fullmatch(number.strip("-()")):
        return Reading(doubt="amount_out_of_range")
    if not _NUMBER.fullmatch(number) or (has_sign and named and named not in _DOLLARS_AND_PESOS):
        return Reading(doubt="amount_unreadable")
    if named and currency and named != currency:
        return Reading(doubt="amount_contradicts")
    currency = named or currency
    if has_sign and currency and currency not in _DOLLARS_AND_PESOS:
        return Reading(doubt="amount_contradicts")
    plain = _normalise(number, decimals)
    if plain.value is None:
        return Reading(doubt=plain.doubt)
    if currency is None:
        return Reading(doubt="amount_without_currency")
    exact = Decimal(plain.value).scaleb(minor_digits(currency))
    if exact > _MAX_MINOR:
        return Reading(doubt="amount_out_of_range")
    minor = int(exact.to_integral_value(ROUND_HALF_EVEN))
    return Reading(Amount(minor, currency), None if exact == minor else "amount_rounded")


def minor_digits(currency: str) -> int:
    """How many decimals the minor unit of ``currency`` has (ISO 4217)."""
    if currency in _NO_MINOR_UNIT:
        return 0
    return 3 if currency in _THREE_DECIMALS else 2


class _NeedsOrderError(ValueError):
    pass


def _iso(text: str) -> datetime | None:
    # `fromisoformat` also takes "20180201" and week dates, which in a CSV are more likely something else.
    if text[4:5] != "-" or text[7:8] != "-" or text[10:11] not in {"", " ", "T"}:
        return None
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        return None  # "2018-02-01 9:05" is not ISO, and yet clear


def _parts(text: str, order: DateOrder) -> datetime:
    found = _YEAR_FIRST.fullmatch(text)
    day_first = True
    if found is None:
        found = _SLASHED.fullmatch(text)
        if found is None:
            raise ValueError(text)
        if order is DateOrder.ISO:
            raise _NeedsOrderError
        day_first = order is DateOrder.DAY_FIRST
    day, month = (found["a"], found["b"]) if day_first else (found["b"], found["a"])
    hour = int(found["h"] or 0)
    if found["half"]:
        if hour not in range(1, 13):
            raise ValueError(text)
        hour = hour % 12 + (12 if found["half"][0] in "pP" else 0)
    return datetime(int(found["y"]), int(month), int(day), hour, int(found["mi"] or 0), int(found["s"] or 0))  # noqa: DTZ001 - its zone is given next


def _in_zone(local: datetime, zone: tzinfo, *, is_date: bool) -> Reading[datetime]:
    first, second = local.replace(tzinfo=zone), local.replace(tzinfo=zone, fold=1)
    moment = first.astimezone(UTC)
    if first.utcoffset() == second.utcoffset():
        return Reading(moment)
    if is_date:
        return Reading(moment)  # the day's first moment, also where the clock jumps at midnight
    gap = (second.utcoffset() or timedelta()) > (first.utcoffset() or timedelta())
    return Reading(moment, "time_skipped" if gap else "time_twice")


def _split_currency(text: str) -> tuple[str, str | None]:
    upper = text.upper().strip()
    for symbol, code in _SYMBOLS.items():
        if symbol in upper:
            return upper.replace(symbol, "", 1).strip(), code
    if _CURRENCY_CODE.match(upper):
        return upper[3:].strip(), upper[:3]
    if _CURRENCY_CODE.fullmatch(upper[-3:]):
        return upper[:-3].strip(), upper[-3:]
    return upper, None


def _normalise(number: str, decimals: Decimals | None) -> Reading[str]:
    """``number`` (digits, points, commas) with "." as its only mark."""
    marks = [char for char in number if char in ".,"]
    if decimals is None:
        if not marks:
            return Reading(number)
        if len(set(marks)) == 1 and len(marks) > 1:
            mark = "," if marks[0] == "." else "."  # a repeated mark groups thousands: the other one is the decimal
        else:
            mark = marks[-1]
            whole, _, rest = number.rpartition(mark)
            if len(marks) == 1 and len(rest) == 3 and len(whole) <= 3 and not whole.startswith("0"):  # noqa: PLR2004 - thousands
                return Reading(doubt="amount_ambiguous")
        wrong = "amount_unreadable"
    else:
        mark = "," if decimals is Decimals.COMMA else "."
        wrong = "amount_contradicts"
    group = "." if mark == "," else ","
    whole, _, fraction = number.partition(mark)
    grouped = re.fullmatch(rf"[0-9]{{1,3}}(?:{re.escape(group)}[0-9]{{3}})+|[0-9]+", whole)
    if grouped is None or not re.fullmatch(r"[0-9]*", fraction):
        return Reading(doubt=wrong)
    return Reading(whole.replace(group, "") + "." + (fraction or "0"))
