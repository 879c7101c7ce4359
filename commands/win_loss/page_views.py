"""A deal's page as a message. Pure: rows in, Block Kit out."""

from decimal import Decimal
from typing import Final
from zoneinfo import ZoneInfo

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.own_themes import naming
from commands.win_loss.page import Closing, DealPage, FoundDeals
from commands.win_loss.views import difference_lines, ending, said_blocks
from commands.win_loss.words import SHOWN_NAME, deal_end, deal_label, outcome_label, reason_label
from domain.csv_values import minor_digits
from storage.tables import WinLossReview

#: Views side by side: a table has room for so many that are still read.
_SIDE_BY_SIDE: Final = 5
#: Views whose words are shown in full; more are told by their number.
_IN_WORDS: Final = 4
_EARLIER: Final = 2
_SHOWN_TEXT: Final = 350
_SHOWN_QUOTE: Final = 200
_BLOCKS: Final = 46


def found_message(say: Say, tz: str, command: str, found: FoundDeals) -> Json:
    """The page of the deal that was asked for; when there is none, how to ask."""
    if not found.name:
        return blocks.ephemeral(say("review-page-which", command=command))
    if found.page is None:
        name = blocks.escape(blocks.one_line(found.name, 80))
        if not found.others:
            return blocks.ephemeral(say("review-page-none", name=name, command=command))
        title = say("review-page-like", name=name)
        return blocks.ephemeral(title, [blocks.section(title), _others_named(say, tz, found)])
    body = page_message(say, tz, found.page)
    if found.others:
        table = [block for block in body["blocks"] if block["type"] == "table"]
        body["blocks"] = [
            *without_table(body),
            blocks.context(say("review-page-others")),
            _others_named(say, tz, found),
            *table,
        ]
    return body


def page_message(say: Say, tz: str, page: DealPage) -> Json:
    """Closing facts, views with their differences, objections and what worked. Only the asker sees it."""
    title = deal_label(say, tz, page.subject)
    rows: list[Json] = [blocks.header(_name(say, page)), blocks.section(_closed(say, tz, page))]
    rows.append(_buttons(say, page))
    rows.append(blocks.divider())
    rows += _views(say, page)
    for closing in page.before[:_EARLIER]:
        rows += _earlier(say, tz, closing, page)
    rows += _talk(say, tz, page)
    table = _side_by_side(say, page.now)
    # Slack draws a table below everything else, so it is put where it will stand.
    return blocks.ephemeral(blocks.escape(title), [*rows[:_BLOCKS], *([table] if table else [])])


def page_modal(say: Say, message: Json) -> Json:
    """The page above a receipt in a modal, which takes no table: what the table says stands in the views too."""
    return blocks.modal(say("review-page-title"), CallbackId.REVIEW_PAGE, without_table(message), close=say("done"))


def without_table(message: Json) -> list[Json]:
    """The blocks of a page but the table."""
    return [block for block in message["blocks"] if block["type"] != "table"]


def _name(say: Say, page: DealPage) -> str:
    names = [blocks.one_line(part, SHOWN_NAME) for part in (page.subject.account_name, page.deal.name) if part]
    return " · ".join(dict.fromkeys(names)) or say("review-deal-unnamed")


def _closed(say: Say, tz: str, page: DealPage) -> str:
    deal = page.deal
    pieces = [f"*{blocks.escape(deal_end(say, tz, page.subject))}*", say(f"dealtype-{deal.deal_type}")]
    if deal.amount_minor is not None and deal.currency:
        amount = Decimal(deal.amount_minor).scaleb(-minor_digits(deal.currency))
        pieces.append(say.money(amount, deal.currency))
    if deal.opened_at is not None and deal.closed_at is not None and deal.closed_at >= deal.opened_at:
        pieces.append(say("review-page-took", days=(deal.closed_at - deal.opened_at).days))
    if deal.closings > 1:
        pieces.append(say("review-page-closings", count=deal.closings))
    return " · ".join(pieces)


def _others_named(say: Say, tz: str, found: FoundDeals) -> Json:
    return blocks.actions(
        *(
            blocks.button(deal_label(say, tz, deal), ActionId.REVIEW_PAGE, str(deal.id), number=place)
            for place, deal in enumerate(found.others)
        )
    )


def _buttons(say: Say, page: DealPage) -> Json:
    add = blocks.button(say("review-page-add"), ActionId.REVIEW_ADD, f"deal:{page.deal.id}", style="primary")
    if not page.deal.crm_url:
        return blocks.actions(add)
    return blocks.actions(add, blocks.button(say("account-open-crm"), ActionId.REVIEW_CRM, url=page.deal.crm_url))


