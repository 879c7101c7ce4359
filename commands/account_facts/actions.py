"""The use cases: what is known of an account, and how that is changed; every change stands in the account's audit."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Final
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commands.account_facts.parse import FactAct, FactKind, SaveBuyer, SaveFacts, SaveSignal
from commands.acts import note_act
from commands.context import Actor, Services
from commands.members import only_members
from commands.once import once
from domain.buying_group import gaps, place
from domain.names import fold
from domain.taxonomy import BuyingRole, Relation
from domain.values import frozen
from storage import account_facts, accounts
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.tables import BuyingGroupPerson, IntentSignal

SUBJECT: Final = "account"
#: No buying group is larger; a form could not show it.
MOST_PEOPLE: Final = 40
_TABLES: Final[Mapping[FactKind, type[BuyingGroupPerson] | type[IntentSignal]]] = {
    FactKind.BUYER: BuyingGroupPerson,
    FactKind.SIGNAL: IntentSignal,
}


class KnownAlreadyError(Exception):
    """Somebody of that name is in the buying group."""


class TooManyError(Exception):
    """There are `MOST_PEOPLE` in the buying group."""


@frozen
class Buyer:
    """Somebody who has a say at an account."""

    id: int
    version: int
    name: str
    title: str
    role: BuyingRole


@frozen
class Signal:
    """What an account looked into on a day; ``source`` may be ""."""

    id: int
    version: int
    topic: str
    source: str
    seen_on: date


@frozen
class FactsCard:
    """All that is known of an account. ``said`` is absent where ``relation`` is what its deals say."""

    account_id: int
    version: int
    name: str
    tier: int | None
    relation: Relation
    said: Relation | None
    segment: str | None
    territory: str | None
    renewal_on: date | None
    people: tuple[Buyer, ...] = ()
    gaps: tuple[BuyingRole, ...] = ()
    signals: tuple[Signal, ...] = ()


def card_of(services: Services, actor: Actor, account_id: int) -> FactsCard:
    """What is known of the account at this moment: people by their part, signals the latest first."""
    with services.database.read() as connection:
        return _card(connection, actor, account_id)


def save_facts(services: Services, actor: Actor, intent: SaveFacts, key: str) -> None:
    """Store where an account belongs. Raises NotAMemberError for a guest; StaleVersionError."""
    wanted: dict[str, Any] = {
        "relation": None if intent.relation is None else intent.relation.value,
        "segment": intent.segment,
        "territory": intent.territory,
        "renewal_on": intent.renewal_on,
        "tier": intent.tier,
    }

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = accounts.get_account(work.connection, actor.workspace_id, intent.account_id)
        if before.id != intent.account_id:  # merged since: what the form shows is another account now
            raise StaleVersionError(SUBJECT, intent.account_id)
        changes = {column: value for column, value in wanted.items() if getattr(before, column) != value}
        if changes or before.version != intent.version:
            accounts.change_account(work, actor.workspace_id, before.id, changes, expected_version=intent.version)
            was = {column: getattr(before, column) for column in changes}
            _note(work, services, actor, "account_facts_changed", before.id, was, changes)
        return {}

    _once(services, actor, key, act)


def save_buyer(services: Services, actor: Actor, intent: SaveBuyer, key: str) -> None:
    """Store somebody who has a say.

    Raises NotAMemberError for a guest; `KnownAlreadyError`; `TooManyError`; StaleVersionError.
    """
    terms = {"name": intent.name, "title": intent.title, "role": intent.role.value}

    def act(work: UnitOfWork) -> dict[str, Any]:
        account = accounts.get_account(work.connection, actor.workspace_id, intent.account_id)
        known = account_facts.people_of(work.connection, actor.workspace_id, account.id)
        if any(fold(each.name) == fold(intent.name) for each in known if each.id != intent.fact_id):
            raise KnownAlreadyError
        if intent.fact_id is None and len(known) >= MOST_PEOPLE:
            raise TooManyError
        return _save(work, services, actor, account.id, FactKind.BUYER, intent.fact_id, intent.version, terms)

    _once(services, actor, key, act)


def save_signal(services: Services, actor: Actor, intent: SaveSignal, key: str) -> None:
    """Store what an account looked into. Raises NotAMemberError for a guest; StaleVersionError."""
    terms = {"topic": intent.topic, "source": intent.source, "seen_on": intent.seen_on}

    def act(work: UnitOfWork) -> dict[str, Any]:
        account = accounts.get_account(work.connection, actor.workspace_id, intent.account_id)
        return _save(work, services, actor, account.id, FactKind.SIGNAL, intent.fact_id, intent.version, terms)

    _once(services, actor, key, act)


def remove(services: Services, actor: Actor, intent: FactAct, key: str) -> None:
    """Take somebody or something off the card; the audit keeps it. Raises NotAMemberError; StaleVersionError."""
    table = _TABLES[intent.kind]
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = account_facts.get_fact(work.connection, table, actor.workspace_id, intent.fact_id)
        account_facts.change_fact(
            work, table, actor.workspace_id, before.id, {"removed_at": now}, expected_version=intent.version
        )
        _note(work, services, actor, f"{intent.kind.value}_removed", before.account_id, _terms(before), {})
        return {}

    _once(services, actor, key, act)


def account_of(services: Services, actor: Actor, intent: FactAct) -> int:
    """Whose person or signal it is, removed ones too. Raises NoResultFound."""
    with services.database.read() as connection:
        return account_facts.get_fact(connection, _TABLES[intent.kind], actor.workspace_id, intent.fact_id).account_id


def today_of(services: Services, actor: Actor) -> date:
    """The day it is where the person is."""
    return services.now().astimezone(ZoneInfo(actor.tz)).date()


def _save(
    work: UnitOfWork,
    services: Services,
    actor: Actor,
    account_id: int,
    kind: FactKind,
    fact_id: int | None,
    version: int,
    terms: dict[str, Any],
) -> dict[str, Any]:
    table, now = _TABLES[kind], services.now()
    if fact_id is None:
        account_facts.add_fact(work, table, actor.workspace_id, account_id, terms, actor.member_id, now)
        _note(work, services, actor, f"{kind.value}_added", account_id, {}, terms)
        return {}
    before = account_facts.get_fact(work.connection, table, actor.workspace_id, fact_id)
    changes = {name: value for name, value in terms.items() if getattr(before, name) != value}
    account_facts.change_fact(work, table, actor.workspace_id, fact_id, changes, expected_version=version)
    if changes:
        was = {name: getattr(before, name) for name in changes}
        called = _terms(before)["name" if kind is FactKind.BUYER else "topic"]
        _note(work, services, actor, f"{kind.value}_changed", before.account_id, was, changes, called)
    return {}


def _once(services: Services, actor: Actor, key: str, act: Callable[[UnitOfWork], dict[str, Any]]) -> None:
    def only_by_members(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        return act(work)

    once(services, actor, key, only_by_members)


def _card(connection: Connection, actor: Actor, account_id: int) -> FactsCard:
    account = accounts.get_account(connection, actor.workspace_id, account_id)
    said = Relation(account.relation) if account.relation else None
    won = said is None and account_facts.has_won(connection, actor.workspace_id, account.id)
    people = [
        Buyer(each.id, each.version, each.name, each.title, BuyingRole(each.role))
        for each in account_facts.people_of(connection, actor.workspace_id, account.id)
    ]
    signals = account_facts.signals_of(connection, actor.workspace_id, account.id)
    return FactsCard(
        account.id,
        account.version,
        account.name,
        account.tier,
        said or (Relation.CUSTOMER if won else Relation.PROSPECT),
        said,
        account.segment,
        account.territory,
        account.renewal_on,
        tuple(sorted(people, key=lambda each: place(each.role))),
        gaps(each.role for each in people),
        tuple(Signal(each.id, each.version, each.topic, each.source, each.seen_on) for each in signals),
    )


def _terms(fact: BuyingGroupPerson | IntentSignal) -> dict[str, Any]:
    if isinstance(fact, BuyingGroupPerson):
        return {"name": fact.name, "title": fact.title, "role": fact.role}
    return {"topic": fact.topic, "source": fact.source, "seen_on": fact.seen_on}


def _note(
    work: UnitOfWork,
    services: Services,
    actor: Actor,
    action: str,
    account_id: int,
    before: Mapping[str, Any],
    after: Mapping[str, Any],
    called: str | None = None,
) -> None:
    """``called`` says whose change it is where ``before`` and ``after`` have only what changed."""
    data: dict[str, Any] = {"before": _as_json(before), "after": _as_json(after)}
    if called is not None:
        data["called"] = called
    note_act(work, actor, action, (SUBJECT, account_id), services.now(), data)


def _as_json(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in values.items()}
