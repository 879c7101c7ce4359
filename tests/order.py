"""What takes long comes first, so that two workers end together: the last to be shared out are short."""

from pathlib import Path
from typing import Final

import pytest

TESTS: Final = Path(__file__).parent
#: Folders and files whose tests take seconds each; those of one stay together, since they share what is costly.
LONG_FIRST: Final = ("browser", "faults", "flow/test_demo.py", "docs/test_commands.py")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Move them to the front; the order is by chance within each, and among all others."""
    items.sort(key=_place)


def _place(item: pytest.Item) -> int:
    long = (place for place, path in enumerate(LONG_FIRST) if item.path.is_relative_to(TESTS / path))
    return next(long, len(LONG_FIRST))
