"""One typed line about a lead, in both languages: what is taken out, what stays, what is doubtful."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.rating_line import LONGEST_NAME, RatingLine, read_line
from domain.taxonomy import Grade, ReturnReason
from domain.text import clean

GOOD, PARTIAL, POOR = Grade


@pytest.mark.parametrize(
    ("text", "understood"),
    [
        (
            "Norte S.A.: fit good, intent poor, no budget — they want it next year",
            RatingLine("Norte S.A.", GOOD, POOR, ReturnReason.BUDGET, note="they want it next year"),
        ),
        ("Acme: encaje bueno, interés bajo, sin presupuesto", RatingLine("Acme", GOOD, POOR, ReturnReason.BUDGET)),
        ("Acme: buen encaje y mucho interés", RatingLine("Acme", GOOD, GOOD)),
        ("Norte, Laura Pérez: good/poor", RatingLine("Norte, Laura Pérez", GOOD, POOR)),
        ("Norte good fit but poor intent", RatingLine("Norte", GOOD, POOR)),
        ("Norte: no_response, fit partial, intent poor", RatingLine("Norte", PARTIAL, POOR, ReturnReason.NO_RESPONSE)),
        (
            "Acme: sin interés, encaje medio, no contestan. Llamé 6 veces",
            RatingLine("Acme", PARTIAL, POOR, ReturnReason.NO_RESPONSE, note="Llamé 6 veces"),
        ),
        ("Acme: fit: good, intent: partial", RatingLine("Acme", GOOD, PARTIAL)),
        ("Acme: fit poor, intent poor, student", RatingLine("Acme", POOR, POOR, ReturnReason.STUDENT_JOB)),
        ("Acme: fit good, intent good\nSaw the demo.", RatingLine("Acme", GOOD, GOOD, note="Saw the demo.")),
        ("Acme: encaja muy bien, interés alto", RatingLine("Acme", GOOD, GOOD)),
        ("Acme: fits badly, poor intent", RatingLine("Acme", POOR, POOR)),
        ("Acme: no encaja bien", RatingLine("Acme", None, None, ReturnReason.POOR_FIT, True, "no encaja bien")),
        ("Acme", RatingLine("Acme")),
        ("fit good, intent poor", RatingLine(None, GOOD, POOR)),
        ("", RatingLine()),
    ],
)
def test_what_a_line_says(text: str, understood: RatingLine) -> None:
    assert read_line(text) == understood


def test_a_reason_inside_a_sentence_is_a_guess_and_stays_in_the_note() -> None:
    line = read_line("Acme: fit good, intent poor because they have no budget until May")
    assert (line.fit, line.intent, line.reason) == (GOOD, POOR, ReturnReason.BUDGET)
    assert line.note == "intent poor because they have no budget until May"
    assert line.is_doubtful
    assert not line.says_enough


def test_two_grades_of_one_kind_are_not_chosen_between() -> None:
    line = read_line("Acme: fit good, fit poor, intent good")
    assert not line.says_enough
    assert "fit poor" in (line.note or "")


def test_what_is_too_long_for_a_name_is_a_note() -> None:
    line = read_line("x" * (LONGEST_NAME + 1) + ": fit good, intent good")
    assert line.name is None
    assert len(line.note or "") == LONGEST_NAME + 1


@pytest.mark.parametrize("reason", ReturnReason)
def test_every_code_is_understood_as_it_stands(reason: ReturnReason) -> None:
    assert read_line(f"Acme: fit poor, intent poor, {reason}").reason is reason


@given(st.text(max_size=300))
def test_any_text_is_read_and_every_word_is_kept_somewhere(text: str) -> None:
    """Of a line that grades nothing all words come back: in the name or in the note."""
    typed = clean(text).value
    line = read_line(typed)
    if line.fit is None and line.intent is None and line.reason is None:
        kept = f"{line.name or ''} {line.note or ''}"
        assert all(char in kept or not char.isalnum() for char in typed if char.isascii())
