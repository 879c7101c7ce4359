"""Win/loss reviews and the requests for them, ratings of leads, and companies merged into one."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_ACCENTED = "áàâäãåéèêëíìîïóòôöõúùûüñç"
_PLAIN = "aaaaaaeeeeiiiiooooouuuunc"


def upgrade() -> None:
    """Win/loss reviews and the requests for them, ratings of leads, and companies merged into one."""
    _win_loss_reviews()
    _lead_ratings()
    _review_requests()
    _objection_answers()
    _ways_in()
    _account_merges()


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
        sa.Column("closing", sa.Integer(), nullable=True),
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
            ["workspace_id", "closed_at"],
            unique=False,
            sqlite_where=sa.text("return_reason IS NOT NULL"),
            postgresql_where=sa.text("return_reason IS NOT NULL"),
        )


def _ways_in() -> None:
    op.create_table(
        "kept_forms",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("view_id", sa.String(), nullable=False),
        sa.Column("why", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("kept_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["members.workspace_id", "members.id"], name="fk_member_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    op.create_index("ix_kept_forms_kept", "kept_forms", ["kept_at"], unique=False)
    op.create_index("uq_kept_forms_view", "kept_forms", ["workspace_id", "view_id"], unique=True)
    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.add_column(sa.Column("reaction", sa.String(), nullable=False, server_default="loop"))
    for table in ("objections", "win_loss_reviews"):
        op.create_index(
            f"ix_{table}_competitor",
            table,
            ["workspace_id", "competitor"],
            unique=False,
            sqlite_where=sa.text("competitor IS NOT NULL"),
            postgresql_where=sa.text("competitor IS NOT NULL"),
        )
    _words_of("accounts", "account_words", "name_key")
    _words_of("deals", "deal_words", "name")


def _words_of(table: str, index: str, column: str) -> None:
    """Index the words of names, so that they are found by the beginning of any of them (as `objection_words`)."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            f"CREATE INDEX ix_{index} ON {table} USING gin (to_tsvector('simple', 'ws' || workspace_id || ' ' || "
            f"translate(lower(coalesce({column}, '')), '{_ACCENTED}', '{_PLAIN}')))"
        )
        return
    words = f"'ws' || new.workspace_id || ' ' || coalesce(new.{column}, '')"
    op.execute(
        f"CREATE VIRTUAL TABLE {index} USING fts5("
        "words, tokenize='unicode61 remove_diacritics 2', prefix='1 2 3', detail=none, columnsize=0)"
    )
    op.execute(
        f"INSERT INTO {index}(rowid, words) "  # noqa: S608 - names of ours
        f"SELECT id, 'ws' || workspace_id || ' ' || coalesce({column}, '') FROM {table}"
    )
    op.execute(
        f"CREATE TRIGGER {index}_insert AFTER INSERT ON {table} BEGIN "  # noqa: S608 - names of ours
        f"INSERT INTO {index}(rowid, words) VALUES (new.id, {words}); END"
    )
    op.execute(
        f"CREATE TRIGGER {index}_update AFTER UPDATE OF {column} ON {table} BEGIN "  # noqa: S608 - names of ours
        f"UPDATE {index} SET words = {words} WHERE rowid = new.id; END"
    )
    op.execute(
        f"CREATE TRIGGER {index}_delete AFTER DELETE ON {table} BEGIN "  # noqa: S608 - names of ours
        f"DELETE FROM {index} WHERE rowid = old.id; END"
    )


def _review_requests() -> None:
    # Added in place, not by copying the table: requests are to point to it.
    op.add_column("deals", sa.Column("closings", sa.Integer(), nullable=False, server_default="0"))
    op.execute("UPDATE deals SET closings = 1 WHERE outcome <> 'open'")
    op.create_table(
        "review_requests",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("deal_id", sa.BigInteger(), nullable=False),
        sa.Column("closing", sa.Integer(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=True),
        sa.Column("asked_id", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.String(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("review_id", sa.BigInteger(), nullable=True),
        sa.Column("asked_at", UTCDateTime(), nullable=False),
        sa.Column("reminded_at", UTCDateTime(), nullable=True),
        sa.Column("settled_at", UTCDateTime(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "asked_id"], ["members.workspace_id", "members.id"], name="fk_asked_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "deal_id"], ["deals.workspace_id", "deals.id"], name="fk_deal_id_in_deals"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "owner_id"], ["members.workspace_id", "members.id"], name="fk_owner_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "review_id"],
            ["win_loss_reviews.workspace_id", "win_loss_reviews.id"],
            name="fk_review_id_in_win_loss_reviews",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("review_requests", schema=None) as batch_op:
        batch_op.create_index(
            "ix_review_requests_open",
            ["workspace_id", "asked_id", "asked_at"],
            unique=False,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
        batch_op.create_index("uq_review_requests_closing", ["workspace_id", "deal_id", "closing"], unique=True)


def _account_merges() -> None:
    # In place, not by copying the table: triggers hang on it.
    op.add_column("accounts", sa.Column("merged_into_id", sa.BigInteger(), nullable=True))
    op.create_index(
        "ix_accounts_merged",
        "accounts",
        ["workspace_id", "merged_into_id"],
        unique=False,
        sqlite_where=sa.text("merged_into_id IS NOT NULL"),
        postgresql_where=sa.text("merged_into_id IS NOT NULL"),
    )
    op.create_table(
        "account_merges",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("kept_id", sa.BigInteger(), nullable=False),
        sa.Column("merged_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("filled", sa.Text(), nullable=False),
        sa.Column("archived_before", UTCDateTime(), nullable=True),
        sa.Column("by_id", sa.BigInteger(), nullable=False),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.Column("undone_by_id", sa.BigInteger(), nullable=True),
        sa.Column("undone_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "by_id"], ["members.workspace_id", "members.id"], name="fk_by_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "kept_id"], ["accounts.workspace_id", "accounts.id"], name="fk_kept_id_in_accounts"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "merged_id"], ["accounts.workspace_id", "accounts.id"], name="fk_merged_id_in_accounts"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "undone_by_id"], ["members.workspace_id", "members.id"], name="fk_undone_by_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("account_merges", schema=None) as batch_op:
        batch_op.create_index("ix_account_merges_kept", ["workspace_id", "kept_id", "id"], unique=False)
        batch_op.create_index("ix_account_merges_state", ["workspace_id", "state", "id"], unique=False)
        batch_op.create_index(
            "uq_account_merges_merged",
            ["workspace_id", "merged_id"],
            unique=True,
            sqlite_where=sa.text("state = 'merged'"),
            postgresql_where=sa.text("state = 'merged'"),
        )
    op.create_table(
        "account_merge_moves",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("merge_id", sa.BigInteger(), nullable=False),
        sa.Column("reference", sa.String(), nullable=False),
        sa.Column("row_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "merge_id"],
            ["account_merges.workspace_id", "account_merges.id"],
            name="fk_merge_id_in_account_merges",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "merge_id", "reference", "row_id"),
    )


def _objection_answers() -> None:
    op.create_table(
        "objection_answers",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("objection_id", sa.BigInteger(), nullable=False),
        sa.Column("answered_by_id", sa.BigInteger(), nullable=False),
        sa.Column("answered_at", UTCDateTime(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "answered_by_id"],
            ["members.workspace_id", "members.id"],
            name="fk_answered_by_id_in_members",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "objection_id"],
            ["objections.workspace_id", "objections.id"],
            name="fk_objection_id_in_objections",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("objection_answers", schema=None) as batch_op:
        batch_op.create_index(
            "ix_objection_answers_objection", ["workspace_id", "objection_id", "answered_at"], unique=False
        )
