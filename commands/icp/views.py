"""What people see of the ideal customer profile: what stands, what waits, a change's form, what was decided. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.icp.actions import Standing
from commands.icp.parse import decision_value
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import overflow
from domain.icp import LONGEST_REASON, LONGEST_TEXT, MOST_WAITING, Change, Outcome, Part, Profile

#: Changes that one message tells of, and characters of each.
_TOLD: Final = 10
_TOLD_TEXT: Final = 120


def profile_modal(say: Say, standing: Standing, tz: str, *, top: str | None = None) -> Json:
    """Each part as agreed, below it what waits and what was decided last; ``top`` stands above all."""
    rows: list[Json] = [blocks.section(top)] if top else []
    rows.append(blocks.context(say("icp-intro")))
    for part in Part:
        rows += _part_rows(say, part, standing, tz)
    rows += [blocks.divider(), _propose_row(say, standing)]
    waiting = standing.profile.waiting
    if waiting:
        rows.append(blocks.section(f"*{say('icp-waiting', count=len(waiting))}*"))
        rows += [row for change in waiting for row in _waiting_rows(say, standing, change, tz)]
        rows.append(blocks.context(say("icp-who-decides")))
    if standing.decided:
        rows += [blocks.divider(), blocks.section(f"*{say('icp-decided')}*")]
        rows += [_decided_row(say, standing, change, tz) for change in standing.decided]
    return blocks.modal(say("icp-title"), CallbackId.ICP_LIST, rows, close=say("done"))


def proposal_modal(say: Say, profile: Profile) -> Json:
    """The form of a change, with what stands now below it: what is proposed takes its place."""
    parts = [(part.value, _called(say, part)) for part in Part]
    rows = [
        blocks.input_block(say("icp-which"), blocks.select(ActionId.VALUE, parts), BlockId.ICP_PART),
        blocks.input_block(
            say("icp-text"),
            blocks.text_input(ActionId.VALUE, multiline=True, max_length=LONGEST_TEXT),
            BlockId.ICP_TEXT,
            hint=say("icp-text-hint"),
        ),
        blocks.input_block(
            say("icp-reason"),
            blocks.text_input(ActionId.VALUE, multiline=True, max_length=LONGEST_REASON),
            BlockId.ICP_REASON,
            hint=say("icp-reason-hint"),
        ),
    ]
    if profile.standing:
        rows.append(blocks.section(f"*{say('icp-standing')}*"))
        rows.append(blocks.bullets(f"{_called(say, part)}: {each.text}" for part, each in profile.standing.items()))
    return blocks.modal(
        say("icp-form-title"), CallbackId.ICP_FORM, rows, submit=say("icp-form-do"), close=say("cancel")
    )


def decided_message(say: Say, changes: Sequence[Change], people: Mapping[int, str]) -> Json:
    """What became of changes that the reader proposed: accepted or declined, each by somebody."""
    lines = [
        say(
            f"icp-told-{change.outcome.value}",
            part=_called(say, change.part),
            text=blocks.escape(blocks.one_line(change.text, _TOLD_TEXT)),
            person=f"<@{people[change.decided_by_id or 0]}>",
        )
        for change in changes[:_TOLD]
        if change.outcome is not None
    ]
    lines += and_more.words(say, len(changes) - _TOLD)
    return blocks.message(lines[0], [*map(blocks.section, lines), blocks.context(say("icp-told-where"))])


def _part_rows(say: Say, part: Part, standing: Standing, tz: str) -> list[Json]:
    change = standing.profile.standing.get(part)
    if change is None or change.decided_at is None:
        return [blocks.section(f"*{_called(say, part)}*\n{say('icp-nothing-yet')}")]
    since = say("icp-since", day=_day(say, change.decided_at, tz), person=_proposer(standing, change))
    why = say("icp-why", reason=blocks.escape(change.reason))
    return [blocks.section(f"*{_called(say, part)}*\n{blocks.escape(change.text)}"), blocks.context(since, why)]


def _propose_row(say: Say, standing: Standing) -> Json:
    if not standing.may_propose:
        return blocks.context(say("icp-members-only"))
    if len(standing.profile.waiting) >= MOST_WAITING:
        return blocks.context(say("icp-full"))
    return blocks.actions(blocks.button(say("icp-propose"), ActionId.ICP_PROPOSE))


def _waiting_rows(say: Say, standing: Standing, change: Change, tz: str) -> list[Json]:
    """What people typed is in texts of its own: each is as long as Slack takes, whatever escaping makes of it."""
    outcomes = [Outcome.ACCEPTED, Outcome.DECLINED] if standing.may_decide else []
    outcomes += [Outcome.WITHDRAWN] if change.proposed_by_id == standing.reader else []
    seen = standing.profile.standing_id(change.part)
    menu = [(decision_value(each, change.id, seen), say(f"icp-act-{each.value}")) for each in outcomes]
    now = standing.profile.standing.get(change.part)
    small = [say("icp-now", text=blocks.escape(now.text))] if now else []
    small.append(say("icp-why", reason=blocks.escape(change.reason)))
    small.append(say("icp-proposed", day=_day(say, change.proposed_at, tz), person=_proposer(standing, change)))
    said = blocks.section(
        f"*{_called(say, change.part)}*: {blocks.escape(change.text)}",
        accessory=overflow(ActionId.ICP_DECIDE, menu) if menu else None,
        block_id=f"icp:{change.id}",
    )
    return [said, blocks.context(*small)]


def _decided_row(say: Say, standing: Standing, change: Change, tz: str) -> Json:
    outcome, at = change.outcome or Outcome.DECLINED, change.decided_at or change.proposed_at
    return blocks.context(
        say(
            f"icp-was-{outcome.value}",
            day=_day(say, at, tz),
            person=f"<@{standing.people[change.decided_by_id or 0]}>",
            part=_called(say, change.part),
            text=blocks.escape(change.text),
        )
    )


def _called(say: Say, part: Part) -> str:
    return say(f"icp-part-{part.value}")


def _proposer(standing: Standing, change: Change) -> str:
    return f"<@{standing.people[change.proposed_by_id]}>"


def _day(say: Say, moment: datetime, tz: str) -> str:
    return say.day_with_year(moment.astimezone(ZoneInfo(tz)).date())
