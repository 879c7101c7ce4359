"""Mutants of help with texts: what a mind says is looked for, and lookups see what the asker may see."""

from tests.mutants.trial import Mutant

HELPING: tuple[Mutant, ...] = (
    Mutant(
        name="quotes-unchecked",
        guarantee="a field is filled in only from words that stand in the text",
        file="commands/prefilling.py",
        old="words, value = passage(said.words, text), str(said.value)",
        new="words, value = said.words, str(said.value)",
        test="tests/commands/prefill/test_filling.py::test_words_that_are_not_in_the_text_prove_nothing",
    ),
    Mutant(
        name="typed-is-overwritten",
        guarantee="what somebody typed into a form is not changed by what is proposed",
        file="commands/objection/filling.py",
        old="block.value not in shown or not is_empty(values, block, {Ask.NONE}):",
        new="block.value not in shown or not is_empty({}, block, {Ask.NONE}):",
        test="tests/commands/prefill/test_filling.py::test_what_somebody_typed_stays",
    ),
    Mutant(
        name="numbers-unchecked",
        guarantee="a figure in an answer is one that our queries counted",
        file="domain/grounding.py",
        old="    return all(reading is not None and not reading.isdisjoint(known) for reading in _readings(rest))",
        new="    return all(reading is not None for reading in _readings(rest)) or not known",
        test="tests/domain/test_grounding.py::test_what_does_not_stand_there_falls",
    ),
    Mutant(
        name="cites-anything",
        guarantee="a sentence cites only what was found",
        file="commands/ask/actions.py",
        old="or not all(each in known for each in cites):",
        new="or not any(each in known for each in cites):\n            continue\n"
        "        cites = [each for each in cites if each in known]\n        if not cites:",
        test="tests/commands/ask/test_answers.py::test_a_sentence_that_does_not_hold_is_left_out",
    ),
    Mutant(
        name="everybodys-scorecard",
        guarantee="who asks finds the figures of a person only as that person or their manager",
        file="commands/scorecard/actions.py",
        old="if actor.member_id in {each.owner_id, managed_by.get(each.owner_id)}]",
        new="if actor.member_id]",
        test="tests/commands/ask/test_lookups.py::test_figures_of_a_person_are_for_them_and_their_manager[sqlite]",
    ),
)
