"""What others are told of handoffs, checked against the rows and put into words at the moment it leaves."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import TypeVar

from sqlalchemy import Connection

from commands.blocks import Json
from commands.context import Actor
from commands.handoff import notice_views, planning, standing, transferred, views
from commands.handoff.cards import SUBJECT, HandoffCard, card_of
from commands.handoff.notice_views import Part, part_of
from commands.handoff.words import Reader, is_late, is_unrouted, owed, shown_as, urgency
from commands.telling import Audience, Composed, Composer
from domain.calendars import CalendarSpec
from domain.handoff import OPEN, HandoffState
from domain.policy import TimerKind
from domain.values import frozen
from storage import calendars, outbox, people, posted, timer_rows, timers
from storage.outbox import Outgoing
from storage.tables import Notice

_Item = TypeVar("_Item")


@frozen
class _Told:
    """A handoff that some notices are about, as their reader sees it now."""

    card: HandoffCard
    hours: CalendarSpec
    notices: tuple[int, ...]
    kind: TimerKind | None = None


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {
        planning.OFFERED: _compose_own,
        planning.TRANSFERRED: transferred.compose,
        planning.UNROUTED: _compose_unrouted,
        planning.POSTED: _compose_posted,
        planning.CHANGED: _compose_changed,
        planning.REASSIGNED: _compose_reassigned,
        planning.RETURNED: _compose_returned,
        planning.EXPIRED: _compose_expired,
        planning.RECYCLE_DUE: _compose_recycle,
        planning.STANDS_STILL: standing.compose,
        planning.WARNED: partial(_compose_promises, planning.WARNED),
        planning.BREACHED: partial(_compose_promises, planning.BREACHED),
        planning.ESCALATED: partial(_compose_promises, planning.ESCALATED),
        timers.MOVED: _compose_moved,
    }


def _compose_own(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """The owner's own message of each lead; not of one that went on meanwhile."""

    def body(told: _Told) -> Json | None:
        if told.card.owner != audience.channel or told.card.state not in OPEN:
            return None
        return views.owner_message(_reader(audience), told.card, told.hours)

    return _each(connection, audience, due, planning.OFFERED, body)


