"""From the form of the text assistant to what the admin wants, or to what is wrong with a field."""

import json
from collections.abc import Mapping
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from commands.pickers import chosen_channels, is_ticked
from domain.values import frozen

_MOST: Final = 10**12


@frozen
class ChooseMind:
    """Whether texts may be sent at all, from which channels never, and up to how many tokens a month.

    ``version`` is what the form showed; 0 when nobody had decided yet.
    """

    version: int
    is_off: bool
    off_channels: tuple[str, ...]
    monthly_tokens: int | None


@frozen
class NotANumber:
    """The tokens are no whole number."""


def parse_form(view: Mapping[str, Any]) -> ChooseMind | NotANumber:
    """What a submitted form says. Separators of thousands may stand in the number, in either language."""
    values = view["state"]["values"]
    typed = (state_value(values, BlockId.MIND_TOKENS) or "").strip()
    digits = typed.translate(str.maketrans("", "", ".,' \u00a0\u202f"))
    if typed and not (digits.isascii() and digits.isdecimal() and int(digits) <= _MOST):
        return NotANumber()
    return ChooseMind(
        version=int(json.loads(view["private_metadata"])["version"]),
        is_off=not is_ticked(values, BlockId.MIND_ON),
        off_channels=chosen_channels(values, BlockId.MIND_CHANNELS),
        monthly_tokens=int(digits) if typed else None,
    )


def opened_on(version: int) -> str:
    """What the form remembers: the version that it shows."""
    return json.dumps({"version": version})
