"""`lazo outbox` on databases that are not what it needs, and with states that there are not."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.outbox import app


@pytest.mark.parametrize(
    ("url", "sentence"),
    [("sqlite:///{folder}/none.db", "lazo db upgrade"), ("nonsense", "DATABASE_URL: not a database URL")],
)
def test_a_database_that_is_no_use_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, url: str, sentence: str
) -> None:
    monkeypatch.setenv("DATABASE_URL", url.format(folder=tmp_path))
    shown = CliRunner().invoke(app, [])
    assert shown.exit_code == 2
    assert sentence in shown.output
    assert not list(tmp_path.iterdir())


def test_an_empty_outbox_says_so(sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", sqlite_url)
    assert "The outbox is empty." in CliRunner().invoke(app, []).output
    mistyped = CliRunner().invoke(app, ["--state", "ded"])
    assert mistyped.exit_code == 2
    assert "dead" in mistyped.output
