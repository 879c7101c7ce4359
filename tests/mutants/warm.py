"""Run as a program: holds the libraries that every trial imports, and forks itself for each run of pytest.

Reads one JSON list a line, `[output file, seconds, pytest arguments…]`, and answers each with the exit code: -1 when
the time was up. Nothing of the project is imported before the fork: a trial sees what it broke.
"""

import contextlib
import importlib
import json
import os
import signal
import sys
import traceback

#: What the tests of the catalogue spend their start on. One that is missing costs time, nothing else.
LIBRARIES = (
    *("pytest", "_pytest.junitxml", "hypothesis", "slack_bolt", "slack_bolt.adapter.socket_mode", "sqlmodel"),
    *("alembic.command", "psycopg", "apscheduler.schedulers.background", "starlette.applications", "uvicorn"),
    *("fluent.runtime", "babel.dates", "rapidfuzz", "structlog", "pydantic_settings", "typer", "websockets"),
)


def run(output: str, seconds: int, arguments: list[str]) -> int:
    """Pytest in a fork of this process, in a group of its own so that nothing it started outlives its time."""
    child = os.fork()
    if child == 0:
        os.setsid()
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
    for library in LIBRARIES:
        with contextlib.suppress(ImportError):
            importlib.import_module(library)
    for line in sys.stdin:
        output, seconds, *arguments = json.loads(line)
        print(run(output, seconds, arguments), flush=True)


if __name__ == "__main__":
    main()
