"""The use cases of the set-up about working time and agreements: company hours, holidays, sources."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from commands.acts import note_act
from commands.context import Actor, Services
from commands.hours_fields import HoursShown, HoursTyped
from commands.i18n import country_of_zone
from commands.set_up.actions import finish
from commands.set_up.parse import SetHolidays, SetSources
from domain import holidays
from domain.calendars import STANDARD, CalendarSpec, Holidays
from domain.holiday_words import of_year, with_year
from domain.policy import to_json
from domain.set_up import Step
from domain.values import frozen
from storage import hours, people, policies, timers
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.hours import Hours
from storage.policies import PolicyTerms
from storage.set_up import SeenSource, lead_sources
from storage.tables import Calendar, SlaPolicy, Workspace


@frozen
class CompanyHours:
    """The company's hours as the forms show them. ``mark`` changes when they do; ``proposed`` holidays are not saved.

    ``years`` are those whose holidays are edited: this one and the next.
    """

    mark: str
    shown: HoursShown
    holidays: Holidays
    proposed: bool
    years: tuple[int, int]


@frozen
class SourceChoice:
    """A source, and the policy (id) that holds for it whatever its leads did; nothing when what they did decides."""

    seen: SeenSource
    policy_id: int | None


@frozen
class Sources:
    """The sources seen, and the policies to choose from (id and name)."""

    choices: tuple[SourceChoice, ...]
    policies: tuple[tuple[int, str], ...]


def company_hours(services: Services, actor: Actor) -> CompanyHours:
    """What stands, with the country of the workspace's zone and its holidays proposed where nobody chose yet."""
    with services.database.read() as connection:
        workspace = people.get_workspace(connection, actor.workspace_id)
        row = hours.company_hours(connection, actor.workspace_id)
    spec = hours.spec_in(row, workspace.tz)
    country = (row.country if row is not None else workspace.country) or country_of_zone(workspace.tz)
    if country not in holidays.countries():
        country = None
    region = row.region if row is not None else workspace.region
    years = years_of(services.now(), workspace.tz)
    found, proposed = Holidays(spec.holidays), False
    if row is None and country is not None:
        found, proposed = holidays.propose(country, region, years, workspace.locale), True
    return CompanyHours(_mark(row), HoursShown(spec.weekly, spec.dated, country, region), found, proposed, years)


def proposed_again(services: Services, actor: Actor, standing: CompanyHours) -> CompanyHours:
    """The same with the holidays that the country has now, in place of the edited ones. Nothing is saved."""
    country = standing.shown.country
    if country is None:
        return standing
    with services.database.read() as connection:
        locale = people.get_workspace(connection, actor.workspace_id).locale
    found = holidays.propose(country, standing.shown.region, standing.years, locale)
    return CompanyHours(standing.mark, standing.shown, found, proposed=True, years=standing.years)


def save_hours(services: Services, actor: Actor, typed: HoursTyped, shown: str, key: str) -> None:
    """The company's hours; another country or region brings its holidays. Deadlines move with them.

    Raises NotAnAdminError; StaleVersionError when they changed since the form was opened.
    """

    def act(work: UnitOfWork, workspace: Workspace, now: datetime) -> dict[str, Any]:
        row = _standing(work, actor, shown)
        before = hours.spec_in(row, workspace.tz)
        kept = Holidays(before.holidays)
        moved = row is None or (row.country, row.region) != (typed.country, typed.region)
        if moved:
            years = years_of(now, workspace.tz)
            kept = holidays.propose(typed.country, typed.region, years, workspace.locale) if typed.country else kept
        weekly = typed.weekly or STANDARD(workspace.tz).weekly
        spec = CalendarSpec(workspace.tz, weekly, typed.dated, kept)
        _save(work, actor, row, Hours(spec, typed.country, typed.region), now, "calendar")
        return {"country": typed.country, "region": typed.region}

    finish(services, actor, Step.HOURS, key, act)


def save_holidays(services: Services, actor: Actor, intent: SetHolidays, shown: str, key: str) -> None:
    """The company's holidays of the edited years; deadlines move with them. Raises as `save_hours`."""

    def act(work: UnitOfWork, workspace: Workspace, now: datetime) -> dict[str, Any]:
        row = _standing(work, actor, shown)
        before = hours.spec_in(row, workspace.tz)
        found: Mapping[date, str] = before.holidays
        for year, days in intent.years.items():
            found = with_year(found, year, days)
        country = row.country if row is not None else workspace.country or country_of_zone(workspace.tz)
        region = row.region if row is not None else workspace.region
        _save(work, actor, row, Hours(before.with_holidays(found), country, region), now, "holidays")
        return {}

    finish(services, actor, Step.HOLIDAYS, key, act)


