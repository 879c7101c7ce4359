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
        name="one-voice-emerges",
        guarantee="what one account or person repeats is no new theme",
        file="domain/emerging.py",
        old=" or len(voices) < _ENOUGH_VOICES",
        new="",
        test="tests/domain/test_emerging.py::test_one_account_that_repeats_itself_is_no_group",
    ),
)
