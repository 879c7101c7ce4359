"""Replies below one digest that are about the same account since two were made one: which of them goes on."""

from collections import defaultdict
from collections.abc import Collection
from typing import Final

from sqlalchemy import Connection, select, text
from sqlmodel import col

from storage.ids import WorkspaceId
from storage.tables import Account, AccountMerge, AccountMergeMove, ReviewReply

#: What a merge calls the account of a reply (`storage.merges.Reference`).
_REFERENCE: Final = "review_replies.account_id"


def ended_by_merges(
    connection: Connection, workspace_id: WorkspaceId, digest_id: int, accounts: Collection[int]
) -> dict[int, str]:
    """Of a digest's replies about ``accounts`` those that another one stands for, with what their account was called.

    The account that was kept keeps its own reply; where it had none, the first of the others goes on for it.
    """
    rows = connection.execute(
        select(col(ReviewReply.id), col(ReviewReply.account_id))
        .where(
            col(ReviewReply.workspace_id) == workspace_id,
            col(ReviewReply.account_id).in_(accounts),
            text("review_replies.is_current"),
            col(ReviewReply.digest_id) == digest_id,
        )
        .order_by(col(ReviewReply.id))
    )
    by_account: defaultdict[int, list[int]] = defaultdict(list)
    for reply_id, account_id in rows:
        by_account[account_id].append(reply_id)
    several = {account: replies for account, replies in by_account.items() if len(replies) > 1}
    if not several:
        return {}
    called = _called_before(connection, workspace_id, several)
    ended = {}
    for replies in several.values():
        goes_on = next((reply for reply in replies if reply not in called), replies[0])
        ended.update({reply: called.get(reply, "") for reply in replies if reply != goes_on})
    return ended


def _called_before(connection: Connection, workspace_id: WorkspaceId, kept: Collection[int]) -> dict[int, str]:
    """What the account of each reply was called before it was merged into one of ``kept``, by reply."""
    rows = connection.execute(
        select(col(AccountMergeMove.row_id), col(Account.name))
        .join(
            AccountMerge,
            (col(AccountMerge.workspace_id) == workspace_id) & (col(AccountMerge.id) == col(AccountMergeMove.merge_id)),
        )
        .join(Account, (col(Account.workspace_id) == workspace_id) & (col(Account.id) == col(AccountMerge.merged_id)))
        .where(
            col(AccountMerge.kept_id).in_(kept),
            col(AccountMergeMove.workspace_id) == workspace_id,
            col(AccountMergeMove.reference) == _REFERENCE,
        )
        .order_by(col(AccountMergeMove.merge_id))
    )
    return {row[0]: row[1] for row in rows}
