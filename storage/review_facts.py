"""What the digest tells of a week's win/loss reviews, in three queries however many there are."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select
from sqlmodel import col

from domain.taxonomy import DealOutcome
from domain.weeks import Span
from domain.win_loss_week import Learned, WinLossFacts
from storage.ids import WorkspaceId
from storage.named_accounts import account_name, its_account
from storage.tables import Account, WinLossReview


def win_loss_facts(connection: Connection, workspace_id: WorkspaceId, week: Span) -> WinLossFacts:
    """The reviews of ``week`` that stand, counted by deal; the latest lesson and the latest content that helped."""
    # A review that names no deal stands for one.
    deals = func.count(func.distinct(func.coalesce(col(WinLossReview.deal_id), col(WinLossReview.id))))
    ends = connection.execute(
        select(col(WinLossReview.outcome), deals).where(*_of(workspace_id, week)).group_by(col(WinLossReview.outcome))
    )
    is_won = case((col(WinLossReview.outcome) == DealOutcome.WON.value, 1), else_=0)
    reasons = connection.execute(
        select(is_won, col(WinLossReview.primary_reason), deals)
        .where(*_of(workspace_id, week), col(WinLossReview.primary_reason).is_not(None))
        .group_by(is_won, col(WinLossReview.primary_reason))
    ).all()
    lesson, helped = _learned(connection, workspace_id, week)
    return WinLossFacts(
        {row[0]: int(row[1]) for row in ends},
        {row[1]: int(row[2]) for row in reasons if row[0]},
        {row[1]: int(row[2]) for row in reasons if not row[0]},
        lesson,
        helped,
    )


def _learned(connection: Connection, workspace_id: WorkspaceId, week: Span) -> tuple[Learned | None, Learned | None]:
    """The latest lesson, and the latest content that helped: of a win before any other, where an account is named."""
    lesson, helped = col(WinLossReview.lesson), col(WinLossReview.helpful_content)
    account = account_name(WinLossReview)
    named = case((account.is_(None), 1), else_=0)
    won_first = case((col(WinLossReview.outcome) == DealOutcome.WON.value, 0), else_=1)
    latest = (named, col(WinLossReview.logged_at).desc(), col(WinLossReview.id).desc())
    ranked = (
        select(
            lesson.label("lesson"),
            helped.label("helped"),
            account.label("account"),
            col(WinLossReview.outcome).label("outcome"),
            col(WinLossReview.logged_at).label("at"),
            func.row_number().over(order_by=(case((lesson.is_(None), 1), else_=0), *latest)).label("as_lesson"),
            func.row_number()
            .over(order_by=(case((helped.is_(None), 1), else_=0), won_first, *latest))
            .label("as_help"),
        )
        .outerjoin(
            Account,
            its_account(WinLossReview, workspace_id),
        )
        .where(*_of(workspace_id, week))
        .subquery()
    )
    columns: list[ColumnElement[Any]] = list(ranked.c)
    rows = connection.execute(select(*columns).where((ranked.c.as_lesson == 1) | (ranked.c.as_help == 1))).all()
    first = next((row for row in rows if row.as_lesson == 1 and row.lesson), None)
    most = next((row for row in rows if row.as_help == 1 and row.helped), None)
    return (
        None if first is None else Learned(first.lesson, first.account, first.outcome, first.at),
        None if most is None else Learned(most.helped, most.account, most.outcome, most.at),
    )


def _of(workspace_id: WorkspaceId, week: Span) -> list[ColumnElement[bool]]:
    return [
        col(WinLossReview.workspace_id) == workspace_id,
        col(WinLossReview.logged_at) >= week.start,
        col(WinLossReview.logged_at) < week.end,
        col(WinLossReview.withdrawn_at).is_(None),
    ]
