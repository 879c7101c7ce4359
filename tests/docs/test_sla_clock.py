"""What docs/sla-clock.md shows is what comes out."""

import re
from pathlib import Path

from typer.testing import CliRunner

from bot.cli.sla import app
from domain import local_weeks
from domain.calendar_json import from_json
from tests.docs.documents import read

PAGE = read("docs/sla-clock.md")


def test_its_calendar_is_read_and_its_example_comes_out(tmp_path: Path) -> None:
    calendar, command, shown = (
        found[1]
        for pattern in (r"```json\n(.*?)```", r"```\nlazo (sla due .*?)\n```", r"```\n(Due .*?)```")
        if (found := re.search(pattern, PAGE, re.DOTALL))
    )
    assert from_json(calendar).tz == "Europe/Madrid"
    (tmp_path / "madrid.json").write_text(calendar, "utf-8")
    flags = command.removeprefix("sla ").replace("madrid.json", str(tmp_path / "madrid.json")).split()
    assert CliRunner().invoke(app, flags).output == shown


def test_its_figure_is_the_codes() -> None:
    assert f"up to {local_weeks._WEEKS_KEPT:,} weeks in all" in PAGE
