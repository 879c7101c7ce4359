"""The data dictionary: every table with its columns, keys and indexes, from SQLModel's metadata."""

import inspect
from collections.abc import Iterator, Mapping
from typing import Final, TypeGuard

from sqlalchemy import BigInteger, Boolean, Column, Integer, Table
from sqlalchemy.sql.schema import ScalarElementColumnDefault
from sqlmodel import SQLModel
from sqlmodel.sql.sqltypes import UTCDateTime

import storage.tables
from docs.tables import markdown_table

#: Which question each index answers. An index without a reason here, or a reason without an index, fails the tests.
INDEX_REASONS: Final[Mapping[str, str]] = {
    "ix_account_comments_account": "what was said of an account in its reviews, the latest first",
    "ix_account_confirmations_week": "which accounts their owners confirmed for a week's review",
    "ix_account_merges_kept": "what was merged into an account, and in which order",
    "ix_account_merges_state": "the latest merges; which pairs are two companies",
    "ix_account_steps_account": "what is promised for an account, and what was done in a week",
    "ix_account_steps_open": "my open steps, what is due first",
    "ix_account_touches_account": "who was at an account lately",
    "ix_accounts_merged": "the other names of an account",
    "ix_attempts_handoff": "what was tried with one lead, in order",
    "ix_audit_subject": "the history of one record, in order",
    "ix_buying_group_people_account": "who decides at an account",
    "ix_confirmation_asks_member": "which message asks an owner to confirm: it changes with their accounts",
    "ix_deals_account": "the deals of an account: on its card, for a review, in a menu, at a merge",
    "ix_deals_closed": "deals won and lost in a week or month, for the digest",
    "ix_deals_crm": "a deal by its number in the CRM",
    "ix_deals_lead": "was this lead's deal won by then? Answered from the index alone",
    "ix_deals_name": "deals whose name begins with what is being typed",
    "ix_digest_schedules_due": "which digests are due: asked every five seconds",
    "ix_file_exports_due": "which files that people asked for are to be made and sent: asked with every pulse",
    "ix_file_imports_due": "which dropped files are to be worked on: asked with every pulse",
    "ix_handoffs_account": "who was at an account: its handoffs, whose attempts are asked for next",
    "ix_handoffs_lead": "the rounds of one lead",
    "ix_handoffs_marketer": "what I handed over, newest first",
    "ix_handoffs_offered": "a week's or cohort's handoffs, for the scorecard",
    "ix_handoffs_owner": "my open handoffs, and how many somebody has",
    "ix_handoffs_recycle": "whose return date has come: asked every minute",
    "ix_handoffs_returned": "why leads came back in a period",
    "ix_inbound_received": "which receipts are old enough to forget",
    "ix_intent_signals_account": "what an account looks into, the latest first",
    "ix_kept_forms_kept": "which kept forms are old enough to forget",
    "ix_lead_ratings_mine": "the leads that I rated, the latest first",
    "ix_lead_ratings_rated": "what was rated in a period, by source and campaign; the latest ratings",
    "ix_leads_account": "the leads of an account, which follow it at a merge",
    "ix_leads_cohort": "MQLs of a week or cohort by source, without touching the rows",
    "ix_leads_company": "leads of companies that begin with what is being typed",
    "ix_leads_name": "leads whose name begins with what is being typed",
    "ix_mind_calls_at": "which kept texts, and which calls, are old enough to forget",
    "ix_mind_calls_month": "what a workspace used this month: asked before each call, from the index alone",
    "ix_mind_labels_field": "what people made of proposals for a field, the latest first",
    "ix_mind_labels_proposed": "which proposals are old enough to forget",
    "ix_mind_labels_waiting": "the proposals in a form that was just submitted",
    "ix_notices_due": "whom to tell now: asked with every pulse",
    "ix_notices_subject": "what was told, or is still to be told, of one record",
    "ix_objection_answers_objection": "what marketing answered to one objection",
    "ix_objections_account": "what buyers of an account objected lately; all of it, at a merge",
    "ix_objections_arguments": "what was argued on a theme: asked with every capture",
    "ix_objections_competitor": "which competitors were named, each once, while somebody types",
    "ix_objections_mine": "what I logged, newest first",
    "ix_objections_same_text": "was the same text stored a moment ago? Asked with every capture",
    "ix_objections_week": "a week's objections by theme, without touching the rows",
    "ix_outbox_claim": "what may be sent now: asked with every pulse",
    "ix_outbox_state": "the operator's list of one state",
    "ix_outbox_subject": "where a subject was told first: asked before a message is corrected in place",
    "ix_pauses_standing": "whose clock has stood still for long: asked every minute",
    "ix_pauses_subject": "when the clock of a record stood still",
    "ix_review_replies_account": "which replies below digests speak of an account: they change with it",
    "ix_review_replies_channel": "which replies are the channel's latest, until its next digest",
    "ix_review_requests_open": "which closings somebody is to review",
    "ix_reviews_account": "what is known of an account's wins and losses; all of it, at a merge",
    "ix_reviews_deal": "the views of one deal side by side",
    "ix_reviews_mine": "what I reviewed, newest first; the same text a moment ago",
    "ix_reviews_week": "a period's reviews by outcome",
    "ix_routing_rules_order": "the rules in their order",
    "ix_stage_changes_account": "the stages that an account went through, from the index alone",
    "ix_stage_changes_deal": "where a deal stands",
    "ix_target_entries_account": "where an account was proposed, which follows it at a merge",
    "ix_target_entries_list": "the accounts of one quarter's list",
    "ix_target_voices_list": "what a list's owners said, in order",
    "ix_time_off_member": "when somebody is away",
    "ix_timers_owner": "whose deadlines move when a calendar changes",
    "ix_timers_started": "what promises of the last weeks took, without reading those of all years",
    "ix_timers_step": "which warnings, breaches and escalations are due: asked every few seconds",
    "ix_timers_subject": "the timers of one record",
    "ix_win_loss_reviews_competitor": "the same, of reviews",
    "uq_account_merges_merged": "an account is merged away once at a time",
    "uq_accounts_name_key": "one account a name, however it is spelled",
    "uq_calendars_name": "one calendar a name",
    "uq_confirmation_asks_id": "what a message that asks for confirmation is about",
    "uq_deals_external": "the same deal again is the same row",
    "uq_digest_schedules_channel": "one schedule a channel",
    "uq_file_imports_message": "one import a dropped file, however often Slack tells of it",
    "uq_import_mappings_headings": "how files with these headings were read the last time",
    "uq_kept_forms_view": "what was kept of this form",
    "uq_lead_ratings_rater": "one rating a person and lead: rated again it is changed",
    "uq_leads_external": "the same lead again is the same row",
    "uq_members_slack_user": "who is behind this Slack user id",
    "uq_outbox_dedupe": "one message a dedupe key: what makes 'once' true",
    "uq_pauses_open": "a clock stands still once at a time",
    "uq_posted_subject": "where the message about a record stands in a channel",
    "uq_review_requests_closing": "one request a closing, whoever imports or closes",
    "uq_sla_policies_name": "one policy a name",
    "uq_target_lists_quarter": "one list of target accounts a quarter",
    "uq_topics_term": "a theme that the notes suggest is offered once",
}


