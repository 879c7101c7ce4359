"""What the person who asks sees: the preview, receipts, and the form that says when the digest comes."""

from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.channels import Obstacle
from commands.digest.actions import AlreadyPosted, Posted, Schedule, Standing
from commands.digest.message import DigestMessage
from commands.digest.parse import FormProblems, UnclearWord, again_value
from commands.i18n import LOCALES, Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import channel_select
from domain.weekly_words import WeeklyWords
from domain.weeks import WeeklySlot

_LISTED: Final = 10


def preview_answer(message: DigestMessage) -> Json:
    """The very message, for the asker's eyes only."""
    return blocks.ephemeral(message.body["text"], message.body["blocks"])


def posted_receipt(done: Posted | AlreadyPosted, say: Say) -> Json:
    """That the digest is on its way, or when it went out before, with a button to post it again."""
    week = {"week": str(done.week.week), "year": str(done.week.year), "channel": channel_link(done.channel, say)}
    if isinstance(done, Posted):
        return blocks.ephemeral(say("digest-posted", **week))
    text = say("digest-already-posted", at=say.moment(done.at, done.tz), **week)
    again = blocks.button(
        say("digest-post-again"),
        ActionId.DIGEST_POST_NOW,
        again_value(done.channel, done.week, done.attempts + 1),
    )
    return blocks.ephemeral(text, [blocks.section(text), blocks.actions(again)])


def standing_answer(standing: Standing, command: str, say: Say) -> Json:
    """What is scheduled here and elsewhere, and what the command can do."""
    here = standing.schedule
    first = say("digest-none-here") if here is None else say("digest-stands", **_when(here, say))
    made = [blocks.section(first)]
    if standing.elsewhere:
        links = ", ".join(channel_link(channel, say) for channel in standing.elsewhere[:_LISTED])
        more = len(standing.elsewhere) - _LISTED
        links += f" {say('digest-others', n=more)}" if more > 0 else ""
        made.append(blocks.context(say("digest-elsewhere", channels=links)))
    made.append(blocks.section(say("digest-help", command=command)))
    return blocks.ephemeral(first, made)


def stopped_receipt(channel: str, command: str, say: Say, *, had_one: bool) -> Json:
    """That no more digests come."""
    key = "digest-stopped" if had_one else "digest-not-scheduled"
    return blocks.ephemeral(say(key, channel=channel_link(channel, say), command=command))


def unclear_answer(unclear: UnclearWord, command: str, say: Say) -> Json:
    """The nearest known word, or all there are; what was typed comes back."""
    typed = blocks.escape(blocks.one_line(unclear.typed))
    if unclear.nearest is None:
        text, known = say("digest-unclear", typed=typed), say("digest-help", command=command)
        return blocks.ephemeral(text, [blocks.section(text), blocks.section(known)])
    return blocks.ephemeral(say("digest-unclear-nearest", typed=typed, command=command, nearest=unclear.nearest))


def obstacle_answer(obstacle: Obstacle, channel: str, say: Say) -> Json:
    """Why no digest can go to ``channel``, and what to do."""
    return blocks.ephemeral(say(f"digest-{obstacle}", channel=channel_link(channel, say)))


def undelivered_message(channel: str, obstacle: Obstacle | None, error_id: str, say: Say) -> Json:
    """A digest did not get to ``channel``: why, and what to do. ``obstacle`` is absent when Slack named another."""
    link = channel_link(channel, say)
    why = say("digest-undelivered-other", id=error_id) if obstacle is None else say(f"digest-{obstacle}", channel=link)
    text = say("digest-undelivered", channel=link)
    then = say("digest-undelivered-then")
    return {"text": f"{text} {why}", "blocks": [blocks.section(f"{text}\n{why}"), blocks.context(then)]}


def form_lost_answer(command: str, say: Say) -> Json:
    """Slack did not open the form in time."""
    return blocks.ephemeral(say("digest-form-lost", command=command))


def schedule_modal(say: Say, *, channel: str, tz: str, current: Schedule | None, wanted: WeeklyWords) -> Json:
    """When and where the digest comes; filled with what was typed, else what stands, else what most want."""
    slot = current.slot if current else WeeklySlot(0, 9 * 60, tz)
    weekday = slot.weekday if wanted.weekday is None else wanted.weekday
    minute = slot.minute if wanted.minute is None else wanted.minute
    fields = [
        blocks.input_block(
            say("digest-field-channel"),
            channel_select(ActionId.VALUE, channel if channel.startswith(("C", "G")) else None),
            BlockId.CHANNEL,
        ),
        blocks.input_block(
            say("digest-field-weekday"),
            blocks.select(
                ActionId.VALUE,
                [(str(day), weekday_name(day, say)) for day in range(7)],
                chosen=str(weekday),
            ),
            BlockId.WEEKDAY,
        ),
        blocks.input_block(
            say("digest-field-time"),
            {
                "type": "timepicker",
                "action_id": ActionId.VALUE.value,
                "initial_time": _clock(minute),
            },
            BlockId.TIME,
        ),
        blocks.input_block(
            say("digest-field-zone"),
            blocks.text_input(ActionId.VALUE, value=slot.tz, max_length=80),
            BlockId.ZONE,
            hint=say("digest-field-zone-hint"),
        ),
        blocks.input_block(
            say("digest-field-language"),
            blocks.select(
                ActionId.VALUE,
                [(locale, say(f"digest-language-{locale}")) for locale in LOCALES],
                chosen=current.locale if current else say.locale,
            ),
            BlockId.LANGUAGE,
        ),
    ]
    return blocks.modal(
        say("digest-form-title"),
        CallbackId.DIGEST_SCHEDULE,
        [blocks.context(say("digest-form-intro")), *fields],
        submit=say("save"),
        close=say("cancel"),
    )


def scheduled_modal(scheduled: Schedule, say: Say) -> Json:
    """In place of the form: when the first digest comes, in words and in the channel's zone."""
    return blocks.modal(
        say("digest-form-title"),
        CallbackId.DIGEST_SCHEDULE,
        [blocks.section(say("digest-scheduled", **_when(scheduled, say)))],
        close=say("done"),
    )


def form_errors(problems: FormProblems, say: Say) -> dict[str, str]:
    """The problems in words, a block each."""
    return {block.value: say(problem.key, **problem.args) for block, problem in problems.errors.items()}


def channel_error(obstacle: Obstacle, say: Say) -> dict[str, str]:
    """Why the chosen channel cannot get a digest, below its field: there a link to it would not be drawn."""
    return {BlockId.CHANNEL.value: say(f"digest-{obstacle}", channel=say("digest-this-channel"))}


def channel_link(channel: str, say: Say) -> str:
    """A mention of a channel; a direct conversation has no name to link to."""
    return f"<#{channel}>" if channel.startswith(("C", "G")) else say("digest-this-conversation")


def weekday_name(day: int, say: Say) -> str:
    """Monday (0) to Sunday (6)."""
    return say(f"digest-weekday-{day}")


def _when(schedule: Schedule, say: Say) -> dict[str, str]:
    return {
        "channel": channel_link(schedule.channel, say),
        "weekday": weekday_name(schedule.slot.weekday, say),
        "time": _clock(schedule.slot.minute),
        "tz": schedule.slot.tz,
        "next": say.moment(schedule.next_at, schedule.slot.tz),
        "language": say(f"digest-language-{schedule.locale}"),
    }


def _clock(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
