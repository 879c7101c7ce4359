"""The use cases about agreements in a file: what there is, what a file would change, and changing it all or nothing."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from domain.names import fold
from domain.policy import PolicySpec, TimerKind, to_json
from domain.policy_file import FilePolicy, percent_text, time_text
from domain.values import frozen
from storage import audit, policies
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.policies import PolicyTerms
from storage.tables import SlaPolicy

SUBJECT = "policy"


@frozen
class Change:
    """What a file does to one agreement; ``row`` is absent for a new one. ``lines`` say it, part by part."""

    terms: PolicyTerms
    row: SlaPolicy | None
    lines: tuple[str, ...]


def all_of(connection: Connection, workspace_id: WorkspaceId) -> list[FilePolicy]:
    """Every agreement, stopped ones too, as a file has them."""
    return [
        FilePolicy(row.name, spec, row.position, row.source, row.lead_type, row.tier, row.is_active)
        for row, spec in policies.list_policies(connection, workspace_id)
    ]


def plan(connection: Connection, workspace_id: WorkspaceId, wanted: Sequence[FilePolicy]) -> tuple[Change, ...]:
    """What would change. Agreements are known by their names; those that the file does not name stay as they are."""
    known = {fold(row.name): (row, spec) for row, spec in policies.list_policies(connection, workspace_id)}
    changes = []
    for each in wanted:
        terms = _terms(each)
        row, spec = known.get(fold(each.name), (None, None))
        if row is None or spec is None:
            changes.append(Change(terms, None, tuple(f"{what}: {value}" for what, value in _facts(terms))))
            continue
        before = PolicyTerms(row.name, spec, row.position, row.source, row.lead_type, row.tier, row.is_active)
        lines = tuple(
            f"{what}: {was} → {value}"
            for (what, was), (_what, value) in zip(_facts(before), _facts(terms), strict=True)
            if was != value
        )
        if lines:
            changes.append(Change(terms, row, lines))
    return tuple(changes)


def apply(
    work: UnitOfWork, workspace_id: WorkspaceId, wanted: Sequence[FilePolicy], now: datetime
) -> tuple[Change, ...]:
    """Make all changes of a file in this unit of work. Raises StaleVersionError when somebody is faster."""
    policies.ensure_defaults(work, workspace_id, now)
    changes = plan(work.connection, workspace_id, wanted)
    for change in changes:
        row = change.row
        if row is None:
            policy_id, version = policies.add_policy(work, workspace_id, change.terms, None, now)
        else:
            policy_id, version = policies.change_policy(
                work, workspace_id, row.id, change.terms, expected_version=row.version, by_id=None, now=now
            )
        audit.record(
            work,
            workspace_id,
            action="policy_imported",
            subject=(SUBJECT, policy_id),
            actor_id=None,
            now=now,
            data={"version": version, "changes": list(change.lines), "spec": to_json(change.terms.spec)},
        )
    return changes


def _terms(policy: FilePolicy) -> PolicyTerms:
    return PolicyTerms(
        policy.name, policy.spec, policy.position, policy.source, policy.lead_type, policy.tier, policy.is_active
    )


def _facts(terms: PolicyTerms) -> list[tuple[str, str]]:
    """Everything about an agreement in the file's words, always the same parts in the same order."""
    spec = terms.spec
    return [
        ("name", terms.name),
        ("source", terms.source or "any"),
        ("lead_type", terms.lead_type or "any"),
        ("tier", str(terms.tier or "any")),
        ("position", str(terms.position)),
        ("active", _yes(is_so=terms.is_active)),
        ("lane", spec.lane),
        ("reassigns", _yes(is_so=spec.reassigns)),
        ("shadow", _yes(is_so=spec.is_shadow)),
        *((kind.value, _limit(spec, kind)) for kind in TimerKind),
        ("ladder", ", ".join(_rungs(spec))),
    ]


def _limit(spec: PolicySpec, kind: TimerKind) -> str:
    limit = spec.timers.get(kind)
    if limit is None:
        return "not agreed"
    target = f" (target {time_text(limit.target)})" if limit.target else ""
    return f"{time_text(limit.limit)}{target}"


def _rungs(spec: PolicySpec) -> list[str]:
    return [
        f"{rung.name} {f'+{rung.after_minutes} min' if rung.fraction is None else percent_text(rung.fraction)}"
        f" tells {' and '.join(rung.recipients) or 'nobody'}"
        f"{' in the daily list' * rung.listed}{' and reassigns' * rung.reassigns}"
        for rung in spec.ladder
    ]


def _yes(*, is_so: bool) -> str:
    return "yes" if is_so else "no"
