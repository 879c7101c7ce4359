"""The demo from its start to a clean stop."""

import shutil
import signal
import tempfile
import threading
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import datetime, timedelta
from errno import EADDRINUSE
from pathlib import Path
from typing import Final
from zoneinfo import ZoneInfo

from bot.clock import Clock
from bot.demo.child import BotProcess
from bot.demo.example import TZ
from bot.demo.seeding import DIGEST_SLOT, introduce, post_call_notes, seed, seed_history
from bot.demo.tour import GuidedTour, digest_halts
from bot.manifest import build_manifest
from commands.i18n import Texts
from commands.specs import COMMANDS
from domain.values import frozen
from domain.weeks import local_moment
from playground.local_slack import LocalSlack
from storage import migrations, people
from storage.database import Database
from storage.ids import WorkspaceId

#: Where `--keep` keeps its database, below the current folder.
KEPT_FOLDER: Final = Path(".lazo-demo")
_PORTS_TRIED: Final = 20
#: A bot that is alive is on its way, however slow the machine: one that ends is told at once.
_CONNECT_SECONDS: Final = 120.0
_LOOK_SECONDS: Final = 0.5
_THURSDAY: Final = 3
_SATURDAY: Final = 5
#: Thursdays and Fridays between these minutes of the day, everybody of the example team is at work.
_WORK_STARTS: Final = 16 * 60
_WORK_ENDS: Final = 17 * 60


class DemoError(Exception):
    """The demo cannot go on; the text says why."""


@frozen
class DemoOptions:
    """What was asked for on the command line. ``port``: the first one to try."""

    port: int
    empty: bool
    keep: bool
    open_browser: bool


def run_demo(options: DemoOptions, tell: Callable[[str], None]) -> None:
    """Run until SIGTERM or Ctrl-C, saying what people need through ``tell``. Raises `DemoError`."""
    stopping = threading.Event()
    # A closed terminal (SIGHUP, where there is one) ends the demo like any other wish to stop.
    for number in {signal.SIGTERM, signal.SIGINT, getattr(signal, "SIGHUP", signal.SIGTERM)}:
        signal.signal(number, lambda *_: stopping.set())
    with ExitStack() as stack:
        folder = stack.enter_context(_folder(keep=options.keep))
        clock_file = folder / "clock.json"
        slack = _local_slack(options.port, clock_file, tell)
        stack.callback(slack.stop)
        file = (folder / "lazo.sqlite3").resolve()
        url = f"sqlite:///{file}"
        if not file.exists():
            ahead = first_moment(slack.clock.now()) - slack.clock.now()
            slack.advance(max(ahead.total_seconds(), 0))
        began = slack.clock.now()
        workspace_id = _prepare(slack, url, empty=options.empty)
        if workspace_id is not None:
            database = Database.open(url)
            stack.callback(database.close)
            notes = post_call_notes(slack, Texts())
            slack.use_tour(GuidedTour(slack, database, workspace_id, began, notes))
            slack.use_halts(digest_halts(slack, DIGEST_SLOT))
        bot = BotProcess(
            {
                "SLACK_BOT_TOKEN": slack.bot_token,
                "SLACK_APP_TOKEN": slack.app_token,
                "SLACK_SIGNING_SECRET": slack.signing_secret,
                "SLACK_API_URL": slack.api_url,
                "DATABASE_URL": url,
                "LAZO_DEMO_CLOCK": str(clock_file),
                "LAZO_MIND": "none",  # also where an .env names one: nothing of a demo leaves the machine
            },
            folder / "bot.log",
        )
        stack.callback(bot.stop)
        bot.start()
        _wait_until_connected(slack, bot, stopping)
        if bot.ended_with is None and not stopping.is_set():
            tell(_welcome(slack, empty=options.empty))
            if options.open_browser:
                webbrowser.open(slack.base_url)
        _watch(bot, stopping, tell)
    tell("Stopped. / Parado.")


def _wait_until_connected(slack: LocalSlack, bot: BotProcess, stopping: threading.Event) -> None:
    try:
        slack.wait_for(
            lambda: slack.delivery.connected or bot.ended_with is not None or stopping.is_set(), _CONNECT_SECONDS
        )
    except AssertionError:
        raise DemoError(f"The bot did not connect. Its last lines:\n{bot.last_words()}") from None


