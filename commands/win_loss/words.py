"""How outcomes, reasons, sides and deals are called."""

from typing import Final
from zoneinfo import ZoneInfo

from commands import blocks
from commands.i18n import Say
from domain.taxonomy import DealOutcome
from storage.review_subjects import DealSubject

SHOWN_NAME: Final = 60


def outcome_label(say: Say, outcome: str) -> str:
    """How a deal ended."""
    return say(f"outcome-{outcome}")


def reason_label(say: Say, outcome: str, reason: str) -> str:
    """A reason: of a win, or of a loss; which, the outcome tells."""
    return say(f"winreason-{reason}" if outcome == DealOutcome.WON else f"lossreason-{reason}")


def deal_label(say: Say, tz: str, deal: DealSubject) -> str:
    """A deal in one line: whose it is, its name, how and when it ended. As plain text."""
    named = [blocks.one_line(part, SHOWN_NAME) for part in (deal.account_name, deal.name) if part and part.strip()]
    title = " · ".join(dict.fromkeys(named)) or say("review-deal-unnamed")
    return f"{blocks.clip(title, SHOWN_NAME)} · {deal_end(say, tz, deal)}"


def deal_end(say: Say, tz: str, deal: DealSubject) -> str:
    """How a deal stands, with the day it closed."""
    label = outcome_label(say, deal.outcome)
    if deal.closed_at is None or deal.outcome == DealOutcome.OPEN:
        return label
    return f"{label}, {say.day_with_year(deal.closed_at.astimezone(ZoneInfo(tz)).date())}"
