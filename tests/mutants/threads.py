"""Mutants of the replies below a digest and of what owners confirm before it."""

from typing import Final

from tests.mutants.trial import Mutant

_REPLIES: Final = "tests/bot/delivery/test_replies.py::"

THREADS: tuple[Mutant, ...] = (
    Mutant(
        name="reply-before-its-message",
        guarantee="a reply waits until what it answers stands, and never goes beside it",
        file="storage/outbox_replies.py",
        old='        col(parent.state) != "sent",\n',
        new='        col(parent.state) == "none",\n',
        test=f"{_REPLIES}test_replies_wait_for_what_they_answer_and_go_below_it_once[sqlite]",
    ),
    Mutant(
        name="owner-asked-again",
        guarantee="an owner is asked to confirm once a week",
        file="storage/confirmations.py",
        old='        .on_conflict_do_nothing(index_elements=["workspace_id", "iso_year", "iso_week", "member_id"])\n',
        new='        .on_conflict_do_update(index_elements=["workspace_id", "iso_year", "iso_week", "member_id"], '
        'set_={"asked_at": now})\n',
        test="tests/bot/jobs/test_confirmations.py::test_each_owner_is_asked_once_whoever_looks[sqlite]",
    ),
    Mutant(
        name="held-question-counts-as-asked",
        guarantee="whom the question did not reach is not told of as not having confirmed",
        file="storage/confirmations.py",
        old="        stands,\n",
        new="",
        test="tests/bot/jobs/test_confirmations.py::test_who_was_away_until_the_review_was_not_asked[sqlite]",
    ),
    Mutant(
        name="two-replies-of-one-account",
        guarantee="of two accounts made one a single reply goes on below the digest",
        file="storage/merged_replies.py",
        old="    several = {account: replies for account, replies in by_account.items() if len(replies) > 1}\n",
        new="    several = {account: replies for account, replies in by_account.items() if len(replies) > 2}\n",
        test="tests/storage/test_review_threads.py"
        "::test_a_merge_and_its_undo_correct_what_stands_of_both_accounts[sqlite]",
    ),
)
