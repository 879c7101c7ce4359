"""What a channel's digest is about: which sections it has, and which accounts it reviews."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Final, Self

from domain.values import frozen

_ALL: Final = "all"


class Section(StrEnum):
    """A part of the digest that a channel may leave out, in the order of the message."""

    ACCOUNTS = "accounts"
    SCORECARD = "scorecard"
    PIPELINE = "pipeline"
    OBJECTIONS = "objections"
    MQLS = "mqls"
    QUALITY = "quality"
    WINS = "wins"
    DECISIONS = "decisions"


@frozen
class AccountChoice:
    """Which accounts are reviewed: those of ``tiers``, those of the team of a manager (our id), or all."""

    tiers: tuple[int, ...] = ()
    manager_id: int | None = None

    @classmethod
    def read(cls, text: str) -> Self:
        """What `__str__` wrote; all accounts for anything else."""
        kind, _, rest = text.partition(":")
        if kind == "tiers" and rest and set(rest) <= set("123"):
            return cls(tiers=tuple(sorted({int(tier) for tier in rest})))
        if kind == "team" and rest.isdecimal():
            return cls(manager_id=int(rest))
        return cls()

    @property
    def is_all(self) -> bool:
        """Whether no account is left out."""
        return not self.tiers and self.manager_id is None

    def __str__(self) -> str:
        if self.tiers:
            return f"tiers:{''.join(map(str, self.tiers))}"
        return _ALL if self.manager_id is None else f"team:{self.manager_id}"


@frozen
class Scope:
    """What a channel wants: the sections it leaves out, and which accounts it reviews."""

    left_out: frozenset[Section] = frozenset()
    accounts: AccountChoice = AccountChoice()

    @property
    def sections(self) -> frozenset[Section]:
        """What is shown."""
        return frozenset(Section) - self.left_out


def sections_read(text: str) -> frozenset[Section]:
    """Sections from their codes with blanks between; codes that are not known any more are passed over."""
    return frozenset(section for section in Section if section in text.split())


def sections_text(sections: Iterable[Section]) -> str:
    """The codes of ``sections`` in the order of the message."""
    wanted = set(sections)
    return " ".join(section.value for section in Section if section in wanted)
