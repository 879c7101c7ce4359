"""Ratings of leads: one a person and lead, side by side; and what they say of sources and campaigns in a period.

Withdrawn ones are found only by their ids or by whose they are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Select, and_, case, func, insert, select, text, update
from sqlmodel import Session, col

from domain.lead_quality import QualityCount, QualityFacts, ReturnCount, Spread
from domain.taxonomy import Grade, ReturnReason
from domain.values import frozen
from domain.weeks import Span
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId
from storage.question import Given, Question
from storage.tables import Handoff, Lead, LeadRating, Member

#: The kind of subject that audit events about a rating have.
SUBJECT: Final = "lead_rating"
#: In the audit of a rating: whether its reason was chosen in a form, or read from a line.
CHOSEN: Final = "chosen"
#: The kind of subject of notices about what people think of a lead.
LEAD: Final = "lead"
#: Literal, not bound: a prepared plan for bound conditions could not use the partial indexes.
_STANDING: Final = "lead_ratings.withdrawn_at IS NULL"


@frozen
class FoundRating:
    """What one person thinks of a lead; ``rated_by`` is their Slack id, ``action`` what was done for the reason."""

    id: int
    version: int
    lead_id: int
    company: str | None
    contact: str | None
    email: str | None
    fit: Grade
    intent: Grade
    reason: ReturnReason | None
    note: str | None
    action: str | None
    rated_by_id: int
    rated_by: str
    updated_at: datetime


def add_rating(work: UnitOfWork, rating: LeadRating) -> None:
    """Store what somebody thinks of a lead for the first time."""
    work.connection.execute(insert(LeadRating), rating.model_dump())


def get_rating(connection: Connection, workspace_id: WorkspaceId, rating_id: int) -> LeadRating:
    """A rating, withdrawn or not. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(LeadRating, (workspace_id, rating_id))


def find_of(connection: Connection, workspace_id: WorkspaceId, lead_id: int, member_id: int) -> LeadRating | None:
    """What somebody said of a lead, withdrawn or not, if they did."""
    with Session(connection) as session:
        return session.scalars(
            select(LeadRating).where(
                col(LeadRating.workspace_id) == workspace_id,
                col(LeadRating.lead_id) == lead_id,
                col(LeadRating.rated_by_id) == member_id,
            )
        ).one_or_none()


def change_rating(
    work: UnitOfWork, workspace_id: WorkspaceId, before: LeadRating, changes: Mapping[str, Any], now: datetime
) -> int:
    """Write ``changes`` over ``before`` and give the new version. Raises `StaleVersionError` when it changed since."""
    done = work.connection.execute(
        update(LeadRating)
        .where(
            col(LeadRating.workspace_id) == workspace_id,
            col(LeadRating.id) == before.id,
            col(LeadRating.version) == before.version,
        )
        .values({**changes, "updated_at": now, "version": before.version + 1})
    )
    if done.rowcount != 1:
        raise StaleVersionError(SUBJECT, before.id)
    return before.version + 1


def ratings_of_leads(
    connection: Connection, workspace_id: WorkspaceId, lead_ids: Collection[int]
) -> dict[int, list[FoundRating]]:
    """What stands of each of ``lead_ids``, the latest first: all in one question."""
    wanted = list(lead_ids)
    found: dict[int, list[FoundRating]] = {}
    if not wanted:
        return found
    for each in _found(connection, _listing(workspace_id).where(col(LeadRating.lead_id).in_(wanted))):
        found.setdefault(each.lead_id, []).append(each)
    return found


def list_latest(connection: Connection, workspace_id: WorkspaceId, *, limit: int) -> list[FoundRating]:
    """The latest ratings of all."""
    order = (col(LeadRating.rated_at).desc(), col(LeadRating.id).desc())
    return _found(connection, _listing(workspace_id).order_by(None).order_by(*order).limit(limit))


def list_mine(connection: Connection, workspace_id: WorkspaceId, member_id: int, *, limit: int) -> list[FoundRating]:
    """What this person rated, the latest first."""
    return _found(connection, _listing(workspace_id).where(col(LeadRating.rated_by_id) == member_id).limit(limit))


