"""One `/objection` over signed HTTP, everything durable, beside bare Bolt with an empty listener and the same wiring.

Bare Bolt has the same server, threads and signature check, one listener that only acks, and none of our middleware.

Run: python -m benchmarks.bench_capture [--requests 1500] [--rounds 5] [--database sqlite|URL]
"""

import argparse
import os
import secrets
import socket
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import load
from bot.manifest import build_manifest
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from storage import accounts, migrations, people
from storage.database import Database
from storage.tables import Workspace

AT_ONCE = 16
THREADS = 20  # the product's default
TEXTS = (
    "Acme: they say HubSpot is cheaper",
    "Globex: no tienen presupuesto hasta el año que viene",
    "Initech: the integration with their ERP is missing",
    "Umbrella: dicen que están contentos con lo que ya tienen",
)


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--requests", type=int, default=1500)
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--database", default="sqlite")
    asked = options.parse_args()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        slack = stack.enter_context(LocalSlack.start(manifest=build_manifest(Texts())))
        url = f"sqlite:///{folder / 'bench.db'}" if asked.database == "sqlite" else asked.database
        migrations.upgrade(url)
        _seed(slack, url)
        ours, bare = _free_port(), _free_port()
        lazo_pid = stack.enter_context(_lazo(slack, url, ours))
        bare_pid = stack.enter_context(
            _process(
                [
                    sys.executable,
                    "-m",
                    "benchmarks.bare_bolt",
                    str(bare),
                    slack.signing_secret,
                    slack.team_id,
                    str(THREADS),
                ]
            )
        )
        for port in (ours, bare):
            _wait_for(port)
        load.run(ours, _requests(slack, ours, 200), AT_ONCE)
        load.run(bare, _requests(slack, bare, 200), AT_ONCE)
        results: dict[str, list[load.Load]] = {"lazo": [], "bare bolt": []}
        spent: dict[str, float] = {"lazo": 0.0, "bare bolt": 0.0}
        for _round in range(asked.rounds):
            for name, port, pid in (("lazo", ours, lazo_pid), ("bare bolt", bare, bare_pid)):
                requests = _requests(slack, port, asked.requests)
                before = _processor_seconds(pid)
                results[name].append(load.run(port, requests, AT_ONCE))
                spent[name] += _processor_seconds(pid) - before
        alone = load.run(ours, _requests(slack, ours, 200), 1)
        _print(results, spent, alone, asked.requests)
        if asked.database == "sqlite":
            with sqlite3.connect(folder / "bench.db") as connection:
                (stored,) = connection.execute("SELECT count(*) FROM objections").fetchone()
                (notices,) = connection.execute("SELECT count(*) FROM notices").fetchone()
            print(f"stored: {stored} with {notices} notices of {200 + asked.rounds * asked.requests + 200} sent")


def _seed(slack: LocalSlack, url: str) -> None:
    """The accounts of `TEXTS` with a marketing owner, who is to hear of each capture in the daily list."""
    now = datetime.now(UTC)
    database = Database.open(url)
    marta = slack.person("marta")
    with database.write() as work:
        workspace_id = people.add_workspace(work, Workspace(team_id=slack.team_id, created_at=now))
        profile = people.Profile(marta.id, marta.name, "es", marta.tz, kind="full", is_admin=False)
        owner = people.save_profile(work, workspace_id, profile, now)
        for text in TEXTS:
            name = text.partition(":")[0]
            account = accounts.add_account(work, workspace_id, name, created_by_id=owner, now=now)
            account.marketing_owner_id = owner
        work.commit()
    database.close()


def _print(results: dict[str, list[load.Load]], spent: dict[str, float], alone: load.Load, requests: int) -> None:
    print(f"{requests} requests a round, {AT_ONCE} at a time; medians of {len(results['lazo'])} rounds")
    for name, rounds in results.items():
        rate = statistics.median(found.per_second for found in rounds)
        middle = statistics.median(found.percentile(0.5) for found in rounds)
        slow = statistics.median(found.percentile(0.99) for found in rounds)
        failed = sum(found.failed for found in rounds)
        processor = spent[name] / (len(rounds) * requests) * 1000
        print(
            f"{name:>10}: {rate:7.0f} req/s   p50 {middle:6.1f} ms   p99 {slow:6.1f} ms   "
            f"processor {processor:5.2f} ms a request   failed {failed}"
        )
    ratios = [a.per_second / b.per_second for a, b in zip(results["lazo"], results["bare bolt"], strict=True)]
    print(f"     ratio: {statistics.median(ratios):.2f} (min {min(ratios):.2f}, max {max(ratios):.2f})")
    print(f"     bare Bolt's share of the processor: {spent['bare bolt'] / spent['lazo']:.2f}")
    print(f"one at a time: p50 {alone.percentile(0.5):.1f} ms, p99 {alone.percentile(0.99):.1f} ms")


def _requests(slack: LocalSlack, port: int, count: int) -> list[bytes]:
    ana = slack.person("ana").id
    sales = slack.conversation("sales").id
    return [
        load.signed_request(
            port,
            slack.signing_secret,
            {
                "team_id": slack.team_id,
                "channel_id": sales,
                "user_id": ana,
                "command": "/objection",
                "text": f"{TEXTS[number % len(TEXTS)]} {secrets.token_hex(4)}",
                "trigger_id": secrets.token_hex(12),
                "response_url": f"{slack.base_url}/none",
            },
        )
        for number in range(count)
    ]


@contextmanager
def _lazo(slack: LocalSlack, url: str, port: int) -> Iterator[int]:
    settings = {
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "DATABASE_URL": url,
        "LAZO_LISTENER_THREADS": str(THREADS),
        "LAZO_LOG_LEVEL": "warning",
    }
    with _process([sys.executable, "-m", "bot.cli", "run", "--http", "--port", str(port)], settings) as pid:
        yield pid


@contextmanager
def _process(command: list[str], settings: dict[str, str] | None = None) -> Iterator[int]:
    clean = {name: value for name, value in os.environ.items() if "proxy" not in name.lower()}
    process = subprocess.Popen(command, env={**clean, **(settings or {})})
    try:
        yield process.pid
    finally:
        process.terminate()
        process.wait(10)


def _processor_seconds(pid: int) -> float:
    """User and system time of a process so far (Linux)."""
    fields = Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(port: int) -> None:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError(f"nothing listens on port {port}")


if __name__ == "__main__":
    main()
