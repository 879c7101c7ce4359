"""``python -m playground``: a local Slack in the foreground."""

from __future__ import annotations

import argparse
import signal
import sys
import threading
from pathlib import Path

import yaml

from playground.local_slack import LocalSlack


def main(argv: list[str] | None = None) -> int:
    """Start it, print where it is and the tokens, and stop at Ctrl-C or SIGTERM."""
    parser = argparse.ArgumentParser(prog="python -m playground", description="A local Slack on loopback.")
    parser.add_argument("--manifest", type=Path, default=Path("manifest.yml"), help="the app manifest (YAML or JSON)")
    parser.add_argument("--port", type=int, default=8765, help="the port on 127.0.0.1 (default 8765; 0: any)")
    parser.add_argument("--clock-file", type=Path, help="where the demo clock's offset is kept")
    parser.add_argument("--http", help="deliver by signed HTTP to this address in place of Socket Mode")
    options = parser.parse_args(argv)
    manifest = yaml.safe_load(options.manifest.read_text(encoding="utf-8"))
    stopped = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stopped.set())
    with LocalSlack.start(manifest, options.port, clock_file=options.clock_file, timed_retries=True) as slack:
        if options.http:
            slack.use_http(options.http)
        sys.stdout.write(
            f"Local Slack: {slack.base_url}\n"
            f"SLACK_API_URL={slack.api_url}\nSLACK_BOT_TOKEN={slack.bot_token}\n"
            f"SLACK_APP_TOKEN={slack.app_token}\nSLACK_SIGNING_SECRET={slack.signing_secret}\n"
        )
        sys.stdout.flush()
        stopped.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