def _views(say: Say, page: DealPage) -> list[Json]:
    closing = page.now
    if not closing.views:
        return [blocks.section(say("review-page-no-views"))]
    rows = [blocks.section(say("review-page-views", count=len(closing.views)))]
    if closing.parts:
        rows += [
            blocks.context(say("review-views-differ")),
            blocks.bullets(difference_lines(say, closing.compared, closing.parts)),
        ]
    elif len(closing.views) > 1:
        rows.append(blocks.context(say("review-views-agree")))
    if closing.agreed:
        # Named by all, so all ended alike: a reason's label follows from how the deal ended.
        outcome = closing.views[0].outcome
        reasons = ", ".join(reason_label(say, outcome, reason) for reason in sorted(closing.agreed))
        rows.append(blocks.context(say("review-views-all-name", reasons=reasons)))
    for view in closing.views[:_IN_WORDS]:
        rows += _view(say, view, page)
    return rows + and_more.row(say, len(closing.views) - _IN_WORDS)


def _view(say: Say, view: WinLossReview, page: DealPage) -> list[Json]:
    who = say(f"perspective-{view.perspective}")
    author = page.authors.get(view.logged_by_id)
    head = f"*{who}* · {' · '.join(ending(say, view))}" + (f" · <@{author}>" if author else "")
    rows = [blocks.section(head), *said_blocks(say, view, _SHOWN_TEXT)]
    if view.source_link:
        link = f"<{blocks.escape(view.source_link)}|{say('objection-origin-link')}>"
        origin = link
        if view.source_author:
            origin = say("objection-origin", author=f"<@{view.source_author}>", link=link)
        rows.append(blocks.context(origin))
    return rows


def _earlier(say: Say, tz: str, closing: Closing, page: DealPage) -> list[Json]:
    """Views of a closing that is past: the deal opened again after it."""
    if closing.closed_at is None:
        title = say("review-page-while-open")
    else:
        title = say("review-page-earlier", day=say.day_with_year(closing.closed_at.astimezone(ZoneInfo(tz)).date()))
    lines = [
        f"*{say(f'perspective-{view.perspective}')}* · {' · '.join(ending(say, view))}"
        + (f" · <@{page.authors[view.logged_by_id]}>" if view.logged_by_id in page.authors else "")
        for view in closing.views[:_IN_WORDS]
    ]
    return [blocks.section(f"*{title}*"), blocks.section("\n".join(lines))]


def _talk(say: Say, tz: str, page: DealPage) -> list[Json]:
    if not page.talk.objections:
        return []
    heard = [
        say(
            "review-form-heard-line",
            theme=naming(say, page.talk.names)(f"theme-{said.theme or 'none'}"),
            quote=blocks.one_line(said.quote, _SHOWN_QUOTE),
            day=say.day(said.logged_at.astimezone(ZoneInfo(tz)).date()),
        )
        for said in page.talk.objections
    ]
    rows = [blocks.divider(), blocks.section(say("review-page-heard")), blocks.bullets(heard)]
    if page.talk.arguments:
        worked = [blocks.one_line(past.argument, _SHOWN_QUOTE) for past in page.talk.arguments]
        rows += [blocks.section(say("review-page-worked")), blocks.bullets(worked)]
    return rows


def _side_by_side(say: Say, closing: Closing) -> Json | None:
    """Outcome, reasons and competitor of each view in a column; fields in which they part are marked."""
    if len(closing.views) <= 1:
        return None
    views = closing.views[:_SIDE_BY_SIDE]
    parted = {part.field.value for part in closing.parts}
    lines = (
        ("outcome", [outcome_label(say, view.outcome) for view in views]),
        ("primary", [_reason(say, view, view.primary_reason) for view in views]),
        ("contributing", [_also(say, view) for view in views]),
        ("competitor", [view.competitor or "–" for view in views]),
    )
    head = ["", *(say(f"perspective-{view.perspective}") for view in views)]
    rows = [[("≠ " if field in parted else "") + say(f"review-field-{field}"), *cells] for field, cells in lines]
    return blocks.table(head, rows)


def _reason(say: Say, view: WinLossReview, reason: str | None) -> str:
    return reason_label(say, view.outcome, reason) if reason else "–"


def _also(say: Say, view: WinLossReview) -> str:
    return ", ".join(reason_label(say, view.outcome, reason) for reason in view.contributing.split()) or "–"
