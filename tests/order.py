"""What takes long comes first, so that two workers end together: the last to be shared out are short."""

from pathlib import Path
from typing import Final

import pytest

TESTS: Final = Path(__file__).parent
#: Folders whose tests take seconds each; those of one folder stay together, since they share what is costly.
LONG_FIRST: Final = ("browser", "faults")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Move them to the front; the order is by chance within each folder, and among all others."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    inside = item.path.relative_to(TESTS).parts if item.path.is_relative_to(TESTS) else ()
    return LONG_FIRST.index(inside[0]) if inside and inside[0] in LONG_FIRST else len(LONG_FIRST)
