"""How reviews look in Slack: receipt, lists and answers. Pure: rows in, Block Kit out."""

from collections.abc import Sequence
from typing import Final
from zoneinfo import ZoneInfo

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.labels import kind_of_end
from commands.win_loss.answers import LIST_LIMIT, Listed, Receipt
from commands.win_loss.words import SHOWN_NAME, deal_label, outcome_label, reason_label
from domain.taxonomy import DealOutcome
from domain.win_loss import Difference, ReviewField, View
from storage.reviews import FoundReview
from storage.tables import WinLossReview

SHOWN_QUOTE: Final = 700
_LISTED_QUOTE: Final = 300
_SAID: Final = ("swung_it", "buyer_words", "helpful_content", "lesson")


def receipt_blocks(say: Say, tz: str, receipt: Receipt, headline: str) -> list[Json]:
    """What was understood, how other views of the deal differ, what can be changed, and who hears of it."""
    review = receipt.review
    if review.withdrawn_at is not None:
        back = blocks.button(say("review-restore"), ActionId.REVIEW_RESTORE, reference(review))
        return [
            blocks.section(f":leftwards_arrow_with_hook: {say('review-withdrawn')}"),
            blocks.context(" · ".join(facts(say, review, receipt.account_name))),
            blocks.actions(back),
        ]
    head = say("review-saved-again") if receipt.repeated else say(headline)
    rows = [blocks.section(f":white_check_mark: *{head}* · {' · '.join(facts(say, review, receipt.account_name))}")]
    if receipt.deal is not None:
        rows.append(blocks.plain_context(say("review-of-deal", deal=deal_label(say, tz, receipt.deal))))
        if receipt.deal.outcome == DealOutcome.OPEN and review.outcome not in {DealOutcome.OPEN, DealOutcome.UNKNOWN}:
            named = receipt.deal.name or receipt.deal.account_name or ""
            # A command to copy stands between backticks, and a name may have one.
            typed = blocks.escape(blocks.one_line(named.replace("`", "'"), SHOWN_NAME))
            rows.append(blocks.context(say("review-deal-open", name=typed)))
    rows += said_blocks(say, review, SHOWN_QUOTE)
    if review.outcome == DealOutcome.UNKNOWN:
        rows.append(blocks.context(say("review-unknown-yet")))
    if receipt.removed:
        rows.append(blocks.context(say("objection-removed-characters", count=receipt.removed)))
    if review.account_hint and review.account_id is None:
        rows += _unknown_account(say, receipt, review.account_hint)
    buttons = [
        blocks.button(say("edit"), ActionId.REVIEW_EDIT, reference(review)),
        blocks.button(say("undo"), ActionId.REVIEW_UNDO, reference(review)),
    ]
    if receipt.deal is not None:
        buttons.append(blocks.button(say("review-open-page"), ActionId.REVIEW_PAGE, str(receipt.deal.id)))
    rows.append(blocks.actions(*buttons))
    if receipt.parts:
        lines = difference_lines(say, receipt.views, receipt.parts)
        rows += [blocks.section(say("review-views-differ")), blocks.bullets(lines)]
    rows.append(blocks.context(_told(say, tz, receipt)))
    return rows


def receipt_message(say: Say, tz: str, receipt: Receipt, headline: str = "review-saved") -> Json:
    """The receipt as an answer that only the asker sees."""
    words = say("review-withdrawn") if receipt.review.withdrawn_at is not None else say(headline)
    text = f"{words}: {blocks.escape(blocks.one_line(title_of(say, receipt.review, receipt.account_name)))}"
    return blocks.ephemeral(text, receipt_blocks(say, tz, receipt, headline))


def receipt_modal(say: Say, tz: str, receipt: Receipt, headline: str = "review-saved") -> Json:
    """The receipt in place of the form that was just submitted."""
    rows = receipt_blocks(say, tz, receipt, headline)
    return blocks.modal(say("review-form-title"), CallbackId.REVIEW_RECEIPT, rows, close=say("done"))


def refusal_modal(say: Say, reason: str) -> Json:
    """Why what was pressed was not done, above the receipt that it was pressed on."""
    return blocks.modal(
        say("review-form-title"), CallbackId.REVIEW_RECEIPT, [blocks.section(reason)], close=say("done")
    )


def help_message(say: Say, command: str) -> Json:
    """What ``command`` (`/winloss` as typed) can do."""
    text = say("review-help", command=command)
    return blocks.ephemeral(text, [blocks.section(text)])


def unclear_message(say: Say, command: str, typed: str, nearest: str) -> Json:
    """A word that is like one of ours and names nobody: the nearest, an example, and a button that keeps it."""
    word = blocks.escape(blocks.one_line(typed, 80))
    text = say("review-unclear", word=word, again=f"{command} {nearest}")
    keep = blocks.button(
        say("review-unclear-keep", name=blocks.one_line(typed, SHOWN_NAME)), ActionId.REVIEW_ADD, f"name:{typed}"
    )
    return blocks.ephemeral(
        text,
        [blocks.section(text), blocks.section(say("review-unclear-example", command=command)), blocks.actions(keep)],
    )


