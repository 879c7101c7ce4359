"""What people see about time off: the form, the receipt with what it means, and what is ahead."""

import json
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.people.absences import Absence, Back
from commands.people.parse import OpenTimeOffForm, day_of, extend_value
from commands.pickers import day_picker, time_picker
from storage.tables import TimeOff

_SHOWN: Final = 5
_NOTE: Final = 200


def time_off_modal(
    say: Say, member_id: int, today: date, *, opened: OpenTimeOffForm | None = None, person: str | None = None
) -> Json:
    """The form; ``opened`` is what was typed and not understood, ``person`` (Slack id) whose time off it is."""
    rows: list[Json] = []
    if opened is not None and opened.fault is not None:
        rows += [
            blocks.section(f":warning: {say(f'time-off-error-{opened.fault}')}"),
            blocks.quote(blocks.clip(opened.typed, 500)),
        ]
    if person is not None:
        rows.append(blocks.context(say("time-off-whose", person=f"<@{person}>")))
    rows += [
        blocks.input_block(say("time-off-first"), day_picker(ActionId.VALUE, today), BlockId.FIRST_DAY),
        blocks.input_block(
            say("time-off-first-time"), time_picker(ActionId.VALUE, None), BlockId.FIRST_TIME, optional=True
        ),
        blocks.input_block(
            say("time-off-back"),
            day_picker(ActionId.VALUE, today + timedelta(days=1)),
            BlockId.BACK_DAY,
            hint=say("time-off-back-hint"),
        ),
        blocks.input_block(
            say("time-off-back-time"), time_picker(ActionId.VALUE, None), BlockId.BACK_TIME, optional=True
        ),
        blocks.input_block(
            say("time-off-note"),
            blocks.text_input(ActionId.VALUE, max_length=_NOTE),
            BlockId.NOTE,
            optional=True,
            hint=say("time-off-note-hint"),
        ),
    ]
    return blocks.modal(
        say("time-off-title"),
        CallbackId.TIME_OFF,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=json.dumps({"member": member_id}),
    )


def receipt_message(say: Say, absence: Absence) -> Json:
    """What was understood and what it means, for the one who typed it."""
    rows = receipt_rows(say, absence)
    return blocks.ephemeral(rows[0]["text"]["text"], rows)


def receipt_modal(say: Say, absence: Absence) -> Json:
    """The same in place of the form."""
    return blocks.modal(
        say("time-off-title"), CallbackId.TIME_OFF_RECEIPT, receipt_rows(say, absence), close=say("done")
    )


def receipt_rows(say: Say, absence: Absence) -> list[Json]:
    """When they are away, when they are back, and what happens to what is open meanwhile."""
    who = "own" if absence.is_self else "other"
    person = f"<@{absence.slack_id}>"
    head = say(
        f"time-off-saved-{who}",
        person=person,
        span=span_text(say, absence.row.starts_at, absence.row.ends_at, absence.tz),
    )
    rows = [
        blocks.section(f":palm_tree: *{head}*\n{say('time-off-back-at', at=say.moment(absence.back_at, absence.tz))}")
    ]
    if absence.row.note:
        rows.append(blocks.plain_context(absence.row.note))
    if absence.open_items:
        told = say(f"time-off-open-{who}", count=absence.open_items, person=person)
        transfer = blocks.button(say("time-off-transfer"), ActionId.HANDOFF_TRANSFER, absence.backup or "")
        rows.append(blocks.section(told, accessory=transfer if absence.is_self else None))
    rows.append(blocks.context(say(f"time-off-means-{who}")))
    buttons = []
    if absence.until_day is not None:
        buttons.append(
            blocks.button(
                say("time-off-that-day-too", day=say.weekday_in_full(absence.until_day)),
                ActionId.TIME_OFF_EXTEND,
                extend_value(absence.row.id, absence.until_day),
            )
        )
    buttons.append(blocks.button(say("time-off-cancel"), ActionId.TIME_OFF_CANCEL, str(absence.row.id)))
    rows.append(blocks.actions(*buttons))
    return rows


def back_message(say: Say, back: Back) -> Json:
    """That they are here again, or that it was taken back."""
    return blocks.ephemeral(back_text(say, back))


def back_text(say: Say, back: Back) -> str:
    """The same as a sentence."""
    kind = "back" if back.under_way else "gone"
    return say(f"time-off-{kind}-{'own' if back.is_self else 'other'}", person=f"<@{back.slack_id}>")


def back_modal(say: Say, back: Back) -> Json:
    """The same on top of a form."""
    return blocks.modal(
        say("time-off-title"),
        CallbackId.TIME_OFF_RECEIPT,
        [blocks.section(f":white_check_mark: {back_text(say, back)}")],
        close=say("done"),
    )


def nothing_ahead_message(say: Say) -> Json:
    """There is no time off to come back from."""
    return blocks.ephemeral(say("time-off-none-ahead"))


def form_lost_message(say: Say, opened: OpenTimeOffForm) -> Json:
    """Slack did not open the form in time; what was typed comes back."""
    text = say("time-off-form-lost")
    if not opened.typed:
        return blocks.ephemeral(text)
    return blocks.ephemeral(text, [blocks.section(text), blocks.quote(opened.typed)])


def absence_rows(say: Say, absences: Sequence[TimeOff], tz: str, slack_id: str, *, may: bool) -> list[Json]:
    """What is ahead, each with a button that takes it back, and one for more."""
    more = blocks.button(say("time-off-open"), ActionId.TIME_OFF_OPEN, slack_id)
    text = f"*{say('time-off-title')}*"
    if not absences:
        text += f"\n{say('time-off-none')}"
    rows = [blocks.section(text, accessory=more if may else None)]
    for absence in absences[:_SHOWN]:
        cancel = blocks.button(say("time-off-cancel"), ActionId.TIME_OFF_CANCEL, str(absence.id), number=absence.id)
        line = f":palm_tree: {span_text(say, absence.starts_at, absence.ends_at, tz)}"
        rows.append(blocks.section(line, accessory=cancel if may else None))
    return rows


def span_text(say: Say, start: datetime, end: datetime, tz: str) -> str:
    """From when until when, in the zone of who is away: whole days as days."""
    whole_start, whole_end = say.time(start, tz) == "00:00", say.time(end, tz) == "00:00"
    first, last = day_of(start, tz), day_of(end - timedelta(seconds=1), tz)
    if whole_start and whole_end and first == last:
        return say.long_day(first)
    if whole_start and whole_end:
        return say("time-off-span", start=say.long_day(first), end=say.long_day(last))
    # A day beside a moment would read as if they were in different years.
    return say("time-off-span", start=say.moment(start, tz), end=say.moment(end, tz))
