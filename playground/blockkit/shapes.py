"""The vocabulary of the rule tables."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

REFERENCE = "https://docs.slack.dev/reference/block-kit"

Kind = Literal[
    "string",
    "integer",
    "number",
    "boolean",
    "strings",
    "plain",  # a plain_text object
    "text",  # a plain_text or mrkdwn object
    "object",  # an object of the shape that ``of`` names
    "objects",  # a list of those
    "element",
    "elements",  # an object, or a list, of one of the types that ``choices`` names
    "rows",  # a list of lists of cells
]


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it holds, and its limits (characters, items or value by ``kind``).

    ``item_high`` limits each member of a list; ``page`` overrides the shape's page.
    """

    kind: Kind
    required: bool = False
    low: int | None = None
    high: int | None = None
    choices: tuple[str, ...] = ()
    of: str = ""
    item_high: int | None = None
    page: str = ""


@dataclass(frozen=True, slots=True)
class Shape:
    """An object: its keys besides ``type``, and which of them go together.

    ``any_of`` needs at least one of its keys, each of ``exactly_one`` exactly one.
    """

    page: str
    fields: dict[str, Field]
    any_of: tuple[str, ...] = ()
    exactly_one: tuple[tuple[str, ...], ...] = ()
    surfaces: frozenset[str] = frozenset({"message", "modal", "home"})


def blocks_page(name: str) -> str:
    """The reference page of a block."""
    return f"{REFERENCE}/blocks/{name}-block"


def element_page(name: str) -> str:
    """The reference page of an element."""
    return f"{REFERENCE}/block-elements/{name}-element"


def object_page(name: str) -> str:
    """The reference page of a composition object."""
    return f"{REFERENCE}/composition-objects/{name}-object"
