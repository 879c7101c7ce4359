"""A database whose ground is taken away says so before anybody is told that something was stored."""

import shutil
from pathlib import Path

import pytest

from storage.database import Database
from storage.errors import NotCommittedError
from tests.digest_rows import DigestRows


@pytest.mark.parametrize("replaced", [False, True])
def test_nothing_is_stored_in_a_file_that_nobody_can_open_any_more(sqlite_url: str, *, replaced: bool) -> None:
    database = Database.open(sqlite_url)
    DigestRows.in_new_workspace(database)
    file = database.sqlite_file
    assert file is not None
    copy = Path(f"{file}.copy")
    shutil.copyfile(file, copy)
    file.unlink()
    if replaced:
        copy.rename(file)
    for _ in range(2):
        with pytest.raises(NotCommittedError), database.write() as work:
            work.commit()
    database.close()
