"""What one typed line says of a closed deal, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.review_line import ReviewLine, read_review
from domain.taxonomy import DealOutcome, LossReason, WinReason
from domain.win_loss import ReviewField

LOST_TO, NO_DECISION, OTHER = DealOutcome.LOST_COMPETITOR, DealOutcome.LOST_NO_DECISION, DealOutcome.LOST_OTHER
WON, CHURNED = DealOutcome.WON, DealOutcome.CHURNED


@pytest.mark.parametrize(
    ("line", "account", "outcome", "competitor", "reasons"),
    [
        ("Acme: lost to HubSpot, price", "Acme", LOST_TO, "HubSpot", ["price"]),
        ("Acme lost to HubSpot on price and timing", "Acme", LOST_TO, "HubSpot", ["price", "timing"]),
        ("lost Acme to hubspot, price", "Acme", LOST_TO, "hubspot", ["price"]),
        ("Acme: chose Salesforce.com because it was cheaper", "Acme", LOST_TO, "Salesforce.com", ["price"]),
        ("Acme: lost to a competitor, product gap", "Acme", LOST_TO, None, ["competitor", "product_gap"]),
        ("Acme: lost, no decision, not a priority", "Acme", NO_DECISION, None, ["priority"]),
        ("Acme: lost to no decision", "Acme", NO_DECISION, None, []),
        ("Acme: lost because they build it in-house", "Acme", OTHER, None, ["in_house"]),
        ("Globex: won, trust and value", "Globex", WON, None, ["trust", "value"]),
        ("Globex: won against HubSpot, product fit", "Globex", WON, "HubSpot", ["product_fit"]),
        ("Acme: they cancelled, too expensive", "Acme", CHURNED, None, ["price"]),
        ("lost to HubSpot, price", None, LOST_TO, "HubSpot", ["price"]),
        ("Acme: perdida ante HubSpot, precio", "Acme", LOST_TO, "HubSpot", ["price"]),
        ("Acme S.L. se fueron con HubSpot por el precio", "Acme S.L.", LOST_TO, "HubSpot", ["price"]),
        ("Acme: perdimos contra HubSpot, tardamos demasiado", "Acme", LOST_TO, "HubSpot", ["sales_process"]),
        ("Acme: perdida, sin decisión, no es prioridad", "Acme", NO_DECISION, None, ["priority"]),
        ("Logística Ávila: ganada frente a HubSpot, confianza", "Logística Ávila", WON, "HubSpot", ["trust"]),
        ("ganamos Acme por relación", "Acme", WON, None, ["relationship"]),
        ("Acme: se dieron de baja, precio", "Acme", CHURNED, None, ["price"]),
        ("Acme: dejaron de contestar, perdida", "Acme", OTHER, None, ["unresponsive"]),
    ],
)
def test_a_line_is_understood(
    line: str, account: str | None, outcome: DealOutcome, competitor: str | None, reasons: list[str]
) -> None:
    found = read_review(line)
    assert (found.account_name, found.outcome, found.competitor) == (account, outcome, competitor)
    assert _codes(found) == reasons
    assert not found.contradicts


def test_labelled_parts_go_where_they_belong_and_the_rest_stays_as_typed() -> None:
    said = "Acme: lost to HubSpot, price; “yours is better, but twice the price”"
    found = read_review(f"{said}; content: the ROI sheet; lesson: ask first")
    assert found.buyer_words == "yours is better, but twice the price"
    assert (found.helpful_content, found.lesson) == ("the ROI sheet", "ask first")
    found = read_review("Acme: perdida, precio\nlección: entrar antes\ncomprador: «muy caro para nosotros»")
    assert (found.lesson, found.buyer_words) == ("entrar antes", "«muy caro para nosotros»")
    found = read_review("Acme: lost, their board froze every project until the merger is through; timing")
    assert found.swung_it == "lost, their board froze every project until the merger is through; timing"
    assert found.primary is LossReason.TIMING


@pytest.mark.parametrize(
    ("line", "fields", "stranger"),
    [
        ("Acme: won; lost to HubSpot", frozenset({ReviewField.OUTCOME}), None),
        ("Acme: ganada y perdida", frozenset({ReviewField.OUTCOME}), None),
        ("Acme: won, they went silent", frozenset({ReviewField.PRIMARY}), LossReason.UNRESPONSIVE),
        ("Acme: lost, relationship", frozenset({ReviewField.PRIMARY}), WinReason.RELATIONSHIP),
        ("Acme: perdida, sin decisión, la competencia", frozenset({ReviewField.PRIMARY}), LossReason.COMPETITOR),
    ],
)
def test_a_contradiction_is_named_and_nothing_is_lost(
    line: str, fields: frozenset[ReviewField], stranger: LossReason | WinReason | None
) -> None:
    found = read_review(line)
    assert (found.contradicts, found.stranger) == (fields, stranger)
    assert found.swung_it == line.partition(": ")[2]


def test_only_lost_is_vague() -> None:
    assert read_review("Acme: lost, price").is_vague
    assert read_review("Acme: perdida, precio").is_vague
    assert not read_review("Acme: lost to HubSpot, price").is_vague


@pytest.mark.parametrize("text", ["—: lost, price", "🙂 won", "!!! perdida, precio"])
def test_a_name_has_letters(text: str) -> None:
    found = read_review(text)
    assert found.account_name is None
    assert found.outcome is not None


@pytest.mark.parametrize("text", ["Acme", "hello there", "Lesson: ask first", "", "a:", "::", "\n", "“”"])
def test_what_tells_of_no_end_names_none(text: str) -> None:
    assert read_review(text).outcome is None


@given(st.text(max_size=400))
def test_any_text_is_read(text: str) -> None:
    found = read_review(text)
    assert len(found.contributing) <= 3
    assert len(set(_codes(found))) == len(_codes(found))


@pytest.mark.parametrize("piece", ["lost to A", "a ", "won against ", "“x ", "Lesson; ", "a. A", "lost lost to to "])
def test_a_long_paste_is_read_at_once(piece: str) -> None:
    """It takes milliseconds; a pattern that tries every cut of it would never come back."""
    found = read_review(piece * (10_000 // len(piece)))
    assert len(found.contributing) <= 3


def _codes(found: ReviewLine) -> list[str]:
    return [reason.value for reason in (found.primary, *found.contributing) if reason is not None]
