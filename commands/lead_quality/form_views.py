"""The form that rates a lead: empty, with what was typed, or anew when a grade or a reason changes what it asks."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.lead_quality.parse import Fields, Opened
from commands.named import lead_menu
from commands.pickers import day_picker, grouped_select
from commands.quality_words import lead_title
from commands.returning import Held, reasons_offered
from domain.lead_quality import action_for, is_poor
from domain.taxonomy import RETURN_ACTIONS, Grade, ReturnAction, ReturnReason
from storage.leads import FoundLead

#: What sets this form's menu of leads apart: what it asks depends on the lead.
RATED: Final = "rated"
_SHOWN_NOTE: Final = 700


def rating_modal(
    say: Say,
    fields: Fields,
    opened: Opened,
    *,
    lead: FoundLead | None = None,
    held: Held | None = None,
    recycle_on: date,
    above: Sequence[Json] = (),
    kept_note: str | None = None,
) -> Json:
    """The form. ``lead`` and ``held`` are what is known of the chosen lead; ``recycle_on`` the day that is proposed.

    ``kept_note`` is shown in place of the note's field when it is too long for one. ``above`` stands before it all.
    """
    rows: list[Json] = list(above)
    if opened.lead_id is not None and lead is not None:
        rows.append(blocks.section(f"*{lead_title(say, lead.company, lead.name, lead.email)}*"))
    else:
        menu = lead_menu(say, fields.lead, proposal=RATED)
        rows.append(blocks.input_block(say("rating-form-lead"), menu, BlockId.RATED_LEAD, dispatch=True))
    rows += [_grade(say, BlockId.FIT, "fit", fields.fit), _grade(say, BlockId.INTENT, "intent", fields.intent)]
    if fields.reason is not None or fields.goes_back or is_poor(fields.fit, fields.intent):
        rows += _reason_rows(say, fields, held, recycle_on, of_a_lead=bool(fields.lead or opened.lead_id))
    else:
        button = blocks.button(say("rating-form-goes-back"), ActionId.RATING_GOES_BACK)
        rows.append(blocks.actions(button))
    rows += _note_rows(say, fields, kept_note)
    return blocks.modal(
        say("rating-form-title-edit" if opened.rating_id is not None else "rating-form-title"),
        CallbackId.RATING_FORM,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=opened.packed(),
        notify_on_close=True,
    )


def _grade(say: Say, block: BlockId, kind: str, chosen: Grade | None) -> Json:
    options = [(grade.value, blocks.one_line(_capital(say(f"{kind}-{grade}")))) for grade in Grade]
    field = blocks.radio(ActionId.RATING_GRADE, options, chosen=chosen and chosen.value)
    return blocks.input_block(
        say(f"rating-form-{kind}"), field, block, hint=say(f"rating-form-{kind}-hint"), dispatch=True
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _reason_rows(say: Say, fields: Fields, held: Held | None, recycle_on: date, *, of_a_lead: bool) -> list[Json]:
    offered = reasons_offered(held)
    groups = [
        (
            say(f"returnaction-{action}"),
            [(each.value, say(f"reason-{each}")) for each in offered if RETURN_ACTIONS[each] is action],
        )
        for action in ReturnAction
    ]
    chosen = fields.reason if fields.reason in offered else None
    menu = grouped_select(
        ActionId.RATING_REASON, groups, chosen=chosen and chosen.value, placeholder=say("rating-form-reason-choose")
    )
    rows = [
        blocks.input_block(
            say("rating-form-reason"),
            menu,
            BlockId.REASON,
            optional=not fields.goes_back,
            hint=say("rating-form-reason-hint"),
            dispatch=True,
        )
    ]
    action = action_for(chosen)
    if action is not None and of_a_lead:
        rows.append(blocks.context(meaning(say, action, held)))
    if action is ReturnAction.RECYCLE and held is not None and held.decides and held.is_open:
        day = date.fromisoformat(fields.recycle_on) if fields.recycle_on else recycle_on
        rows.append(blocks.input_block(say("rating-form-day"), day_picker(ActionId.VALUE, day), BlockId.DAY))
    if len(offered) < len(ReturnReason):
        rows.append(blocks.context(say("rating-form-more-after")))
    return rows


def meaning(say: Say, action: ReturnAction, held: Held | None) -> str:
    """What a reason will lead to when the form is saved, as mrkdwn."""
    if held is None:
        return say("rating-means-never")
    if not held.is_open:
        return say("rating-means-closed", state=say(f"hstatus-{held.state}"))
    if not held.decides:
        return say("rating-means-view", owner=f"<@{held.owner}>")
    return say(f"rating-means-{action}", marketer=f"<@{held.marketer}>")


def _note_rows(say: Say, fields: Fields, kept_note: str | None) -> list[Json]:
    if kept_note is not None:
        return [blocks.section(say("rating-form-note-kept")), blocks.quote(kept_note, _SHOWN_NOTE)]
    field = blocks.text_input(ActionId.VALUE, value=fields.note, multiline=True)
    optional = fields.reason is not ReturnReason.OTHER
    return [blocks.input_block(say("rating-form-note"), field, BlockId.NOTE, optional=optional)]
