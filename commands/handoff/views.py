"""How one handoff looks: the owner's message, the channel's, the marketer's receipt. Pure: a card in, Block Kit out."""

from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.handoff import buttons
from commands.handoff.cards import HandoffCard
from commands.handoff.words import (
    SHOWN_NAME,
    Reader,
    attempts_in_words,
    company_of,
    deadline_line,
    is_late,
    is_unrouted,
    mention,
    owed,
    state_line,
    title_of,
    tries_in_vain,
)
from commands.labels import source_label
from commands.own_themes import naming
from commands.quality_words import view_line
from domain.calendars import CalendarSpec
from domain.handoff import OPEN, HandoffState
from domain.policy import Lane
from domain.sla_clock import back_from_time_off

_WHY: Final = 1500
_LINE: Final = 200
_QUOTE: Final = 240
#: What so many people think of the lead is shown; of more, how many they are.
_VIEWS: Final = 5
_ICONS: Final = {
    HandoffState.OFFERED: ":inbox_tray:",
    HandoffState.ACCEPTED: ":white_check_mark:",
    HandoffState.ATTEMPTED: ":telephone_receiver:",
    HandoffState.CONTACTED: ":speech_balloon:",
    HandoffState.QUALIFIED: ":star:",
    HandoffState.WON: ":trophy:",
    HandoffState.LOST: ":heavy_minus_sign:",
    HandoffState.RECYCLED: ":leftwards_arrow_with_hook:",
    HandoffState.REROUTED: ":twisted_rightwards_arrows:",
    HandoffState.DISQUALIFIED: ":no_entry_sign:",
    HandoffState.EXPIRED: ":hourglass:",
    HandoffState.WITHDRAWN: ":leftwards_arrow_with_hook:",
}


def owner_message(reader: Reader, card: HandoffCard, hours: CalendarSpec) -> Json:
    """The owner's own message: who the lead is and why, by when what is owed, and all they can do about it."""
    say = reader.say
    key = "handoff-head-offered" if card.state is HandoffState.OFFERED else "handoff-head-taken"
    if card.state not in OPEN and card.state is not HandoffState.QUALIFIED:
        key = "handoff-head-closed"
    head = say(key, marketer=mention(card.marketer), title=f"*{title_of(say, card)}*")
    rows = [blocks.section(head), *status_rows(reader, card, None), *context_rows(reader, card)]
    in_vain = tries_in_vain(card, hours)
    if in_vain:
        rows.append(blocks.context(say("handoff-tries-in-vain", count=in_vain, reason=say("reason-no_response"))))
    return blocks.message(f"{head}: {state_line(reader, card)}", rows + buttons.owner_rows(reader, card))


def passed_on_message(reader: Reader, card: HandoffCard) -> Json:
    """The message of whoever had it before: nothing is left to do."""
    text = reader.say("handoff-now-with", title=f"*{title_of(reader.say, card)}*", owner=mention(card.owner))
    return blocks.message(text, [blocks.section(text)])


def channel_message(reader: Reader, card: HandoffCard) -> Json:
    """What everybody in the channel reads: no personal data but the contact's name, nobody is ranked."""
    say = reader.say
    head = say(
        "handoff-head-other",
        title=f"*{title_of(say, card)}*",
        marketer=mention(card.marketer),
        owner=mention(card.owner),
    )
    small = [*_origin(reader, card, with_evidence=False)]
    rows = [blocks.section(head), *status_rows(reader, card, None)]
    if small:
        rows.append(blocks.context(" · ".join(small)))
    pressed = [buttons.why_button(say, card)] if owed(card) is not None and card.state in OPEN else []
    if is_unrouted(card) and card.state in OPEN:
        pressed.insert(0, buttons.reassign_button(say, card))
    rows.append(blocks.actions(*pressed, buttons.show_button(say, card)))
    return blocks.message(f"{head}: {state_line(reader, card)}", rows)


def shown_rows(reader: Reader, card: HandoffCard, hours: CalendarSpec) -> list[Json]:
    """All of it for one person who asked, with what they may do."""
    say = reader.say
    head = say(
        "handoff-head-other",
        title=f"*{title_of(say, card)}*",
        marketer=mention(card.marketer),
        owner=mention(card.owner),
    )
    rows = [blocks.section(head), *status_rows(reader, card, hours), *context_rows(reader, card)]
    return rows + buttons.all_rows(reader, card)


