"""What people see of what is known of an account: rows of its card, lists of people and signals, and the forms."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from commands import and_more, blocks
from commands.account_facts.actions import MOST_PEOPLE, Buyer, FactsCard, Signal
from commands.account_facts.parse import (
    BY_DEALS,
    LONGEST,
    LONGEST_PLACE,
    NO_TIER,
    TIERS,
    FactKind,
    act_value,
    fact_opened_on,
    facts_opened_on,
    list_value,
)
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import day_picker, overflow
from domain.taxonomy import BuyingRole, Relation

_PEOPLE: Final = 6
_SIGNALS: Final = 3
_SIGNALS_LISTED: Final = 40
#: Characters of a name, title, topic or source on the card, where six people share a text of Slack's.
_SHOWN: Final = 40


def card_rows(say: Say, card: FactsCard, today: date) -> list[Json]:
    """The account as a whole, its buying group and its signals, each with its button."""
    edit = blocks.button(say("facts-edit"), ActionId.FACTS_EDIT, str(card.account_id))
    return [
        blocks.divider(),
        blocks.section(_about(say, card, today), accessory=edit),
        blocks.section(_people(say, card), accessory=_open(say, FactKind.BUYER, card), block_id="facts:buyer"),
        blocks.section(_signals(say, card), accessory=_open(say, FactKind.SIGNAL, card), block_id="facts:signal"),
        blocks.actions(blocks.button(say("history-open"), ActionId.ACCOUNT_HISTORY, str(card.account_id))),
        blocks.divider(),
    ]


def facts_modal(say: Say, card: FactsCard) -> Json:
    """The form about the account as a whole."""
    relations = [(BY_DEALS, say("facts-by-deals")), *((each.value, say(f"relation-{each.value}")) for each in Relation)]
    chosen = BY_DEALS if card.said is None else card.said.value
    tiers = [(NO_TIER, say("facts-no-tier")), *((tier, say("facts-tier-choice", tier=tier)) for tier in TIERS)]
    stands = NO_TIER if card.tier is None else str(card.tier)
    rows = [
        blocks.input_block(
            say("facts-tier-label"),
            blocks.select(ActionId.VALUE, tiers, chosen=stands),
            BlockId.TIER,
            hint=say("facts-tier-hint"),
        ),
        blocks.input_block(
            say("facts-relation"), blocks.select(ActionId.VALUE, relations, chosen=chosen), BlockId.RELATION
        ),
        _text(say, "facts-segment", BlockId.SEGMENT, card.segment, LONGEST_PLACE, hint="facts-segment-hint"),
        _text(say, "facts-territory", BlockId.TERRITORY, card.territory, LONGEST_PLACE, hint="facts-territory-hint"),
        blocks.input_block(
            say("facts-renewal"),
            day_picker(ActionId.VALUE, card.renewal_on),
            BlockId.RENEWAL,
            optional=True,
            hint=say("facts-renewal-hint"),
        ),
    ]
    opened = facts_opened_on(card.account_id, card.version, card.renewal_on)
    return _form(say, "facts-title", CallbackId.FACTS_FORM, rows, opened)


def list_modal(say: Say, card: FactsCard, kind: FactKind, notice: str | None = None) -> Json:
    """Everybody who has a say, or every signal, each with a menu; ``notice`` (a text key) says what was done."""
    rows = [blocks.section(notice_text(say, notice))] if notice else []
    value = list_value(kind, card.account_id)
    if kind is FactKind.SIGNAL or len(card.people) < MOST_PEOPLE:
        rows.append(blocks.actions(blocks.button(say(f"facts-new-{kind.value}"), ActionId.FACTS_NEW, value)))
    if kind is FactKind.BUYER:
        rows += [_row(say, kind, person, _person(say, person, LONGEST)) for person in card.people]
        rows += [blocks.context(gap) for gap in _gaps(say, card)]
    else:
        rows += [_row(say, kind, signal, _signal(say, signal, LONGEST)) for signal in card.signals[:_SIGNALS_LISTED]]
        rows += and_more.row(say, len(card.signals) - _SIGNALS_LISTED)
        if not card.signals:
            rows.append(blocks.section(say("facts-no-signals")))
    return blocks.modal(
        say(f"facts-list-{kind.value}"), CallbackId.FACTS_LIST, rows, close=say("done"), private_metadata=value
    )


def buyer_modal(say: Say, account_id: int, person: Buyer | None) -> Json:
    """The form of somebody who has a say."""
    roles = [(role.value, say(f"role-{role.value}")) for role in BuyingRole]
    chosen = person.role.value if person else None
    rows = [
        _text(say, "facts-name", BlockId.BUYER_NAME, person.name if person else None, LONGEST, optional=False),
        _text(say, "facts-job", BlockId.BUYER_TITLE, person.title if person else None, LONGEST, hint="facts-job-hint"),
        blocks.input_block(say("facts-role"), blocks.select(ActionId.VALUE, roles, chosen=chosen), BlockId.BUYING_ROLE),
    ]
    opened = fact_opened_on(account_id, person.id if person else None, person.version if person else 0)
    return _form(say, "facts-buyer-title", CallbackId.BUYER_FORM, rows, opened)


def signal_modal(say: Say, account_id: int, signal: Signal | None, today: date) -> Json:
    """The form of a signal; today is proposed."""
    rows = [
        _text(
            say,
            "facts-topic",
            BlockId.TOPIC,
            signal.topic if signal else None,
            LONGEST,
            hint="facts-topic-hint",
            optional=False,
        ),
        blocks.input_block(
            say("facts-seen"), day_picker(ActionId.VALUE, signal.seen_on if signal else today), BlockId.DAY
        ),
        _text(
            say, "facts-source", BlockId.SOURCE, signal.source if signal else None, LONGEST, hint="facts-source-hint"
        ),
    ]
    opened = fact_opened_on(account_id, signal.id if signal else None, signal.version if signal else 0)
    return _form(say, "facts-signal-title", CallbackId.SIGNAL_FORM, rows, opened)


def notice_text(say: Say, notice: str) -> str:
    """One line on what was done."""
    return f":white_check_mark: *{say(notice)}*"


def _about(say: Say, card: FactsCard, today: date) -> str:
    parts = [f"*{say(f'relation-{card.relation.value}')}*"]
    if card.tier is not None:
        parts.append(say("facts-tier", tier=card.tier))
    for key, value in (("segment", card.segment), ("territory", card.territory)):
        parts.append(f"{say(f'facts-{key}')}: {_short(value) if value else '–'}")
    if card.renewal_on is None:
        parts.append(f"{say('facts-renewal')}: –")
    else:
        days = (card.renewal_on - today).days
        key = "facts-renews" if days >= 0 else "facts-renewal-passed"
        parts.append(say(key, day=say.day_with_year(card.renewal_on), count=abs(days)))
    return " · ".join(parts)


def _people(say: Say, card: FactsCard) -> str:
    lines = (
        [f"*{say('facts-list-buyer')}:*"] if card.people else [f"*{say('facts-list-buyer')}:* {say('facts-nobody')}"]
    )
    lines += [f"• {_person(say, person, _SHOWN)}" for person in card.people[:_PEOPLE]]
    lines += and_more.words(say, len(card.people) - _PEOPLE)
    if card.people:
        lines += _gaps(say, card)
    return "\n".join(lines)


def _signals(say: Say, card: FactsCard) -> str:
    heading = f"*{say('facts-list-signal')}:*"
    if not card.signals:
        return f"{heading} {say('facts-none')}"
    lines = [heading, *(f"• {_signal(say, signal, _SHOWN)}" for signal in card.signals[:_SIGNALS])]
    lines += and_more.words(say, len(card.signals) - _SIGNALS)
    return "\n".join(lines)


def _gaps(say: Say, card: FactsCard) -> list[str]:
    return [f":warning: {' · '.join(say(f'gap-{role.value}') for role in card.gaps)}"] if card.gaps else []


def _person(say: Say, person: Buyer, shown: int) -> str:
    name = _short(person.name, shown)
    told = f"{name}, {_short(person.title, shown)}" if person.title else name
    return f"*{say(f'role-{person.role.value}')}:* {told}"


def _signal(say: Say, signal: Signal, shown: int) -> str:
    told = f"{_short(signal.topic, shown)}, {say.day_with_year(signal.seen_on)}"
    return f"{told} ({_short(signal.source, shown)})" if signal.source else told


def _short(text: str, shown: int = LONGEST_PLACE) -> str:
    return blocks.escape(blocks.one_line(text, shown))


def _open(say: Say, kind: FactKind, card: FactsCard) -> Json:
    known: Sequence[object] = card.people if kind is FactKind.BUYER else card.signals
    label = say(f"facts-open-{kind.value}" if known else f"facts-new-{kind.value}")
    return blocks.button(label, ActionId.FACTS_LIST, list_value(kind, card.account_id))


def _row(say: Say, kind: FactKind, fact: Buyer | Signal, text: str) -> Json:
    menu = [(act_value(act, kind, fact.id, fact.version), say(f"facts-act-{act}")) for act in ("edit", "remove")]
    return blocks.section(text, accessory=overflow(ActionId.FACTS_ACT, menu), block_id=f"fact:{fact.id}")


def _text(
    say: Say,
    key: str,
    block: BlockId,
    value: str | None,
    longest: int,
    *,
    hint: str | None = None,
    optional: bool = True,
) -> Json:
    field = blocks.text_input(ActionId.VALUE, value=value, max_length=longest, focus=not optional)
    return blocks.input_block(say(key), field, block, optional=optional, hint=say(hint) if hint else None)


def _form(say: Say, title: str, callback: CallbackId, rows: Sequence[Json], opened: str) -> Json:
    return blocks.modal(say(title), callback, rows, submit=say("save"), close=say("cancel"), private_metadata=opened)
