"""From `/lazo routing …` and its forms to what is wanted, or to what is wrong with a field."""

import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from commands.pickers import is_ticked
from domain.names import fold, source_key
from domain.text import clean
from domain.values import frozen

TEXT_LENGTH: Final = 60
_MOST_OPEN: Final = 999


@frozen
class SaveRule:
    """A rule as the form has it. ``owner`` is a Slack user id; one of owner and pool is set."""

    rule_id: int | None
    version: int
    territory: str | None
    segment: str | None
    source: str | None
    owner: str | None
    pool: str | None


@frozen
class RuleAct:
    """What a rule's menu asks for: ``edit``, ``up``, ``down`` or ``remove``."""

    act: str
    rule_id: int
    version: int


@frozen
class SaveSeat:
    """Somebody (a Slack user id) takes part in a pool, with so many open handoffs at most, or does not."""

    pool: str
    person: str
    cap: int | None
    takes_part: bool


@frozen
class Preview:
    """A lead of this company from this source: who would get it."""

    company: str
    source: str = ""


@frozen
class FormProblems:
    """A text key for each block that has a problem. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str] = field(default_factory=dict)


def parse_command(text: str) -> Preview | None:
    """What `/lazo routing <text>` asks for: a preview for the company that was typed, else the rules."""
    company = clean(text).value.strip()
    return Preview(company) if company else None


def parse_act(value: str) -> RuleAct:
    """What was chosen in a rule's menu."""
    act, rule_id, version = value.split(":")
    return RuleAct(act, int(rule_id), int(version))


def act_value(act: str, rule_id: int, version: int) -> str:
    """What a choice of a rule's menu carries."""
    return f"{act}:{rule_id}:{version}"


def opened_as(rule_id: int | None, version: int) -> str:
    """What the rule's form carries along."""
    return json.dumps({"rule": rule_id, "version": version})


def parse_rule(view: Mapping[str, Any], known: Mapping[str, str], pools: Mapping[str, str]) -> SaveRule | FormProblems:
    """What the rule's form says. ``known`` sources and ``pools`` are by what the reader calls them, folded."""
    values = view["state"]["values"]
    opened = json.loads(view["private_metadata"])
    territory, segment, source, pool = (
        clean(state_value(values, block) or "").value.strip() or None
        for block in (BlockId.TERRITORY, BlockId.SEGMENT, BlockId.SOURCE, BlockId.POOL)
    )
    owner = state_value(values, BlockId.OWNER)
    if not (territory or segment or source):
        return FormProblems({BlockId.TERRITORY: "routing-error-nothing"})
    if owner and pool:
        return FormProblems({BlockId.POOL: "routing-error-both"})
    if not owner and not pool:
        return FormProblems({BlockId.OWNER: "routing-error-nobody"})
    if source is not None:
        source = known.get(fold(source)) or source_key(source) or None
    if pool is not None:
        pool = pools.get(fold(pool)) or fold(pool)
    return SaveRule(opened["rule"], int(opened["version"]), territory, segment, source, owner, pool)


def parse_seat(view: Mapping[str, Any]) -> SaveSeat | FormProblems:
    """What the form of who takes part says."""
    values = view["state"]["values"]
    person, typed = state_value(values, BlockId.OWNER), (state_value(values, BlockId.OPEN_CAP) or "").strip()
    errors: dict[BlockId, str] = {}
    if person is None:
        errors[BlockId.OWNER] = "routing-error-person"
    if typed and not (typed.isascii() and typed.isdigit() and 0 < int(typed) <= _MOST_OPEN):
        errors[BlockId.OPEN_CAP] = "routing-error-cap"
    if errors or person is None:
        return FormProblems(errors)
    cap = int(typed) if typed else None
    return SaveSeat(state_value(values, BlockId.POOL) or "", person, cap, is_ticked(values, BlockId.TAKES_PART))


def parse_preview(view: Mapping[str, Any], known: Mapping[str, str]) -> Preview:
    """What the form of the preview says."""
    values = view["state"]["values"]
    source = clean(state_value(values, BlockId.SOURCE) or "").value.strip()
    company = clean(state_value(values, BlockId.COMPANY) or "").value.strip()
    return Preview(company, known.get(fold(source)) or source_key(source))
