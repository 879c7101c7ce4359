"""Mutants of rating leads: one rating a person, and who may not decide changes nothing."""

from tests.mutants.trial import Mutant

RATING: tuple[Mutant, ...] = (
    Mutant(
        name="rated-twice-is-two",
        guarantee="a lead rated again by one person is one rating, changed",
        file="commands/lead_quality/actions.py",
        old="before = lead_ratings.find_of(work.connection, actor.workspace_id, lead.id, actor.member_id)",
        new="before = None",
        test="tests/flow/test_lead_quality.py::test_the_owner_says_it_in_one_line_and_the_lead_goes_back[sqlite]",
    ),
    Mutant(
        name="anybody-decides",
        guarantee="who may not decide about a lead is not taken for who does",
        file="commands/handoff/rated.py",
        old="        decides=decides,\n",
        new="        decides=True,\n",
        test="tests/flow/test_lead_quality.py"
        "::test_what_others_say_stands_beside_and_marketing_reads_one_line_a_lead[sqlite]",
    ),
    Mutant(
        name="withdrawn-counts",
        guarantee="what was taken back counts nowhere",
        file="storage/lead_ratings.py",
        old="            col(LeadRating.rated_at) < given.end,\n            text(_STANDING),",
        new="            col(LeadRating.rated_at) < given.end,",
        test="tests/storage/test_lead_ratings.py"
        "::test_what_is_withdrawn_or_outside_or_elsewhere_is_not_counted[sqlite]",
    ),
    Mutant(
        name="too-early-a-reason",
        guarantee="what only a contact reveals is not taken before a try",
        file="domain/lead_quality.py",
        old="    return reasons_offered(state)",
        new="    return tuple(ReturnReason)",
        test="tests/flow/test_lead_quality.py::test_what_cannot_be_stored_comes_back_in_the_form[sqlite]",
    ),
    Mutant(
        name="told-twice-of-a-return",
        guarantee="a marketer reads of a lead once: what came back is told with its ratings",
        file="commands/lead_quality/actions.py",
        old="if outcome is Outcome.CARRIED_OUT or (held is not None and held.is_to_be_told):",
        new="if outcome is Outcome.NOT_YOURS:",
        test="tests/flow/test_lead_quality.py::test_the_owner_says_it_in_one_line_and_the_lead_goes_back[sqlite]",
    ),
    Mutant(
        name="shown-anew-is-not-typed",
        guarantee="what was typed into a form is offered again also when the form was shown anew since",
        file="commands/kept/actions.py",
        old="return body if earlier is None else {",
        new="return body if earlier or not earlier else {",
        test="tests/flow/test_kept_forms.py::"
        "test_a_rating_that_was_closed_is_offered_with_its_grades_and_its_note[sqlite]",
    ),
)
