"""Themes of a workspace's own: offering them, deciding on them, and the notes that they are found in."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import Connection, insert, select, update
from sqlmodel import Session, col

from domain.digest import DigestWindow
from domain.emerging import BEFORE, RECENT, Followed, Group, Insights, Note, emerging, says
from domain.metrics import Trend
from domain.taxonomy import MemberKind, Team
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import Account, Member, Objection, Topic

PROPOSED: Final = "proposed"
FOLLOWED: Final = "followed"
DISMISSED: Final = "dismissed"

#: Notes looked at, the newest first; the past of a very busy workspace is shorter, its shares are the same.
_MOST_NOTES: Final = 2000
_MOST_FOLLOWED: Final = 8


def notes_between(connection: Connection, workspace_id: WorkspaceId, start: datetime, end: datetime) -> list[Note]:
    """Objections of ``start`` until before ``end`` that were not withdrawn, the newest first."""
    rows = connection.execute(
        select(
            col(Objection.id),
            col(Objection.quote),
            col(Objection.logged_at),
            col(Account.name),
            col(Objection.account_hint),
            col(Objection.logged_by_id),
        )
        .select_from(Objection)
        .outerjoin(
            Account,
            (col(Account.workspace_id) == col(Objection.workspace_id)) & (col(Account.id) == col(Objection.account_id)),
        )
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.logged_at) >= start,
            col(Objection.logged_at) < end,
            col(Objection.withdrawn_at).is_(None),
        )
        .order_by(col(Objection.logged_at).desc(), col(Objection.id).desc())
        .limit(_MOST_NOTES)
    )
    return [Note(row[0], row[1], row[2], row[3] or row[4], row[5]) for row in rows]


def insights_of(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> Insights:
    """What a week's digest says of what people began to talk about; nothing in a month's. Two questions."""
    if window.is_month:
        return Insights()
    end = window.weeks[0].end
    notes = notes_between(connection, workspace_id, end - RECENT - BEFORE, end)
    topics = list_topics(connection, workspace_id)
    followed = [
        Followed(topic.label, Trend(count, (one, two, three, four)))
        for topic in topics
        if topic.state == FOLLOWED
        for said in [[note.said_at for note in notes if says(topic.term, note.text)]]
        for count, one, two, three, four in [[sum(week.start <= at < week.end for at in said) for week in window.weeks]]
    ]
    taken = {topic.term for topic in topics if topic.state != PROPOSED}
    return Insights(
        emerging(notes, end, dismissed=taken),
        tuple(sorted(followed, key=lambda each: (-each.trend.count, each.label))[:_MOST_FOLLOWED]),
    )


def list_topics(connection: Connection, workspace_id: WorkspaceId) -> list[Topic]:
    """All that were ever offered, the oldest first."""
    with Session(connection) as session:
        found = session.scalars(
            select(Topic).where(col(Topic.workspace_id) == workspace_id).order_by(col(Topic.id)).limit(500)
        )
        return list(found)


def find_topic(connection: Connection, workspace_id: WorkspaceId, topic_id: int) -> Topic | None:
    """One of them."""
    with Session(connection) as session:
        return session.get(Topic, (workspace_id, topic_id))


def notes_of(connection: Connection, workspace_id: WorkspaceId, topic: Topic) -> list[int]:
    """The notes that ``topic`` was found in, the newest first."""
    # The digest that offers it comes after its week: look a week further back than it did.
    start, end = topic.proposed_at - RECENT - timedelta(days=7), topic.proposed_at
    return [note.id for note in notes_between(connection, workspace_id, start, end) if says(topic.term, note.text)]


def offer(work: UnitOfWork, workspace_id: WorkspaceId, groups: Iterable[Group], now: datetime) -> list[int]:
    """Note that ``groups`` are offered; gives the ids of those that never were before."""
    known = {topic.term for topic in list_topics(work.connection, workspace_id)}
    rows = [
        {
            "workspace_id": workspace_id,
            "id": new_id(),
            "term": group.term,
            "label": group.label,
            "state": PROPOSED,
            "notes": len(group.notes),
            "proposed_at": now,
            "decided_at": None,
            "decided_by_id": None,
        }
        for group in groups
        if group.term not in known
    ]
    if rows:
        work.connection.execute(insert(Topic), rows)
    return [int(str(row["id"])) for row in rows]


def decide(work: UnitOfWork, workspace_id: WorkspaceId, topic_id: int, state: str, by_id: int, now: datetime) -> bool:
    """Write what somebody decided; False when somebody had decided before."""
    done = work.connection.execute(
        update(Topic)
        .where(
            col(Topic.workspace_id) == workspace_id,
            col(Topic.id) == topic_id,
            col(Topic.state) == PROPOSED,
        )
        .values(state=state, decided_by_id=by_id, decided_at=now)
    )
    return bool(done.rowcount)


def marketing_lead(connection: Connection, workspace_id: WorkspaceId) -> Member | None:
    """Who leads people in marketing; the first of several."""
    with Session(connection) as session:
        return session.scalars(
            select(Member)
            .where(
                col(Member.workspace_id) == workspace_id,
                col(Member.team) == Team.MARKETING.value,
                col(Member.kind) == MemberKind.FULL.value,
                col(Member.is_active),
                col(Member.is_manager),
            )
            .order_by(col(Member.id))
            .limit(1)
        ).first()