def sources(services: Services, actor: Actor) -> Sources:
    """The sources that most leads came from, and the agreement chosen for each."""
    with services.database.write() as work:
        policies.ensure_defaults(work, actor.workspace_id, services.now())
        work.commit()
    with services.database.read() as connection:
        seen = lead_sources(connection, actor.workspace_id)
        known = [row for row, _spec_now in policies.list_policies(connection, actor.workspace_id)]
    by_source = {row.source: row for row in known if row.source and row.is_active and _is_own(row, row.source)}
    offered = [row for row in known if row.source is None and row.tier is None and row.is_active]
    base = {row.name: row.id for row in offered}
    return Sources(
        tuple(SourceChoice(each, _base_of(by_source.get(each.source), base)) for each in seen),
        tuple((row.id, row.name) for row in offered),
    )


def save_sources(services: Services, actor: Actor, intent: SetSources, key: str) -> None:
    """Which agreement holds for each source: a policy of its own that says what the chosen one says.

    What somebody agreed for a source in another way stays as it is: this step neither shows nor changes it.

    Raises NotAnAdminError; StaleVersionError when a policy changed at that moment.
    """

    def act(work: UnitOfWork, _workspace: Workspace, now: datetime) -> dict[str, Any]:
        known = policies.list_policies(work.connection, actor.workspace_id)
        specs = {row.id: (row, spec) for row, spec in known}
        for source, chosen in intent.policies.items():
            own = next(((row, spec) for row, spec in known if _is_own(row, source)), None)
            if chosen is not None and chosen in specs:
                base, spec = specs[chosen]
                terms = PolicyTerms(own_name(base.name, source), spec, base.position, source=source)
                if own is not None and own[0].is_active and own[0].name == terms.name:
                    continue  # the choice stands; times that were agreed for this source since stay
            elif own is not None and own[0].is_active:
                row, spec = own
                terms = PolicyTerms(row.name, spec, row.position, source, row.lead_type, row.tier, is_active=False)
            else:
                continue
            if own is None:
                policy_id, version = policies.add_policy(work, actor.workspace_id, terms, actor.member_id, now)
            else:
                policy_id, version = policies.change_policy(
                    work,
                    actor.workspace_id,
                    own[0].id,
                    terms,
                    expected_version=own[0].version,
                    by_id=actor.member_id,
                    now=now,
                )
            note_act(
                work,
                actor,
                "policy_added" if own is None else "policy_changed",
                ("policy", policy_id),
                now,
                {
                    "version": version,
                    "before": own and {"name": own[0].name, "is_active": own[0].is_active, "spec": to_json(own[1])},
                    "after": {"name": terms.name, "is_active": terms.is_active, "spec": to_json(terms.spec)},
                },
            )
        return {}

    finish(services, actor, Step.SOURCES, key, act)


def own_name(base: str, source: str) -> str:
    """The name of a policy for one source: after the one it was made of."""
    return f"{base}: {source}"


def years_of(now: datetime, tz: str) -> tuple[int, int]:
    """This year and the next, where the workspace is."""
    year = now.astimezone(ZoneInfo(tz)).year
    return year, year + 1


def ahead(spec: CalendarSpec, years: tuple[int, int]) -> int:
    """How many holidays those years have."""
    return sum(len(of_year(spec.holidays, year)) for year in years)


def _is_own(row: SlaPolicy, source: str) -> bool:
    """Whether this step made a policy, for ``source``."""
    return row.source == source and row.name.endswith(own_name("", source))


def _base_of(own: SlaPolicy | None, base: Mapping[str, int]) -> int | None:
    return None if own is None else base.get(own.name.partition(": ")[0])


def _standing(work: UnitOfWork, actor: Actor, shown: str) -> Calendar | None:
    row = hours.company_hours(work.connection, actor.workspace_id)
    if _mark(row) != shown:
        kind = "calendar"
        raise StaleVersionError(kind, actor.workspace_id)
    return row


def _save(work: UnitOfWork, actor: Actor, row: Calendar | None, wanted: Hours, now: datetime, because: str) -> None:
    version = row.version if row is not None else 0
    hours.save_company_hours(work, actor.workspace_id, wanted, expected_version=version, now=now)
    timers.recompute_for(work, actor.workspace_id, None, now, because, actor.member_id)


def _mark(row: Calendar | None) -> str:
    return str(row.version if row is not None else 0)
