"""Importing does nothing, and who may import whom is machine-checked."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import PROJECT, ROOMS, sources

PROBE = Path(__file__).with_name("import_probe.py")

#: Run by Alembic with a context that only Alembic makes.
NOT_IMPORTED = ("storage/migrations/env.py", "storage/migrations/versions/")

ALL_MODULES = [
    source.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    for source in sources()
    if not source.path.startswith(NOT_IMPORTED)
]


def test_importing_any_module_does_nothing(tmp_path: Path) -> None:
    """No thread, socket, process, file written, database, engine, scheduler or app comes from an import."""
    assert probe(PROJECT, ALL_MODULES, tmp_path) == []


#: A module that does something when it is imported, and the word that tells of it.
PLANTED = (
    ("import threading\nthreading.Thread(target=len, args=[[]]).start()\n", "thread"),
    ("import socket\nS = socket.create_server(('127.0.0.1', 0))\n", "socket"),
    ("import subprocess\nsubprocess.run(['true'])\n", "subprocess"),
    ("import sqlite3\nC = sqlite3.connect(':memory:')\n", "sqlite3"),
    ("F = open('written.txt', 'w')\n", "open"),
    ("import sqlalchemy\nE = sqlalchemy.create_engine('sqlite://')\n", "Engine"),
    ("import apscheduler.schedulers.background as b\nS = b.BackgroundScheduler()\n", "BaseScheduler"),
    ("import slack_bolt\nA = slack_bolt.App(token='xoxb-1', token_verification_enabled=False)\n", "App"),
    ("import starlette.applications as s\nA = s.Starlette()\n", "Starlette"),
)


def test_work_at_import_time_is_noticed(tmp_path: Path) -> None:
    """The probe above sees each of these: things done beside the module's name, things made by their kind's."""
    for text, told in PLANTED:
        (tmp_path / f"planted_{told}.py").write_text(text, "utf-8")
    seen = probe(tmp_path, [f"planted_{told}" for _, told in PLANTED], tmp_path)
    for _, told in PLANTED:
        assert any(line == f"{told} made" or line.startswith(f"planted_{told}: {told}") for line in seen), (told, seen)


def probe(folder: Path, modules: list[str], cwd: Path) -> list[str]:
    """Import ``modules`` from ``folder`` in a fresh process and return what they did besides."""
    done = subprocess.run(
        [sys.executable, "-B", str(PROBE), str(folder), *modules],
        cwd=cwd, capture_output=True, text=True, check=False, timeout=100,
    )  # fmt: skip
    if done.returncode:
        pytest.fail(f"an import failed:\n{done.stderr[-3000:]}", pytrace=False)
    findings: list[str] = json.loads(done.stdout.splitlines()[-1])
    return findings


def test_import_contracts_are_kept(tmp_path: Path) -> None:
    """`lint-imports`, as configured in pyproject.toml."""
    done = lint_imports(PROJECT, tmp_path)
    assert done.returncode == 0, done.stdout


#: A module in the wrong place or with the wrong import, and the contract that it breaks.
FORBIDDEN = (
    ("domain/planted_up.py", "import storage.errors\n", "One way down"),
    ("storage/planted_up.py", "import commands.ids\n", "One way down"),
    ("commands/planted/__init__.py", "", "A slice imports"),
    ("commands/objection/planted_beside.py", "import commands.digest\n", "A slice imports"),
    ("playground/planted_bot.py", "import domain.text\n", "knows nothing of the bot"),
    ("bot/planted_demo.py", "import playground\n", "Only the demo"),
    ("domain/planted_slack.py", "import slack_sdk\n", "Slack's libraries"),
    ("commands/planted_network.py", "import openai\n", "Network clients"),
    ("domain/planted_sql.py", "import sqlalchemy\n", "Rules know no table"),
    ("commands/planted_sql.py", "import sqlmodel\n", "Use cases and jobs are lent"),
    ("domain/planted_library.py", "import structlog\n", "Rules need the standard library"),
)


def test_a_forbidden_import_breaks_its_contract(tmp_path: Path) -> None:
    """Each contract catches what it is there for, and names it."""
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    for room in ROOMS:
        shutil.copytree(PROJECT / room, tmp_path / room, ignore=shutil.ignore_patterns("page", "__pycache__"))
    for path, text, _ in FORBIDDEN:
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(f'"""Planted."""\n{text}', "utf-8")
    done = lint_imports(tmp_path, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    said = re.split(r"^(.+)\n-+\n", done.stdout.split("Broken contracts")[1], flags=re.MULTILINE)
    broken = dict(zip(said[1::2], said[2::2], strict=True))
    for path, _, contract in FORBIDDEN:
        module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        assert any(contract in name and module in what for name, what in broken.items()), (path, done.stdout)


def lint_imports(folder: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over ``folder``."""
    code = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", code, "--cache-dir", str(cache / "imports"), "--no-logo"],
        cwd=folder, env={**os.environ, "NO_COLOR": "1"}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
