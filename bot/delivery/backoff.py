"""How long to wait before trying again."""

import random
from datetime import timedelta
from typing import Final

FIRST_SECONDS: Final = 1.0
LONGEST_SECONDS: Final = 300.0
#: After this many tries a message is dead: 9 to 19 minutes with the pauses above.
MOST_ATTEMPTS: Final = 12


def pause_after(attempts: int, *, spread: random.Random) -> timedelta:
    """The pause after the ``attempts``-th failure: doubling, at most five minutes, between half and all of it.

    The spread keeps messages that failed together from coming back together.
    """
    longest = min(LONGEST_SECONDS, FIRST_SECONDS * 2.0 ** (max(1, attempts) - 1))
    return timedelta(seconds=longest * spread.uniform(0.5, 1.0))
