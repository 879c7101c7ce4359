"""Mutants of target lists and of accounts in files."""

from typing import Final

from tests.mutants.trial import Mutant

_ROUND_TRIP: Final = "tests/commands/importing/test_accounts.py::test_a_round_trip_changes_nothing"

LISTING: tuple[Mutant, ...] = (
    Mutant(
        name="one-owner-publishes",
        guarantee="an account comes onto a target list only when both its owners agreed",
        file="domain/target_list.py",
        old="return sales_agreed_at is not None and marketing_agreed_at is not None",
        new="return sales_agreed_at is not None or marketing_agreed_at is not None",
        test="tests/domain/test_target_list.py::test_both_owners_agree_or_nothing_counts",
    ),
    Mutant(
        name="agreed-to-something-else",
        guarantee="an owner's agreement counts for the proposal that they saw, and no other",
        file="commands/targets/actions.py",
        old="        targets.add_entries(work, found, new, actor.member_id, now)\n        _asked_anew(work, found)\n",
        new="        targets.add_entries(work, found, new, actor.member_id, now)\n"
        "        targets.change_list(work, found, {})\n",
        test="tests/flow/test_targets.py::test_a_list_is_published_by_both_its_owners_and_carried_over[sqlite]",
    ),
    Mutant(
        name="exported-formula",
        guarantee="no cell of an exported file is run by a spreadsheet, and each comes back as it was",
        file="domain/accounts_csv.py",
        old='return f"\'{text}" if _RISKY.match(text) else text',
        new="return text",
        test="tests/domain/test_accounts_csv.py::test_a_guarded_cell_is_never_a_formula_and_comes_back_as_it_was",
    ),
    Mutant(
        name="guards-are-kept",
        guarantee="a round trip of accounts through a file changes nothing",
        file="commands/importing/returned.py",
        old="        cells = [unguarded(cell) for cell in cells]\n",
        new="        cells = list(cells)\n",
        test=_ROUND_TRIP,
    ),
    Mutant(
        name="list-out-of-the-blue",
        guarantee="nobody is told late of a Monday list that nobody had agreed on",
        file="commands/digest/monday.py",
        old="    return [each for each in planned if since is None or each.not_before >= since]",
        new="    return planned if since else []",
        test="tests/bot/jobs/test_monday_lists.py"
        "::test_the_first_list_is_that_of_the_first_monday_after_a_digest_is_scheduled[sqlite]",
    ),
)
