"""Win/loss reviews and the requests for them, ratings of leads, and companies merged into one."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Win/loss reviews and the requests for them, ratings of leads, and companies merged into one."""
    _win_loss_reviews()


def _win_loss_reviews() -> None:
    op.create_table(
        "win_loss_reviews",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("logged_by_id", sa.BigInteger(), nullable=False),
        sa.Column("logged_at", UTCDateTime(), nullable=False),
        sa.Column("perspective", sa.String(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("account_hint", sa.String(), nullable=True),
        sa.Column("deal_id", sa.BigInteger(), nullable=True),
        sa.Column("deal_closed_at", UTCDateTime(), nullable=True),
        sa.Column("outcome", sa.String(), nullable=False),
        sa.Column("primary_reason", sa.String(), nullable=True),
        sa.Column("contributing", sa.String(), nullable=False),
        sa.Column("competitor", sa.String(), nullable=True),
        sa.Column("swung_it", sa.Text(), nullable=True),
        sa.Column("buyer_words", sa.Text(), nullable=True),
        sa.Column("helpful_content", sa.Text(), nullable=True),
        sa.Column("lesson", sa.Text(), nullable=True),
        sa.Column("typed", sa.Text(), nullable=True),
        sa.Column("source_channel", sa.String(), nullable=True),
        sa.Column("source_link", sa.String(), nullable=True),
        sa.Column("source_author", sa.String(), nullable=True),
        sa.Column("text_hash", sa.String(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "account_id"], ["accounts.workspace_id", "accounts.id"], name="fk_account_id_in_accounts"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "deal_id"], ["deals.workspace_id", "deals.id"], name="fk_deal_id_in_deals"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "logged_by_id"], ["members.workspace_id", "members.id"], name="fk_logged_by_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("win_loss_reviews", schema=None) as batch_op:
        batch_op.create_index(
            "ix_reviews_account",
            ["workspace_id", "account_id", "logged_at"],
            unique=False,
            sqlite_where=sa.text("account_id IS NOT NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("account_id IS NOT NULL AND withdrawn_at IS NULL"),
        )
        batch_op.create_index(
            "ix_reviews_deal",
            ["workspace_id", "deal_id", "logged_at"],
            unique=False,
            sqlite_where=sa.text("deal_id IS NOT NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("deal_id IS NOT NULL AND withdrawn_at IS NULL"),
        )
        batch_op.create_index("ix_reviews_mine", ["workspace_id", "logged_by_id", "logged_at"], unique=False)
        batch_op.create_index("ix_reviews_week", ["workspace_id", "logged_at", "outcome", "withdrawn_at"], unique=False)
