"""The doctor's report: a table for people at a terminal, plain lines for a pipe, JSON for a program."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from rich.console import Console
from rich.table import Table
from rich.text import Text

from bot.doctor.findings import Finding, Level, is_healthy

_STYLES: Final = {Level.OK: "green", Level.OFF: "dim", Level.LOOK: "yellow", Level.BROKEN: "bold red"}


def as_json(findings: Sequence[Finding]) -> str:
    """``{"ok": …, "counts": {level: n}, "findings": […]}``."""
    report = {
        "ok": is_healthy(list(findings)),
        "counts": {level.value: number for level, number in _counts(findings).items()},
        "findings": [finding.as_dict() for finding in findings],
    }
    return json.dumps(report, ensure_ascii=False, indent=2)


def as_lines(findings: Iterable[Finding]) -> Iterator[str]:
    """One line a finding, tabs between its parts, advice at the end."""
    for finding in findings:
        parts = [finding.level.value.upper(), finding.area, finding.subject, finding.found]
        yield "\t".join([*parts, *([f"→ {finding.advice}"] if finding.advice else [])])


def print_table(findings: Sequence[Finding], console: Console) -> None:
    """A table, the area named once."""
    table = Table("", "", "looked at", "found, and what to do", box=None, pad_edge=False, show_header=False)
    area = ""
    for finding in findings:
        if area and finding.area != area:
            table.add_row()
        told = Text(finding.found)
        if finding.advice:
            told.append(f"\n→ {finding.advice}", style="bold")
        level = Text(finding.level.value, style=_STYLES[finding.level])
        table.add_row(level, Text(finding.area if finding.area != area else ""), Text(finding.subject), told)
        area = finding.area
    console.print(table)


def summary(findings: Sequence[Finding]) -> str:
    """The verdict in one line."""
    counts = _counts(findings)
    told = f"{counts[Level.BROKEN]} broken, {counts[Level.LOOK]} to look at, {counts[Level.OK]} fine."
    return told if is_healthy(list(findings)) else f"{told} Lazo cannot work like this."


def _counts(findings: Iterable[Finding]) -> dict[Level, int]:
    found = Counter(finding.level for finding in findings)
    return {level: found[level] for level in Level}