def shown_message(reader: Reader, card: HandoffCard, hours: CalendarSpec, *, above: str | None = None) -> Json:
    """The same as an answer; ``above`` is our own words before it, such as why something was not done."""
    rows = shown_rows(reader, card, hours)
    if above is not None:
        rows.insert(0, blocks.section(above))
    return blocks.ephemeral(above or f"{title_of(reader.say, card)}: {state_line(reader, card)}", rows)


def receipt_rows(
    reader: Reader, card: HandoffCard, hours: CalendarSpec, *, headline: str = "handoff-saved-to"
) -> list[Json]:
    """For who handed it over: who has it and by when they answer, what was understood, and the way back."""
    say = reader.say
    if card.state is HandoffState.WITHDRAWN:
        gone = say("handoff-withdrawn-receipt", owner=mention(card.owner))
        return [blocks.section(f"{_ICONS[card.state]} {gone}")]
    if is_unrouted(card):
        headline = "handoff-saved-nobody"
    said = say(headline, owner=mention(card.owner))
    rows = [blocks.section(f":white_check_mark: *{title_of(say, card)}* · {said}")]
    rows += status_rows(reader, card, hours)
    back = back_from_time_off(hours, reader.now) if card.state is HandoffState.OFFERED else None
    if back is not None:
        away = say("handoff-owner-away", owner=mention(card.owner), when=reader.moment(back))
        rows.append(blocks.context(f":palm_tree: {away}"))
    understood = _understood(reader, card)
    if understood:
        rows.append(blocks.plain_context(say("handoff-understood", facts=" · ".join(understood))))
    if card.why.strip():
        if card.return_note:  # two people's words stand there: whose are whose
            rows.append(blocks.context(say("handoff-why-then")))
        rows.append(blocks.quote(card.why, _WHY))
    if card.removed:
        rows.append(blocks.context(say("handoff-removed-characters", count=card.removed)))
    return rows + buttons.marketer_row(reader, card)


def receipt_message(
    reader: Reader, card: HandoffCard, hours: CalendarSpec, *, headline: str = "handoff-saved-to"
) -> Json:
    """The receipt as an answer that only the asker sees."""
    rows = receipt_rows(reader, card, hours, headline=headline)
    return blocks.ephemeral(f"{title_of(reader.say, card)}: {state_line(reader, card)}", rows)


def status_rows(reader: Reader, card: HandoffCard, hours: CalendarSpec | None) -> list[Json]:
    """How it stands, what is owed by when, and why it came back; with ``hours`` also what is left of the time."""
    say = reader.say
    lines = [f"{_ICONS[card.state]} {state_line(reader, card)}"]
    deadline = deadline_line(reader, card, hours)
    if deadline is not None:
        lines.append(f"{':red_circle:' if is_late(card, reader.now) else ':alarm_clock:'} {deadline}")
    if card.snoozed_until is not None and card.snoozed_until > reader.now and card.state in OPEN:
        lines.append(f":zzz: {say('handoff-snoozed', when=reader.moment(card.snoozed_until))}")
    rows = [blocks.section("\n".join(lines))]
    if card.return_reason is not None:
        rows.append(blocks.context(say("handoff-returned-because", reason=say(f"reason-{card.return_reason}"))))
        if card.return_note:
            rows.append(blocks.quote(card.return_note, _QUOTE))
    return rows


def context_rows(reader: Reader, card: HandoffCard) -> list[Json]:
    """Why it is worth a call: the reason, what they did and when, where they come from, how to reach them."""
    say, rows = reader.say, []
    if card.why.strip():
        rows.append(blocks.quote(card.why, _WHY))
    facts = _facts(reader, card)
    if facts:
        rows.append(blocks.bullets(facts))
    small = _origin(reader, card, with_evidence=True)
    if small:
        rows.append(blocks.context(" · ".join(small)))
    talk = [
        say(
            "handoff-objection-line",
            theme=naming(say, card.talk.names)(f"theme-{said.theme or 'none'}"),
            quote=blocks.one_line(said.quote, _QUOTE),
        )
        for said in card.talk.objections
    ]
    talk += [
        say("objection-answer-what", argument=blocks.one_line(past.argument, _QUOTE)) for past in card.talk.arguments
    ]
    if talk:
        rows += [blocks.section(say("handoff-objections")), blocks.bullets(talk)]
    rows += rating_rows(reader, card)
    return rows


