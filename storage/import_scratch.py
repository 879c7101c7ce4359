"""A file's rows on their way into the database, kept on disk so that a million of them cost no memory.

It is needed because the last of several rows with one id counts, which is known only at the file's end.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

_SCHEMA = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA cache_size = -16000;
CREATE TABLE rows (line INTEGER PRIMARY KEY, key TEXT NOT NULL UNIQUE, body TEXT NOT NULL);
CREATE TABLE findings (line INTEGER NOT NULL, n INTEGER NOT NULL, body TEXT NOT NULL, PRIMARY KEY (line, n))
    WITHOUT ROWID;
"""


class ImportScratch:
    """Rows by line (one for each key, the last) and findings by line; values are whatever JSON can hold."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._findings = 0

    def put_row(self, line: int, key: str, body: Sequence[object]) -> int | None:
        """Keep a row. Returns the line of the earlier row with this key, which it replaces."""
        text = json.dumps(body)
        insert = "INSERT INTO rows (line, key, body) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"
        if self._connection.execute(insert, (line, key, text)).rowcount:
            return None
        earlier = self._connection.execute("SELECT line FROM rows WHERE key = ?", (key,)).fetchone()
        self._connection.execute("UPDATE rows SET line = ?, body = ? WHERE key = ?", (line, text, key))
        return int(earlier[0])

    def chunks(self, size: int) -> Iterator[list[Any]]:
        """The rows in the file's order, ``size`` at a time."""
        after = 0
        while True:
            found = self._connection.execute(
                "SELECT line, body FROM rows WHERE line > ? ORDER BY line LIMIT ?", (after, size)
            ).fetchall()
            if not found:
                return
            after = found[-1][0]
            yield [json.loads(body) for _, body in found]

    def put_finding(self, line: int, body: Sequence[object]) -> None:
        """Keep a finding."""
        self._findings += 1
        self._connection.execute(
            "INSERT INTO findings (line, n, body) VALUES (?, ?, ?)", (line, self._findings, json.dumps(body))
        )

    def findings(self) -> Iterator[Any]:
        """All findings by line, those of one line in the order in which they came."""
        for (body,) in self._connection.execute("SELECT body FROM findings ORDER BY line, n"):
            yield json.loads(body)


@contextmanager
def open_scratch() -> Iterator[ImportScratch]:
    """A scratch file of its own in the system's temporary folder; gone when the block ends."""
    # An empty name is SQLite's word for a private file that is written only when it outgrows the cache.
    with closing(sqlite3.connect("", isolation_level=None)) as connection:
        connection.executescript(_SCHEMA)
        connection.execute("BEGIN")
        yield ImportScratch(connection)
