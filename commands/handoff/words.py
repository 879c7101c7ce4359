"""How a handoff is put into words: its name, its state, its deadline in the reader's zone, and what is left of it."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from commands import blocks
from commands.handoff.cards import SUBJECT, HandoffCard, TimerFacts
from commands.i18n import Say
from domain.calendars import CalendarError, CalendarSpec
from domain.durations import Duration
from domain.handoff import OPEN, HandoffState
from domain.policy import TimerKind
from domain.routing import RoutedBy
from domain.sla_clock import due_at, elapsed
from domain.values import frozen

SHOWN_NAME: Final = 60
_HOUR: Final = timedelta(hours=1)
#: With more working time left than this, days say more than hours.
_DAY: Final = timedelta(hours=9)
#: A span is told in whole hours from here on.
_WHOLE_HOURS: Final = timedelta(hours=3)
#: After so many tries in vain within this time, letting it rest is suggested.
_ENOUGH_TRIES: Final = 6
_TRIED_WITHIN: Final = Duration.business_days(10)
_OWED: Final = (TimerKind.ACCEPT, TimerKind.ATTEMPT, TimerKind.QUALIFY)


@frozen
class Reader:
    """Who reads: language, zone and moment (aware UTC). ``shared``: a channel, whose people live by several zones."""

    say: Say
    tz: str
    now: datetime
    shared: bool = False

    def moment(self, value: datetime) -> str:
        """A moment in the reader's zone, with its day: a message that says "today" is wrong tomorrow.

        To a channel it says whose time that is, since whoever reads it may live by another one.
        """
        told = self.say.moment(value, self.tz)
        return f"{told} ({self.say.city(self.tz)})" if self.shared else told

    def relative(self, value: datetime) -> str:
        """How far away a moment is: "2 hours ago"."""
        return self.say.relative(value - self.now)


def mention(slack_id: str) -> str:
    """A person, as Slack shows them."""
    return f"<@{slack_id}>"


def company_of(say: Say, card: HandoffCard) -> str:
    """What the lead is called, as plain text: its company, else its account, name or address."""
    lead = card.lead
    named = lead.company or card.account_name or lead.name or lead.email
    return blocks.one_line(named, SHOWN_NAME) if named and named.strip() else say("handoff-no-company")


def title_of(say: Say, card: HandoffCard) -> str:
    """Company and contact, as mrkdwn."""
    company, contact = company_of(say, card), card.lead.name
    if not contact or not contact.strip() or blocks.one_line(contact, SHOWN_NAME) == company:
        return blocks.escape(company)
    shown = blocks.one_line(contact, SHOWN_NAME)
    return say("handoff-title-contact", company=blocks.escape(company), contact=blocks.escape(shown))


def state_line(reader: Reader, card: HandoffCard) -> str:
    """How it stands, with who has it; for everybody to read."""
    if card.state in OPEN and is_unrouted(card):
        return reader.say("handoff-nobody", owner=mention(card.owner))
    if card.state is HandoffState.RECYCLED:
        if card.recycle_at is None:
            return reader.say("handoff-dropped")
        back = card.recycle_at.astimezone(ZoneInfo(reader.tz)).date()
        return reader.say("hstate-recycled", when=reader.say.day(back))
    return reader.say(f"hstate-{card.state}", owner=mention(card.owner), marketer=mention(card.marketer))


def is_unrouted(card: HandoffCard) -> bool:
    """Whether nobody could take it, so that somebody looks after it meanwhile."""
    given_on = any(each.action == "handoff_reassigned" for each in card.history)
    return card.routed.by == RoutedBy.NOBODY and card.accepted_at is None and not given_on


def owed(card: HandoffCard) -> TimerFacts | None:
    """The promise that is owed next and that people are told of."""
    told = [each for each in card.running if not each.is_shadow and each.kind in _OWED]
    return told[0] if told else None


def deadline_line(reader: Reader, card: HandoffCard, hours: CalendarSpec | None) -> str | None:
    """What is owed by when, in words: "Accept by Mon … (in 2 working hours)". ``hours`` are the owner's.

    Without them only the moment: what is left would be wrong in a message that stands.
    """
    timer = owed(card)
    if timer is None or card.state not in OPEN:
        return None
    if card.paused is not None:
        return reader.say("handoff-paused", reason=pause_reason(reader.say, card.paused))
    when = reader.moment(timer.due_at)
    if timer.due_at <= reader.now:
        return reader.say(f"late-{timer.kind}", when=when)
    due = reader.say(f"due-{timer.kind}", when=when)
    if hours is None:
        return due
    return reader.say("due-with-left", due=due, left=left_in_words(reader, timer.due_at, hours))


def is_late(card: HandoffCard, now: datetime) -> bool:
    """Whether what is owed next should have been done by now."""
    timer = owed(card)
    return timer is not None and card.paused is None and timer.due_at <= now


def shown_as(card: HandoffCard, now: datetime) -> tuple[str, int, int]:
    """What a message about a handoff shows, as the outbox's subject: a higher number of two shows what is truer.

    The handoff's version does not rise when its deadline passes, and yet what stands in Slack is to say so.
    """
    return SUBJECT, card.id, 2 * card.version + is_late(card, now)


def urgency(card: HandoffCard, now: datetime) -> tuple[bool, float]:
    """What to sort by: what is late first, then what is due first."""
    timer = owed(card)
    return not is_late(card, now), timer.due_at.timestamp() if timer is not None else 0.0


def tries_in_vain(card: HandoffCard, hours: CalendarSpec) -> int:
    """How many tries within ten working days nobody answered, once they are enough to let it rest; else 0."""
    if card.state is not HandoffState.ATTEMPTED:
        return 0
    tried = sorted(
        datetime.fromisoformat(str(each.data["at"]))
        for each in card.history
        if each.action == "handoff_attempted" and each.data.get("at")
    )
    for first, last in zip(tried, tried[_ENOUGH_TRIES - 1 :], strict=False):
        try:
            in_time = due_at(hours, first, _TRIED_WITHIN) >= last
        except CalendarError:
            in_time = False
        if in_time:
            return len(tried)
    return 0


def pause_reason(say: Say, reason: str) -> str:
    """Why a clock stands still; what we do not know is told as it stands."""
    key = f"handoff-pause-{reason}"
    return say(key) if say.has(key) else blocks.escape(reason)


def left_in_words(reader: Reader, due: datetime, hours: CalendarSpec) -> str:
    """How much working time is left; days once it is more than one of them."""
    say = reader.say
    try:
        left = elapsed(hours, reader.now, due)
    except CalendarError:  # nobody works by such hours: time on the clock then
        left = due - reader.now
    if left > _DAY:
        return say.relative(due - reader.now)
    minutes = max(1, round(left / timedelta(minutes=1)))
    if minutes < _HOUR / timedelta(minutes=1):
        return say("handoff-working-minutes", count=minutes)
    if left >= _WHOLE_HOURS or minutes % 60 == 0:
        return say("handoff-working-hours", count=round(left / _HOUR))
    return say("handoff-working-mixed", span=say.span(timedelta(minutes=minutes)))


def attempts_in_words(say: Say, card: HandoffCard) -> str:
    """What was tried so far: "2 calls, one e-mail"; nothing when nothing was."""
    return ", ".join(say(f"tried-{channel}", count=count) for channel, count in sorted(card.attempts.items()) if count)
