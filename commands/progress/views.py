"""What people see of how an account gets on: rows of its card, and the forms behind their buttons."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from commands import and_more, blocks
from commands.account_buttons import step_buttons
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.labels import stage_label, support_label
from commands.pickers import day_picker, person_select, tick_box
from commands.progress.actions import OpenStepShown, ProgressCard
from commands.progress.parse import LONGEST_STEP, about
from domain.stages import Process
from storage.tables import AccountStep

_STEP_SHOWN: Final = 150
_DEAL_SHOWN: Final = 75


def card_rows(say: Say, card: ProgressCard, tz: str, notice: str | None = None) -> list[Json]:
    """Where the account stands, what is promised, and what can be done; ``notice`` (a text key) says what was."""
    rows = [blocks.section(f":white_check_mark: *{say(notice)}*")] if notice else []
    rows.append(blocks.section("\n".join(_standing(say, card, tz))))
    for step in card.steps:
        rows += [_step(say, step), step_buttons(say, step.id, step.version)]
    rows += and_more.row(say, card.more_steps)
    buttons = (
        (ActionId.STEP_NEW, "progress-new-step"),
        (ActionId.STAGE_CHANGE, "progress-change-stage"),
        (ActionId.MEETING_LOG, "progress-log-meeting"),
    )
    rows.append(blocks.actions(*(blocks.button(say(label), action, str(card.account_id)) for action, label in buttons)))
    return rows


def step_modal(say: Say, account: tuple[int, str], owner: str, due_on: date, step: AccountStep | None = None) -> Json:
    """The form of a next step with its owner (a Slack user id) and day; of a new one, or of ``step`` as promised.

    ``account`` is its id and name.
    """
    account_id, name = account
    rows = [
        blocks.header(name),
        blocks.input_block(
            say("progress-step-what"),
            blocks.text_input(
                ActionId.VALUE,
                value=step.what if step is not None else None,
                placeholder=say("progress-step-example"),
                max_length=LONGEST_STEP,
                focus=True,
            ),
            BlockId.NEXT_STEP,
        ),
        blocks.input_block(say("progress-step-owner"), person_select(ActionId.VALUE, owner), BlockId.OWNER),
        blocks.input_block(say("progress-step-due"), day_picker(ActionId.VALUE, due_on), BlockId.DAY),
    ]
    remembered = about(account_id) if step is None else about(account_id, step=step.id, version=step.version)
    title = "progress-step-title" if step is None else "progress-step-change-title"
    return _form(say, title, CallbackId.STEP_FORM, rows, remembered)


def stage_modal(say: Say, card: ProgressCard) -> Json:
    """The form of a stage, with what marketing gives in each; the deal is asked for where there are several."""
    rows = [blocks.header(card.name)]
    if len(card.deals) > 1:
        options = [(str(deal_id), blocks.one_line(name or card.name, _DEAL_SHOWN)) for deal_id, name in card.deals]
        rows.append(
            blocks.input_block(
                say("progress-stage-deal"), blocks.select(ActionId.VALUE, options, chosen=options[0][0]), BlockId.DEAL
            )
        )
    elif not card.deals:
        rows.append(blocks.context(say("progress-stage-new-deal", name=blocks.escape(card.name))))
    names = card.process.names
    stages = [(stage.code, stage_label(say, stage.code, names)) for stage in card.process.offered]
    rows.append(
        blocks.input_block(
            say("progress-stage-which"), blocks.select(ActionId.VALUE, stages, chosen=card.stage), BlockId.STAGE
        )
    )
    rows += [blocks.context(line) for line in _support(say, card.process)]
    rows.append(
        blocks.input_block(
            say("progress-stage-ask"),
            tick_box(ActionId.VALUE, say("progress-stage-ask-box"), ticked=False),
            BlockId.ASK,
            optional=True,
            hint=say("progress-stage-ask-hint"),
        )
    )
    rows.append(blocks.context(say("progress-stage-closed"), say("progress-stage-agreed")))
    return _form(say, "progress-stage-title", CallbackId.STAGE_FORM, rows, about(card.account_id))


def meeting_modal(say: Say, account: tuple[int, str], today: date) -> Json:
    """The form of a meeting with an account (its id and name)."""
    account_id, name = account
    rows = [
        blocks.header(name),
        blocks.input_block(say("progress-meeting-day"), day_picker(ActionId.VALUE, today), BlockId.DAY),
        blocks.input_block(
            say("progress-meeting-note"),
            blocks.text_input(ActionId.VALUE, multiline=True),
            BlockId.NOTE,
            optional=True,
        ),
    ]
    return _form(say, "progress-meeting-title", CallbackId.MEETING_FORM, rows, about(account_id))


def _form(say: Say, title: str, callback: CallbackId, rows: Sequence[Json], remembered: str) -> Json:
    return blocks.modal(
        say(title), callback, rows, submit=say("save"), close=say("cancel"), private_metadata=remembered
    )


def _standing(say: Say, card: ProgressCard, tz: str) -> list[str]:
    touch = (
        say("progress-never-touched")
        if card.last_touch is None
        else say("progress-touched", moment=say.moment(card.last_touch, tz))
    )
    return [*_stage(say, card, tz), touch, say("progress-steps" if card.steps else "progress-no-steps")]


def _stage(say: Say, card: ProgressCard, tz: str) -> list[str]:
    """Where it stands, how long it may stand there, and what marketing gives it there."""
    if card.stage is None or card.since is None:
        return [say("progress-no-stage")]
    label = blocks.escape(stage_label(say, card.stage, card.process.names))
    agreed = card.process.find(card.stage)
    if agreed is None:
        return [say("progress-stage", stage=label, moment=say.moment(card.since, tz))]
    key = "progress-stage-retired" if agreed.is_retired else "progress-stage"
    first = say(key, stage=label, moment=say.moment(card.since, tz))
    if agreed.limit_days is not None and card.days > agreed.limit_days:
        first = f"{first}\n{say('progress-stage-over', days=card.days, count=agreed.limit_days)}"
    elif agreed.limit_days is not None:
        first = f"{first} ({say('progress-stage-limit', count=agreed.limit_days)})"
    return [first, say("progress-support-now", support=blocks.escape(support_label(say, agreed)))]


def _step(say: Say, step: OpenStepShown) -> Json:
    what = blocks.escape(blocks.one_line(step.what, _STEP_SHOWN))
    key = "progress-step-late" if step.is_late else "progress-step"
    return blocks.section(say(key, what=what, who=f"<@{step.owner}>", day=say.day(step.due_on)))


def _support(say: Say, process: Process) -> list[str]:
    """What marketing gives, each thing once, with the stages in which it does."""
    given: dict[str, list[str]] = {}
    for stage in process.offered:
        given.setdefault(support_label(say, stage), []).append(stage_label(say, stage.code, process.names))
    return [
        say("progress-support", stages=blocks.escape(", ".join(stages)), support=blocks.escape(support))
        for support, stages in given.items()
    ]
