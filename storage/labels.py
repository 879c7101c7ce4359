"""Labels of what a mind proposed: written when it is shown, completed when the person submits the form."""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert, select, text, update
from sqlmodel import col

from domain.values import frozen
from storage.database import UnitOfWork
from storage.ids import WorkspaceId, new_id
from storage.tables import MindLabel


@frozen
class Proposed:
    """What was shown in one form: by ``mind``, as ``prompt`` (name and version) asked, from a whole ``text``.

    ``fields`` are the field, the words that it came from, and what was proposed.
    """

    view_id: str
    form: str
    text: str
    mind: str
    prompt: str
    fields: tuple[tuple[str, str, str], ...]


@frozen
class Label:
    """One confirmed field: ``confirmed`` is what the person left standing, absent when they emptied it."""

    form: str
    field: str
    quote: str
    proposed: str
    confirmed: str | None
    mind: str
    prompt: str


def propose(work: UnitOfWork, workspace_id: WorkspaceId, member_id: int, shown: Proposed, now: datetime) -> list[int]:
    """Note what is shown, in place of what was shown before in the same fields; gives the ids of what was noted."""
    if not shown.fields:
        return []
    work.connection.execute(
        delete(MindLabel).where(
            col(MindLabel.workspace_id) == workspace_id,
            col(MindLabel.view_id) == shown.view_id,
            col(MindLabel.field).in_([field for field, _words, _value in shown.fields]),
            text("confirmed_at IS NULL"),
        )
    )
    text_hash = hashlib.blake2b(shown.text.encode(), digest_size=12).hexdigest()
    noted = [new_id() for _ in shown.fields]
    rows = [
        {
            "workspace_id": workspace_id,
            "id": label_id,
            "member_id": member_id,
            "view_id": shown.view_id,
            "form": shown.form,
            "field": field,
            "text_hash": text_hash,
            "quote": words,
            "proposed": value,
            "confirmed": None,
            "mind": shown.mind,
            "prompt": shown.prompt,
            "proposed_at": now,
            "confirmed_at": None,
        }
        for label_id, (field, words, value) in zip(noted, shown.fields, strict=True)
    ]
    work.connection.execute(insert(MindLabel), rows)
    return noted


def take_back(work: UnitOfWork, workspace_id: WorkspaceId, noted: Collection[int]) -> None:
    """Forget what nobody was shown after all; also where the form was submitted meanwhile: it confirmed nothing."""
    work.connection.execute(
        delete(MindLabel).where(col(MindLabel.workspace_id) == workspace_id, col(MindLabel.id).in_(noted))
    )


def waiting_fields(connection: Connection, workspace_id: WorkspaceId, view_id: str, member_id: int) -> list[str]:
    """The fields of a form that somebody has before them with proposals in it."""
    rows = connection.execute(
        select(col(MindLabel.field)).where(
            col(MindLabel.workspace_id) == workspace_id,
            col(MindLabel.view_id) == view_id,
            col(MindLabel.member_id) == member_id,
            text("confirmed_at IS NULL"),
        )
    )
    return [row[0] for row in rows]


def confirm(
    work: UnitOfWork, workspace_id: WorkspaceId, view_id: str, stands: Mapping[str, str | None], now: datetime
) -> None:
    """A form was submitted: what ``stands`` in each field by then is its label."""
    for field, value in stands.items():
        work.connection.execute(
            update(MindLabel)
            .where(
                col(MindLabel.workspace_id) == workspace_id,
                col(MindLabel.view_id) == view_id,
                col(MindLabel.field) == field,
                text("confirmed_at IS NULL"),
            )
            .values(confirmed=value, confirmed_at=now)
        )


def list_confirmed(
    connection: Connection, workspace_id: WorkspaceId, fields: Iterable[str], *, limit: int
) -> list[Label]:
    """What people made of proposals for these fields, the latest first."""
    rows = connection.execute(
        select(
            col(MindLabel.form),
            col(MindLabel.field),
            col(MindLabel.quote),
            col(MindLabel.proposed),
            col(MindLabel.confirmed),
            col(MindLabel.mind),
            col(MindLabel.prompt),
        )
        .where(
            col(MindLabel.workspace_id) == workspace_id,
            col(MindLabel.field).in_(list(fields)),
            col(MindLabel.confirmed_at).is_not(None),
        )
        .order_by(col(MindLabel.confirmed_at).desc(), col(MindLabel.id).desc())
        .limit(limit)
    )
    return [Label(*row) for row in rows]


def forget_before(work: UnitOfWork, moment: datetime) -> int:
    """Drop proposals that were shown before ``moment`` and never submitted."""
    gone = work.connection.execute(
        delete(MindLabel)
        .where(col(MindLabel.proposed_at) < moment, text("confirmed_at IS NULL"))
        .execution_options(all_workspaces="retention")
    )
    return gone.rowcount
