"""What Slack and Lazo allow in seconds, made long: for the tests themselves, and for each `lazo` that they start.

In a fork it is done by tests/lazo_server.py, in the bot that a demo starts by tests/unhurried.
"""

import sys
from collections.abc import Callable
from typing import Final

LONG: Final = 60.0
#: Whose limit, where it stands.
LIMITS: Final = (
    ("slack", "playground.delivery", "ACK_SECONDS"),
    ("slack", "playground.triggers", "TRIGGER_SECONDS"),
    ("lazo", "commands.budget", "BUDGET_SECONDS"),
    ("lazo", "commands.replies", "SLACK_TIMEOUT_SECONDS"),
    ("lazo", "bot.slack_line", "LEAVE_SECONDS"),
    ("lazo", "bot.wiring", "SLACK_TIMEOUT_SECONDS"),
    ("lazo", "bot.wiring", "LOOKUP_SECONDS"),
    ("lazo", "storage.database", "WRITE_WAIT_SECONDS"),
    ("lazo", "storage.engines", "WRITE_WAIT_SECONDS"),
    ("lazo", "storage.sqlite_writer", "WRITE_WAIT_SECONDS"),
)


def lengthened(put: Callable[[object, str, float], None] = setattr) -> dict[tuple[str, str], float]:
    """Make them long in all that is loaded; gives what they were, by module and name."""
    real: dict[tuple[str, str], float] = {}
    for _, module, name in LIMITS:
        if loaded := sys.modules.get(module):
            real[module, name] = getattr(loaded, name)
            put(loaded, name, LONG)
    return real
