"""What a rating may say: reasons and grades that go together, reasons that can be known, figures with their n."""

from datetime import date, timedelta

import pytest

from domain.handoff import HandoffState
from domain.lead_quality import (
    LeadQuality,
    Problem,
    QualityCount,
    QualityFacts,
    RatingField,
    ReturnCount,
    Said,
    Spread,
    is_poor,
    lead_quality,
    problems_of,
    reasons_for,
)
from domain.taxonomy import AFTER_AN_ATTEMPT, Grade, ReturnReason

GOOD, PARTIAL, POOR = Grade
TODAY = date(2026, 3, 4)
ALL = tuple(ReturnReason)


@pytest.mark.parametrize(
    ("said", "problems"),
    [
        (Said(GOOD, GOOD), ()),
        (Said(POOR, POOR), ()),  # no reason: it stays where it is
        (Said(GOOD, PARTIAL, ReturnReason.DUPLICATE), ()),  # says nothing of how good it is
        (Said(GOOD, POOR, ReturnReason.BUDGET), ()),
        (Said(GOOD, POOR, ReturnReason.POOR_FIT), (Problem(RatingField.FIT, "reason_needs_poor"),)),
        (Said(POOR, GOOD, ReturnReason.NO_NEED), (Problem(RatingField.INTENT, "reason_needs_poor"),)),
        (Said(GOOD, PARTIAL, ReturnReason.SPAM), (Problem(RatingField.REASON, "reason_needs_poor"),)),
        (Said(GOOD, POOR, ReturnReason.SPAM), ()),
        (Said(POOR, POOR, ReturnReason.OTHER), (Problem(RatingField.NOTE, "other_needs_note"),)),
        (Said(POOR, POOR, ReturnReason.OTHER, "a test"), ()),
        (
            Said(GOOD, POOR, ReturnReason.BUDGET, None, TODAY),
            (Problem(RatingField.RECYCLE_ON, "not_ahead"),),
        ),
        (
            Said(GOOD, POOR, ReturnReason.BUDGET, None, TODAY + timedelta(days=731)),
            (Problem(RatingField.RECYCLE_ON, "too_far"),),
        ),
        (Said(POOR, POOR, ReturnReason.SPAM, None, TODAY), ()),  # a day says nothing of what is ruled out
    ],
)
def test_what_contradicts_is_named_by_its_field(said: Said, problems: tuple[Problem, ...]) -> None:
    assert problems_of(said, ALL, TODAY) == problems


def test_what_only_a_contact_reveals_is_not_offered_before_one() -> None:
    before = reasons_for(HandoffState.ACCEPTED, was_tried=False)
    assert not AFTER_AN_ATTEMPT & set(before)
    too_early = problems_of(Said(GOOD, POOR, ReturnReason.BUDGET), before, TODAY)
    assert too_early == (Problem(RatingField.REASON, "only_after_an_attempt"),)
    for state, was_tried in (
        (None, False),
        (HandoffState.ATTEMPTED, True),
        (HandoffState.ACCEPTED, True),
        (HandoffState.QUALIFIED, False),
    ):
        assert reasons_for(state, was_tried=was_tried) == ALL


def test_a_poor_grade_asks_for_a_reason() -> None:
    assert is_poor(GOOD, POOR)
    assert is_poor(POOR, None)
    assert not is_poor(GOOD, PARTIAL)
    assert not is_poor(None, None)


def test_no_share_is_told_of_a_few() -> None:
    assert Spread(10, 5, 4).good_rate() is None
    assert Spread(10, 5, 5).good_rate() == 0.5
    assert Spread().good_rate(0) is None


def test_sources_come_with_their_returns_the_weightiest_first_in_any_order() -> None:
    counts = (
        QualityCount("ads", Spread(1, 0, 0), Spread(0, 0, 1)),
        QualityCount("webinar", Spread(2, 1, 0), Spread(1, 1, 1)),
    )
    returns = (
        ReturnCount("fair", ReturnReason.SPAM, 2),
        ReturnCount("webinar", ReturnReason.BUDGET, 1),
        ReturnCount("webinar", ReturnReason.SPAM, 1),
        ReturnCount("webinar", ReturnReason.SPAM, 1),
    )
    facts = QualityFacts(counts, counts, returns, (ReturnCount("", ReturnReason.SPAM, 4),))
    quality = lead_quality(facts)
    assert [(line.key, line.n, line.returned) for line in quality.sources] == [
        ("webinar", 3, 3),
        ("ads", 1, 0),
        ("fair", 0, 2),
    ]
    assert quality.sources[0].reasons == ((ReturnReason.SPAM, 2), (ReturnReason.BUDGET, 1))
    assert quality.reasons == ((ReturnReason.SPAM, 4), (ReturnReason.BUDGET, 1))
    assert (quality.rated, quality.returned) == (4, 5)
    assert [line.key for line in quality.campaigns] == ["webinar", "ads"]  # none given is no campaign
    assert lead_quality(QualityFacts(counts[::-1], counts, returns[::-1], ())).sources == quality.sources
    assert LeadQuality().is_empty
    assert not quality.is_empty
