"""The guarantees of the text assistant, broken."""

from typing import Final

from tests.mutants.trial import Mutant

MINDING: Final = (
    Mutant(
        name="budget-spent-twice",
        guarantee="no workspace uses more of a mind than its month's budget, also by calls at the same time",
        file="storage/mind_calls.py",
        old="        tokens_in=at_most.tokens,\n        cost_micros=at_most.micros,\n",
        new="",
        test="tests/bot/minds/test_care.py::test_two_at_once_do_not_spend_the_same_tokens[sqlite]",
    ),
    Mutant(
        name="opt-out-of-the-channel-ignored",
        guarantee="who opted out, a workspace or a channel, sends nothing to a mind",
        file="storage/mind_choices.py",
        old="return self.is_off or (channel is not None and channel in self.off_channels)",
        new="return self.is_off",
        test="tests/bot/minds/test_care.py::test_who_opted_out_sends_nothing[sqlite]",
    ),
    Mutant(
        name="opt-out-of-the-source-ignored",
        guarantee="what was said in a channel that opted out goes nowhere, also when somebody asks in another one",
        file="bot/minds/care.py",
        old="for each in request.material if not choice.keeps_out(each.channel))",
        new="for each in request.material)",
        test="tests/bot/minds/test_care.py::test_what_was_said_in_a_channel_that_opted_out_stays_whoever_asks",
    ),
    Mutant(
        name="opted-out-account-leaves",
        guarantee="what was typed in a channel that opted out leaves no sentence's record, not even an account's name",
        file="commands/digest/narrating.py",
        old="replace(each, said=(), account=None)",
        new="replace(each, said=())",
        test="tests/bot/jobs/test_narratives.py::test_what_was_said_in_a_channel_that_opted_out_is_counted_and_not_quoted"
        "[sqlite]",
    ),
    Mutant(
        name="opt-out-after-the-narrative",
        guarantee="a channel that opts out gets no machine's sentence above its digest, not even one that is written",
        file="commands/digest/narrating.py",
        old="    if mind_choices.choice_of(connection, place.workspace_id).keeps_out(place.channel):\n",
        new="    if not place.channel:\n",
        test="tests/bot/jobs/test_narratives.py::test_what_was_written_before_the_channel_opted_out_is_not_posted[sqlite]",
    ),
    Mutant(
        name="names-leave",
        guarantee="names, mail addresses and phone numbers are masked before a text leaves the machine",
        file="bot/minds/care.py",
        old="replace(each, text=masks.mask(each.text)) for each in material",
        new="each for each in material",
        test="tests/bot/minds/test_care.py::test_names_leave_masked_come_back_plain_and_are_kept_masked_for_as_long_as_was_"
        "said[sqlite]",
    ),
    Mutant(
        name="narrative-cites-some",
        guarantee="a machine's sentence stays only if it cites all records that it counts, of this workspace and week",
        file="domain/narrative.py",
        old="    if cited != records_of(evidence, claim.kind, claim.code):\n",
        new="    if not cited & records_of(evidence, claim.kind, claim.code):\n",
        test="tests/domain/test_narrative.py::test_a_claim_that_its_records_do_not_carry_is_dropped",
    ),
    Mutant(
        name="retired-theme-nameless",
        guarantee="a theme of a workspace's own that was retired is not offered, and keeps its name",
        file="domain/own_themes.py",
        old="        return {each.code: each.label for each in self.themes}\n",
        new="        return {each.code: each.label for each in self.themes if not each.is_retired}\n",
        test="tests/domain/test_own_themes.py::test_what_was_retired_keeps_its_name_and_is_not_offered",
    ),
    Mutant(
        name="machine-explains",
        guarantee="a machine's sentence has no word that claims what its records do not say: cause, trend, judgement",
        file="domain/plain_words.py",
        old="    return frozenset(word for word in found if not _stands(word, there))\n",
        new="    return frozenset(word for word in found if word in there)\n",
        test="tests/domain/test_grounding.py::test_a_right_number_or_name_carries_no_claim_beside_it",
    ),
    Mutant(
        name="slack-waits-for-a-mind",
        guarantee="no thread that Slack waits for asks a mind",
        file="commands/minds.py",
        old="    if budget.is_running() or not _waiting_is_fine.get():\n",
        new="    if not _waiting_is_fine:\n",
        test="tests/bot/minds/test_openai_mind.py::test_who_answers_slack_cannot_wait_for_a_mind",
    ),
)
