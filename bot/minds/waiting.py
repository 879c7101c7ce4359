"""How long a server asks to be left alone, from its headers."""

import math
from collections.abc import Mapping


def asked_to_wait(headers: Mapping[str, str]) -> float | None:
    """Seconds from ``Retry-After`` (or its finer kin in milliseconds); nothing when it says none that make sense.

    A date, which the header may also hold, is no number of seconds: then our own backoff has to do.
    """
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        try:
            seconds = float(headers.get(name, "")) * unit
        except ValueError:
            continue
        if math.isfinite(seconds) and seconds >= 0:
            return seconds
    return None
