"""The user guide: one page for each job, the same pages in both languages."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

GUIDE: Final = Path(__file__).resolve().parent / "guide"

#: The pages in the order in which somebody new would need them.
PAGES: Final[Sequence[str]] = (
    "objection",
    "rating",
    "account",
    "targets",
    "icp",
    "handoff",
    "lead",
    "handoffs",
    "scorecard",
    "closing",
    "digest",
    "review",
    "home",
    "profile",
    "time-off",
    "set-up",
    "response-times",
    "routing",
    "stages",
    "import",
    "settings",
    "assistant",
    "ask",
    "commands",
    "trouble",
)
#: Pages that one language has alone: Spanish tells what is said otherwise in Mexico.
MORE: Final = {"en": (), "es": ("mexico",)}


def pages(locale: str) -> list[str]:
    """Every page of one language as a path from the checkout, the list of them first."""
    return [f"docs/guide/{locale}/{name}.md" for name in ("README", *PAGES, *MORE[locale])]


def contents(locale: str) -> str:
    """The pages' titles as links, in order."""
    return "\n".join(f"- [{_title(locale, name)}]({name}.md)" for name in (*PAGES, *MORE[locale]))


def _title(locale: str, name: str) -> str:
    found = re.match(r"# (.+)", (GUIDE / locale / f"{name}.md").read_text("utf-8"))
    if found is None:
        raise ValueError(f"docs/guide/{locale}/{name}.md has no title in its first line")
    return found[1]
