"""The reference of the `lazo` command, from what Typer prints as help."""

import re
from collections.abc import Iterator
from importlib import import_module
from typing import Any, Final

import typer

from bot.cli import COMMANDS
from docs.tables import markdown_table

#: Typer's own, the same for every program made with it.
_NOT_OURS: Final = frozenset({"install_completion", "show_completion"})


def cli_reference() -> str:
    """Every command with its options, in the order of `lazo --help`."""
    return "\n\n".join(section for name, lazy in COMMANDS.items() for section in _sections(name, lazy.module))


def _sections(name: str, module: str) -> Iterator[str]:
    command = typer.main.get_command(import_module(module).app)
    subcommands = getattr(command, "commands", {})
    # A group that does nothing by itself is told by its sub-commands alone.
    if not subcommands or getattr(command, "invoke_without_command", False):
        yield _section(f"lazo {name}", command)
    for word, subcommand in subcommands.items():
        yield _section(f"lazo {name} {word}", subcommand)


def _section(title: str, command: Any) -> str:  # noqa: ANN401 - Typer keeps its command types private
    context = command.context_class(command, info_name=title)
    records = [
        record
        for parameter in command.params
        if parameter.name not in _NOT_OURS and (record := parameter.get_help_record(context)) is not None
    ]
    rows = [(f"`{_shown(option)}`", " ".join(meaning.split())) for option, meaning in records]
    # The callback's docstring says what it does; the app's help only names it.
    told = (command.callback.__doc__ or command.help or "").strip()
    table = f"\n\n{markdown_table(('option', 'meaning'), rows)}" if rows else ""
    return f"### `{title}`\n\n{told}{table}"


def _shown(option: str) -> str:
    """Without the type where it says nothing: "--tz …" for "--tz <str>", "FILE.csv" for "FILE.csv <path>"."""
    return re.sub(r" <(?:str|path|int|int range)>", " …" if option.startswith("--") else "", option)
