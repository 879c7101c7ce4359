"""Fills the generated parts of the documents from the code: `python -m docs.generate`, or `--check`.

A part stands between ``<!-- generated: NAME -->`` and ``<!-- end -->``. In the guides, ``**Save**<!-- save -->`` is the
product's own word: the text of that key in the guide's language, with its arguments (``<!-- key won=13; n=125 -->``).
"""

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from commands.i18n import Say, Texts
from docs.actions import actions_table
from docs.cli_reference import cli_reference
from docs.data_dictionary import data_dictionary
from docs.guide_pages import contents, pages
from docs.tables import command_names_table, commands_table, events_table, mexican_words, scopes_table, settings_table

PROJECT: Final = Path(__file__).resolve().parent.parent
#: The documents that may hold generated parts, with their language where it is not English.
DOCUMENTS: Final[Mapping[str, str]] = {
    "README.md": "en",
    **{name: locale for locale in ("en", "es") for name in pages(locale)},
    "docs/operations.md": "en",
    "docs/cli.md": "en",
    "docs/data-dictionary.md": "en",
}
_BLOCK: Final = re.compile(r"<!-- generated: (?P<name>[\w-]+) -->\n.*?<!-- end -->", re.DOTALL)
_WORD: Final = re.compile(
    r"(?P<mark>\*{1,2})(?P<shown>[^*\n]+)(?P=mark)<!-- (?P<key>[a-z][\w-]*)(?P<args>(?: \w+=[^\n]*?)?) -->"
)


class UnknownPartError(Exception):
    """A document asks for a part or a word that the code does not have."""


def filled(text: str, language: str) -> str:
    """``text`` with every generated part and every word of the product as the code has them now."""
    say = Texts().into(language)
    worded = _WORD.sub(lambda found: _word(say, found), text)
    parts: Mapping[str, Callable[[], str]] = {
        "actions": lambda: actions_table(say),
        "cli": cli_reference,
        "command-names": lambda: command_names_table(say),
        "commands": lambda: commands_table(say),
        "events": events_table,
        "mexican-words": lambda: mexican_words(words_in(_guide("es"))),
        "pages": lambda: contents(language),
        "scopes": scopes_table,
        "settings": settings_table,
        "tables": data_dictionary,
    }

    def part(found: re.Match[str]) -> str:
        name = found["name"]
        if name not in parts:
            raise UnknownPartError(f"there is no generated part called {name}: use {', '.join(parts)}")
        return f"<!-- generated: {name} -->\n{parts[name]().strip()}\n<!-- end -->"

    return _BLOCK.sub(part, worded)


def words_in(text: str) -> list[tuple[str, dict[str, str | int]]]:
    """The keys of the product's words in ``text`` with their arguments, each once, in order."""
    found = {word["key"]: _args(word) for word in _WORD.finditer(text)}
    return list(found.items())


def main(arguments: list[str] | None = None) -> int:
    """Write the documents, or compare them with ``--check``; give the exit code."""
    options = argparse.ArgumentParser(description="Fill the generated parts of the documents.")
    options.add_argument("--check", action="store_true", help="write nothing; end with 1 when something differs")
    check = options.parse_args(arguments).check
    stale: dict[str, str] = {}
    for name, language in DOCUMENTS.items():
        before = (PROJECT / name).read_text("utf-8")
        try:
            after = filled(before, language)
        except UnknownPartError as error:
            print(f"{name}: {error}", file=sys.stderr)  # noqa: T201 - the program's report
            return 2
        if after != before:
            stale[name] = after
    for name, text in stale.items():
        print(f"{name}: {'not as the code says; run `make docs`' if check else 'written'}")  # noqa: T201 - as above
        if not check:
            (PROJECT / name).write_text(text, "utf-8")
    return 1 if check and stale else 0


def _guide(locale: str) -> str:
    return "\n".join((PROJECT / name).read_text("utf-8") for name in pages(locale))


def _word(say: Say, found: re.Match[str]) -> str:
    key = found["key"]
    if not say.has(key):
        raise UnknownPartError(f"there is no text {key} in {say.locale}")
    text = say(key, **_args(found)).replace("*", "").strip()
    return f"{found['mark']}{text}{found['mark']}<!-- {key}{found['args']} -->"


def _args(found: re.Match[str]) -> dict[str, str | int]:
    pairs = (pair.partition("=") for pair in found["args"].strip().split("; ") if pair)
    # Whole numbers choose between one and many.
    return {name: int(value) if value.isdecimal() else value for name, _, value in pairs}


if __name__ == "__main__":
    sys.exit(main())
