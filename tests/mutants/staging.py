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
        name="a-customer-of-old-is-none",
        guarantee="an account whose deals closed long ago stands where its last one left it",
        file="storage/stage_history.py",
        old="    if since is not None:\n        new =",
        new="    if since is None:\n        new =",
        test="tests/storage/test_progress.py::"
        "test_deals_that_closed_years_ago_are_read_no_more_and_every_account_stands_where_it_stood[sqlite]",
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
