"""An import that was interrupted goes on where it was: nothing is written twice, and the counts are the whole truth."""

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from commands.importing.actions import ImportFile, ImportOutcome, import_file
from commands.importing.results import Stored
from storage.database import UnitOfWork
from storage.imports import RecordKind
from tests.commands.importing.files import LATER, NOW, Importer


class _KilledError(Exception):
    pass


def deals(folder: Path) -> ImportFile:
    lines = [f"D{number},won,2026-01-05,Nobody {number}" for number in range(10)]
    path = folder / "deals.csv"
    path.write_text("deal id,status,close date,company\n" + "\n".join(lines) + "\n", "utf-8")
    return ImportFile(RecordKind.DEALS, path, chunk_rows=3)


@pytest.mark.parametrize("survived", [1, 2, 3, 4])
def test_it_goes_on_and_tells_all(into: Importer, tmp_path: Path, survived: int) -> None:
    wanted = deals(tmp_path)
    kept: list[Stored] = []

    def keep(_work: UnitOfWork, stored: Stored) -> None:
        if len(kept) == survived:
            raise _KilledError  # before the commit: this chunk is lost with its note
        kept.append(stored)

    with pytest.raises(_KilledError):
        run(into, wanted, keep=keep)
    assert len(into.rows("deals")) == min(10, 3 * survived)
    # Somebody mends a deal in between: what was stored is not written again.
    with into.database.write() as work:
        work.connection.execute(
            text("UPDATE deals SET name = 'mended', version = 2 WHERE workspace_id = :w AND external_id = 'D0'"),
            {"w": into.workspace},
        )
        work.commit()

    outcome = run(into, wanted, carried=kept[-1])
    assert (outcome.inserted, outcome.updated, outcome.unchanged, outcome.read) == (10, 0, 0, 10)
    assert outcome.is_complete
    stored = into.rows("deals")
    assert len(stored) == 10
    assert stored["D0"]["version"] == 2
    assert {row["version"] for key, row in stored.items() if key != "D0"} == {1}
    assert into.said() == [(line, "account_unknown") for line in range(2, 12)]
    (event,) = audit(into)
    assert (event["finished"], event["inserted"]) == (True, 10)


def test_what_is_carried_from_a_whole_import_writes_nothing(into: Importer, tmp_path: Path) -> None:
    wanted = deals(tmp_path)
    kept: list[Stored] = []
    run(into, wanted, keep=lambda _work, stored: kept.append(stored))
    before = into.rows("deals")
    outcome = run(into, wanted, carried=kept[-1])
    assert (outcome.inserted, outcome.unchanged) == (10, 0)
    assert into.rows("deals") == before


def run(
    into: Importer,
    wanted: ImportFile,
    *,
    carried: Stored | None = None,
    keep: object = None,
) -> ImportOutcome:
    """Import, with the findings where the importer keeps them."""
    into.findings = []
    return import_file(
        into.database,
        into.workspace,
        wanted,
        now=NOW if carried is None else LATER,
        report=into.findings.extend,
        carried=carried,
        keep=keep if callable(keep) else (lambda _work, _stored: None),
    )


def audit(into: Importer) -> list[dict[str, object]]:
    """What the audit says of imports."""
    query = text("SELECT data FROM audit_events WHERE workspace_id = :w AND subject_kind = 'import'")
    with into.database.read() as connection:
        return [json.loads(row[0]) for row in connection.execute(query, {"w": into.workspace})]
