"""The rules and seats that routing looks at, as people set them; and who had how many turns."""

import json
from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, and_, func, insert, select, update
from sqlmodel import Session, col

from domain.routing import RoutedBy
from domain.values import frozen
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.handoffs import SUBJECT
from storage.ids import WorkspaceId, new_id
from storage.tables import AuditEvent, Handoff, RotationSeat, RoutingRule
from storage.upsert import upsert


@frozen
class RuleTerms:
    """What a rule says: conditions (absent: any), and one of an owner and a pool."""

    territory: str | None
    segment: str | None
    source: str | None
    owner_id: int | None
    pool: str | None


def list_rules(connection: Connection, workspace_id: WorkspaceId) -> list[RoutingRule]:
    """The rules that hold, in the order in which they are tried."""
    with Session(connection) as session:
        return list(
            session.scalars(
                select(RoutingRule)
                .where(col(RoutingRule.workspace_id) == workspace_id, col(RoutingRule.is_active))
                .order_by(col(RoutingRule.position), col(RoutingRule.id))
            )
        )


def add_rule(work: UnitOfWork, workspace_id: WorkspaceId, terms: RuleTerms, now: datetime) -> int:
    """Store a rule after all others and give its id."""
    last: int | None = work.connection.execute(
        select(func.max(col(RoutingRule.position))).where(col(RoutingRule.workspace_id) == workspace_id)
    ).scalar_one()
    rule_id = new_id()
    work.connection.execute(
        insert(RoutingRule).values(
            workspace_id=workspace_id,
            id=rule_id,
            position=0 if last is None else last + 1,
            is_active=True,
            created_at=now,
            version=1,
            **_columns(terms),
        )
    )
    return rule_id


def change_rule(
    work: UnitOfWork, workspace_id: WorkspaceId, rule_id: int, terms: RuleTerms, *, expected_version: int
) -> None:
    """Let a rule say something else. Raises `StaleVersionError`."""
    _write(work, workspace_id, rule_id, _columns(terms), expected_version)


def remove_rule(work: UnitOfWork, workspace_id: WorkspaceId, rule_id: int, *, expected_version: int) -> None:
    """Let a rule hold no more. Raises `StaleVersionError`."""
    _write(work, workspace_id, rule_id, {"is_active": False}, expected_version)


def move_rule(work: UnitOfWork, workspace_id: WorkspaceId, rule_id: int, *, up: bool, expected_version: int) -> None:
    """Let a rule change places with its neighbour; at the end of the list it stays. Raises `StaleVersionError`."""
    order = [rule.id for rule in list_rules(work.connection, workspace_id)]
    place = order.index(rule_id) if rule_id in order else 0
    other = place - 1 if up else place + 1
    if rule_id in order and 0 <= other < len(order):
        order[place], order[other] = order[other], order[place]
    for position, each in enumerate(order):
        if each != rule_id:
            work.connection.execute(
                update(RoutingRule)
                .where(col(RoutingRule.workspace_id) == workspace_id, col(RoutingRule.id) == each)
                .values(position=position)
            )
    position = order.index(rule_id) if rule_id in order else 0
    _write(work, workspace_id, rule_id, {"position": position}, expected_version)


def save_seat(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    seat: tuple[str, int],
    *,
    cap: int | None,
    is_active: bool,
    now: datetime,
) -> None:
    """Let a member (``seat``: pool, member) take part in a round robin, or not. Their turns are kept."""
    said = {"cap": cap, "is_active": is_active}
    work.connection.execute(
        upsert(work.connection, RotationSeat)
        .values(workspace_id=workspace_id, pool=seat[0], member_id=seat[1], turns=0, created_at=now, **said)
        .on_conflict_do_update(index_elements=["workspace_id", "pool", "member_id"], set_=said)
    )


def seats_taken_out(connection: Connection, workspace_id: WorkspaceId) -> list[tuple[str, int]]:
    """Who does not take part in a pool although they could: (pool, member)."""
    rows = connection.execute(
        select(col(RotationSeat.pool), col(RotationSeat.member_id))
        .where(col(RotationSeat.workspace_id) == workspace_id, col(RotationSeat.is_active).is_(False))
        .order_by(col(RotationSeat.pool), col(RotationSeat.member_id))
    )
    return [(row[0], row[1]) for row in rows]


def turns_since(
    connection: Connection, workspace_id: WorkspaceId, since: datetime
) -> Mapping[tuple[str | None, int], int]:
    """How many leads each member was given by rotation since then, by (pool, member), whoever has them now."""
    rows = connection.execute(
        select(col(Handoff.routing), col(AuditEvent.data))
        .join(
            AuditEvent,
            and_(
                col(AuditEvent.workspace_id) == col(Handoff.workspace_id),
                col(AuditEvent.subject_id) == col(Handoff.id),
                col(AuditEvent.subject_kind) == SUBJECT,
                col(AuditEvent.action) == "handoff_offered",
            ),
        )
        .where(
            col(Handoff.workspace_id) == workspace_id,
            col(AuditEvent.workspace_id) == workspace_id,
            col(Handoff.offered_at) >= since,
            col(Handoff.routed_by) == RoutedBy.ROTATION,
        )
    )
    return Counter((json.loads(row[0]).get("pool"), int(json.loads(row[1])["owner"])) for row in rows)


def _columns(terms: RuleTerms) -> dict[str, Any]:
    return {
        "territory": terms.territory,
        "segment": terms.segment,
        "source": terms.source,
        "owner_id": terms.owner_id,
        "pool": terms.pool,
    }


def _write(
    work: UnitOfWork, workspace_id: WorkspaceId, rule_id: int, columns: dict[str, Any], expected_version: int
) -> None:
    done = work.connection.execute(
        update(RoutingRule)
        .where(
            col(RoutingRule.workspace_id) == workspace_id,
            col(RoutingRule.id) == rule_id,
            col(RoutingRule.version) == expected_version,
            col(RoutingRule.is_active),
        )
        .values(**columns, version=expected_version + 1)
    )
    if done.rowcount != 1:
        kind = "routing_rule"
        raise StaleVersionError(kind, rule_id)
