"""Mutants of what is known of accounts and of agreed stages."""

from typing import Final

from tests.mutants.trial import Mutant

_FACTS: Final = "tests/flow/test_account_facts.py::test_from_the_card_to_the_review[sqlite]"

STAGING: tuple[Mutant, ...] = (
    Mutant(
        name="a-renamed-stage-shows-its-key",
        guarantee="a stage goes by its name wherever it is shown",
        file="commands/labels.py",
        old="    if stage in names:\n        return blocks.one_line(names[stage], _SHOWN)\n",
        new="",
        test="tests/commands/progress/test_views.py::"
        "test_a_renamed_stage_goes_by_its_name_with_its_limit_and_what_marketing_does_there",
    ),
    Mutant(
        name="a-retired-stage-is-offered",
        guarantee="nobody can choose a stage that is used no more, and it keeps its place",
        file="domain/stages.py",
        old="for stage in self.stages if not stage.is_retired)",
        new="for stage in self.stages)",
        test="tests/domain/test_stages.py::test_a_retired_stage_is_not_offered_and_keeps_its_place",
    ),
    Mutant(
        name="the-slower-one-overwrites",
        guarantee="of two who edit one person of an account, the slower overwrites nothing",
        file="storage/account_facts.py",
        old="            col(table.version) == expected_version,\n            col(table.removed_at).is_(None),\n",
        new="",
        test=_FACTS,
    ),
)
