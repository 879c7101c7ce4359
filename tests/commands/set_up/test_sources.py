"""The step of sources: what it chose before it may change, what people agreed in another way it leaves alone."""

from dataclasses import replace

from commands.set_up import company
from commands.set_up.parse import SetSources
from domain.durations import Duration
from domain.policy import Limit, PolicySpec, TimerKind
from storage import policies
from storage.database import Database
from storage.policies import PolicyTerms
from storage.tables import SlaPolicy
from tests.commands.promises.desk import Desk


def test_what_people_agreed_for_a_source_stays(database: Database) -> None:
    desk = Desk(database)
    admin = desk.actor("UADMIN", is_admin=True)
    base = standing(desk)["standard"]
    quick = replace(base[1], timers={TimerKind.ACCEPT: Limit(None, Duration.business(10))})
    with database.write() as work:
        terms = PolicyTerms("Fairs, demo", quick, 9, source="fair", lead_type="demo_request")
        policies.add_policy(work, desk.id, terms, None, desk.now)
        work.commit()
    before = told(desk, "Fairs, demo")

    company.save_sources(desk.services, admin, SetSources({"fair": None}), desk.key())
    assert told(desk, "Fairs, demo") == before
    company.save_sources(desk.services, admin, SetSources({"fair": base[0].id}), desk.key())
    assert told(desk, "Fairs, demo") == before
    assert told(desk, "standard: fair") == (True, "fair", None, base[1])


def test_times_agreed_since_for_a_source_stay_while_the_choice_does(database: Database) -> None:
    desk = Desk(database)
    admin = desk.actor("UADMIN", is_admin=True)
    base = standing(desk)["standard"]
    company.save_sources(desk.services, admin, SetSources({"fair": base[0].id}), desk.key())
    own = standing(desk)["standard: fair"][0]
    quick = replace(base[1], timers={TimerKind.ACCEPT: Limit(None, Duration.business(10))})
    with database.write() as work:
        terms = PolicyTerms(own.name, quick, own.position, source="fair")
        policies.change_policy(work, desk.id, own.id, terms, expected_version=1, by_id=None, now=desk.now)
        work.commit()

    company.save_sources(desk.services, admin, SetSources({"fair": base[0].id}), desk.key())
    assert told(desk, "standard: fair") == (True, "fair", None, quick)
    company.save_sources(desk.services, admin, SetSources({"fair": None}), desk.key())
    assert told(desk, "standard: fair") == (False, "fair", None, quick)


def standing(desk: Desk) -> dict[str, tuple[SlaPolicy, PolicySpec]]:
    with desk.database.write() as work:
        policies.ensure_defaults(work, desk.id, desk.now)
        found = policies.list_policies(work.connection, desk.id)
        work.commit()
    return {row.name: (row, spec) for row, spec in found}


def told(desk: Desk, name: str) -> tuple[bool, str | None, str | None, PolicySpec]:
    row, spec = standing(desk)[name]
    return row.is_active, row.source, row.lead_type, spec
