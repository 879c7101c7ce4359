"""The form that hands a lead over: empty, with what was typed, or once more with who would get the lead."""

from collections.abc import Sequence
from dataclasses import replace

from commands import blocks
from commands.blocks import Json
from commands.handoff.cards import HandoffCard
from commands.handoff.parse import LeadFields, Opened
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import asked_select, person_select
from domain.lead_line import LONGEST_NAME, LeadLine
from domain.taxonomy import LeadType
from storage.leads import FoundLead

_SHOWN_NAME = 40


def fields_of(line: LeadLine, owner: str | None = None) -> LeadFields:
    """What was understood of a line, as the form takes it; ``owner`` is a Slack user id."""
    return LeadFields(
        company=line.company,
        contact=line.contact,
        email=line.email,
        phone=line.phone,
        lead_type=line.lead_type,
        source=line.source,
        crm_url=line.link,
        why=line.why,
        owner=owner,
    )


def fields_in(card: HandoffCard) -> LeadFields:
    """What stands in a handoff, as the form takes it."""
    lead = card.lead
    return LeadFields(
        company=lead.company or card.account_name,
        contact=lead.name,
        email=lead.email,
        phone=lead.phone,
        lead_type=LeadType(lead.lead_type) if lead.lead_type in set(LeadType) else None,
        source=lead.source or None,
        crm_url=lead.crm_url,
        why=card.why,
        owner=card.owner,
    )


def offer_modal(
    say: Say,
    fields: LeadFields,
    opened: Opened,
    *,
    above: Sequence[Json] = (),
    preview: Sequence[Json] = (),
) -> Json:
    """The form. ``above`` stands before the fields, ``preview`` (who would get the lead) below the owner's field."""
    editing = opened.handoff_id is not None

    def typed(
        key: str, block: BlockId, value: str | None, *, multiline: bool = False, hint: str | None = None, limit: int = 0
    ) -> Json:
        field = blocks.text_input(
            ActionId.VALUE, value=value, multiline=multiline, max_length=limit or blocks.PLAIN_INPUT
        )
        return blocks.input_block(say(key), field, block, optional=True, hint=hint)

    rows: list[Json] = list(above)
    if not editing:
        chosen = None if fields.lead is None else (str(fields.lead), fields.lead_label or str(fields.lead))
        menu = asked_select(ActionId.HANDOFF_LEAD, say("handoff-form-lead-placeholder"), chosen=chosen)
        known = blocks.input_block(
            say("handoff-form-lead"),
            menu,
            BlockId.LEAD,
            optional=True,
            hint=say("handoff-form-lead-hint"),
            dispatch=True,
        )
        rows.append(known)
    rows += [
        typed("handoff-form-company", BlockId.COMPANY, fields.company, limit=LONGEST_NAME),
        typed("handoff-form-contact", BlockId.CONTACT, fields.contact, limit=LONGEST_NAME),
        typed("handoff-form-email", BlockId.EMAIL, fields.email, limit=320),
        typed("handoff-form-phone", BlockId.PHONE, fields.phone, limit=40),
        blocks.input_block(
            say("handoff-form-type"),
            blocks.select(
                ActionId.VALUE,
                [(kind.value, say(f"leadtype-{kind}")) for kind in LeadType],
                chosen=fields.lead_type and fields.lead_type.value,
                placeholder=say("objection-form-choose"),
            ),
            BlockId.LEAD_TYPE,
            optional=True,
            hint=say("handoff-form-type-hint"),
        ),
        typed("handoff-form-source", BlockId.SOURCE, fields.source, hint=say("handoff-form-source-hint"), limit=100),
        typed("handoff-form-why", BlockId.WHY, fields.why or None, multiline=True, hint=say("handoff-form-why-hint")),
        typed("handoff-form-crm", BlockId.CRM_LINK, fields.crm_url),
        blocks.input_block(
            say("handoff-form-owner"),
            person_select(ActionId.VALUE, fields.owner),
            BlockId.OWNER,
            optional=not editing,
            hint=None if editing else say("handoff-form-owner-hint"),
        ),
    ]
    if not editing:
        rows.append(blocks.actions(blocks.button(say("handoff-form-preview"), ActionId.HANDOFF_PREVIEW)))
        rows += preview
    return blocks.modal(
        say("handoff-form-title-edit" if editing else "handoff-form-title"),
        CallbackId.HANDOFF_FORM,
        rows,
        submit=say("save" if editing else "handoff-form-submit"),
        close=say("cancel"),
        private_metadata=opened.packed(),
    )


def with_lead(fields: LeadFields, lead: FoundLead | None) -> LeadFields:
    """The fields with the label of the lead that was chosen, so that the menu shows it again."""
    return fields if lead is None else replace(fields, lead_label=lead_label(lead))


def lead_label(lead: FoundLead) -> str:
    """A lead as a menu shows it: its company and name, or what there is."""
    named = [blocks.one_line(part, _SHOWN_NAME) for part in (lead.company, lead.name) if part and part.strip()]
    return " · ".join(named) or lead.email or lead.source or str(lead.id)


def lead_options(found: Sequence[FoundLead]) -> Json:
    """The answer to somebody typing in the menu of known leads."""
    return {"options": [blocks.option(lead_label(lead), str(lead.id)) for lead in found]}
