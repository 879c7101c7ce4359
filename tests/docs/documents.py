"""The documents as the tests read them."""

import re
from pathlib import Path
from typing import Final

from docs.guide_pages import pages

PROJECT: Final = Path(__file__).resolve().parent.parent.parent
#: Each language's pages, the list of them first.
GUIDES: Final = {locale: pages(locale) for locale in ("en", "es")}

_FENCE: Final = re.compile(r"^ *```.*?^ *```$", re.DOTALL | re.MULTILINE)
_GENERATED: Final = re.compile(r"<!-- generated: .*?<!-- end -->", re.DOTALL)
_TESTED: Final = re.compile(r"<!-- tested(?: on (\w+))? -->\n```(?:bash|sh)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_CODE: Final = re.compile(r"`([^`\n]+)`")
_TYPED: Final = re.compile(r"^(/\w+.*)$", re.MULTILINE)


def read(name: str) -> str:
    """A document by its path from the checkout."""
    return (PROJECT / name).read_text("utf-8")


def every_document() -> list[str]:
    """README and all of docs/, as paths from the checkout."""
    return ["README.md", *sorted(file.relative_to(PROJECT).as_posix() for file in (PROJECT / "docs").rglob("*.md"))]


def typed(text: str) -> str:
    """``text`` without its generated parts: what somebody wrote by hand."""
    return _GENERATED.sub("", text)


def prose(text: str) -> str:
    """What somebody wrote, without code blocks."""
    return _FENCE.sub("", typed(text))


def blocks_to_run(text: str, database: str = "") -> list[str]:
    """The shell blocks marked as tested (on ``database``, if one is named), in order."""
    return [block for on, block in _TESTED.findall(text) if on == database]


def slack_commands(text: str) -> list[str]:
    """Every slash command that the text shows, in prose or in a block. ``…`` stands for anything and is left out."""
    shown = [code for code in _CODE.findall(prose(text)) if code.startswith("/")]
    shown += [line for block in _FENCE.findall(text) for line in _TYPED.findall(block)]
    return [command for command in shown if not command.startswith(("/slack/", "/healthz", "/invite"))]


def guide(locale: str) -> str:
    """The whole guide of one language."""
    return "\n".join(read(name) for name in GUIDES[locale])
