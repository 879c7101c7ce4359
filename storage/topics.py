"""Themes of a workspace's own: offering them, deciding on them, and the notes that they are found in."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, case, func, select, update
from sqlmodel import Session, col

from domain.digest import DigestWindow
from domain.emerging import (
    BEFORE,
    RECENT,
    Followed,
    Group,
    Insights,
    Note,
    Rising,
    groups_of,
    heard_by_week,
    rising,
    where_said,
)
from domain.metrics import Trend
from domain.own_themes import own_code
from domain.taxonomy import MemberKind, Team
from domain.telling_words import Words, words_of
from domain.values import frozen
from domain.weeks import Span
from storage.among import among
from storage.database import UnitOfWork
from storage.gathered import gathered
from storage.ids import WorkspaceId, new_id
from storage.named_accounts import account_name, its_account
from storage.question import Given, Placeholder, Question
from storage.tables import Account, Member, Objection, Topic
from storage.upsert import upsert
from storage.weeks_back import bounds, week_starts, weeks_back

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
#: The fifth of a digest's weeks, and its days before what counts as lately.
_LAST: Final = 4
_BEFORE_LATELY: Final = 5
#: Of a longer note as many characters are looked at.
_LONGEST: Final = 1000


def insights_of(connection: Connection, workspace_id: WorkspaceId, window: DigestWindow) -> Insights:
    """What a week's digest says of what people began to talk about; a month's only what themes are called."""
    decided = _decided(connection, workspace_id)
    names = {own_code(row[0]): row[2] for row in decided if row[3] != DISMISSED}
    if window.is_month:
        return Insights(names=names)
    labels = {term: label for _id, term, label, state in decided if state == FOLLOWED}
    lately = window.weeks[0].end - RECENT
    # Read and taken apart once, to find what is new and to count what is followed: that is a third of a digest.
    said = _said_by_week(connection, workspace_id, window.weeks, lately)
    words = words_of(said.texts)
    recent = words[: min(len(words) - said.weeks.count(_BEFORE_LATELY), _MOST_NOTES)]
    weeks: list[list[Words]] = [[] for _ in window.weeks]
    for week, each in zip(said.weeks, words, strict=True):
        weeks[_LAST if week == _BEFORE_LATELY else week].append(each)
    # Apart, so that however much was said lately there is a past to compare it with.
    past = words_of(_said_between(connection, workspace_id, lately - BEFORE, lately).texts)
    found = rising(recent, past, dismissed={term for _id, term, _label, _state in decided})
    counts = heard_by_week(labels, weeks)
    followed = [
        Followed(labels[term], Trend(count, (one, two, three, four)))
        for term, (count, one, two, three, four) in counts.items()
    ]
    return Insights(
        groups_of(found, _notes(connection, workspace_id, said, found)),
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


@frozen
class _Said:
    """What was said, the newest first: each note's id and text, and the week of a digest in which that was.

    The fifth week has two parts: `_LAST`, and what was longer ago than `RECENT`.
    """

    ids: Sequence[int] = ()
    texts: Sequence[str] = ()
    weeks: Sequence[int] = ()


def _said_between(connection: Connection, workspace_id: WorkspaceId, start: datetime, end: datetime) -> _Said:
    """The newest notes of ``start`` until before ``end``."""
    rows = _notes_between.ask(connection, workspace_id=workspace_id, start=start, end=end, most=_MOST_NOTES)
    ids, texts = rows.one()
    return _Said(ids or (), texts or ())


@Question
def _notes_between(given: Given) -> Select[*tuple[Any, ...]]:
    return _gathered(given, given.start)


def _said_by_week(connection: Connection, workspace_id: WorkspaceId, weeks: Sequence[Span], lately: datetime) -> _Said:
    """All notes of ``weeks``, the last of which ``lately`` divides."""
    rows = _notes_by_week.ask(connection, workspace_id=workspace_id, most=_MOST_COUNTED, lately=lately, **bounds(weeks))
    ids, texts, places = rows.one()
    return _Said(ids or (), texts or (), places or ())


@Question
def _notes_by_week(given: Given) -> Select[*tuple[Any, ...]]:
    *later, first = week_starts(given)
    week = weeks_back(col(Objection.logged_at), (*later, given.lately, first))
    return _gathered(given, first, week.label("week"))


def _gathered(given: Given, start: Placeholder, *also: ColumnElement[Any]) -> Select[*tuple[Any, ...]]:
    """One row, with the ids and texts of notes from ``start``, and what ``also`` is asked of them."""
    # Of a longer note a part is looked at: what a digest costs depends on nobody's pasted mails. Only of a longer one:
    # to cut the others where they end cost half of the question.
    quote = col(Objection.quote)
    text = case((func.length(quote) > _LONGEST, func.substr(quote, 1, _LONGEST)), else_=quote)
    notes = (
        select(col(Objection.id).label("id"), text.label("text"), *also)
        .where(
            col(Objection.workspace_id) == given.workspace_id,
            col(Objection.logged_at) >= start,
            col(Objection.logged_at) < given.end,
            col(Objection.withdrawn_at).is_(None),
        )
        .order_by(col(Objection.logged_at).desc(), col(Objection.id).desc())
        .limit(given.most)
        .subquery()
    )
    return select(*map(gathered, notes.c))


def _notes(connection: Connection, workspace_id: WorkspaceId, said: _Said, found: Iterable[Rising]) -> dict[int, Note]:
    """What was ``said`` at the places of what was ``found``, by place."""
    places = {place for each in found for place in each.places}
    if not places:
        return {}
    rows = _who_said.ask(connection, workspace_id=workspace_id, notes=[said.ids[place] for place in places])
    by_id = {note_id: (account, by) for note_id, account, by in rows.all()}
    return {place: Note(said.ids[place], said.texts[place], *by_id[said.ids[place]]) for place in places}


@Question
def _who_said(given: Given) -> Select[int, str | None, int]:
    return (
        select(col(Objection.id), account_name(Objection), col(Objection.logged_by_id))
        .select_from(Objection)
        .outerjoin(Account, its_account(Objection, given.workspace_id))
        .where(col(Objection.workspace_id) == given.workspace_id, among(col(Objection.id), given.notes))
    )


def find_topic(connection: Connection, workspace_id: WorkspaceId, topic_id: int) -> Topic | None:
    """One of them."""
    with Session(connection) as session:
        return session.get(Topic, (workspace_id, topic_id))


def notes_of(connection: Connection, workspace_id: WorkspaceId, topic: Topic) -> list[int]:
    """The notes that ``topic`` was found in, the newest first."""
    # The digest that offers it comes after its week: look a week further back than it did.
    start, end = topic.proposed_at - RECENT - timedelta(days=7), topic.proposed_at
    said = _said_between(connection, workspace_id, start, end)
    places = where_said([topic.term], words_of(said.texts))[topic.term]
    return [said.ids[place] for place in places]


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
