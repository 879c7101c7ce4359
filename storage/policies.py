"""Agreements on response times: chosen at an offer, kept in versions that never change."""

from collections.abc import Collection, Mapping
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, insert, select, update
from sqlmodel import Session, col

from domain.policy import DEFAULTS, Candidate, PolicySpec, choose, from_json, to_json
from domain.values import frozen
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.ids import WorkspaceId, new_id
from storage.tables import SlaPolicy, SlaPolicyVersion
from storage.upsert import upsert

PolicyRef = tuple[int, int]


@frozen
class ChosenPolicy:
    """The version of a policy that is in force."""

    policy_id: int
    version: int
    name: str
    spec: PolicySpec


@frozen
class PolicyTerms:
    """What a policy is to be: its name, for which handoffs it is, and what it says."""

    name: str
    spec: PolicySpec
    position: int = 0
    source: str | None = None
    lead_type: str | None = None
    tier: int | None = None
    is_active: bool = True


def ensure_defaults(work: UnitOfWork, workspace_id: WorkspaceId, now: datetime) -> None:
    """Give a workspace that has no policy yet those that every workspace begins with. Safe when two do it at once."""
    known = select(col(SlaPolicy.id)).where(col(SlaPolicy.workspace_id) == workspace_id).limit(1)
    if work.connection.execute(known).first() is not None:
        return
    for default in DEFAULTS:
        terms = PolicyTerms(
            default.name, default.spec, default.position, lead_type=default.lead_type, tier=default.tier
        )
        made = work.connection.execute(
            upsert(work.connection, SlaPolicy)
            .values(workspace_id=workspace_id, id=new_id(), created_at=now, version=1, **_columns(terms))
            .on_conflict_do_nothing()
            .returning(col(SlaPolicy.id))
        ).scalar_one_or_none()
        if made is not None:
            _add_version(work, workspace_id, made, 1, default.spec, None, now)


def choose_policy(
    work: UnitOfWork, workspace_id: WorkspaceId, source: str, lead_type: str, tier: int | None, now: datetime
) -> ChosenPolicy | None:
    """The policy for a handoff made now; nothing when the workspace has stopped every policy that would match."""
    ensure_defaults(work, workspace_id, now)
    rows = work.connection.execute(
        select(
            col(SlaPolicy.id),
            col(SlaPolicy.position),
            col(SlaPolicy.source),
            col(SlaPolicy.lead_type),
            col(SlaPolicy.tier),
            col(SlaPolicy.version),
            col(SlaPolicy.name),
        ).where(col(SlaPolicy.workspace_id) == workspace_id, col(SlaPolicy.is_active))
    ).all()
    chosen = choose((Candidate(*row[:5]) for row in rows), source, lead_type, tier)
    if chosen is None:
        return None
    row = next(row for row in rows if row.id == chosen.policy_id)
    spec = specs_of(work.connection, workspace_id, {(row.id, row.version)})[row.id, row.version]
    return ChosenPolicy(row.id, row.version, row.name, spec)


def specs_of(
    connection: Connection, workspace_id: WorkspaceId, wanted: Collection[PolicyRef]
) -> Mapping[PolicyRef, PolicySpec]:
    """What these versions of policies say, by (policy id, version)."""
    if not wanted:
        return {}
    rows = connection.execute(
        select(col(SlaPolicyVersion.policy_id), col(SlaPolicyVersion.version), col(SlaPolicyVersion.spec)).where(
            col(SlaPolicyVersion.workspace_id) == workspace_id,
            col(SlaPolicyVersion.policy_id).in_({policy_id for policy_id, _version in wanted}),
        )
    )
    return {(row[0], row[1]): _read(row[2]) for row in rows if (row[0], row[1]) in wanted}


def list_policies(connection: Connection, workspace_id: WorkspaceId) -> list[tuple[SlaPolicy, PolicySpec]]:
    """Every policy with what it says now, stopped ones too, in their order."""
    with Session(connection) as session:
        rows = list(
            session.scalars(
                select(SlaPolicy)
                .where(col(SlaPolicy.workspace_id) == workspace_id)
                .order_by(col(SlaPolicy.position), col(SlaPolicy.id))
            )
        )
    specs = specs_of(connection, workspace_id, {(row.id, row.version) for row in rows})
    return [(row, specs[row.id, row.version]) for row in rows]


def get_policy(connection: Connection, workspace_id: WorkspaceId, policy_id: int) -> SlaPolicy:
    """A policy's row. Raises NoResultFound."""
    with Session(connection) as session:
        return session.get_one(SlaPolicy, (workspace_id, policy_id))


def changes_of(
    connection: Connection, workspace_id: WorkspaceId, wanted: Collection[PolicyRef]
) -> Mapping[PolicyRef, tuple[int | None, datetime]]:
    """Who made these versions of policies, and when; nobody for those that every workspace begins with."""
    rows = connection.execute(
        select(
            col(SlaPolicyVersion.policy_id),
            col(SlaPolicyVersion.version),
            col(SlaPolicyVersion.created_by_id),
            col(SlaPolicyVersion.created_at),
        ).where(
            col(SlaPolicyVersion.workspace_id) == workspace_id,
            col(SlaPolicyVersion.policy_id).in_({policy_id for policy_id, _version in wanted}),
        )
    )
    return {(row[0], row[1]): (row[2], row[3]) for row in rows if (row[0], row[1]) in wanted}


def add_policy(
    work: UnitOfWork, workspace_id: WorkspaceId, terms: PolicyTerms, by_id: int | None, now: datetime
) -> PolicyRef:
    """Store a new policy in its first version. Raises IntegrityError when the name is taken."""
    ensure_defaults(work, workspace_id, now)
    policy_id = new_id()
    work.connection.execute(
        insert(SlaPolicy).values(workspace_id=workspace_id, id=policy_id, created_at=now, version=1, **_columns(terms))
    )
    _add_version(work, workspace_id, policy_id, 1, terms.spec, by_id, now)
    return policy_id, 1


def change_policy(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    policy_id: int,
    terms: PolicyTerms,
    *,
    expected_version: int,
    by_id: int | None,
    now: datetime,
) -> PolicyRef:
    """Put a new version in force for handoffs to come; what runs keeps its own. Raises `StaleVersionError`."""
    version = expected_version + 1
    done = work.connection.execute(
        update(SlaPolicy)
        .where(
            col(SlaPolicy.workspace_id) == workspace_id,
            col(SlaPolicy.id) == policy_id,
            col(SlaPolicy.version) == expected_version,
        )
        .values(version=version, **_columns(terms))
    )
    if done.rowcount != 1:
        kind = "policy"
        raise StaleVersionError(kind, policy_id)
    _add_version(work, workspace_id, policy_id, version, terms.spec, by_id, now)
    return policy_id, version


@lru_cache(maxsize=512)
def _read(text: str) -> PolicySpec:
    # Versions never change, and every offer and every look of the clock reads some.
    return from_json(text)


def _columns(terms: PolicyTerms) -> dict[str, Any]:
    return {
        "name": terms.name,
        "position": terms.position,
        "source": terms.source,
        "lead_type": terms.lead_type,
        "tier": terms.tier,
        "is_active": terms.is_active,
    }


def _add_version(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    policy_id: int,
    version: int,
    spec: PolicySpec,
    by_id: int | None,
    now: datetime,
) -> None:
    work.connection.execute(
        insert(SlaPolicyVersion).values(
            workspace_id=workspace_id,
            policy_id=policy_id,
            version=version,
            spec=to_json(spec),
            created_by_id=by_id,
            created_at=now,
        )
    )
