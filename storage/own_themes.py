"""Themes of a workspace's own: those that somebody took up, the notes under each, and retiring them."""

from typing import Any

from sqlalchemy import Connection, Select, bindparam, func, select, text, update
from sqlmodel import col

from domain.own_themes import NO_THEMES, OwnTheme, OwnThemes
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.prepared import Prepared
from storage.tables import Objection, Topic
from storage.topics import FOLLOWED, RETIRED


def own_themes(connection: Connection, workspace_id: WorkspaceId) -> OwnThemes:
    """All of them, the oldest first."""
    rows = OWN_THEMES.all(connection, {"workspace": workspace_id})
    return OwnThemes(tuple(OwnTheme(row[0], row[1], row[2], row[3] == RETIRED) for row in rows)) if rows else NO_THEMES


def notes_under(connection: Connection, workspace_id: WorkspaceId, themes: OwnThemes) -> dict[str, int]:
    """How many objections that were not withdrawn stand under each, by code."""
    rows = connection.execute(
        select(col(Objection.theme), func.count())
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.theme).in_([each.code for each in themes.themes]),
            col(Objection.withdrawn_at).is_(None),
        )
        .group_by(col(Objection.theme))
    )
    return {str(row[0]): row[1] for row in rows}


def offer_again(work: UnitOfWork, workspace_id: WorkspaceId, theme_id: int, *, offered: bool) -> bool:
    """Retire a theme, or offer it again; False when that stands already."""
    before, after = (RETIRED, FOLLOWED) if offered else (FOLLOWED, RETIRED)
    done = work.connection.execute(
        update(Topic)
        .where(col(Topic.workspace_id) == workspace_id, col(Topic.id) == theme_id, col(Topic.state) == before)
        .values(state=after)
    )
    return bool(done.rowcount)


def _own_themes() -> Select[*tuple[Any, ...]]:
    return (
        select(col(Topic.id), col(Topic.label), col(Topic.term), col(Topic.state))
        .where(col(Topic.workspace_id) == bindparam("workspace"), text("topics.state IN ('followed', 'retired')"))
        .order_by(col(Topic.id))
    )


#: Asked with every capture of a workspace that has some.
OWN_THEMES = Prepared(_own_themes)
