"""The words of an import: each code has its sentence, and the report opens safely in a spreadsheet."""

import ast
import csv
import io
import re
from pathlib import Path

import pytest

from commands.importing.problems import Finding, Severity
from commands.importing.views import FILE_PROBLEMS, REASONS, write_report


def _strings(folder: Path) -> set[str]:
    """Every text constant in the modules that judge rows and files."""
    rules = (folder / "domain" / name for name in ("csv_values.py", "accounts_csv.py"))
    modules = [*(folder / "commands" / "importing").glob("*.py"), *rules]
    return {
        node.value
        for module in modules
        if module.name != "views.py"
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def test_every_sentence_has_a_code_in_use(project_dir: Path) -> None:
    assert set(REASONS) | set(FILE_PROBLEMS) <= _strings(project_dir)


def test_every_code_has_a_sentence(project_dir: Path) -> None:
    prefixes = (
        "account|amount|broken|closed|currency|date|deal_type|email|file|encoding|header|id|lead|line|mapping|number|open|"
        "outcome|owner|person|quote|relation|repeated|row|source|text|tier|time|too|url|value"
    )
    endings = (
        "changed|empty|merged|unfit|"
        "unreadable|missing|ambiguous|unknown|wrong|broken|too_long|odd|cut|skipped|twice|closed|rounded"
    )
    looks_like_a_code = re.compile(rf"(?:{prefixes})_(?:\w+_)?(?:{endings})")
    found = {string for string in _strings(project_dir) if looks_like_a_code.fullmatch(string)}
    assert len(found) > 15
    assert found <= set(REASONS) | set(FILE_PROBLEMS)


@pytest.mark.parametrize("value", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_the_report_runs_no_formula(value: str) -> None:
    out = io.StringIO()
    write_report(out, [Finding(7, "name", value, Severity.DOUBTFUL, "text_cut")])
    header, row = list(csv.reader(io.StringIO(out.getvalue())))
    assert header == ["row", "column", "value", "severity", "reason"]
    assert row == ["7", "name", f"'{value}", "doubtful", "too long: cut"]
