"""Who may decide: full members do; guests who were let in read and log (docs/decisions/0016).

Asked of the rows in the transaction of the change, not of what was known when the request came in: who lost a right
meanwhile, told to another process, has lost it.
"""

from sqlalchemy import Connection

from commands.context import Actor
from domain.taxonomy import MemberKind
from storage import people


class NotAMemberError(Exception):
    """A guest may read who answers for an account and log what was heard, not decide."""


class NotAnAdminError(Exception):
    """Only admins of the workspace change its settings."""


class NotADeciderError(Exception):
    """Only admins and those who lead a team change agreements and who gets leads."""


def may_decide(connection: Connection, actor: Actor) -> bool:
    """Whether ``actor`` is an admin or leads a team, as the transaction of ``connection`` sees them."""
    member = people.get_member(connection, actor.workspace_id, actor.member_id)
    return member.is_active and member.kind == MemberKind.FULL and (member.is_admin or member.is_manager)


def only_deciders(connection: Connection, actor: Actor) -> None:
    """Raise `NotADeciderError` unless ``actor`` may decide for both teams."""
    if not may_decide(connection, actor):
        raise NotADeciderError


def is_member(connection: Connection, actor: Actor) -> bool:
    """Whether ``actor`` is a full member as the transaction of ``connection`` sees them."""
    member = people.get_member(connection, actor.workspace_id, actor.member_id)
    return member.kind == MemberKind.FULL and member.is_active


def only_members(connection: Connection, actor: Actor) -> None:
    """Raise `NotAMemberError` unless ``actor`` is a full member as the transaction of ``connection`` sees them."""
    if not is_member(connection, actor):
        raise NotAMemberError


def only_admins(connection: Connection, actor: Actor) -> None:
    """Raise `NotAnAdminError` unless ``actor`` is an admin, as the transaction of ``connection`` sees them."""
    member = people.get_member(connection, actor.workspace_id, actor.member_id)
    if not member.is_admin or not member.is_active:
        raise NotAnAdminError
