"""Codes that people of a workspace stood by: what its local mind learns from."""

from typing import Final

from sqlalchemy import Connection, select
from sqlmodel import col

from storage.ids import WorkspaceId
from storage.tables import Objection

#: How many of the latest objections are looked at; what people called things years ago teaches little.
_LOOKED_AT: Final = 1000


def confirmed_themes(connection: Connection, workspace_id: WorkspaceId, *, limit: int) -> list[tuple[str, str]]:
    """Quote and theme of the latest objections whose theme a person chose or left standing, newest first."""
    rows = connection.execute(
        select(col(Objection.quote), col(Objection.theme), col(Objection.theme_confirmed))
        .where(col(Objection.workspace_id) == workspace_id, col(Objection.withdrawn_at).is_(None))
        .order_by(col(Objection.logged_at).desc())
        .limit(_LOOKED_AT)
    )
    return [(quote, theme) for quote, theme, confirmed in rows if confirmed and theme is not None][:limit]
