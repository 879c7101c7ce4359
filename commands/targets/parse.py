"""From `/account targets`, its buttons and its forms to what the person wants, or to what is wrong with a field."""

import json
from collections.abc import Mapping
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from commands.named import Named, all_named_in
from commands.pickers import chosen_values
from commands.subwords import SubWords
from domain.target_list import REVIEW_MINUTES, Quarter
from domain.text import clean
from domain.values import frozen

WORDS: Final = SubWords(
    {
        "next": ("next", "siguiente", "proximo"),
        "previous": ("previous", "last", "anterior", "pasado"),
    }
)
_LONGEST_REASON: Final = 500
_DIGITS: Final = 2


@frozen
class Opened:
    """What a form stands for: the quarter, and the version of its list that was seen (0: there was none)."""

    quarter: Quarter
    version: int

    def packed(self) -> str:
        """For a button's value and for ``private_metadata``."""
        return json.dumps({"quarter": str(self.quarter), "version": self.version})


@frozen
class Propose:
    """Accounts one by one, and all of some tiers."""

    quarter: Quarter
    accounts: tuple[Named, ...]
    tiers: tuple[int, ...]


@frozen
class Drop:
    """Accounts to be taken off, and why."""

    quarter: Quarter
    account_ids: tuple[int, ...]
    reason: str


@frozen
class Carry:
    """All accounts of the quarter before, but for those that are not kept for a reason."""

    quarter: Quarter
    not_kept: tuple[int, ...]
    reason: str


@frozen
class Object:
    """Why an owner does not agree."""

    opened: Opened
    reason: str


@frozen
class NameOwners:
    """The list's owners as Slack user ids, and the minutes that the review of one account takes."""

    opened: Opened
    sales: str | None
    marketing: str | None
    minutes: int


@frozen
class Problems:
    """What is wrong with a form: a text key for each block."""

    errors: Mapping[BlockId, str]


def read_quarter(text: str, current: Quarter) -> Quarter | None:
    """The quarter that is asked for: this one without words, the next or previous, or one by its name."""
    typed = clean(text).value
    if not typed:
        return current
    meaning = WORDS.meaning(typed)
    if meaning is not None:
        return current.shift(1 if meaning == "next" else -1)
    return current.meant_by(typed)


def parse_opened(text: str) -> Opened:
    """What `Opened.packed` wrote."""
    said = json.loads(text)
    quarter = Quarter.read(str(said["quarter"]))
    assert quarter is not None
    return Opened(quarter, int(said["version"]))


def parse_propose(view: Mapping[str, Any]) -> Propose | Problems:
    """The form of proposals."""
    values = view["state"]["values"]
    named = all_named_in(values, BlockId.TARGET_ACCOUNTS)
    tiers = tuple(int(tier) for tier in chosen_values(values, BlockId.TARGET_TIERS))
    if not named and not tiers:
        return Problems({BlockId.TARGET_ACCOUNTS: "targets-error-none"})
    return Propose(_opened(view).quarter, named, tiers)


def parse_drop(view: Mapping[str, Any]) -> Drop | Problems:
    """The form of what is dropped."""
    values = view["state"]["values"]
    ids = tuple(int(each) for each in chosen_values(values, BlockId.TARGET_ACCOUNTS))
    reason = _reason(values)
    errors = {}
    if not ids:
        errors[BlockId.TARGET_ACCOUNTS] = "targets-error-none"
    if not reason:
        errors[BlockId.REASON] = "targets-error-reason"
    return Problems(errors) if errors else Drop(_opened(view).quarter, ids, reason)


def parse_carry(view: Mapping[str, Any]) -> Carry | Problems:
    """The form of what is kept from the quarter before."""
    values = view["state"]["values"]
    ids = tuple(int(each) for each in chosen_values(values, BlockId.NOT_KEPT))
    reason = _reason(values)
    if ids and not reason:
        return Problems({BlockId.REASON: "targets-error-reason"})
    return Carry(_opened(view).quarter, ids, reason)


def parse_object(view: Mapping[str, Any]) -> Object | Problems:
    """The form of an objection."""
    reason = _reason(view["state"]["values"])
    return Object(_opened(view), reason) if reason else Problems({BlockId.REASON: "targets-error-reason"})


def parse_owners(view: Mapping[str, Any]) -> NameOwners | Problems:
    """The form of owners and minutes."""
    values = view["state"]["values"]
    sales, marketing = state_value(values, BlockId.SALES_OWNER), state_value(values, BlockId.MARKETING_OWNER)
    minutes = state_value(values, BlockId.REVIEW_MINUTES) or ""
    if sales is not None and sales == marketing:
        return Problems({BlockId.MARKETING_OWNER: "targets-error-one-person"})
    if len(minutes) > _DIGITS or not minutes.isdecimal() or not 1 <= int(minutes) <= REVIEW_MINUTES:
        return Problems({BlockId.REVIEW_MINUTES: "targets-error-minutes"})
    return NameOwners(_opened(view), sales, marketing, int(minutes))


def _opened(view: Mapping[str, Any]) -> Opened:
    return parse_opened(str(view["private_metadata"]))


def _reason(values: Mapping[str, Any]) -> str:
    return clean(state_value(values, BlockId.REASON) or "").value[:_LONGEST_REASON].strip()
