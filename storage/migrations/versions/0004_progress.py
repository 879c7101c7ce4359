"""How accounts get on: stages of deals, next steps, and who was at them."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """How accounts get on: stages of deals, next steps, and who was at them."""
    _stage_changes()
    _account_steps()
    _account_touches()
    for table in ("deals", "handoffs", "leads"):
        op.create_index(
            f"ix_{table}_account",
            table,
            ["workspace_id", "account_id"],
            unique=False,
            sqlite_where=sa.text("account_id IS NOT NULL"),
            postgresql_where=sa.text("account_id IS NOT NULL"),
        )
    op.create_index("ix_deals_name", "deals", ["workspace_id", "name"], unique=False)
    op.create_index("ix_timers_started", "timers", ["workspace_id", "started_at"], unique=False)
    _pause_reminders()


def _pause_reminders() -> None:
    op.add_column("pauses", sa.Column("reminded_at", UTCDateTime(), nullable=True))
    op.create_index(
        "ix_pauses_standing",
        "pauses",
        ["started_at", "id"],
        unique=False,
        sqlite_where=sa.text("ended_at IS NULL AND reminded_at IS NULL"),
        postgresql_where=sa.text("ended_at IS NULL AND reminded_at IS NULL"),
    )


def _to(column: str, table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["workspace_id", column], [f"{table}.workspace_id", f"{table}.id"], name=f"fk_{column}_in_{table}"
    )


def _stage_changes() -> None:
    op.create_table(
        "stage_changes",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("deal_id", sa.BigInteger(), nullable=False),
        sa.Column("stage", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=True),
        _to("account_id", "accounts"),
        _to("by_id", "members"),
        _to("deal_id", "deals"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"]),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("stage_changes", schema=None) as batch_op:
        batch_op.create_index(
            "ix_stage_changes_account", ["workspace_id", "account_id", "at", "deal_id", "stage"], unique=False
        )
        batch_op.create_index("ix_stage_changes_deal", ["workspace_id", "deal_id", "at"], unique=False)


def _account_steps() -> None:
    op.create_table(
        "account_steps",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("added_at", UTCDateTime(), nullable=False),
        sa.Column("added_by_id", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.Column("ended_by_id", sa.BigInteger(), nullable=True),
        sa.Column("ending", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        _to("account_id", "accounts"),
        _to("added_by_id", "members"),
        _to("ended_by_id", "members"),
        _to("owner_id", "members"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"]),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("account_steps", schema=None) as batch_op:
        batch_op.create_index("ix_account_steps_account", ["workspace_id", "account_id", "ended_at"], unique=False)
        batch_op.create_index(
            "ix_account_steps_open",
            ["workspace_id", "owner_id", "due_on"],
            unique=False,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )


def _account_touches() -> None:
    op.create_table(
        "account_touches",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("by_id", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        _to("account_id", "accounts"),
        _to("by_id", "members"),
        sa.ForeignKeyConstraint(["workspace_id"], ["workspaces.id"]),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("account_touches", schema=None) as batch_op:
        batch_op.create_index("ix_account_touches_account", ["workspace_id", "account_id", "at"], unique=False)
