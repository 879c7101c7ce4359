"""What periods, sections, channels and scopes of the digest are called."""

from commands.i18n import Say
from domain.digest_scope import AccountChoice
from domain.weeks import Period, PeriodKind


def period_name(period: Period, say: Say) -> str:
    """A week or month within a sentence: "week 9 of 2018", "March 2018"."""
    if period.kind is PeriodKind.WEEKLY:
        return say("digest-name-week", week=str(period.number), year=str(period.year))
    return say.month(period.first)


def channel_link(channel: str, say: Say) -> str:
    """A mention of a channel; a direct conversation has no name to link to."""
    return f"<#{channel}>" if channel.startswith(("C", "G")) else say("digest-this-conversation")


def weekday_name(day: int, say: Say) -> str:
    """Monday (0) to Sunday (6)."""
    return say(f"digest-weekday-{day}")


def accounts_name(choice: AccountChoice, manager: str | None, say: Say) -> str:
    """Which accounts are reviewed; ``manager`` leads the team that it is about."""
    if choice.tiers:
        return say("digest-accounts-tiers", n=len(choice.tiers), tiers=", ".join(map(str, choice.tiers)))
    if choice.manager_id is not None:
        return say("digest-accounts-team", manager=manager or "–")
    return say("digest-accounts-all")
