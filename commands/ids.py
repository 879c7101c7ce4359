"""Ids that travel to Slack and back: every action, block and view has its name here and nowhere else."""

from enum import StrEnum


class CallbackId(StrEnum):
    """Views and shortcuts."""

    OBJECTION_FORM = "objection_form"
    OBJECTION_RECEIPT = "objection_receipt"
    DIGEST_SCHEDULE = "digest_schedule_form"
    ACCOUNT_OWNERS = "account_owners_form"
    ACCOUNT_RECEIPT = "account_receipt"
    SETTINGS = "settings_form"
    SETTINGS_RECEIPT = "settings_receipt"


class ActionId(StrEnum):
    """Buttons, menus and fields."""

    OBJECTION_EDIT = "objection_edit"
    OBJECTION_UNDO = "objection_undo"
    OBJECTION_RESTORE = "objection_restore"
    OBJECTION_THEME = "objection_theme"
    OBJECTION_ACCOUNT = "objection_account"
    OBJECTION_NEW_ACCOUNT = "objection_new_account"
    OBJECTION_SAVE_ANYWAY = "objection_save_anyway"
    VALUE = "value"  # the one element of an input block; its block names the field
    DIGEST_POST_NOW = "digest_post_now"
    DIGEST_REPLACE = "digest_replace"
    ACCOUNT_OPEN = "account_open"
    ACCOUNT_CREATE = "account_create"
    ACCOUNT_CRM = "account_crm"  # a link: Slack opens it, and tells us all the same


class BlockId(StrEnum):
    """Input blocks: one field each."""

    QUOTE = "quote"
    THEME = "theme"
    ACCOUNT = "account"
    STAGE = "stage"
    BUYING_ROLE = "buying_role"
    COMPETITOR = "competitor"
    ARGUMENT = "argument"
    WORKED = "worked"
    BELIEF_SOURCE = "belief_source"
    ASK = "ask"
    NOTE = "note"
    CHANNEL = "channel"
    WEEKDAY = "weekday"
    TIME = "time"
    ZONE = "zone"
    LANGUAGE = "language"
    SALES_OWNER = "sales_owner"
    MARKETING_OWNER = "marketing_owner"
    CRM_LINK = "crm_link"
    GUESTS = "guests"
