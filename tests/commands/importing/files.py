"""Files to import, and what of them is stored: shared by the tests of this folder."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypedDict, Unpack

from sqlalchemy import text

from commands.importing.actions import MAX_CHUNK_ROWS, ImportFile, ImportOutcome, import_file
from commands.importing.problems import Finding
from commands.importing.rows import Conventions
from storage.database import Database
from storage.ids import WorkspaceId
from storage.imports import RecordKind, add_team

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
LATER = datetime(2026, 11, 21, 12, tzinfo=UTC)
#: What differs between two imports of the same rows.
_OWN = frozenset({"id", "workspace_id", "account_id", "lead_id", "created_at", "updated_at"})


class Wanted(TypedDict, total=False):
    """What a test may ask for besides the file's content."""

    now: datetime
    conventions: Conventions
    create_accounts: bool
    chunk_rows: int


@dataclass
class Importer:
    """Imports into one workspace and keeps the findings of the last import."""

    database: Database
    workspace: WorkspaceId
    folder: Path
    findings: list[Finding] = field(default_factory=list)

    def leads(self, content: str | bytes, **wanted: Unpack[Wanted]) -> ImportOutcome:
        return self._take(RecordKind.LEADS, content, **wanted)

    def deals(self, content: str | bytes, **wanted: Unpack[Wanted]) -> ImportOutcome:
        return self._take(RecordKind.DEALS, content, **wanted)

    def accounts(self, content: str | bytes, **wanted: Unpack[Wanted]) -> ImportOutcome:
        return self._take(RecordKind.ACCOUNTS, content, **wanted)

    def _take(self, kind: RecordKind, content: str | bytes, **wanted: Unpack[Wanted]) -> ImportOutcome:
        path = self.folder / f"{kind.value}.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        self.findings = []
        return import_file(
            self.database,
            self.workspace,
            ImportFile(
                kind,
                path,
                conventions=wanted.get("conventions", Conventions()),
                create_accounts=wanted.get("create_accounts", False),
                chunk_rows=wanted.get("chunk_rows", MAX_CHUNK_ROWS),
            ),
            now=wanted.get("now", NOW),
            report=self.findings.extend,
        )

    def said(self) -> list[tuple[int, str]]:
        """Line and code of every finding."""
        return [(finding.line, finding.code) for finding in self.findings]

    def rows(self, table: str) -> dict[str, dict[str, Any]]:
        """This workspace's rows by external id (accounts: by name key)."""
        key = "name_key" if table == "accounts" else "external_id"
        query = text(f"SELECT * FROM {table} WHERE workspace_id = :workspace ORDER BY {key}")
        with self.database.read() as connection:
            found = connection.execute(query, {"workspace": self.workspace}).mappings()
            return {row[key]: dict(row) for row in found}

    def told(self, table: str) -> dict[str, dict[str, Any]]:
        """The same without what belongs to one import or workspace only."""
        return {
            key: {name: value for name, value in row.items() if name not in _OWN}
            for key, row in self.rows(table).items()
        }


def importer(database: Database, folder: Path, team: str = "T1") -> Importer:
    """An importer into a new workspace."""
    with database.write() as work:
        workspace = add_team(work, team, NOW)
        work.commit()
    return Importer(database, workspace, folder)
