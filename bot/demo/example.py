"""The example workspace: invented accounts, objections, leads and deals, dated back from the demo's now.

Every company is made up. The same moment always gives the same data.
"""

import csv
import random
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any, Final

from domain.names import fold
from domain.taxonomy import DealOutcome, LeadType, Team
from domain.values import frozen
from domain.weeks import IsoWeek, local_moment, week_of

#: The zone in which the example company's weeks are cut.
TZ: Final = "Europe/Madrid"
_SEED: Final = 20_260_302
_WORKDAYS: Final = 5


@frozen
class ExampleAccount:
    """A company, with its owners by handle; nobody's marketing owner shows what the marketing channel is for."""

    name: str
    sales: str
    marketing: str | None
    tier: int | None = None
    territory: str | None = None


@frozen
class ExampleObjection:
    """One objection: who logged it when, and what was said. Codes are those of `domain.taxonomy`."""

    who: str
    at: datetime
    account: str
    values: Mapping[str, str | None]


@frozen
class ExampleSource:
    """Where leads come from: MQLs a week (oldest of eight first, this week last), their usual number, and luck."""

    name: str
    recent: tuple[int, int, int, int, int, int, int, int]
    usual: tuple[int, ...]
    won: float
    campaign: str
    action: str
    lead_type: LeadType


@frozen
class ExampleMember:
    """What somebody is in the team, all by handle."""

    name: str
    team: Team
    manager: str | None = None
    backup: str | None = None
    is_manager: bool = False


TEAM: Final = (
    ExampleMember("ana", Team.SALES, "carmen", "tom"),
    ExampleMember("tom", Team.SALES, "carmen", "ana"),
    ExampleMember("lucia", Team.SALES, "carmen", "ana"),
    ExampleMember("carmen", Team.SALES, is_manager=True),
    ExampleMember("marta", Team.MARKETING, "joe"),
    ExampleMember("joe", Team.MARKETING, is_manager=True),
)

ACCOUNTS: Final = (
    ExampleAccount("Talleres Ibarra", "ana", "marta", 1, "ES"),
    ExampleAccount("Aceros Montalbán", "ana", "marta"),
    ExampleAccount("Clínicas Valdeluz", "ana", "marta"),
    ExampleAccount("Logística Miramar", "ana", "marta"),
    ExampleAccount("Brightwater Foods", "tom", "joe"),
    ExampleAccount("Harlow Freight", "tom", "marta", 1, "UK"),
    ExampleAccount("Kestrel Energy", "tom", "joe", 2, "UK"),
    ExampleAccount("Pemberton Group", "tom", None),
    ExampleAccount("Grupo Alborada", "lucia", "marta", 2, "MX"),
    ExampleAccount("Cementos del Golfo", "lucia", "marta", 3, "MX"),
    ExampleAccount("Frutas Tepeyac", "lucia", "joe"),
    ExampleAccount("Northgate Clinics", "carmen", "joe"),
)

#: This week: the webinar filled up, paid search broke down, the rest went on as it does.
SOURCES: Final = (
    ExampleSource(
        "organic_search", (8, 7, 9, 8, 8, 9, 8, 8), (7, 8, 7), 0.12, "Route guide", "guide downloaded", LeadType.CONTENT
    ),
    ExampleSource(
        "paid_search",
        (7, 8, 7, 8, 9, 8, 8, 3),
        (7, 6, 8),
        0.08,
        "Brand and rivals",
        "demo asked for",
        LeadType.DEMO_REQUEST,
    ),
    ExampleSource(
        "social",
        (4, 5, 4, 5, 5, 4, 6, 5),
        (5, 4),
        0.03,
        "Dispatchers of the year",
        "checklist downloaded",
        LeadType.CONTENT,
    ),
    ExampleSource(
        "email",
        (4, 4, 5, 3, 4, 5, 4, 5),
        (4, 3, 4),
        0.09,
        "Monthly letter",
        "price page visited",
        LeadType.PRICING_REQUEST,
    ),
    ExampleSource(
        "webinar",
        (0, 7, 0, 0, 1, 0, 1, 11),
        (0, 0, 4, 0),
        0.15,
        "Planning in peak season",
        "webinar attended",
        LeadType.EVENT,
    ),
    ExampleSource(
        "referral", (2, 1, 2, 1, 2, 1, 2, 2), (1, 1, 2), 0.25, "", "recommended by a customer", LeadType.REFERRAL
    ),
)
_RECENT_WEEKS: Final = 8
#: Far enough back for a cohort that is old enough to be judged: 180 days before the end of the week.
_WEEKS: Final = 27
_FIRST: Final = ("Alto", "Blue", "Casa", "Delta", "Este", "Fair", "Gran", "Hill", "Isla", "Junction", "Kite", "Luz")
_PEOPLE: Final = (
    "Laura Pérez",
    "Hugo Sanz",
    "Emma Clarke",
    "Raúl Ortega",
    "Sofía Marín",
    "Ben Walsh",
    "Nuria Vega",
    "Iván Soto",
    "Grace Hall",
    "Pablo Rey",
    "Elena Gil",
)
_SECOND: Final = ("Logistics", "Servicios", "Facilities", "Montajes", "Foods", "Clima", "Transport", "Reformas", "Care")


