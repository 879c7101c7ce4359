"""Importing does nothing, and who may import whom is machine-checked."""

import json
import os
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


@pytest.mark.parametrize(
    ("planted", "told"),
    [
        ("import threading\nthreading.Thread(target=len, args=[[]]).start()\n", "thread"),
        ("import socket\nS = socket.create_server(('127.0.0.1', 0))\n", "socket"),
        ("import subprocess\nsubprocess.run(['true'])\n", "subprocess"),
        ("import sqlite3\nC = sqlite3.connect(':memory:')\n", "sqlite3"),
        ("F = open('written.txt', 'w')\n", "open"),
        ("import sqlalchemy\nE = sqlalchemy.create_engine('sqlite://')\n", "Engine"),
        ("import apscheduler.schedulers.background as b\nS = b.BackgroundScheduler()\n", "BaseScheduler"),
        ("import slack_bolt\nA = slack_bolt.App(token='xoxb-1', token_verification_enabled=False)\n", "App"),
        ("import starlette.applications as s\nA = s.Starlette()\n", "Starlette"),
    ],
)
def test_work_at_import_time_is_noticed(planted: str, told: str, tmp_path: Path) -> None:
    """The probe above sees each of these."""
    (tmp_path / "planted.py").write_text(planted, "utf-8")
    assert any(told in line for line in probe(tmp_path, ["planted"], tmp_path))


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


@pytest.mark.parametrize(
    ("path", "text", "contract"),
    [
        ("domain/planted.py", "import storage.errors\n", "One way down"),
        ("storage/planted.py", "import commands.ids\n", "One way down"),
        ("commands/planted/__init__.py", "", "A slice imports"),
        ("commands/objection/planted.py", "import commands.digest\n", "A slice imports"),
        ("playground/planted.py", "import domain.text\n", "knows nothing of the bot"),
        ("bot/planted.py", "import playground\n", "Only the demo"),
        ("domain/planted.py", "import slack_sdk\n", "Slack's libraries"),
        ("commands/planted.py", "import openai\n", "Network clients"),
        ("domain/planted.py", "import sqlalchemy\n", "Rules know no table"),
        ("commands/planted.py", "import sqlmodel\n", "Use cases and jobs are lent"),
        ("domain/planted.py", "import structlog\n", "Rules need the standard library"),
    ],
)
def test_a_forbidden_import_breaks_its_contract(path: str, text: str, contract: str, tmp_path: Path) -> None:
    """Each contract catches what it is there for."""
    shutil.copy(PROJECT / "pyproject.toml", tmp_path)
    for room in ROOMS:
        shutil.copytree(PROJECT / room, tmp_path / room, ignore=shutil.ignore_patterns("page", "__pycache__"))
    (tmp_path / path).parent.mkdir(exist_ok=True)
    (tmp_path / path).write_text(f'"""Planted."""\n{text}', "utf-8")
    done = lint_imports(tmp_path, tmp_path)
    assert done.returncode == 1, done.stdout + done.stderr
    broken = [line for line in done.stdout.splitlines() if " BROKEN" in line]
    assert any(contract in line for line in broken), done.stdout


def lint_imports(folder: Path, cache: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over ``folder``."""
    code = "import sys; sys.path.insert(0, '.'); from importlinter.cli import lint_imports_command as run; run()"
    return subprocess.run(
        [sys.executable, "-c", code, "--cache-dir", str(cache / "imports"), "--no-logo"],
        cwd=folder, env={**os.environ, "NO_COLOR": "1"}, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip
