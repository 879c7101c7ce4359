"""With ``LAZO_STORIES=one``, a story of tests/flow is told on one database and the next in its file on the other.

Without it, as in CI, each is told on both. What stories store is stored by use cases, jobs and queries whose own tests
always run on both.
"""

import os
from pathlib import Path
from types import FunctionType
from typing import Final

import pytest

from tests.databases import KINDS

FLOW: Final = Path(__file__).parent / "flow"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out each story's other database, unless somebody named it by its parameters."""
    if os.environ.get("LAZO_STORIES") == "one" and not any("[" in given for given in config.args):
        config.hook.pytest_deselected(items=[item for item in items if is_told_elsewhere(item)])
        items[:] = [item for item in items if not is_told_elsewhere(item)]


def is_told_elsewhere(item: pytest.Item) -> bool:
    """Whether it is a story on the database that is not its own, which is told by its place in its file."""
    callspec = getattr(item, "callspec", None)
    kind = callspec.params.get("database_kind") if callspec else None
    if kind is None or not isinstance(item, pytest.Function) or not item.path.is_relative_to(FLOW):
        return False
    beside = [
        (each.__code__.co_firstlineno, name)
        for name, each in vars(item.module).items()
        if name.startswith("test_") and isinstance(each, FunctionType)
    ]
    place = [name for _, name in sorted(beside)].index(item.originalname)
    return len(beside) > 1 and kind != KINDS[place % len(KINDS)]
