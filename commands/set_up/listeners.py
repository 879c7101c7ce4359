"""The Bolt edge of the set-up: read the payload, ask Slack about channels, call the use case, answer."""

from collections.abc import Callable, Collection
from typing import Any, Final
from zoneinfo import ZoneInfo

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks, budget
from commands.blocks import Json
from commands.channels import channels_of_bot, obstacle_in
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.hours_fields import HoursErrors, HoursShown, country_typed, hours_error
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAnAdminError
from commands.open_windows import refresh, reshape, update_modal
from commands.replies import in_its_place, keep_open, open_modal, reply_to_command, say_to_presser
from commands.set_up import actions, company, form_views, parse, views
from commands.set_up.proposals import Proposed, propose_channels
from commands.specs import CommandListener
from domain.places import known_zones
from domain.set_up import Step
from storage.errors import StaleVersionError

_PEOPLE: Final = BlockId.SALES_PEOPLE


class SetUpListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, zones: Collection[str]) -> None:
        self._services = services
        self._zones = zones

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo set-up`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        if not actor.is_admin:
            answer = views.admins_only_message(say, actions.admins(self._services, actor))
            reply_to_command(self._services, actor, ack, command, answer)
        elif open_modal(client, command["trigger_id"], self._checklist(actor)):
            ack()
        else:
            reply_to_command(self._services, actor, ack, command, blocks.ephemeral(say("people-form-lost")))

    def on_step(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A step's button: on the checklist, on Home, in the welcome, or *Next* on the step before."""
        actor = actor_of(context)
        say = self._services.say(actor)
        step = parse.parse_step(action["value"])
        form = (
            self._form_of(actor, step, client)
            if actor.is_admin
            else views.sentence_modal(say, say("settings-admins-only"))
        )
        ack()
        view = body.get("view") or {}
        if view.get("callback_id") == CallbackId.SET_UP_DONE.value:
            with budget.keeping(budget.FOR_A_LAST_WORD):
                opened = update_modal(client, view["id"], form)
        else:
            opened = open_modal(client, body["trigger_id"], form, on_top=view.get("type") == "modal")
        if not opened:
            self._form_lost(body, actor, step, client)

    def on_country(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """Another country was chosen: its regions are offered. What is typed stays."""
        actor = actor_of(context)
        view = body["view"]
        standing = company.company_hours(self._services, actor)
        ack()
        shown = HoursShown(standing.shown.weekly, standing.shown.dated, country_typed(view["state"]["values"]))
        form = form_views.hours_modal(self._services.say(actor), standing, shown)
        reshape(self._services, actor, body, client, form)

    def on_propose(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*Propose again*: the country's list in place of what stands in the form. Nothing is saved by it."""
        actor = actor_of(context)
        standing = company.company_hours(self._services, actor)
        proposed = company.proposed_again(self._services, actor, standing)
        ack()
        form = form_views.holidays_modal(self._services.say(actor), proposed)
        reshape(self._services, actor, body, client, form)

    # -- forms ---------------------------------------------------------------------------------

    def on_language(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Language and zone."""
        intent = parse.parse_language(view, self._zones)
        if isinstance(intent, parse.FormProblems):
            self._problems(ack, context, intent)
            return
        self._save(ack, view, client, context, Step.LANGUAGE, partial_of(actions.save_language, intent))

    def on_channels(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Channels: each that was newly chosen must let the bot speak."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_channels(view)
        status = actions.status_of(self._services, actor)
        chosen = (
            (BlockId.CHANNEL, intent.marketing, (status.marketing_channel,)),
            (BlockId.HANDOFF_CHANNEL, intent.handoff, (status.handoff_channel,)),
            (BlockId.DIGEST_CHANNEL, intent.digest, status.digest_channels),
        )
        errors = {
            block.value: say(f"settings-error-{obstacle}")
            for block, channel, standing in chosen
            if channel is not None and channel not in standing and (obstacle := obstacle_in(client, channel))
        }
        if errors:
            ack(keep_open(errors))
            return
        self._save(ack, view, client, context, Step.CHANNELS, partial_of(actions.save_channels, intent))

    def on_teams(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Teams."""
        intent = parse.parse_teams(view)
        if isinstance(intent, parse.FormProblems):
            self._problems(ack, context, intent)
            return
        try:
            self._save(ack, view, client, context, Step.TEAMS, partial_of(actions.save_teams, intent))
        except actions.UnfitPeopleError:
            say = self._services.say(actor_of(context))
            ack(keep_open({_PEOPLE.value: say("people-error-unfit")}))

    def on_hours(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Working hours."""
        actor = actor_of(context)
        say = self._services.say(actor)
        today = self._services.now().astimezone(ZoneInfo(actor.tz)).date()
        typed = parse.parse_hours(view, today, actor.locale)
        if isinstance(typed, HoursErrors):
            ack(keep_open({block.value: hours_error(say, problem) for block, problem in typed.errors.items()}))
            return
        self._save(ack, view, client, context, Step.HOURS, partial_of(company.save_hours, typed))

    def on_holidays(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Holidays."""
        intent = parse.parse_holidays(view, actor_of(context).locale)
        if isinstance(intent, parse.FormProblems):
            self._problems(ack, context, intent)
            return
        self._save(ack, view, client, context, Step.HOLIDAYS, partial_of(company.save_holidays, intent))

    def on_owners(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Owners were looked at."""

        def save(services: Services, actor: Actor, _shown: str, key: str) -> None:
            actions.save_seen(services, actor, Step.OWNERS, key)

        self._save(ack, view, client, context, Step.OWNERS, save)

    def on_sources(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Sources."""
        intent = parse.parse_sources(view)

        def save(services: Services, actor: Actor, _shown: str, key: str) -> None:
            company.save_sources(services, actor, intent, key)

        self._save(ack, view, client, context, Step.SOURCES, save)

    # -- inside --------------------------------------------------------------------------------

    def _save(
        self,
        ack: Ack,
        view: Payload,
        client: WebClient,
        context: BoltContext,
        step: Step,
        save: Callable[[Services, Actor, str, str], None],
    ) -> None:
        """Store a step once; then what stands now, with the way to the next, and the checklist below brought up."""
        actor = actor_of(context)
        say = self._services.say(actor)
        try:
            save(self._services, actor, parse.parse_opened(view).shown, form_key(view))
        except NotAnAdminError:
            ack(in_its_place(views.sentence_modal(say, say("settings-admins-only"))))
            return
        except StaleVersionError:
            form = self._form_of(actor, step, client)
            form["blocks"] = [blocks.section(f":warning: {say('set-up-stale')}"), *form["blocks"]]
            ack(in_its_place(form))
            return
        status = actions.status_of(self._services, actor)
        today = self._services.now().astimezone(ZoneInfo(actor.tz)).date()
        ack(in_its_place(views.done_modal(say, step, status, today)))
        below = view.get("previous_view_id")
        if below:
            refresh(self._services, actor, client, below, self._checklist(actor), form_key(view))

    def _form_lost(self, body: Payload, actor: Actor, step: Step, client: WebClient) -> None:
        """Say that a step's form did not open, and what stands: where its button is, else by DM with the button."""
        say = self._services.say(actor)
        view = body.get("view") or {}
        told = False
        if view.get("callback_id") == CallbackId.SET_UP.value:
            checklist = self._checklist(actor)
            checklist["blocks"] = [views.step_lost(say, step), *checklist["blocks"]]
            told = update_modal(client, view["id"], checklist)
        elif view.get("callback_id") == CallbackId.SET_UP_DONE.value:
            told = update_modal(client, view["id"], views.step_lost_modal(say, step))
        if not told:
            say_to_presser(self._services, actor, body, views.step_lost_message(say, step))

    def _problems(self, ack: Ack, context: BoltContext, problems: parse.FormProblems) -> None:
        say = self._services.say(actor_of(context))
        ack(keep_open({block.value: say(each.key, **each.args) for block, each in problems.errors.items()}))

    def _checklist(self, actor: Actor) -> Json:
        status = actions.status_of(self._services, actor)
        today = self._services.now().astimezone(ZoneInfo(actor.tz)).date()
        return views.checklist_modal(self._services.say(actor), status, today, actor.tz)

    def _form_of(self, actor: Actor, step: Step, client: WebClient) -> Json:
        say, services = self._services.say(actor), self._services
        match step:
            case Step.LANGUAGE:
                return form_views.language_modal(say, actions.status_of(services, actor), actor.locale, actor.tz)
            case Step.CHANNELS:
                status = actions.status_of(services, actor)
                chosen = Step.CHANNELS in status.set_up.done
                proposed = Proposed() if chosen else propose_channels(channels_of_bot(client))
                return form_views.channels_modal(say, status, proposed)
            case Step.TEAMS:
                return form_views.teams_modal(say, actions.teams_shown(services, actor))
            case Step.HOURS:
                return form_views.hours_modal(say, company.company_hours(services, actor))
            case Step.HOLIDAYS:
                return form_views.holidays_modal(say, company.company_hours(services, actor))
            case Step.OWNERS:
                return form_views.owners_modal(say, actions.status_of(services, actor))
            case Step.SOURCES:
                return form_views.sources_modal(say, company.sources(services, actor))


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo set-up`."""
    listeners = SetUpListeners(services, known_zones())
    app.action(ActionId.SET_UP_STEP.value)(listeners.on_step)
    app.action(ActionId.SET_UP_COUNTRY.value)(listeners.on_country)
    app.action(ActionId.SET_UP_PROPOSE.value)(listeners.on_propose)
    app.view(CallbackId.SET_UP_LANGUAGE.value)(listeners.on_language)
    app.view(CallbackId.SET_UP_CHANNELS.value)(listeners.on_channels)
    app.view(CallbackId.SET_UP_TEAMS.value)(listeners.on_teams)
    app.view(CallbackId.SET_UP_HOURS.value)(listeners.on_hours)
    app.view(CallbackId.SET_UP_HOLIDAYS.value)(listeners.on_holidays)
    app.view(CallbackId.SET_UP_OWNERS.value)(listeners.on_owners)
    app.view(CallbackId.SET_UP_SOURCES.value)(listeners.on_sources)
    return listeners.on_command


def partial_of(
    use_case: Callable[[Services, Actor, Any, str, str], None], intent: object
) -> Callable[[Services, Actor, str, str], None]:
    """A use case with its intent bound."""
    return lambda services, actor, shown, key: use_case(services, actor, intent, shown, key)
