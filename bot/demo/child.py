"""The bot of the demo: the production program in a process of its own, told where its Slack is by the environment."""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Mapping
from pathlib import Path
from typing import Final

_STOP_SECONDS: Final = 10.0
_PROXIES: Final = frozenset({"http_proxy", "https_proxy", "all_proxy", "ftp_proxy", "ws_proxy", "wss_proxy"})
_OURS: Final = ("SLACK_", "LAZO_", "OPENAI_")
_LAST_LINES: Final = 15


def bot_environment(inherited: Mapping[str, str], settings: Mapping[str, str]) -> dict[str, str]:
    """The child's environment: what we got, without settings of another Lazo and without proxies, and ``settings``.

    Proxies go because Slack's socket client would use one for loopback too, whatever NO_PROXY says.
    """
    kept = {
        name: value
        for name, value in inherited.items()
        if name.lower() not in _PROXIES and not name.upper().startswith(_OURS)
    }
    return {**kept, **settings}


class BotProcess:
    """The bot, started again when asked, its output in ``log_file``."""

    def __init__(self, settings: Mapping[str, str], log_file: Path) -> None:
        self._environment = bot_environment(os.environ, settings)
        self._log_file = log_file
        self._process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it. It gets a session of its own: Ctrl-C reaches us alone, and we stop it in order."""
        with self._log_file.open("ab") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "bot.cli", "run"],
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )

    @property
    def ended_with(self) -> int | None:
        """Its exit code once it is gone, nothing while it runs or before it started."""
        return None if self._process is None else self._process.poll()

    def last_words(self) -> str:
        """The last lines that it logged."""
        with self._log_file.open(encoding="utf-8", errors="replace") as log:
            return "".join(deque(log, maxlen=_LAST_LINES)).rstrip()

    def stop(self) -> None:
        """End it in order; by force when it does not end in time. Safe when it never started."""
        if self._process is None or self._process.poll() is not None:
            return
        self._process.terminate()
        try:
            self._process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
