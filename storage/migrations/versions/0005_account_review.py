"""What the weekly account review needs: target lists, people at an account, signals, and the digest's replies."""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What the weekly account review needs."""
    _review_threads()
    _confirmations()
    _sales_stages()
    _account_facts()
    _target_lists()
    _file_exports()
    _digest_schedules()
    op.add_column("members", sa.Column("email", sa.String(), nullable=True))
    _of_accounts("account_id IS NOT NULL")
    op.create_index(
        "ix_deals_crm",
        "deals",
        ["workspace_id", "crm_id"],
        sqlite_where=sa.text("crm_id IS NOT NULL"),
        postgresql_where=sa.text("crm_id IS NOT NULL"),
    )


def downgrade() -> None:
    """As before."""
    op.drop_index("ix_deals_crm", table_name="deals")
    _of_accounts("account_id IS NOT NULL AND withdrawn_at IS NULL")
    op.drop_index("ix_deals_closed", table_name="deals")
    with op.batch_alter_table("digest_schedules", schema=None) as batch_op:
        for column in ("monthly_at", "weekly_at", "accounts", "left_out"):
            batch_op.drop_column(column)
    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.drop_column("email")
    for table in ("file_exports", "target_voices", "target_entries", "target_lists"):
        op.drop_table(table)
    for table in ("account_confirmations", "confirmation_asks", "account_comments", "review_replies"):
        op.drop_table(table)
    op.drop_column("outbox", "reply_to_id")
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.drop_column("renewal_on")
        batch_op.drop_column("relation")
    for table in ("intent_signals", "buying_group_people", "sales_stages"):
        op.drop_table(table)


def _of_accounts(condition: str) -> None:
    """What is withdrawn moves with its account too: found by the same index."""
    for table, index in (("objections", "ix_objections_account"), ("win_loss_reviews", "ix_reviews_account")):
        op.drop_index(index, table_name=table)
        op.create_index(
            index,
            table,
            ["workspace_id", "account_id", "logged_at"],
            sqlite_where=sa.text(condition),
            postgresql_where=sa.text(condition),
        )


def _digest_schedules() -> None:
    op.add_column("digest_schedules", sa.Column("left_out", sa.String(), nullable=False, server_default=""))
    op.add_column("digest_schedules", sa.Column("accounts", sa.String(), nullable=False, server_default="all"))
    op.add_column("digest_schedules", sa.Column("weekly_at", UTCDateTime(), nullable=True))
    op.add_column("digest_schedules", sa.Column("monthly_at", UTCDateTime(), nullable=True))
    op.execute("UPDATE digest_schedules SET weekly_at = next_due_at")
    op.create_index(
        "ix_deals_closed",
        "deals",
        ["workspace_id", "closed_at", "outcome"],
        unique=False,
        sqlite_where=sa.text("closed_at IS NOT NULL"),
        postgresql_where=sa.text("closed_at IS NOT NULL"),
    )


def _sales_stages() -> None:
    op.create_table(
        "sales_stages",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("limit_days", sa.Integer(), nullable=True),
        sa.Column("support", sa.String(), nullable=False),
        sa.Column("support_text", sa.Text(), nullable=True),
        sa.Column("retired_at", UTCDateTime(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"]),
        sa.PrimaryKeyConstraint("workspace_id", "code"),
    )


def _account_facts() -> None:
    op.add_column("accounts", sa.Column("relation", sa.String(), nullable=True))
    op.add_column("accounts", sa.Column("renewal_on", sa.Date(), nullable=True))
    told = {
        "buying_group_people": ("name", "title", "role"),
        "intent_signals": ("topic", "source"),
    }
    for table, texts in told.items():
        op.create_table(
            table,
            sa.Column("workspace_id", sa.Integer(), nullable=False),
            sa.Column("id", sa.BigInteger(), nullable=False),
            sa.Column("account_id", sa.BigInteger(), nullable=False),
            *(sa.Column(name, sa.String(), nullable=False) for name in texts),
            *([sa.Column("seen_on", sa.Date(), nullable=False)] if table == "intent_signals" else []),
            sa.Column("added_at", UTCDateTime(), nullable=False),
            sa.Column("added_by_id", sa.BigInteger(), nullable=False),
            sa.Column("removed_at", UTCDateTime(), nullable=True),
            sa.Column("version", sa.Integer(), nullable=False),
            _to("account_id", "accounts"),
            _to("added_by_id", "members"),
            sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"]),
            sa.PrimaryKeyConstraint("workspace_id", "id"),
        )
    op.create_index(
        "ix_buying_group_people_account", "buying_group_people", ["workspace_id", "account_id"], unique=False
    )
    op.create_index(
        "ix_intent_signals_account", "intent_signals", ["workspace_id", "account_id", "seen_on"], unique=False
    )


def _target_lists() -> None:
    _own_table(
        "target_lists",
        sa.Column("quarter", sa.String(), nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        *_optional(UTCDateTime, "sales_agreed_at", "marketing_agreed_at", "published_at"),
        *_optional(sa.BigInteger, "sales_owner_id", "marketing_owner_id"),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("created_by_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _to("sales_owner_id", "members"),
        _to("marketing_owner_id", "members"),
        _to("created_by_id", "members"),
    )
    op.create_index("uq_target_lists_quarter", "target_lists", ["workspace_id", "quarter"], unique=True)
    _own_table(
        "target_entries",
        sa.Column("list_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("is_carried", sa.Boolean(), nullable=False),
        sa.Column("proposed_at", UTCDateTime(), nullable=False),
        sa.Column("proposed_by_id", sa.BigInteger(), nullable=False),
        *_optional(UTCDateTime, "on_at", "ended_at"),
        *_optional(sa.BigInteger, "ended_by_id"),
        *_optional(sa.Text, "reason"),
        _to("list_id", "target_lists"),
        _to("account_id", "accounts"),
        _to("proposed_by_id", "members"),
        _to("ended_by_id", "members"),
    )
    op.create_index("ix_target_entries_list", "target_entries", ["workspace_id", "list_id", "account_id"], unique=False)
    op.create_index("ix_target_entries_account", "target_entries", ["workspace_id", "account_id"], unique=False)
    _own_table(
        "target_voices",
        sa.Column("list_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("side", sa.String(), nullable=False),
        sa.Column("says", sa.String(), nullable=False),
        *_optional(sa.Text, "reason"),
        sa.Column("at", UTCDateTime(), nullable=False),
        _to("list_id", "target_lists"),
        _to("member_id", "members"),
    )
    op.create_index("ix_target_voices_list", "target_voices", ["workspace_id", "list_id", "id"], unique=False)


def _file_exports() -> None:
    _own_table(
        "file_exports",
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        *_optional(sa.Integer, "rows"),
        *_optional(sa.String, "slack_file_id", "problem", "lease_token"),
        sa.Column("attempts", sa.Integer(), nullable=False),
        *(sa.Column(name, UTCDateTime(), nullable=False) for name in ("next_attempt_at", "created_at", "updated_at")),
        *_optional(UTCDateTime, "lease_until"),
        _to("member_id", "members"),
    )
    to_send = sa.text("state IN ('asked', 'uploaded')")
    columns = ["next_attempt_at", "id"]
    op.create_index(
        "ix_file_exports_due", "file_exports", columns, unique=False, sqlite_where=to_send, postgresql_where=to_send
    )


def _own_table(name: str, *parts: sa.schema.SchemaItem) -> None:
    op.create_table(
        name,
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        *parts,
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"]),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )


def _optional(kind: type[sa.types.TypeEngine[Any]], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind(), nullable=True) for name in names]


def _to(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["workspace_id", column], [f"{table}.workspace_id", f"{table}.id"], name=f"fk_{column}_in_{table}"
    )


def _review_threads() -> None:
    op.add_column("outbox", sa.Column("reply_to_id", sa.BigInteger(), nullable=True))
    _own_table(
        "review_replies",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("digest_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        sa.Column("tz", sa.String(), nullable=False),
        sa.Column("locale", sa.String(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("posted_at", UTCDateTime(), nullable=False),
        _to("account_id", "accounts"),
    )
    for column in ("account_id", "channel"):
        op.create_index(
            f"ix_review_replies_{column.removesuffix('_id')}",
            "review_replies",
            ["workspace_id", column],
            unique=False,
            sqlite_where=sa.text("is_current"),
            postgresql_where=sa.text("is_current"),
        )
    _own_table(
        "account_comments",
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        _to("account_id", "accounts"),
        _to("by_id", "members"),
    )
    op.create_index("ix_account_comments_account", "account_comments", ["workspace_id", "account_id", "at"])


def _confirmations() -> None:
    op.create_table(
        "confirmation_asks",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.Column("is_current", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        _to("member_id", "members"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"]),
        sa.PrimaryKeyConstraint("workspace_id", "iso_year", "iso_week", "member_id"),
    )
    op.create_index("uq_confirmation_asks_id", "confirmation_asks", ["workspace_id", "id"], unique=True)
    op.create_index(
        "ix_confirmation_asks_member",
        "confirmation_asks",
        ["workspace_id", "member_id"],
        unique=False,
        sqlite_where=sa.text("is_current"),
        postgresql_where=sa.text("is_current"),
    )
    _own_table(
        "account_confirmations",
        sa.Column("iso_year", sa.Integer(), nullable=False),
        sa.Column("iso_week", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        _to("account_id", "accounts"),
        _to("member_id", "members"),
    )
    op.create_index(
        "ix_account_confirmations_week", "account_confirmations", ["workspace_id", "iso_year", "iso_week", "account_id"]
    )
