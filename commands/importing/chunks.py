"""One chunk of rows against what is stored: which are new, which changed, which accounts and leads they mean."""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any, Final, Protocol

from commands.closings import ask_about, withdraw_requests
from commands.importing.account_chunks import store_accounts
from commands.importing.problems import Finding, Severity
from commands.importing.results import ChunkResult
from commands.importing.rows import RecordRow
from commands.importing.stage_cells import CELLS, StageCells, follow_deals
from domain.closings import Turn, is_asked_about, turn
from domain.names import name_key
from storage import closings, review_threads
from storage.database import UnitOfWork
from storage.ids import WorkspaceId
from storage.imports import (
    KnownLead,
    RecordKind,
    add_accounts,
    add_rows,
    get_account_ids,
    get_known_leads,
    get_rows,
    update_rows,
)

_MAX_NAME_KEY: Final = 300  # characters: folding may lengthen a name, and the key is indexed
_A_DAY: Final = timedelta(days=1)


class ChunkRequest(Protocol):
    """What of the import's intent a chunk needs."""

    @property
    def kind(self) -> RecordKind: ...  # noqa: D102 - the rows' kind

    @property
    def create_accounts(self) -> bool: ...  # noqa: D102 - whether unknown companies become accounts

    @property
    def actor_id(self) -> int | None: ...  # noqa: D102 - who imports; nobody from the command line


def store_chunk(
    work: UnitOfWork,
    workspace: WorkspaceId,
    wanted: ChunkRequest,
    rows: Sequence[RecordRow],
    columns: Mapping[str, str],
    now: datetime,
) -> ChunkResult:
    """Insert and update ``rows`` in this unit of work, without committing. Their external ids must differ."""
    result = ChunkResult()
    if not rows:
        return result
    kind = wanted.kind
    if kind is RecordKind.ACCOUNTS:
        return store_accounts(work, workspace, rows, columns, wanted.actor_id, now)
    accounts = _accounts(work, workspace, wanted, rows, now, result)
    wanted_leads = {row.lead for row in rows if row.lead}
    leads = get_known_leads(work.connection, workspace, wanted_leads) if wanted_leads else {}
    known = get_rows(work, workspace, kind, [row.external_id for row in rows])
    new: list[Mapping[str, Any]] = []
    changed: list[Mapping[str, Any]] = []
    turns = _Turns(now)
    cells = StageCells.of(work.connection, workspace, rows, columns, result.findings)
    as_before: set[str] = set()
    for row in rows:
        before = known.get(row.external_id)
        values = {name: value for name, value in row.fields.items() if name not in CELLS}
        if row.company:
            _link_account(row, values, before, accounts, columns, result)
        if row.lead:
            _link_lead(row, values, leads, columns, result)
        if kind is RecordKind.DEALS:
            turns.look(row.external_id, before, values)
        if before is None:
            new.append({"external_id": row.external_id, **values})
        elif any(before[name] != value for name, value in values.items()):
            changed.append({**before, **values})
        else:
            as_before.add(row.external_id)
    add_rows(work, workspace, kind, new, now)
    update_rows(work, workspace, kind, changed, now)
    turns.follow(work, workspace, wanted.actor_id, result)
    moved = follow_deals(work, workspace, cells, wanted.actor_id, now)
    as_before.difference_update(move.row.external_id for move in moved)
    result.inserted, result.unchanged = len(new), len(as_before)
    result.updated = len(rows) - len(new) - len(as_before)
    return result


class _Turns:
    """Which deals of a chunk closed or opened again by it, and what follows for their reviews."""

    def __init__(self, now: datetime) -> None:
        self._now = now
        self._closed: list[str] = []
        self._reopened: list[int] = []
        self._before = 0

    def look(self, external_id: str, before: Mapping[str, Any] | None, values: dict[str, Any]) -> None:
        """Count a closing in the deal's new ``values``, and remember what is to follow."""
        closed_at = values.get("closed_at")
        match turn(None if before is None else before["outcome"], values["outcome"]):
            case Turn.CLOSED:
                values["closings"] = (before["closings"] if before else 0) + 1
                if isinstance(closed_at, datetime) and is_asked_about(closed_at, self._now):
                    self._closed.append(external_id)
                else:
                    self._before += 1
            case Turn.REOPENED if before is not None:
                self._reopened.append(before["id"])

    def follow(self, work: UnitOfWork, workspace: WorkspaceId, actor_id: int | None, result: ChunkResult) -> None:
        """Ask for the reviews of what closed lately, and for none any more of what opened again."""
        result.closed_before = self._before
        if self._reopened:
            withdraw_requests(work, workspace, self._reopened, actor_id, self._now)
            review_threads.touched_by_deals(work, workspace, self._reopened)
        if self._closed:
            deal_ids = closings.ids_of(work.connection, workspace, self._closed)
            review_threads.touched_by_deals(work, workspace, deal_ids)
            asked = ask_about(work, workspace, deal_ids, actor_id, self._now, gathered=True)
            result.reviews_asked = asked.asked


def _accounts(
    work: UnitOfWork,
    workspace: WorkspaceId,
    wanted: ChunkRequest,
    rows: Sequence[RecordRow],
    now: datetime,
    result: ChunkResult,
) -> dict[str, int]:
    names: dict[str, str] = {}
    for row in rows:
        key = name_key(row.company) if row.company else ""
        if row.company and key and len(key) <= _MAX_NAME_KEY:
            names.setdefault(key, row.company)
    if not names:
        return {}
    found = get_account_ids(work.connection, workspace, names)
    missing = {key: name for key, name in names.items() if key not in found}
    if wanted.create_accounts and missing:
        found |= add_accounts(work, workspace, missing, now)
        result.accounts_created = len(missing)
    return found


def _link_account(
    row: RecordRow,
    values: dict[str, Any],
    before: Mapping[str, Any] | None,
    accounts: Mapping[str, int],
    columns: Mapping[str, str],
    result: ChunkResult,
) -> None:
    key = name_key(row.company or "")
    if key in accounts:
        values["account_id"] = accounts[key]
        return
    result.without_account += 1
    if "company" in values:
        # A lead keeps the company's name. A link by another name would be wrong; one by this name was made by hand.
        if before is not None and name_key(before["company"] or "") != key:
            values["account_id"] = None
    else:
        result.findings.append(
            Finding(row.line, columns["company"], row.company or "", Severity.DOUBTFUL, "account_unknown")
        )


def _link_lead(
    row: RecordRow,
    values: dict[str, Any],
    leads: Mapping[str, KnownLead],
    columns: Mapping[str, str],
    result: ChunkResult,
) -> None:
    lead = leads.get(row.lead or "")
    if lead is None:
        result.findings.append(Finding(row.line, columns["lead"], row.lead or "", Severity.DOUBTFUL, "lead_unknown"))
        return
    values["lead_id"] = lead.id
    closed_at = values.get("closed_at")
    if isinstance(closed_at, datetime) and closed_at < lead.mql_at:
        days = (lead.mql_at - closed_at) / _A_DAY
        result.findings.append(
            Finding(
                row.line,
                columns.get("closed_at", ""),
                closed_at.isoformat(sep=" "),
                Severity.DOUBTFUL,
                "closed_before_lead",
                {"days": f"{days:.2f}"},
            )
        )
