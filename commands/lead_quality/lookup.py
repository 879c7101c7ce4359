"""What `/lazo ask` may look up of leads: how good those of each source and campaign are, and why some came back."""

from functools import partial
from typing import Final

from commands.context import Actor, Services
from commands.lookups import Fact, Found, Lookup, Lookups, Wanted, period_of, period_said, period_times
from commands.quality_words import campaign_name, quality_said, source_name
from domain.lead_quality import lead_quality
from domain.metrics import MINIMUM_N
from storage.lead_ratings import quality_facts
from storage.people import get_workspace

_LINES: Final = 12


def lookups(services: Services) -> Lookups:
    """By name."""
    return {
        "lead_quality": Lookup(
            "How good the leads of each source or campaign are (fit and intent), how many came back and why. Heeds by"
            " (source or campaign) and weeks.",
            partial(_lead_quality, services),
        )
    }


def _lead_quality(services: Services, actor: Actor, wanted: Wanted) -> Found:
    say = services.say(actor)
    with services.database.read() as connection:
        tz = get_workspace(connection, actor.workspace_id).tz
        period = period_of(wanted, services.now(), tz)
        quality = lead_quality(quality_facts(connection, actor.workspace_id, period))
    by_campaign = wanted.by == "campaign"
    lines, name = (quality.campaigns, campaign_name) if by_campaign else (quality.sources, source_name)
    facts, times = [], period_times(say, wanted)
    for number, line in enumerate(lines[:_LINES], 1):
        called = name(say, line.key)
        text = say("lookup-quality", source=called, quality=quality_said(say, line), period=period_said(say, wanted))
        facts.append(
            Fact(f"leads:{'campaign' if by_campaign else 'source'}:{number}", text, names=(called,), times=times)
        )
    meaning = say("lookup-quality-meaning", period=period_said(say, wanted), n=MINIMUM_N)
    return Found(tuple(facts), meaning)
