"""People whose names a workspace knows: its members, and the contacts of its leads and buying groups."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import Connection, select
from sqlmodel import col

from storage.ids import WorkspaceId
from storage.tables import BuyingGroupPerson, Lead, Member

#: Names asked for at once; more of them in one text are asked for in turns.
_AT_ONCE: Final = 400


def known_names(connection: Connection, workspace_id: WorkspaceId, candidates: Iterable[str]) -> frozenset[str]:
    """Every member's name, and those of ``candidates`` (as they are spelled) that are a contact's."""
    members = select(col(Member.display_name)).where(
        col(Member.workspace_id) == workspace_id, col(Member.display_name) != ""
    )
    found = set(connection.scalars(members))
    looked_for = sorted(set(candidates))
    for start in range(0, len(looked_for), _AT_ONCE):
        some = looked_for[start : start + _AT_ONCE]
        found.update(
            name
            for name in connection.scalars(
                select(col(Lead.name)).where(col(Lead.workspace_id) == workspace_id, col(Lead.name).in_(some))
            )
            if name is not None
        )
        found.update(
            connection.scalars(
                select(col(BuyingGroupPerson.name)).where(
                    col(BuyingGroupPerson.workspace_id) == workspace_id, col(BuyingGroupPerson.name).in_(some)
                )
            )
        )
    return frozenset(found)
