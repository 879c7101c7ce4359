"""Mutants of the ways in: whose words they are, what is kept for whom, and whose names a menu offers."""

from tests.mutants.trial import Mutant

WAYS_IN: tuple[Mutant, ...] = (
    Mutant(
        name="logger-is-author",
        guarantee="who wrote a message is recorded apart from who logged it",
        file="commands/ways_in/listeners.py",
        old='permalink(client, channel, body["message_ts"]), message.get("user"))',
        new='permalink(client, channel, body["message_ts"]), actor.slack_user_id)',
        test="tests/flow/test_ways_in.py::test_one_view_chooses_the_kind_and_carries_what_was_written[sqlite]",
    ),
    Mutant(
        name="not-opened-from-home",
        guarantee="whoever pressed where no message stands to be answered beside reads that the form did not open",
        file="commands/replies.py",
        old='direct = outbox.Outgoing("reply", key, actor.slack_user_id, _direct(message))',
        new='direct = outbox.Outgoing("reply", key, actor.slack_user_id, {"text": "…"})',
        test="tests/flow/test_slow_slack.py"
        "::test_a_step_that_does_not_open_from_home_or_by_next_is_said_and_can_be_opened[sqlite]",
    ),
    Mutant(
        name="closed-is-gone",
        guarantee="a form that was closed is offered again with what Slack reported of it",
        file="commands/kept/actions.py",
        old="if not failed and not views.typed_in(body):",
        new="if not failed:",
        test="tests/flow/test_kept_forms.py::test_a_closed_form_is_offered_with_what_slack_reported_of_it[sqlite]",
    ),
    Mutant(
        name="stored-by-each-view",
        guarantee="a kept form is stored once, in however many views it is gone on with",
        file="commands/form_shape.py",
        old='return str(_opened(view).get(BEGAN_IN) or view["id"])',
        new='return str(view["id"])',
        test="tests/flow/test_kept_forms.py"
        "::test_gone_on_with_twice_a_note_is_stored_once_and_what_was_typed_into_the_other_is_not_lost[sqlite]",
    ),
    Mutant(
        name="deal-of-each-try",
        guarantee="a deal typed beside a name that is corrected after a failed try is made once",
        file="commands/objection/naming.py",
        old="known = inbound.outcome_of(work, actor.workspace_id, made_by)",
        new="known = None",
        test="tests/flow/test_kept_forms.py"
        "::test_a_submission_that_failed_by_our_fault_is_offered_unless_it_was_stored_after_all[sqlite]",
    ),
    Mutant(
        name="goes-on-as-it-was",
        guarantee="a kept form goes on with the fields that follow from the last choice in it",
        file="commands/kept/actions.py",
        old='follow = followers.get(str(body.get("callback_id")))',
        new="follow = None",
        test="tests/flow/test_kept_forms.py"
        "::test_a_review_gone_on_with_asks_for_the_reasons_of_the_outcome_that_was_chosen_last[sqlite]",
    ),
    Mutant(
        name="anybodys-kept-text",
        guarantee="what was kept is shown to whoever typed it alone",
        file="storage/kept_forms.py",
        old="col(KeptForm.member_id) == member_id, which",
        new="col(KeptForm.member_id) != 0, which",
        test="tests/flow/test_ways_in_hostile.py"
        "::test_a_long_text_that_was_forgotten_is_asked_for_and_nobody_elses_is_shown[sqlite]",
    ),
    Mutant(
        name="names-of-others",
        guarantee="a menu that is searched offers only the workspace's own names",
        file="storage/accounts.py",
        old="        select(col(Account.id), col(Account.name))\n        .where(\n"
        '            col(Account.workspace_id) == bindparam("workspace"),',
        new="        select(col(Account.id), col(Account.name))\n        .where(\n"
        '            col(Account.workspace_id) >= bindparam("workspace"),',
        test="tests/storage/test_picking.py::test_accounts[sqlite-h-expected0]",
    ),
    Mutant(
        name="two-views-of-one",
        guarantee="of a closing one view a person and side stands",
        file="commands/win_loss/actions.py",
        old="            if withdrawn_at is None and _stands_twice(",
        new="            if withdrawn_at is not None and _stands_twice(",
        test="tests/commands/reviews_asked/test_asking.py::test_one_view_a_person_and_side_stands_of_a_closing[sqlite]",
    ),
)
