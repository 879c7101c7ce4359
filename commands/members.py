"""Who may decide: full members do; guests who were let in read and log (docs/decisions/0016)."""

from sqlalchemy import Connection

from commands.context import Actor
from domain.taxonomy import MemberKind
from storage import people


class NotAMemberError(Exception):
    """A guest may read who answers for an account and log what was heard, not decide."""


def only_members(connection: Connection, actor: Actor) -> None:
    """Raise `NotAMemberError` unless ``actor`` is a full member as the transaction of ``connection`` sees them."""
    if people.get_member(connection, actor.workspace_id, actor.member_id).kind != MemberKind.FULL:
        raise NotAMemberError
