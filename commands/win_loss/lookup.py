"""What `/lazo ask` may look up of closed deals: how they ended, the main reasons, what was learned."""

from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from commands import blocks
from commands.context import Actor, Services
from commands.i18n import Say
from commands.labels import kind_of_end
from commands.lookups import Fact, Found, Lookup, Lookups, Wanted, day_times, period_of, period_said, period_times
from domain.win_loss_week import Side, win_loss_week
from storage.people import get_workspace
from storage.review_facts import win_loss_facts
from storage.reviews import FoundReview, ReviewFilter, list_reviews

#: Reviews shown of what was found; the counts speak of all.
REVIEWS: Final = 8
_NAME: Final = 60


def lookups(services: Services) -> Lookups:
    """By name."""
    return {
        "wins_and_losses": Lookup(
            "Why deals were won or lost: how many ended how, the main reasons, and the latest reviews with their"
            " lessons. Heeds account, words (search words for the reviews) and weeks.",
            partial(_wins_and_losses, services),
        )
    }


def _wins_and_losses(services: Services, actor: Actor, wanted: Wanted) -> Found:
    say = services.say(actor)
    words = " ".join(part for part in (wanted.account, wanted.words) if part)
    with services.database.read() as connection:
        tz = get_workspace(connection, actor.workspace_id).tz
        period = period_of(wanted, services.now(), tz)
        week = win_loss_week(win_loss_facts(connection, actor.workspace_id, period))
        found = list_reviews(
            connection, actor.workspace_id, ReviewFilter(since=period.start, words=words), limit=REVIEWS
        )
    facts: list[Fact] = []
    if not words:  # counted are all deals: they say nothing of one account
        counted = {"total": say.number(week.deals), "period": period_said(say, wanted)}
        facts = [
            Fact(
                f"reviews:{end}",
                say("lookup-ended", outcome=kind_of_end(say, end), count=say.number(n), **counted),
                times=period_times(say, wanted),
            )
            for end, n in week.ends
        ]
        facts += _reasons(say, "won", "winreason", week.won, wanted)
        facts += _reasons(say, "not_won", "lossreason", week.not_won, wanted)
    facts += [_review(say, tz, each) for each in found]
    return Found(tuple(facts), say("lookup-reviews-meaning", period=period_said(say, wanted)))


def _reasons(say: Say, side_name: str, prefix: str, side: Side, wanted: Wanted) -> list[Fact]:
    return [
        Fact(
            f"reviews:{side_name}:{reason}",
            say(
                f"lookup-reason-{side_name.replace('_', '-')}",
                reason=say(f"{prefix}-{reason}"),
                count=say.number(n),
                n=say.number(side.n),
                period=period_said(say, wanted),
            ),
            times=period_times(say, wanted),
        )
        for reason, n in side.reasons
    ]


def _review(say: Say, tz: str, found: FoundReview) -> Fact:
    review = found.review
    named = [blocks.one_line(each, _NAME) for each in (found.account_name, found.deal_name) if each and each.strip()]
    prefix = "winreason" if review.outcome == "won" else "lossreason"
    day = review.logged_at.astimezone(ZoneInfo(tz)).date()
    text = say(
        "lookup-review",
        account=named[0] if named else say("lookup-no-account"),
        outcome=say(f"outcome-{review.outcome}"),
        reason=say(f"{prefix}-{review.primary_reason}") if review.primary_reason else say("lookup-no-reason"),
        day=say.day_with_year(day),
    )
    competitor = [blocks.one_line(review.competitor, _NAME)] if review.competitor else []
    said = (review.swung_it, review.buyer_words, review.helpful_content, review.lesson)
    return Fact(
        f"review:{review.id}",
        text,
        tuple(each for each in said if each),
        (*named, *competitor),
        review.source_link,
        review.source_channel,
        day_times(say, day),
    )
