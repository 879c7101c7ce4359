"""What a review is about, found in the rows: a deal, else an account, else the name that somebody typed."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.win_loss.parse import ReviewFields
from domain.taxonomy import DealOutcome
from domain.values import frozen
from domain.win_loss import LOST
from storage import accounts, review_subjects
from storage.ids import WorkspaceId
from storage.review_subjects import DealSubject

_LOOKED_AT = 10


@frozen
class Subject:
    """A deal with its account, an account alone, or only the ``hint`` that names neither yet."""

    deal: DealSubject | None = None
    account_id: int | None = None
    account_name: str | None = None
    hint: str | None = None

    @property
    def title(self) -> str | None:
        """What it is called."""
        return self.account_name or (self.deal and self.deal.name) or self.hint


def subject_of(connection: Connection, workspace_id: WorkspaceId, fields: ReviewFields) -> Subject:
    """What ``fields`` are about. A name is an account's, else a deal's; an account stands for the deal that fits."""
    if fields.deal_id is not None:
        deal = review_subjects.deal_subject(connection, workspace_id, fields.deal_id)
        if deal is not None:
            return _of_deal(deal)
    account_id = fields.account_id
    if account_id is None and fields.account_name is not None:
        account_id = accounts.account_id_of(connection, workspace_id, fields.account_name)
        if account_id is None:
            named = review_subjects.deals_named(connection, workspace_id, fields.account_name)
            fitting = fitting_deal(named, fields.outcome)
            return Subject(hint=fields.account_name) if fitting is None else _of_deal(fitting)
    if account_id is None:
        return Subject()
    account = accounts.get_account(connection, workspace_id, account_id)  # merged since it was chosen: what it is now
    deals = review_subjects.deals_of_account(connection, workspace_id, account.id, limit=_LOOKED_AT)
    return Subject(fitting_deal(deals, fields.outcome), account.id, account.name)


def fitting_deal(deals: Sequence[DealSubject], outcome: DealOutcome | None) -> DealSubject | None:
    """Of an account's deals, the latest closed first, the one that somebody speaks of who says how it ended.

    The latest that closed so; else the one that is still open here, which the CRM has not heard of; else the latest
    closed, whatever is known of its end. Nothing when several stand open and none closed.
    """
    closed = [deal for deal in deals if deal.outcome != DealOutcome.OPEN]
    agreeing = [deal for deal in closed if outcome is None or _agree(DealOutcome(deal.outcome), outcome)]
    if agreeing:
        return agreeing[0]
    still_open = [deal for deal in deals if deal.outcome == DealOutcome.OPEN]
    if len(still_open) == 1:
        return still_open[0]
    return closed[0] if closed else None


def _of_deal(deal: DealSubject) -> Subject:
    return Subject(deal, deal.account_id, deal.account_name, None if deal.account_id is not None else deal.name)


def _agree(known: DealOutcome, said: DealOutcome) -> bool:
    if DealOutcome.UNKNOWN in {known, said} or known is said:
        return True
    if known in LOST and said in LOST:
        return True
    # A customer who leaves had been won.
    return known is DealOutcome.WON and said is DealOutcome.CHURNED
