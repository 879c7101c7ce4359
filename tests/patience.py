"""Nobody hurries a test: what Slack and Lazo allow in seconds is for people, not for a machine that is busy.

Slack's three seconds, ours within them and the wait for a turn to write are made long for all tests alike. A test that
is about one of them says so: ``@pytest.mark.hurries("lazo")`` has the product's own limits, ``"slack"`` Slack's.
"""

import sys
from collections.abc import Iterator
from datetime import timedelta
from inspect import signature
from typing import Final

import pytest

from tests.limits import LIMITS, LONG, lengthened

__all__ = ["LONG", "ROUND_SECONDS"]

#: How often a test looks at what nobody tells it of: rows of the bot's database.
ROUND_SECONDS: Final = 0.05
#: How often a bot looks at what is due: a test moves the clock by days and need not wait for its seconds.
TICK: Final = timedelta(seconds=0.3)
TICKS: Final = ("_DIGEST_EVERY", "_TIMERS_EVERY", "_HOME_EVERY")
_real: pytest.StashKey[dict[tuple[str, str], float]] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """``-o patience=5`` for a run that is to fail, as beside a mutant."""
    parser.addini("patience", "seconds that a test waits for what is to come", default=str(LONG))


@pytest.fixture(scope="session", autouse=True)
def nobody_hurries(pytestconfig: pytest.Config) -> Iterator[None]:
    """Long limits, and as long a wait for what a person is to see. What no test has imported is left alone."""
    with pytest.MonkeyPatch.context() as patch:
        real = lengthened(patch.setattr)
        if httpx := sys.modules.get("httpx"):
            # One object stands for the five seconds of all who say nothing else.
            unless_told = signature(httpx.get).parameters["timeout"].default
            for name in ("connect", "read", "write", "pool"):
                patch.setattr(unless_told, name, LONG)
        if observed := sys.modules.get("playground.observed"):
            patch.setattr(observed, "PATIENCE_SECONDS", float(pytestconfig.getini("patience")))
            patch.setattr(observed, "ROUND", ROUND_SECONDS)
        if wiring := sys.modules.get("bot.wiring"):
            for name in TICKS:
                patch.setattr(wiring, name, TICK)
        pytestconfig.stash[_real] = real
        yield


@pytest.fixture(autouse=True)
def hurried(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """The real limits of whom the test names."""
    marker = request.node.get_closest_marker("hurries")
    if marker is not None:
        real = request.config.stash[_real]
        for who, module, name in LIMITS:
            if who in marker.args and (module, name) in real:
                monkeypatch.setattr(sys.modules[module], name, real[module, name])
