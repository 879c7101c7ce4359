"""Accounts that somebody may have meant who typed a name that none has."""

from typing import Final

from rapidfuzz import fuzz, process
from sqlalchemy import Connection

from domain.names import fold, name_key
from storage import accounts
from storage.ids import WorkspaceId

_ALIKE_NAME: Final = 80
_SUGGESTIONS: Final = 3


def alike_accounts(connection: Connection, workspace_id: WorkspaceId, hint: str | None) -> tuple[tuple[int, str], ...]:
    """Accounts whose names come near the unknown one that was typed, nearest first."""
    if not hint:
        return ()
    # Names that begin alike: all names of a large workspace would be too many for a request.
    known = dict(accounts.list_names_beginning(connection, workspace_id, name_key(hint)[:2]))
    found = process.extract(
        name_key(hint), known, scorer=fuzz.WRatio, processor=fold, score_cutoff=_ALIKE_NAME, limit=_SUGGESTIONS
    )
    return tuple((account_id, name) for name, _score, account_id in found)
