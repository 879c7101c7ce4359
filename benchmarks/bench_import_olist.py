"""How fast leads are imported: beside bare inserts of the same rows in the same run, and how it grows with the file.

    python -m benchmarks.bench_import_olist [FILE.csv]

Without a file: the real leads beside the checkout when they are there, else made-up ones of the same shape.
"""

import csv
import os
import resource
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import chain, islice
from pathlib import Path

from commands.importing.actions import MAX_CHUNK_ROWS, ImportFile, ImportOutcome, import_file
from storage.database import Database
from storage.imports import RecordKind, add_team
from storage.migrations import upgrade

HEADER = ["mql_id", "first_contact_date", "landing_page_id", "origin"]
FACTORS = (1, 4, 16)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def main() -> None:
    """Print a line for each size."""
    rows = _rows(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    print("     rows   import s   rows/s   again s   bare inserts s   rows/s   ratio   peak memory MB")
    for factor in FACTORS:
        with tempfile.TemporaryDirectory(prefix="lazo-bench-") as folder:
            _measure(Path(folder), rows, factor)


def _measure(folder: Path, rows: list[list[str]], factor: int) -> None:
    path = folder / "leads.csv"
    count = len(rows) * factor
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(chain([HEADER], _times(rows, factor)))
    url = f"sqlite:///{folder / 'lazo.db'}"
    upgrade(url)
    database = Database.open(url)
    with database.write() as work:
        workspace = add_team(work, "TBENCH", NOW)
        work.commit()

    def take() -> tuple[float, ImportOutcome]:
        started = time.perf_counter()
        outcome = import_file(
            database, workspace, ImportFile(RecordKind.LEADS, path), now=NOW, report=lambda found: [*found].clear()
        )
        return time.perf_counter() - started, outcome

    first, outcome = take()
    again, _ = take()
    database.close()
    if outcome.inserted != count:
        raise SystemExit(f"{outcome.inserted} of {count} rows were taken: these are no leads to measure with")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024  # before the bare inserts
    bare = _bare(folder, _times(rows, factor))
    print(
        f"{count:>9,} {first:>10.2f} {count / first:>8,.0f} {again:>9.2f} {bare:>16.2f}"
        f" {count / bare:>8,.0f} {first / bare:>6.1f}x {peak:>16.0f}"
    )


def _bare(folder: Path, rows: Iterator[list[str]]) -> float:
    """Seconds for sqlite3's executemany of the same rows in chunks of the same size, into the same tables."""
    file = folder / "bare.db"
    upgrade(f"sqlite:///{file}")
    connection = sqlite3.connect(file, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    stamp = NOW.isoformat(sep=" ")
    connection.execute(
        "INSERT INTO workspaces (id, enterprise_id, team_id, name, locale, tz, guests_allowed, created_at, version)"
        " VALUES (1, '', 'TBARE', '', 'en', 'UTC', 0, ?, 1)",
        (stamp,),
    )
    started = time.perf_counter()
    numbered = enumerate(rows)
    while chunk := [(n, *row, stamp, stamp) for n, row in islice(numbered, MAX_CHUNK_ROWS)]:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(
            "INSERT INTO leads (workspace_id, id, external_id, mql_at, landing_page, source, created_at, updated_at,"
            " version) VALUES (1, ?, ?, ?, ?, ?, ?, ?, 1)",
            chunk,
        )
        connection.execute("COMMIT")
    taken = time.perf_counter() - started
    connection.close()
    return taken


def _times(rows: list[list[str]], factor: int) -> Iterator[list[str]]:
    for copy in range(factor):
        for key, *rest in rows:
            yield [f"{key}-{copy}", *rest]


def _rows(path: Path | None) -> list[list[str]]:
    shared = Path(os.environ.get("LAZO_SHARED") or Path(__file__).resolve().parents[2] / "shared")
    path = path or shared / "data" / "olist" / "marketing_qualified_leads.csv"
    if not path.exists():
        return [[f"{n:032x}", f"2018-{n % 12 + 1:02}-{n % 28 + 1:02}", f"{n % 400:032x}", "email"] for n in range(8000)]
    with path.open(encoding="utf-8", newline="") as file:
        return [[row[name] for name in HEADER] for row in csv.DictReader(file)]


if __name__ == "__main__":
    main()
