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
    _lead_ratings()


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


def _lead_ratings() -> None:
    op.create_table(
        "lead_ratings",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("lead_id", sa.BigInteger(), nullable=False),
        sa.Column("rated_by_id", sa.BigInteger(), nullable=False),
        sa.Column("rated_at", UTCDateTime(), nullable=False),
        sa.Column("fit", sa.String(), nullable=False),
        sa.Column("intent", sa.String(), nullable=False),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("handoff_id", sa.BigInteger(), nullable=True),
        sa.Column("decides", sa.Boolean(), nullable=False),
        sa.Column("action", sa.String(), nullable=True),
        sa.Column("source_channel", sa.String(), nullable=True),
        sa.Column("source_link", sa.String(), nullable=True),
        sa.Column("source_author", sa.String(), nullable=True),
        sa.Column("withdrawn_at", UTCDateTime(), nullable=True),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "handoff_id"], ["handoffs.workspace_id", "handoffs.id"], name="fk_handoff_id_in_handoffs"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "lead_id"], ["leads.workspace_id", "leads.id"], name="fk_lead_id_in_leads"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "rated_by_id"], ["members.workspace_id", "members.id"], name="fk_rated_by_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("lead_ratings", schema=None) as batch_op:
        batch_op.create_index(
            "ix_lead_ratings_mine",
            ["workspace_id", "rated_by_id", "updated_at"],
            unique=False,
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )
        batch_op.create_index(
            "ix_lead_ratings_rated",
            ["workspace_id", "rated_at"],
            unique=False,
            sqlite_where=sa.text("withdrawn_at IS NULL"),
            postgresql_where=sa.text("withdrawn_at IS NULL"),
        )
        batch_op.create_index("uq_lead_ratings_rater", ["workspace_id", "lead_id", "rated_by_id"], unique=True)
    with op.batch_alter_table("handoffs", schema=None) as batch_op:
        batch_op.create_index(
            "ix_handoffs_returned",
            ["workspace_id", "closed_at", "source", "return_reason"],
            unique=False,
            sqlite_where=sa.text("return_reason IS NOT NULL"),
            postgresql_where=sa.text("return_reason IS NOT NULL"),
        )
