"""The use cases about agreements: read them, save one, stop it or take it up again."""

from dataclasses import replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection

from commands.acts import note_act
from commands.context import Actor, Services
from commands.members import may_decide, only_deciders
from commands.once import once
from commands.sla.parse import FIELDS, SavePolicy, SwitchPolicy
from domain.ladder import FAST, STANDARD, Rung
from domain.names import fold
from domain.policy import Lane, PolicySpec, to_json
from domain.values import frozen
from storage import people, policies, set_up
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.policies import PolicyTerms
from storage.tables import SlaPolicy

SUBJECT: Final = "policy"
_LADDERS: Final = {Lane.FAST: FAST, Lane.STANDARD: STANDARD}
_SOURCES: Final = 200


class NameTakenError(Exception):
    """Another agreement of this workspace has that name."""


@frozen
class PolicyCard:
    """An agreement as it stands. ``changed_by`` is a Slack user id; nobody when it is as every workspace begins."""

    id: int
    version: int
    name: str
    lead_type: str | None
    source: str | None
    tier: int | None
    is_active: bool
    spec: PolicySpec
    changed_by: str | None
    changed_at: datetime


@frozen
class Standing:
    """All agreements in their order, and whether the one who asks may change them."""

    policies: tuple[PolicyCard, ...]
    may: bool


@frozen
class Saved:
    """What was stored, and how it stood before (nothing for a new one)."""

    now: PolicyCard
    before: PolicyCard | None


def standing(services: Services, actor: Actor) -> Standing:
    """All agreements. A workspace that has none yet gets those that every workspace begins with."""
    with services.database.read() as connection:
        found = _cards(connection, actor)
        may = may_decide(connection, actor)
    if not found:
        with services.database.write() as work:
            policies.ensure_defaults(work, actor.workspace_id, services.now())
            work.commit()
        with services.database.read() as connection:
            found = _cards(connection, actor)
    return Standing(found, may)


def card_of(services: Services, actor: Actor, policy_id: int) -> PolicyCard:
    """One agreement as it stands. Raises NoResultFound."""
    with services.database.read() as connection:
        return _card(connection, actor, policy_id)


def card_as_of(services: Services, actor: Actor, policy_id: int, version: int) -> PolicyCard:
    """What a version of an agreement said, for the leads that it is for now."""
    with services.database.read() as connection:
        card = _card(connection, actor, policy_id)
        spec = policies.specs_of(connection, actor.workspace_id, {(policy_id, version)})[policy_id, version]
    return replace(card, version=version, spec=spec)


def sources(services: Services, actor: Actor) -> list[str]:
    """Keys of the sources that leads came from, the largest first, and of those that agreements name."""
    with services.database.read() as connection:
        seen = [each.source for each in set_up.lead_sources(connection, actor.workspace_id, limit=_SOURCES)]
        named = [row.source for row, _spec in policies.list_policies(connection, actor.workspace_id) if row.source]
    return list(dict.fromkeys([*seen, *named]))


def admins(services: Services, actor: Actor) -> list[str]:
    """Slack user ids of a few admins: whom to ask."""
    with services.database.read() as connection:
        return people.list_admins(connection, actor.workspace_id)


def save(services: Services, actor: Actor, intent: SavePolicy, key: str) -> Saved:
    """Store a new agreement, or a new version of one; what runs keeps the version it was made under.

    Raises NotADeciderError; NameTakenError; PolicyError for what makes no sense; StaleVersionError when it changed
    since the form was opened.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        policies.ensure_defaults(work, actor.workspace_id, now)
        known = policies.list_policies(work.connection, actor.workspace_id)
        standing_now = next(((row, spec) for row, spec in known if row.id == intent.policy_id), None)
        _free_name(intent, [row for row, _spec in known])
        terms = _terms(intent, standing_now, len(known))
        if standing_now is None:
            policy_id, version = policies.add_policy(work, actor.workspace_id, terms, actor.member_id, now)
            _note(work, actor, policy_id, version, "policy_added", None, terms, now)
            return {"policy": policy_id, "before": None}
        row, spec = standing_now
        before = _terms_of(row, spec)
        if row.version == intent.version and before == terms:
            return {"policy": row.id, "before": row.version}
        policy_id, version = policies.change_policy(
            work,
            actor.workspace_id,
            row.id,
            terms,
            expected_version=intent.version,
            by_id=actor.member_id,
            now=now,
        )
        _note(work, actor, policy_id, version, "policy_changed", before, terms, now)
        return {"policy": policy_id, "before": row.version}

    before = None
    if intent.policy_id is not None:
        before = card_of(services, actor, intent.policy_id)
    outcome, _replayed = once(services, actor, key, act)
    return Saved(card_of(services, actor, int(outcome["policy"])), before)


def switch(services: Services, actor: Actor, intent: SwitchPolicy, key: str) -> PolicyCard:
    """Stop an agreement or take it up again. Raises NotADeciderError; StaleVersionError when it changed meanwhile."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        known = policies.list_policies(work.connection, actor.workspace_id)
        found = next(((row, spec) for row, spec in known if row.id == intent.policy_id), None)
        if found is None:
            raise StaleVersionError(SUBJECT, intent.policy_id)
        before = _terms_of(*found)
        terms = replace(before, is_active=intent.is_active)
        _policy_id, version = policies.change_policy(
            work,
            actor.workspace_id,
            intent.policy_id,
            terms,
            expected_version=intent.version,
            by_id=actor.member_id,
            now=now,
        )
        action = "policy_started" if intent.is_active else "policy_stopped"
        _note(work, actor, intent.policy_id, version, action, before, terms, now)
        return {}

    once(services, actor, key, act)
    return card_of(services, actor, intent.policy_id)


