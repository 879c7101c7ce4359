"""What a person sees after they did something."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playground.model import Json


@dataclass(slots=True)
class Outcome:
    """How an interaction ended; ``error`` is Slack's word for it, ``elapsed`` in real seconds."""

    ok: bool
    error: str | None
    elapsed: float
    payload: Json
    trigger_id: str = ""
    detail: str = ""


@dataclass(slots=True)
class CommandOutcome(Outcome):
    """A slash command; ``response`` is the ack body as Slack shows it, None when it was empty."""

    response: Json | None = None


@dataclass(slots=True)
class SubmitOutcome(Outcome):
    """A modal's submission; ``view`` is the view that Slack shows next, if any."""

    response_action: str | None = None
    errors: dict[str, str] = field(default_factory=dict)
    view: Json | None = None


@dataclass(slots=True)
class SuggestOutcome(Outcome):
    """The options an external select got."""

    options: list[Json] = field(default_factory=list)
    option_groups: list[Json] = field(default_factory=list)
