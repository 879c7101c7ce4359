"""How ratings look in Slack: receipts, lists and answers. Pure: rows in, Block Kit out."""

from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.lead_quality.answers import PERIOD, LookedUp, Quality, Rated, RatedByMe, Receipt
from commands.lead_quality.parse import By
from commands.quality_words import campaign_name, grades, lead_title, quality_said, source_name, view_line
from commands.returning import Outcome
from domain.lead_quality import QualityLine, action_for
from domain.metrics import MINIMUM_N
from domain.taxonomy import ReturnReason
from storage.lead_ratings import FoundRating
from storage.tables import LeadRating

#: Sources or campaigns named one by one.
NAMED: Final = 12
_NOTE: Final = 700
#: Of a note that stands in place of what somebody typed.
_STANDING_NOTE: Final = 300
#: So many rows of a table fit beside them within what Slack takes of one message.
_TABLED: Final = 40


def receipt_rows(say: Say, tz: str, receipt: Receipt, *, headline: str | None = None) -> list[Json]:
    """What was understood, what it led to, who hears of it, and the way back."""
    rating, lead = receipt.rating, receipt.lead
    title = lead_title(say, lead.company, lead.name, lead.email)
    if rating.withdrawn_at is not None:
        gone = say("rating-withdrawn-sent-back" if rating.action else "rating-withdrawn", lead=f"*{title}*")
        back = blocks.button(say("rating-restore"), ActionId.RATING_RESTORE, _reference(receipt))
        return [blocks.section(f":leftwards_arrow_with_hook: {gone}"), blocks.actions(back)]
    said = [f"*{title}*", grades(say, rating.fit, rating.intent)]
    if rating.reason:
        said.append(say(f"reason-{rating.reason}"))
    rows = [blocks.section(f":white_check_mark: *{say(headline or headline_of(receipt))}* · {' · '.join(said)}")]
    if rating.note:
        rows.append(blocks.quote(rating.note, _NOTE))
    if receipt.removed:
        rows.append(blocks.context(say("rating-removed-characters", count=receipt.removed)))
    became = outcome_text(say, tz, receipt)
    if became is not None:
        rows.append(blocks.section(became))
    rows.append(
        blocks.actions(
            blocks.button(say("edit"), ActionId.RATING_EDIT, _reference(receipt)),
            blocks.button(say("undo"), ActionId.RATING_UNDO, _reference(receipt)),
        )
    )
    if receipt.told is not None:
        marketer, when = receipt.told
        rows.append(blocks.context(say("rating-told-daily", marketer=f"<@{marketer}>", when=say.moment(when, tz))))
    return rows


def headline_of(receipt: Receipt) -> str:
    """Saved, changed, or there already: a text key."""
    if receipt.repeated:
        return "rating-saved-again"
    return "rating-updated" if receipt.edited else "rating-saved"


def outcome_text(say: Say, tz: str, receipt: Receipt) -> str | None:
    """What the reason led to: done on the handoff, or kept as a view beside it, and why."""
    held, reason = receipt.held, receipt.rating.reason
    if receipt.outcome is None or reason is None:
        return None
    match receipt.outcome:
        case Outcome.CARRIED_OUT if held is not None:
            when = say.moment(held.recycle_at, tz) if held.recycle_at is not None else "–"
            return say(f"rating-done-{action_for(ReturnReason(reason))}", marketer=f"<@{held.marketer}>", when=when)
        case Outcome.NOT_YOURS if held is not None:
            return say("rating-kept-view", owner=f"<@{held.owner}>")
        case Outcome.CLOSED if held is not None:
            return say("rating-kept-closed", state=say(f"hstatus-{held.state}"))
    return say("rating-kept-never")


def standing_text(say: Say, rating: LeadRating, why: str) -> str:
    """What stands now and ``why`` (a text key) nothing was saved: an edit came too late, a form was stored before."""
    said = grades(say, rating.fit, rating.intent)
    if rating.reason:
        said = f"{said} · {say(f'reason-{rating.reason}')}"
    if rating.note:
        said = f"{said} — {blocks.escape(blocks.one_line(rating.note, _STANDING_NOTE))}"
    return say(why, said=said)


def receipt_message(say: Say, tz: str, receipt: Receipt, *, headline: str | None = None) -> Json:
    """The receipt as an answer that only the asker sees."""
    title = lead_title(say, receipt.lead.company, receipt.lead.name, receipt.lead.email)
    gone = receipt.rating.withdrawn_at is not None
    words = say("rating-undone") if gone else say(headline or headline_of(receipt))
    return blocks.ephemeral(f"{words}: {title}", receipt_rows(say, tz, receipt, headline=headline))


def receipt_modal(say: Say, tz: str, receipt: Receipt, *, headline: str | None = None) -> Json:
    """The receipt in place of the form that was just submitted."""
    return shown_modal(say, receipt_rows(say, tz, receipt, headline=headline))


