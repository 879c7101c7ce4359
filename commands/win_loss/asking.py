"""What a view does to the request for it: a rep's view answers it, and taking that back asks again.

Called in the transaction in which the view was written.
"""

from datetime import datetime

from commands.closings import settle, show_settled, start_review_timers
from domain.policy import TimerKind
from domain.taxonomy import DealOutcome
from storage import closings, review_requests
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.revived_timers import revive_timer
from storage.tables import ReviewRequest


def views_changed(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    deal_id: int | None,
    closing: int | None,
    actor_id: int,
    now: datetime,
) -> None:
    """A view of this closing was given, changed, taken back or brought back: bring the request for it up to that.

    Asked again is only what the deal's present closing lacks: of a deal that has opened again nobody owes a review.
    """
    if deal_id is None or closing is None:
        return
    request = review_requests.lock_closing(work, workspace_id, deal_id, closing)
    if request is None or request.state == review_requests.WITHDRAWN:
        return
    view = review_requests.answering_view(work.connection, workspace_id, deal_id, closing, request.asked_id)
    if view is None:
        if request.state == review_requests.ANSWERED:
            _ask_again(work, workspace_id, request, actor_id, now)
    elif request.state == review_requests.OPEN:
        settle(work, workspace_id, [request], review_requests.ANSWERED, actor_id, now, review_id=view)
    elif request.review_id != view:
        review_requests.change(work, workspace_id, [request.id], {"review_id": view})


def _ask_again(
    work: UnitOfWork, workspace_id: WorkspaceId, request: ReviewRequest, actor_id: int, now: datetime
) -> None:
    deal = closings.deals_by_id(work.connection, workspace_id, [request.deal_id])[request.deal_id]
    if deal.outcome == DealOutcome.OPEN or deal.closings != request.closing:
        settle(work, workspace_id, [request], review_requests.WITHDRAWN, actor_id, now)
        return
    values = {"state": review_requests.OPEN, "review_id": None, "settled_at": None}
    review_requests.change(work, workspace_id, [request.id], values)
    # The promise is the one that was made: due when it was, counted once, and nobody is reminded twice.
    about, asked_id = (review_requests.SUBJECT, request.id), request.asked_id
    if asked_id is None or not revive_timer(work, workspace_id, about, TimerKind.REVIEW, asked_id):
        start_review_timers(work, workspace_id, {request.id: asked_id}, request.asked_at)
    show_settled(work, workspace_id, [request], now)
