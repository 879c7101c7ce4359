"""`lazo demo` as a process, for tests that start where a newcomer starts."""

import os
import re
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path

import psutil

from tests.lazo_process import LazoProcess

_ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)")
#: Longer than anything takes on a busy machine.
PATIENCE_SECONDS = 240.0


class Demo:
    """A running `lazo demo` and what it has printed so far."""

    def __init__(self, folder: Path, *flags: str) -> None:
        read, written = os.pipe()
        # A proxy that leads nowhere: the bot must reach its loopback Slack all the same.
        env = {**os.environ, "HTTPS_PROXY": "http://192.0.2.1:9", "TMPDIR": str(folder)}
        self.process = LazoProcess("demo", *flags, env=env, cwd=folder, output=written)
        os.close(written)
        self._output = os.fdopen(read)
        self._lines: list[str] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    @property
    def printed(self) -> str:
        return "".join(self._lines)

    def children(self) -> list[psutil.Process]:
        return list(psutil.Process(self.process.pid).children(recursive=True))

    def until(self, seen: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + PATIENCE_SECONDS
        while not seen():
            assert self.process.poll() is None, f"the demo ended: {self.printed}"
            assert time.monotonic() < deadline, f"waited in vain for {what}: {self.printed}"
            time.sleep(0.05)

    def until_ready(self) -> int:
        """Wait for the block that is printed once the bot is connected, and give the port in it."""
        self.until(lambda: "Ctrl-C" in self.printed, "the address")
        found = _ADDRESS.search(self.printed)
        assert found
        return int(found[1])

    def stop(self, number: int = signal.SIGTERM) -> int:
        self.process.send_signal(number)
        code = self.process.wait(PATIENCE_SECONDS)
        self._reader.join(PATIENCE_SECONDS)
        return code

    def _read(self) -> None:
        with self._output as output:
            self._lines.extend(iter(output.readline, ""))
