"""The form of a review: empty, begun with what is known of a deal, for an edit, or once more when two edits crossed."""

from collections.abc import Sequence
from dataclasses import fields, replace
from zoneinfo import ZoneInfo

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.labels import kind_of_end
from commands.named import Named, competitor_menu
from commands.own_themes import naming
from commands.pickers import asked_select, multi_select
from commands.win_loss.form import ACCOUNT, DEAL, NEW_NAME, reason_blocks
from commands.win_loss.parse import Opened, ReviewFields
from commands.win_loss.subject import Subject
from commands.win_loss.words import deal_label, reason_label
from domain.taxonomy import DealOutcome, Perspective
from domain.win_loss import ENDS, MOST_CONTRIBUTING, reasons_for, wants_competitor
from storage.account_talk import AccountTalk
from storage.tables import WinLossReview

_SHOWN_QUOTE = 200
_LONG_TEXTS = ("swung_it", "buyer_words", "helpful_content", "lesson")


def review_modal(
    say: Say,
    tz: str,
    fields: ReviewFields,
    subject_label: str | None,
    opened: Opened,
    *,
    talk: AccountTalk | None = None,
    above: Sequence[Json] = (),
    kept: ReviewFields | None = None,
    lost_somehow: bool = False,
) -> Json:
    """The form with ``fields`` in it; ``subject_label`` is what its menu of deals and accounts shows.

    ``lost_somehow``: of how the deal ended that much is known. ``talk`` is what buyers of the account said before, a
    help to remember. ``above`` comes before the fields. ``kept`` holds texts over Slack's limit, which are shown cut
    and stay as they are.
    """
    rows: list[Json] = [*above, _subject(say, fields, subject_label)]
    rows += _heard(say, tz, talk)
    rows.append(_outcome(say, fields.outcome, opened.turns, lost_somehow=lost_somehow))
    rows += _reasons(say, fields)
    rows.append(_competitor(say, fields, opened.turns))
    for name, block in (
        ("swung_it", BlockId.SWUNG_IT),
        ("buyer_words", BlockId.BUYER_WORDS),
        ("helpful_content", BlockId.HELPFUL_CONTENT),
        ("lesson", BlockId.LESSON),
    ):
        label = say(f"review-form-{block}")
        if name in opened.keeps:
            rows.append(blocks.section(say("review-form-kept", field=label)))
            rows.append(blocks.quote(str(getattr(kept or fields, name) or ""), _SHOWN_QUOTE))
            continue
        field = blocks.text_input(ActionId.VALUE, value=getattr(fields, name), multiline=True)
        hint = say(f"review-form-{block}-hint")
        rows.append(blocks.input_block(label, field, block, optional=True, hint=hint))
    rows.append(
        blocks.input_block(
            say("review-form-perspective"),
            blocks.select(
                ActionId.VALUE,
                [(each.value, say(f"perspective-{each}")) for each in Perspective],
                chosen=(fields.perspective or Perspective.REP).value,
            ),
            BlockId.PERSPECTIVE,
            hint=say("review-form-perspective-hint"),
        )
    )
    return blocks.modal(
        say("review-form-title-edit" if opened.review_id is not None else "review-form-title"),
        CallbackId.REVIEW_FORM,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=opened.packed(),
        notify_on_close=True,
    )


def fields_in(review: WinLossReview, subject: Subject) -> ReviewFields:
    """A stored review as its form takes it."""
    return ReviewFields(
        outcome=DealOutcome(review.outcome),
        primary=review.primary_reason,
        contributing=tuple(review.contributing.split()),
        competitor=review.competitor,
        swung_it=review.swung_it,
        buyer_words=review.buyer_words,
        helpful_content=review.helpful_content,
        lesson=review.lesson,
        perspective=Perspective(review.perspective),
        deal_id=None if subject.deal is None else subject.deal.id,
        account_id=review.account_id,
        account_name=review.account_hint,
    )


def edit_modal(
    say: Say,
    tz: str,
    review: WinLossReview,
    subject: Subject,
    *,
    typed: ReviewFields | None = None,
    above: Sequence[Json] = (),
    response_url: str | None = None,
) -> Json:
    """The form of a stored review; with ``typed`` it shows that in place of what stands, which is ``above``."""
    standing = fields_in(review, subject)
    shown = standing if typed is None else typed
    keeps = tuple(
        name
        for name in _LONG_TEXTS
        if len(getattr(standing, name) or "") > blocks.PLAIN_INPUT and not (typed and getattr(typed, name))
    )
    opened = Opened(review_id=review.id, version=review.version, response_url=response_url, keeps=keeps)
    label = subject_label(say, tz, subject) if typed is None or shown.deal_id == standing.deal_id else None
    return review_modal(say, tz, shown, label or shown.account_name, opened, above=above, kept=standing)


