"""Regular expressions that are compiled when somebody first asks something of them, not when their module is loaded."""

import re
from typing import cast


class _Late:
    def __init__(self, source: str, flags: int) -> None:
        self._source = source
        self._flags = flags

    def __getattr__(self, name: str) -> object:
        # Kept as our own attribute, so that nobody comes by here for it again.
        value: object = getattr(re.compile(self._source, self._flags), name)
        setattr(self, name, value)
        return value


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """What ``re.compile`` gives, compiled at its first use: the house has a hundred, of which a command needs few.

    An error in ``source`` is raised then (`re.error`). It is asked by its methods (``match``, ``sub`` and so on); the
    functions of `re` do not take it.
    """
    return cast("re.Pattern[str]", _Late(source, flags))
