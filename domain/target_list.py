"""The quarter's list of target accounts: which quarter it is, who agreed, and whether it can be reviewed in time."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final, Self
from zoneinfo import ZoneInfo

from domain.names import fold
from domain.values import frozen

#: The weekly review of all accounts of the list, in minutes.
REVIEW_MINUTES: Final = 30
#: What one account is taken to need of it, until the list's owners say otherwise.
MINUTES_AN_ACCOUNT: Final = 2
#: So many proposals wait at most once a list is published: it grows in small batches.
BATCH: Final = 5
_MONTHS: Final = 3
_QUARTERS: Final = 4
_WRITTEN: Final = re.compile(r"(?:(?P<y1>\d{4})\W*[qt](?P<q1>[1-4])|[qt](?P<q2>[1-4])\W*(?:de\W*)?(?P<y2>\d{4}))")
_ALONE: Final = re.compile(r"[qt]([1-4])")
_YEARS: Final = range(2000, 2200)
#: Nobody agrees on a list farther ahead: a mistyped year.
_AHEAD: Final = 4


@dataclass(frozen=True, slots=True, order=True)
class Quarter:
    """Three months of a year, written ``2026-Q4``."""

    year: int
    number: int

    @classmethod
    def of_day(cls, day: date) -> Self:
        """The quarter that ``day`` belongs to."""
        return cls(day.year, (day.month - 1) // _MONTHS + 1)

    @classmethod
    def at(cls, moment: datetime, tz: str) -> Self:
        """The quarter that it is at ``moment`` in the zone ``tz``."""
        return cls.of_day(moment.astimezone(ZoneInfo(tz)).date())

    @classmethod
    def read(cls, text: str) -> Self | None:
        """A quarter as people write it ("2026-Q4", "Q4 2026", "T4 de 2026"); nothing when it is none."""
        found = _WRITTEN.fullmatch(fold(text).strip())
        if found is None:
            return None
        year, number = int(found["y1"] or found["y2"]), int(found["q1"] or found["q2"])
        return cls(year, number) if year in _YEARS else None

    @classmethod
    def is_named_by(cls, text: str) -> bool:
        """Whether ``text`` is a quarter, its year or not."""
        return cls.read(text) is not None or _ALONE.fullmatch(fold(text).strip()) is not None

    def meant_by(self, text: str) -> Self | None:
        """The quarter that somebody means in this one; "Q1" alone is the nearest, the coming one when both are."""
        alone = _ALONE.fullmatch(fold(text).strip())
        if alone is not None:
            away = (int(alone[1]) - self.number) % _QUARTERS
            return self.shift(away if away <= _QUARTERS // 2 else away - _QUARTERS)
        found = self.read(text)
        return None if found is None or found > self.shift(_AHEAD) else found

    def shift(self, quarters: int) -> Self:
        """So many quarters later, or earlier when negative."""
        place = self.year * _QUARTERS + self.number - 1 + quarters
        return type(self)(place // _QUARTERS, place % _QUARTERS + 1)

    def __str__(self) -> str:
        return f"{self.year}-Q{self.number}"


class Side(StrEnum):
    """Whose owner somebody is: both sides must agree."""

    SALES = "sales"
    MARKETING = "marketing"

    @property
    def other(self) -> "Side":
        """The other one."""
        return Side.MARKETING if self is Side.SALES else Side.SALES


class Place(StrEnum):
    """Where an account stands with the list that counts."""

    ON = "on"
    PROPOSED = "proposed"
    OFF = "off"


@frozen
class Load:
    """How long the review of a list takes: ``accounts`` at ``minutes`` each."""

    accounts: int
    minutes: int

    @property
    def total(self) -> int:
        """Minutes in all."""
        return self.accounts * self.minutes

    @property
    def fitting(self) -> int:
        """How many accounts fit the review."""
        return REVIEW_MINUTES // self.minutes

    @property
    def is_too_long(self) -> bool:
        """More than its owners can review in the time they have."""
        return self.total > REVIEW_MINUTES


def both_agreed(sales_agreed_at: datetime | None, marketing_agreed_at: datetime | None) -> bool:
    """What is proposed counts only when both owners said so."""
    return sales_agreed_at is not None and marketing_agreed_at is not None


def room(waiting: int, *, is_published: bool) -> int | None:
    """How many more may be proposed now; any number before the list is published."""
    return max(0, BATCH - waiting) if is_published else None
