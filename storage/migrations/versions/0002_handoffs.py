"""Handoffs, SLA policies and timers, calendars, and what people are in the team."""

import sqlalchemy as sa
from alembic import op
from sqlmodel.sql.sqltypes import UTCDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Handoffs, SLA policies and timers, calendars, and what people are in the team."""
    _calendars()
    _calendar_snapshots()
    _sla_policies()
    _pauses()
    _rotation_seats()
    _routing_rules()
    _sla_policy_versions()
    _time_off()
    _timers()
    _ladder_ledger()
    _handoffs()
    _attempts()
    _new_columns()


def _calendars() -> None:
    op.create_table(
        "calendars",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("spec", sa.Text(), nullable=False),
        sa.Column("tz", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("region", sa.String(), nullable=True),
        sa.Column("is_default", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("calendars", schema=None) as batch_op:
        batch_op.create_index("uq_calendars_name", ["workspace_id", "name"], unique=True)


def _calendar_snapshots() -> None:
    op.create_table(
        "calendar_snapshots",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("spec", sa.Text(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "key"),
    )


def _sla_policies() -> None:
    op.create_table(
        "sla_policies",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("lead_type", sa.String(), nullable=True),
        sa.Column("tier", sa.Integer(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("sla_policies", schema=None) as batch_op:
        batch_op.create_index("uq_sla_policies_name", ["workspace_id", "name"], unique=True)


def _pauses() -> None:
    op.create_table(
        "pauses",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.Column("started_at", UTCDateTime(), nullable=False),
        sa.Column("ended_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["members.workspace_id", "members.id"], name="fk_member_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("pauses", schema=None) as batch_op:
        batch_op.create_index("ix_pauses_subject", ["workspace_id", "subject_kind", "subject_id"], unique=False)
        batch_op.create_index(
            "uq_pauses_open",
            ["workspace_id", "subject_kind", "subject_id"],
            unique=True,
            sqlite_where=sa.text("ended_at IS NULL"),
            postgresql_where=sa.text("ended_at IS NULL"),
        )


def _rotation_seats() -> None:
    op.create_table(
        "rotation_seats",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("pool", sa.String(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("cap", sa.Integer(), nullable=True),
        sa.Column("turns", sa.Integer(), nullable=False),
        sa.Column("last_turn_at", UTCDateTime(), nullable=True),
        sa.Column("last_missed_at", UTCDateTime(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["members.workspace_id", "members.id"], name="fk_member_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "pool", "member_id"),
    )


def _routing_rules() -> None:
    op.create_table(
        "routing_rules",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("territory", sa.String(), nullable=True),
        sa.Column("segment", sa.String(), nullable=True),
        sa.Column("source", sa.String(), nullable=True),
        sa.Column("owner_id", sa.BigInteger(), nullable=True),
        sa.Column("pool", sa.String(), nullable=True),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "owner_id"], ["members.workspace_id", "members.id"], name="fk_owner_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("routing_rules", schema=None) as batch_op:
        batch_op.create_index("ix_routing_rules_order", ["workspace_id", "position", "id"], unique=False)


def _sla_policy_versions() -> None:
    op.create_table(
        "sla_policy_versions",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("policy_id", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("spec", sa.Text(), nullable=False),
        sa.Column("created_by_id", sa.BigInteger(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "created_by_id"],
            ["members.workspace_id", "members.id"],
            name="fk_created_by_id_in_members",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "policy_id"],
            ["sla_policies.workspace_id", "sla_policies.id"],
            name="fk_policy_id_in_sla_policies",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "policy_id", "version"),
    )


def _time_off() -> None:
    op.create_table(
        "time_off",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("starts_at", UTCDateTime(), nullable=False),
        sa.Column("ends_at", UTCDateTime(), nullable=False),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("cancelled_at", UTCDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["members.workspace_id", "members.id"], name="fk_member_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("time_off", schema=None) as batch_op:
        batch_op.create_index("ix_time_off_member", ["workspace_id", "member_id", "ends_at"], unique=False)


def _timers() -> None:
    op.create_table(
        "timers",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("subject_kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("policy_id", sa.BigInteger(), nullable=True),
        sa.Column("policy_version", sa.Integer(), nullable=True),
        sa.Column("started_at", UTCDateTime(), nullable=False),
        sa.Column("legs", sa.Text(), nullable=False),
        sa.Column("target_minutes", sa.Integer(), nullable=True),
        sa.Column("target_unit", sa.String(), nullable=True),
        sa.Column("limit_minutes", sa.Integer(), nullable=False),
        sa.Column("limit_unit", sa.String(), nullable=False),
        sa.Column("carried_minutes", sa.Integer(), nullable=False),
        sa.Column("target_at", UTCDateTime(), nullable=True),
        sa.Column("due_at", UTCDateTime(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("next_step", sa.Integer(), nullable=False),
        sa.Column("next_step_at", UTCDateTime(), nullable=True),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("outcome", sa.String(), nullable=True),
        sa.Column("stopped_at", UTCDateTime(), nullable=True),
        sa.Column("used_minutes", sa.Integer(), nullable=True),
        sa.Column("breached_at", UTCDateTime(), nullable=True),
        sa.Column("is_shadow", sa.Boolean(), nullable=False),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "owner_id"], ["members.workspace_id", "members.id"], name="fk_owner_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("timers", schema=None) as batch_op:
        batch_op.create_index(
            "ix_timers_owner",
            ["workspace_id", "owner_id"],
            unique=False,
            sqlite_where=sa.text("state IN ('open', 'paused')"),
            postgresql_where=sa.text("state IN ('open', 'paused')"),
        )
        batch_op.create_index(
            "ix_timers_step",
            ["next_step_at", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'open' AND next_step_at IS NOT NULL"),
            postgresql_where=sa.text("state = 'open' AND next_step_at IS NOT NULL"),
        )
        batch_op.create_index("ix_timers_subject", ["workspace_id", "subject_kind", "subject_id", "kind"], unique=False)


def _ladder_ledger() -> None:
    op.create_table(
        "ladder_ledger",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("timer_id", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("rung", sa.String(), nullable=False),
        sa.Column("recipient", sa.String(), nullable=False),
        sa.Column("action", sa.String(), nullable=False),
        sa.Column("due_at", UTCDateTime(), nullable=False),
        sa.Column("taken_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "timer_id"], ["timers.workspace_id", "timers.id"], name="fk_timer_id_in_timers"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "timer_id", "epoch", "rung", "recipient"),
    )


def _handoffs() -> None:
    op.create_table(
        "handoffs",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("lead_id", sa.BigInteger(), nullable=False),
        sa.Column("account_id", sa.BigInteger(), nullable=True),
        sa.Column("owner_id", sa.BigInteger(), nullable=False),
        sa.Column("marketer_id", sa.BigInteger(), nullable=False),
        sa.Column("lead_type", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=True),
        sa.Column("lane", sa.String(), nullable=False),
        sa.Column("policy_id", sa.BigInteger(), nullable=True),
        sa.Column("policy_version", sa.Integer(), nullable=True),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("routed_by", sa.String(), nullable=False),
        sa.Column("routing", sa.Text(), nullable=False),
        sa.Column("parent_id", sa.BigInteger(), nullable=True),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("requested_at", UTCDateTime(), nullable=True),
        sa.Column("waited_minutes", sa.Integer(), nullable=True),
        sa.Column("offered_at", UTCDateTime(), nullable=False),
        sa.Column("accepted_at", UTCDateTime(), nullable=True),
        sa.Column("attempted_at", UTCDateTime(), nullable=True),
        sa.Column("contacted_at", UTCDateTime(), nullable=True),
        sa.Column("qualified_at", UTCDateTime(), nullable=True),
        sa.Column("closed_at", UTCDateTime(), nullable=True),
        sa.Column("return_reason", sa.String(), nullable=True),
        sa.Column("return_note", sa.Text(), nullable=True),
        sa.Column("recycle_at", UTCDateTime(), nullable=True),
        sa.Column("recycle_asked_at", UTCDateTime(), nullable=True),
        sa.Column("snoozed_until", UTCDateTime(), nullable=True),
        sa.Column("source_channel", sa.String(), nullable=True),
        sa.Column("source_link", sa.String(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "account_id"], ["accounts.workspace_id", "accounts.id"], name="fk_account_id_in_accounts"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "lead_id"], ["leads.workspace_id", "leads.id"], name="fk_lead_id_in_leads"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "marketer_id"], ["members.workspace_id", "members.id"], name="fk_marketer_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "owner_id"], ["members.workspace_id", "members.id"], name="fk_owner_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "parent_id"], ["handoffs.workspace_id", "handoffs.id"], name="fk_parent_id_in_handoffs"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("handoffs", schema=None) as batch_op:
        batch_op.create_index("ix_handoffs_lead", ["workspace_id", "lead_id", "offered_at"], unique=False)
        batch_op.create_index("ix_handoffs_marketer", ["workspace_id", "marketer_id", "offered_at"], unique=False)
        batch_op.create_index("ix_handoffs_offered", ["workspace_id", "offered_at", "id"], unique=False)
        batch_op.create_index(
            "ix_handoffs_owner",
            ["workspace_id", "owner_id", "offered_at"],
            unique=False,
            sqlite_where=sa.text("state IN ('offered', 'accepted', 'attempted', 'contacted')"),
            postgresql_where=sa.text("state IN ('offered', 'accepted', 'attempted', 'contacted')"),
        )
        batch_op.create_index(
            "ix_handoffs_recycle",
            ["recycle_at", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'recycled' AND recycle_asked_at IS NULL"),
            postgresql_where=sa.text("state = 'recycled' AND recycle_asked_at IS NULL"),
        )


def _attempts() -> None:
    op.create_table(
        "attempts",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("handoff_id", sa.BigInteger(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "handoff_id"], ["handoffs.workspace_id", "handoffs.id"], name="fk_handoff_id_in_handoffs"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"], ["members.workspace_id", "members.id"], name="fk_member_id_in_members"
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("attempts", schema=None) as batch_op:
        batch_op.create_index("ix_attempts_handoff", ["workspace_id", "handoff_id", "at"], unique=False)


def _new_columns() -> None:
    with op.batch_alter_table("accounts", schema=None) as batch_op:
        batch_op.add_column(sa.Column("tier", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("territory", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("segment", sa.String(), nullable=True))

    with op.batch_alter_table("leads", schema=None) as batch_op:
        batch_op.add_column(sa.Column("lead_type", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("territory", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("segment", sa.String(), nullable=True))
    op.create_index("ix_leads_company", "leads", ["workspace_id", "company"], unique=False)
    op.create_index("ix_leads_name", "leads", ["workspace_id", "name"], unique=False)

    with op.batch_alter_table("members", schema=None) as batch_op:
        batch_op.add_column(sa.Column("team", sa.String(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("is_manager", sa.Boolean(), nullable=False, server_default=sa.false()))
        batch_op.add_column(sa.Column("manager_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("backup_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("calendar_id", sa.BigInteger(), nullable=True))
        batch_op.add_column(sa.Column("open_cap", sa.Integer(), nullable=True))
        batch_op.create_foreign_key(
            "fk_manager_id_in_members", "members", ["workspace_id", "manager_id"], ["workspace_id", "id"]
        )
        batch_op.create_foreign_key(
            "fk_calendar_id_in_calendars", "calendars", ["workspace_id", "calendar_id"], ["workspace_id", "id"]
        )
        batch_op.create_foreign_key(
            "fk_backup_id_in_members", "members", ["workspace_id", "backup_id"], ["workspace_id", "id"]
        )

    with op.batch_alter_table("workspaces", schema=None) as batch_op:
        batch_op.add_column(sa.Column("handoff_channel", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("country", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("region", sa.String(), nullable=True))
        batch_op.add_column(sa.Column("set_up", sa.Text(), nullable=False, server_default="{}"))

    op.create_table(
        "file_imports",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("slack_file_id", sa.String(), nullable=False),
        sa.Column("message_ts", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("channel", sa.String(), nullable=False),
        sa.Column("member_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("problem", sa.String(), nullable=True),
        sa.Column("digest", sa.String(), nullable=True),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("progress", sa.Text(), nullable=False),
        sa.Column("report_file_id", sa.String(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_attempt_at", UTCDateTime(), nullable=False),
        sa.Column("lease_token", sa.String(), nullable=True),
        sa.Column("lease_until", UTCDateTime(), nullable=True),
        sa.Column("last_error", sa.Text(), nullable=True),
        sa.Column("created_at", UTCDateTime(), nullable=False),
        sa.Column("updated_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "member_id"],
            ["members.workspace_id", "members.id"],
            name="fk_member_id_in_members",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("file_imports", schema=None) as batch_op:
        batch_op.create_index(
            "ix_file_imports_due",
            ["next_attempt_at", "id"],
            unique=False,
            sqlite_where=sa.text("state IN ('received', 'confirmed', 'reporting')"),
            postgresql_where=sa.text("state IN ('received', 'confirmed', 'reporting')"),
        )
        batch_op.create_index("uq_file_imports_message", ["workspace_id", "slack_file_id", "message_ts"], unique=True)

    op.create_table(
        "import_mappings",
        sa.Column("workspace_id", sa.Integer(), nullable=False),
        sa.Column("id", sa.BigInteger(), nullable=False),
        sa.Column("headings_key", sa.String(), nullable=False),
        sa.Column("plan", sa.Text(), nullable=False),
        sa.Column("confirmed_by_id", sa.BigInteger(), nullable=False),
        sa.Column("confirmed_at", UTCDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["workspace_id", "confirmed_by_id"],
            ["members.workspace_id", "members.id"],
            name="fk_confirmed_by_id_in_members",
        ),
        sa.ForeignKeyConstraint(
            ["workspace_id"],
            ["workspaces.id"],
        ),
        sa.PrimaryKeyConstraint("workspace_id", "id"),
    )
    with op.batch_alter_table("import_mappings", schema=None) as batch_op:
        batch_op.create_index("uq_import_mappings_headings", ["workspace_id", "headings_key"], unique=True)

    with op.batch_alter_table("objections", schema=None) as batch_op:
        batch_op.add_column(sa.Column("source_author", sa.String(), nullable=True))
        batch_op.create_index(
            "ix_objections_account",
            ["workspace_id", "account_id", "logged_at"],
            unique=False,
            sqlite_where=sa.text("account_id IS NOT NULL AND withdrawn_at IS NULL"),
            postgresql_where=sa.text("account_id IS NOT NULL AND withdrawn_at IS NULL"),
        )
