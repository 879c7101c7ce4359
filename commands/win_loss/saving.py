"""What a typed line or a submitted form leads to beyond a record: a form to complete, or one that was filled before."""

from dataclasses import replace

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.i18n import Say
from commands.win_loss import actions, answers, form_views
from commands.win_loss.answers import Receipt
from commands.win_loss.form import ACCOUNT, DEAL, NEW_NAME, error_key
from commands.win_loss.opening import new_form
from commands.win_loss.parse import Opened, RecordReview, ReviewFields, ReviseReview, UnderstoodLine, fields_of
from commands.win_loss.views import ending
from commands.win_loss.words import deal_label, outcome_label, reason_label
from domain.taxonomy import DealOutcome, WinReason
from domain.win_loss import LOST, Claims, Problem, ReviewField, problems
from storage import picking, review_subjects

_LONGEST_NAME = 140
_OFFERED = 40


def save_line(services: Services, actor: Actor, intent: UnderstoodLine, key: str) -> Receipt | Json:
    """Store what a line says when it says enough; else the form with all that was typed, and why it is shown.

    A paste that no field takes is stored as it is, whatever it lacks: its receipt asks for the rest.
    """
    line = intent.line
    fields = fields_of(line, intent.typed)
    proposal = answers.proposal_for(services, actor, fields)
    deal = proposal.subject.deal
    if line.is_vague and deal is not None and deal.outcome in LOST:
        fields = replace(fields, outcome=DealOutcome(deal.outcome))
    if fields.outcome is DealOutcome.LOST_COMPETITOR and fields.competitor is None:
        fields = replace(fields, competitor=proposal.fields.competitor)
    record = RecordReview(fields, intent.origin, intent.removed)
    if len(intent.typed) > blocks.PLAIN_INPUT:
        whole = fields.swung_it or (None if fields.buyer_words == intent.typed else intent.typed)
        complete = replace(fields, swung_it=whole)
        if _problem(complete) is not None or line.contradicts:
            complete = replace(
                complete, outcome=DealOutcome.UNKNOWN, primary=None, contributing=(), competitor=fields.competitor
            )
        return actions.record_review(services, actor, replace(record, fields=complete), key)
    problem = _problem(fields)
    named = proposal.subject.title is not None
    if problem is None and named and not line.contradicts:
        receipt = actions.record_review(services, actor, record, key)
        return new_form(services, actor, fields) if receipt.given else receipt
    say = services.say(actor)
    return new_form(services, actor, fields, Opened(intent.origin), above=_why_form(say, intent, named=named))


def given_form(services: Services, actor: Actor, receipt: Receipt, intent: RecordReview) -> Json:
    """The view that stands already, to change, with what was typed now over it."""
    say = services.say(actor)
    standing, subject = answers.for_editing(services, actor, receipt.review.id)
    typed = form_views.with_typed(form_views.fields_in(standing, subject), intent.fields)
    above = [blocks.section(say("review-given-before")), blocks.section(" · ".join(ending(say, standing)))]
    return form_views.edit_modal(say, actor.tz, standing, subject, typed=typed, above=above)


def stale_form(services: Services, actor: Actor, intent: ReviseReview) -> Json:
    """The form once more, since the review changed after it was opened: what stands now, above what was typed."""
    say = services.say(actor)
    standing, subject = answers.for_editing(services, actor, intent.review_id)
    kept = {name: getattr(standing, name) for name in intent.keeps}
    typed = replace(
        intent.fields, **{name: text for name, text in kept.items() if getattr(intent.fields, name) is None}
    )
    above = [
        blocks.section(say("review-stale")),
        blocks.section(" · ".join(ending(say, standing))),
        blocks.divider(),
    ]
    return form_views.edit_modal(
        say, actor.tz, standing, subject, typed=typed, above=above, response_url=intent.response_url
    )


def subject_options(services: Services, actor: Actor, say: Say, typed: str) -> Json:
    """What the menu of deals and accounts offers for what was typed: deals, accounts, and the name as it stands."""
    with services.database.read() as connection:
        accounts = picking.search_accounts(connection, actor.workspace_id, typed)
        deals = review_subjects.deals_like(connection, actor.workspace_id, typed, limit=picking.MOST)
    options = [blocks.option(deal_label(say, actor.tz, deal), f"{DEAL}{deal.id}") for deal in deals]
    options += [
        blocks.option(say("review-option-account", name=blocks.clip(name, 60)), f"{ACCOUNT}{account_id}")
        for account_id, name in accounts
    ]
    name = blocks.clip(" ".join(typed.split()), _LONGEST_NAME)
    if any(char.isalnum() for char in name):
        label = say("review-option-name", name=blocks.clip(name, 50))
        options = [*options[: _OFFERED - 1], blocks.option(label, f"{NEW_NAME}{name}")]
    return {"options": options}


def _problem(fields: ReviewFields) -> tuple[ReviewField, Problem] | None:
    """The first thing that keeps a line from being stored at once."""
    if fields.outcome is None:
        return ReviewField.OUTCOME, Problem.NO_END
    found = problems(
        Claims(fields.outcome, fields.primary, fields.contributing, fields.competitor, fields.swung_it or fields.typed)
    )
    return next(iter(found.items()), None)


def _why_form(say: Say, intent: UnderstoodLine, *, named: bool) -> str:
    """Why the form is shown: what a line says twice over, or lacks."""
    line = intent.line
    if ReviewField.OUTCOME in line.contradicts:
        return say("review-line-two-ends")
    if line.stranger is not None and line.outcome is not None:
        family = DealOutcome.WON if isinstance(line.stranger, WinReason) else DealOutcome.LOST_OTHER
        return say(
            "review-line-stranger",
            reason=reason_label(say, family, line.stranger.value),
            outcome=outcome_label(say, line.outcome),
        )
    problem = _problem(fields_of(line, intent.typed))
    if problem is not None:
        return say("review-line-lacks", what=say(error_key(problem[1])))
    return say("review-line-lacks", what=say("review-error-no-deal")) if not named else say("review-line-look")
