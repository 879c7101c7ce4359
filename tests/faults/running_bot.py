"""A real `lazo` process against a local Slack, to be stopped politely or not."""

import os
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryFile
from typing import Self

from playground.local_slack import LocalSlack
from tests.lazo_process import PROJECT, LazoProcess

_OURS = ("SLACK_", "LAZO_", "DATABASE_URL")
#: A cold start on two cores that are shared with PostgreSQL and Chromium.
START_SECONDS = 60.0


def lazo_environment(folder: Path, **settings: str) -> dict[str, str]:
    """What a `lazo` process sees: ``settings`` and nothing of the machine's own Slack, proxies or `.env`."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.upper().startswith(_OURS) and "PROXY" not in name.upper()
    }
    return {**kept, "PYTHONPATH": str(PROJECT), "HOME": str(folder), **settings}


def slack_settings(slack: LocalSlack, database_url: str) -> dict[str, str]:
    """The settings that connect a process to ``slack``."""
    return {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_APP_TOKEN": slack.app_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": database_url,
    }


def lazo(folder: Path, *arguments: str, settings: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    """Run a `lazo` command to its end, in ``folder``."""
    with TemporaryFile("w+") as said, TemporaryFile("w+") as failed:
        process = LazoProcess(
            *arguments, env=lazo_environment(folder, **settings), cwd=folder, output=said.fileno(),
            errors=failed.fileno(),
        )  # fmt: skip
        code = process.wait(START_SECONDS)
        said.seek(0)
        failed.seek(0)
        return subprocess.CompletedProcess(arguments, code, said.read(), failed.read())


@dataclass
class RunningBot:
    """`lazo run`, started with ``with``; whatever is left of it is killed at the end of the block."""

    folder: Path
    settings: Mapping[str, str]
    arguments: tuple[str, ...] = ()
    _process: LazoProcess | None = field(default=None, init=False)

    @property
    def log_file(self) -> Path:
        """Where all its starts write."""
        return self.folder / "lazo.log"

    @property
    def log(self) -> str:
        """What it wrote so far."""
        return self.log_file.read_text("utf-8", "replace") if self.log_file.exists() else ""

    def start(self) -> None:
        """Start the process; it is ready later."""
        with self.log_file.open("ab") as log:
            self._process = LazoProcess(
                "run", *self.arguments,
                env=lazo_environment(self.folder, **self.settings), cwd=self.folder, output=log.fileno(),
            )  # fmt: skip

    def start_and_connect(self, slack: LocalSlack) -> None:
        """Start, and wait until Slack has it on the line."""
        slack.wait_for(lambda: not slack.delivery.connected, what="the old connection to be gone")
        self.start()
        slack.wait_for(lambda: slack.delivery.connected or self.ended, START_SECONDS, "the bot to connect")
        assert not self.ended, f"the bot did not start:\n{self.log[-2000:]}"

    @property
    def ended(self) -> bool:
        """Whether the process is over."""
        return self._process is None or self._process.poll() is not None

    def kill(self) -> None:
        """SIGKILL: it gets no chance to do anything more."""
        if self._process is not None:
            self._process.kill()
            self._process.wait(60)
            self._process = None

    def terminate(self, timeout: float) -> int:
        """SIGTERM, and its exit code. Raises subprocess.TimeoutExpired when it goes on for ``timeout`` seconds."""
        assert self._process is not None
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(timeout)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_failure: object) -> None:
        self.kill()
