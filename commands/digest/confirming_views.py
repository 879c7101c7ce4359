"""What an owner is asked before the review: how each of their accounts stands, to confirm or to fix."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.digest.account_section import who_is
from commands.i18n import Say
from commands.ids import ActionId
from commands.labels import stage_label
from domain.stages import LOST, WON
from domain.values import frozen
from storage.confirmations import Said
from storage.tables import AccountStep
from storage.under_review import UnderReview

#: Two rows each, so that all fit into a message with room for the rest.
_SHOWN: Final = 20
_NAME_LENGTH: Final = 60
_STEP_LENGTH: Final = 120


@frozen
class Line:
    """One account: its stage and since which day, its open steps, who confirmed it."""

    account: UnderReview
    stage: str | None
    since: date | None
    steps: tuple[AccountStep, ...]
    said: Said | None


@frozen
class Asked:
    """What an owner is asked (``ask_id``) before the review ``at``; times and days in ``tz``, where it is ``today``."""

    ask_id: int
    at: datetime
    tz: str
    accounts: tuple[Line, ...]
    people: Mapping[int, str]
    stage_names: Mapping[str, str]
    today: date


def ask_message(asked: Asked, say: Say) -> Json:
    """The owner's accounts, those still to be confirmed first, with two buttons each and one for all that are shown."""
    title = say("confirm-title", moment=say.moment(asked.at, asked.tz), n=len(asked.accounts))
    left = [line for line in asked.accounts if line.said is None]
    shown = [*left, *(line for line in asked.accounts if line.said is not None)][:_SHOWN]
    unsaid = [line.account.id for line in shown if line.said is None]
    rows = [blocks.section(f"*{title}*\n{say('confirm-intro' if left else _thanks(asked))}")]
    if len(unsaid) > 1:
        value = confirm_value(asked.ask_id, *unsaid)
        rows.append(
            blocks.actions(
                blocks.button(say("confirm-all", n=len(unsaid)), ActionId.CONFIRM_ALL, value, style="primary")
            )
        )
    for line in shown:
        rows.append(blocks.section(_said(line, asked, say)))
        if line.said is None:
            rows.append(_buttons(line.account.id, asked.ask_id, say))
    if len(left) > len(unsaid):
        rows.append(blocks.context(say("confirm-more", n=len(left) - len(unsaid))))
    return blocks.message(title, rows)


def _thanks(asked: Asked) -> str:
    """The key of what is said when all is confirmed. The digest stays as it was posted; the replies below it do not."""
    is_late = any(line.said is not None and line.said.at >= asked.at for line in asked.accounts)
    return "confirm-thanks-late" if is_late else "confirm-thanks"


def confirm_value(ask_id: int, *account_ids: int) -> str:
    """What a button carries: which ask, and the accounts that it is about."""
    return f"{ask_id}:{','.join(map(str, account_ids))}"


def pressed(value: str) -> tuple[int, tuple[int, ...]]:
    """What `confirm_value` wrote."""
    ask_id, _, account_ids = value.partition(":")
    return int(ask_id), tuple(map(int, account_ids.split(",")))


def _buttons(account_id: int, ask_id: int, say: Say) -> Json:
    value = confirm_value(ask_id, account_id)
    return blocks.actions(
        blocks.button(say("confirm-one"), ActionId.CONFIRM_ONE, value),
        blocks.button(say("confirm-fix"), ActionId.CONFIRM_FIX, value),
    )


def _said(line: Line, asked: Asked, say: Say) -> str:
    name = blocks.escape(blocks.one_line(line.account.name, _NAME_LENGTH))
    tier = line.account.tier
    shown = f"*{name}*" if tier is None else say("digest-account-tier", name=name, tier=tier)
    if line.said is not None:
        shown = f":white_check_mark: {shown} · {say('review-confirmed-by', who=_who(line.said.member_id, asked, say))}"
    stage = _stage(line, asked, say)
    is_over = line.stage in {WON, LOST}
    # What is won or lost needs no next step, and keeps one that somebody promised.
    return "\n".join([shown, stage if is_over and not line.steps else f"{stage} · {_next(line, asked, say)}"])


def _stage(line: Line, asked: Asked, say: Say) -> str:
    if line.stage is None or line.since is None:
        return say("confirm-no-stage")
    stage = blocks.escape(stage_label(say, line.stage, asked.stage_names))
    return say("confirm-stage", stage=stage, day=say.day(line.since))


def _next(line: Line, asked: Asked, say: Say) -> str:
    if not line.steps:
        return say("digest-account-no-step")
    first = line.steps[0]
    days_late = (asked.today - first.due_on).days
    said = say(
        "digest-account-step-late" if days_late > 0 else "digest-account-step",
        what=blocks.escape(blocks.one_line(first.what, _STEP_LENGTH)),
        who=_who(first.owner_id, asked, say),
        day=say.day(first.due_on),
        n=days_late,
    )
    return said if len(line.steps) == 1 else f"{said} {say('digest-account-more-steps', n=len(line.steps) - 1)}"


def _who(member_id: int, asked: Asked, say: Say) -> str:
    return who_is(member_id, asked.people, say)
