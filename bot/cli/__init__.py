"""The `lazo` command. Sub-commands are loaded when they are called, so that `lazo --help` comes at once.

Each module named in `COMMANDS` has a Typer `app`. Nothing heavier than Typer is imported here.
"""

import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from typing import Any, Final

import typer
from typer.core import TyperCommand, TyperGroup

from domain.values import frozen


@frozen
class LazyCommand:
    """A sub-command: the module that has it, its line in the help, and what libraries are not to load for it.

    ``without`` are optional companions: a library that would use one where it finds it goes without.
    """

    module: str
    help: str
    without: tuple[str, ...] = ()


COMMANDS: Final = {
    "demo": LazyCommand("bot.cli.demo", "Start a local Slack with Lazo in it, and print its address."),
    # structlog draws tracebacks with Rich, and the bot's log never does (bot.log): a thirtieth of a start.
    "run": LazyCommand("bot.cli.run", "Run the bot: by Socket Mode, or by HTTP with --http.", without=("rich",)),
    "db": LazyCommand("bot.cli.db", "Prepare or upgrade the database."),
    "import": LazyCommand("bot.cli.importing", "Import leads, deals or accounts from a CSV file."),
    "export": LazyCommand("bot.cli.exporting", "Write the accounts to a CSV file."),
    "digest": LazyCommand("bot.cli.digest", "Show the weekly digest that a channel would get."),
    "report": LazyCommand("bot.cli.report", "Write the weekly review as a page for people outside Slack."),
    "doctor": LazyCommand("bot.cli.doctor", "Look at settings, tokens, scopes, channels, database and clock."),
    "sla": LazyCommand("bot.cli.sla", "Say when something is due by a calendar, and why."),
    "policies": LazyCommand("bot.cli.policies", "Write agreements on response times to a file, or take them from one."),
    "outbox": LazyCommand("bot.cli.outbox", "Look at messages on their way to Slack, and send dead ones again."),
    "evaluate": LazyCommand("bot.cli.evaluate", "Measure on labelled sentences how good each mind is."),
    "mind": LazyCommand("bot.cli.mind", "What the text assistant cost this month, and what was sent to it."),
    "manifest": LazyCommand("bot.cli.manifest", "Print the Slack app manifest, in English or Spanish."),
}


class LazyGroup(TyperGroup):
    """Lists commands by their names, and imports only the one that is called."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - Typer keeps its context type private
        """The names, in the order of the help."""
        return list(COMMANDS)

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401, ARG002 - as above
        """The line in the help; the command itself when its name was typed."""
        lazy = COMMANDS.get(cmd_name)
        if lazy is None:
            return None
        if cmd_name not in sys.argv[1:2]:
            return TyperCommand(cmd_name, help=lazy.help)
        # Nothing becomes garbage while modules load, or later of what they hold: looking for it, then or once they are
        # there, is a fourth of the time until the bot is ready.
        gc.disable()
        try:
            with _absent(lazy.without):
                module = import_module(lazy.module)
        finally:
            gc.freeze()
            gc.enable()
        command = typer.main.get_command(module.app)
        command.name = cmd_name
        return command


@contextmanager
def _absent(names: tuple[str, ...]) -> Iterator[None]:
    """Modules that nobody finds meanwhile, unless they are loaded already."""
    hidden = [name for name in names if name not in sys.modules]
    for name in hidden:
        sys.modules[name] = None  # type: ignore[assignment]  # which is how the import system is told
    try:
        yield
    finally:
        for name in hidden:
            del sys.modules[name]


app = typer.Typer(
    cls=LazyGroup,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Lazo closes the loop between sales and marketing inside Slack.",
)


@app.callback()
def lazo() -> None:
    """Lazo closes the loop between sales and marketing inside Slack."""


def main() -> None:
    """The entry point of the `lazo` script."""
    app()


if __name__ == "__main__":
    main()
