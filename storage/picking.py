"""Records found by the beginning of any word of their name, while somebody types. Reads only; each stops early."""

from collections.abc import Iterable
from typing import Any, Final

from sqlalchemy import Connection, Select, TextClause, bindparam, select, text, union_all
from sqlmodel import col

from domain.names import fold, name_key, words_of
from domain.values import frozen
from storage import accounts
from storage.beginnings import after, spellings
from storage.ids import WorkspaceId
from storage.prepared import Prepared
from storage.tables import Account, Deal

MOST: Final = 20
#: So many that begin alike are looked at: who finds more types on.
LOOKED_AT: Final = 40
_COMPANIES: Final = 5
_OF_A_COMPANY: Final = 10
_WORDS: Final = 6
_COMPETITORS: Final = 1000
#: Translated by `translate` in the indexes of PostgreSQL; SQLite's tokenizer does so by itself.
_ACCENTED: Final = "áàâäãåéèêëíìîïóòôöõúùûüñç"
_PLAIN: Final = "aaaaaaeeeeiiiiooooouuuunc"


@frozen
class FoundDeal:
    """A deal as a menu shows it, with its account."""

    id: int
    name: str | None
    external_id: str
    outcome: str
    account_id: int | None
    account_name: str | None


def search_accounts(
    connection: Connection, workspace_id: WorkspaceId, typed: str, *, limit: int = MOST
) -> list[tuple[int, str]]:
    """Id and name of accounts: those that begin with ``typed`` first, then those one of whose words does.

    The name of an account that was merged finds the one it was merged into, under that one's name.
    """
    key = name_key(typed)
    if not key:
        return []
    found = dict(accounts.list_names_beginning(connection, workspace_id, key, limit=limit))
    words = words_of(fold(typed))
    if len(found) >= limit:
        return list(found.items())
    into = accounts.merged_beginning(connection, workspace_id, key, limit=limit)
    if max(map(len, words)) > 1:
        rows = connection.execute(_words_begin(connection, "account_words", "name_key", _ACCOUNTS, workspace_id, words))
        for row in rows:
            if not _begins_words(words, row.name):
                continue
            if row.into is None:
                found.setdefault(row.id, row.name)
            else:
                into.append(row.into)
    names = accounts.names_by_id(connection, workspace_id, set(into) - found.keys())
    found.update((each, names[each]) for each in dict.fromkeys(into) if each in names)
    return list(found.items())[:limit]


def search_deals(
    connection: Connection, workspace_id: WorkspaceId, typed: str, *, limit: int = MOST
) -> list[FoundDeal]:
    """Deals whose name, company or external id begins with ``typed``, or a word of the name does; open ones first."""
    words = words_of(fold(typed))
    if not words:
        return []
    ids: list[int] = []
    for spelling in spellings(typed):
        given = {"workspace": workspace_id, "start": spelling, "end": after(spelling), "most": LOOKED_AT}
        ids += [row[0] for row in DEALS_BEGINNING.all(connection, given)]
    if len(ids) < limit and max(map(len, words)) > 1:
        statement = _words_begin(connection, "deal_words", "name", _DEALS, workspace_id, words)
        ids += [row.id for row in connection.execute(statement) if _begins_words(words, row.name)]
    companies = search_accounts(connection, workspace_id, typed, limit=_COMPANIES) if len(ids) < limit else []
    for account_id, _name in companies:
        given = {"workspace": workspace_id, "account": account_id, "most": _OF_A_COMPANY}
        ids += [row[0] for row in DEALS_OF.all(connection, given)]
    chosen = list(dict.fromkeys(ids))[:LOOKED_AT]
    if not chosen:
        return []
    rows = connection.execute(_shown(workspace_id).where(col(Deal.id).in_(chosen)))
    found = [FoundDeal(*row) for row in rows]
    return sorted(found, key=lambda deal: (deal.outcome != "open", fold(deal.name or deal.external_id), deal.id))[
        :limit
    ]


def deals_called(connection: Connection, workspace_id: WorkspaceId, name: str) -> list[int]:
    """Ids of deals whose own name is ``name``, whatever its accents and capitals."""
    words = words_of(fold(name))
    if not words:
        return []
    rows = connection.execute(_words_begin(connection, "deal_words", "name", _DEALS, workspace_id, words))
    return [row.id for row in rows if words_of(fold(row.name or "")) == words]


def find_deal(connection: Connection, workspace_id: WorkspaceId, deal_id: int) -> FoundDeal | None:
    """A deal by id, with its account."""
    row = connection.execute(_shown(workspace_id).where(col(Deal.id) == deal_id)).first()
    return None if row is None else FoundDeal(*row)


