"""The unit of work: forgets unless told to commit."""

from sqlalchemy import Connection
from sqlmodel import Session


class UnitOfWork:
    """All or nothing. Leaving the block without `commit` undoes everything.

    ``is_urgent`` tells that something is to be said at once, so that nobody waits for the next second.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self.committed = False
        self.is_urgent = False
        self._session: Session | None = None

    @property
    def session(self) -> Session:
        """An ORM session on the same transaction, for paths where its cost does not matter."""
        if self._session is None:
            # In a savepoint of its own: a failed flush must not undo the transaction, which others may share.
            self._session = Session(self.connection, expire_on_commit=False, join_transaction_mode="create_savepoint")
        return self._session

    def commit(self) -> None:
        """Keep everything: it is durable when the block has been left. Once, as the last act of the block."""
        if self._session is not None:
            self._session.commit()
        self.committed = True

    def close(self) -> None:
        """Let go of the ORM session, if one was used."""
        if self._session is not None:
            self._session.close()
