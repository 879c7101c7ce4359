"""The clock's part of the review: owners are asked on their working day before it whether their accounts are right.

Each owner once a week, however many channels review their accounts: the ledger's key (workspace, week, member) decides.
"""

from contextlib import ExitStack
from datetime import datetime

from commands.digest.confirming import ASK
from domain.confirming import ask_at
from storage import calendars, confirmations, notices, owner_reviews
from storage.database import Database
from storage.ids import WorkspaceId
from storage.notices import PlannedNotice, Recipient


def run_confirmations(database: Database, now: datetime) -> int:
    """Ask every owner whose moment has come at ``now`` (business time); gives how many. One workspace a transaction.

    Nobody is asked once the review is due. What is planned here leaves in the owner's working hours.
    """
    with database.read() as connection:
        found = owner_reviews.workspaces_reviewing(connection)
    asked: list[int] = []
    # One that fails does not hold up the others: its error comes out when all had their turn.
    with ExitStack() as turns:
        for workspace_id in reversed(found):
            turns.callback(lambda each: asked.append(_ask(database, each, now)), workspace_id)
    return sum(asked)


def _ask(database: Database, workspace_id: WorkspaceId, now: datetime) -> int:
    with database.read() as connection:
        upcoming = owner_reviews.upcoming_review(connection, workspace_id)
        if upcoming is None or now >= upcoming.at:
            return 0
        known = confirmations.asked_already(connection, workspace_id, upcoming.week)
        here = owner_reviews.owners_here(connection, workspace_id)
        owners = [each for each in here if each.id not in known]
        hours = calendars.calendars_of(connection, workspace_id, {each.id for each in owners})
        moments = {each.id: ask_at(hours[each.id], upcoming.at) for each in owners}
        due = {member_id: at for member_id, at in moments.items() if at is not None and at <= now}
        if not due:
            return 0
        # Whose accounts no channel reviews has nothing to confirm.
        found = owner_reviews.accounts_of(connection, workspace_id, upcoming, due.keys())
        reviewed = {owner for each in found for owner in (each.sales_owner_id, each.marketing_owner_id)}
        due = {member_id: at for member_id, at in due.items() if member_id in reviewed}
    if not due:
        return 0
    asked = 0
    with database.write() as work:
        for member_id, at in due.items():
            ask_id = confirmations.ask(work, workspace_id, upcoming.week, member_id, now=now, ends_at=upcoming.at)
            if ask_id is not None:
                planned = PlannedNotice(ASK, notices.NOW, Recipient(member_id), confirmations.SUBJECT, ask_id, at)
                notices.add_notices(work, workspace_id, [planned], now)
                asked += 1
        work.commit()
    return asked
