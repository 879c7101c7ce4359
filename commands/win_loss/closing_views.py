"""What people see of closing a deal and opening it again. Pure: what was found in, Block Kit out."""

from collections.abc import Sequence

from commands import blocks
from commands.blocks import Json
from commands.ids import ActionId
from commands.win_loss.closing import Done, Turned
from commands.win_loss.due_views import Reader, review_button
from commands.win_loss.words import SHOWN_NAME, deal_label, outcome_label
from domain.taxonomy import DealOutcome
from domain.win_loss import ENDS
from storage.review_subjects import DealSubject


def ask_message(reader: Reader, command: str, word: str) -> Json:
    """No deal was named."""
    return blocks.ephemeral(reader.say(f"deal-{word}-ask", command=command))


def none_message(reader: Reader, command: str, word: str, name: str) -> Json:
    """No deal goes by that name; nothing typed is lost."""
    shown = blocks.escape(blocks.one_line(name, SHOWN_NAME))
    return blocks.ephemeral(reader.say(f"deal-{word}-none", name=shown, command=command))


def refusal_message(reader: Reader, deal: DealSubject) -> Json:
    """Somebody else decides how this deal stands; their view of it is welcome."""
    text = reader.say("deal-not-yours")
    return blocks.ephemeral(text, [blocks.section(text), blocks.actions(_view(reader, deal))])


def members_only_message(reader: Reader) -> Json:
    """Guests decide nothing."""
    return blocks.ephemeral(reader.say("deal-members-only"))


def choose_message(reader: Reader, found: Sequence[DealSubject], word: str) -> Json:
    """Several deals, or no end was said: each with what can be done about it."""
    say = reader.say
    title = say("deal-close-choose" if word == "close" else "deal-reopen-choose")
    rows = [blocks.section(f"*{title}*")]
    for deal in found:
        line = blocks.escape(deal_label(say, reader.tz, deal))
        rows.append(blocks.section(line, accessory=_menu(reader, deal) if word == "close" else _reopen(reader, deal)))
    return blocks.ephemeral(title, rows)


def turned_message(reader: Reader, turned: Turned) -> Json:
    """What was done, who is asked, and the button that takes it back."""
    say, deal = reader.say, turned.deal
    named = f"*{blocks.escape(deal_label(say, reader.tz, deal))}*"
    text = f"{_ICONS[turned.done]} {say(f'deal-{turned.done}', deal=named)}"
    rows = [blocks.section(text)]
    if turned.done is Done.REOPENED:
        rows += [blocks.context(say("deal-reopened-views")), blocks.actions(_menu(reader, deal))]
        return blocks.ephemeral(text, rows)
    pressed = []
    if turned.wanted is not None:
        rows.append(blocks.context(_asked(reader, turned)))
        if turned.wanted.asked == reader.slack_id:
            pressed.append(review_button(say, turned.wanted, style="primary"))
    elif turned.done is Done.CLOSED:
        rows.append(blocks.context(say("deal-closed-nobody")))
    if deal.outcome != DealOutcome.OPEN:
        pressed.append(_reopen(reader, deal))
    return blocks.ephemeral(text, [*rows, blocks.actions(*pressed)] if pressed else rows)


_ICONS = {
    Done.CLOSED: ":checkered_flag:",
    Done.CORRECTED: ":pencil2:",
    Done.REOPENED: ":leftwards_arrow_with_hook:",
    Done.UNCHANGED: ":information_source:",
}


def _asked(reader: Reader, turned: Turned) -> str:
    say, wanted = reader.say, turned.wanted
    if wanted is None or wanted.asked is None:
        return say("deal-closed-unasked")
    if wanted.asked == reader.slack_id:
        return say("deal-closed-yours")
    asked = f"<@{wanted.asked}>"
    if wanted.owner_left and wanted.owner is not None:
        return say("deal-closed-instead", asked=asked, owner=f"<@{wanted.owner}>")
    return say("deal-closed-asked", asked=asked)


def _view(reader: Reader, deal: DealSubject) -> Json:
    return blocks.button(reader.say("review-it"), ActionId.REVIEW_ADD, f"deal:{deal.id}")


def _menu(reader: Reader, deal: DealSubject) -> Json:
    ends = [(f"{deal.id}:{end.value}", outcome_label(reader.say, end)) for end in ENDS]
    return blocks.select(ActionId.DEAL_CLOSE, ends, placeholder=reader.say("deal-close-how"))


def _reopen(reader: Reader, deal: DealSubject) -> Json:
    return blocks.button(reader.say("deal-reopen"), ActionId.DEAL_REOPEN, str(deal.id))
