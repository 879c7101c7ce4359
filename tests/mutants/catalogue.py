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
    Mutant(
        name="ack-before-commit",
        guarantee="what was acknowledged is stored",
        file="commands/objection/listeners.py",
        old="receipt = actions.record(self._services, actor, intent, f\"command:{command['trigger_id']}\")\n"
        "                reply_to_command(self._services, actor, ack, self._receipt(actor, receipt))",
        new="ack(blocks.ephemeral(say('objection-saved')))\n"
        "                late = (self._services, actor, intent, f\"command:{command['trigger_id']}\")\n"
        "                __import__('threading').Thread(target=actions.record, args=late).start()",
        test="tests/faults/test_kill.py::test_what_was_acknowledged_survives_every_kill[sqlite]",
    ),
)