def week_of_demo(now: datetime) -> IsoWeek:
    """The week that the demo plays in: the next digest is about it."""
    return week_of(now, TZ)


def example_objections(now: datetime) -> list[ExampleObjection]:
    """What was logged in the last eight weeks before ``now``."""
    monday = week_of_demo(now).monday
    text = files("bot.demo").joinpath("objections.csv").read_text(encoding="utf-8")
    made = []
    for row in csv.DictReader(text.splitlines()):
        hours, minutes = row.pop("time").split(":")
        day = monday - timedelta(weeks=int(row.pop("weeks_ago"))) + timedelta(days=int(row.pop("day")))
        at = local_moment(day, int(hours) * 60 + int(minutes), TZ)
        who, account = row.pop("who"), row.pop("account")
        if at < now:
            made.append(ExampleObjection(who, at, account, {key: value or None for key, value in row.items()}))
    return made


def example_leads(now: datetime) -> list[dict[str, Any]]:
    """Leads as rows of the table ``leads``: half a year of MQLs up to ``now``."""
    chance = random.Random(_SEED)  # noqa: S311 - example data, the same each time
    return [lead for lead in _leads(week_of_demo(now), chance) if lead["mql_at"] < now]


def example_deals(leads: list[dict[str, Any]], now: datetime) -> list[dict[str, Any]]:
    """Deals of ``leads`` as rows of the table ``deals``, but for their lead: won or lost some weeks after the MQL."""
    chance = random.Random(_SEED + 1)  # noqa: S311 - example data, the same each time
    luck = {source.name: source.won for source in SOURCES}
    made = []
    for lead in leads:
        drawn, days, size = chance.random(), chance.randint(12, 70), chance.randint(8, 60)
        won = drawn < luck[lead["source"]]
        lost = not won and drawn > 0.85  # noqa: PLR2004 - about one in seven is lost in writing, the others fade away
        closed_at = lead["mql_at"] + timedelta(days=days)
        if (won or lost) and closed_at < now:
            reasons = (DealOutcome.LOST_COMPETITOR, DealOutcome.LOST_NO_DECISION, DealOutcome.LOST_OTHER)
            outcome = DealOutcome.WON if won else reasons[days % len(reasons)]
            made.append(
                {
                    "external_id": f"D-{lead['external_id']}",
                    "name": lead["company"],
                    "lead": lead["external_id"],
                    "outcome": outcome.value,
                    "opened_at": lead["mql_at"] + timedelta(days=days // 3),
                    "closed_at": closed_at,
                    "amount_minor": size * 100_000,
                    "currency": "EUR",
                }
            )
    return made


def _leads(current: IsoWeek, chance: random.Random) -> Iterator[dict[str, Any]]:
    for back in range(_WEEKS - 1, -1, -1):
        monday = current.shift(-back).monday
        for source in SOURCES:
            recent = back < _RECENT_WEEKS
            count = source.recent[_RECENT_WEEKS - 1 - back] if recent else source.usual[back % len(source.usual)]
            for number in range(count):
                # This week's stand at its beginning, so that the demo's Thursday has them all behind it.
                day = monday + timedelta(days=number % (_WORKDAYS if back else 3))
                at = local_moment(day, chance.randint(8 * 60, 19 * 60), TZ)
                person, company = _PEOPLE[number % len(_PEOPLE)], f"{chance.choice(_FIRST)} {chance.choice(_SECOND)}"
                first, _, family = fold(person).partition(" ")
                yield {
                    "external_id": f"EX-{monday:%y%m%d}-{source.name[:3]}-{number:02d}",
                    "name": person,
                    "company": company,
                    "email": f"{first}.{family.replace(' ', '')}@{fold(company).replace(' ', '-')}.example",
                    "phone": f"+34 555 01{chance.randint(10, 99)} {chance.randint(10, 99)}",
                    "lead_type": source.lead_type.value,
                    "source": source.name,
                    "campaign": source.campaign or None,
                    "action": source.action,
                    "action_at": at,
                    "mql_at": at,
                    "score": chance.randint(50, 95),
                }
