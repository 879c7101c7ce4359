"""What minds are told: versioned files that are shipped, and that never change once they were in use."""

import hashlib
from datetime import datetime
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

from bot.collected import fillers_of
from commands.context import Services
from commands.i18n import Texts
from commands.prompt_files import prompt
from storage.database import Database

#: A changed instruction is a new file with the next number: what is kept of a call or a label says which was asked.
IN_USE = {
    "ask_answer.1.md": "87b468fb4fe88bd1",
    "ask_answer.2.md": "d77e73b8f620c74e",
    "ask_answer.3.md": "3e4b2464179a17c5",
    "ask_plan.1.md": "e590a1ceeaf7a60f",
    "narrative.1.md": "f34053805de1c2d0",
    "narrative.2.md": "d39d3981fdf9de5a",
    "prefill_lead_rating.1.md": "970412746f0bc6aa",
    "prefill_objection.1.md": "e6a05359e7d4df11",
    "prefill_win_loss.1.md": "d234b57eb4064203",
}


@pytest.mark.parametrize("name", IN_USE)
def test_a_prompt_in_use_is_never_edited(name: str, project_dir: Path) -> None:
    text = (project_dir / "commands" / "prompts" / name).read_bytes()
    assert hashlib.blake2b(text, digest_size=8).hexdigest() == IN_USE[name]


def test_the_wheel_holds_every_prompt(project_dir: Path) -> None:
    shipped = {file.distribution_path for file in WheelBuilder(str(project_dir)).recurse_included_files()}
    prompts = {f"commands/prompts/{each.name}" for each in (project_dir / "commands" / "prompts").glob("*.md")}
    assert prompts
    assert prompts <= shipped


def test_every_form_has_its_prompt(sqlite_url: str) -> None:
    """And each field of its answer is told of."""
    database = Database.open(sqlite_url)
    services = Services(database, Texts(), _never, _never, lambda _workspace, _user: None)
    for filler in fillers_of(services).values():
        asked = prompt(*filler.prompt)
        assert str(asked) == f"{filler.prompt[0]}@{filler.prompt[1]}"
        for field in filler.schema.model_fields:
            assert f"- {field}" in asked.text
    database.close()
    with pytest.raises(FileNotFoundError):
        prompt("ask_plan", 99)


def _never() -> datetime:
    raise AssertionError("nobody asks for the time")
