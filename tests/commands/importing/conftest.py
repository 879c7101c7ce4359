"""Fixtures of the importing tests."""

from pathlib import Path

import pytest

from storage.database import Database
from tests.commands.importing.files import Importer, importer


@pytest.fixture
def into(database: Database, tmp_path: Path) -> Importer:
    """An importer into an empty workspace, on each database."""
    return importer(database, tmp_path)
