"""What passed between us and a mind elsewhere: kept for the audit, counted for the budget, judged by the breaker."""

import json
from dataclasses import dataclass, field
from typing import Any, Final, Protocol, TypeGuard

from commands.minds import Answer, Mind, MindAnswer, MindRequest, MindUnavailable

#: Tokens beside the answer's own that a model may think for.
THINKING_TOKENS: Final = 1_500


@dataclass(slots=True)
class Exchange:
    """One call as it goes: the bodies sent and received, as they were; tokens as the other side counted them.

    ``untold`` are tries that may be billed and of which nobody told us what they used. ``is_down`` tells that the other
    side is unwell (silent, overloaded, refusing our key), not this request.
    """

    sent: list[Any] = field(default_factory=list)
    received: list[Any] = field(default_factory=list)
    tokens_in: int = 0
    tokens_out: int = 0
    untold: int = 0
    is_down: bool = False

    def sent_text(self) -> str:
        """For the audit."""
        return _storable(self.sent)

    def received_text(self) -> str:
        """For the audit."""
        return _storable(self.received)


def _storable(bodies: list[Any]) -> str:
    # JSON escapes what no database takes, but for half a character.
    return json.dumps(bodies, ensure_ascii=False).encode(errors="backslashreplace").decode()


class RemoteMind(Mind, Protocol):
    """A mind elsewhere: it tells what passed."""

    def converse(self, request: MindRequest[Answer], exchange: Exchange) -> MindAnswer[Answer] | MindUnavailable:
        """As `complete`, writing into ``exchange`` what passes."""

    def hush(self) -> None:
        """Try nothing again: we are stopping."""

    def close(self) -> None:
        """Let go of the connections."""


def is_remote(mind: Mind) -> TypeGuard[RemoteMind]:
    """Whether what ``mind`` is asked goes elsewhere."""
    return mind.leaves_the_machine
