"""The Bolt edge of people: read the payload, call the use case, answer."""

import re

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.hours_fields import HoursErrors, HoursShown, country_typed
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError
from commands.open_windows import open_window, reshape
from commands.people import actions, hours, parse, views
from commands.people.absence_listeners import AbsenceListeners
from commands.people.showing import refresh_below, refusal_modal
from commands.replies import in_its_place, keep_open, open_modal, reply_to_command
from commands.specs import CommandListener
from storage.errors import StaleVersionError

_FIELDS = {"manager": BlockId.MANAGER, "backup": BlockId.BACKUP, "team": BlockId.TEAM}


class PeopleListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    # -- commands ------------------------------------------------------------------------------

    def on_me(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo me`."""
        actor = actor_of(context)
        card = actions.card_of(self._services, actor, actor.member_id)
        self._form(ack, command, client, actor, views.person_modal(self._services.say(actor), card))

    def on_hours(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo hours`."""
        actor = actor_of(context)
        own = hours.hours_of(self._services, actor, actor.member_id)
        self._form(ack, command, client, actor, views.hours_modal(self._services.say(actor), own))

    def on_people(self, ack: Ack, command: Payload, _client: WebClient, context: BoltContext) -> None:
        """`/lazo people`."""
        actor = actor_of(context)
        listed = actions.list_people(self._services, actor)
        answer = views.list_message(self._services.say(actor), listed, actor.tz)
        reply_to_command(self._services, actor, ack, command, answer)

    # -- forms ---------------------------------------------------------------------------------

    def on_person_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """What somebody is was submitted."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_person_form(view)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open({block.value: say(key) for block, key in intent.errors.items()}))
            return
        try:
            card = actions.change_person(self._services, actor, intent, form_key(view))
        except actions.UnfitPersonError as error:
            ack(keep_open({_FIELDS[field].value: say(key) for field, key in error.errors.items()}))
        except (actions.NotAllowedError, NotAMemberError):
            ack(in_its_place(refusal_modal(say("people-not-allowed"), say("people-title"), say("done"))))
        except StaleVersionError:
            ack(in_its_place(views.stale_modal(say, actions.card_of(self._services, actor, intent.member_id))))
        else:
            ack(in_its_place(views.saved_modal(say, card)))

    def on_hours_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Somebody's hours were submitted."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_hours_form(view, parse.day_of(self._services.now(), actor.tz), actor.locale)
        if isinstance(intent, HoursErrors):
            ack(keep_open(views.hours_errors(say, intent)))
            return
        try:
            card = hours.change_hours(self._services, actor, intent, form_key(view))
        except (actions.NotAllowedError, NotAMemberError):
            ack(in_its_place(refusal_modal(say("people-not-allowed"), say("hours-title"), say("done"))))
        except StaleVersionError:
            ack(keep_open({BlockId.HOURS.value: say("hours-stale")}))
        else:
            ack(in_its_place(views.hours_saved_modal(say, card)))
            refresh_below(self._services, view, client, actor, card)

    # -- buttons and menus ---------------------------------------------------------------------

    def on_open_own(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*My settings*."""
        actor = actor_of(context)
        card = actions.card_of(self._services, actor, actor.member_id)
        ack()
        open_window(self._services, actor, client, body, views.person_modal(self._services.say(actor), card))

    def on_pick(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """Somebody was chosen from the list's menu."""
        actor = actor_of(context)
        say = self._services.say(actor)
        card = actions.card_of_slack_id(self._services, actor, action.get("selected_user") or "")
        ack()
        if card is None:
            open_window(
                self._services,
                actor,
                client,
                body,
                refusal_modal(say("people-error-unfit"), say("people-title"), say("done")),
            )
        else:
            open_window(self._services, actor, client, body, views.person_modal(say, card))

    def on_open_hours(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Change…* beside somebody's hours."""
        actor = actor_of(context)
        say = self._services.say(actor)
        try:
            shown = views.hours_modal(say, hours.hours_of(self._services, actor, int(action["value"])))
        except actions.NotAllowedError:
            shown = refusal_modal(say("people-not-allowed"), say("hours-title"), say("done"))
        ack()
        open_window(self._services, actor, client, body, shown)

    def on_country(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """Another country was chosen: its regions are offered. What is typed stays."""
        actor = actor_of(context)
        view = body["view"]
        own = hours.hours_of(self._services, actor, parse.subject_of(view))
        ack()
        shown = HoursShown(own.shown.weekly, own.shown.dated, country_typed(view["state"]["values"]))
        form = views.hours_modal(self._services.say(actor), own.showing(shown))
        reshape(self._services, actor, body, client, form)

    # -- inside --------------------------------------------------------------------------------

    def _form(self, ack: Ack, command: Payload, client: WebClient, actor: Actor, form: Json) -> None:
        """Open a form for a command, or say that Slack did not in time."""
        if open_modal(client, command["trigger_id"], form):
            ack()
            return
        answer = blocks.ephemeral(self._services.say(actor)("people-form-lost"))
        reply_to_command(self._services, actor, ack, command, answer)


def register(app: App, services: Services) -> dict[str, CommandListener]:
    """Attach the listeners to ``app`` and give those for `/lazo me`, `people`, `hours`, `out` and `back`."""
    listeners = PeopleListeners(services)
    app.view(CallbackId.PERSON_FORM.value)(listeners.on_person_form)
    app.view(CallbackId.OWN_HOURS.value)(listeners.on_hours_form)
    app.action(ActionId.PERSON_OPEN.value)(listeners.on_open_own)
    app.action(ActionId.PERSON_PICK.value)(listeners.on_pick)
    app.action(ActionId.OWN_HOURS_OPEN.value)(listeners.on_open_hours)
    app.action(ActionId.OWN_HOURS_COUNTRY.value)(listeners.on_country)
    absence = AbsenceListeners(services)
    app.view(CallbackId.TIME_OFF.value)(absence.on_time_off_form)
    app.action(ActionId.TIME_OFF_OPEN.value)(absence.on_open_time_off)
    app.action(ActionId.TIME_OFF_EXTEND.value)(absence.on_extend)
    app.action(re.compile(rf"{ActionId.TIME_OFF_CANCEL.value}(:\d+)?"))(absence.on_cancel)
    return {
        "me": listeners.on_me,
        "people": listeners.on_people,
        "hours": listeners.on_hours,
        "out": absence.on_out,
        "back": absence.on_back,
    }
