"""The ideal customer profile: what both teams hold of who is worth their time, part by part, and how that changes.

Nobody writes over it: a change is proposed with what was seen, decided by a person, and what is agreed of a part is the
change to it that was accepted last. So the profile and its history are the same rows.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from domain.names import fold
from domain.values import frozen
from domain.weeks import Span

#: More are not kept waiting at once: a list that nobody decides on is no profile.
MOST_WAITING: Final = 20
#: Characters of what a part says, and of why: a profile that nobody can keep in mind sorts no leads.
LONGEST_TEXT: Final = 300
LONGEST_REASON: Final = 500


class Part(StrEnum):
    """What a profile says something about, in the order in which it is read."""

    INDUSTRY = "industry"
    SIZE = "size"
    REGION = "region"
    BUYERS = "buyers"
    NEED = "need"
    NOT_US = "not_us"


class Outcome(StrEnum):
    """What became of a proposed change; only who proposed it takes it back."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


@frozen
class Change:
    """What somebody proposed that a part says from then on, and why; waiting while it has no ``outcome``.

    People are our ids of members, times are aware business time.
    """

    id: int
    part: Part
    text: str
    reason: str
    proposed_by_id: int
    proposed_at: datetime
    outcome: Outcome | None = None
    decided_by_id: int | None = None
    decided_at: datetime | None = None


@frozen
class Profile:
    """What stands of each part (parts of which nothing was agreed are missing), and what waits, the oldest first."""

    standing: Mapping[Part, Change]
    waiting: tuple[Change, ...]

    def says_already(self, part: Part, text: str) -> bool:
        """Whether ``text`` is what stands of ``part``, or waits for it; case, accents and what ends it aside."""
        known = [each for each in self.waiting if each.part is part]
        known += [self.standing[part]] if part in self.standing else []
        return any(_key(each.text) == _key(text) for each in known)

    def accepted_at(self, part: Part, now: datetime) -> datetime:
        """When a change of ``part`` that is accepted ``now`` was: after the one that stands, whatever a clock says."""
        before = self.standing[part].decided_at if part in self.standing else None
        return now if before is None else max(now, before + timedelta(microseconds=1))

    def standing_id(self, part: Part) -> int:
        """The id of what stands of ``part``; 0 while nothing does."""
        return self.standing[part].id if part in self.standing else 0


@frozen
class IcpMonth:
    """What a month's review hears of it: changes that wait, and those agreed in the month, the oldest first."""

    waiting: tuple[Change, ...] = ()
    accepted: tuple[Change, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to say."""
        return not self.waiting and not self.accepted


def profile_of(changes: Iterable[Change]) -> Profile:
    """What follows from all changes, in whatever order they come."""
    known = sorted(changes, key=lambda each: each.id)
    agreed = sorted(_accepted(known), key=lambda pair: (pair[0], pair[1].id))
    latest = {change.part: change for _, change in agreed}
    return Profile(
        {part: latest[part] for part in Part if part in latest},
        tuple(each for each in known if each.outcome is None),
    )


def month_of(changes: Iterable[Change], month: Span) -> IcpMonth:
    """What the review of ``month`` hears: all that waits, since it is decided there, and what was agreed within it."""
    known = sorted(changes, key=lambda each: each.id)
    return IcpMonth(
        tuple(each for each in known if each.outcome is None),
        tuple(change for at, change in _accepted(known) if month.start <= at < month.end),
    )


def _key(text: str) -> str:
    seen = "".join(char for char in fold(text) if unicodedata.category(char) != "Cf")
    return " ".join(seen.split()).strip(" .,;:!…")


def _accepted(changes: Iterable[Change]) -> list[tuple[datetime, Change]]:
    return [
        (each.decided_at, each) for each in changes if each.outcome is Outcome.ACCEPTED and each.decided_at is not None
    ]
