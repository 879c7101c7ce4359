"""The catalogue fits the project as it is; that each mutant is noticed is `make mutants`."""

from pathlib import Path

import pytest

from tests.mutants.catalogue import MUTANTS
from tests.mutants.trial import Mutant


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_a_mutant_names_a_place_and_a_test_that_exist(mutant: Mutant, project_dir: Path) -> None:
    """Its old text stands once in its file, and its test where it says."""
    stands = (project_dir / mutant.file).read_text("utf-8").count(mutant.old)
    assert stands == 1, f"stale: its old text stands {stands} times in {mutant.file}"
    file, _, named = mutant.test.partition("::")
    function, _, _ = named.partition("[")
    is_there = f"def {function}(" in (project_dir / file).read_text("utf-8")
    assert is_there, f"{mutant.test} is no test"


def test_names_are_unique() -> None:
    """A name points at one guarantee."""
    names = [mutant.name for mutant in MUTANTS]
    assert len(names) == len(set(names))
