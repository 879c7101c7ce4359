"""Mutants of sorting sentences, and of what stands out from them."""

from typing import Final

from tests.mutants.trial import Mutant

_LOCAL: Final = "tests/bot/minds/test_local.py::"

SORTING: tuple[Mutant, ...] = (
    Mutant(
        name="guesses-taught",
        guarantee="the local mind learns what people confirmed, nothing that a machine read",
        file="storage/confirmed.py",
        old="in rows if confirmed]",
        new="in rows]",
        test="tests/storage/test_confirmed.py::test_what_a_rule_read_is_no_label[sqlite]",
    ),
    Mutant(
        name="unsure-suggested",
        guarantee="below its stated confidence a mind suggests nothing",
        file="commands/suggesting.py",
        old="said.confidence < SURE_ENOUGH or ",
        new="",
        test=f"{_LOCAL}test_it_sorts_both_languages_and_would_rather_not_say",
    ),
    Mutant(
        name="near-only-word-for-word",
        guarantee="a note that says nearly the same is found, though words of it are missing or others",
        file="domain/said_before.py",
        old="groups = len(self.words) * (_OF - _SHARED) // _OF + 1",
        new="groups = 1",
        test="tests/domain/test_said_before.py::test_whatever_is_near_has_a_whole_part",
    ),
    Mutant(
        name="one-voice-emerges",
        guarantee="what one account or person repeats is no new theme",
        file="domain/emerging.py",
        old=" and len(kept) >= _ENOUGH_VOICES",
        new="",
        test="tests/domain/test_emerging.py::test_one_account_that_repeats_itself_is_no_group",
    ),
    Mutant(
        name="said-ten-times-in-a-note",
        guarantee="what stands out is told by how many notes say it, not by how often they do",
        file="domain/emerging.py",
        old="        if len(said) >= _ENOUGH_NOTES and stands_out(term, len(said))\n",
        new="",
        test="tests/domain/test_emerging.py::test_what_rises_is_said_in_the_notes_that_it_names",
    ),
    Mutant(
        name="cedilla-becomes-s",
        guarantee="a text's words are the same however many texts are taken apart with it",
        file="domain/telling_words.py",
        old="    table[ord(_ODD)], table",
        new="    table[ord('ç')] = 's'\n    table[ord(_ODD)], table",
        test="tests/domain/test_emerging.py::test_every_letter_is_the_same_in_any_company",
    ),
)
