"""How leads were graded, in words: one rating, or what ratings say of a source and why leads of it came back."""

from collections.abc import Sequence
from typing import Final

from commands import blocks
from commands.i18n import Say
from commands.labels import source_label
from domain.lead_quality import QualityLine, Spread
from domain.taxonomy import Grade, ReturnReason
from storage.lead_ratings import FoundRating

#: Reasons told of one source; the rest is summed.
_REASONS: Final = 3
_NAME: Final = 40
_NOTE: Final = 120


def grades(say: Say, fit: Grade | str, intent: Grade | str) -> str:
    """Both grades: "fit good, intent poor"."""
    return say("rating-grades", fit=say(f"fit-{fit}"), intent=say(f"intent-{intent}"))


def view_line(say: Say, rating: FoundRating, *, noted: bool = True) -> str:
    """What one person thinks of a lead, as mrkdwn on one line; with their note when it is ``noted``."""
    said = grades(say, rating.fit, rating.intent)
    if rating.reason is not None:
        said = f"{said} · {say(f'reason-{rating.reason}')}"
    if noted and rating.note and rating.note.strip():
        said = f"{said} — {blocks.escape(blocks.one_line(rating.note, _NOTE))}"
    return say("rating-view", who=f"<@{rating.rated_by}>", said=said)


def lead_title(say: Say, company: str | None, contact: str | None, email: str | None) -> str:
    """A lead by its company and person, as mrkdwn."""
    named = [blocks.one_line(part, _NAME) for part in (company, contact or email) if part and part.strip()]
    return blocks.escape(" · ".join(named)) if named else say("rating-nameless")


def source_name(say: Say, source: str) -> str:
    """A source as people call it; that none was given is said too."""
    return source_label(say, source) or say("quality-no-source")


def campaign_name(say: Say, campaign: str) -> str:
    """A campaign as it was written."""
    return blocks.one_line(campaign, _NAME) or say("quality-no-source")


def quality_said(say: Say, line: QualityLine) -> str:
    """What was rated and what came back of one source or campaign."""
    said = []
    if line.n:
        said.append(
            say(
                "quality-line",
                rated=say("quality-rated", n=line.n, count=say.number(line.n)),
                fit=_spread(say, "fit", line.fit),
                intent=_spread(say, "intent", line.intent),
            )
        )
    if line.returned:
        said.append(returned_said(say, line.returned, line.reasons))
    return " · ".join(said)


def returned_said(say: Say, count: int, reasons: Sequence[tuple[ReturnReason, int]]) -> str:
    """How many came back, and why."""
    told = [say("quality-reason", reason=say(f"reason-{code}"), count=say.number(n)) for code, n in reasons[:_REASONS]]
    left = sum(n for _code, n in reasons[_REASONS:])
    if left:
        told.append(say("quality-reasons-more", count=say.number(left)))
    return say("quality-returned", n=count, count=say.number(count), reasons=", ".join(told))


def _spread(say: Say, kind: str, spread: Spread) -> str:
    rate = spread.good_rate()
    if rate is not None:
        good = {"good": say.number(spread.good), "n": say.number(spread.n)}
        return say("quality-rate", rate=say.percent(rate), grade=say(f"{kind}-good"), **good)
    counts = ((Grade.GOOD, spread.good), (Grade.PARTIAL, spread.partial), (Grade.POOR, spread.poor))
    return ", ".join(f"{say.number(count)} {say(f'{kind}-{grade}')}" for grade, count in counts)
