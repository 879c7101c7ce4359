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
)