def rating_rows(reader: Reader, card: HandoffCard, *, noted: bool = True) -> list[Json]:
    """What people think of the lead, side by side; with their notes when they are ``noted``."""
    say = reader.say
    if not card.ratings:
        return []
    lines = [f"• {view_line(say, each, noted=noted)}" for each in card.ratings[:_VIEWS]]
    lines += and_more.words(say, len(card.ratings) - _VIEWS)
    return [blocks.section("\n".join([f"*{say('rating-on-card')}*", *lines]))]


def _facts(reader: Reader, card: HandoffCard) -> list[str]:
    """Plain lines: what people typed is in them."""
    say, lead = reader.say, card.lead
    lines = []
    action = blocks.one_line(lead.action or "", _LINE) or (
        say(f"leadtype-{lead.lead_type}") if lead.lead_type != "other" else ""
    )
    asked_at = lead.action_at or card.requested_at
    if action and asked_at is not None:
        dated = {"ago": reader.relative(asked_at), "when": reader.moment(asked_at)}
        lines.append(say("handoff-what-they-did", action=action, **dated))
    elif action:
        lines.append(say("handoff-what-they-did-undated", action=action))
    if lead.source and lead.campaign:
        campaign = blocks.one_line(lead.campaign, _LINE)
        lines.append(say("handoff-came-from-campaign", source=source_label(say, lead.source), campaign=campaign))
    elif lead.source:
        lines.append(say("handoff-came-from", source=source_label(say, lead.source)))
    if lead.score is not None:
        lines.append(say("handoff-score", score=say.number(lead.score)))
    contact = [blocks.one_line(each, _LINE) for each in (lead.name, lead.email, lead.phone) if each and each.strip()]
    if contact:
        lines.append(say("handoff-contact", contact=" · ".join(contact)))
    if card.account_name is not None:
        account = blocks.one_line(card.account_name, SHOWN_NAME)
        key = "handoff-account" if card.tier is None else "handoff-account-tier"
        lines.append(say(key, account=account, **({} if card.tier is None else {"tier": card.tier})))
    tried = attempts_in_words(say, card)
    if tried:
        lines.append(say("handoff-tried", attempts=tried))
    return lines


def _origin(reader: Reader, card: HandoffCard, *, with_evidence: bool) -> list[str]:
    say = reader.say
    pieces = []
    if card.lane is Lane.FAST:
        pieces.append(say("handoff-fast-lane"))
    if not with_evidence and card.lead.source:
        source = blocks.escape(source_label(say, card.lead.source))
        pieces.append(say("handoff-came-from", source=source))
    if card.round > 1:
        pieces.append(say("handoff-round", round=card.round))
    timer = owed(card)
    if timer is not None and timer.target_at is not None and timer.target_at > reader.now and card.paused is None:
        pieces.append(say("handoff-target", when=reader.moment(timer.target_at)))
    if with_evidence and card.source_link:
        pieces.append(say("handoff-evidence", link=card.source_link))
    return pieces


def _understood(reader: Reader, card: HandoffCard) -> list[str]:
    """What a line was taken to say, as plain pieces."""
    say, lead = reader.say, card.lead
    given = {
        "contact": lead.name,
        "email": lead.email,
        "phone": lead.phone,
        "source": source_label(say, lead.source) if lead.source else None,
        "type": say(f"leadtype-{lead.lead_type}") if lead.lead_type != "other" else None,
    }
    pieces = [say("handoff-fact-company", value=company_of(say, card))]
    pieces += [
        say(f"handoff-fact-{name}", value=blocks.one_line(value, _LINE)) for name, value in given.items() if value
    ]
    return pieces + ([say("handoff-open-crm")] if lead.crm_url else [])
