"""Who hears of a handoff and when: planned with the facts, held to each reader's hours, put into words at release."""

from collections.abc import Iterable
from datetime import datetime
from typing import Final

from domain.calendars import CalendarError, CalendarSpec
from domain.ladder import end_of_day
from domain.sla_clock import next_start, next_working_moment
from domain.values import frozen
from storage import calendars, handoffs, notices, people
from storage.database import UnitOfWork
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.tables import Handoff, Member

OFFERED: Final = "handoff_offered"
POSTED: Final = "handoff_posted"
CHANGED: Final = handoffs.CHANGED
RETURNED: Final = "handoff_returned"
REASSIGNED: Final = "handoff_reassigned"
#: What came with all that somebody else had open: one message, however many.
TRANSFERRED: Final = "handoff_transferred"
UNROUTED: Final = "handoff_unrouted"
EXPIRED: Final = "handoff_expired"
RECYCLE_DUE: Final = "recycle_due"
STANDS_STILL: Final = "handoff_stands_still"
WARNED: Final = "timer_warned"
BREACHED: Final = "timer_breached"
ESCALATED: Final = "timer_escalated"
#: What is told of each handoff by a message of its own; the rest is merged into lists.
ONE_EACH: Final = frozenset({OFFERED, POSTED, CHANGED, REASSIGNED, UNROUTED, EXPIRED, RECYCLE_DUE})

#: An end-of-day list is daily in lane, but has its own hour.


@frozen
class _Wish:
    kind: str
    lane: str
    member_id: int | None
    channel: str | None
    subject: tuple[str, int]
    not_before: datetime


class Telling:
    """Collects what is to be told, and stores it all with its moments: few questions, however many are told."""

    def __init__(self, work: UnitOfWork, workspace_id: WorkspaceId, now: datetime) -> None:
        self._work = work
        self._workspace_id = workspace_id
        self._now = now
        self._wishes: list[_Wish] = []
        self._channel: str | None = None
        self._channel_asked = False

    @property
    def channel(self) -> str | None:
        """Where handoffs are shown: the handoff channel, else the marketing channel, else nowhere."""
        if not self._channel_asked:
            workspace = people.get_workspace(self._work.connection, self._workspace_id)
            self._channel = workspace.handoff_channel or workspace.marketing_channel
            self._channel_asked = True
        return self._channel

    def member(
        self,
        kind: str,
        member_id: int | None,
        subject: tuple[str, int],
        *,
        lane: str = notices.NOW,
        not_before: datetime | None = None,
    ) -> None:
        """Tell a member, in a lane of `storage.notices`, not before ``not_before``."""
        if member_id is not None:
            self._add(_Wish(kind, lane, member_id, None, subject, not_before or self._now))

    def in_channel(self, kind: str, subject: tuple[str, int], *, lane: str = notices.NOW) -> None:
        """Tell the channel of handoffs, if there is one."""
        if self.channel is not None:
            self._add(_Wish(kind, lane, None, self.channel, subject, self._now))

    def changed(self, handoff: Handoff, *others: int | None) -> None:
        """Bring what stands in Slack about a handoff up to date: the owner's, the channel's, and ``others``'."""
        subject = (SUBJECT, handoff.id)
        for member_id in dict.fromkeys((handoff.owner_id, handoff.marketer_id, *others)):
            self.member(CHANGED, member_id, subject, lane=notices.IN_PLACE)
        self.in_channel(CHANGED, subject, lane=notices.IN_PLACE)

    def store(self) -> None:
        """Write it all. Who has left is not written to: what they were to hear goes to the channel."""
        members = handoffs.members_by_id(
            self._work.connection, self._workspace_id, {wish.member_id for wish in self._wishes}
        )
        readers = {wish.member_id for wish in self._wishes if wish.member_id and wish.lane != notices.IN_PLACE}
        working = calendars.calendars_of(self._work.connection, self._workspace_id, readers)
        planned = []
        for wish in self._wishes:
            reader = members.get(wish.member_id) if wish.member_id is not None else None
            if wish.lane == notices.IN_PLACE or reader is None:
                planned.append(self._planned(wish, Recipient(wish.member_id, wish.channel), wish.not_before))
            elif reader.is_active:
                when = _moment(wish, reader, working[reader.id], self._now)
                planned.append(self._planned(wish, Recipient(reader.id), when))
            elif self.channel is not None:
                planned.append(self._planned(wish, Recipient(channel=self.channel), wish.not_before))
        notices.add_notices(self._work, self._workspace_id, _once(planned), self._now)
        self._wishes.clear()

    def _add(self, wish: _Wish) -> None:
        self._wishes.append(wish)

    def _planned(self, wish: _Wish, recipient: Recipient, when: datetime) -> PlannedNotice:
        return PlannedNotice(wish.kind, wish.lane, recipient, wish.subject[0], wish.subject[1], when)


def _moment(wish: _Wish, reader: Member, spec: CalendarSpec, now: datetime) -> datetime:
    earliest = max(now, wish.not_before)
    try:
        if wish.lane == notices.DAILY:
            return next_start(spec, earliest, reader.daily_at)
        if wish.lane == notices.EVENING:
            return end_of_day(spec, earliest)
        return next_working_moment(spec, earliest)
    except CalendarError:  # hours that never come again keep nobody else's promises from going on
        return earliest


def _once(planned: Iterable[PlannedNotice]) -> list[PlannedNotice]:
    """The same told to the same reader about the same thing is told once."""
    found = {(each.kind, each.lane, each.recipient, each.subject_kind, each.subject_id): each for each in planned}
    return list(found.values())
