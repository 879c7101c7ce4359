"""Themes of a workspace's own: offering them, deciding on them, and the notes that they are found in."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Connection, func, select, update
from sqlmodel import Session, col

from domain.digest import DigestWindow
from domain.emerging import BEFORE, RECENT, Followed, Group, Insights, Note, emerging, heard_by_week, saying
from domain.metrics import Trend
from domain.taxonomy import MemberKind, Team
from domain.weeks import Span
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.named_accounts import account_name, its_account
from storage.tables import Account, Member, Objection, Topic
from storage.upsert import upsert
from storage.weeks_back import weeks_back

PROPOSED: Final = "proposed"
FOLLOWED: Final = "followed"
DISMISSED: Final = "dismissed"

#: Notes looked at of what is lately, and as many of the time before, the newest first: shares of them are compared.
_MOST_NOTES: Final = 2000
#: Notes in which themes are counted that somebody follows, the newest first: five weeks of them.
_MOST_COUNTED: Final = 20_000
_MOST_FOLLOWED: Final = 8
#: Of a longer note this much is looked at, in characters: what a digest costs depends on nobody's pasted mails.
_TEXT: Final = func.substr(col(Objection.quote), 1, 1000)
_NEWEST_FIRST: Final = (col(Objection.logged_at).desc(), col(Objection.id).desc())


def notes_between(connection: Connection, workspace_id: WorkspaceId, start: datetime, end: datetime) -> list[Note]:
    """Objections of ``start`` until before ``end`` that were not withdrawn, the newest first; long ones cut."""
    rows = connection.execute(
        select(
            col(Objection.id),
            _TEXT,
            account_name(Objection),
            col(Objection.logged_by_id),
        )
        .select_from(Objection)
        .outerjoin(
            Account,
            its_account(Objection, col(Objection.workspace_id)),
        )
        .where(*_standing(workspace_id, Span(start, end)))
        .order_by(*_NEWEST_FIRST)
        .limit(_MOST_NOTES)
    )
    return [Note(*row) for row in rows.all()]


def insights_of(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> Insights:
    """What a week's digest says of what people began to talk about; nothing in a month's. Four questions at most."""
    if window.is_month:
        return Insights()
    end = window.weeks[0].end
    # Apart, so that however much was said lately there is a past to compare it with.
    recent = notes_between(connection, workspace_id, end - RECENT, end)
    past = _texts_of(connection, workspace_id, Span(end - RECENT - BEFORE, end - RECENT))
    decided = _decided(connection, workspace_id)
    labels = {term: label for term, label, state in decided if state == FOLLOWED}
    counts = heard_by_week(labels, _said(connection, workspace_id, window)) if labels else {}
    followed = [
        Followed(labels[term], Trend(count, (one, two, three, four)))
        for term, (count, one, two, three, four) in counts.items()
    ]
    return Insights(
        emerging(recent, past, dismissed={term for term, _label, _state in decided}),
        tuple(sorted(followed, key=lambda each: (-each.trend.count, each.label))[:_MOST_FOLLOWED]),
    )


def _decided(connection: Connection, workspace_id: WorkspaceId) -> list[tuple[str, str, str]]:
    """Term, label and state of what somebody took up or dismissed."""
    rows = connection.execute(
        select(col(Topic.term), col(Topic.label), col(Topic.state)).where(
            col(Topic.workspace_id) == workspace_id, col(Topic.state).in_((FOLLOWED, DISMISSED))
        )
    )
    return [(row[0], row[1], row[2]) for row in rows]


def _said(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> list[list[str]]:
    """What was said in each of the window's weeks."""
    rows = connection.execute(
        select(_TEXT, weeks_back(col(Objection.logged_at), window.weeks))
        .where(*_standing(workspace_id, Span(window.weeks[-1].start, window.weeks[0].end)))
        .order_by(*_NEWEST_FIRST)
        .limit(_MOST_COUNTED)
    )
    said: list[list[str]] = [[] for _ in window.weeks]
    for text, place in rows.all():
        said[place].append(text)
    return said


def _texts_of(connection: Connection, workspace_id: WorkspaceId, span: Span) -> list[str]:
    rows = connection.execute(
        select(_TEXT).where(*_standing(workspace_id, span)).order_by(*_NEWEST_FIRST).limit(_MOST_NOTES)
    )
    return [row[0] for row in rows.all()]


def _standing(workspace_id: WorkspaceId, span: Span) -> list[ColumnElement[bool]]:
    return [
        col(Objection.workspace_id) == workspace_id,
        col(Objection.logged_at) >= span.start,
        col(Objection.logged_at) < span.end,
        col(Objection.withdrawn_at).is_(None),
    ]


def find_topic(connection: Connection, workspace_id: WorkspaceId, topic_id: int) -> Topic | None:
    """One of them."""
    with Session(connection) as session:
        return session.get(Topic, (workspace_id, topic_id))


def notes_of(connection: Connection, workspace_id: WorkspaceId, topic: Topic) -> list[int]:
    """The notes that ``topic`` was found in, the newest first."""
    # The digest that offers it comes after its week: look a week further back than it did.
    start, end = topic.proposed_at - RECENT - timedelta(days=7), topic.proposed_at
    notes = notes_between(connection, workspace_id, start, end)
    about = saying(topic.term, [note.text for note in notes])
    return [note.id for note, is_about in zip(notes, about, strict=True) if is_about]


def offer(work: UnitOfWork, workspace_id: WorkspaceId, groups: Iterable[Group], now: datetime) -> list[int]:
    """Note that ``groups`` are offered; gives the ids of those that never were, by another at this moment either."""
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
        # In one order for all: who offers the same at once waits for the other, and never both.
        for group in sorted(groups, key=lambda group: group.term)
    ]
    if not rows:
        return []
    offered = work.connection.execute(
        upsert(work.connection, Topic)
        .values(rows)
        .on_conflict_do_nothing(index_elements=["workspace_id", "term"])
        .returning(col(Topic.id))
    )
    return sorted(offered.scalars())


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
