"""`lazo evaluate`: figures for each mind, and a sentence for a file that is no use."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.cli.evaluate import app

LINES = [
    {"text": "es muy caro", "lang": "es", "kind": "objection", "label": "price"},
    {"text": "no money this year", "lang": "en", "theme": "budget"},
    {"text": "5 llamadas y no coge el telefono", "lang": "es", "return_reason": "no_response"},
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "lines.jsonl"
    path.write_text("\n".join(json.dumps(line) for line in LINES), "utf-8")
    return path


def test_both_minds_that_need_no_key_are_measured(file: Path) -> None:
    done = CliRunner().invoke(app, [str(file), "--json"])
    assert done.exit_code == 0, done.output
    found = {name: {row["lang"]: row for row in each["figures"]} for name, each in json.loads(done.output).items()}
    assert list(found) == ["rules", "local"]
    assert (found["rules"]["all"]["asked"], found["rules"]["all"]["right"]) == (3, 2)
    assert found["local"]["all"]["right"] == 3


def test_people_read_a_table(file: Path) -> None:
    done = CliRunner().invoke(app, [str(file), "--mind", "rules"])
    assert done.exit_code == 0
    assert "accuracy" in done.output
    assert "100%" in done.output
    assert "local" not in done.output


@pytest.mark.parametrize(
    ("text", "said"),
    [("", "empty"), ("nonsense", "line 1"), ('{"text": "x", "theme": "weather"}', "'weather'"), ("[]", "needs a text")],
)
def test_a_file_that_is_no_use_is_told(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "lines.jsonl"
    path.write_text(text, "utf-8")
    done = CliRunner().invoke(app, [str(path), "--mind", "rules"])
    assert done.exit_code == 2
    assert said in done.output


def test_a_mind_without_its_settings_is_told(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY", raising=False)
    done = CliRunner().invoke(app, [str(file), "--mind", "openai"])
    assert done.exit_code == 2
    assert "OPENAI_API_KEY" in done.output
