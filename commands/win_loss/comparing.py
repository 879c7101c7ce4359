"""Reviews as the rules compare them."""

from domain.taxonomy import DealOutcome, Perspective
from domain.win_loss import View
from storage.tables import WinLossReview


def view_of(review: WinLossReview) -> View:
    """A stored review as far as views are compared; its id is its place."""
    return View(
        review.id,
        Perspective(review.perspective),
        DealOutcome(review.outcome),
        review.primary_reason,
        tuple(review.contributing.split()),
        review.competitor,
    )
