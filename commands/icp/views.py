"""What people see of the ideal customer profile: what stands, what waits, a change's form, what was decided. Pure."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.icp.actions import Standing
from commands.icp.parse import decision_value
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import overflow
from domain.icp import LONGEST_REASON, LONGEST_TEXT, MOST_WAITING, Change, Outcome, Part


def profile_modal(say: Say, standing: Standing, tz: str, *, top: str | None = None) -> Json:
    """Each part as agreed, and below what waits; ``top`` stands above all."""
    rows: list[Json] = [blocks.section(top)] if top else []
    rows.append(blocks.context(say("icp-intro")))
    for part in Part:
        change = standing.profile.standing.get(part)
        rows.append(blocks.section(_part(say, part, change, standing.people, tz)))
    waiting = standing.profile.waiting
    rows.append(blocks.divider())
    if len(waiting) < MOST_WAITING:
        rows.append(blocks.actions(blocks.button(say("icp-propose"), ActionId.ICP_PROPOSE)))
    if waiting:
        rows.append(blocks.section(f"*{say('icp-waiting', count=len(waiting))}*"))
        rows += [_waiting_row(say, standing, change, tz) for change in waiting]
        rows.append(blocks.context(say("icp-who-decides")))
    return blocks.modal(say("icp-title"), CallbackId.ICP_LIST, rows, close=say("done"))


def proposal_modal(say: Say) -> Json:
    """The form of a change."""
    parts = [(part.value, say(f"icp-part-{part.value}")) for part in Part]
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
    return blocks.modal(
        say("icp-form-title"), CallbackId.ICP_FORM, rows, submit=say("icp-form-do"), close=say("cancel")
    )


def decided_message(say: Say, changes: Sequence[Change], people: Mapping[int, str]) -> Json:
    """What became of changes that the reader proposed."""
    lines = [
        say(
            f"icp-told-{change.outcome.value}",
            part=say(f"icp-part-{change.part.value}"),
            text=blocks.escape(change.text),
            person=_person(say, change.decided_by_id, people),
        )
        for change in changes
        if change.outcome is not None
    ]
    return blocks.message(lines[0], [*map(blocks.section, lines), blocks.context(say("icp-told-where"))])


def _part(say: Say, part: Part, change: Change | None, people: Mapping[int, str], tz: str) -> str:
    named = f"*{say(f'icp-part-{part.value}')}*"
    if change is None or change.decided_at is None:
        return f"{named}\n{say('icp-nothing-yet')}"
    since = say("icp-since", day=_day(say, change.decided_at, tz), person=_person(say, change.proposed_by_id, people))
    return f"{named}\n{blocks.escape(change.text)}\n_{since}_"


def _waiting_row(say: Say, standing: Standing, change: Change, tz: str) -> Json:
    outcomes = [Outcome.ACCEPTED, Outcome.DECLINED] if standing.may else []
    outcomes += [Outcome.WITHDRAWN] if change.proposed_by_id == standing.reader else []
    menu = [(decision_value(each, change.id), say(f"icp-act-{each.value}")) for each in outcomes]
    by = say(
        "icp-proposed",
        day=_day(say, change.proposed_at, tz),
        person=_person(say, change.proposed_by_id, standing.people),
    )
    lines = [
        f"*{say(f'icp-part-{change.part.value}')}*: {blocks.escape(change.text)}",
        say("icp-why", reason=blocks.escape(change.reason)),
        f"_{by}_",
    ]
    return blocks.section(
        "\n".join(lines),
        accessory=overflow(ActionId.ICP_DECIDE, menu) if menu else None,
        block_id=f"icp:{change.id}",
    )


def _person(say: Say, member_id: int | None, people: Mapping[int, str]) -> str:
    found = None if member_id is None else people.get(member_id)
    return say("icp-somebody") if found is None else f"<@{found}>"


def _day(say: Say, moment: datetime, tz: str) -> str:
    return say.day_with_year(moment.astimezone(ZoneInfo(tz)).date())
