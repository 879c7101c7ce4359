"""The composition root: which parts there are and how they are put together. Nothing here runs at import time."""

from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from typing import Final

from slack_bolt import App
from slack_sdk import WebClient

from bot.account_card import account_card, card_rows
from bot.app import build_app
from bot.channels import ChannelDirectory
from bot.clock import Clock
from bot.collected import fillers_of, followers_of, heed_of, lookups_of
from bot.composing import all_composers
from bot.delivery.deliverer import Deliverer
from bot.delivery.slack_sender import SlackSender
from bot.errors import ErrorHandler
from bot.files import SlackFiles
from bot.form_keeping import FormKeeping
from bot.home import Homes
from bot.identity import Identification
from bot.jobs.confirmations import run_confirmations
from bot.jobs.digests import run_due_digests
from bot.jobs.exports import FileExports
from bot.jobs.imports import FileImports
from bot.jobs.kept_digests import run_kept_digests
from bot.jobs.members import run_members_sync
from bot.jobs.merges import run_late_merges
from bot.jobs.monday_lists import LISTS_PLANNED_EVERY, PlannedFirst, run_monday_lists
from bot.jobs.narratives import run_narratives
from bot.jobs.notices import run_release
from bot.jobs.pauses import run_pause_reminders
from bot.jobs.recycling import run_recycling
from bot.jobs.retention import kept_of, run_retention
from bot.jobs.timers import run_due_timers
from bot.jobs.welcome import run_welcome
from bot.membership import Membership
from bot.minds.care import CarefulMinds
from bot.minds.making import make_minds
from bot.people import LOOKUP_SECONDS, PeopleDirectory
from bot.scheduler import Heart, Tick
from bot.settings import Settings
from bot.slack_client import slack_client
from bot.whose import ensure_workspace, who_we_are
from commands.account import listeners as account
from commands.account.listeners import Doors
from commands.account_facts import listeners as account_facts
from commands.ask import listeners as ask
from commands.channels import obstacle_in
from commands.context import Services
from commands.digest import commenting, confirming_listeners, topics_listeners
from commands.digest import listeners as digest
from commands.digest import notices as digest_notices
from commands.handoff import home as handoff_home
from commands.handoff import listeners as handoff
from commands.handoff import rated as handoff_rated
from commands.home import listeners as home
from commands.home.actions import home_of
from commands.home_sections import HomeSection
from commands.i18n import Texts
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
from commands.replies import SLACK_TIMEOUT_SECONDS
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
from storage.database import Database

#: Delivery is nobody's three seconds: it may wait longer for a slow Slack than a request may.
_DELIVERY_SECONDS: Final = 10
_DIGEST_EVERY: Final = timedelta(seconds=5)
_CONFIRMATIONS_EVERY: Final = timedelta(minutes=1)
_NARRATIVES_EVERY: Final = timedelta(minutes=1)
#: How soon a digest that could not be posted is, once its channel works again.
_KEPT_DIGESTS_EVERY: Final = timedelta(minutes=10)
_TIMERS_EVERY: Final = timedelta(seconds=3)
_RECYCLING_EVERY: Final = timedelta(minutes=1)
_PAUSES_EVERY: Final = timedelta(minutes=1)
#: How soon an open Home shows what has changed.
_HOME_EVERY: Final = timedelta(seconds=2)
#: How soon what could not be written down of a form is tried again.
_FORMS_EVERY: Final = timedelta(seconds=3)
_MERGES_EVERY: Final = timedelta(minutes=1)
_MEMBERS_EVERY: Final = timedelta(hours=6)
_RETENTION_EVERY: Final = timedelta(hours=1)


@dataclass(frozen=True)
class Running:
    """The parts of one process, ready to be started."""

    app: App
    heart: Heart
    database: Database
    deliverer: Deliverer
    imports: FileImports
    exports: FileExports
    homes: Homes
    forms: FormKeeping
    client: WebClient
    minds: CarefulMinds | None = None

    def stop(self) -> None:
        """Stop the clock's work, finish what is under way, let go of the database."""
        self.heart.stop()
        if self.minds is not None:
            self.minds.close()
        self.homes.close()
        self.forms.close()
        self.imports.close()
        self.exports.close()
        self.deliverer.close()
        self.database.close()


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
        objection_home.section,
    )


