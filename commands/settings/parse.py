"""From the settings form to what the admin wants, or to what is wrong with a field."""

import json
import re
from collections.abc import Collection, Mapping
from typing import Any, Final

from commands.blocks import state_value
from commands.i18n import LOCALES
from commands.ids import BlockId
from commands.pickers import is_ticked
from domain.places import find_zone
from domain.text import clean
from domain.values import frozen

#: As Slack names them: letters of any script, since companies add their own.
_EMOJI: Final = re.compile(r"[\w+'’-]{1,100}")


@frozen
class ChangeSettings:
    """The workspace as an admin wants it.

    Without ``marketing_channel`` no channel hears of ownerless feedback, without ``handoff_channel`` none of handoffs.
    ``reaction`` is the name of the emoji that offers to log a message, "" for none.
    """

    version: int
    marketing_channel: str | None
    handoff_channel: str | None
    locale: str
    tz: str
    guests_allowed: bool
    reaction: str


@frozen
class Problem:
    """Why a field cannot be taken: a text key and what goes into the text."""

    key: str
    args: Mapping[str, str]


@frozen
class FormProblems:
    """A problem for each block that has one. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, Problem]


def parse_form(view: Mapping[str, Any], zones: Collection[str]) -> ChangeSettings | FormProblems:
    """What a submitted settings form says. ``zones`` are the IANA zones there are."""
    values = view["state"]["values"]
    errors: dict[BlockId, Problem] = {}
    locale = state_value(values, BlockId.LANGUAGE)
    if locale not in LOCALES:
        errors[BlockId.LANGUAGE] = Problem("settings-error-language", {})
    guess = find_zone(clean(state_value(values, BlockId.ZONE) or "").value, zones)
    if guess.zone is None:
        near = ", ".join(guess.nearest)
        errors[BlockId.ZONE] = Problem("settings-error-zone-near" if near else "settings-error-zone", {"near": near})
    reaction = _emoji_named(clean(state_value(values, BlockId.REACTION) or "").value)
    if reaction is None:
        errors[BlockId.REACTION] = Problem("settings-error-reaction", {})
    if errors or reaction is None or locale is None or guess.zone is None:
        return FormProblems(errors)
    return ChangeSettings(
        version=int(json.loads(view["private_metadata"])["version"]),
        marketing_channel=state_value(values, BlockId.CHANNEL),
        handoff_channel=state_value(values, BlockId.HANDOFF_CHANNEL),
        locale=locale,
        tz=guess.zone,
        guests_allowed=is_ticked(values, BlockId.GUESTS),
        reaction=reaction,
    )


def _emoji_named(typed: str) -> str | None:
    """The emoji's name without colons and tone of skin; "" for none, nothing when this is no emoji's name."""
    name = typed.strip().strip(":").partition("::")[0].casefold()
    return name if not name or _EMOJI.fullmatch(name) else None


def opened_on(version: int) -> str:
    """What the form remembers: the version that it shows."""
    return json.dumps({"version": version})
