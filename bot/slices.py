"""Every slice of what people can do, attached: each answers its own, `/lazo` passes on, Home shows what they show."""

from functools import partial

from slack_bolt import App

from bot.account_card import account_card, card_rows
from bot.collected import fillers_of, followers_of, lookups_of
from commands.account import listeners as account
from commands.account.listeners import Doors
from commands.account_facts import listeners as account_facts
from commands.ask import listeners as ask
from commands.context import Services
from commands.digest import commenting, confirming_listeners, topics_listeners
from commands.digest import listeners as digest
from commands.handoff import home as handoff_home
from commands.handoff import listeners as handoff
from commands.handoff import rated as handoff_rated
from commands.home import listeners as home
from commands.home_sections import HomeSection
from commands.icp import home as icp_home
from commands.icp import listeners as icp
from commands.importing import listeners as importing
from commands.importing.asking import ExportDoor
from commands.kept import listeners as kept
from commands.lazo import listeners as lazo
from commands.lead_quality import listeners as lead_quality
from commands.lead_quality.forming import Forms as RatingForms
from commands.mind import listeners as mind
from commands.objection import answering_home
from commands.objection import home as objection_home
from commands.objection import listeners as objection
from commands.openers import Forms, Kind
from commands.people import listeners as people_slice
from commands.picking import listeners as picking
from commands.prefill import listeners as prefill
from commands.progress import home as progress_home
from commands.progress import listeners as progress
from commands.routing import listeners as routing
from commands.scorecard import listeners as scorecard
from commands.set_up import home as set_up_home
from commands.set_up import listeners as set_up
from commands.settings import listeners as settings_slice
from commands.sla import listeners as sla
from commands.stages import listeners as stages
from commands.stages.listeners import StagesListeners
from commands.targets import listeners as targets
from commands.ways_in import listeners as ways_in
from commands.win_loss import home as win_loss_home
from commands.win_loss import listeners as win_loss
from commands.win_loss.opening import review_form


def register_slices(app: App, services: Services, home_opened: home.Opened) -> None:
    """Attach every slice, and `/lazo` in front of them. ``home_opened`` is told who looks at their Home."""
    scorecard_command = scorecard.register(app, services)
    doors = Doors(targets.register(app, services).answer, ExportDoor(services).answer, StagesListeners(services).answer)
    listeners = {
        "objection": objection.register(app, services),
        "winloss": win_loss.register(app, services),
        "leadquality": lead_quality.register(app, services, handoff_rated.door()),
        "handoff": handoff.register(app, services, scorecard_command),
        "digest": digest.register(app, services),
        "account": account.register(app, services, card_rows, doors),
        "settings": settings_slice.register(app, services),
        **people_slice.register(app, services),
        "set-up": set_up.register(app, services),
        "mind": mind.register(app, services),
        "sla": sla.register(app, services),
        "routing": routing.register(app, services),
        "stages": stages.register(app, services),
        "icp": icp.register(app, services),
        "scorecard": scorecard_command,
        "ask": ask.register(services, lookups_of(services)),
    }
    prefill.register(app, services, fillers_of(services))
    progress.register(app, services, partial(account_card, services))
    account_facts.register(app, services, partial(account_card, services))
    commenting.attach(app, services)
    confirming_listeners.attach(app, services, partial(account_card, services))
    topics_listeners.attach(app, services)
    importing.register(app, services)
    picking.register(app, services)
    kept.register(app, services, followers_of(services))
    forms: Forms = {
        Kind.OBJECTION: objection.form_maker(services),
        Kind.WIN_LOSS: partial(review_form, services),
        Kind.LEAD_RATING: RatingForms(services, handoff_rated.door()).heard,
    }
    ways_in.register(app, services, forms)
    home.register(app, services, home_opened)
    lazo.register(app, services, listeners)


def home_sections() -> tuple[HomeSection, ...]:
    """What slices show on Home, from top to bottom."""
    return (
        set_up_home.section,
        answering_home.section,
        handoff_home.section,
        win_loss_home.section,
        progress_home.section,
        icp_home.section,
        objection_home.section,
    )
