"""The digest's section of wins and losses: what it says, in which words, and that it says nothing of nothing."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from commands.digest.wins_section import win_loss_rows
from commands.i18n import LOCALES, Texts
from domain.digest import DigestFacts, WeeklyDigest, digest_window, weekly_digest
from domain.taxonomy import DealOutcome, LossReason, WinReason
from domain.weeks import IsoWeek
from domain.win_loss_week import Learned, WinLossFacts
from playground.blockkit import message_refusal

WINDOW = digest_window(IsoWeek(2018, 9), "Europe/Madrid")
AT = datetime(2018, 2, 28, 12, tzinfo=UTC)
HOSTILE = "*bold* <!channel> <@U1> & \U0001f4a9 " * 40


def digest_of(facts: WinLossFacts) -> WeeklyDigest:
    return weekly_digest(replace(DigestFacts(WINDOW, (), (), ()), win_loss=facts))


def texts_in(node: Any) -> list[str]:  # noqa: ANN401 - any tree of JSON
    if isinstance(node, list):
        return [text for each in node for text in texts_in(each)]
    if isinstance(node, dict):
        own = [node["text"]] if isinstance(node.get("text"), str) else []
        return own + [text for value in node.values() if isinstance(value, dict | list) for text in texts_in(value)]
    return []


def test_it_reads_like_this() -> None:
    facts = WinLossFacts(
        {"lost_competitor": 2, "won": 2, "unknown": 1},
        {"value": 1, "trust": 2},
        {"price": 2, "timing": 1},
        Learned("Bring legal in earlier", "Acme", "lost_competitor", AT),
        Learned("The ROI sheet", None, "won", AT),
    )
    digest = digest_of(facts)
    assert not digest.is_empty
    assert "\n".join(texts_in(win_loss_rows(digest, Texts().into("en")))).splitlines() == [
        "*Wins and losses* · 5 deals reviewed",
        "Won: 2 · Lost to a competitor: 2 · Not known: 1",
        "• Won (n = 2), mainly for: Trust and references 2, Value for money 1",
        "• Lost or left (n = 2), mainly for: Price 2, Timing 1",
        "A lesson",
        " from Acme, not won, Feb 28:",
        "Bring legal in earlier",
        "Content that helped",
        " from a deal won, Feb 28:",
        "The ROI sheet",
    ]


def test_a_week_without_reviews_says_nothing_of_them() -> None:
    assert win_loss_rows(digest_of(WinLossFacts()), Texts().into("es")) == []
    assert digest_of(WinLossFacts()).is_empty


@pytest.mark.parametrize("locale", LOCALES)
def test_the_longest_is_within_slacks_limits_and_calls_nobody(locale: str) -> None:
    many = 2**40
    facts = WinLossFacts(
        dict.fromkeys((outcome.value for outcome in DealOutcome), many),
        dict.fromkeys((reason.value for reason in WinReason), many),
        dict.fromkeys((reason.value for reason in LossReason), many),
        Learned(HOSTILE, HOSTILE, "won", AT),
        Learned(HOSTILE, HOSTILE, "churned", AT),
    )
    rows = win_loss_rows(digest_of(facts), Texts().into(locale))
    assert message_refusal(rows) is None
    assert "<!channel>" not in str([row for row in rows if row["type"] == "section"])
