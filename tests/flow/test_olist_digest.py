"""Weeks of real leads in the digest: figures counted again from the files, by code that shares nothing with ours."""

import csv
import json
import re
from collections import Counter
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from bot.cli.digest import app as digest_app
from bot.cli.importing import app as import_app

#: The last week of a year, an ordinary one, one in which the clocks change, and the last with leads.
WEEKS = (
    (2017, 52, "Europe/Madrid"),
    (2018, 9, "UTC"),
    (2018, 12, "Europe/Madrid"),
    (2018, 22, "UTC"),
)
DEAL_FLAGS = ["--map", "external_id=mql_id", "--map", "lead=mql_id", "--outcome", "won"]
NAMES = {"": "(no source)", "other_publicities": "other advertising"}


class Files:
    """The two CSV files, read with nothing but the standard library."""

    def __init__(self, folder: Path) -> None:
        with (folder / "marketing_qualified_leads.csv").open(encoding="utf-8", newline="") as file:
            self.leads = {
                row["mql_id"]: (row["origin"], date.fromisoformat(row["first_contact_date"]))
                for row in csv.DictReader(file)
            }
        with (folder / "closed_deals.csv").open(encoding="utf-8", newline="") as file:
            self.won = {row["mql_id"]: datetime.fromisoformat(row["won_date"]) for row in csv.DictReader(file)}

    def mqls(self, first: date, last: date) -> Counter[str]:
        """MQLs by origin, both days included."""
        return Counter(origin for origin, day in self.leads.values() if first <= day <= last)

    def closed(self, start: datetime, end: datetime) -> int:
        """Deals won from ``start`` until before ``end``, both as the file writes moments."""
        return sum(start <= at < end for at in self.won.values())

    def cohort(self, first: date, last: date, won_before: datetime) -> dict[str, tuple[int, int]]:
        """Won and n by origin."""
        inside = {lead: origin for lead, (origin, day) in self.leads.items() if first <= day <= last}
        won = Counter(origin for lead, origin in inside.items() if lead in self.won and self.won[lead] < won_before)
        return {origin: (won[origin], n) for origin, n in Counter(inside.values()).items()}


@pytest.fixture
def olist(shared_dir: Path) -> Path:
    """The folder of the real files."""
    return shared_dir / "data" / "olist"


@pytest.fixture
def imported(database_url: str, olist: Path, tmp_path: Path) -> str:
    """The URL of a database that holds them."""
    for kind, file, flags in (
        ("leads", "marketing_qualified_leads.csv", ["--team", "TOLIST", "--create"]),
        ("deals", "closed_deals.csv", DEAL_FLAGS),
    ):
        report = ["--report", str(tmp_path / f"{kind}.csv")]
        done = CliRunner().invoke(
            import_app, [kind, str(olist / file), *report, *flags], env={"DATABASE_URL": database_url}
        )
        assert done.exit_code == 0, done.output
    return database_url


def preview(url: str, monday: date, *flags: str) -> dict[str, Any]:
    """What `lazo digest --preview --json` prints on the Monday after the week that begins on ``monday``."""
    as_of = f"{monday + timedelta(days=7)}T09:00"
    arguments = ["--preview", "--as-of", as_of, "--json", *flags]
    done = CliRunner().invoke(digest_app, arguments, env={"DATABASE_URL": url})
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.output))


def lines_after(body: dict[str, Any], heading: str) -> dict[str, str]:
    """The first bullets at or after the block that says ``heading``, by label."""
    start = next(number for number, block in enumerate(body["blocks"]) if heading in json.dumps(block))
    sections = [block["text"]["text"] for block in body["blocks"][start:] if block["type"] == "section"]
    bullets = next(text for text in sections if text.startswith("•"))
    return dict(re.findall(r"^• \*(.+?)\*: (.+)$", bullets, re.MULTILINE))


def label(origin: str) -> str:
    key = origin.replace(" ", "_")
    return NAMES.get(key, key).replace("_", " ")


def test_the_digests_of_four_weeks_show_their_real_leads(imported: str, olist: Path) -> None:
    files = Files(olist)
    for year, number, tz in WEEKS:
        monday = date.fromisocalendar(year, number, 1)
        body = preview(imported, monday, "--tz", tz, "--lang", "en")
        shows_its_leads(body, files, monday, tz)
        if tz == "UTC":
            spanish = preview(imported, monday, "--tz", tz, "--lang", "es")
            assert charts_in(spanish) == charts_in(body)
            assert f"semana {number} de {year}" in spanish["text"]


def shows_its_leads(body: dict[str, Any], files: Files, monday: date, tz: str) -> None:
    """Leads by source and the four weeks before, conversions of the mature cohort, deals won in each of five weeks."""
    sunday = monday + timedelta(days=6)
    week, before = files.mqls(monday, sunday), files.mqls(monday - timedelta(days=28), monday - timedelta(days=1))
    year, number, _ = monday.isocalendar()
    assert body["text"] == f"Weekly digest, week {number} of {year}: 0 objections, {sum(week.values())} MQLs"

    shown = lines_after(body, "MQLs by source")
    known = set(week) | set(before)
    assert {name: int(said.split(" ")[0]) for name, said in shown.items()} == {
        label(each): week[each] for each in known
    }
    (chart,) = (block["chart"] for block in body["blocks"] if block["type"] == "data_visualization")
    means = {point["label"]: point["value"] for point in chart["series"][1]["data"]}
    assert means == {label(each): before[each] / 4 for each in known}

    last = sunday - timedelta(days=90)
    cohort = files.cohort(last - timedelta(days=89), last, midnight(sunday + timedelta(days=1), tz))
    rates = lines_after(body, "Conversion by source")
    won, n = (sum(column) for column in zip(*cohort.values(), strict=True))
    assert rates.pop("All sources") == said_of(won, n)
    assert rates == {label(each): said_of(*pair) for each, pair in cohort.items()}

    begins = [midnight(monday - timedelta(days=7 * back), tz) for back in range(-1, 5)]
    closed = [files.closed(start, end) for end, start in pairwise(begins)]
    tables = [block["rows"] for block in body["blocks"] if block["type"] == "table"]
    counted = {row[0]["text"]: [cell["text"] for cell in row[1:]] for rows in tables for row in rows}
    assert counted.get("Deals won", ["0"] * 5) == [str(each) for each in closed]
    assert bool(tables) is any(closed)


def midnight(day: date, tz: str) -> datetime:
    """When a day begins in ``tz``, as the file writes moments: UTC, without saying so."""
    return datetime.combine(day, time.min, ZoneInfo(tz)).astimezone(ZoneInfo("UTC")).replace(tzinfo=None)


def said_of(won: int, n: int) -> str:
    if n < 20:
        return f"n = {n}, too few for a rate"
    return f"{f'{100 * won / n:.1f}'.removesuffix('.0')}% ({won} of {n:,})"


def charts_in(body: dict[str, Any]) -> list[list[list[float]]]:
    """The values of every chart, line by line."""
    return [
        [[point["value"] for point in line["data"]] for line in block["chart"]["series"]]
        for block in body["blocks"]
        if block["type"] == "data_visualization"
    ]
