"""What came of the rows of an import so far: of one chunk, and of all that were stored."""

from dataclasses import dataclass, field

from commands.importing.problems import Finding
from domain.values import frozen


@dataclass(slots=True)
class ChunkResult:
    """Counts of rows, and what was found out by comparing them with the database.

    ``refused`` counts rows that only the database could refuse. ``reviews_asked`` counts the deals whose close is asked
    about, ``closed_before`` those that closed too long ago.
    """

    inserted: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: int = 0
    accounts_created: int = 0
    without_account: int = 0
    reviews_asked: int = 0
    closed_before: int = 0
    findings: list[Finding] = field(default_factory=list)


@frozen
class Stored:
    """How far an import has come: rows that were stored, what became of them, and the audit event that tells it.

    ``reviews_asked``: deals whose close is asked about; ``closed_before``: those that closed too long ago for it.
    """

    rows: int = 0
    inserted: int = 0
    updated: int = 0
    refused: int = 0
    accounts_created: int = 0
    event_id: int | None = None
    reviews_asked: int = 0
    closed_before: int = 0

    @property
    def unchanged(self) -> int:
        """Rows that stood like this already."""
        return self.rows - self.inserted - self.updated - self.refused

    def with_chunk(self, rows: int, result: ChunkResult) -> "Stored":
        """The same with one chunk more."""
        return Stored(
            rows=self.rows + rows,
            inserted=self.inserted + result.inserted,
            updated=self.updated + result.updated,
            refused=self.refused + result.refused,
            accounts_created=self.accounts_created + result.accounts_created,
            event_id=self.event_id,
            reviews_asked=self.reviews_asked + result.reviews_asked,
            closed_before=self.closed_before + result.closed_before,
        )
