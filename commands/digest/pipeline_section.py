"""The monthly digest's pipeline: deals opened, won and lost against the months before, and what stands open."""

from collections.abc import Mapping
from decimal import Decimal

from commands import blocks
from commands.blocks import Json
from commands.digest.trends import trend_said
from commands.i18n import Say
from domain.csv_values import minor_digits
from domain.digest import WeeklyDigest
from domain.digest_scope import Section
from domain.pipeline import Pipeline


def pipeline_rows(digest: WeeklyDigest, say: Say) -> list[Json]:
    """The section; nothing in a weekly digest, or in a month without deals."""
    if digest.pipeline is None or not digest.has(Section.PIPELINE):
        return []
    found = digest.pipeline
    opened, lost = say.number(found.opened.count), say.number(found.lost.count)
    lines = [
        say("digest-pipeline-opened", count=opened, trend=trend_said(found.opened, "month", say)),
        say(
            "digest-pipeline-won",
            count=_with_amounts(found.won.count, found.won_amounts, say),
            trend=trend_said(found.won, "month", say),
        ),
        say("digest-pipeline-lost", count=lost, trend=trend_said(found.lost, "month", say)),
        say("digest-pipeline-rate", rate=_win_rate(found, say)),
        say("digest-pipeline-standing", count=_with_amounts(found.standing, found.standing_amounts, say)),
    ]
    return [blocks.divider(), blocks.section("\n".join([say("digest-pipeline"), *(f"• {line}" for line in lines)]))]


def _with_amounts(count: int, amounts: Mapping[str, int], say: Say) -> str:
    if not amounts:
        return say.number(count)
    told = [say.money(Decimal(minor).scaleb(-minor_digits(code)), code) for code, minor in sorted(amounts.items())]
    return f"{say.number(count)} ({', '.join(told)})"


def _win_rate(found: Pipeline, say: Say) -> str:
    rate, conversion = found.win_rate.rate(), found.win_rate
    if rate is None:
        return say("digest-rate-few", n=say.number(conversion.n))
    return say("digest-rate", rate=say.percent(rate), won=say.number(conversion.won), n=say.number(conversion.n))
