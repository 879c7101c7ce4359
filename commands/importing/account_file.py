"""Accounts as a CSV file that an import reads back as it was: the inverse of `account_chunks`."""

import csv
from datetime import UTC, tzinfo
from typing import Final, TextIO
from zoneinfo import ZoneInfo

from sqlalchemy import Connection

from commands.i18n import Say
from commands.labels import stage_label
from domain.accounts_csv import HEADINGS, People, Person, guarded
from storage import account_rows, people, stages
from storage.account_rows import AccountRow
from storage.ids import WorkspaceId

#: UTF-8 with its mark: Excel needs it to show accents.
ENCODING: Final = "utf-8-sig"


def write_accounts(out: TextIO, connection: Connection, workspace_id: WorkspaceId, say: Say) -> int:
    """Write every account that stands to ``out``, headings and stages in one language; gives their number."""
    known = account_rows.people_of(connection, workspace_id)
    by_id = {person.id: person for person in known}
    directory = People(known)
    writer = csv.writer(out)
    writer.writerow(HEADINGS["en" if say.locale == "en" else "es"].values())
    process = stages.process_of(connection, workspace_id)
    zone = ZoneInfo(people.get_workspace(connection, workspace_id).tz)
    count = 0
    for row in account_rows.all_accounts(connection, workspace_id, process.for_review):
        stage = "" if row.stage is None else stage_label(say, row.stage, process.names)
        writer.writerow([guarded(cell) for cell in cells_of(row, directory, by_id, stage, zone)])
        count += 1
    return count


def cells_of(
    row: AccountRow, directory: People, by_id: dict[int, Person], stage: str = "", zone: tzinfo = UTC
) -> tuple[str, ...]:
    """One account in the order of `HEADINGS`; owners as the directory finds them again, its stage as it is called."""

    def owner(member_id: int | None) -> str:
        return "" if member_id is None else directory.handle_of(by_id[member_id])

    return (
        row.name,
        "" if row.tier is None else str(row.tier),
        owner(row.sales_owner_id),
        owner(row.marketing_owner_id),
        row.relation or "",
        row.segment or "",
        row.territory or "",
        "" if row.renewal_on is None else row.renewal_on.isoformat(),
        stage,
        "" if row.stage_since is None else row.stage_since.astimezone(zone).date().isoformat(),
        row.crm_id or "",
        row.crm_url or "",
    )
