"""What several slices give to one that uses it: questions that may be asked, forms that may be filled in."""

from functools import partial
from typing import Any

from bot.form_keeping import Heed
from commands.context import Actor, Services
from commands.handoff import lookup as handoff_lookup
from commands.handoff import rated
from commands.ids import CallbackId
from commands.kept import actions as kept_actions
from commands.kept import listeners as kept
from commands.lead_quality import filling as rating_filling
from commands.lead_quality import lookup as lead_quality_lookup
from commands.lead_quality.forming import Forms as RatingForms
from commands.lookups import Lookups
from commands.objection import filling as objection_filling
from commands.objection import lookup as objection_lookup
from commands.prefill import actions as prefill
from commands.prefilling import Fillers
from commands.progress import lookup as progress_lookup
from commands.scorecard import lookup as scorecard_lookup
from commands.win_loss import filling as review_filling
from commands.win_loss import lookup as win_loss_lookup
from commands.win_loss import opening


def lookups_of(services: Services) -> Lookups:
    """What `/lazo ask` may look up."""
    return {
        **objection_lookup.lookups(services),
        **win_loss_lookup.lookups(services),
        **lead_quality_lookup.lookups(services),
        **scorecard_lookup.lookups(services),
        **handoff_lookup.lookups(services),
        **progress_lookup.lookups(services),
    }


def fillers_of(services: Services) -> Fillers:
    """The forms that a text may fill in."""
    return {
        CallbackId.OBJECTION_FORM.value: objection_filling.filler(services),
        CallbackId.REVIEW_FORM.value: review_filling.filler(services),
        CallbackId.RATING_FORM.value: rating_filling.filler(services, rated.door()),
    }


def followers_of(services: Services) -> kept_actions.Followers:
    """The forms whose fields follow from others, made anew when somebody goes on with them."""
    return {
        CallbackId.REVIEW_FORM.value: partial(opening.gone_on_with, services),
        CallbackId.RATING_FORM.value: RatingForms(services, rated.door()).gone_on_with,
    }


def heed_of(services: Services) -> Heed:
    """What requests tell of forms: to keep them, and to learn what became of proposals."""
    fillers = fillers_of(services)

    def heed(actor: Actor, payload: dict[str, Any], answer: dict[str, Any], failed: bool) -> None:
        kept.heed(services, actor, payload, answer, failed=failed)
        if services.minds is not None:
            prefill.heed(services, fillers, actor, payload, answer, failed=failed)

    return heed