def _compose_unrouted(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """Nobody could take it: whoever looks after it is asked to give it to somebody, and the channel sees it."""

    def body(told: _Told) -> Json | None:
        if told.card.state not in OPEN:
            return None
        if audience.channel == told.card.owner and is_unrouted(told.card):
            return notice_views.unrouted_message(_reader(audience), told.card)
        if audience.channel == told.card.owner:
            return views.owner_message(_reader(audience), told.card, told.hours)
        return None if _is_person(audience) else views.channel_message(_reader(audience), told.card)

    return _each(connection, audience, due, planning.UNROUTED, body)


def _compose_posted(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """The channel's one message of each handoff, also of one that was taken back: it says so."""
    return _each(
        connection,
        audience,
        due,
        planning.POSTED,
        lambda told: views.channel_message(_reader(audience), told.card),
    )


def _compose_changed(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """Bring what stands in Slack up to what is true now; where nothing stands yet there is nothing to do."""
    messages = []
    for told in _subjects(connection, audience, due):
        if outbox.first_post(connection, audience.workspace_id, SUBJECT, told.card.id, audience.channel) is None:
            continue
        subject = shown_as(told.card, audience.now)
        messages.append(
            Outgoing(
                planning.CHANGED,
                f"handoff:{told.card.id}:{audience.channel}:v{subject[2]}",
                audience.channel,
                _standing(audience, told),
                operation="update",
                subject=subject,
            )
        )
    return Composed(tuple(messages), frozenset(notice.id for notice in due))


def _standing(audience: Audience, told: _Told) -> Json:
    """The message as it is to stand: the channel's, the owner's, the marketer's, or that of who had it before."""
    reader, card = _reader(audience), told.card
    if not _is_person(audience):
        return views.channel_message(reader, card)
    if card.owner == audience.channel:
        return views.owner_message(reader, card, told.hours)
    if card.marketer == audience.channel:
        return notice_views.marketer_message(reader, card)
    return views.passed_on_message(reader, card)


def _compose_reassigned(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """Whoever had it is told that it went on, unless their own message says so where it stands."""

    def body(told: _Told) -> Json | None:
        stands = posted.posted_message(connection, audience.workspace_id, SUBJECT, told.card.id, audience.channel)
        if told.card.owner == audience.channel or stands is not None:
            return None
        return views.passed_on_message(_reader(audience), told.card)

    return _each(connection, audience, due, planning.REASSIGNED, body, follows=False)


def _compose_returned(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """What came back: one alone in full, several as the day's list."""
    reader = _reader(audience)
    standing = [told for told in _subjects(connection, audience, due) if told.card.return_reason is not None]
    if not standing:
        return Composed((), frozenset())
    ids = frozenset(each for told in standing for each in told.notices)
    key = f"handoffs-returned:{audience.channel}:{min(ids)}"
    if len(standing) == 1:
        card = standing[0].card
        subject = shown_as(card, audience.now) if _is_person(audience) else None
        body = notice_views.marketer_message(reader, card)
        return Composed((Outgoing(planning.RETURNED, key, audience.channel, body, subject=subject),), ids)
    messages = [
        Outgoing(
            planning.RETURNED,
            f"{key}:{place}",
            audience.channel,
            notice_views.returned_list(reader, [told.card for told in part]),
        )
        for place, part in enumerate(_parts(standing, notice_views.RETURNED_LISTED))
    ]
    return Composed(tuple(messages), ids)


def _compose_expired(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """Nobody answered in time, and it went on."""

    def body(told: _Told) -> Json | None:
        if told.card.state is not HandoffState.EXPIRED:
            return None
        return notice_views.expired_message(_reader(audience), told.card)

    return _each(connection, audience, due, planning.EXPIRED, body, follows=False)


def _compose_recycle(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """The day that a lead was to come back has come: once for each, with the marketer's buttons."""

    def body(told: _Told) -> Json | None:
        card = told.card
        if card.state is not HandoffState.RECYCLED or card.next_round is not None or card.recycle_at is None:
            return None
        return notice_views.marketer_message(_reader(audience), card)

    return _each(connection, audience, due, planning.RECYCLE_DUE, body, follows=_is_person(audience))


def _compose_promises(kind: str, connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """What is owed soon or late: one alone with its button, several as one list, what is late first.

    Not told any more: what was done, paused or handed on meanwhile; to others than the owner, what is in time again.
    """
    reader = _reader(audience)
    items: list[tuple[HandoffCard, Part, CalendarSpec]] = []
    ids: set[int] = set()
    seen: set[int] = set()
    for told in _subjects(connection, audience, due):
        card = told.card
        part = part_of(card, audience.channel) if _is_person(audience) else Part.CHANNEL
        if part is None or card.state not in OPEN or card.paused is not None:
            continue
        if not any(each.kind == told.kind and not each.is_shadow for each in card.running) or owed(card) is None:
            continue
        if part is not Part.OWNER and not is_late(card, audience.now):
            continue
        ids.update(told.notices)
        if card.id not in seen:  # accepting and the first try may be late together: one line says both
            seen.add(card.id)
            items.append((card, part, told.hours))
    if not items:
        return Composed((), frozenset())
    items.sort(key=lambda item: urgency(item[0], audience.now))
    key = f"{kind}:{audience.channel}:{min(ids)}"
    if len(items) == 1:
        card, part, hours = items[0]
        body = notice_views.promise_message(reader, card, part, hours)
        return Composed((Outgoing(kind, key, audience.channel, body),), frozenset(ids))
    messages = [
        Outgoing(kind, f"{key}:{place}", audience.channel, notice_views.promise_list(reader, part_of_list))
        for place, part_of_list in enumerate(_parts(items))
    ]
    return Composed(tuple(messages), frozenset(ids))


def _compose_moved(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """A deadline moved since somebody's working time changed: the present one, and why."""

    def body(told: _Told) -> Json | None:
        card = told.card
        if card.owner != audience.channel or card.state not in OPEN or owed(card) is None:
            return None
        because = next((each.data.get("because") for each in reversed(card.history) if each.action == timers.MOVED), "")
        return notice_views.moved_message(_reader(audience), card, told.hours, str(because or ""))

    return _each(connection, audience, due, timers.MOVED, body, follows=False)


def _each(
    connection: Connection,
    audience: Audience,
    due: Sequence[Notice],
    kind: str,
    body: Callable[[_Told], Json | None],
    *,
    follows: bool = True,
) -> Composed:
    """A message for each handoff that ``body`` has words for; with ``follows`` it changes with its handoff."""
    messages: list[Outgoing] = []
    ids: set[int] = set()
    seen: set[int] = set()
    for told in _subjects(connection, audience, due):
        said = body(told)
        if said is None:
            continue
        ids.update(told.notices)
        if told.card.id in seen:
            continue
        seen.add(told.card.id)
        subject = shown_as(told.card, audience.now) if follows else None
        key = f"{kind}:{audience.channel}:{min(told.notices)}"
        messages.append(Outgoing(kind, key, audience.channel, said, subject=subject))
    return Composed(tuple(messages), frozenset(ids))


def _subjects(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Iterable[_Told]:
    """The handoffs that notices are about, each once for each subject, in order."""
    viewer = _viewer(connection, audience)
    by_subject: dict[tuple[str, int], list[int]] = {}
    for notice in due:
        by_subject.setdefault((notice.subject_kind, notice.subject_id), []).append(notice.id)
    for (subject_kind, subject_id), ids in by_subject.items():
        handoff_id, kind = subject_id, None
        if subject_kind == timers.SUBJECT:
            timer = timer_rows.get_timer(connection, audience.workspace_id, subject_id)
            handoff_id, kind = timer.subject_id, TimerKind(timer.kind)
        card = card_of(connection, audience.workspace_id, handoff_id, viewer)
        hours = calendars.calendar_of(connection, audience.workspace_id, card.owner_id)
        yield _Told(card, hours, tuple(ids), kind)


def _viewer(connection: Connection, audience: Audience) -> Actor | None:
    """The reader as somebody who may press things; nobody when it is a channel."""
    if not _is_person(audience):
        return None
    member = people.find_member(connection, audience.workspace_id, audience.channel)
    if member is None:
        return None
    return Actor(audience.workspace_id, member.id, member.slack_user_id, member.locale, member.tz, member.is_admin)


def _is_person(audience: Audience) -> bool:
    return audience.channel[:1] in {"U", "W"}


def _reader(audience: Audience) -> Reader:
    return Reader(audience.say, audience.tz, audience.now, shared=not _is_person(audience))


def _parts(items: Sequence[_Item], size: int = notice_views.LISTED) -> list[Sequence[_Item]]:
    return [items[start : start + size] for start in range(0, len(items), size)]
