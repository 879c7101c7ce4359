"""Accounts as a CSV file that an import reads back as it was: the inverse of `account_chunks`."""

import csv
from typing import Final, TextIO

from sqlalchemy import Connection

from domain.accounts_csv import HEADINGS, People, Person, guarded
from storage import account_rows
from storage.account_rows import AccountRow
from storage.ids import WorkspaceId

#: UTF-8 with its mark: Excel needs it to show accents.
ENCODING: Final = "utf-8-sig"


def write_accounts(out: TextIO, connection: Connection, workspace_id: WorkspaceId, locale: str) -> int:
    """Write every account that stands to ``out``, with headings in the language of ``locale``; gives their number."""
    known = account_rows.people_of(connection, workspace_id)
    by_id = {person.id: person for person in known}
    directory = People(known)
    writer = csv.writer(out)
    writer.writerow(HEADINGS["en" if locale == "en" else "es"].values())
    count = 0
    for row in account_rows.all_accounts(connection, workspace_id):
        writer.writerow([guarded(cell) for cell in cells_of(row, directory, by_id)])
        count += 1
    return count


def cells_of(row: AccountRow, directory: People, by_id: dict[int, Person]) -> tuple[str, ...]:
    """One account in the order of `HEADINGS`; owners as the directory finds them again."""

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
        row.crm_id or "",
        row.crm_url or "",
    )