def data_dictionary() -> str:
    """One section a table, in alphabetical order."""
    made = [getattr(storage.tables, name) for name in storage.tables.__all__]
    nouns = sorted((each for each in made if _is_table(each)), key=lambda each: table_of(each).name)
    return "\n\n".join(_section(noun) for noun in nouns)


def indexes() -> set[str]:
    """The names of all indexes."""
    return {str(index.name) for table in SQLModel.metadata.tables.values() for index in table.indexes}


def table_of(noun: type[SQLModel]) -> Table:
    """The table of a SQLModel class."""
    found: Table = noun.__table__  # type: ignore[attr-defined]
    return found


def _is_table(found: object) -> TypeGuard[type[SQLModel]]:
    return isinstance(found, type) and issubclass(found, SQLModel) and hasattr(found, "__table__")


def _section(noun: type[SQLModel]) -> str:
    table = table_of(noun)
    told = (inspect.getdoc(noun) or "").replace("``", "`")
    columns = [(f"`{column.name}`", _type(column), _null(column), _key(column)) for column in table.columns]
    parts = [f"### `{table.name}`", told, markdown_table(("column", "type", "empty?", "key, default"), columns)]
    rows = list(_indexes(table))
    if rows:
        parts.append(markdown_table(("index", "on", "answers"), rows))
    return "\n\n".join(parts)


def _type(column: Column[object]) -> str:
    match column.type:
        case UTCDateTime():
            return "time, UTC"
        case Boolean():
            return "yes or no"
        case BigInteger():
            return "integer, 64 bits"
        case Integer():
            return "integer"
        case _:
            return "text"


def _null(column: Column[object]) -> str:
    return "may be" if column.nullable else "never"


def _key(column: Column[object]) -> str:
    said = ["primary key"] if column.primary_key else []
    said += sorted(f"→ `{key.column.table.name}`" for key in column.foreign_keys if _points(column, key.column.name))
    if isinstance(column.default, ScalarElementColumnDefault):
        said.append(f"`{column.default.arg!r}`" if column.default.arg != "" else "empty text")
    return ", ".join(dict.fromkeys(said))


def _points(column: Column[object], target: str) -> bool:
    """Whether the key says where a row points: the workspace in a composite key only says that it stays there."""
    return column.name != "workspace_id" or target == "id"


def _indexes(table: Table) -> Iterator[tuple[str, str, str]]:
    for index in sorted(table.indexes, key=lambda each: str(each.name)):
        on = ", ".join(f"`{column.name}`" for column in index.columns)
        where = index.dialect_options["sqlite"]["where"]
        yield (
            f"`{index.name}`" + (", unique" if index.unique else ""),
            on + (f" where `{where}`" if where is not None else ""),
            INDEX_REASONS.get(str(index.name), ""),
        )
