"""What somebody who asks wants to know of objections: counted by theme, and the notes themselves with their origin."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select, text
from sqlmodel import col

from domain.taxonomy import Worked
from domain.values import frozen
from domain.weeks import Span
from storage.ids import WorkspaceId
from storage.named_accounts import account_name, its_account
from storage.objections import with_words
from storage.tables import Account, Objection


@frozen
class AboutObjections:
    """Which objections: of a period, on a theme, of an account; ``argued``: only those with an argument."""

    period: Span
    theme: str | None = None
    account_id: int | None = None
    argued: bool = False


@frozen
class AskedObjection:
    """One note as an answer cites it; ``link`` and ``channel`` tell where it was logged from."""

    id: int
    quote: str
    theme: str | None
    account_name: str | None
    competitor: str | None
    argument: str | None
    worked: str | None
    logged_at: datetime
    link: str | None
    channel: str | None


def count_objections(
    connection: Connection, workspace_id: WorkspaceId, about: AboutObjections
) -> list[tuple[str | None, int]]:
    """How many of each theme, the most frequent first."""
    n = func.count()
    rows = connection.execute(
        select(col(Objection.theme), n)
        .where(*_conditions(workspace_id, about))
        .group_by(col(Objection.theme))
        .order_by(n.desc(), col(Objection.theme))
    )
    return [(row[0], int(row[1])) for row in rows]


def latest_objections(
    connection: Connection, workspace_id: WorkspaceId, about: AboutObjections, *, limit: int
) -> list[AskedObjection]:
    """The notes, newest first; of arguments those that worked before the others."""
    order: list[Any] = [col(Objection.logged_at).desc(), col(Objection.id).desc()]
    if about.argued:
        order.insert(0, case((col(Objection.worked) == Worked.YES.value, 0), else_=1))
    query = _notes(workspace_id).where(*_conditions(workspace_id, about)).order_by(*order).limit(limit)
    return [AskedObjection(*row) for row in connection.execute(query)]


def objections_with(
    connection: Connection, workspace_id: WorkspaceId, about: AboutObjections, words: str, *, limit: int
) -> list[AskedObjection]:
    """Those of them with all of ``words`` in them, newest first."""
    having = with_words(connection, workspace_id, words)
    if having is None:
        return []
    order = (col(Objection.logged_at).desc(), col(Objection.id).desc())
    query = _notes(workspace_id).where(*_conditions(workspace_id, about), having).order_by(*order).limit(limit)
    return [AskedObjection(*row) for row in connection.execute(query)]


def _notes(workspace_id: WorkspaceId) -> Any:  # noqa: ANN401 - a select of ten columns
    return (
        select(
            col(Objection.id),
            col(Objection.quote),
            col(Objection.theme),
            account_name(Objection),
            col(Objection.competitor),
            col(Objection.argument),
            col(Objection.worked),
            col(Objection.logged_at),
            col(Objection.source_link),
            col(Objection.source_channel),
        )
        .join(
            Account,
            its_account(Objection, workspace_id),
            isouter=True,
        )
        .where(col(Objection.workspace_id) == workspace_id)
    )


def _conditions(workspace_id: WorkspaceId, about: AboutObjections) -> list[ColumnElement[bool]]:
    conditions: list[Any] = [
        col(Objection.workspace_id) == workspace_id,
        col(Objection.logged_at) >= about.period.start,
        col(Objection.logged_at) < about.period.end,
        col(Objection.withdrawn_at).is_(None),
    ]
    if about.theme is not None:
        conditions.append(col(Objection.theme) == about.theme)
    if about.account_id is not None:
        # Literal: the condition of the partial index.
        conditions += [col(Objection.account_id) == about.account_id, text("objections.account_id IS NOT NULL")]
    if about.argued:
        conditions.append(col(Objection.argument).is_not(None))
    return conditions
