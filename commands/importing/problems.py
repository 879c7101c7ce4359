"""What may be wrong with a file or a row, as stable codes with parameters."""

from collections.abc import Mapping
from dataclasses import field
from enum import StrEnum

from domain.values import frozen


class Severity(StrEnum):
    """``refused``: the row was not taken. ``doubtful``: look at it (taken, or replaced by a later row)."""

    REFUSED = "refused"
    DOUBTFUL = "doubtful"


@frozen
class Finding:
    """One reason to look at one row. ``line`` is the file's line where the row starts; ``column`` its own header."""

    line: int
    column: str
    value: str
    severity: Severity
    code: str
    params: Mapping[str, str] = field(default_factory=dict)


class WholeFileError(Exception):
    """The file cannot be imported as asked; nothing of it was taken. ``code`` and ``params`` say why."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code)
        self.code = code
        self.params = params
