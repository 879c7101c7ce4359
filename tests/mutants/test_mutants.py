"""Every mutant of the catalogue must be noticed; and the trial itself is tried on a project of three lines."""

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.mutants.catalogue import MUTANTS
from tests.mutants.trial import Mutant, TrialError, copy_project, prove, require_passing

pytestmark = [pytest.mark.mutant, pytest.mark.timeout(500)]


@pytest.fixture(scope="session")
def tree(project_dir: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project to break; every trial leaves it as it was."""
    return copy_project(project_dir, tmp_path_factory.mktemp("mutants") / "lazo")


@pytest.fixture(scope="session")
def not_passing(tree: Path, request: pytest.FixtureRequest) -> Mapping[str, str]:
    """The tests of the chosen mutants that do not pass on the unbroken copy, with their output."""
    callspecs = [getattr(item, "callspec", None) for item in request.session.items]
    mutants = [spec.params["mutant"] for spec in callspecs if spec and "mutant" in spec.params]
    return require_passing([mutant.test for mutant in mutants], tree)


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_the_broken_guarantee_is_noticed(mutant: Mutant, tree: Path, not_passing: Mapping[str, str]) -> None:
    """The test passes on the project as it is, and fails when its guarantee is broken."""
    if mutant.test in not_passing:
        pytest.fail(f"{mutant.test} does not pass unbroken:\n{not_passing[mutant.test]}", pytrace=False)
    try:
        prove(mutant, tree)
    except TrialError as error:
        pytest.fail(f"{mutant.name} {error}", pytrace=False)


def test_names_are_unique() -> None:
    """A name points at one guarantee."""
    names = [mutant.name for mutant in MUTANTS]
    assert len(names) == len(set(names))


SMALL = Mutant(
    name="small",
    guarantee="the answer is 42",
    file="answer.py",
    old="return 42",
    new="return 41",
    test="test_answer.py::test_answer",
)


@pytest.fixture
def small_project(tmp_path: Path) -> Path:
    """A function and its test."""
    (tmp_path / "answer.py").write_text("def answer(unused=0):\n    return 42\n", "utf-8")
    (tmp_path / "test_answer.py").write_text(
        "import pytest\nfrom answer import answer\n"
        "def test_answer():\n    assert answer() == 42\n"
        "def test_skipped():\n    pytest.skip('not here')\n"
        "def test_weak():\n    assert answer()\n",
        "utf-8",
    )
    return tmp_path


def test_a_noticed_mutant_is_proven_and_mended(small_project: Path) -> None:
    """Twice, since the second run would meet the compiled form of the first."""
    for _ in range(2):
        prove(SMALL, small_project)
        assert require_passing([SMALL.test], small_project) == {}


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
def test_a_mutant_that_proves_nothing_is_told(mutant: Mutant, told: str, small_project: Path) -> None:
    """A stale entry, a weak test and a broken run are not proofs."""
    with pytest.raises(TrialError, match=told):
        prove(mutant, small_project)
    assert (small_project / "answer.py").read_text("utf-8").count("return 42") == 1


def test_a_test_that_does_not_pass_unbroken_is_told(small_project: Path) -> None:
    """Skipped or missing is not passed."""
    tests = [SMALL.test, "test_answer.py::test_skipped", "test_answer.py::test_gone"]
    assert require_passing(tests, small_project).keys() == set(tests[1:])