def subject_label(say: Say, tz: str, subject: Subject) -> str | None:
    """A subject as the menu shows it."""
    if subject.deal is not None:
        return deal_label(say, tz, subject.deal)
    return subject.title


def with_typed(standing: ReviewFields, typed: ReviewFields) -> ReviewFields:
    """What stands, and over it whatever was ``typed`` now: nothing that was typed is lost."""
    said = {
        name: value
        for name in (field.name for field in fields(ReviewFields))
        if name not in {"typed", "deal_id", "account_id", "account_name"} and (value := getattr(typed, name))
    }
    changed = replace(standing, **said)
    if changed.outcome is not standing.outcome and typed.primary is None:
        return replace(changed, primary=None, contributing=())
    return changed


def subject_value(fields: ReviewFields) -> str | None:
    """What the menu of deals and accounts holds for these fields."""
    if fields.deal_id is not None:
        return f"{DEAL}{fields.deal_id}"
    if fields.account_id is not None:
        return f"{ACCOUNT}{fields.account_id}"
    return f"{NEW_NAME}{fields.account_name}" if fields.account_name else None


def _subject(say: Say, fields: ReviewFields, label: str | None) -> Json:
    value = subject_value(fields)
    chosen = (value, label or fields.account_name or value) if value is not None else None
    menu = asked_select(ActionId.REVIEW_DEAL, say("review-form-deal-placeholder"), chosen=chosen)
    return blocks.input_block(
        say("review-form-deal"), menu, BlockId.DEAL, hint=say("review-form-deal-hint"), dispatch=True
    )


def _outcome(say: Say, outcome: DealOutcome | None, turns: int, *, lost_somehow: bool) -> Json:
    menu = blocks.select(
        ActionId.REVIEW_OUTCOME,
        [(each.value, kind_of_end(say, each)) for each in ENDS],
        chosen=outcome and outcome.value,
        placeholder=say("review-form-choose"),
    )
    # Slack keeps what stands in a field of the same name: another name shows what the deal proposes.
    menu["action_id"] = f"{ActionId.REVIEW_OUTCOME.value}:{turns}"
    hint = say("review-form-lost-how") if lost_somehow and outcome is None else None
    return blocks.input_block(say("review-form-outcome"), menu, BlockId.OUTCOME, hint=hint, dispatch=True)


def _reasons(say: Say, fields: ReviewFields) -> list[Json]:
    if fields.outcome is None:
        return [blocks.context(say("review-form-reasons-follow"))]
    names = reason_blocks(fields.outcome)
    if names is None:
        return [blocks.context(say("review-form-no-reasons"))]
    primary, contributing = names
    choices = [
        (reason.value, reason_label(say, fields.outcome, reason.value)) for reason in reasons_for(fields.outcome)
    ]
    offered = {code for code, _label in choices}
    main = blocks.select(
        ActionId.VALUE,
        choices,
        chosen=fields.primary if fields.primary in offered else None,
        placeholder=say("review-form-choose"),
    )
    others = multi_select(
        ActionId.VALUE,
        choices,
        chosen=[code for code in fields.contributing if code in offered],
        placeholder=say("review-form-choose-some", count=MOST_CONTRIBUTING),
        most=MOST_CONTRIBUTING,
    )
    won = fields.outcome is DealOutcome.WON
    return [
        blocks.input_block(say("review-form-primary-won" if won else "review-form-primary-lost"), main, primary),
        blocks.input_block(say("review-form-contributing"), others, contributing, optional=True),
    ]


def _competitor(say: Say, fields: ReviewFields, turns: int) -> Json:
    menu = competitor_menu(say, Named(fields.competitor) if fields.competitor else None)
    menu["action_id"] = f"{ActionId.COMPETITOR_PICK.value}:{turns}"
    is_wanted = fields.outcome is not None and wants_competitor(fields.outcome)
    return blocks.input_block(say("review-form-competitor"), menu, BlockId.COMPETITOR, optional=not is_wanted)


def _heard(say: Say, tz: str, talk: AccountTalk | None) -> list[Json]:
    """What buyers objected, and the arguments that worked: they help to remember."""
    if talk is None or not talk.objections:
        return []
    lines = [
        say(
            "review-form-heard-line",
            theme=naming(say, talk.names)(f"theme-{said.theme or 'none'}"),
            quote=blocks.one_line(said.quote, _SHOWN_QUOTE),
            day=say.day(said.logged_at.astimezone(ZoneInfo(tz)).date()),
        )
        for said in talk.objections
    ]
    lines += [
        say("review-form-worked-line", argument=blocks.one_line(past.argument, _SHOWN_QUOTE)) for past in talk.arguments
    ]
    return [blocks.context(say("review-form-heard")), blocks.bullets(lines)]
