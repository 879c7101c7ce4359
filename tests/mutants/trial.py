"""Break a copy of the project in one place and see whether the test that stands for the guarantee notices."""

import json
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

_LEFT_OUT = shutil.ignore_patterns(
    ".*", "__pycache__", "*.egg-info", "build", "dist", "*.sqlite3*", "benchmarks", "docs", "mutants"
)
_TIMEOUT_SECONDS = 240
#: How long a test beside a mutant waits for what does not come.
_IN_VAIN_SECONDS = 5
#: The session around this one is not the trial's; and what one trial compiled, the next needs not compile again.
_NOT_OURS = ("PYTEST_", "COV_", "PYTHONDONTWRITEBYTECODE")
#: What nearly every test imports of the project. Tables register themselves where they are first imported and cannot
#: be read twice: a trial that breaks what they are made of begins with the libraries alone.
_ROOTS = (
    "bot.process",
    "bot.socket_line",
    "bot.http_line",
    "bot.manifest",
    "playground.local_slack",
    "storage.migrations",
)
_TABLES = "storage/tables/"


@dataclass(frozen=True)
class Mutant:
    """One way to break one guarantee.

    ``old`` stands exactly once in ``file``, a path from the checkout; ``new`` takes its place. ``test`` is the
    node id that must then fail: name the parameters too, where one database is enough.
    """

    name: str
    guarantee: str
    file: str
    old: str
    new: str
    test: str


class TrialError(Exception):
    """The mutant proves nothing, and why."""


@dataclass(frozen=True)
class Outcome:
    """What one run of pytest came to."""

    exit_code: int
    passed: int
    failed: int
    errors: int
    skipped: int
    output: str


def copy_project(project: Path, target: Path) -> Path:
    """Copy what tests need of ``project`` to ``target``. Returns ``target``."""
    return Path(shutil.copytree(project, target, ignore=_LEFT_OUT))


class Trials:
    """Runs of pytest in one copy of the project, each in a process of its own that begins with much loaded."""

    def __init__(self, tree: Path) -> None:
        self.tree = tree
        self._warm: dict[tuple[str, ...], subprocess.Popen[str]] = {}

    def close(self) -> None:
        """End."""
        for warm in self._warm.values():
            with warm:  # closes both ends, then waits
                pass

    def _beginning(self, broken: str) -> subprocess.Popen[str]:
        """The process to fork for a trial that broke the file ``broken``."""
        roots = () if broken.startswith(_TABLES) else _ROOTS
        if roots not in self._warm:
            self._warm[roots] = warm = subprocess.Popen(
                [sys.executable, str(Path(__file__).with_name("warm.py")), *roots],
                cwd=self.tree, env=_environment(self.tree), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            )  # fmt: skip
            assert warm.stdout is not None
            warm.stdout.readline()  # all is loaded
        return self._warm[roots]

    def prove(self, mutant: Mutant) -> None:
        """Break the tree, run the test, mend the tree. Raises `TrialError` unless the test failed for it.

        The test is known to pass on the unbroken tree: see `require_passing`.
        """
        file = self.tree / mutant.file
        whole = file.read_text("utf-8") if file.is_file() else ""
        count = whole.count(mutant.old)
        if count != 1:
            message = f"stale: its old text stands {count} times in {mutant.file}, not once"
            raise TrialError(message)
        self._beginning(mutant.file)  # loads the tree while it is whole: later trials begin with it too
        try:
            _write(file, whole.replace(mutant.old, mutant.new))
            outcome = self.run([mutant.test], "-o", f"patience={_IN_VAIN_SECONDS}", broken=mutant.file)
        finally:
            _write(file, whole)
        if outcome.exit_code == 0:
            message = f"survived: {mutant.test} passes although “{mutant.guarantee}” is broken\n{outcome.output}"
            raise TrialError(message)
        if outcome.exit_code != 1 or not outcome.failed or outcome.errors:
            message = f"broke more than the guarantee: no test failed, the run did\n{outcome.output}"
            raise TrialError(message)

    def require_passing(self, tests: Iterable[str]) -> dict[str, str]:
        """Run ``tests`` on the unbroken tree, together. Returns the output of each that did not pass."""
        wanted = sorted(set(tests))
        if _all_passed(self.run(wanted)):
            return {}
        each = {test: self.run([test]) for test in wanted}
        return {test: outcome.output for test, outcome in each.items() if not _all_passed(outcome)}

    def run(self, tests: list[str], *more: str, broken: str = "") -> Outcome:
        """Run pytest on ``tests``, until the first failure, after the file ``broken`` was changed."""
        report, output = self.tree / "report.xml", self.tree / "output.txt"
        report.unlink(missing_ok=True)
        # What was loaded before the fork cannot have its assertions rewritten, and needs not.
        loaded = "ignore:Module already imported so cannot be rewritten:pytest.PytestAssertRewriteWarning"
        options = [
            "-W",
            loaded,
            "-x",
            "-q",
            "-p",
            "no:randomly",
            "-p",
            "no:cacheprovider",
            f"--junitxml={report}",
            *more,
        ]
        warm = self._beginning(broken)
        assert warm.stdin is not None
        assert warm.stdout is not None
        warm.stdin.write(json.dumps([broken, str(output), _TIMEOUT_SECONDS, *options, *tests]) + "\n")
        warm.stdin.flush()
        exit_code = int(warm.stdout.readline())
        total = failed = errors = skipped = 0
        if report.is_file():
            for suite in ET.parse(report).iter("testsuite"):  # noqa: S314 - written by the run just above
                total += int(suite.get("tests", 0))
                failed += int(suite.get("failures", 0))
                errors += int(suite.get("errors", 0))
                skipped += int(suite.get("skipped", 0))
        passed = total - failed - errors - skipped
        said = output.read_text("utf-8", errors="replace") if output.is_file() else ""
        return Outcome(exit_code, passed, failed, errors, skipped, said[-4000:])


def _all_passed(outcome: Outcome) -> bool:
    return outcome.exit_code == 0 and outcome.passed > 0 and not outcome.skipped


def _write(file: Path, text: str) -> None:
    """Replace ``file``; its compiled form goes, since one second and equal length would hide the change."""
    file.write_text(text, "utf-8")
    for compiled in (file.parent / "__pycache__").glob(f"{file.stem}.*.pyc"):
        compiled.unlink()


def _environment(tree: Path) -> dict[str, str]:
    """This process's environment, with the copy before the checkout, for the processes that tests start too."""
    ours = {name: value for name, value in os.environ.items() if not name.startswith(_NOT_OURS)}
    beside = Path(__file__).resolve().parents[3] / "shared"
    shared = {} if "LAZO_SHARED" in ours or not beside.is_dir() else {"LAZO_SHARED": str(beside)}
    templates = tree.parent / "templates"
    templates.mkdir(exist_ok=True)
    trial = {"LAZO_FAIL_ON_SKIP": "0", "LAZO_TEMPLATES": str(templates), "LAZO_HYPOTHESIS_PROFILE": "trial"}
    return {**ours, **shared, **trial, "PYTHONPATH": str(tree)}
