"""Every mutant of the catalogue must be noticed; and the trial itself is tried on a project of three lines."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.mutants.catalogue import MUTANTS
from tests.mutants.trial import Mutant, TrialError, Trials, copy_project

pytestmark = [pytest.mark.mutant, pytest.mark.timeout(900)]

#: Tests that share one run of pytest, unbroken: about as long as a mutant of a long test.
PORTION = 12


@pytest.fixture(scope="session")
def trials(project_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    """A copy of the project to break; every trial leaves it as it was."""
    started = Trials(copy_project(project_dir, tmp_path_factory.mktemp("mutants") / "lazo"))
    yield started
    started.close()


def portions() -> list[list[str]]:
    """The tests that mutants name, in portions of one file after the other."""
    tests = sorted({mutant.test for mutant in MUTANTS})
    return [tests[start : start + PORTION] for start in range(0, len(tests), PORTION)]


@pytest.mark.parametrize("tests", portions(), ids=lambda tests: tests[0].partition("::")[0])
def test_the_guarantees_hold_unbroken(tests: list[str], trials: Trials) -> None:
    """In the copy as it is, each test that a mutant names passes: so what fails beside a mutant fails for it."""
    for test, output in trials.require_passing(tests).items():
        pytest.fail(f"{test} does not pass unbroken:\n{output}", pytrace=False)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_the_broken_guarantee_is_noticed(mutant: Mutant, trials: Trials) -> None:
    """The test fails when its guarantee is broken."""
    try:
        trials.prove(mutant)
    except TrialError as error:
        pytest.fail(f"{mutant.name} {error}", pytrace=False)


SMALL = Mutant(
    name="small",
    guarantee="the answer is 42",
    file="answer.py",
    old="return 42",
    new="return 41",
    test="test_answer.py::test_answer",
)


@pytest.fixture(scope="module")
def small_project(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Trials]:
    """A function and its test; every trial leaves it as it was."""
    tmp_path = tmp_path_factory.mktemp("small")
    (tmp_path / "answer.py").write_text("def answer(unused=0):\n    return 42\n", "utf-8")
    (tmp_path / "test_answer.py").write_text(
        "import pytest\nfrom answer import answer\n"
        "def test_answer():\n    assert answer() == 42\n"
        "def test_skipped():\n    pytest.skip('not here')\n"
        "def test_weak():\n    assert answer()\n",
        "utf-8",
    )
    started = Trials(tmp_path)
    yield started
    started.close()


def test_a_noticed_mutant_is_proven_and_mended(small_project: Trials) -> None:
    """Twice, since the second run would meet the compiled form of the first."""
    for _ in range(2):
        small_project.prove(SMALL)
        assert small_project.require_passing([SMALL.test]) == {}


@pytest.mark.parametrize(
    ("mutant", "told"),
    [
        (replace(SMALL, old="return 43"), "stale"),
        (replace(SMALL, file="gone.py"), "stale"),
        (replace(SMALL, old="u"), "stale"),
        (replace(SMALL, test="test_answer.py::test_weak"), "survived"),
        (replace(SMALL, new="return return"), "broke more"),
        (replace(SMALL, test="test_answer.py::test_gone"), "broke more"),
    ],
    ids=["other text", "no such file", "text not unique", "weak test", "syntax error", "no such test"],
)
def test_a_mutant_that_proves_nothing_is_told(mutant: Mutant, told: str, small_project: Trials) -> None:
    """A stale entry, a weak test and a broken run are not proofs."""
    with pytest.raises(TrialError, match=told):
        small_project.prove(mutant)
    assert (small_project.tree / "answer.py").read_text("utf-8").count("return 42") == 1


def test_a_test_that_does_not_pass_unbroken_is_told(small_project: Trials) -> None:
    """Skipped or missing is not passed."""
    tests = [SMALL.test, "test_answer.py::test_skipped", "test_answer.py::test_gone"]
    assert small_project.require_passing(tests).keys() == set(tests[1:])
