"""Mutants of what is known of accounts, of agreed stages and of the ideal customer profile."""

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
    Mutant(
        name="decided-twice",
        guarantee="of two who decide on a change to the profile, one is told that it was decided",
        file="storage/icp.py",
        old="            col(IcpChange.outcome).is_(None),\n        )\n        .values(",
        new="        )\n        .values(",
        test="tests/flow/test_icp.py::test_from_a_proposal_to_what_both_teams_hold[sqlite]",
    ),
    Mutant(
        name="undone-unseen",
        guarantee="a change to the profile is accepted only by who has seen what its part says now",
        file="commands/icp/actions.py",
        old="            if profile.standing_id(before.part) != intent.seen:\n                raise PartChangedError\n",
        new="",
        test="tests/commands/icp/test_actions.py::test_nobody_undoes_unseen_what_another_accepted[sqlite]",
    ),
    Mutant(
        name="anybody-changes-the-profile",
        guarantee="only who leads a team or is an admin decides on a change to the profile",
        file="commands/icp/actions.py",
        old="            only_deciders(work.connection, actor)\n        elif",
        new="            pass\n        elif",
        test="tests/commands/icp/test_actions.py"
        "::test_who_did_not_propose_it_takes_nothing_back_and_who_leads_nothing_decides_nothing[sqlite]",
    ),
    Mutant(
        name="anybody-takes-back",
        guarantee="a change to the profile is taken back by who proposed it alone",
        file="commands/icp/actions.py",
        old="        elif before.proposed_by_id != actor.member_id:\n            raise NotTheirsError\n",
        new="",
        test="tests/commands/icp/test_actions.py"
        "::test_who_did_not_propose_it_takes_nothing_back_and_who_leads_nothing_decides_nothing[sqlite]",
    ),
    Mutant(
        name="the-first-that-was-accepted-stands",
        guarantee="of a part stands what was accepted last",
        file="domain/icp.py",
        old="{change.part: change for _, change in agreed}",
        new="{change.part: change for _, change in reversed(agreed)}",
        test="tests/domain/test_icp.py::test_whatever_order_they_come_in_the_last_that_was_accepted_stands",
    ),
    Mutant(
        name="the-profile-grows-a-month-late",
        guarantee="a month's digest has the changes to the profile that were agreed within it, and no others",
        file="domain/icp.py",
        old="if month.start <= at < month.end),",
        new="if at < month.end),",
        test="tests/domain/test_icp.py::test_a_month_has_all_that_waits_and_what_was_agreed_in_it",
    ),
)
