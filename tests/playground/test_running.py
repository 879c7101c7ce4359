"""Starting and stopping it: loopback only, at once, from the command line too."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import httpx
import pytest
import yaml
from slack_sdk import WebClient
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import connect as open_socket

from playground.local_slack import LocalSlack
from playground.model import UnknownNameError
from tests.playground.manifest import MANIFEST

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.7", "::"])
def test_no_other_address_than_loopback(host: str) -> None:
    with pytest.raises(ValueError, match="loopback only"):
        LocalSlack.start(MANIFEST, host=host)


def test_it_is_there_at_once_and_gone_when_stopped() -> None:
    started = time.monotonic()
    with LocalSlack.start(MANIFEST) as slack:
        assert time.monotonic() - started < 10
        assert httpx.post(slack.api_url + "api.test").json()["ok"]
        address = slack.api_url
    with pytest.raises(httpx.ConnectError):
        httpx.post(address + "api.test")


class GoneLine:
    """A line whose bot closed it a moment ago: Slack has found out by writing, and has not read so yet."""

    async def send_text(self, data: str) -> None:
        raise RuntimeError('Cannot call "send" once a close message has been sent.')

    async def close(self, code: int = 1000, reason: str | None = None) -> None:
        await self.send_text("")


def test_a_line_that_is_gone_already_keeps_nobody_from_stopping() -> None:
    with LocalSlack.start(MANIFEST) as slack:
        slack._do(lambda: slack.delivery.join(GoneLine()))
        web = WebClient(slack.bot_token, base_url=slack.api_url)
        with open_socket(web.apps_connections_open(app_token=slack.app_token)["url"]) as line:
            line.recv()
            slack.disconnect_sockets("warning")
            assert json.loads(line.recv())["reason"] == "warning"
            slack.stop()
            with pytest.raises(ConnectionClosed):
                line.recv()


def test_waiting_in_vain_says_what_was_seen(slack: LocalSlack) -> None:
    slack.post_as("ana", "sales", "the last thing said")
    with pytest.raises(AssertionError, match=r"in vain for a miracle.*the last thing said"):
        slack.wait_for(lambda: False, timeout=0.05, what="a miracle")
    with pytest.raises(UnknownNameError, match=r"known: .*ana"):
        slack.post_as("nobody", "sales", "x")


def test_from_the_command_line(tmp_path: Path) -> None:
    manifest = tmp_path / "manifest.yml"
    manifest.write_text(yaml.safe_dump(MANIFEST), encoding="utf-8")
    args = [sys.executable, "-m", "playground", "--manifest", str(manifest), "--port", "0"]
    with subprocess.Popen(args, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline().strip() for _ in range(5)]
        settings = dict(line.split("=", 1) for line in lines[1:])
        assert lines[0].startswith("Local Slack: http://127.0.0.1:")
        headers = {"Authorization": f"Bearer {settings['SLACK_BOT_TOKEN']}"}
        assert httpx.post(settings["SLACK_API_URL"] + "auth.test", headers=headers).json()["team"] == "Norte Software"
        assert settings["SLACK_APP_TOKEN"].startswith("xapp-")
        assert settings["SLACK_SIGNING_SECRET"]
        process.send_signal(signal.SIGTERM)
        assert process.wait(60) == 0
