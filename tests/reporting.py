"""The closing report: tests per database, and no skip passes unseen where all must run.

With ``LAZO_FAIL_ON_SKIP=1`` (CI) a skipped test fails the run and is named.
"""

import os
from collections import Counter
from typing import Protocol

import pytest

from tests.databases import KINDS

_KIND = "database_kind"
_ran: pytest.StashKey[Counter[str]] = pytest.StashKey()
_skipped: pytest.StashKey[list[str]] = pytest.StashKey()


class _Terminal(Protocol):
    def section(self, title: str) -> None: ...
    def line(self, msg: str) -> None: ...


def pytest_configure(config: pytest.Config) -> None:
    """Start counting."""
    config.stash[_ran] = Counter()
    config.stash[_skipped] = []
    config.pluginmanager.register(_Reporter(config), "lazo-reporting")


class _Reporter:
    def __init__(self, config: pytest.Config) -> None:
        self.config = config

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Note which database a test runs on, where its report carries it: workers of a parallel run report home."""
        callspec = getattr(item, "callspec", None)
        kind = callspec.params.get("database_kind") if callspec else None
        item.user_properties.append((_KIND, kind or "none"))

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Count what ran to its end, and keep what did not run."""
        if report.skipped:
            self._note_skip(report.nodeid, report.longrepr, wasxfail=hasattr(report, "wasxfail"))
        elif report.when == "call":
            self.config.stash[_ran][str(dict(report.user_properties).get(_KIND, "none"))] += 1

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A whole module may skip itself while it is collected."""
        if report.skipped:
            self._note_skip(report.nodeid, report.longrepr)

    @pytest.hookimpl(tryfirst=True)
    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Turn a green run with skips into a failed one, where asked for."""
        if exitstatus == pytest.ExitCode.OK and _must_not_skip() and self.config.stash[_skipped]:
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: _Terminal) -> None:
        """Print both findings above pytest's own last line."""
        ran, skipped = self.config.stash[_ran], self.config.stash[_skipped]
        terminalreporter.section("tests per database")
        for kind in KINDS:
            terminalreporter.line(f"{kind}: {ran[kind]}")
        terminalreporter.line(f"no database of either kind: {ran['none']}")
        if skipped and _must_not_skip():
            terminalreporter.section("skipped, and LAZO_FAIL_ON_SKIP is set: the run fails")
            for line in skipped:
                terminalreporter.line(line)

    def _note_skip(self, nodeid: str, longrepr: object, *, wasxfail: bool = False) -> None:
        if not wasxfail:
            reason = longrepr[2] if isinstance(longrepr, tuple) else longrepr
            self.config.stash[_skipped].append(f"{nodeid}: {reason}")


def _must_not_skip() -> bool:
    return os.environ.get("LAZO_FAIL_ON_SKIP", "") not in {"", "0"}
