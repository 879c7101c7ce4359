"""`python -m tests.smoke --channel C… --user U… [--ask]`: ends with 1 when something is otherwise than assumed."""

import argparse
import os
import sys
from collections.abc import Iterable
from contextlib import ExitStack

from rich.console import Console
from rich.table import Table
from slack_sdk import WebClient

from tests.smoke import asking
from tests.smoke.ground import Ground, Result, Trial, Verdict, tried
from tests.smoke.trials import TRIALS

_SECONDS = 10


def main(arguments: list[str] | None = None) -> int:
    """Run the trials, print a table, clean up."""
    options = _options(arguments)
    token, app_token = os.environ.get("SLACK_BOT_TOKEN"), os.environ.get("SLACK_APP_TOKEN")
    if not token:
        print("Set SLACK_BOT_TOKEN (and SLACK_APP_TOKEN for --ask). Without them nothing is run.", file=sys.stderr)
        return 2
    if options.ask and not app_token:
        print("--ask needs SLACK_APP_TOKEN, and no other bot running with it.", file=sys.stderr)
        return 2
    base = os.environ.get("SLACK_API_URL") or "https://slack.com/api/"
    client = WebClient(token=token, base_url=base, timeout=_SECONDS)
    ground = Ground(client, options.channel, options.user)
    with ExitStack() as stack:
        chosen: list[Trial] = list(TRIALS)
        if options.ask:
            listening = asking.Listening(client, app_token or "", lambda text: print(text, flush=True), options.wait)
            chosen += asking.trials(stack.enter_context(listening.connected()))
        results = [tried(trial, ground) for trial in chosen]
    left = ground.clean_up()
    show(results, left)
    return 1 if any(result.verdict is Verdict.OTHERWISE for result in results) else 0


def show(results: Iterable[Result], left: Iterable[str]) -> None:
    """The table: what was assumed beside what was seen."""
    console = Console(width=None if sys.stdout.isatty() else 160)
    table = Table("trial", "assumption", "", "what Slack did")
    count = dict.fromkeys(Verdict, 0)
    for result in results:
        count[result.verdict] += 1
        table.add_row(result.trial.name, result.trial.assumption, result.verdict.value, result.seen)
    console.print(table)
    console.print(", ".join(f"{number} {verdict.value}" for verdict, number in count.items()))
    for each in left:
        console.print(f"Not taken away: {each}")


def _options(arguments: list[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.smoke", description=__doc__)
    parser.add_argument("--channel", required=True, help="id of a channel for tests that the bot was invited to")
    parser.add_argument("--user", required=True, help="your own user id; you are in that channel")
    parser.add_argument("--ask", action="store_true", help="also what needs you to type a command and press a button")
    parser.add_argument("--wait", type=float, default=120, help="seconds to wait for you, with --ask")
    return parser.parse_args(arguments)


if __name__ == "__main__":
    sys.exit(main())
