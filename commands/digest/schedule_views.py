"""The form that says when a channel's digests come and what they are about, and what stands after it."""

from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.channels import Obstacle
from commands.digest.naming import accounts_name, channel_link, weekday_name
from commands.digest.parse import FormProblems, ScheduleDigest, shown_value
from commands.digest.scheduling import Schedule, Standing
from commands.i18n import LOCALES, Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import channel_select, tick_boxes, time_picker
from domain.calendars import clock_time
from domain.digest_scope import AccountChoice, Scope, Section
from domain.weekly_words import WeeklyWords
from domain.weeks import PeriodKind, WeeklySlot

_MONDAY_NINE: Final = 9 * 60
_TIERS: Final = ((1,), (1, 2), (2,), (3,))
_NAME_LENGTH: Final = 60


def schedule_modal(say: Say, standing: Standing, *, tz: str, wanted: WeeklyWords) -> Json:
    """When and where the digests come; filled with what was typed, else what stands, else what most want."""
    current = standing.schedule
    slot = current.slot if current else WeeklySlot(0, _MONDAY_NINE, tz)
    filled = ScheduleDigest(
        standing.channel,
        WeeklySlot(
            slot.weekday if wanted.weekday is None else wanted.weekday,
            slot.minute if wanted.minute is None else wanted.minute,
            slot.tz,
        ),
        current.locale if current else say.locale,
        current.scope if current else Scope(),
        frozenset(current.plans) if current else frozenset({PeriodKind.WEEKLY}),
    )
    return _form([blocks.context(say("digest-form-intro"))], filled, standing, say, submit=say("save"))


def replace_modal(say: Say, standing: Standing, filled: ScheduleDigest) -> Json:
    """What stands for the channel, which the person had not seen, above what they filled in to take its place."""
    shown = stands_lines("digest-stands", standing.schedule, say) if standing.schedule else say("digest-none-here")
    head = [blocks.section(f"{say('digest-replace-stands')}\n{shown}"), blocks.context(say("digest-replace-hint"))]
    return _form([*head, blocks.divider()], filled, standing, say, submit=say("digest-replace"))


def _form(head: list[Json], filled: ScheduleDigest, standing: Standing, say: Say, *, submit: str) -> Json:
    fields = [
        blocks.input_block(
            say("digest-field-channel"),
            channel_select(ActionId.VALUE, filled.channel if filled.channel.startswith(("C", "G")) else None),
            BlockId.CHANNEL,
        ),
        blocks.input_block(
            say("digest-field-kinds"),
            tick_boxes(
                ActionId.VALUE,
                [(kind.value, say(f"digest-kind-{kind.value}")) for kind in PeriodKind],
                ticked={kind.value for kind in filled.kinds},
            ),
            BlockId.DIGEST_KINDS,
        ),
        blocks.input_block(
            say("digest-field-weekday"),
            blocks.select(
                ActionId.VALUE,
                [(str(day), weekday_name(day, say)) for day in range(7)],
                chosen=str(filled.slot.weekday),
            ),
            BlockId.WEEKDAY,
            hint=say("digest-field-weekday-hint"),
        ),
        blocks.input_block(
            say("digest-field-time"), time_picker(ActionId.VALUE, clock_time(filled.slot.minute)), BlockId.TIME
        ),
        blocks.input_block(
            say("digest-field-zone"),
            blocks.text_input(ActionId.VALUE, value=filled.slot.tz, max_length=80),
            BlockId.ZONE,
            hint=say("digest-field-zone-hint"),
        ),
        blocks.input_block(
            say("digest-field-language"),
            blocks.select(
                ActionId.VALUE,
                [(locale, say(f"digest-language-{locale}")) for locale in LOCALES],
                chosen=filled.locale,
            ),
            BlockId.LANGUAGE,
        ),
        blocks.input_block(
            say("digest-field-sections"),
            tick_boxes(
                ActionId.VALUE,
                [(each.value, section_name(each, say)) for each in Section],
                ticked=filled.scope.sections,
            ),
            BlockId.SECTIONS,
        ),
        blocks.input_block(
            say("digest-field-accounts"),
            blocks.select(ActionId.VALUE, _choices(standing, say), chosen=str(filled.scope.accounts)),
            BlockId.ACCOUNTS,
            hint=say("digest-field-accounts-hint"),
        ),
    ]
    return blocks.modal(
        say("digest-form-title"),
        CallbackId.DIGEST_SCHEDULE,
        [*head, *fields],
        submit=submit,
        close=say("cancel"),
        private_metadata=shown_value(standing.channel, standing.version),
    )


def scheduled_modal(scheduled: Schedule, say: Say) -> Json:
    """In place of the form: when the first digests come, in words and in the channel's zone."""
    return blocks.modal(
        say("digest-form-title"),
        CallbackId.DIGEST_SCHEDULE,
        [
            blocks.section(stands_lines("digest-scheduled", scheduled, say)),
            *([blocks.context(say("digest-scheduled-late"))] if scheduled.misses_last_week else []),
        ],
        close=say("done"),
    )


def form_errors(problems: FormProblems, say: Say) -> dict[str, str]:
    """The problems in words, a block each."""
    return {block.value: say(problem.key, **problem.args) for block, problem in problems.errors.items()}


def channel_error(obstacle: Obstacle, say: Say) -> dict[str, str]:
    """Why the chosen channel cannot get a digest, below its field: there a link to it would not be drawn."""
    return {BlockId.CHANNEL.value: say(f"digest-{obstacle}", channel=say("digest-this-channel"))}


def members_only_error(say: Say) -> dict[str, str]:
    """That a guest schedules nothing, at the form's first field."""
    return {BlockId.CHANNEL.value: say("digest-members-only")}


def section_name(section: Section, say: Say) -> str:
    """What a section is called."""
    return say(f"digest-section-{section.value}")


def stands_lines(key: str, schedule: Schedule, say: Say) -> str:
    """A channel's schedule in words, a line for each thing: ``key`` begins the first."""
    said = {
        "channel": channel_link(schedule.channel, say),
        "weekday": weekday_name(schedule.slot.weekday, say),
        "time": clock_time(schedule.slot.minute),
        "tz": schedule.slot.tz,
        "language": say(f"digest-language-{schedule.locale}"),
    }
    lines = [say(key, **said)]
    for kind in PeriodKind:
        if plan := schedule.plans.get(kind):
            line = say(f"digest-next-{kind.value}", next=say.moment(plan.at, schedule.slot.tz), **said)
            if plan.moved:
                line += " " + say(
                    "digest-next-moved", day=say.day(plan.moved.holiday), name=blocks.escape(plan.moved.name)
                )
            lines.append(line)
    if not schedule.scope.accounts.is_all:
        named = accounts_name(schedule.scope.accounts, schedule.manager, say)
        lines.append(say("digest-reviewed", accounts=blocks.escape(named)))
    if schedule.scope.left_out:
        names = [section_name(each, say) for each in Section if each in schedule.scope.left_out]
        lines.append(say("digest-left-out", sections=", ".join(names)))
    return "\n".join(lines)


def _choices(standing: Standing, say: Say) -> list[tuple[str, str]]:
    offered = [AccountChoice(), *(AccountChoice(tiers=tiers) for tiers in _TIERS)]
    named = [(each, accounts_name(each, None, say)) for each in offered]
    for key, name in standing.teams:
        choice = AccountChoice(manager_id=key)
        named.append((choice, accounts_name(choice, blocks.one_line(name, _NAME_LENGTH), say)))
    return [(str(choice), label[:1].upper() + label[1:]) for choice, label in named]
