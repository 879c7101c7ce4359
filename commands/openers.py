"""What a way in hands over to a kind of feedback: what was written, where, and the form that takes it.

Slices cannot import one another: the composition root collects their form makers in `Forms`.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum

from commands.blocks import Json
from commands.context import Actor
from domain.values import frozen


class Kind(StrEnum):
    """What may be logged from a message, a reaction, Home or the menu of shortcuts."""

    OBJECTION = "objection"
    WIN_LOSS = "win_loss"
    LEAD_RATING = "lead_rating"


@frozen
class Evidence:
    """Where something was written: its channel, its permalink and who wrote it (Slack ids), whoever logs it."""

    channel: str | None = None
    link: str | None = None
    author: str | None = None


@frozen
class Heard:
    """What a form begins with. ``text`` is what was written, as people read it; "" for nothing.

    ``kept_text`` is the id of a `KeptForm` that holds all of a text that is too long for a field.
    """

    text: str = ""
    evidence: Evidence = Evidence()
    kept_text: int | None = None


#: Makes the form of one kind: a modal view, in the actor's language.
FormMaker = Callable[[Actor, Heard], Json]
#: All kinds that this workspace can log.
Forms = Mapping[Kind, FormMaker]
