"""Python loads this as it starts, where this folder is on its path: the bot of a demo gets long limits too.

Slack's three seconds, in which a bot answers or gives up, are no measure of a machine that is busy with tests.
"""

import sys
from importlib import import_module

from tests.limits import lengthened

if sys.orig_argv[1:] == ["-m", "bot.cli", "run"]:
    for each in ("bot.process", "bot.socket_line"):
        import_module(each)
    lengthened()
