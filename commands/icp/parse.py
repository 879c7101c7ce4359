"""From the form about the profile, and a change's menu, to what is wanted, or to what is wrong with a field."""

from collections.abc import Mapping
from typing import Any

from commands.blocks import state_value
from commands.ids import BlockId
from domain.icp import LONGEST_REASON, LONGEST_TEXT, Outcome, Part
from domain.text import clean
from domain.values import frozen


@frozen
class Propose:
    """What ``part`` is to say, and what was seen that speaks for it."""

    part: Part
    text: str
    reason: str


@frozen
class Decide:
    """What becomes of a change; ``seen`` is the id of what stood of its part when it was shown, 0 for nothing."""

    change_id: int
    outcome: Outcome
    seen: int


@frozen
class FormProblems:
    """A text key for each block that has a problem. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str]


def parse_proposal(view: Mapping[str, Any]) -> Propose | FormProblems:
    """What the form of a change says."""
    values = view["state"]["values"]
    part = state_value(values, BlockId.ICP_PART)
    text = " ".join(clean(state_value(values, BlockId.ICP_TEXT) or "").value.split())
    reason = " ".join(clean(state_value(values, BlockId.ICP_REASON) or "").value.split())
    errors: dict[BlockId, str] = {}
    if part not in set(Part):
        errors[BlockId.ICP_PART] = "icp-error-part"
    for block, typed, longest in (
        (BlockId.ICP_TEXT, text, LONGEST_TEXT),
        (BlockId.ICP_REASON, reason, LONGEST_REASON),
    ):
        if not any(char.isalnum() for char in typed):
            errors[block] = "icp-error-empty"
        elif len(typed) > longest:
            errors[block] = "icp-error-long"
    return FormProblems(errors) if errors else Propose(Part(part or ""), text, reason)


def parse_decision(value: str) -> Decide:
    """What was chosen in a change's menu."""
    outcome, change_id, seen = value.split(":")
    return Decide(int(change_id), Outcome(outcome), int(seen))


def decision_value(outcome: Outcome, change_id: int, seen: int) -> str:
    """What a choice of a change's menu carries."""
    return f"{outcome.value}:{change_id}:{seen}"
