"""Mutants of asking for reviews and for answers."""

from typing import Final

from tests.mutants.trial import Mutant

_ASKING: Final = "tests/commands/reviews_asked/test_asking.py::"
_REMINDING: Final = "tests/commands/reviews_asked/test_reminding.py::"
_ANSWERING: Final = "tests/commands/objection/test_answering.py::"

ASKING: tuple[Mutant, ...] = (
    Mutant(
        name="asked-for-each-file",
        guarantee="a closing is asked about once",
        file="commands/importing/chunks.py",
        old='        match turn(None if before is None else before["outcome"], values["outcome"]):\n',
        new='        match turn(None, values["outcome"]):\n',
        test=f"{_ASKING}test_a_file_asks_for_what_closed_lately_and_for_nothing_else[sqlite]",
    ),
    Mutant(
        name="old-closings-asked",
        guarantee="a file of old closings asks nobody",
        file="domain/closings.py",
        old="    return now - closed_at <= ASK_WITHIN\n",
        new="    return closed_at <= now\n",
        test=f"{_ASKING}test_many_old_closings_ask_nobody[sqlite]",
    ),
    Mutant(
        name="promised-anew",
        guarantee="a review that is asked for again is the same promise, broken once at most",
        file="commands/win_loss/asking.py",
        old="asked_id is None or not revive_timer(work, workspace_id, about, TimerKind.REVIEW, asked_id)",
        new="True",
        test=f"{_REMINDING}test_a_promise_that_was_broken_is_broken_once_though_its_view_was_taken_back[sqlite]",
    ),
    Mutant(
        name="breach-told",
        guarantee="after the due day a review is told of by the digest alone",
        file="commands/ladder_steps.py",
        old='    if not rung.on_due_day:\n        return _NOBODY, "listed"\n'
        "    if debt.debtor_id is None or debt.is_reminded:",
        new="    if debt.debtor_id is None:",
        test=f"{_REMINDING}test_a_word_on_the_due_day_and_none_after_it[sqlite]",
    ),
    Mutant(
        name="asked-of-an-open-deal",
        guarantee="of a deal that has opened again nobody owes a review",
        file="commands/win_loss/asking.py",
        old="    if deal.outcome == DealOutcome.OPEN or deal.closings != request.closing:\n",
        new="    if deal.closings != request.closing:\n",
        test=f"{_ASKING}test_a_deal_that_opens_again_withdraws_the_request_and_asks_anew[sqlite]",
    ),
    Mutant(
        name="same-closing-again",
        guarantee="a deal that closes again is asked about anew",
        file="commands/win_loss/closing.py",
        old='"closings": deal.closings + 1}',
        new='"closings": deal.closings or 1}',
        test=f"{_ASKING}test_a_deal_that_opens_again_withdraws_the_request_and_asks_anew[sqlite]",
    ),
    Mutant(
        name="who-left-is-reminded",
        guarantee="in place of who left somebody else is asked",
        file="commands/stand_ins.py",
        old="        if member.is_active:\n",
        new="        if member.id:\n",
        test=f"{_REMINDING}test_who_left_meanwhile_is_not_asked_any_more[sqlite]",
    ),
    Mutant(
        name="answer-owed-still",
        guarantee="an answer ends what was promised",
        file="commands/objection/answering.py",
        old="        timers.stop_timers(work, actor.workspace_id, (SUBJECT, objection_id), _KINDS, now)\n",
        new="",
        test=f"{_ANSWERING}test_an_answer_reaches_who_asked_and_ends_the_promise[sqlite]",
    ),
    Mutant(
        name="answer-to-nothing",
        guarantee="what was taken back is not answered",
        file="commands/objection/answering.py",
        old="        if objection.withdrawn_at is not None or objection.ask == Ask.NONE:\n            raise",
        new="        if objection.ask == Ask.NONE:\n            raise",
        test=f"{_ANSWERING}test_taken_back_it_owes_nothing_and_cannot_be_answered[sqlite]",
    ),
)
