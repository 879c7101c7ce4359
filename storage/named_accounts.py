"""The account that a note or a review is about, by name: the account's own, or the words somebody typed for it."""

from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, and_, func
from sqlmodel import col

from storage.ids import WorkspaceId
from storage.tables import Account, Objection, WinLossReview


def account_name(of: type[Objection | WinLossReview]) -> ColumnElement[Any]:
    """The account's name; what was typed where no account goes by that; NULL where none was said.

    For a statement that joins the account by `its_account`, and keeps rows that have none.
    """
    return func.coalesce(col(Account.name), col(of.account_hint))


def its_account(
    of: type[Objection | WinLossReview], workspace: WorkspaceId | SQLColumnExpression[Any]
) -> ColumnElement[bool]:
    """What to join `Account` on beside ``of``: the row's account, in this workspace."""
    return and_(col(Account.workspace_id) == workspace, col(Account.id) == col(of.account_id))
