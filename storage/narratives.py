"""What a machine wrote above digests: the records it may speak of, asked for once, kept with its claims."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Connection, Select, and_, select, text, update
from sqlmodel import col

from domain.narrative import RECORDS, Claim, Evidence, Kind, Sentence
from domain.taxonomy import DealOutcome
from domain.values import frozen
from domain.weeks import IsoWeek, Span
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.named_accounts import account_name, its_account
from storage.tables import Account, Handoff, Lead, Narrative, Objection, WinLossReview
from storage.upsert import upsert

#: One that did not come is asked for again after this time.
_AGAIN_AFTER: Final = timedelta(minutes=10)
#: Records of one kind in a week; a deal may have several views.
_MOST_ROWS: Final = 10 * RECORDS
_LOST: Final = (DealOutcome.LOST_COMPETITOR, DealOutcome.LOST_NO_DECISION, DealOutcome.LOST_OTHER)


@frozen
class Written:
    """A narrative that came: its sentences as they were supported then, who wrote it."""

    sentences: tuple[Sentence, ...]
    model: str


def evidence_of(connection: Connection, workspace_id: WorkspaceId, week: Span) -> tuple[Evidence, ...]:
    """The records of a week that a narrative may speak of, in three queries."""
    return (
        *_objections(connection, workspace_id, week),
        *_reviews(connection, workspace_id, week),
        *_returns(connection, workspace_id, week),
    )


def ask_once(
    work: UnitOfWork, workspace_id: WorkspaceId, channel: str, week: IsoWeek, *, locale: str, now: datetime
) -> bool:
    """Whether this narrative is to be asked for now: nobody did, or not lately and it did not come."""
    row = {
        "workspace_id": workspace_id,
        "channel": channel,
        "iso_year": week.year,
        "iso_week": week.week,
        "locale": locale,
        "model": "",
        "prompt": "",
        "sentences": "[]",
        "dropped": 0,
        "asked_at": now,
        "made_at": None,
    }
    claimed = work.connection.execute(
        upsert(work.connection, Narrative)
        .values(row)
        .on_conflict_do_update(
            index_elements=["workspace_id", "channel", "iso_year", "iso_week"],
            set_={"asked_at": now, "locale": locale},
            where=and_(col(Narrative.made_at).is_(None), col(Narrative.asked_at) <= now - _AGAIN_AFTER),
        )
        .returning(col(Narrative.iso_week))
    )
    return claimed.first() is not None


def give_back(work: UnitOfWork, workspace_id: WorkspaceId, channel: str, week: IsoWeek, *, now: datetime) -> None:
    """What `ask_once` gave to somebody who could not begin may be asked for again at once."""
    work.connection.execute(
        update(Narrative)
        .where(*_of(workspace_id, channel, week), col(Narrative.made_at).is_(None))
        .values(asked_at=now - _AGAIN_AFTER)
    )


def keep(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    channel: str,
    week: IsoWeek,
    written: Written,
    *,
    prompt: str,
    dropped: int,
    now: datetime,
) -> None:
    """Store what came, and how many sentences were dropped for want of support."""
    work.connection.execute(
        update(Narrative)
        .where(*_of(workspace_id, channel, week))
        .values(
            model=written.model,
            prompt=prompt,
            sentences=json.dumps([asdict(each) for each in written.sentences], ensure_ascii=False),
            dropped=dropped,
            made_at=now,
        )
    )


def find(connection: Connection, workspace_id: WorkspaceId, channel: str, week: IsoWeek, locale: str) -> Written | None:
    """What was written for a digest in this language; nothing when it has not come."""
    row = connection.execute(
        select(col(Narrative.sentences), col(Narrative.model)).where(
            *_of(workspace_id, channel, week),
            col(Narrative.locale) == locale,
            col(Narrative.made_at).is_not(None),
        )
    ).one_or_none()
    if row is None:
        return None
    return Written(tuple(_sentence(each) for each in json.loads(row[0])), str(row[1]))


def _sentence(stored: dict[str, Any]) -> Sentence:
    claim = stored["claim"]
    return Sentence(stored["text"], Claim(claim["kind"], claim["code"], int(claim["number"]), tuple(claim["records"])))


def _of(workspace_id: WorkspaceId, channel: str, week: IsoWeek) -> tuple[ColumnElement[bool], ...]:
    return (
        col(Narrative.workspace_id) == workspace_id,
        col(Narrative.channel) == channel,
        col(Narrative.iso_year) == week.year,
        col(Narrative.iso_week) == week.week,
    )


def _objections(connection: Connection, workspace_id: WorkspaceId, week: Span) -> Sequence[Evidence]:
    asked = (
        select(
            col(Objection.id),
            col(Objection.theme),
            account_name(Objection),
            col(Objection.source_channel),
            col(Objection.quote),
        )
        .outerjoin(Account, its_account(Objection, workspace_id))
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.logged_at) >= week.start,
            col(Objection.logged_at) < week.end,
            col(Objection.withdrawn_at).is_(None),
        )
    )
    return [
        Evidence(f"objection:{row[0]}", Kind.OBJECTIONS, row[1], row[2], _said(row[4]), row[3])
        for row in _all(connection, asked)
    ]


def _reviews(connection: Connection, workspace_id: WorkspaceId, week: Span) -> Sequence[Evidence]:
    asked = (
        select(
            col(WinLossReview.id),
            col(WinLossReview.deal_id),
            col(WinLossReview.outcome),
            col(WinLossReview.primary_reason),
            account_name(WinLossReview),
            col(WinLossReview.source_channel),
            col(WinLossReview.swung_it),
            col(WinLossReview.buyer_words),
            col(WinLossReview.lesson),
        )
        .outerjoin(Account, its_account(WinLossReview, workspace_id))
        .where(
            col(WinLossReview.workspace_id) == workspace_id,
            col(WinLossReview.logged_at) >= week.start,
            col(WinLossReview.logged_at) < week.end,
            col(WinLossReview.withdrawn_at).is_(None),
            col(WinLossReview.outcome).in_([DealOutcome.WON.value, *(each.value for each in _LOST)]),
        )
    )
    # A deal counts once however many views of it there are, as everywhere in the digest.
    return [
        Evidence(
            f"deal:{row[1]}" if row[1] is not None else f"review:{row[0]}",
            Kind.WINS if row[2] == DealOutcome.WON else Kind.LOSSES,
            row[3],
            row[4],
            _said(*row[6:]),
            row[5],
        )
        for row in _all(connection, asked)
    ]


def _returns(connection: Connection, workspace_id: WorkspaceId, week: Span) -> Sequence[Evidence]:
    asked = (
        select(
            col(Handoff.id),
            col(Handoff.return_reason),
            col(Lead.company),
            col(Handoff.source_channel),
            col(Handoff.return_note),
        )
        .join(Lead, and_(col(Lead.workspace_id) == workspace_id, col(Lead.id) == col(Handoff.lead_id)))
        .where(
            col(Handoff.workspace_id) == workspace_id,
            text("handoffs.return_reason IS NOT NULL"),
            col(Handoff.closed_at) >= week.start,
            col(Handoff.closed_at) < week.end,
        )
    )
    return [
        Evidence(f"handoff:{row[0]}", Kind.RETURNS, row[1], row[2], _said(row[4]), row[3])
        for row in _all(connection, asked)
    ]


def _all(connection: Connection, asked: Select[*tuple[Any, ...]]) -> Sequence[Any]:
    """All rows, or none where there are too many to tell: some of them would be another number."""
    rows = connection.execute(asked.limit(_MOST_ROWS)).all()
    return rows if len(rows) < _MOST_ROWS else []


def _said(*texts: str | None) -> tuple[str, ...]:
    return tuple(each for each in texts if each and each.strip())
