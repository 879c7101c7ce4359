"""The process that forks `lazo` for tests says so when it cannot start, and ends nothing that it did not begin."""

import sys
import tempfile
from pathlib import Path

import pytest

from tests.lazo_process import LazoServer


def test_a_server_that_does_not_start_says_its_exit_code_and_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken = tmp_path / "python"
    broken.write_text("#!/bin/sh\nexit 3\n")
    broken.chmod(0o755)
    folders = tmp_path / "folders"
    folders.mkdir()
    monkeypatch.setattr(sys, "executable", str(broken))
    monkeypatch.setattr(tempfile, "tempdir", str(folders))
    server = LazoServer()
    with pytest.raises(RuntimeError, match="ended with 3"):
        _ = server.socket
    server.close()
    assert list(folders.iterdir()) == []
