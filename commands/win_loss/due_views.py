"""Reviews that are due, as lists and as messages. Blameless: a deal closed, and what swung it helps the next one.

Pure: rows in, Block Kit out.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId
from commands.win_loss.due import Due
from commands.win_loss.words import SHOWN_NAME, outcome_label
from domain.values import frozen
from storage.review_requests import ANSWERED, OPEN, WantedReview

#: So many lines of a message that asks; the rest is a command away.
LISTED: Final = 10


@frozen
class Reader:
    """Who reads: their language and zone, the moment (aware UTC), and their Slack id, absent for a channel."""

    say: Say
    tz: str
    now: datetime
    slack_id: str | None = None

    def day(self, moment: datetime) -> str:
        """The day of a moment in the reader's zone."""
        return self.say.day(moment.astimezone(ZoneInfo(self.tz)).date())


def due_message(reader: Reader, command: str, found: Due) -> Json:
    """The answer to `due`: mine, then what waits in the team, by deal and age."""
    say = reader.say
    if not found.my_count.open and not (found.team_count and found.team_count.open):
        return blocks.ephemeral(say("review-due-none", command=command))
    title = say("review-due-title", count=found.my_count.open)
    rows = [blocks.section(f"*{title}*"), *wanted_rows(reader, found.mine)]
    rows += and_more.row(say, found.my_count.open - len(found.mine))
    if found.team_count is not None and found.team_count.open:
        rows += [blocks.divider(), blocks.section(f"*{say('review-due-team', count=found.team_count.open)}*")]
        rows.append(blocks.context(team_ages(reader, found)))
        rows += wanted_rows(reader, found.team)
        rows += and_more.row(say, found.team_count.open - len(found.team))
    return blocks.ephemeral(title, rows)


def wanted_rows(reader: Reader, wanted: Sequence[WantedReview]) -> list[Json]:
    """A line for each with the button that opens its form."""
    return [
        blocks.section(
            f"{wanted_line(reader, each)}{_instead(reader, each)}", accessory=review_button(reader.say, each)
        )
        for each in wanted
    ]


def wanted_message(reader: Reader, wanted: Sequence[WantedReview], command: str) -> Json:
    """What somebody (or a channel) is asked to review: one closing in full, several as one list."""
    say = reader.say
    if len(wanted) == 1:
        (only,) = wanted
        text = say("review-wanted-one", deal=deal_name(say, only), outcome=outcome_label(say, only.outcome))
        rows = [blocks.section(text), *_notes(reader, only)]
        return blocks.message(text, [*rows, blocks.actions(review_button(say, only, style="primary"))])
    title = say("review-wanted-many", count=len(wanted))
    rows = [blocks.section(title), *wanted_rows(reader, wanted[:LISTED])]
    if len(wanted) > LISTED:
        rows.append(blocks.context(say("review-wanted-rest", count=len(wanted) - LISTED, command=command)))
    return blocks.message(title, rows)


def settled_message(reader: Reader, wanted: WantedReview) -> Json:
    """The message that asked for one review, once it is reviewed, or needs none any more."""
    say = reader.say
    key = "review-wanted-answered" if wanted.state == ANSWERED else "review-wanted-withdrawn"
    text = say(key, deal=deal_name(say, wanted))
    return blocks.message(text, [blocks.section(text)])


def wanted_line(reader: Reader, wanted: WantedReview) -> str:
    """A closing in one line: whose deal, how it ended, and the day of its review."""
    say = reader.say
    line = f"*{deal_name(say, wanted)}* · {outcome_label(say, wanted.outcome)}"
    due = _due(reader, wanted)
    return f"{line} · {due}" if due else line


def deal_name(say: Say, wanted: WantedReview) -> str:
    """What a deal is called, as mrkdwn."""
    named = [blocks.one_line(each, SHOWN_NAME) for each in (wanted.account_name, wanted.deal_name) if each]
    return blocks.escape(" · ".join(dict.fromkeys(named))) or say("review-deal-unnamed")


def review_button(say: Say, wanted: WantedReview, *, style: str | None = None) -> Json:
    """*Review it*: the form, prefilled from the deal."""
    return blocks.button(say("review-it"), ActionId.REVIEW_ADD, f"deal:{wanted.deal_id}", style=style)


def _notes(reader: Reader, wanted: WantedReview) -> list[Json]:
    """When it is due, and why this reader is asked when it is not their deal."""
    due = _due(reader, wanted)
    notes = [due] if due else []
    instead = _instead(reader, wanted).strip("\n")
    return [blocks.context(" · ".join(notes + ([instead] if instead else [])))] if notes or instead else []


def _due(reader: Reader, wanted: WantedReview) -> str:
    if wanted.state != OPEN or wanted.due_at is None:
        return ""
    zone = ZoneInfo(reader.tz)
    day, today = wanted.due_at.astimezone(zone).date(), reader.now.astimezone(zone).date()
    if day == today:
        return reader.say("review-due-today")
    return reader.say("review-due-on" if day > today else "review-due-since", day=reader.say.day(day))


def _instead(reader: Reader, wanted: WantedReview) -> str:
    """Why somebody else than the owner is asked, or who is when it is another than the reader."""
    say = reader.say
    if wanted.asked is None:
        return f"\n{say('review-wanted-nobody')}"
    if wanted.owner_left and wanted.owner is not None:
        return f"\n{say('review-wanted-left', owner=f'<@{wanted.owner}>')}"
    if wanted.asked != reader.slack_id:
        return f"\n{say('review-wanted-asked', asked=f'<@{wanted.asked}>')}"
    return ""


def team_ages(reader: Reader, found: Due) -> str:
    """How many of the team's are past their day, and since when the oldest waits; nobody is named."""
    say, count = reader.say, found.team_count
    pieces = []
    if count is not None:
        pieces.append(say("review-due-late", count=count.late))
        if count.oldest is not None:
            pieces.append(say("review-due-oldest", day=reader.day(count.oldest)))
    return " · ".join(pieces)
