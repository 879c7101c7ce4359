"""Who is asked in place of somebody who has left: their manager, else who leads sales, else an admin."""

from collections.abc import Collection

from storage import handoffs
from storage.ids import WorkspaceId
from storage.tables import Member
from storage.unit_of_work import UnitOfWork


class StandIns:
    """Answers who is to be asked, for several people in few questions. Sees the rows of one transaction."""

    def __init__(self, work: UnitOfWork, workspace_id: WorkspaceId, member_ids: Collection[int | None]) -> None:
        self._work = work
        self._workspace_id = workspace_id
        self._known = self._members(set(member_ids))
        managers = {member.manager_id for member in self._known.values() if not member.is_active}
        self._known |= self._members(managers - self._known.keys())
        self._leading: list[int] | None = None

    def asked_for(self, member_id: int | None) -> int | None:
        """The member themself while they are here, else who stands in; nobody where there is nobody."""
        member = self._known.get(member_id) if member_id is not None else None
        if member is None:
            return None
        if member.is_active:
            return member.id
        manager = self._known.get(member.manager_id) if member.manager_id is not None else None
        if manager is not None and manager.is_active:
            return manager.id
        return next((each for each in self._leaders() if each != member.id), None)

    def _leaders(self) -> list[int]:
        if self._leading is None:
            self._leading = handoffs.sales_managers(self._work.connection, self._workspace_id)
        return self._leading

    def _members(self, ids: set[int | None]) -> dict[int, Member]:
        return handoffs.members_by_id(self._work.connection, self._workspace_id, ids)