def shown_modal(say: Say, rows: Sequence[Json]) -> Json:
    """Something to read, in a modal."""
    return blocks.modal(say("rating-form-title"), CallbackId.RATING_SHOWN, rows, close=say("done"))


def help_message(say: Say, command: str) -> Json:
    """What ``command`` (`/leadquality` as typed) can do."""
    text = say("rating-help", command=command)
    return blocks.ephemeral(text, [blocks.section(text)])


def unclear_message(say: Say, command: str, typed: str, nearest: str) -> Json:
    """A word that is near a known one: that one, an example, and a button that takes it for a lead."""
    word = blocks.escape(blocks.one_line(typed, 80))
    again = blocks.escape(f"{command} {nearest}").replace("`", "'")
    text = say("rating-unclear", word=word, again=again)
    rate = blocks.button(say("rating-rate-it"), ActionId.RATING_OPEN, f"text:{typed}")
    rows = [blocks.section(text), blocks.section(say("rating-example", command=command)), blocks.actions(rate)]
    return blocks.ephemeral(text, rows)


def kept_message(say: Say, text: str, typed: str) -> Json:
    """Why nothing was stored, and what was typed."""
    rows = [blocks.section(text)]
    if typed.strip():
        rows += [blocks.section(say("rating-you-typed")), blocks.quote(typed)]
    return blocks.ephemeral(text, rows)


def looked_up_message(say: Say, tz: str, command: str, answer: LookedUp) -> Json:
    """The answer to `sources`, `campaigns`, `mine` and `list`; when there is nothing, an example of what to type."""
    example = say("rating-example", command=command)
    match answer:
        case Quality(by, lines):
            return (
                quality_message(say, by, lines) if lines else _nothing(say(f"quality-none-{by}", days=_days()), example)
            )
        case RatedByMe(found):
            if not found:
                return _nothing(say("rating-mine-none"), example)
            return _list_message(say, tz, say("rating-mine-title"), found, mine=True)
        case Rated(None, found):
            if not found:
                return _nothing(say("rating-list-none"), example)
            return _list_message(say, tz, say("rating-list-title"), found)
        case Rated(name, found):
            shown = blocks.escape(blocks.one_line(name or "", 80))
            if not found:
                return _nothing(say("rating-list-none-named", name=shown), example)
            return _list_message(say, tz, say("rating-list-title-named", name=shown), found)


def quality_message(say: Say, by: By, lines: Sequence[QualityLine]) -> Json:
    """Each source or campaign in words, and all of them in a table."""
    title = say(f"quality-title-{by}", days=_days())
    name = source_name if by == "sources" else campaign_name
    said = [f"• *{blocks.escape(name(say, line.key))}*: {quality_said(say, line)}" for line in lines[:NAMED]]
    said += and_more.words(say, len(lines) - NAMED)
    rows = [
        blocks.section(f"*{title}*"),
        *(blocks.section(line) for line in said),
        blocks.context(say("quality-minimum", n=MINIMUM_N)),
    ]
    if any(line.n for line in lines[:_TABLED]):  # the lines above say all of what only came back
        # Slack draws a table below everything else, so it is put where it will stand.
        rows.append(blocks.table(_head(say, by), [_cells(say, name(say, line.key), line) for line in lines[:_TABLED]]))
    return blocks.ephemeral(title, rows)


def _head(say: Say, by: By) -> list[str]:
    graded = [
        say("quality-column-graded", kind=say(f"quality-column-{kind}"), grade=say(f"{kind}-{grade}"))
        for kind in ("fit", "intent")
        for grade in ("good", "partial", "poor")
    ]
    return [say(f"quality-column-{by}"), say("quality-column-n"), *graded, say("quality-column-returned")]


def _cells(say: Say, name: str, line: QualityLine) -> list[str]:
    fit, intent = line.fit, line.intent
    counts = (line.n, fit.good, fit.partial, fit.poor, intent.good, intent.partial, intent.poor, line.returned)
    return [name, *(say.number(count) for count in counts)]


def _list_message(say: Say, tz: str, title: str, found: Sequence[FoundRating], *, mine: bool = False) -> Json:
    rows = [blocks.section(f"*{title}*")]
    for each in found:
        lead = lead_title(say, each.company, each.contact, each.email)
        edit = blocks.button(say("edit"), ActionId.RATING_EDIT, f"{each.id}:{each.version}") if mine else None
        text = f"*{lead}* · {say.moment(each.updated_at, tz)}\n{view_line(say, each)}"
        rows.append(blocks.section(text, accessory=edit))
    return blocks.ephemeral(title, rows)


def _nothing(text: str, example: str) -> Json:
    return blocks.ephemeral(text, [blocks.section(text), blocks.section(example)])


def _days() -> int:
    return PERIOD.days


def _reference(receipt: Receipt) -> str:
    return f"{receipt.rating.id}:{receipt.rating.version}"
