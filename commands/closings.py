"""Asking for reviews of deals that close, and taking it back when they open again: from a file or by a person.

Called in the transaction in which the deal was written, by whichever slice did it.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from commands.stand_ins import StandIns
from domain.closings import is_asked_about
from domain.policy import TimerKind
from domain.telling import in_hours
from domain.values import frozen
from storage import audit, calendars, closings, notices, people, policies, review_requests, timers
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient
from storage.review_requests import SUBJECT
from storage.tables import Deal, ReviewRequest

#: A review is wanted: of a deal that closed, or on the day on which it is due. One kind, so that they come together.
WANTED: Final = "review_wanted"
#: What stands in Slack of a request is to say what has become of it.
SETTLED: Final = "review_settled"
#: What a file asks of one person comes as one message: it is stored in pieces, and all are in by then.
_GATHER: Final = timedelta(minutes=5)
_KINDS: Final = frozenset({TimerKind.REVIEW})


@frozen
class Asked:
    """What came of closings: how many are asked about, and how many were too long ago."""

    asked: int = 0
    past: int = 0


def ask_about(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    deal_ids: Collection[int],
    actor_id: int | None,
    now: datetime,
    *,
    gathered: bool = False,
) -> Asked:
    """Ask for a review of each of these deals' present closing, once, unless it was too long ago.

    Who closed it themselves is not written to: they have the form a press away. ``gathered``: more may follow in a
    moment, and what is asked of one person then comes as one message.
    """
    deals = closings.deals_by_id(work.connection, workspace_id, deal_ids)
    recent = {deal.id: deal for deal in deals.values() if is_asked_about(deal.closed_at or now, now)}
    if not recent:
        return Asked(past=len(deals))
    owners = closings.owners_of(work.connection, workspace_id, recent)
    stand_ins = StandIns(work, workspace_id, set(owners.values()))
    asked = {deal_id: stand_ins.asked_for(owners.get(deal_id)) for deal_id in recent}
    channel = _channel(work, workspace_id) if None in asked.values() else None
    added = review_requests.add_requests(
        work,
        workspace_id,
        [
            {
                "deal_id": deal.id,
                "closing": deal.closings,
                "owner_id": owners.get(deal.id),
                "asked_id": asked[deal.id],
                "channel": channel if asked[deal.id] is None else None,
                "asked_at": now,
            }
            for deal in recent.values()
        ],
    )
    start_review_timers(work, workspace_id, {added[deal_id]: asked[deal_id] for deal_id in added}, now)
    told = {
        request_id: Recipient(asked[deal_id], None if asked[deal_id] is not None else channel)
        for deal_id, request_id in added.items()
        if asked[deal_id] != actor_id or actor_id is None
    }
    plan_wanted(work, workspace_id, told, now + _GATHER if gathered else now, now)
    audit.record_all(
        work, [_asked_event(workspace_id, recent[deal_id], asked[deal_id], actor_id, now) for deal_id in added]
    )
    return Asked(len(added), len(deals) - len(recent))


def withdraw_requests(
    work: UnitOfWork, workspace_id: WorkspaceId, deal_ids: Collection[int], actor_id: int | None, now: datetime
) -> int:
    """These deals opened again: nobody owes a review of that closing. Views that were given stay with it."""
    standing = review_requests.lock_open(work, workspace_id, deal_ids)
    settle(work, workspace_id, standing, review_requests.WITHDRAWN, actor_id, now)
    return len(standing)


def settle(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    locked: Sequence[ReviewRequest],
    state: str,
    actor_id: int | None,
    now: datetime,
    *,
    review_id: int | None = None,
) -> None:
    """End locked requests: answered by a view, or withdrawn; nothing is told of them any more."""
    if not locked:
        return
    ids = [request.id for request in locked]
    values = {"state": state, "review_id": review_id, "settled_at": now}
    review_requests.change(work, workspace_id, ids, values)
    stop = timers.stop_timers if state == review_requests.ANSWERED else timers.cancel_timers
    for request_id in ids:
        stop(work, workspace_id, (SUBJECT, request_id), _KINDS, now)
    notices.drop_pending(work, workspace_id, SUBJECT, *ids)
    show_settled(work, workspace_id, locked, now)
    audit.record_all(
        work,
        [
            audit.event(
                workspace_id,
                f"review_request_{state}",
                (SUBJECT, request.id),
                actor_id,
                now,
                {"deal": request.deal_id, "closing": request.closing},
            )
            for request in locked
        ],
    )


def start_review_timers(
    work: UnitOfWork, workspace_id: WorkspaceId, asked: dict[int, int | None], start: datetime
) -> None:
    """Begin the promise of each request (its id) that somebody is asked for, by the agreement for everything."""
    owing: defaultdict[int, list[tuple[str, int]]] = defaultdict(list)
    for request_id, member_id in asked.items():
        if member_id is not None:
            owing[member_id].append((SUBJECT, request_id))
    if not owing:
        return
    policy = policies.choose_policy(work, workspace_id, "", "", None, start)
    if policy is None:
        return
    agreed = (policy.policy_id, policy.version, policy.spec)
    # A file closes hundreds at once: the writer is not held longer for it than for a few.
    for member_id, subjects in owing.items():
        timers.start_timers(work, workspace_id, subjects, member_id, agreed, _KINDS, start)


def plan_wanted(
    work: UnitOfWork, workspace_id: WorkspaceId, told: dict[int, Recipient], not_before: datetime, now: datetime
) -> None:
    """Plan that these requests are told to these readers, in their hours; a channel's are the company's."""
    readers = {recipient.member_id for recipient in told.values() if recipient.member_id is not None}
    hours = calendars.calendars_of(work.connection, workspace_id, readers) if readers else {}
    company = calendars.company_calendar(work.connection, workspace_id)
    planned = []
    for request_id, recipient in told.items():
        if recipient == Recipient():
            continue  # nobody, and no channel
        spec = company if recipient.member_id is None else hours[recipient.member_id]
        when = in_hours(spec, not_before)
        planned.append(PlannedNotice(WANTED, notices.NOW, recipient, SUBJECT, request_id, when))
    notices.add_notices(work, workspace_id, planned, now)


def show_settled(work: UnitOfWork, workspace_id: WorkspaceId, requests: Sequence[ReviewRequest], now: datetime) -> None:
    """Let the message that asked for a review show what became of it."""
    notices.add_notices(
        work,
        workspace_id,
        [
            PlannedNotice(
                SETTLED, notices.IN_PLACE, Recipient(request.asked_id, request.channel), SUBJECT, request.id, now
            )
            for request in requests
            if request.asked_id is not None or request.channel is not None
        ],
        now,
    )


def _channel(work: UnitOfWork, workspace_id: WorkspaceId) -> str | None:
    """Where it is asked when there is nobody: sales' channel of handoffs, else marketing's."""
    workspace = people.get_workspace(work.connection, workspace_id)
    return workspace.handoff_channel or workspace.marketing_channel


def _asked_event(
    workspace_id: WorkspaceId, deal: Deal, asked_id: int | None, actor_id: int | None, now: datetime
) -> dict[str, Any]:
    data = {"closing": deal.closings, "outcome": deal.outcome, "asked": asked_id}
    return audit.event(workspace_id, "review_asked", (closings.SUBJECT, deal.id), actor_id, now, data)
