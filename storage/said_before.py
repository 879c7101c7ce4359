"""Notes that say the same thing as one, in nearly the same words: found by the index of words, judged by the rule."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import Connection, TextClause, select
from sqlmodel import col

from domain.said_before import Saying, Word
from domain.values import frozen
from storage.ids import WorkspaceId
from storage.named_accounts import account_name, its_account
from storage.objections import matching
from storage.search import query_stems
from storage.tables import Account, Objection

#: Words of a note that are compared; a long mail is nobody's repeated sentence.
_MOST_WORDS: Final = 40
#: Notes that have enough of the words, the newest: those are read and judged.
_CANDIDATES: Final = 300


@frozen
class SaidBefore:
    """A note that says nearly the same: where and when, and the address of its message, if it came from one."""

    id: int
    quote: str
    account_name: str | None
    logged_at: datetime
    link: str | None


@frozen
class Repeats:
    """Other notes that say nearly the same, the newest first; ``or_more``: not all that might were looked at."""

    notes: tuple[SaidBefore, ...] = ()
    or_more: bool = False


def said_before(
    connection: Connection, workspace_id: WorkspaceId, objection: Objection, *, most: int = _CANDIDATES
) -> Repeats:
    """Other notes that say nearly the same as ``objection``; those that were undone are none.

    Of those that might, the newest ``most`` are looked at.
    """
    saying = _saying(objection.quote)
    parts = saying.parts()
    if not parts:
        return Repeats()
    rows = connection.execute(
        select(
            col(Objection.id),
            col(Objection.quote),
            account_name(Objection),
            col(Objection.logged_at),
            col(Objection.source_link),
        )
        .join(
            Account,
            its_account(Objection, workspace_id),
            isouter=True,
        )
        .where(
            col(Objection.workspace_id) == workspace_id,
            col(Objection.withdrawn_at).is_(None),
            col(Objection.id) != objection.id,
            _with_a_part(connection, workspace_id, parts),
        )
        .order_by(col(Objection.logged_at).desc(), col(Objection.id).desc())
        .limit(most + 1)
    ).all()
    found = (SaidBefore(*row) for row in rows[:most])
    notes = tuple(each for each in found if saying.is_nearly(_saying(each.quote)))
    return Repeats(notes, or_more=len(rows) > most)


def _saying(quote: str) -> Saying:
    return Saying.of(quote, query_stems(quote, most=_MOST_WORDS))


def _with_a_part(connection: Connection, workspace_id: WorkspaceId, parts: Sequence[tuple[Word, ...]]) -> TextClause:
    """The condition for notes that have all words of one of ``parts``."""
    if connection.dialect.name == "sqlite":
        return matching(connection, f'"ws{workspace_id}" AND ({_any_of(parts, " OR ", " AND ", mark=chr(34))})')
    return matching(connection, f"ws{workspace_id} & ({_any_of(parts, ' | ', ' & ')})")


def _any_of(parts: Sequence[tuple[Word, ...]], either: str, both: str, mark: str = "") -> str:
    """``parts`` as a question to an index of words. Stems are letters and digits alone: nothing in them is a sign."""

    def word(stems: Word) -> str:
        return "(" + either.join(f"{mark}{stem}{mark}" for stem in stems) + ")"

    return either.join("(" + both.join(word(each) for each in part) + ")" for part in parts)