def _free_name(intent: SavePolicy, rows: list[SlaPolicy]) -> None:
    taken = {fold(row.name) for row in rows if row.id != intent.policy_id}
    if intent.name is not None and fold(intent.name) in taken:
        raise NameTakenError


def _terms(intent: SavePolicy, found: tuple[SlaPolicy, PolicySpec] | None, count: int) -> PolicyTerms:
    """What is to hold: what the form says, and of what it does not show, what holds."""
    row, spec = found or (None, None)
    kept = {kind: limit for kind, limit in spec.timers.items() if kind not in FIELDS} if spec else {}
    said = PolicySpec(
        intent.lane,
        {**kept, **intent.limits},
        _ladder(intent.lane, spec),
        intent.reassigns,
        intent.is_shadow,
    )
    return PolicyTerms(
        name=intent.name or (row.name if row else ""),
        spec=said,
        position=row.position if row else count,
        source=intent.source,
        lead_type=intent.lead_type,
        tier=intent.tier,
        is_active=row.is_active if row else True,
    )


def _ladder(lane: Lane, spec: PolicySpec | None) -> tuple[Rung, ...]:
    """The lane's own ladder; one that was made by hand (from a file) stays."""
    if spec is None or spec.ladder == _LADDERS[spec.lane]:
        return _LADDERS[lane]
    return spec.ladder


def _terms_of(row: SlaPolicy, spec: PolicySpec) -> PolicyTerms:
    return PolicyTerms(row.name, spec, row.position, row.source, row.lead_type, row.tier, row.is_active)


def _note(
    work: UnitOfWork,
    actor: Actor,
    policy_id: int,
    version: int,
    action: str,
    before: PolicyTerms | None,
    after: PolicyTerms,
    now: datetime,
) -> None:
    note_act(
        work,
        actor,
        action,
        (SUBJECT, policy_id),
        now,
        {"version": version, "before": before and _told(before), "after": _told(after)},
    )


def _told(terms: PolicyTerms) -> dict[str, object]:
    scope = {"source": terms.source, "lead_type": terms.lead_type, "tier": terms.tier}
    return {"name": terms.name, **scope, "is_active": terms.is_active, "spec": to_json(terms.spec)}


def _card(connection: Connection, actor: Actor, policy_id: int) -> PolicyCard:
    row = policies.get_policy(connection, actor.workspace_id, policy_id)
    spec = policies.specs_of(connection, actor.workspace_id, {(row.id, row.version)})[row.id, row.version]
    return _drawn(connection, actor, [(row, spec)])[0]


def _cards(connection: Connection, actor: Actor) -> tuple[PolicyCard, ...]:
    return _drawn(connection, actor, policies.list_policies(connection, actor.workspace_id))


def _drawn(connection: Connection, actor: Actor, found: list[tuple[SlaPolicy, PolicySpec]]) -> tuple[PolicyCard, ...]:
    changes = policies.changes_of(connection, actor.workspace_id, {(row.id, row.version) for row, _spec in found})
    authors = {by_id for by_id, _at in changes.values() if by_id is not None}
    named = people.names_of(connection, actor.workspace_id, authors)
    return tuple(
        PolicyCard(
            id=row.id,
            version=row.version,
            name=row.name,
            lead_type=row.lead_type,
            source=row.source,
            tier=row.tier,
            is_active=row.is_active,
            spec=spec,
            changed_by=named.get(changes[row.id, row.version][0] or 0),
            changed_at=changes[row.id, row.version][1],
        )
        for row, spec in found
    )
