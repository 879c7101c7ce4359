"""`lazo` processes for tests, forked from one that has everything loaded: a start costs a tenth of a fresh one's CPU.

That a fresh interpreter starts it is seen where a demo starts its bot, and in tests/architecture/test_startup.py.
"""

import os
import select
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import Final

import pytest

from tests import lazo_client

PROJECT: Final = Path(__file__).resolve().parents[1]


class LazoServer:
    """The process that forks, once it was asked for the first time."""

    def __init__(self) -> None:
        self._process: subprocess.Popen[str] | None = None
        self._folder: Path | None = None

    @cached_property
    def socket(self) -> str:
        """Where to ask. A short path: a socket's name has 107 bytes at most.

        Raises RuntimeError with the exit code of one that does not start.
        """
        self._folder = Path(tempfile.mkdtemp(prefix="lazo-"))
        path = self._folder / "socket"
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.lazo_server", str(path)], cwd=PROJECT, env=_project_first(os.environ),
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip
        assert self._process.stdout is not None
        if self._process.stdout.readline() != "loaded\n":
            failed = self._process
            self.close()
            message = f"the server of lazo processes did not start: it ended with {failed.returncode}"
            raise RuntimeError(message)
        return str(path)

    def close(self) -> None:
        """End, if it was asked for; nothing is left behind."""
        if self._process is not None:
            with self._process:  # closes both ends, then waits
                self._process = None
        if self._folder is not None:
            shutil.rmtree(self._folder)
            self._folder = None


SERVER: Final = LazoServer()


@pytest.fixture(autouse=True, scope="session")
def lazo_server() -> Iterator[LazoServer]:
    """Ends with the tests."""
    yield SERVER
    SERVER.close()


class LazoProcess:
    """What tests use of `subprocess.Popen`. ``output`` and ``errors``, by default the same, are open files' numbers."""

    def __init__(
        self, *arguments: str, env: Mapping[str, str], cwd: Path, output: int, errors: int | None = None
    ) -> None:
        with open(os.devnull) as nothing:  # noqa: PTH123 - its number is wanted
            self._asked = lazo_client.ask(
                SERVER.socket,
                arguments,
                _project_first(env),
                str(cwd),
                (nothing.fileno(), output, output if errors is None else errors),
            )
        self._told = self._asked.makefile()
        self.pid = int(self._told.readline())
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """The exit code of one that has ended."""
        return self._look(0)

    def wait(self, timeout: float) -> int:
        """The exit code, once it has ended. Raises subprocess.TimeoutExpired."""
        code = self._look(timeout)
        if code is None:
            raise subprocess.TimeoutExpired("lazo", timeout)
        return code

    def send_signal(self, number: int) -> None:
        """Signal it, unless it has ended."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """SIGKILL: it gets no chance to do anything more."""
        self.send_signal(signal.SIGKILL)

    def _look(self, timeout: float) -> int | None:
        if self.returncode is None and select.select([self._asked], [], [], timeout)[0]:
            self.returncode = int(self._told.readline())
            self._told.close()
            self._asked.close()
        return self.returncode


def _project_first(env: Mapping[str, str]) -> dict[str, str]:
    return {**env, "PYTHONPATH": os.pathsep.join(map(str, (PROJECT, PROJECT / "tests" / "unhurried")))}
