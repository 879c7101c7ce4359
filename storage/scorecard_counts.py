"""The digest's scorecard: the counts of a period and the four before it, in four questions however much there is."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import ColumnElement, Connection, and_, case, func, select
from sqlmodel import col

from domain.policy import TimerKind
from domain.scorecard import Kept
from domain.scorecard_counts import Closed, Counts, counts_by_span
from domain.taxonomy import DealOutcome
from domain.weeks import Span
from storage.ids import WorkspaceId
from storage.scorecard import ended_or_due, is_past, offers_in
from storage.tables import Deal, Timer

#: What marketing is asked for an answer about.
_ASKED: Final = "objection"
#: How a deal ends that was not won; a customer who left is no deal lost.
LOST: Final = (DealOutcome.LOST_COMPETITOR.value, DealOutcome.LOST_NO_DECISION.value, DealOutcome.LOST_OTHER.value)


def scorecard_counts(
    connection: Connection, workspace_id: WorkspaceId, spans: Sequence[Span], as_of: datetime
) -> tuple[Counts, ...]:
    """The counts of each of ``spans``, which tile, latest first; promises as they stood at ``as_of``."""
    whole = Span(spans[-1].start, spans[0].end)
    offers = offers_in(connection, workspace_id, whole, as_of)
    answers = _answers(connection, workspace_id, whole, as_of)
    kept = [[met for asked_at, met in answers if asked_at in span] for span in spans]
    return counts_by_span(
        spans,
        offers,
        [Kept(sum(each), len(each)) for each in kept],
        closed_in(connection, workspace_id, spans),
    )


def closed_in(connection: Connection, workspace_id: WorkspaceId, spans: Sequence[Span]) -> list[Closed]:
    """Deals won and lost in each of ``spans``."""

    def counted(span: Span, which: ColumnElement[bool]) -> ColumnElement[int]:
        within = and_(col(Deal.closed_at) >= span.start, col(Deal.closed_at) < span.end, which)
        return func.coalesce(func.sum(case((within, 1), else_=0)), 0)

    won, lost = col(Deal.outcome) == DealOutcome.WON.value, col(Deal.outcome).in_(LOST)
    row = connection.execute(
        select(*(counted(span, which) for span in spans for which in (won, lost))).where(
            col(Deal.workspace_id) == workspace_id,
            col(Deal.closed_at) >= spans[-1].start,
            col(Deal.closed_at) < spans[0].end,
        )
    ).one()
    return [Closed(int(row[2 * place]), int(row[2 * place + 1])) for place in range(len(spans))]


def _answers(
    connection: Connection, workspace_id: WorkspaceId, period: Span, as_of: datetime
) -> list[tuple[datetime, bool]]:
    """When marketing was asked for an answer that is due by now, and whether it came in time; shadow left out."""
    rows = connection.execute(
        select(col(Timer.started_at), col(Timer.outcome), col(Timer.stopped_at)).where(
            col(Timer.workspace_id) == workspace_id,
            col(Timer.started_at) >= period.start,
            col(Timer.started_at) < period.end,
            col(Timer.subject_kind) == _ASKED,
            col(Timer.kind) == TimerKind.ANSWER.value,
            col(Timer.is_shadow).is_(False),
            ended_or_due(as_of),
        )
    )
    stood = [(started_at, outcome if is_past(ended, as_of) else None) for started_at, outcome, ended in rows]
    return [(started_at, outcome == "met") for started_at, outcome in stood if outcome != "cancelled"]
