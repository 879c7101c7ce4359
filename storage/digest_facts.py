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
    case,
    exists,
    func,
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
from domain.icp import IcpMonth
from domain.metrics import Conversion, Trend
from domain.taxonomy import BeliefSource, DealOutcome, Worked
from domain.weeks import Span
from storage.account_weeks import week_of_accounts
from storage.answers import fallen_unanswered
from storage.icp import icp_month
from storage.ids import WorkspaceId
from storage.lead_ratings import quality_facts
from storage.named_accounts import account_name, its_account
from storage.pipeline import pipeline_of
from storage.question import Given, Question
from storage.review_facts import win_loss_facts
from storage.review_requests import fallen_due
from storage.scorecard_counts import scorecard_counts
from storage.tables import Account, Deal, Lead, Objection
from storage.topics import insights_of
from storage.weeks_back import bounds, week_starts, weeks_back

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
        _sayings(connection, workspace_id, _best_quotes, window.weeks[0], leading),
        _sayings(connection, workspace_id, _latest_arguments, window.arguments, leading),
        quality_facts(connection, workspace_id, window.weeks[0]),
        week_of_accounts(connection, workspace_id, window, accounts),
        unreviewed=fallen_due(connection, workspace_id, window.weeks[0]),
        unanswered=fallen_unanswered(connection, workspace_id, window.weeks[0]),
        win_loss=win_loss_facts(connection, workspace_id, window.weeks[0]),
        scorecard=scorecard_counts(connection, workspace_id, window.weeks, as_of or window.weeks[0].end),
        pipeline=pipeline_of(connection, workspace_id, window) if window.is_month else None,
        insights=insights_of(connection, workspace_id, window),
        icp=icp_month(connection, workspace_id, window.weeks[0]) if window.is_month else IcpMonth(),
    )


def _themes(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> tuple[ThemeCount, ...]:
    rows = _of_themes.ask(connection, workspace_id=workspace_id, **bounds(window.weeks))
    return tuple(ThemeCount(theme, trend) for theme, trend in _trends((row[0], row[1], row[2]) for row in rows).items())


@Question
def _of_themes(given: Given) -> Select[str | None, int, int]:
    back = weeks_back(col(Objection.logged_at), week_starts(given))
    return (
        select(col(Objection.theme), back, func.count())
        .where(
            col(Objection.workspace_id) == given.workspace_id,
            col(Objection.logged_at) >= given.four,
            col(Objection.logged_at) < given.end,
            col(Objection.withdrawn_at).is_(None),
        )
        .group_by(col(Objection.theme), back)
    )


def _sources(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> tuple[SourceCount, ...]:
    rows = _of_sources.ask(connection, workspace_id=workspace_id, **bounds(window.weeks))
    return tuple(
        SourceCount(source, trend) for source, trend in _trends((row[0], row[1], row[2]) for row in rows).items()
    )


@Question
def _of_sources(given: Given) -> Select[str, int, int]:
    back = weeks_back(col(Lead.mql_at), week_starts(given))
    return (
        select(col(Lead.source), back, func.count())
        .where(
            col(Lead.workspace_id) == given.workspace_id, col(Lead.mql_at) >= given.four, col(Lead.mql_at) < given.end
        )
        .group_by(col(Lead.source), back)
    )


def _cohort(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> tuple[SourceConversion, ...]:
    cohort = window.cohort
    # What was won after the week is not known yet to its digest, whenever that is written.
    rows = _of_cohort.ask(
        connection, workspace_id=workspace_id, start=cohort.start, end=cohort.end, known=window.weeks[0].end
    )
    return tuple(SourceConversion(source, Conversion(int(won), n)) for source, n, won in rows)


@Question
def _of_cohort(given: Given) -> Select[str, int, int]:
    was_won = exists().where(
        col(Deal.workspace_id) == given.workspace_id,
        col(Deal.lead_id) == col(Lead.id),
        col(Deal.outcome) == DealOutcome.WON.value,
        col(Deal.closed_at) < given.known,
    )
    return (
        select(col(Lead.source), func.count(), func.sum(case((was_won, 1), else_=0)))
        .where(
            col(Lead.workspace_id) == given.workspace_id, col(Lead.mql_at) >= given.start, col(Lead.mql_at) < given.end
        )
        .group_by(col(Lead.source))
    )


def _sayings(
    connection: Connection,
    workspace_id: WorkspaceId,
    said: Question[str | None, str, str | None, datetime],
    span: Span,
    themes: Sequence[str | None],
) -> tuple[Saying, ...]:
    """What ``said`` picks of ``span`` for each of ``themes``."""
    chosen = [theme for theme in themes if theme is not None]
    rows = said.ask(
        connection,
        workspace_id=workspace_id,
        start=span.start,
        end=span.end,
        themes=chosen,
        with_none=len(chosen) < len(themes),
    )
    return tuple(Saying(theme, text, account, at) for theme, text, account, at in rows)


@Question
def _best_quotes(given: Given) -> Select[str | None, str, str | None, datetime]:
    # Best what the buyer said or wrote, at an account that can be named; the latest of those.
    order = (
        case((col(Objection.belief_source) == BeliefSource.GUESS.value, 1), else_=0),
        case((account_name(Objection).is_(None), 1), else_=0),
        col(Objection.logged_at).desc(),
        col(Objection.id).desc(),
    )
    return _first_of_each_theme(col(Objection.quote), given, order)


@Question
def _latest_arguments(given: Given) -> Select[str | None, str, str | None, datetime]:
    order = (col(Objection.logged_at).desc(), col(Objection.id).desc())
    worked = (col(Objection.worked) == Worked.YES.value, col(Objection.argument).is_not(None))
    return _first_of_each_theme(col(Objection.argument), given, order, *worked)


def _first_of_each_theme(
    said: SQLColumnExpression[Any],
    given: Given,
    order: Sequence[ColumnElement[Any]],
    *conditions: ColumnElement[bool],
) -> Select[str | None, str, str | None, datetime]:
    ranked = (
        select(
            col(Objection.theme).label("theme"),
            said.label("said"),
            account_name(Objection).label("account"),
            col(Objection.logged_at).label("at"),
            func.row_number().over(partition_by=col(Objection.theme), order_by=order).label("place"),
        )
        .outerjoin(Account, its_account(Objection, given.workspace_id))
        .where(
            col(Objection.workspace_id) == given.workspace_id,
            col(Objection.logged_at) >= given.start,
            col(Objection.logged_at) < given.end,
            col(Objection.withdrawn_at).is_(None),
            col(Objection.theme).in_(given.themes) | (col(Objection.theme).is_(None) & given.with_none),
            *conditions,
        )
        .subquery()
    )
    return select(ranked.c.theme, ranked.c.said, ranked.c.account, ranked.c.at).where(ranked.c.place == 1)


def _trends(rows: Iterable[tuple[Key, int, int]]) -> dict[Key, Trend]:
    """The week's count and those of the four before it, by key, of counts by key and how many weeks back they are."""
    counts: defaultdict[Key, list[int]] = defaultdict(lambda: [0, 0, 0, 0, 0])
    for key, back, count in rows:
        counts[key][back] = count
    return {key: Trend(each[0], (each[1], each[2], each[3], each[4])) for key, each in counts.items()}
