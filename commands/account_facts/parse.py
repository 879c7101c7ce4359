"""From the forms about an account to what is known of it, or to what is wrong with a field."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from commands.pickers import chosen_day
from domain.taxonomy import BuyingRole, Relation
from domain.text import clean
from domain.values import frozen

#: Names, titles, topics and sources longer than this are something pasted.
LONGEST: Final = 100
#: Routing compares these as the rules have them.
LONGEST_PLACE: Final = 60
#: What an account may be among target accounts, and what is chosen for none of them.
TIERS: Final = ("1", "2", "3")
NO_TIER: Final = "none"
#: Chosen where won deals are to say it.
BY_DEALS: Final = "by_deals"
_OLDEST_SIGNAL: Final = timedelta(days=730)
_FARTHEST_RENEWAL: Final = timedelta(days=3660)


class FactKind(StrEnum):
    """What an account has several of."""

    BUYER = "buyer"
    SIGNAL = "signal"


@frozen
class SaveFacts:
    """Where an account belongs and when it renews, over the version that the form shows."""

    account_id: int
    version: int
    relation: Relation | None
    segment: str | None
    territory: str | None
    renewal_on: date | None
    tier: int | None = None


@frozen
class SaveBuyer:
    """Somebody who has a say; a new one where ``fact_id`` is absent."""

    account_id: int
    fact_id: int | None
    version: int
    name: str
    title: str
    role: BuyingRole


@frozen
class SaveSignal:
    """What the account looked into on a day of the writer's; a new one where ``fact_id`` is absent."""

    account_id: int
    fact_id: int | None
    version: int
    topic: str
    source: str
    seen_on: date


@frozen
class FactAct:
    """What the menu of a person or a signal asks for: ``edit`` or ``remove``."""

    act: str
    kind: FactKind
    fact_id: int
    version: int


@frozen
class Problems:
    """What is wrong with a form: a text key for each block. Slack keeps it open with all that was typed."""

    errors: Mapping[BlockId, str]


def parse_facts(view: Mapping[str, Any], today: date) -> SaveFacts | Problems:
    """The form about the account as a whole; ``today`` is the person's own. A past renewal stays if it stood there."""
    values = view["state"]["values"]
    opened = json.loads(view["private_metadata"])
    errors: dict[BlockId, str] = {}
    segment = _line(values, BlockId.SEGMENT, LONGEST_PLACE, errors)
    territory = _line(values, BlockId.TERRITORY, LONGEST_PLACE, errors)
    relation, renewal = state_value(values, BlockId.RELATION), chosen_day(values, BlockId.RENEWAL)
    if renewal is not None and renewal.isoformat() != opened["renewal"]:
        if renewal < today:
            errors[BlockId.RENEWAL] = "facts-error-past"
        elif renewal > today + _FARTHEST_RENEWAL:
            errors[BlockId.RENEWAL] = "facts-error-far"
    if errors:
        return Problems(errors)
    tier = state_value(values, BlockId.TIER)
    known = Relation(relation) if relation in set(Relation) else None
    return SaveFacts(
        opened["account"],
        opened["version"],
        known,
        segment or None,
        territory or None,
        renewal,
        int(tier) if tier in TIERS else None,
    )


def parse_buyer(view: Mapping[str, Any]) -> SaveBuyer | Problems:
    """The form of a person."""
    values = view["state"]["values"]
    opened = json.loads(view["private_metadata"])
    errors: dict[BlockId, str] = {}
    name = _line(values, BlockId.BUYER_NAME, LONGEST, errors)
    title = _line(values, BlockId.BUYER_TITLE, LONGEST, errors)
    role = state_value(values, BlockId.BUYING_ROLE)
    if not any(char.isalnum() for char in name):
        errors.setdefault(BlockId.BUYER_NAME, "facts-error-name")
    if role not in set(BuyingRole):
        errors[BlockId.BUYING_ROLE] = "facts-error-role"
    if errors:
        return Problems(errors)
    return SaveBuyer(opened["account"], opened["fact"], opened["version"], name, title, BuyingRole(role or ""))


def parse_signal(view: Mapping[str, Any], today: date) -> SaveSignal | Problems:
    """The form of a signal; ``today`` is the person's own."""
    values = view["state"]["values"]
    opened = json.loads(view["private_metadata"])
    errors: dict[BlockId, str] = {}
    topic = _line(values, BlockId.TOPIC, LONGEST, errors)
    source = _line(values, BlockId.SOURCE, LONGEST, errors)
    seen_on = chosen_day(values, BlockId.DAY)
    if not topic:
        errors.setdefault(BlockId.TOPIC, "facts-error-topic")
    if seen_on is None:
        errors[BlockId.DAY] = "progress-error-day"
    elif seen_on > today:
        errors[BlockId.DAY] = "facts-error-future"
    elif seen_on < today - _OLDEST_SIGNAL:
        errors[BlockId.DAY] = "facts-error-old"
    if errors or seen_on is None:
        return Problems(errors)
    return SaveSignal(opened["account"], opened["fact"], opened["version"], topic, source, seen_on)


def parse_act(value: str) -> FactAct:
    """What was chosen in the menu of a person or a signal."""
    act, kind, fact_id, version = value.split(":")
    return FactAct(act, FactKind(kind), int(fact_id), int(version))


def act_value(act: str, kind: FactKind, fact_id: int, version: int) -> str:
    """What a choice of such a menu carries."""
    return f"{act}:{kind.value}:{fact_id}:{version}"


def parse_list(value: str) -> tuple[FactKind, int]:
    """Of which account people or signals are meant."""
    kind, account_id = value.split(":")
    return FactKind(kind), int(account_id)


def list_value(kind: FactKind, account_id: int) -> str:
    """What a button to people or signals carries."""
    return f"{kind.value}:{account_id}"


def facts_opened_on(account_id: int, version: int, renewal_on: date | None) -> str:
    """What the form about the account remembers."""
    renewal = None if renewal_on is None else renewal_on.isoformat()
    return json.dumps({"account": account_id, "version": version, "renewal": renewal})


def fact_opened_on(account_id: int, fact_id: int | None, version: int) -> str:
    """What the form of a person or a signal remembers."""
    return json.dumps({"account": account_id, "fact": fact_id, "version": version})


def account_in(view: Mapping[str, Any]) -> int:
    """The account that a form is about."""
    return int(json.loads(view["private_metadata"])["account"])


def _line(values: Mapping[str, Any], block: BlockId, longest: int, errors: dict[BlockId, str]) -> str:
    """What a field holds, on one line; noted among ``errors`` when it is more than anybody types."""
    typed = " ".join(clean(state_value(values, block) or "").value.split())
    if len(typed) > longest:
        errors[block] = "facts-error-long"
    return typed
