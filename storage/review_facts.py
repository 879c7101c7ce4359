"""What the digest tells of a week's win/loss reviews, in three queries however many there are."""

from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, select
from sqlmodel import col

from domain.taxonomy import DealOutcome
from domain.weeks import Span
from domain.win_loss_week import Learned, WinLossFacts
from storage.ids import WorkspaceId
from storage.named_accounts import account_name, its_account
from storage.question import Given, Question
from storage.tables import Account, WinLossReview


def win_loss_facts(connection: Connection, workspace_id: WorkspaceId, week: Span) -> WinLossFacts:
    """The reviews of ``week`` that stand, counted by deal; the latest lesson and the latest content that helped."""
    asked = {"workspace_id": workspace_id, "start": week.start, "end": week.end}
    ends = _ends.ask(connection, **asked)
    reasons = _reasons.ask(connection, **asked).all()
    rows = _learned.ask(connection, **asked).all()
    first = next((row for row in rows if row.as_lesson == 1 and row.lesson), None)
    most = next((row for row in rows if row.as_help == 1 and row.helped), None)
    return WinLossFacts(
        {row[0]: int(row[1]) for row in ends},
        {row[1]: int(row[2]) for row in reasons if row[0]},
        {row[1]: int(row[2]) for row in reasons if not row[0]},
        None if first is None else Learned(first.lesson, first.account, first.outcome, first.at),
        None if most is None else Learned(most.helped, most.account, most.outcome, most.at),
    )


@Question
def _ends(given: Given) -> Select[str, int]:
    return select(col(WinLossReview.outcome), _deals()).where(*_of(given)).group_by(col(WinLossReview.outcome))


@Question
def _reasons(given: Given) -> Select[int, str, int]:
    is_won = case((col(WinLossReview.outcome) == DealOutcome.WON.value, 1), else_=0)
    return (
        select(is_won, col(WinLossReview.primary_reason), _deals())
        .where(*_of(given), col(WinLossReview.primary_reason).is_not(None))
        .group_by(is_won, col(WinLossReview.primary_reason))
    )


@Question
def _learned(given: Given) -> Select[*tuple[Any, ...]]:
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
        .outerjoin(Account, its_account(WinLossReview, given.workspace_id))
        .where(*_of(given))
        .subquery()
    )
    columns: list[ColumnElement[Any]] = list(ranked.c)
    return select(*columns).where((ranked.c.as_lesson == 1) | (ranked.c.as_help == 1))


def _deals() -> ColumnElement[int]:
    # A review that names no deal stands for one.
    return func.count(func.distinct(func.coalesce(col(WinLossReview.deal_id), col(WinLossReview.id))))


def _of(given: Given) -> list[ColumnElement[bool]]:
    return [
        col(WinLossReview.workspace_id) == given.workspace_id,
        col(WinLossReview.logged_at) >= given.start,
        col(WinLossReview.logged_at) < given.end,
        col(WinLossReview.withdrawn_at).is_(None),
    ]
