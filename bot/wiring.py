"""The composition root: which parts there are and how they are put together. Nothing here runs at import time."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from slack_bolt import App
from slack_sdk import WebClient

from bot.app import build_app
from bot.channels import ChannelDirectory
from bot.clock import Clock
from bot.collected import heed_of
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
from bot.slices import home_sections, register_slices
from bot.whose import ensure_workspace, who_we_are
from commands.channels import obstacle_in
from commands.context import Services
from commands.digest import notices as digest_notices
from commands.home.actions import home_of
from commands.i18n import Texts
from commands.replies import SLACK_TIMEOUT_SECONDS
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
