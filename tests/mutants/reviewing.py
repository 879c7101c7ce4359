"""Mutants of what people say of closed deals."""

from typing import Final

from tests.mutants.trial import Mutant

_FLOW: Final = "tests/flow/test_win_loss.py::"
_RULES: Final = "tests/domain/test_win_loss.py::"

REVIEWING: tuple[Mutant, ...] = (
    Mutant(
        name="a-view-is-stored-twice",
        guarantee="one view of a closing from one side by one person: given again, it is theirs to change",
        file="commands/win_loss/actions.py",
        old="            if given is not None:\n",
        new="            if given is not None and perspective is None:\n",
        test=f"{_FLOW}test_the_form_begins_with_the_deal_and_its_reasons_follow_the_outcome[sqlite]",
    ),
    Mutant(
        name="same-text-counts-twice",
        guarantee="the same text by the same person within a minute is one review",
        file="commands/win_loss/actions.py",
        old="SAME_TEXT_WINDOW: Final = timedelta(seconds=60)",
        new="SAME_TEXT_WINDOW: Final = timedelta(seconds=-60)",
        test=f"{_FLOW}test_a_line_is_read_stored_told_taken_back_and_found[sqlite]",
    ),
    Mutant(
        name="anybody-changes-a-view",
        guarantee="only who gave a view changes it",
        file="commands/win_loss/actions.py",
        old="    if review.logged_by_id != actor.member_id:\n        raise NotTheAuthorError\n",
        new="",
        test=f"{_FLOW}test_old_windows_others_guests_and_shared_channels[sqlite]",
    ),
    Mutant(
        name="a-long-text-is-cut-by-an-edit",
        guarantee="a text that is too long for the form is kept whole",
        file="commands/win_loss/actions.py",
        old="        fields = replace(intent.fields, **kept)\n",
        new="        fields = intent.fields\n",
        test=f"{_FLOW}test_what_is_not_clear_opens_the_form_with_all_that_was_typed[sqlite]",
    ),
    Mutant(
        name="any-reason-for-any-end",
        guarantee="reasons follow from how a deal ended",
        file="domain/win_loss.py",
        old="    elif claims.primary is not None and claims.primary not in offered:\n",
        new="    elif claims.primary is not None and False:\n",
        test=f"{_RULES}test_a_contradiction_is_named_with_its_field[claims2-primary-other-family]",
    ),
    Mutant(
        name="spellings-quarrel",
        guarantee="views differ only where they say different things",
        file="domain/win_loss.py",
        old="{name_key(value) for _place, value in said if value is not None}",
        new="{value for _place, value in said if value is not None}",
        test=f"{_RULES}test_spellings_of_a_competitor_are_one_and_not_knowing_contradicts_nobody",
    ),
    Mutant(
        name="a-deal-counts-by-its-views",
        guarantee="the digest counts a deal once, however many views of it were given",
        file="storage/review_facts.py",
        old="func.count(func.distinct(func.coalesce(col(WinLossReview.deal_id), col(WinLossReview.id))))",
        new="func.count()",
        test="tests/storage/test_review_facts.py"
        "::test_a_deal_counts_once_with_its_reasons_a_lesson_and_what_helped[sqlite]",
    ),
    Mutant(
        name="open-deals-to-review",
        guarantee="of many deals those come first that wait for a review",
        file="storage/review_subjects.py",
        old="else_=0) + 2 * _IS_OPEN",
        new="else_=0) - 2 * _IS_OPEN",
        test="tests/storage/test_picking.py"
        "::test_of_many_deals_those_come_first_that_wait_for_what_is_to_be_done[sqlite]",
    ),
    Mutant(
        name="a-meeting-of-year-one",
        guarantee="a day that can hardly be meant is asked about",
        file="commands/progress/parse.py",
        old="    if on < today - _OLDEST_MEETING:",
        new="    if on > today + _OLDEST_MEETING:",
        test="tests/commands/progress/test_parse.py::test_a_day_that_can_hardly_be_meant_is_asked_about",
    ),
)
