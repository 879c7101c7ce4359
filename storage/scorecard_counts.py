"""The digest's scorecard: the counts of a period and the four before it, in four questions however much there is."""

from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, Select, func, select
from sqlmodel import col

from domain.policy import TimerKind
from domain.scorecard import Kept
from domain.scorecard_counts import Closed, Counts, counts_by_span
from domain.taxonomy import DealOutcome
from domain.weeks import Span
from storage.ids import WorkspaceId
from storage.question import Given, Question
from storage.scorecard import ended_or_due, is_past, offers_in
from storage.tables import Deal, Timer
from storage.weeks_back import bounds, week_starts, weeks_back

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
    """Deals won and lost in each of ``spans``, which tile, latest first."""
    won = DealOutcome.WON.value
    rows = _closed.ask(connection, workspace_id=workspace_id, outcomes=(won, *LOST), **bounds(spans))
    counts = Counter({(row[0], row[1]): row[2] for row in rows.all()})
    return [Closed(counts[place, won], sum(counts[place, outcome] for outcome in LOST)) for place in range(len(spans))]


@Question
def _closed(given: Given) -> Select[int, str, int]:
    back = weeks_back(col(Deal.closed_at), week_starts(given))
    return (
        select(back, col(Deal.outcome), func.count())
        .where(
            col(Deal.workspace_id) == given.workspace_id,
            col(Deal.closed_at) >= given.four,
            col(Deal.closed_at) < given.end,
            col(Deal.outcome).in_(given.outcomes),
        )
        .group_by(back, col(Deal.outcome))
    )


def _answers(
    connection: Connection, workspace_id: WorkspaceId, period: Span, as_of: datetime
) -> list[tuple[datetime, bool]]:
    """When marketing was asked for an answer that is due by now, and whether it came in time; shadow left out."""
    rows = _asked_of_marketing.ask(
        connection, workspace_id=workspace_id, start=period.start, end=period.end, as_of=as_of
    )
    stood = [(started_at, outcome if is_past(ended, as_of) else None) for started_at, outcome, ended in rows]
    return [(started_at, outcome == "met") for started_at, outcome in stood if outcome != "cancelled"]


@Question
def _asked_of_marketing(given: Given) -> Select[datetime, str | None, datetime | None]:
    return select(col(Timer.started_at), col(Timer.outcome), col(Timer.stopped_at)).where(
        col(Timer.workspace_id) == given.workspace_id,
        col(Timer.started_at) >= given.start,
        col(Timer.started_at) < given.end,
        col(Timer.subject_kind) == _ASKED,
        col(Timer.kind) == TimerKind.ANSWER.value,
        col(Timer.is_shadow).is_(False),
        ended_or_due(given.as_of),
    )
