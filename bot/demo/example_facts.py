"""What is known of the example's accounts: who decides there, what they look into, when they renew."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.demo.example import TZ
from domain.taxonomy import BuyingRole
from domain.values import frozen
from storage import account_facts, accounts
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.tables import BuyingGroupPerson, IntentSignal


@frozen
class ExampleFacts:
    """One account: people (name, title, role), signals (topic, source, days ago), days until it renews; by a handle."""

    account: str
    by: str
    segment: str
    people: tuple[tuple[str, str, BuyingRole], ...] = ()
    signals: tuple[tuple[str, str, int], ...] = ()
    renews_in: int | None = None


FACTS: Final = (
    ExampleFacts(
        "Harlow Freight",
        "tom",
        "Logistics",
        (
            ("Grace Okafor", "Head of Operations", BuyingRole.CHAMPION),
            ("Neil Baxter", "IT manager", BuyingRole.TECHNICAL_EVALUATOR),
        ),
        (("pricing", "pricing page", 6), ("migration from Pipewise", "webinar", 18)),
    ),
    ExampleFacts(
        "Talleres Ibarra",
        "ana",
        "Industria",
        (("Iñaki Ibarra", "Director general", BuyingRole.ECONOMIC_BUYER),),
        (("costes de cambiar de herramienta", "descarga", 3),),
    ),
    ExampleFacts(
        "Grupo Alborada",
        "lucia",
        "Alimentación",
        (
            ("Rosa Lemus", "Directora comercial", BuyingRole.CHAMPION),
            ("Óscar Prieto", "Director financiero", BuyingRole.ECONOMIC_BUYER),
            ("Marina Solís", "Responsable de sistemas", BuyingRole.TECHNICAL_EVALUATOR),
        ),
        renews_in=55,
    ),
)


def seed_facts(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    members: Mapping[str, int],
    account_ids: Mapping[str, int],
    now: datetime,
) -> None:
    """Store all of it in the transaction of the rest."""
    today = now.astimezone(ZoneInfo(TZ)).date()
    for each in FACTS:
        account_id, by_id = account_ids[each.account], members[each.by]
        renewal_on = None if each.renews_in is None else today + timedelta(days=each.renews_in)
        account = accounts.get_account(work.connection, workspace_id, account_id)
        changes = {"segment": each.segment, "renewal_on": renewal_on}
        accounts.change_account(work, workspace_id, account_id, changes, expected_version=account.version)
        for name, title, role in each.people:
            person = {"name": name, "title": title, "role": role.value}
            account_facts.add_fact(work, BuyingGroupPerson, workspace_id, account_id, person, by_id, now)
        for topic, source, ago in each.signals:
            signal = {"topic": topic, "source": source, "seen_on": today - timedelta(days=ago)}
            account_facts.add_fact(work, IntentSignal, workspace_id, account_id, signal, by_id, now)
