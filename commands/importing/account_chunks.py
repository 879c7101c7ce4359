"""One chunk of accounts against what is stored: new ones, changed ones, and whom the file means by its owners.

The same file again changes nothing: a row is compared with what stands, and what it does not tell stays.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection

from commands.importing.problems import Finding, Severity
from commands.importing.results import ChunkResult
from commands.importing.rows import RecordRow
from commands.importing.stage_cells import CELLS, Move, StageCells, follow_accounts
from domain.accounts_csv import People
from storage import account_rows, accounts, audit
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.standing import open_deals_of, standing_of

_OWNERS: Final = {"sales_owner": "sales_owner_id", "marketing_owner": "marketing_owner_id"}


@dataclass(slots=True)
class AccountPlan:
    """What a chunk would do."""

    new: list[dict[str, Any]] = field(default_factory=list)
    changed: list[dict[str, Any]] = field(default_factory=list)
    #: Of each changed account the columns that change, as they stand.
    stood: list[dict[str, Any]] = field(default_factory=list)
    unchanged: int = 0
    refused: int = 0
    findings: list[Finding] = field(default_factory=list)
    #: Where the file says that accounts stand, of those that stand elsewhere.
    moves: list[Move] = field(default_factory=list)

    @property
    def moved_alone(self) -> int:
        """Accounts of which nothing changes but where they stand."""
        changed = {row["name_key"] for row in (*self.new, *self.changed)}
        return sum(move.row.external_id not in changed for move in self.moves)


def plan_accounts(
    connection: Connection,
    workspace_id: WorkspaceId,
    rows: Sequence[RecordRow],
    columns: Mapping[str, str],
    *,
    lock: bool = False,
) -> AccountPlan:
    """Compare ``rows`` with what stands, and write nothing."""
    plan = AccountPlan()
    known = account_rows.known_accounts(connection, workspace_id, [row.external_id for row in rows], lock=lock)
    merged = {each["merged_into_id"] for each in known.values() if each["merged_into_id"] is not None}
    names = accounts.names_by_id(connection, workspace_id, merged)
    named = any(owner in row.fields for row in rows for owner in _OWNERS)
    people = account_rows.directory(connection, workspace_id) if named else People(())
    cells = StageCells.of(connection, workspace_id, rows, columns, plan.findings)
    for row in rows:
        before = known.get(row.external_id)
        if before is not None and before["merged_into_id"] is not None:
            # Its row and that of the account it is now could say different things, each time anew.
            now_called = {"name": names.get(before["merged_into_id"], "")}
            written = str(row.fields["name"])
            finding = Finding(row.line, columns["name"], written, Severity.REFUSED, "account_merged", now_called)
            plan.findings.append(finding)
            plan.refused += 1
            continue
        told = dict(_told(row, before, people, columns, plan.findings))
        if before is None:
            plan.new.append({"name": row.fields["name"], "name_key": row.external_id, **told})
        elif any(before[name] != value for name, value in told.items()):
            plan.changed.append({**before, **told})
            plan.stood.append({name: before[name] for name, value in told.items() if before[name] != value})
        else:
            plan.unchanged += 1
    plan.moves = _moves(connection, workspace_id, cells, known)
    plan.unchanged -= plan.moved_alone
    return plan


def _moves(
    connection: Connection, workspace_id: WorkspaceId, cells: StageCells, known: Mapping[str, Mapping[str, Any]]
) -> list[Move]:
    """What the file says of accounts that stand elsewhere; of one with several open deals it cannot say which."""
    if not cells.moves:
        return []
    ids = {key: int(each["id"]) for key, each in known.items() if each["merged_into_id"] is None}
    stands = standing_of(connection, workspace_id, ids.values(), cells.process.for_review)
    open_deals = open_deals_of(connection, workspace_id, ids.values())
    made = []
    for move in cells.moves:
        if move.row.external_id in known and move.row.external_id not in ids:
            continue  # merged: its row was refused
        account_id = ids.get(move.row.external_id, 0)
        stage = stands[account_id].stage if account_id in stands else None
        if stage == move.stage:
            continue
        if len(open_deals.get(account_id, ())) > 1:
            cells.doubt(move.row, "stage_of_several_deals")
        elif cells.may_enter(move):
            made.append(move)
    return made


def store_accounts(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    rows: Sequence[RecordRow],
    columns: Mapping[str, str],
    actor_id: int | None,
    now: datetime,
) -> ChunkResult:
    """Insert and update accounts in this unit of work, without committing. Their names must differ."""
    plan = plan_accounts(work.connection, workspace_id, rows, columns, lock=True)
    new_ids = account_rows.add_accounts(work, workspace_id, plan.new, actor_id, now)
    account_rows.change_accounts(work, workspace_id, plan.changed)
    acts: list[tuple[str, int, dict[str, object]]] = [
        ("account_created", new_id, {"name": row["name"]}) for new_id, row in zip(new_ids, plan.new, strict=True)
    ]
    for row, stood in zip(plan.changed, plan.stood, strict=True):
        data: dict[str, object] = {"before": _kept(stood), "after": _kept({name: row[name] for name in stood})}
        acts.append(("account_imported", row["id"], data))
    audit.record_all(
        work,
        [
            audit.event(workspace_id, action, ("account", account_id), actor_id, now, data)
            for action, account_id, data in acts
        ],
    )
    if plan.moves:
        known = account_rows.known_accounts(
            work.connection, workspace_id, [move.row.external_id for move in plan.moves]
        )
        follow_accounts(
            work, workspace_id, plan.moves, lambda move: int(known[move.row.external_id]["id"]), actor_id, now
        )
    return ChunkResult(
        inserted=len(plan.new),
        updated=len(plan.changed) + plan.moved_alone,
        unchanged=plan.unchanged,
        refused=plan.refused,
        findings=plan.findings,
    )


def _kept(columns: Mapping[str, Any]) -> dict[str, object]:
    """As the audit keeps it."""
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in columns.items()}


def _told(
    row: RecordRow,
    before: Mapping[str, Any] | None,
    people: People,
    columns: Mapping[str, str],
    findings: list[Finding],
) -> Iterator[tuple[str, object]]:
    """The columns that a row tells, as they are stored; an owner who cannot be one is left as it was."""
    for name, value in row.fields.items():
        if name == "name" or name in CELLS:
            continue
        if name == "renewal_on":
            yield name, date.fromisoformat(str(value))
        elif name in _OWNERS:
            column, written = _OWNERS[name], str(value)
            stands = None if before is None else before[column]
            found = people.meant_by(written)
            doubt = found.doubt
            if found.value is not None and found.value.id != stands:
                doubt = None if found.value.may_own else "person_unfit"
                if doubt is None and stands is not None:
                    doubt = "owner_changed"
            if doubt is not None:
                findings.append(Finding(row.line, columns[name], written, Severity.DOUBTFUL, doubt))
            if found.value is not None and doubt in {None, "owner_changed"}:
                yield column, found.value.id
        else:
            yield name, value
