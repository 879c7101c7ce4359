"""What the operations page lists is all there is: log events, and kinds of messages."""

import ast
import re
from collections.abc import Iterator
from importlib import import_module

import pytest

from tests.architecture.source import Source, sources
from tests.docs.documents import read

_LEVELS = frozenset({"debug", "info", "warning", "error", "exception", "critical"})
PAGE = read("docs/operations.md")


def section(heading: str) -> str:
    """One section of the page."""
    return PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]


def calls(source: Source) -> Iterator[ast.Call]:
    """Every call in a module."""
    return (node for node in source.nodes if isinstance(node, ast.Call))


def events(source: Source) -> Iterator[str]:
    """The events that a module logs."""
    for call in calls(source):
        match call:
            case ast.Call(
                func=ast.Attribute(value=ast.Name(id="_log"), attr=level), args=[ast.Constant(value=str(event)), *_]
            ) if level in _LEVELS:
                yield event


def kinds(source: Source) -> Iterator[str]:
    """The kinds of the outbox messages that a module makes."""
    for call in calls(source):
        if (getattr(call.func, "attr", None) or getattr(call.func, "id", None)) == "Outgoing":
            given = [keyword.value for keyword in call.keywords if keyword.arg == "kind"] or call.args[:1]
            match given:
                case [ast.Constant(value=str(kind))]:
                    yield kind
                case [ast.Name(id="kind")]:  # handed down by the composers of the module
                    yield from import_module(source.path.removesuffix(".py").replace("/", ".")).composers()
                case [ast.Name(id=name)]:
                    yield getattr(import_module(source.path.removesuffix(".py").replace("/", ".")), name)
                case [ast.Attribute(attr="kind")]:  # a message handed on: it counts where it is made
                    continue
                case [ast.Attribute(value=ast.Name(id=room), attr=name)]:
                    module = import_module(source.path.removesuffix(".py").replace("/", "."))
                    yield getattr(getattr(module, room), name)
                case _:
                    pytest.fail(f"{source.at(call)}: the kind of this message cannot be read off")


def product() -> list[Source]:
    """The rooms that log and send, without the demo."""
    return [source for source in sources("bot", "commands") if not source.path.startswith("bot/demo/")]


def test_every_log_event_is_explained_and_exists() -> None:
    """An operator looks an event up; one that is never logged would be waited for."""
    listed = re.findall(r"^\| (`.+?) \|", section("Logs and error ids"), re.MULTILINE)
    told = {event for cell in listed for event in re.findall(r"`(\w+)`", cell)}
    assert told == {event for source in product() for event in events(source)}


def test_every_kind_of_message_says_whether_it_may_come_twice() -> None:
    """A new kind of message has to be thought through."""
    told = set(re.findall(r"^\| [^|]+ \| `(\w+)` \|", section("The outbox"), re.MULTILINE))
    made = {kind for source in product() for kind in kinds(source)}
    assert told == made
