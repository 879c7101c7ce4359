"""Which of the channels that Lazo is in are proposed for what, by their names: a form is begun, not decided."""

from collections.abc import Sequence
from typing import Final

from domain.names import folded
from domain.values import frozen

#: A piece of a channel's name in either language, the surest first.
_MARKETING: Final = ("marketing", "mkt", "mktg")
_HANDOFF: Final = ("handoff", "hand-off", "traspaso", "leads")
_DIGEST: Final = ("revenue", "digest", "resumen", "review", "gtm", "pipeline", "smarketing")


@frozen
class Proposed:
    """A channel's id for each purpose, or none."""

    marketing: str | None = None
    handoff: str | None = None
    digest: str | None = None


def propose_channels(channels: Sequence[tuple[str, str]]) -> Proposed:
    """What the names of ``channels`` (id and name) suggest; each is proposed once."""
    left = dict(channels)

    def take(words: Sequence[str]) -> str | None:
        for word in words:
            for channel, name in left.items():
                if word in folded(name):
                    del left[channel]
                    return channel
        return None

    return Proposed(digest=take(_DIGEST), handoff=take(_HANDOFF), marketing=take(_MARKETING))