def quality_facts(connection: Connection, workspace_id: WorkspaceId, span: Span) -> QualityFacts:
    """What was rated in ``span`` by source and campaign, and why leads came back then; in two queries.

    A lead counts once, however many rated it: as who could decide on it sees it, the latest of those.
    """
    rated = _rated.ask(connection, workspace_id=workspace_id, start=span.start, end=span.end).all()
    returned = _returned.ask(connection, workspace_id=workspace_id, start=span.start, end=span.end).all()
    return QualityFacts(
        _counts((row[0], row[2:]) for row in rated),
        _counts((row[1] or "", row[2:]) for row in rated),
        tuple(ReturnCount(source, ReturnReason(reason), n) for source, _campaign, reason, n in returned),
        tuple(ReturnCount(campaign or "", ReturnReason(reason), n) for _source, campaign, reason, n in returned),
    )


def _counts(rows: Iterable[tuple[str, Sequence[Any]]]) -> tuple[QualityCount, ...]:
    summed: dict[str, tuple[Spread, Spread]] = {}
    for key, counts in rows:
        fit, intent = summed.get(key, (Spread(), Spread()))
        numbers = [int(count) for count in counts]
        summed[key] = (fit + Spread(*numbers[:3]), intent + Spread(*numbers[3:]))
    return tuple(QualityCount(key, fit, intent) for key, (fit, intent) in summed.items())


@Question
def _rated(given: Given) -> Select[*tuple[Any, ...]]:
    voice = func.row_number().over(
        partition_by=col(LeadRating.lead_id),
        order_by=(col(LeadRating.decides).desc(), col(LeadRating.rated_at).desc(), col(LeadRating.id).desc()),
    )
    one = (
        select(
            func.coalesce(func.nullif(col(Handoff.source), ""), col(Lead.source)).label("source"),
            col(Lead.campaign).label("campaign"),
            col(LeadRating.fit).label("fit"),
            col(LeadRating.intent).label("intent"),
            voice.label("voice"),
        )
        .join(Lead, and_(col(Lead.workspace_id) == given.workspace_id, col(Lead.id) == col(LeadRating.lead_id)))
        .outerjoin(
            Handoff,
            and_(col(Handoff.workspace_id) == given.workspace_id, col(Handoff.id) == col(LeadRating.handoff_id)),
        )
        .where(
            col(LeadRating.workspace_id) == given.workspace_id,
            col(LeadRating.rated_at) >= given.start,
            col(LeadRating.rated_at) < given.end,
            text(_STANDING),
        )
        .subquery()
    )
    graded = [
        func.sum(case((column == grade.value, 1), else_=0)).label(f"{column.name}_{grade}")
        for column in (one.c.fit, one.c.intent)
        for grade in Grade
    ]
    return select(one.c.source, one.c.campaign, *graded).where(one.c.voice == 1).group_by(one.c.source, one.c.campaign)


@Question
def _returned(given: Given) -> Select[*tuple[Any, ...]]:
    by = (col(Handoff.source), col(Lead.campaign), col(Handoff.return_reason))
    return (
        select(*by, func.count())
        .join(Lead, and_(col(Lead.workspace_id) == given.workspace_id, col(Lead.id) == col(Handoff.lead_id)))
        .where(
            col(Handoff.workspace_id) == given.workspace_id,
            text("handoffs.return_reason IS NOT NULL"),
            col(Handoff.closed_at) >= given.start,
            col(Handoff.closed_at) < given.end,
        )
        .group_by(*by)
    )


def _listing(workspace_id: WorkspaceId) -> Select[*tuple[Any, ...]]:
    return (
        select(
            col(LeadRating.id),
            col(LeadRating.version),
            col(LeadRating.lead_id),
            col(Lead.company),
            col(Lead.name),
            col(Lead.email),
            col(LeadRating.fit),
            col(LeadRating.intent),
            col(LeadRating.reason),
            col(LeadRating.note),
            col(LeadRating.action),
            col(LeadRating.rated_by_id),
            col(Member.slack_user_id),
            col(LeadRating.updated_at),
        )
        .join(Lead, and_(col(Lead.workspace_id) == workspace_id, col(Lead.id) == col(LeadRating.lead_id)))
        .join(Member, and_(col(Member.workspace_id) == workspace_id, col(Member.id) == col(LeadRating.rated_by_id)))
        .where(col(LeadRating.workspace_id) == workspace_id, text(_STANDING))
        .order_by(col(LeadRating.updated_at).desc(), col(LeadRating.id).desc())
    )


def _found(connection: Connection, query: Select[*tuple[Any, ...]]) -> list[FoundRating]:
    found = []
    for row in connection.execute(query):
        values = list(row)
        values[6:9] = [Grade(row.fit), Grade(row.intent), ReturnReason(row.reason) if row.reason else None]
        found.append(FoundRating(*values))
    return found
