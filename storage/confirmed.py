"""Codes that people of a workspace stood by, with the words that they stood for: what its local mind learns from.

Two sources: what somebody left standing of a proposal in a form that they sent, with the very words that it came from;
and records whose code a person chose, with what they wrote. What a rule read from a line is no label, though nobody
corrected it.
"""

import json
from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, and_, select, text
from sqlmodel import col

from domain.evaluation import CODES, Kind
from domain.taxonomy import DealOutcome
from storage import labels
from storage.ids import WorkspaceId
from storage.lead_ratings import CHOSEN, SUBJECT
from storage.tables import AuditEvent, Handoff, LeadRating, Objection, WinLossReview

#: How many of the latest records are looked at; what people called things years ago teaches little.
_LOOKED_AT: Final = 1000
#: The field of a form that holds each kind of code, as labels name it.
_FIELDS: Final = {
    Kind.OBJECTION: "theme",
    Kind.WIN: "win_reason",
    Kind.LOSS: "loss_reason",
    Kind.RETURN: "reason",
}
#: Says why without a word for it: nobody learns a code from "it is something else".
_OTHER: Final = "other"

#: Words and their code.
Said = tuple[str, str]


def confirmed_codes(connection: Connection, workspace_id: WorkspaceId, kind: Kind, *, limit: int) -> list[Said]:
    """Texts with their code of ``kind``, each once: first what became of proposals, then records, each newest first."""
    proposed = labels.list_confirmed(connection, workspace_id, [_FIELDS[kind]], limit=limit)
    if kind is Kind.OBJECTION:
        recorded = _themes(connection, workspace_id)
    elif kind is Kind.RETURN:
        recorded = [*_returned(connection, workspace_id), *_rated(connection, workspace_id)]
    else:
        recorded = _reasons(connection, workspace_id, won=kind is Kind.WIN)
    found = _usable(((each.quote, each.confirmed) for each in proposed), kind)
    return list(dict.fromkeys([*found, *_usable(recorded, kind)]))[:limit]


def _usable(said: Iterable[tuple[str | None, str | None]], kind: Kind) -> list[Said]:
    known = set(CODES[kind]) - {_OTHER}
    return [(words, code) for words, code in said if words and code in known]


def _themes(connection: Connection, workspace_id: WorkspaceId) -> list[tuple[str | None, str | None]]:
    """Of objections whose theme a person chose or left standing; what a rule read is no label."""
    rows = connection.execute(
        select(col(Objection.quote), col(Objection.theme), col(Objection.theme_confirmed))
        .where(col(Objection.workspace_id) == workspace_id, col(Objection.withdrawn_at).is_(None))
        .order_by(col(Objection.logged_at).desc())
        .limit(_LOOKED_AT)
    )
    return [(quote, theme) for quote, theme, confirmed in rows if confirmed]


def _reasons(connection: Connection, workspace_id: WorkspaceId, *, won: bool) -> list[tuple[str | None, str | None]]:
    """Of reviews: what decided it, or what the buyer said. What was typed in one line was read by a rule."""
    outcome = col(WinLossReview.outcome)
    rows = connection.execute(
        select(
            col(WinLossReview.swung_it),
            col(WinLossReview.buyer_words),
            col(WinLossReview.primary_reason),
            col(WinLossReview.typed),
        )
        .where(
            col(WinLossReview.workspace_id) == workspace_id,
            col(WinLossReview.withdrawn_at).is_(None),
            outcome == DealOutcome.WON.value if won else outcome != DealOutcome.WON.value,
        )
        .order_by(col(WinLossReview.logged_at).desc())
        .limit(_LOOKED_AT)
    )
    return [(swung or words, reason) for swung, words, reason, typed in rows if typed is None]


def _returned(connection: Connection, workspace_id: WorkspaceId) -> list[tuple[str | None, str | None]]:
    """Of handoffs that came back; not by a rating, which may have been typed and is looked at by itself."""
    rows = connection.execute(
        select(col(Handoff.id), col(Handoff.return_note), col(Handoff.return_reason))
        .where(
            col(Handoff.workspace_id) == workspace_id,
            text("handoffs.return_reason IS NOT NULL"),
            col(Handoff.return_note).is_not(None),
        )
        .order_by(col(Handoff.closed_at).desc())
        .limit(_LOOKED_AT)
    ).all()
    by_rating = set(
        connection.execute(
            select(col(LeadRating.handoff_id)).where(
                col(LeadRating.workspace_id) == workspace_id,
                col(LeadRating.handoff_id).in_([row[0] for row in rows]),
                col(LeadRating.reason).is_not(None),
            )
        ).scalars()
    )
    return [(note, reason) for handoff_id, note, reason in rows if handoff_id not in by_rating]


def _rated(connection: Connection, workspace_id: WorkspaceId) -> list[tuple[str | None, str | None]]:
    """Of ratings with a reason that was chosen in a form, as the audit of each says last."""
    rows = connection.execute(
        select(col(LeadRating.id), col(LeadRating.note), col(LeadRating.reason))
        .where(
            and_(col(LeadRating.workspace_id) == workspace_id, text("lead_ratings.withdrawn_at IS NULL")),
            col(LeadRating.reason).is_not(None),
        )
        .order_by(col(LeadRating.rated_at).desc())
        .limit(_LOOKED_AT)
    ).all()
    acts = connection.execute(
        select(col(AuditEvent.subject_id), col(AuditEvent.data))
        .where(
            col(AuditEvent.workspace_id) == workspace_id,
            col(AuditEvent.subject_kind) == SUBJECT,
            col(AuditEvent.subject_id).in_([row[0] for row in rows]),
        )
        .order_by(col(AuditEvent.id))
    )
    chosen: dict[int, bool] = {}
    for rating_id, data in acts:
        chosen[rating_id] = bool(json.loads(data).get(CHOSEN, chosen.get(rating_id, False)))
    return [(note, reason) for rating_id, note, reason in rows if chosen.get(rating_id)]
