"""What buyers of one account objected lately, and what was argued with success: for whoever talks to them next."""

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, select, text
from sqlmodel import col

from domain.own_themes import is_own
from domain.taxonomy import Worked
from domain.values import frozen
from storage.ids import WorkspaceId
from storage.objections import PastArgument, arguments_on
from storage.own_themes import own_themes
from storage.tables import Objection

_LATEST: Final = 3


@frozen
class Said:
    """An objection of the account."""

    quote: str
    theme: str | None
    logged_at: datetime


@frozen
class AccountTalk:
    """The account's latest objections, and arguments that worked on their themes, here or elsewhere.

    ``names`` has what the workspace calls its own themes among these, by code.
    """

    objections: tuple[Said, ...] = ()
    arguments: tuple[PastArgument, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)


def talk_of_account(connection: Connection, workspace_id: WorkspaceId, account_id: int | None) -> AccountTalk:
    """The account's latest objections that stand, and what to say; nothing without an account."""
    if account_id is None:
        return AccountTalk()
    rows = connection.execute(
        select(col(Objection.quote), col(Objection.theme), col(Objection.logged_at))
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.account_id) == account_id,
            # Literal: the condition of the partial index.
            text("objections.account_id IS NOT NULL AND objections.withdrawn_at IS NULL"),
        )
        .order_by(col(Objection.logged_at).desc())
        .limit(_LATEST)
    ).all()
    arguments: dict[str, PastArgument] = {}
    for theme in dict.fromkeys(row.theme for row in rows if row.theme is not None):
        for past in arguments_on(connection, workspace_id, theme, but=0):
            if past.worked == Worked.YES:
                arguments.setdefault(past.argument, past)
    names = own_themes(connection, workspace_id).names if any(is_own(row.theme) for row in rows) else {}
    return AccountTalk(tuple(Said(*row) for row in rows), tuple(arguments.values())[:_LATEST], names)
