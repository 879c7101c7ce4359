"""What `/lazo ask` may look up of handoffs: the asker's open ones, those of whom they lead, or a company's."""

from dataclasses import replace
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from commands import blocks
from commands.context import Actor, Services
from commands.handoff.lists import OpenList, found_by_name, open_list
from commands.i18n import Say
from commands.lookups import Fact, Found, Lookup, Lookups, Wanted, day_times
from storage.handoff_lists import Listed

_NAME: Final = 60


def lookups(services: Services) -> Lookups:
    """By name."""
    return {
        "handoffs": Lookup(
            "Open handoffs of the person who asks, what is due first in front; of the people they lead with by=team;"
            " or how the handoffs of one company stand, with account.",
            partial(_handoffs, services),
        )
    }


def _handoffs(services: Services, actor: Actor, wanted: Wanted) -> Found:
    say = services.say(actor)
    if wanted.account:
        found = found_by_name(services, actor, wanted.account)
        return Found(
            tuple(
                _fact(say, shown.card.id, shown.card.lead.company, shown.card.lead.name, shown.card.state.value)
                for shown in found.handoffs
            ),
            say("lookup-handoffs-meaning"),
        )
    listed = open_list(services, actor, "team" if wanted.by == "team" else "mine")
    facts = [_counted(say, listed), *(_listed(say, actor.tz, item) for item in listed.items)]
    return Found(tuple(facts), say("lookup-handoffs-meaning"))


def _counted(say: Say, listed: OpenList) -> Fact:
    counted = listed.counted
    key = "lookup-handoffs-team" if listed.is_team else "lookup-handoffs-mine"
    text = say(key, n=counted.open, count=say.number(counted.open), late=say.number(counted.late))
    return Fact(f"handoffs:{'team' if listed.is_team else 'mine'}", text)


def _listed(say: Say, tz: str, item: Listed) -> Fact:
    fact = _fact(say, item.id, item.company, item.name, item.state)
    if item.due_at is None or item.is_paused:
        return fact
    when = say.moment(item.due_at, tz)
    text = say("lookup-handoff-due", handoff=fact.text, what=say(f"owed-{item.due_kind}"), when=when)
    return replace(fact, text=text, times=(when, *day_times(say, item.due_at.astimezone(ZoneInfo(tz)).date())))


def _fact(say: Say, handoff_id: int, company: str | None, contact: str | None, state: str) -> Fact:
    named = [blocks.one_line(each, _NAME) for each in (company, contact) if each and each.strip()]
    lead = " · ".join(named) or say("handoff-no-company")
    return Fact(
        f"handoff:{handoff_id}",
        say("lookup-handoff", lead=lead, state=say(f"hstatus-{state}")),
        names=tuple(named),
        people=(blocks.one_line(contact, _NAME),) if contact and contact.strip() else (),
    )
