"""The project's files as the rules see them: parsed modules and plain text, nothing imported."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("bot", "commands", "domain", "playground", "storage")
FIRST_PARTY = frozenset(ROOMS)

#: What is made, not written.
_NOT_OURS = frozenset({".git", ".venv", ".venv-lock", "__pycache__", "build", "dist"})
_TEXT_SUFFIXES = frozenset(
    {"", ".cfg", ".css", ".csv", ".example", ".ftl", ".html", ".ini", ".js", ".json", ".lock", ".mako", ".md",
     ".mjs", ".py", ".sh", ".sql", ".toml", ".txt", ".yaml", ".yml"}
)  # fmt: skip


@dataclass(frozen=True)
class Source:
    """One Python file: where it is (relative to the checkout, with slashes) and what it says."""

    path: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        """The parsed module."""
        return ast.parse(self.text, self.path)

    @cached_property
    def nodes(self) -> tuple[ast.AST, ...]:
        """Everything in it: a dozen rules look through the same modules, and walking costs as much as parsing."""
        return tuple(ast.walk(self.tree))

    @property
    def room(self) -> str:
        """The top-level package."""
        return self.path.split("/", 1)[0]

    @property
    def stem(self) -> str:
        """The module's own name."""
        return Path(self.path).stem

    def at(self, node: ast.AST) -> str:
        """`file:line` of a node, for messages."""
        return f"{self.path}:{getattr(node, 'lineno', 1)}"


@cache
def sources(*rooms: str) -> tuple[Source, ...]:
    """All modules of ``rooms``, by default of all rooms, in order of their paths."""
    return tuple(_source(file) for room in rooms or ROOMS for file in sorted((PROJECT / room).rglob("*.py")))


@cache
def _source(file: Path) -> Source:
    return Source(file.relative_to(PROJECT).as_posix(), file.read_text("utf-8"))


def text_files() -> Iterator[tuple[str, str]]:
    """Every text file of the checkout that somebody wrote: relative path, and content."""
    for file in sorted(_walk(PROJECT)):
        if file.suffix in _TEXT_SUFFIXES:
            try:
                yield file.relative_to(PROJECT).as_posix(), file.read_text("utf-8")
            except UnicodeDecodeError:
                continue


def _walk(folder: Path) -> Iterator[Path]:
    for entry in folder.iterdir():
        if entry.name in _NOT_OURS or entry.name.endswith((".egg-info", "_cache")) or entry.name == ".hypothesis":
            continue
        if entry.is_dir():
            yield from _walk(entry)
        elif entry.name != ".env":
            yield entry
