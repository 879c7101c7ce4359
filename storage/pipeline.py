"""A month's pipeline: deals opened, closed and standing, in three questions however many there are."""

from sqlalchemy import Connection, and_, case, func, or_, select
from sqlmodel import col

from domain.digest import DigestWindow
from domain.metrics import Trend
from domain.pipeline import Pipeline
from domain.taxonomy import DealOutcome
from storage.ids import WorkspaceId
from storage.scorecard_counts import closed_in
from storage.tables import Deal


def pipeline_of(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> Pipeline:
    """The pipeline of the window's month against the four before; a deal whose opening nobody told opened when stored.

    What happened after the month is not known to it: a deal closed since then was standing when it ended.
    """
    closed = closed_in(connection, workspace_id, window.weeks)
    opened_at = func.coalesce(col(Deal.opened_at), col(Deal.created_at))
    opened = connection.execute(
        select(
            *(
                func.coalesce(func.sum(case((and_(opened_at >= span.start, opened_at < span.end), 1), else_=0)), 0)
                for span in window.weeks
            )
        ).where(
            col(Deal.workspace_id) == workspace_id,
            opened_at >= window.weeks[-1].start,
            opened_at < window.weeks[0].end,
        )
    ).one()
    month = window.weeks[0]
    is_won = and_(col(Deal.outcome) == DealOutcome.WON.value, col(Deal.closed_at) >= month.start)
    stood = or_(col(Deal.outcome) == DealOutcome.OPEN.value, col(Deal.closed_at) >= month.end)
    won_then = and_(is_won, col(Deal.closed_at) < month.end)
    rows = connection.execute(
        select(
            col(Deal.currency),
            func.sum(case((stood, 1), else_=0)),
            func.sum(case((stood, func.coalesce(col(Deal.amount_minor), 0)), else_=0)),
            func.sum(case((won_then, func.coalesce(col(Deal.amount_minor), 0)), else_=0)),
        )
        .where(col(Deal.workspace_id) == workspace_id, opened_at < month.end, or_(stood, won_then))
        .group_by(col(Deal.currency))
    ).all()
    return Pipeline(
        _trend([int(count) for count in opened]),
        _trend([each.won for each in closed]),
        _trend([each.lost for each in closed]),
        sum(int(row[1]) for row in rows),
        {row[0]: int(row[2]) for row in rows if row[0] and row[2]},
        {row[0]: int(row[3]) for row in rows if row[0] and row[3]},
    )


def _trend(counts: list[int]) -> Trend:
    this, one, two, three, four = counts
    return Trend(this, (one, two, three, four))