def list_message(say: Say, tz: str, command: str, listed: Listed, member_id: int) -> Json:
    """Reviews newest first, at most `LIST_LIMIT`, under how many of each outcome there are."""
    wanted, days = listed.wanted, listed.wanted.period.days
    what = say("review-list-recent", days=days)
    if wanted.words:
        what = say("review-list-with", words=blocks.escape(blocks.one_line(wanted.words, 80)), days=days)
    total = sum(listed.counts.values())
    if not total:
        return blocks.ephemeral(say("review-list-none", what=what, command=command))
    title = say("review-list-title", count=total, what=what)
    counts = " · ".join(
        say("review-list-count", outcome=kind_of_end(say, outcome), count=listed.counts[outcome])
        for outcome in DealOutcome
        if listed.counts.get(outcome)
    )
    rows = [blocks.section(f"*{title}*"), blocks.context(counts)]
    for found in listed.found[:LIST_LIMIT]:
        rows += _listed(say, tz, found, own=found.review.logged_by_id == member_id)
    if total > LIST_LIMIT:
        rows.append(blocks.context(say("review-list-newest", count=LIST_LIMIT, command=command)))
    return blocks.ephemeral(title, rows)


def facts(say: Say, review: WinLossReview, account_name: str | None) -> list[str]:
    """Account, outcome, competitor and reasons, as mrkdwn pieces."""
    account = account_name or review.account_hint
    named = [f"*{blocks.escape(blocks.clip(account, SHOWN_NAME))}*"] if account else []
    return [*named, *ending(say, review)]


def ending(say: Say, review: WinLossReview) -> list[str]:
    """Outcome, competitor and reasons, as mrkdwn pieces."""
    pieces = [outcome_label(say, review.outcome)]
    if review.competitor:
        key = "review-won-against" if review.outcome == DealOutcome.WON else "review-competitor"
        if review.outcome == DealOutcome.LOST_COMPETITOR:
            pieces = []
            key = "review-lost-to"
        pieces.append(say(key, competitor=blocks.escape(blocks.clip(review.competitor, SHOWN_NAME))))
    if review.primary_reason:
        pieces.append(say("review-primary", reason=reason_label(say, review.outcome, review.primary_reason)))
    others = [reason_label(say, review.outcome, reason) for reason in review.contributing.split()]
    return [*pieces, say("review-also", reasons=", ".join(others))] if others else pieces


def title_of(say: Say, review: WinLossReview, account_name: str | None) -> str:
    """A review in a few words, as plain text."""
    account = account_name or review.account_hint or say("objection-no-account")
    return f"{blocks.clip(account, SHOWN_NAME)} · {outcome_label(say, review.outcome)}"


def said_blocks(say: Say, review: WinLossReview, limit: int) -> list[Json]:
    """What was said in words, each under what was asked; cut where it is long. Whole texts stay stored."""
    rows: list[Json] = []
    for name in _SAID:
        text = getattr(review, name)
        if text:
            rows.append(blocks.context(f"*{say(f'review-said-{name}')}*"))
            rows.append(blocks.quote(text, limit))
    return rows


def difference_lines(say: Say, views: Sequence[View], parts: Sequence[Difference]) -> list[str]:
    """Where views of a deal part, a line for each field; as plain text."""
    by_place = {view.place: view for view in views}
    return [
        say(
            "review-difference",
            field=say(f"review-field-{part.field}"),
            said="; ".join(
                say(
                    "review-difference-said",
                    who=say(f"perspective-{by_place[place].perspective}"),
                    what=_said(say, part.field, by_place[place], value),
                )
                for place, value in part.said
            ),
        )
        for part in parts
    ]


def reference(review: WinLossReview) -> str:
    """A review and its version, as a button carries it."""
    return f"{review.id}:{review.version}"


def _said(say: Say, field: ReviewField, view: View, value: str | None) -> str:
    if value is None:
        return say("review-not-said")
    if field is ReviewField.OUTCOME:
        return outcome_label(say, value)
    if field is ReviewField.PRIMARY:
        return reason_label(say, view.outcome, value)
    return blocks.one_line(value, SHOWN_NAME)


def _listed(say: Say, tz: str, found: FoundReview, *, own: bool) -> list[Json]:
    review = found.review
    edit = blocks.button(say("edit"), ActionId.REVIEW_EDIT, f"{review.id}:0") if own else None
    if edit is None and review.deal_id is not None:
        edit = blocks.button(say("review-open-page"), ActionId.REVIEW_PAGE, str(review.deal_id))
    day = say.day(review.logged_at.astimezone(ZoneInfo(tz)).date())
    side = say(f"perspective-{review.perspective}")
    head = " · ".join([*facts(say, review, found.account_name), say("review-list-side", side=side, day=day)])
    rows = [blocks.section(head, accessory=edit)]
    told = review.swung_it or review.buyer_words or review.lesson
    return [*rows, blocks.quote(blocks.one_line(told, _LISTED_QUOTE))] if told else rows


def _unknown_account(say: Say, receipt: Receipt, hint: str) -> list[Json]:
    name = blocks.clip(hint, SHOWN_NAME)
    buttons = [
        blocks.button(
            say("objection-use-account", name=known),
            ActionId.REVIEW_ACCOUNT,
            f"{receipt.review.id}:{account_id}",
            number=place,
        )
        for place, (account_id, known) in enumerate(receipt.alike)
    ]
    create = blocks.button(
        say("objection-create-account", name=name), ActionId.REVIEW_NEW_ACCOUNT, reference(receipt.review)
    )
    return [
        blocks.section(say("review-unknown-account", name=blocks.escape(name))),
        blocks.actions(*buttons, create),
    ]


def _told(say: Say, tz: str, receipt: Receipt) -> str:
    told = receipt.told
    if told is None:
        return say("objection-told-nobody") if receipt.nobody_set else say("objection-told-yourself")
    when = say.moment(told.not_before, tz)
    if told.member_id is not None:
        return say("objection-told-owner-daily", owner=f"<@{receipt.told_slack_id}>", when=when)
    return say("objection-told-channel-daily", channel=f"<#{told.channel}>", when=when)
