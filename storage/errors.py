"""What can go wrong with storage, in words the edges can act on."""


class StoreBusyError(Exception):
    """The one writer's place was not free in time. Nothing was stored."""


class NotCommittedError(Exception):
    """The database could not make a transaction durable. Nothing of it was stored."""


class StaleVersionError(Exception):
    """The row was changed by somebody else since it was read. Nothing was stored."""

    def __init__(self, kind: str, row_id: int) -> None:
        super().__init__(f"{kind} {row_id} was changed meanwhile")
        self.kind = kind
        self.row_id = row_id


class WrongDatabaseUrlError(ValueError):
    """``DATABASE_URL`` names something that is neither SQLite nor PostgreSQL."""


class DatabaseInUseError(Exception):
    """Another ``lazo run`` already holds this SQLite file."""
