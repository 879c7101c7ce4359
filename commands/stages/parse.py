"""From the forms about stages to what is wanted, or to what is wrong with a field."""

import json
from collections.abc import Mapping
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from commands.labels import SUPPORT_SHOWN
from domain.stages import LONGEST_LIMIT_DAYS, Support
from domain.text import clean
from domain.values import frozen

#: A stage is a word or two; menus show no more of it.
LONGEST_NAME: Final = 40


@frozen
class SaveStage:
    """A stage as the form has it; a new one where ``code`` is absent. Without ``limit_days`` nobody stalls in it.

    ``support_text`` is absent where marketing gives what comes with the product for ``support``.
    """

    code: str | None
    version: int
    name: str
    limit_days: int | None
    support: Support
    support_text: str | None


@frozen
class StageAct:
    """What a stage's menu asks for: ``edit``, ``up``, ``down``, ``retire`` or ``back``."""

    act: str
    code: str
    version: int


@frozen
class FormProblems:
    """A text key for each block that has a problem. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str]


def parse_stage(view: Mapping[str, Any]) -> SaveStage | FormProblems:
    """What the form of a stage says."""
    values = view["state"]["values"]
    opened = json.loads(view["private_metadata"])
    name = " ".join(clean(state_value(values, BlockId.STAGE_NAME) or "").value.split())
    limit = clean(state_value(values, BlockId.STAGE_LIMIT) or "").value
    support = state_value(values, BlockId.SUPPORT)
    text = " ".join(clean(state_value(values, BlockId.SUPPORT_TEXT) or "").value.split())
    errors: dict[BlockId, str] = {}
    if not any(char.isalnum() for char in name):
        errors[BlockId.STAGE_NAME] = "stages-error-name"
    elif len(name) > LONGEST_NAME:
        errors[BlockId.STAGE_NAME] = "stages-error-name-long"
    if limit and not _is_limit(limit):
        errors[BlockId.STAGE_LIMIT] = "stages-error-limit"
    if support not in set(Support):
        errors[BlockId.SUPPORT] = "stages-error-support"
    if len(text) > SUPPORT_SHOWN:
        errors[BlockId.SUPPORT_TEXT] = "stages-error-support-long"
    if errors:
        return FormProblems(errors)
    return SaveStage(
        opened["code"],
        int(opened["version"]),
        name,
        int(limit) if limit else None,
        Support(support or ""),
        text or None,
    )


def _is_limit(typed: str) -> bool:
    digits = typed if typed.isascii() and typed.isdigit() and len(typed) <= len(str(LONGEST_LIMIT_DAYS)) else "0"
    return 0 < int(digits) <= LONGEST_LIMIT_DAYS


def parse_act(value: str) -> StageAct:
    """What was chosen in a stage's menu."""
    act, code, version = value.split(":")
    return StageAct(act, code, int(version))


def parse_retired(view: Mapping[str, Any]) -> StageAct:
    """The stage that the confirmed form is about."""
    return parse_act(view["private_metadata"])


def act_value(act: str, code: str, version: int) -> str:
    """What a choice of a stage's menu carries."""
    return f"{act}:{code}:{version}"


def opened_as(code: str | None, version: int) -> str:
    """What the form of a stage remembers."""
    return json.dumps({"code": code, "version": version})
