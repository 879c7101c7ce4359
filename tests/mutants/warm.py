"""Run as a program: holds what every trial imports, and forks itself for each run of pytest.

Reads one JSON list a line, `[broken file, output file, seconds, pytest arguments…]`, and answers each with the exit
code: -1 when the time was up. Says ``loaded`` before. With modules named as arguments it holds those of the project
too; then a fork forgets the broken one and all that lean on it, so that a trial sees what it broke.
"""

import ast
import contextlib
import gc
import importlib
import json
import os
import signal
import sys
import traceback
from collections.abc import Iterator
from pathlib import Path

#: What the tests of the catalogue spend their start on. One that is missing costs time, nothing else.
LIBRARIES = (
    *("pytest", "_pytest.junitxml", "hypothesis", "slack_bolt", "slack_bolt.adapter.socket_mode", "sqlmodel"),
    *("alembic.command", "psycopg", "apscheduler.schedulers.background", "starlette.applications", "uvicorn"),
    *("fluent.runtime", "babel.dates", "rapidfuzz", "structlog", "pydantic_settings", "typer", "websockets"),
)


#: Who imported what of the project, by module.
Leaning = dict[str, frozenset[str]]


def leaning() -> Leaning:
    """What each loaded module of the project imports, also inside functions and for types: too much is not wrong."""
    here = str(Path.cwd())
    found = {}
    for name, module in list(sys.modules.items()):
        file = getattr(module, "__file__", None) or ""
        if file.startswith(here) and file.endswith(".py"):
            found[name] = frozenset(_imported(ast.parse(Path(file).read_text("utf-8"))))
    return found


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def touched_by(module: str, modules: Leaning) -> set[str]:
    """``module``, and whatever leans on it by any way."""
    touched, fresh = {module}, {module}
    while fresh:
        fresh = {name for name, imported in modules.items() if imported & fresh} - touched
        touched |= fresh
    return touched


def forget(file: str, modules: Leaning) -> None:
    """Let the next import read ``file`` anew, and all that leans on it."""
    broken = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
    for name in touched_by(broken, modules):
        sys.modules.pop(name, None)
        package, _, last = name.rpartition(".")
        if package in sys.modules:
            vars(sys.modules[package]).pop(last, None)


def run(broken: str, modules: Leaning, output: str, seconds: int, arguments: list[str]) -> int:
    """Pytest in a fork of this process, in a group of its own so that nothing it started outlives its time."""
    child = os.fork()
    if child == 0:
        os.setsid()
        forget(broken, modules)
        with open(output, "wb") as file:  # noqa: PTH123 - kept open by number
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        code = 3
        try:
            code = int(importlib.import_module("pytest").main(arguments))
        except BaseException:
            traceback.print_exc()
            raise
        finally:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
    signal.signal(signal.SIGALRM, lambda *_: os.killpg(child, signal.SIGKILL))
    signal.alarm(seconds)
    _, status = os.waitpid(child, 0)
    signal.alarm(0)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)
    return os.waitstatus_to_exitcode(status) if os.WIFEXITED(status) else -1


def main() -> None:
    """Serve until the input ends."""
    for name in (*LIBRARIES, *sys.argv[1:]):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    modules = leaning()
    gc.freeze()  # what is loaded stays: no fork goes through it again
    print("loaded", flush=True)
    for line in sys.stdin:
        broken, output, seconds, *arguments = json.loads(line)
        print(run(broken, modules, output, seconds, arguments), flush=True)


if __name__ == "__main__":
    main()
