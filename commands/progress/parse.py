"""From the forms about an account to what the person wants, or to what is missing."""

import json
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from commands.pickers import chosen_day, is_ticked
from domain.text import clean
from domain.values import frozen

#: Longer next steps are no steps.
LONGEST_STEP = 300
_LONGEST_NOTE = 3000
#: A meeting longer ago, and a step farther off, is a mistyped year.
_OLDEST_MEETING: Final = timedelta(days=730)
_FARTHEST_STEP: Final = timedelta(days=730)


@frozen
class AddStep:
    """Somebody (a Slack user id) is to do ``what`` for an account by a day of theirs."""

    account_id: int
    what: str
    owner: str
    due_on: date


@frozen
class ChangeStep:
    """A step as it was seen in ``version`` is to be this instead: what, who (a Slack user id) and by when."""

    step_id: int
    version: int
    what: str
    owner: str
    due_on: date


@frozen
class EndStep:
    """A step is done, or dropped."""

    step_id: int
    version: int
    is_done: bool


@frozen
class ChangeStage:
    """A deal of the account (the account's only one, or its first, when none is named) came into ``stage``.

    ``asks``: marketing is to give its support there now.
    """

    account_id: int
    deal_id: int | None
    stage: str
    asks: bool = False


@frozen
class LogMeeting:
    """Somebody met the account on a day of theirs."""

    account_id: int
    on: date
    note: str | None


@frozen
class Problems:
    """What is wrong with a form: a text key for each block."""

    errors: Mapping[BlockId, str]


def parse_step(view: Mapping[str, Any], today: date) -> AddStep | ChangeStep | Problems:
    """The form of a next step: a new one, or another wording, owner or day of one that was promised.

    ``today`` is the person's own; whether the day has passed is for `commands.progress.steps`, which knows the step.
    """
    values = view["state"]["values"]
    what = clean(state_value(values, BlockId.NEXT_STEP) or "").value.strip()
    owner, due = state_value(values, BlockId.OWNER), chosen_day(values, BlockId.DAY)
    errors = {}
    if not what:
        errors[BlockId.NEXT_STEP] = "progress-error-empty"
    if owner is None:
        errors[BlockId.OWNER] = "progress-error-owner"
    if due is None:
        errors[BlockId.DAY] = "progress-error-day"
    elif due > today + _FARTHEST_STEP:
        errors[BlockId.DAY] = "progress-error-far"
    if errors or owner is None or due is None:
        return Problems(errors)
    remembered = json.loads(view["private_metadata"])
    if "step" in remembered:
        return ChangeStep(int(remembered["step"]), int(remembered["version"]), what, owner, due)
    return AddStep(account_in(view), what, owner, due)


def parse_stage(view: Mapping[str, Any]) -> ChangeStage | Problems:
    """The form of a stage."""
    values = view["state"]["values"]
    stage, deal = state_value(values, BlockId.STAGE), state_value(values, BlockId.DEAL)
    if stage is None:
        return Problems({BlockId.STAGE: "progress-error-stage"})
    return ChangeStage(account_in(view), int(deal) if deal is not None else None, stage, is_ticked(values, BlockId.ASK))


def parse_meeting(view: Mapping[str, Any], today: date) -> LogMeeting | Problems:
    """The form of a meeting; ``today`` is the person's own."""
    values = view["state"]["values"]
    on = chosen_day(values, BlockId.DAY)
    if on is None:
        return Problems({BlockId.DAY: "progress-error-day"})
    if on > today:
        return Problems({BlockId.DAY: "progress-error-future"})
    if on < today - _OLDEST_MEETING:
        return Problems({BlockId.DAY: "progress-error-old"})
    note = clean(state_value(values, BlockId.NOTE) or "").value[:_LONGEST_NOTE].strip()
    return LogMeeting(account_in(view), on, note or None)


def parse_ending(value: str) -> EndStep:
    """What the buttons that end a step carry (`commands.account_buttons.step_buttons`)."""
    ending, step_id, version = value.split(":")
    return EndStep(int(step_id), int(version), ending == "done")


def parse_seen(value: str) -> tuple[int, int]:
    """The step, and the version of it that was seen, of the button that changes it."""
    _, step_id, version = value.split(":")
    return int(step_id), int(version)


def about(account_id: int, **more: int) -> str:
    """What a form remembers."""
    return json.dumps({"account": account_id, **more})


def account_in(view: Mapping[str, Any]) -> int:
    """The account that a form is about."""
    return int(json.loads(view["private_metadata"])["account"])
