"""What the weekly digest is made from: the week's rows counted and quoted, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    SQLColumnExpression,
    and_,
    case,
    exists,
    func,
    or_,
    select,
)
from sqlmodel import col

from domain.digest import (
    DigestFacts,
    DigestWindow,
    Saying,
    SourceConversion,
    SourceCount,
    ThemeCount,
    leading_themes,
)
from domain.digest_scope import AccountChoice
from domain.metrics import Conversion, Trend
from domain.taxonomy import BeliefSource, DealOutcome, Worked
from domain.weeks import Span
from storage.account_weeks import week_of_accounts
from storage.answers import fallen_unanswered
from storage.ids import WorkspaceId
from storage.lead_ratings import quality_facts
from storage.named_accounts import account_name, its_account
from storage.pipeline import pipeline_of
from storage.review_facts import win_loss_facts
from storage.review_requests import fallen_due
from storage.scorecard_counts import scorecard_counts
from storage.tables import Account, Deal, Lead, Objection
from storage.topics import insights_of
from storage.weeks_back import weeks_back

Key = TypeVar("Key")


def digest_facts(
    connection: Connection,
    workspace_id: WorkspaceId,
    window: DigestWindow,
    *,
    accounts: AccountChoice | None = None,
    as_of: datetime | None = None,
) -> DigestFacts:
    """Everything a digest of ``window`` says, in a constant number of queries however much there is.

    ``accounts`` are those reviewed (all, when absent); promises are judged at ``as_of``, else at the window's end.
    """
    themes = _themes(connection, workspace_id, window)
    leading = leading_themes(themes)
    return DigestFacts(
        window,
        themes,
        _sources(connection, workspace_id, window),
        _cohort(connection, workspace_id, window),
        _quotes(connection, workspace_id, window, leading),
        _arguments(connection, workspace_id, window, leading),
        quality_facts(connection, workspace_id, window.weeks[0]),
        week_of_accounts(connection, workspace_id, window, accounts),
        unreviewed=fallen_due(connection, workspace_id, window.weeks[0]),
        unanswered=fallen_unanswered(connection, workspace_id, window.weeks[0]),
        win_loss=win_loss_facts(connection, workspace_id, window.weeks[0]),
        scorecard=scorecard_counts(connection, workspace_id, window.weeks, as_of or window.weeks[0].end),
        pipeline=pipeline_of(connection, workspace_id, window) if window.is_month else None,
        insights=insights_of(connection, workspace_id, window),
    )


def _themes(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> tuple[ThemeCount, ...]:
    back = weeks_back(col(Objection.logged_at), window.weeks)
    rows = connection.execute(
        select(col(Objection.theme), back, func.count())
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.logged_at) >= window.weeks[-1].start,
            col(Objection.logged_at) < window.weeks[0].end,
            col(Objection.withdrawn_at).is_(None),
        )
        .group_by(col(Objection.theme), back)
    )
    return tuple(ThemeCount(theme, trend) for theme, trend in _trends((row[0], row[1], row[2]) for row in rows).items())


def _sources(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> tuple[SourceCount, ...]:
    back = weeks_back(col(Lead.mql_at), window.weeks)
    rows = connection.execute(
        select(col(Lead.source), back, func.count())
        .where(
            col(Lead.workspace_id) == workspace_id,
            col(Lead.mql_at) >= window.weeks[-1].start,
            col(Lead.mql_at) < window.weeks[0].end,
        )
        .group_by(col(Lead.source), back)
    )
    return tuple(
        SourceCount(source, trend) for source, trend in _trends((row[0], row[1], row[2]) for row in rows).items()
    )


def _cohort(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> tuple[SourceConversion, ...]:
    # What was won after the week is not known yet to its digest, whenever that is written.
    was_won = exists().where(
        col(Deal.workspace_id) == workspace_id,
        col(Deal.lead_id) == col(Lead.id),
        col(Deal.outcome) == DealOutcome.WON.value,
        col(Deal.closed_at) < window.weeks[0].end,
    )
    rows = connection.execute(
        select(col(Lead.source), func.count(), func.sum(case((was_won, 1), else_=0)))
        .where(
            col(Lead.workspace_id) == workspace_id,
            col(Lead.mql_at) >= window.cohort.start,
            col(Lead.mql_at) < window.cohort.end,
        )
        .group_by(col(Lead.source))
    )
    return tuple(SourceConversion(source, Conversion(int(won), n)) for source, n, won in rows)


def _quotes(
    connection: Connection, workspace_id: WorkspaceId, window: DigestWindow, themes: Sequence[str | None]
) -> tuple[Saying, ...]:
    # Best what the buyer said or wrote, at an account that can be named; the latest of those.
    order = (
        case((col(Objection.belief_source) == BeliefSource.GUESS.value, 1), else_=0),
        case((account_name(Objection).is_(None), 1), else_=0),
        col(Objection.logged_at).desc(),
        col(Objection.id).desc(),
    )
    return _one_each(connection, workspace_id, col(Objection.quote), window.weeks[0], themes, order)


def _arguments(
    connection: Connection, workspace_id: WorkspaceId, window: DigestWindow, themes: Sequence[str | None]
) -> tuple[Saying, ...]:
    worked = and_(col(Objection.worked) == Worked.YES.value, col(Objection.argument).is_not(None))
    order = (col(Objection.logged_at).desc(), col(Objection.id).desc())
    return _one_each(connection, workspace_id, col(Objection.argument), window.arguments, themes, order, worked)


def _one_each(
    connection: Connection,
    workspace_id: WorkspaceId,
    said: SQLColumnExpression[Any],
    span: Span,
    themes: Sequence[str | None],
    order: Sequence[ColumnElement[Any]],
    *conditions: ColumnElement[bool],
) -> tuple[Saying, ...]:
    """For each of ``themes`` the first row of ``span`` in ``order``."""
    of_themes: list[ColumnElement[bool]] = [col(Objection.theme).in_([theme for theme in themes if theme is not None])]
    if None in themes:
        of_themes.append(col(Objection.theme).is_(None))
    ranked = (
        select(
            col(Objection.theme).label("theme"),
            said.label("said"),
            account_name(Objection).label("account"),
            col(Objection.logged_at).label("at"),
            func.row_number().over(partition_by=col(Objection.theme), order_by=order).label("place"),
        )
        .outerjoin(
            Account,
            its_account(Objection, col(Objection.workspace_id)),
        )
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.logged_at) >= span.start,
            col(Objection.logged_at) < span.end,
            col(Objection.withdrawn_at).is_(None),
            or_(*of_themes),
            *conditions,
        )
        .subquery()
    )
    first: Select[Any] = select(ranked.c.theme, ranked.c.said, ranked.c.account, ranked.c.at).where(ranked.c.place == 1)
    return tuple(Saying(theme, text, account, at) for theme, text, account, at in connection.execute(first))


def _trends(rows: Iterable[tuple[Key, int, int]]) -> dict[Key, Trend]:
    """The week's count and those of the four before it, by key, of counts by key and how many weeks back they are."""
    counts: defaultdict[Key, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for key, back, count in rows:
        counts[key][back] = count
    return {key: Trend(each[0], (each[1], each[2], each[3], each[4])) for key, each in counts.items()}
