"""How the form of a review begins, whichever way somebody came to it, and how it follows what is chosen in it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.openers import Heard
from commands.prefilling import with_button
from commands.win_loss import actions, answers, form_views
from commands.win_loss.answers import Proposal
from commands.win_loss.form import Filled, read_form
from commands.win_loss.parse import NOWHERE, Opened, ReviewFields, parse_message
from domain.win_loss import reasons_for
from storage import kept_forms


def review_form(services: Services, actor: Actor, heard: Heard) -> Json:
    """The form begun with what was written somewhere: all of it as the buyer's words."""
    fields = parse_message(heard.text) if heard.text else ReviewFields()
    opened = Opened(heard.evidence, kept_text=heard.kept_text)
    kept = None
    if heard.kept_text is not None:
        with services.database.read() as connection:
            whole = kept_forms.text_of(connection, actor.workspace_id, heard.kept_text, actor.member_id)
        if whole is not None:
            kept = replace(fields, buyer_words=whole)
            fields, opened = replace(fields, buyer_words=None), replace(opened, keeps=("buyer_words",))
    return new_form(services, actor, fields, opened, kept=kept)


def new_form(
    services: Services,
    actor: Actor,
    fields: ReviewFields,
    opened: Opened | None = None,
    *,
    above: str | None = None,
    kept: ReviewFields | None = None,
) -> Json:
    """The form with ``fields`` and what is known of their subject; ``above`` is a sentence before them.

    Who has given their view of that closing already gets it to change, with what is in ``fields`` over it.
    """
    say = services.say(actor)
    with services.database.read() as connection:
        perspective = fields.perspective or actions.usual_perspective(connection, actor)
    proposal = answers.proposal_for(services, actor, replace(fields, perspective=perspective))
    given = answers.given_view(services, actor, proposal)
    rows = [blocks.section(above)] if above else []
    if given is not None:
        standing, subject = answers.for_editing(services, actor, given)
        typed = form_views.with_typed(form_views.fields_in(standing, subject), replace(fields, perspective=perspective))
        rows.append(blocks.section(say("review-given-before")))
        return form_views.edit_modal(say, actor.tz, standing, subject, typed=typed, above=rows)
    label = form_views.subject_label(say, actor.tz, proposal.subject)
    form = form_views.review_modal(
        say,
        actor.tz,
        proposal.fields,
        label,
        opened or Opened(NOWHERE),
        talk=proposal.talk,
        above=rows,
        kept=kept,
        lost_somehow=proposal.is_lost_somehow,
    )
    return with_button(services, actor, form)


def followed(services: Services, actor: Actor, view: Mapping[str, Any], *, subject_changed: bool) -> Json:
    """The form once more after a choice in it: another outcome offers other reasons, another deal proposes its own."""
    filled = read_form(view)
    fields, opened = filled.fields, filled.opened
    proposal = None
    if subject_changed:
        # What was proposed for another deal gives way to what this one proposes; what it says nothing of stays.
        asked = replace(fields, outcome=None, competitor=None)
        proposal = answers.proposal_for(services, actor, asked)
        found_fields = proposal.fields
        fields = replace(
            fields,
            outcome=found_fields.outcome or fields.outcome,
            competitor=found_fields.competitor or fields.competitor,
        )
        opened = replace(opened, turns=opened.turns + 1)
    offered = {reason.value for reason in reasons_for(fields.outcome)} if fields.outcome is not None else set()
    fields = replace(
        fields,
        primary=fields.primary if fields.primary in offered else None,
        contributing=tuple(code for code in fields.contributing if code in offered),
    )
    return shown_again(services, actor, replace(filled, fields=fields, opened=opened), proposal)


def gone_on_with(services: Services, actor: Actor, view: Json) -> Json:
    """A form that was kept, its reasons following from the outcome that was chosen last."""
    return followed(services, actor, view, subject_changed=False)


def shown_again(services: Services, actor: Actor, filled: Filled, proposal: Proposal | None = None) -> Json:
    """The form with what stands in it by now. ``proposal`` is asked for where it is not known."""
    fields, opened, kept = filled.fields, filled.opened, None
    if opened.review_id is not None:
        standing, subject = answers.for_editing(services, actor, opened.review_id)
        kept = form_views.fields_in(standing, subject)
    elif opened.kept_text is not None and "buyer_words" in opened.keeps:
        with services.database.read() as connection:
            whole = kept_forms.text_of(connection, actor.workspace_id, opened.kept_text, actor.member_id)
        kept = None if whole is None else replace(fields, buyer_words=whole)
    if proposal is None:
        proposal = answers.proposal_for(services, actor, fields)
    form = form_views.review_modal(
        services.say(actor),
        actor.tz,
        fields,
        filled.subject_label,
        opened,
        talk=proposal.talk,
        kept=kept,
        lost_somehow=proposal.is_lost_somehow,
    )
    return form if opened.review_id is not None else with_button(services, actor, form)