def build(settings: Settings, database: Database, clock: Clock) -> Running:
    """Ask Slack who we are, make sure of the workspace's row, and put all parts together.

    Raises SlackApiError when the token is not good.
    """
    token = settings.slack_bot_token.get_secret_value()
    client = slack_client(settings, token, SLACK_TIMEOUT_SECONDS)
    authorized = who_we_are(slack_client(settings, token, _DELIVERY_SECONDS))
    workspace_id = ensure_workspace(database, authorized, clock)
    texts = Texts()
    directory = PeopleDirectory(database, slack_client(settings, token, LOOKUP_SECONDS), clock)
    channels = ChannelDirectory(slack_client(settings, token, LOOKUP_SECONDS), clock)
    minds = make_minds(settings, database, clock)
    services = Services(
        database=database,
        texts=texts,
        now=clock.business_now,
        system_now=clock.system_now,
        find_person=directory.find,
        minds=minds,
    )
    sending = slack_client(settings, token, _DELIVERY_SECONDS)
    sections = home_sections()
    homes = Homes(database, sending, clock, lambda actor: home_of(services, actor, sections))
    identification = Identification(database, texts, directory, channels, clock)
    forms = FormKeeping(heed_of(services))
    secret = settings.slack_signing_secret
    app = build_app(
        client=client,
        authorized=authorized,
        signing_secret=secret.get_secret_value() if secret else None,
        threads=settings.lazo_listener_threads,
        membership=Membership(database, directory, clock, identification.forget),
        identification=identification,
        errors=ErrorHandler(texts),
        services=services,
        afterwards=forms.after,
        register=lambda app, services: register_slices(app, services, homes.opened),
    )
    deliverer = Deliverer(
        database,
        SlackSender(sending, ChannelDirectory(sending, clock)),
        clock,
        given_up=lambda work, message: digest_notices.plan_undelivered(work, message, clock.business_now()),
    )
    imports = FileImports(database, texts, SlackFiles(sending), clock)
    exports = FileExports(database, texts, SlackFiles(sending), clock)
    composers = all_composers(texts)
    releasing = PlannedFirst(database, lambda now: run_release(database, texts, composers, now, clock.system_now()))
    heart = Heart(
        pulse={
            "release": lambda: releasing.run(clock.business_now()),
            "delivery": deliverer.run,
            "imports": imports.run,
            "exports": exports.run,
        },
        ticks=(
            Tick(
                "digests",
                _DIGEST_EVERY,
                lambda: run_due_digests(database, texts, clock.business_now(), clock.system_now()),
            ),
            Tick(
                "confirmations",
                _CONFIRMATIONS_EVERY,
                lambda: run_confirmations(database, clock.business_now()),
            ),
            Tick(
                "narratives",
                _NARRATIVES_EVERY,
                lambda: run_narratives(database, texts, minds, clock.business_now(), clock.system_now),
            ),
            Tick(
                "kept_digests",
                _KEPT_DIGESTS_EVERY,
                lambda: run_kept_digests(
                    database,
                    texts,
                    lambda channel: obstacle_in(sending, channel),
                    clock.business_now(),
                    clock.system_now(),
                ),
            ),
            Tick("monday_lists", LISTS_PLANNED_EVERY, lambda: run_monday_lists(database, clock.business_now())),
            Tick("timers", _TIMERS_EVERY, lambda: run_due_timers(database, clock.business_now())),
            Tick("recycling", _RECYCLING_EVERY, lambda: run_recycling(database, clock.business_now())),
            Tick("pauses", _PAUSES_EVERY, lambda: run_pause_reminders(database, clock.business_now())),
            Tick("merges", _MERGES_EVERY, lambda: run_late_merges(database, clock.business_now())),
            Tick("home", _HOME_EVERY, homes.refresh),
            Tick("forms", _FORMS_EVERY, forms.again),
            Tick(
                "members",
                _MEMBERS_EVERY,
                lambda: (
                    run_members_sync(database, sending, clock, workspace_id, heart.pause),
                    run_welcome(database, texts, workspace_id, clock.system_now()),
                ),
            ),
            Tick(
                "retention",
                _RETENTION_EVERY,
                lambda: run_retention(database, clock.system_now(), kept_of(settings)),
            ),
        ),
    )
    database.after_commit = heart.quicken
    return Running(app, heart, database, deliverer, imports, exports, homes, forms, client, minds)
