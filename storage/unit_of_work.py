"""The unit of work: forgets unless told to commit."""

from collections.abc import Hashable, Mapping
from typing import Any

from sqlalchemy import Connection
from sqlmodel import Session

from storage.prepared import Prepared


class UnitOfWork:
    """All or nothing. Leaving the block without `commit` undoes everything.

    ``is_urgent`` tells that something is to be said at once, so that nobody waits for the next second.
    """

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self.committed = False
        self.is_urgent = False
        self._session: Session | None = None

    @property
    def connection(self) -> Connection:
        """The transaction, with all that was written in it."""
        return self._connection

    @property
    def glance(self) -> Connection:
        """For questions that need not see what was left for `later` by others who are not told yet that it is stored.

        Only the hot path tells the difference: there a question does not make everybody's rows be written first.
        """
        return self._connection

    @property
    def session(self) -> Session:
        """An ORM session on the same transaction, for paths where its cost does not matter."""
        if self._session is None:
            # In a savepoint of its own: a failed flush must not undo the transaction, which others may share.
            self._session = Session(self.connection, expire_on_commit=False, join_transaction_mode="create_savepoint")
        return self._session

    def later(self, statement: Prepared, row: Mapping[str, Any], *, key: Hashable = None) -> None:
        """Insert ``row`` before the commit, with those of others where that is cheaper.

        A question about it goes through `connection`, or asks `look_for` with the same ``key`` before its `glance`.
        """
        del key
        statement.run(self._connection, row)

    def look_for(self, *keys: Hashable) -> None:
        """From here on `glance` sees rows that were left under one of ``keys``."""

    def commit(self) -> None:
        """Keep everything: it is durable when the block has been left. Once, as the last act of the block."""
        if self._session is not None:
            self._session.commit()
        self.committed = True

    def close(self) -> None:
        """Let go of the ORM session, if one was used."""
        if self._session is not None:
            self._session.close()
