"""Themes of a workspace's own: offering them, deciding on them, and the notes that they are found in."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final, TypeAlias

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, update
from sqlmodel import Session, col

from domain.digest import DigestWindow
from domain.emerging import (
    BEFORE,
    RECENT,
    Followed,
    Group,
    Insights,
    Note,
    Words,
    emerging,
    heard_by_week,
    saying,
    words_of,
)
from domain.metrics import Trend
from domain.own_themes import own_code
from domain.taxonomy import MemberKind, Team
from domain.weeks import Span
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.named_accounts import account_name, its_account
from storage.question import Given, Placeholder, Question
from storage.tables import Account, Member, Objection, Topic
from storage.upsert import upsert
from storage.weeks_back import weeks_back

#: A note's id, text, account and writer, and the place of its moment among the spans that were asked about.
_Said: TypeAlias = Row[int, str, str | None, int, int]

PROPOSED: Final = "proposed"
FOLLOWED: Final = "followed"
DISMISSED: Final = "dismissed"
#: Was taken up, and is not offered any more.
RETIRED: Final = "retired"

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
    rows = _said(connection, workspace_id, [Span(start, end)], _MOST_NOTES)
    return [Note(*row[:4], words) for row, words in zip(rows, words_of(row[1] for row in rows), strict=True)]


def insights_of(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> Insights:
    """What a week's digest says of what people began to talk about; a month's only what themes are called."""
    decided = _decided(connection, workspace_id)
    names = {own_code(row[0]): row[2] for row in decided if row[3] != DISMISSED}
    if window.is_month:
        return Insights(names=names)
    end, labels = window.weeks[0].end, {term: label for _id, term, label, state in decided if state == FOLLOWED}
    recent, weeks = _of_weeks(connection, workspace_id, window, end - RECENT)
    # Apart, so that however much was said lately there is a past to compare it with.
    past = words_of(_texts_of(connection, workspace_id, Span(end - RECENT - BEFORE, end - RECENT)))
    counts = heard_by_week(labels, weeks)
    followed = [
        Followed(labels[term], Trend(count, (one, two, three, four)))
        for term, (count, one, two, three, four) in counts.items()
    ]
    return Insights(
        emerging(recent, past, dismissed={term for _id, term, _label, _state in decided}),
        tuple(sorted(followed, key=lambda each: (-each.trend.count, each.label))[:_MOST_FOLLOWED]),
        names,
    )


def _decided(connection: Connection, workspace_id: WorkspaceId) -> list[tuple[int, str, str, str]]:
    """Id, term, label and state of what somebody took up or dismissed."""
    rows = connection.execute(
        select(col(Topic.id), col(Topic.term), col(Topic.label), col(Topic.state)).where(
            col(Topic.workspace_id) == workspace_id, col(Topic.state).in_((FOLLOWED, DISMISSED, RETIRED))
        )
    )
    return [(row[0], row[1], row[2], row[3]) for row in rows]


def _said(connection: Connection, workspace_id: WorkspaceId, spans: Sequence[Span], most: int) -> Sequence[_Said]:
    """What was said in ``spans``, which tile, latest first."""
    rows = connection.execute(
        select(
            col(Objection.id),
            _TEXT,
            account_name(Objection),
            col(Objection.logged_by_id),
            weeks_back(col(Objection.logged_at), [span.start for span in spans]),
        )
        .select_from(Objection)
        .outerjoin(Account, its_account(Objection, col(Objection.workspace_id)))
        .where(*_standing(workspace_id, spans[-1].start, spans[0].end))
        .order_by(*_NEWEST_FIRST)
        .limit(most)
    )
    return rows.all()


def _of_weeks(
    connection: Connection, workspace_id: WorkspaceId, window: DigestWindow, since: datetime
) -> tuple[list[Note], list[list[Words]]]:
    """The newest notes ``since`` a moment of the window's first week, and the words of all of each of its weeks."""
    # Read and taken apart once for both: that is half of what a digest costs.
    *later, first = window.weeks
    spans = [*later, Span(since, first.end), Span(first.start, since)]
    said = _said(connection, workspace_id, spans, _MOST_COUNTED)
    recent: list[Note] = []
    weeks: list[list[Words]] = [[] for _ in spans]
    for (note_id, text, account, by, place), words in zip(said, words_of(row[1] for row in said), strict=True):
        weeks[place].append(words)
        if place <= len(later) and len(recent) < _MOST_NOTES:
            recent.append(Note(note_id, text, account, by, words))
    return recent, [*weeks[:-2], weeks[-2] + weeks[-1]]


def _texts_of(connection: Connection, workspace_id: WorkspaceId, span: Span) -> list[str]:
    rows = _texts.ask(connection, workspace_id=workspace_id, start=span.start, end=span.end, most=_MOST_NOTES)
    return list(rows.scalars())


@Question
def _texts(given: Given) -> Select[str]:
    standing = _standing(given.workspace_id, given.start, given.end)
    return select(_TEXT).where(*standing).order_by(*_NEWEST_FIRST).limit(given.most)


def _standing(
    workspace_id: WorkspaceId | Placeholder, start: datetime | Placeholder, end: datetime | Placeholder
) -> list[ColumnElement[bool]]:
    return [
        col(Objection.workspace_id) == workspace_id,
        col(Objection.logged_at) >= start,
        col(Objection.logged_at) < end,
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
    about = saying(topic.term, [note.words for note in notes])
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