def search_competitors(
    connection: Connection, workspace_id: WorkspaceId, typed: str, *, limit: int = MOST
) -> list[str]:
    """Names of competitors that somebody gave before: those that begin with ``typed`` first, one spelling of each."""
    wanted = fold(typed).strip()
    if not wanted:
        return []
    spelled: dict[str, str] = {}
    for table in ("objections", "win_loss_reviews"):
        for name in connection.execute(_each_competitor(table), {"workspace": workspace_id}).scalars():
            spelled.setdefault(fold(name).strip(), name)
    inside = sorted((not key.startswith(wanted), key) for key in spelled if f" {wanted}" in f" {key}")
    return [spelled[key] for _later, key in inside[:limit]]


def _each_competitor(table: str) -> TextClause:
    # One look into the index for each name, however many rows bear it.
    return text(
        f"WITH RECURSIVE each_name(name, n) AS (SELECT (SELECT min(competitor) FROM {table} "  # noqa: S608 - our names
        "WHERE workspace_id = :workspace AND competitor IS NOT NULL), 1 "
        f"UNION ALL SELECT (SELECT min(competitor) FROM {table} WHERE workspace_id = :workspace "
        f"AND competitor IS NOT NULL AND competitor > each_name.name), n + 1 FROM each_name "
        f"WHERE each_name.name IS NOT NULL AND n < {_COMPETITORS}) "
        "SELECT name FROM each_name WHERE name IS NOT NULL"
    )


def _shown(workspace_id: WorkspaceId) -> Select[*tuple[Any, ...]]:
    """Deals with the names of their accounts."""
    return (
        select(
            col(Deal.id),
            col(Deal.name),
            col(Deal.external_id),
            col(Deal.outcome),
            col(Deal.account_id),
            col(Account.name),
        )
        .join(
            Account,
            (col(Account.workspace_id) == workspace_id) & (col(Account.id) == col(Deal.account_id)),
            isouter=True,
        )
        .where(col(Deal.workspace_id) == workspace_id)
    )


def _deals_beginning() -> Select[*tuple[Any, ...]]:
    """Ids of deals whose name or external id begins so: two ranges of indexes."""
    parts = (
        select(col(Deal.id).label("id"))
        .where(
            col(Deal.workspace_id) == bindparam("workspace"),
            column >= bindparam("start"),
            column < bindparam("end"),
        )
        .limit(bindparam("most"))
        .subquery()
        for column in (col(Deal.name), col(Deal.external_id))
    )
    return select(union_all(*(select(part.c.id) for part in parts)).subquery().c.id)


def _deals_of() -> Select[*tuple[Any, ...]]:
    return (
        select(col(Deal.id))
        .where(col(Deal.workspace_id) == bindparam("workspace"), col(Deal.account_id) == bindparam("account"))
        .limit(bindparam("most"))
    )


DEALS_BEGINNING = Prepared(_deals_beginning)
DEALS_OF = Prepared(_deals_of)

_ACCOUNTS: Final = "accounts"
_DEALS: Final = "deals"


def _words_begin(
    connection: Connection, index: str, column: str, table: str, workspace_id: WorkspaceId, words: list[str]
) -> TextClause:
    """Id and name of rows whose words begin with each of ``words``, by the full-text index of this database."""
    asked = [word.translate(str.maketrans(_ACCENTED, _PLAIN)) for word in words[:_WORDS]]
    into, standing = "NULL", ""
    if table == _ACCOUNTS:
        into, standing = "t.merged_into_id", " AND (t.archived_at IS NULL OR t.merged_into_id IS NOT NULL)"
    if connection.dialect.name == "sqlite":
        match = f'"ws{workspace_id}" AND ' + " AND ".join(f'"{word}"*' for word in asked)
        statement = (
            f'SELECT t.id, t.name, {into} AS "into" FROM {index} w CROSS JOIN {table} t '  # noqa: S608 - our names
            f"ON t.workspace_id = :workspace AND t.id = w.rowid "
            # The hidden column of the index's own name: with detail=none there are no others to ask.
            f"WHERE w.{index} MATCH :match{standing} LIMIT {LOOKED_AT}"
        )
    else:
        match = f"ws{workspace_id} & " + " & ".join(f"{word}:*" for word in asked)
        statement = (
            f'SELECT t.id, t.name, {into} AS "into" FROM {table} t WHERE t.workspace_id = :workspace AND '  # noqa: S608 - our names
            f"to_tsvector('simple', 'ws' || t.workspace_id || ' ' || translate(lower(coalesce(t.{column}, '')), "
            f"'{_ACCENTED}', '{_PLAIN}')) @@ to_tsquery('simple', :match){standing} LIMIT {LOOKED_AT}"
        )
    return text(statement).bindparams(workspace=workspace_id, match=match)


def _begins_words(words: Iterable[str], name: str | None) -> bool:
    theirs = words_of(fold(name or ""))
    return all(any(their.startswith(word) for their in theirs) for word in words)
