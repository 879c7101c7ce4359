"""From `/lazo sla …` and its form to what is wanted, or to what is wrong with a field."""

import json
from collections.abc import Mapping
from dataclasses import field
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from commands.pickers import is_ticked
from commands.subwords import SubWords, split_word
from domain.duration_words import duration_in
from domain.durations import Duration, DurationUnit
from domain.names import fold, source_key
from domain.policy import Lane, Limit, TimerKind
from domain.taxonomy import LeadType
from domain.text import clean
from domain.values import frozen

#: A name longer than this fits no line.
NAME_LENGTH: Final = 60
#: The promises that the form edits, with the blocks of their target and limit.
FIELDS: Final[Mapping[TimerKind, tuple[BlockId, BlockId]]] = {
    TimerKind.ACCEPT: (BlockId.ACCEPT_TARGET, BlockId.ACCEPT_LIMIT),
    TimerKind.ATTEMPT: (BlockId.ATTEMPT_TARGET, BlockId.ATTEMPT_LIMIT),
    TimerKind.QUALIFY: (BlockId.QUALIFY_TARGET, BlockId.QUALIFY_LIMIT),
}
#: Choice of a menu that means "any".
ANY: Final = "any"
#: A working day against hours, roughly: enough to see that a target comes after its limit.
_DAY_MINUTES: Final = 8 * 60

WORDS: Final = SubWords(
    {
        "new": ("new", "add", "nuevo", "nueva", "anadir"),
        "measured": ("measured", "measure", "medido", "medidos", "medida", "medidas", "medicion", "mediciones"),
        "list": ("list", "lista", "show", "ver"),
    }
)


@frozen
class ShowPolicies:
    """All of them; ``unknown`` is a word that was typed and that we do not know."""

    unknown: str = ""


@frozen
class NewPolicy:
    """Open an empty form."""


@frozen
class ShowMeasured:
    """What was measured."""


@frozen
class Opened:
    """What a form remembers: the policy and version that it shows (none: a new one), and where it was opened."""

    policy_id: int | None = None
    version: int = 0
    name: str = ""
    source: str = ""
    below: str = ""


@frozen
class SavePolicy:
    """An agreement as the form has it. Without ``name`` it keeps its own; ``source`` is a key (`source_key`)."""

    policy_id: int | None
    version: int
    name: str | None
    lead_type: LeadType | None
    source: str | None
    tier: int | None
    lane: Lane
    limits: Mapping[TimerKind, Limit]
    reassigns: bool
    is_shadow: bool


@frozen
class SwitchPolicy:
    """Stop an agreement, or take it up again."""

    policy_id: int
    version: int
    is_active: bool


@frozen
class FormProblems:
    """A text key for each block that has a problem. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str] = field(default_factory=dict)


def parse_command(text: str) -> ShowPolicies | NewPolicy | ShowMeasured:
    """What `/lazo sla <text>` asks for."""
    word, _rest = split_word(clean(text).value)
    if not word:
        return ShowPolicies()
    meaning = WORDS.meaning(word)
    if meaning == "new":
        return NewPolicy()
    if meaning == "measured":
        return ShowMeasured()
    return ShowPolicies("" if meaning else word)


def opened_as(opened: Opened) -> str:
    """What a form carries along."""
    said = {"policy": opened.policy_id, "version": opened.version, "below": opened.below}
    return json.dumps({**said, "name": opened.name, "source": opened.source}, ensure_ascii=False)


def parse_opened(view: Mapping[str, Any]) -> Opened:
    """What a submitted form carried along."""
    said = json.loads(view["private_metadata"])
    return Opened(said["policy"], int(said["version"]), said["name"], said["source"], said["below"])


def parse_switch(value: str) -> SwitchPolicy:
    """What the button *Stop* or *Start* carries."""
    policy_id, version, wanted = value.split(":")
    return SwitchPolicy(int(policy_id), int(version), wanted == "on")


def switch_value(policy_id: int, version: int, *, is_active: bool) -> str:
    """What the button carries that makes it so."""
    return f"{policy_id}:{version}:{'on' if is_active else 'off'}"


def parse_form(view: Mapping[str, Any], sources: Mapping[str, str]) -> SavePolicy | FormProblems:
    """What a submitted form says. ``sources`` are known sources by what the reader calls them, folded."""
    values = view["state"]["values"]
    opened = parse_opened(view)
    errors: dict[BlockId, str] = {}
    name = clean(state_value(values, BlockId.POLICY_NAME) or "").value.strip()
    if not name:
        errors[BlockId.POLICY_NAME] = "sla-error-no-name"
    limits = _limits(values, errors)
    if not {TimerKind.ACCEPT, TimerKind.ATTEMPT} & limits.keys() and not errors:
        errors[BlockId.ACCEPT_LIMIT] = "sla-error-no-promise"
    if errors:
        return FormProblems(errors)
    lead_type, tier = state_value(values, BlockId.LEAD_TYPE), state_value(values, BlockId.TIER)
    typed = clean(state_value(values, BlockId.SOURCE) or "").value
    return SavePolicy(
        policy_id=opened.policy_id,
        version=opened.version,
        name=None if opened.policy_id is not None and name == opened.name else name,
        lead_type=LeadType(lead_type) if lead_type and lead_type != ANY else None,
        source=sources.get(fold(typed.strip())) or source_key(typed) or None,
        tier=int(tier) if tier and tier != ANY else None,
        lane=Lane(state_value(values, BlockId.LANE) or Lane.STANDARD),
        limits=limits,
        reassigns=is_ticked(values, BlockId.REASSIGNS),
        is_shadow=is_ticked(values, BlockId.SHADOW),
    )


def _limits(values: Mapping[str, Any], errors: dict[BlockId, str]) -> dict[TimerKind, Limit]:
    limits: dict[TimerKind, Limit] = {}
    for kind, (target_block, limit_block) in FIELDS.items():
        target, limit = _typed(values, target_block, errors), _typed(values, limit_block, errors)
        if limit is not None and target is not None and _comes_after(target, limit):
            errors[target_block] = "sla-error-target"
        elif limit is None and target is not None and limit_block not in errors:
            errors[limit_block] = "sla-error-no-limit"
        elif limit is not None:
            limits[kind] = Limit(target, limit)
    return limits


def _typed(values: Mapping[str, Any], block: BlockId, errors: dict[BlockId, str]) -> Duration | None:
    text = clean(state_value(values, block) or "").value.strip()
    found = duration_in(text) if text else None
    if text and found is None:
        errors[block] = "sla-error-time"
    return found


def _comes_after(target: Duration, limit: Duration) -> bool:
    if target.unit is limit.unit:
        return target.minutes > limit.minutes
    if DurationUnit.CALENDAR in {target.unit, limit.unit}:
        return False
    return _rough(target) > _rough(limit)


def _rough(duration: Duration) -> int:
    if duration.unit is DurationUnit.BUSINESS_DAYS:
        return duration.minutes * _DAY_MINUTES // (24 * 60)
    return duration.minutes
