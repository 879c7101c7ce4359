"""A week of real leads in the digest: figures counted again from the files, by code that shares nothing with ours."""

import csv
import json
import re
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from typer.testing import CliRunner

from bot.cli.digest import app as digest_app
from bot.cli.importing import app as import_app

MONDAY, SUNDAY = date(2018, 2, 26), date(2018, 3, 4)
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


def preview(url: str, *flags: str) -> dict[str, Any]:
    """What `lazo digest --preview --json` prints."""
    arguments = ["--preview", "--as-of", "2018-03-05T09:00", "--json", *flags]
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
    return NAMES.get(origin, origin).replace("_", " ")


@pytest.mark.parametrize("tz", ["UTC", "Europe/Madrid"])
def test_the_digest_of_a_week_shows_its_real_leads(imported: str, olist: Path, tz: str) -> None:
    files = Files(olist)
    body = preview(imported, "--tz", tz, "--lang", "en")
    week = files.mqls(MONDAY, SUNDAY)
    before = files.mqls(MONDAY - timedelta(days=28), MONDAY - timedelta(days=1))
    assert sum(week.values()) == 261
    assert body["text"] == f"Weekly digest, week 9 of 2018: 0 objections, {sum(week.values())} MQLs"

    shown = lines_after(body, "MQLs by source")
    assert {name: int(said.split(" ")[0]) for name, said in shown.items()} == {
        label(origin.replace(" ", "_")): week[origin] for origin in set(week) | set(before)
    }
    (chart,) = (block["chart"] for block in body["blocks"] if block["type"] == "data_visualization")
    means = {point["label"]: point["value"] for point in chart["series"][1]["data"]}
    assert means == {label(origin.replace(" ", "_")): before[origin] / 4 for origin in set(week) | set(before)}

    last = SUNDAY - timedelta(days=90)
    end = datetime(2018, 3, 5, tzinfo=ZoneInfo(tz)).astimezone(ZoneInfo("UTC")).replace(tzinfo=None)
    cohort = files.cohort(last - timedelta(days=89), last, end)
    rates = lines_after(body, "Conversion by source")
    won, n = (sum(column) for column in zip(*cohort.values(), strict=True))
    assert rates.pop("All sources").endswith(f"({won} of {n:,})")
    assert rates == {label(origin.replace(" ", "_")): said_of(*pair) for origin, pair in cohort.items()}


def said_of(won: int, n: int) -> str:
    if n < 20:
        return f"n = {n}, too few for a rate"
    return f"{f'{100 * won / n:.1f}'.removesuffix('.0')}% ({won} of {n})"


def test_in_spanish_the_same_figures(imported: str) -> None:
    english, spanish = (preview(imported, "--tz", "UTC", "--lang", lang) for lang in ("en", "es"))
    charts = [
        [[point["value"] for point in line["data"]] for line in block["chart"]["series"]]
        for body in (english, spanish)
        for block in body["blocks"]
        if block["type"] == "data_visualization"
    ]
    assert charts[0] == charts[1]
    assert "semana 9 de 2018" in spanish["text"]
