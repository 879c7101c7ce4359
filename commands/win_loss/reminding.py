"""The clock's part of reviews: on the due day who is asked hears of it, once; after that only the digest names it."""

from collections.abc import Collection, Mapping
from datetime import datetime

from commands.closings import plan_wanted
from commands.ladder_steps import Debt, take_gentle_steps
from commands.stand_ins import StandIns
from storage import review_requests
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.notices import Recipient
from storage.pauses import Subject


def take_steps(work: UnitOfWork, workspace_id: WorkspaceId, due: Mapping[int, Subject], now: datetime) -> int:
    """Take every step that has come for the timers ``due`` of requests; gives how many timers moved on."""
    return take_gentle_steps(work, workspace_id, _Requests(), due, now)


class _Requests:
    """The book of requests for reviews: who has left is not asked any more, whoever stands in is."""

    def take(self, work: UnitOfWork, workspace_id: WorkspaceId, ids: Collection[int]) -> Mapping[int, Debt]:
        found = review_requests.take(work, workspace_id, ids)
        stand_ins = StandIns(work, workspace_id, {request.asked_id for request in found})
        debts = {}
        for request in found:
            asked_id = stand_ins.asked_for(request.asked_id)
            if asked_id is not None and asked_id != request.asked_id:
                review_requests.change(work, workspace_id, [request.id], {"asked_id": asked_id, "reminded_at": None})
            is_new = asked_id != request.asked_id
            is_open = request.state == review_requests.OPEN
            is_reminded = request.reminded_at is not None and not is_new
            debts[request.id] = Debt(asked_id if is_open else None, is_reminded)
        return debts

    def remind(self, work: UnitOfWork, workspace_id: WorkspaceId, debtors: Mapping[int, int], now: datetime) -> None:
        review_requests.change(work, workspace_id, debtors, {"reminded_at": now})
        plan_wanted(work, workspace_id, {each: Recipient(who) for each, who in debtors.items()}, now, now)
