"""Stages that a file names: what is meant by a cell, and which deals come into them.

A file tells where a deal stands now. Of an account it tells that of its one open deal; where there is none, one of its
name is made, as on the account's card.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from sqlalchemy import Connection

from commands.importing.problems import Finding, Severity
from commands.importing.rows import RecordRow
from domain.csv_values import Reading
from domain.names import source_key
from domain.stages import STANDARD, Process
from domain.taxonomy import DealStage
from domain.values import frozen
from domain.weeks import local_moment
from storage import audit, deals, people, stages, standing
from storage.ids import WorkspaceId
from storage.unit_of_work import UnitOfWork

#: What rows tell that is no column of their records.
CELLS: Final = frozenset({"stage", "stage_since"})
_NOON: Final = 12 * 60
#: What the product calls its own stages, as `domain.names.source_key` folds it.
_WORDS: Final = {stage.value: stage.value for stage in DealStage} | {
    word: stage.value
    for stage, words in {
        DealStage.PROSPECTING: "prospeccion",
        DealStage.DISCOVERY: "descubrimiento",
        DealStage.PROPOSAL: "propuesta",
        DealStage.NEGOTIATION: "negociacion",
        DealStage.RENEWAL: "renovacion",
    }.items()
    for word in words.split()
}


@frozen
class Move:
    """A row says that its account or deal stands in ``stage``; ``at`` is when it came there, as far as that is told."""

    row: RecordRow
    stage: str
    since: datetime | None


@dataclass(slots=True)
class StageCells:
    """What the rows of a chunk say of stages. ``zone`` is where the days of the file are."""

    process: Process
    zone: str
    columns: Mapping[str, str]
    findings: list[Finding]
    moves: list[Move] = field(default_factory=list)

    @classmethod
    def of(
        cls,
        connection: Connection,
        workspace_id: WorkspaceId,
        rows: Sequence[RecordRow],
        columns: Mapping[str, str],
        findings: list[Finding],
    ) -> "StageCells":
        """What ``rows`` say; nothing, and nothing is asked for it, where the file has no such column."""
        if not any("stage" in row.fields for row in rows):
            return cls(STANDARD, "UTC", columns, findings)
        process = stages.process_of(connection, workspace_id)
        made = cls(process, people.get_workspace(connection, workspace_id).tz, columns, findings)
        for row in rows:
            made._read(row)
        return made

    def _read(self, row: RecordRow) -> None:
        written = str(row.fields.get("stage") or "")
        if not written:
            return
        meant = meant_by(written, self.process)
        if meant.value is None:
            self.doubt(row, meant.doubt or "")
            return
        since = row.fields.get("stage_since")
        day = date.fromisoformat(str(since)) if since else None
        self.moves.append(Move(row, meant.value, None if day is None else local_moment(day, _NOON, self.zone)))

    def doubt(self, row: RecordRow, code: str) -> None:
        """Note why what a row says of its stage was not taken."""
        written = str(row.fields["stage"])
        self.findings.append(Finding(row.line, self.columns["stage"], written, Severity.DOUBTFUL, code))

    def may_enter(self, move: Move) -> bool:
        """Whether anybody comes into that stage any more. If not, what the row says is noted as a doubt."""
        stage = self.process.find(move.stage)
        if stage is not None and not stage.is_retired:
            return True
        self.doubt(move.row, "stage_retired")
        return False


def meant_by(cell: str, process: Process) -> Reading[str]:
    """The code of the stage that is called so, in any of our languages. Doubt: ``stage_unknown``.

    A retired one too: who stands there may say so (see `StageCells.may_enter`).
    """
    key = source_key(cell)
    own = {source_key(name): code for code, name in process.names.items()}
    code = own.get(key) or (cell if process.find(cell) else _WORDS.get(key))
    return Reading(code) if process.find(code) else Reading(doubt="stage_unknown")


def follow(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    moves: Sequence[tuple[Move, int, int]],
    actor_id: int | None,
    now: datetime,
    may_enter: Callable[[Move], bool],
) -> list[Move]:
    """Bring deals (a move, its account, its deal) to their stages; gives the moves that changed anything."""
    said = standing.last_said(work.connection, workspace_id, [deal_id for _, _, deal_id in moves])
    done, entered, acts = [], [], []
    for move, account_id, deal_id in moves:
        before, last = said.get(deal_id, (None, None))
        if before == move.stage or not may_enter(move):
            continue
        is_known = move.since is not None and move.since <= now and (last is None or move.since > last)
        at = move.since if is_known and move.since is not None else now
        done.append(move)
        entered.append(standing.Entered(account_id, deal_id, move.stage, at))
        data = {"deal": deal_id, "before": before, "after": move.stage}
        acts.append(audit.event(workspace_id, "stage_changed", ("account", account_id), actor_id, now, data))
    standing.enter_stages(work, workspace_id, entered, actor_id)
    audit.record_all(work, acts)
    return done


def follow_deals(
    work: UnitOfWork, workspace_id: WorkspaceId, cells: StageCells, actor_id: int | None, now: datetime
) -> list[Move]:
    """The same for rows that are deals. One that is closed stands where it ended, whatever its row says beside that."""
    if not cells.moves:
        return []
    found = standing.deals_called(work.connection, workspace_id, [move.row.external_id for move in cells.moves])
    known = []
    for move in cells.moves:
        deal = found[move.row.external_id]
        if deal.outcome != "open":
            continue
        if deal.account_id is None:
            cells.doubt(move.row, "stage_without_account")
            continue
        known.append((move, deal.account_id, deal.id))
    return follow(work, workspace_id, known, actor_id, now, cells.may_enter)


def follow_accounts(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    moves: Sequence[Move],
    account_of: Callable[[Move], int],
    actor_id: int | None,
    now: datetime,
) -> None:
    """The same for rows that are accounts with one open deal or none; into their stages a deal may come."""
    open_deals = standing.open_deals_of(work.connection, workspace_id, [account_of(move) for move in moves])
    known = []
    for move in moves:
        account_id = account_of(move)
        mine = open_deals.get(account_id)
        name = str(move.row.fields["name"])
        deal_id = mine[0] if mine else deals.add_deal(work, workspace_id, name, account_id, None, now)
        known.append((move, account_id, deal_id))
    follow(work, workspace_id, known, actor_id, now, lambda _: True)