def first_moment(now: datetime) -> datetime:
    """Where the demo's clock starts: ``now``, or the next Thursday at 16:00 in Madrid.

    By Thursday afternoon the example week has something to tell, and the whole team, from Mexico City to Madrid, is
    within its working hours: what needs marketing reaches marketing at once.
    """
    local = now.astimezone(ZoneInfo(TZ))
    minute = local.hour * 60 + local.minute
    if _THURSDAY <= local.weekday() < _SATURDAY and _WORK_STARTS <= minute < _WORK_ENDS:
        return now
    for ahead in range(8):
        day = local.date() + timedelta(days=ahead)
        moment = local_moment(day, _WORK_STARTS, TZ)
        if _THURSDAY <= day.weekday() < _SATURDAY and moment >= now:
            return moment
    return now


@contextmanager
def _folder(*, keep: bool) -> Iterator[Path]:
    if keep:
        KEPT_FOLDER.mkdir(exist_ok=True)
        yield KEPT_FOLDER
        return
    folder = Path(tempfile.mkdtemp(prefix="lazo-demo-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _local_slack(first_port: int, clock_file: Path, tell: Callable[[str], None]) -> LocalSlack:
    """A local Slack on the first free port from ``first_port`` on; the app has its commands in both languages."""
    manifest = build_manifest(Texts(), "both")
    tried = range(first_port, min(first_port + _PORTS_TRIED, 65536)) if first_port else [0]
    for port in tried:
        try:
            slack = LocalSlack.start(manifest, port, clock_file=clock_file, timed_retries=True)
        except OSError as error:
            if error.errno != EADDRINUSE:
                raise DemoError(f"Port {port} cannot be used: {error.strerror}.") from None
            continue
        slack.tag_commands({spec.slash_in(locale): locale for locale in ("es", "en") for spec in COMMANDS})
        if port != first_port:
            tell(f"Port {first_port} is in use, so this demo takes {port}.")
        return slack
    raise DemoError(f"Ports {first_port} to {tried[-1]} are all in use. Name another one with --port.")


def _prepare(slack: LocalSlack, url: str, *, empty: bool) -> WorkspaceId | None:
    """Make the database and the example in it, unless they were kept from before. Gives the workspace."""
    migrations.upgrade(url)
    database = Database.open(url)
    try:
        with database.read() as connection:
            workspace_id = people.find_workspace_id(connection, "", slack.team_id)
        if workspace_id is None and not empty:
            workspace_id = seed(database, slack, slack.clock.now())
            seed_history(database, slack, workspace_id, slack.clock.now())
        if workspace_id is not None:
            introduce(database, slack, workspace_id, Texts(), Clock().system_now())
        return workspace_id
    finally:
        database.close()


def _watch(bot: BotProcess, stopping: threading.Event, tell: Callable[[str], None]) -> None:
    """Wait for the end. A bot that dies is started once more; the second time it is the end. Raises `DemoError`."""
    may_restart = True
    while not stopping.wait(_LOOK_SECONDS):
        code = bot.ended_with
        if code is None:
            continue
        words = f"The bot ended by itself (exit code {code}). Its last lines:\n{bot.last_words()}"
        if not may_restart:
            raise DemoError(words)
        may_restart = False
        tell(f"{words}\nStarting it once more.")
        bot.start()


def _welcome(slack: LocalSlack, *, empty: bool) -> str:
    if empty:
        steps = (
            "  Try:    as Carmen, the admin (switch at the bottom left), open Lazo: Home begins with the set-up\n"
            "          then, as Tom:  /objection Acme: they say HubSpot is cheaper\n"
            "          and, in a channel:  /digest schedule   (then move the clock)\n"
            "  Prueba: como Carmen, la admin (se cambia abajo a la izquierda), abre Lazo: Inicio empieza por preparar\n"
            "          después, como Ana:  /objecion Acme: dicen que HubSpot es más barato\n"
        )
    else:
        steps = (
            "  A tour stands on the right: six steps, about five minutes. Or on your own:\n"
            "  Try:    as Tom:  /objection Harlow Freight: they say Pipewise is cheaper, I need an argument\n"
            "          then switch to Marta (at the bottom left): she has heard of it\n"
            "          move the clock to Monday 09:00 (at the top): the digest comes to #revenue-review\n"
            "  Prueba: como Ana:  /objecion Talleres Ibarra: dicen que Pipewise es más barato, necesito un argumento\n"
        )
    return f"\nLazo is running on a local Slack:\n\n  {slack.base_url}\n\n{steps}\nCtrl-C stops it.\n"
