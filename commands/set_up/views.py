"""What admins see of the set-up: the checklist, and what a step says when it is done."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.set_up.actions import Status
from domain.holiday_words import next_ones
from domain.hours_words import week_text
from domain.set_up import Step
from domain.taxonomy import Team

_YEAR_DAYS: Final = 365


def checklist_modal(say: Say, status: Status, today: date, tz: str) -> Json:
    """All steps with what stands, who did them, and a button each."""
    rows = [blocks.context(say("set-up-intro")), *checklist_rows(say, status, today, tz)]
    return blocks.modal(say("set-up-title"), CallbackId.SET_UP, rows, close=say("done"))


def home_rows(say: Say, status: Status, today: date, tz: str) -> list[Json]:
    """The same as a piece of Home."""
    done = len(status.set_up.done)
    return [
        blocks.header(say("set-up-title")),
        blocks.context(say("set-up-progress", done=done, all=len(Step))),
        *checklist_rows(say, status, today, tz),
    ]


def checklist_rows(say: Say, status: Status, today: date, tz: str) -> list[Json]:
    """A section for each step."""
    return [_row(say, step, status, today, tz) for step in Step]


def done_modal(say: Say, step: Step, status: Status, today: date) -> Json:
    """A step was saved; the next one that is left is a button away."""
    rows = [
        blocks.section(f":white_check_mark: *{say('set-up-saved', step=say(f'set-up-step-{step}'))}*"),
        blocks.section(stands(say, step, status, today)),
    ]
    following = status.set_up.next_step
    left = open_ends(status)
    if following is None and left:
        rows.append(
            blocks.section(f"{say('set-up-open')}\n" + "\n".join(f"• {say(f'set-up-open-{each}')}" for each in left))
        )
    elif following is None:
        rows.append(blocks.section(f":tada: {say('set-up-complete')}"))
    else:
        text = say("set-up-next", step=say(f"set-up-step-{following}"))
        rows.append(blocks.actions(blocks.button(text, ActionId.SET_UP_STEP, following.value, style="primary")))
    return blocks.modal(say("set-up-title"), CallbackId.SET_UP_DONE, rows, close=say("done"))


def open_ends(status: Status) -> list[str]:
    """What does not work yet, though its step may be ticked off: the last part of the text key of each."""
    ends = {
        "sales": status.teams.get(Team.SALES, 0) == 0,
        "marketing": status.teams.get(Team.MARKETING, 0) == 0,
        "handoff": status.handoff_channel is None,
        "digest": not status.digest_channels,
    }
    return [name for name, is_open in ends.items() if is_open]


def stands(say: Say, step: Step, status: Status, today: date) -> str:
    """What stands for a step, in a line."""
    match step:
        case Step.LANGUAGE:
            return say("set-up-stands-language", language=say(f"settings-language-{status.locale}"), zone=status.tz)
        case Step.CHANNELS:
            return say(
                "set-up-stands-channels",
                marketing=_channel(say, status.marketing_channel),
                handoff=_channel(say, status.handoff_channel),
                digest=", ".join(f"<#{each}>" for each in status.digest_channels[:3]) or say("settings-channel-none"),
            )
        case Step.TEAMS:
            return say(
                "set-up-stands-teams",
                sales=status.teams.get(Team.SALES, 0),
                marketing=status.teams.get(Team.MARKETING, 0),
                none=status.teams.get("", 0),
            )
        case Step.HOURS:
            return week_text(status.calendar.weekly, say.weekdays)
        case Step.HOLIDAYS:
            country = say.country(status.country) if status.country else say("set-up-no-country")
            count = len(next_ones(status.calendar.holidays, today, days=_YEAR_DAYS))
            return say("set-up-stands-holidays", country=country, count=count)
        case Step.OWNERS:
            owners = status.owners
            return say(
                "set-up-stands-owners",
                total=owners.total,
                sales=owners.without_sales,
                marketing=owners.without_marketing,
            )
        case Step.SOURCES:
            return say("set-up-stands-sources", count=status.sources)


def admins_only_message(say: Say, admins: Sequence[str]) -> Json:
    """Who may set the workspace up, by name when we know some."""
    if not admins:
        return blocks.ephemeral(say("settings-admins-only"))
    return blocks.ephemeral(say("settings-ask-admin", admins=", ".join(f"<@{admin}>" for admin in admins)))


def sentence_modal(say: Say, text: str) -> Json:
    """One sentence in place of a form."""
    return blocks.modal(say("set-up-title"), CallbackId.SET_UP_DONE, [blocks.section(text)], close=say("done"))


def step_lost(say: Say, step: Step) -> Json:
    """A step's form did not open: what stands, and what to do."""
    return blocks.section(f":warning: {say('set-up-form-lost', step=say(f'set-up-step-{step}'))}")


def step_lost_modal(say: Say, step: Step) -> Json:
    """The same with the step's button, in the form whose *Next* was pressed."""
    return blocks.modal(say("set-up-title"), CallbackId.SET_UP_DONE, _step_lost_rows(say, step), close=say("done"))


def step_lost_message(say: Say, step: Step) -> Json:
    """The same as a message, where there is no form to say it in."""
    name = say(f"set-up-step-{step}")
    return {"text": say("set-up-form-lost", step=name), "blocks": _step_lost_rows(say, step)}


def _step_lost_rows(say: Say, step: Step) -> list[Json]:
    text = say("set-up-open-step", step=say(f"set-up-step-{step}"))
    return [
        step_lost(say, step),
        blocks.actions(blocks.button(text, ActionId.SET_UP_STEP, step.value, style="primary")),
    ]


def _row(say: Say, step: Step, status: Status, today: date, tz: str) -> Json:
    done = status.set_up.done.get(step)
    mark = ":white_check_mark:" if done else ":white_large_square:"
    lines = [f"{mark} *{say(f'set-up-step-{step}')}*", stands(say, step, status, today) if done else ""]
    lines.append(
        say("set-up-done-by", person=f"<@{done.by}>", at=say.moment(done.at, tz)) if done else say(f"set-up-why-{step}")
    )
    button = blocks.button(
        say("set-up-change" if done else "set-up-begin"),
        ActionId.SET_UP_STEP,
        step.value,
        style="primary" if step is status.set_up.next_step else None,
    )
    return blocks.section("\n".join(line for line in lines if line), accessory=button)


def _channel(say: Say, channel: str | None) -> str:
    return f"<#{channel}>" if channel else say("settings-channel-none")
