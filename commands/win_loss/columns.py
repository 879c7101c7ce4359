"""A view as its columns: what was said, what it is about, and the words by which it is found."""

import hashlib
from typing import Any, Final

from commands.win_loss.parse import ReviewFields
from commands.win_loss.subject import Subject
from domain.names import fold
from domain.taxonomy import DealOutcome
from storage.search import index_text

_TEXTS: Final = ("swung_it", "buyer_words", "helpful_content", "lesson")


def columns(fields: ReviewFields, subject: Subject) -> dict[str, Any]:
    """What is stored of ``fields``, about ``subject``."""
    outcome = fields.outcome or DealOutcome.UNKNOWN
    said = {name: getattr(fields, name) for name in _TEXTS}
    deal_name = None if subject.deal is None else subject.deal.name
    return {
        **about(subject),
        **said,
        "outcome": outcome.value,
        "primary_reason": fields.primary,
        "contributing": " ".join(fields.contributing),
        "competitor": fields.competitor,
        "search_text": index_text(subject.account_name, subject.hint, deal_name, fields.competitor, *said.values()),
    }


def about(subject: Subject) -> dict[str, Any]:
    """What a review is about, as it is stored: of a deal, of which closing."""
    deal = subject.deal
    closing = None if deal is None else deal.closing
    return {
        "account_id": subject.account_id,
        "account_hint": subject.hint if subject.account_id is None else None,
        "deal_id": None if deal is None else deal.id,
        "closing": closing,
        "deal_closed_at": None if deal is None or closing is None else deal.closed_at,
    }


def text_hash(fields: ReviewFields) -> str:
    """What finds the same view again, said a moment ago."""
    said = (
        fields.typed,
        fields.deal_id,
        fields.account_id,
        fields.account_name,
        fields.outcome,
        fields.primary,
        *sorted(fields.contributing),
        fields.competitor,
        *(getattr(fields, name) for name in _TEXTS),
        fields.perspective,
    )
    text = "\n".join(" ".join(fold(str(each or "")).split()) for each in said)
    return hashlib.blake2b(text.encode(), digest_size=12).hexdigest()
