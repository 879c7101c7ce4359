"""What the person who asks sees: the preview, receipts, and why something could not be done."""

from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.channels import Obstacle
from commands.digest.actions import AlreadyPosted, Posted
from commands.digest.message import DigestMessage
from commands.digest.naming import channel_link, period_name
from commands.digest.parse import UnclearWord, again_value
from commands.digest.resending import Refusal
from commands.digest.schedule_views import stands_lines
from commands.digest.scheduling import Standing
from commands.i18n import Say
from commands.ids import ActionId

_LISTED: Final = 10


def preview_answer(message: DigestMessage) -> Json:
    """The very message, for the asker's eyes only."""
    return blocks.ephemeral(message.body["text"], message.body["blocks"])


def posted_receipt(done: Posted | AlreadyPosted, say: Say) -> Json:
    """That the digest is on its way, or when it went out before, with a button to post it again."""
    which = {"period": period_name(done.period, say), "channel": channel_link(done.channel, say)}
    if isinstance(done, Posted):
        return blocks.ephemeral(say("digest-posted", **which))
    key = "digest-never-arrived" if done.is_lost else "digest-already-posted"
    text = say(key, at=say.moment(done.at, done.tz), **which)
    again = blocks.button(
        say("digest-post-again"),
        ActionId.DIGEST_POST_NOW,
        again_value(done.channel, done.period, done.attempts + 1),
    )
    return blocks.ephemeral(text, [blocks.section(text), blocks.actions(again)])


def standing_answer(standing: Standing, command: str, say: Say) -> Json:
    """What is scheduled here and elsewhere, and what the command can do."""
    here = standing.schedule
    first = say("digest-none-here") if here is None else stands_lines("digest-stands", here, say)
    made = [blocks.section(first)]
    if standing.elsewhere:
        links = ", ".join(channel_link(channel, say) for channel in standing.elsewhere[:_LISTED])
        more = len(standing.elsewhere) - _LISTED
        links += f" {say('digest-others', n=more)}" if more > 0 else ""
        made.append(blocks.context(say("digest-elsewhere", channels=links)))
    made.append(blocks.section(say("digest-help", command=command)))
    return blocks.ephemeral(first, made)


def resend_answer(refusal: Refusal, channel: str, command: str, say: Say) -> Json:
    """Why a digest was not posted again: it stands, is on its way, is forgotten, was never, or Slack did not say."""
    return blocks.ephemeral(say(f"digest-resend-{refusal}", channel=channel_link(channel, say), command=command))


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


def members_only_answer(say: Say) -> Json:
    """A guest sees what is said and scheduled, but does not decide it."""
    return blocks.ephemeral(say("digest-members-only"))


def undelivered_message(channel: str, obstacle: Obstacle | None, error_id: str, say: Say) -> Json:
    """A digest did not get to ``channel``: why, and what to do. ``obstacle`` is absent when Slack named another."""
    link = channel_link(channel, say)
    if obstacle is None:
        why = say("digest-undelivered-other", id=error_id)
    else:
        why = say(f"digest-undelivered-{obstacle}", channel=link)
    text = say("digest-undelivered", channel=link)
    # In an archived channel nobody can type anything.
    keys = ["then", "once"] if obstacle is Obstacle.ARCHIVED else ["then", "stop", "once"]
    then = " ".join(say(f"digest-undelivered-{key}") for key in keys)
    return {"text": f"{text} {why}", "blocks": [blocks.section(f"{text}\n{why}"), blocks.context(then)]}


def form_lost_answer(command: str, say: Say) -> Json:
    """Slack did not open the form in time."""
    return blocks.ephemeral(say("digest-form-lost", command=command))
