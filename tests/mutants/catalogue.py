"""The named guarantees, and for each the smallest change that breaks it.

An entry whose text has moved is stale, and its test says so: mend it together with the code.
"""

from tests.mutants.trial import Mutant

MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        name="engine-at-import",
        guarantee="importing a module does nothing",
        file="storage/errors.py",
        old="class StoreBusyError(",
        new="import sqlite3\n\nUNASKED = sqlite3.connect(':memory:')\n\n\nclass StoreBusyError(",
        test="tests/architecture/test_imports.py::test_importing_any_module_does_nothing",
    ),
)
