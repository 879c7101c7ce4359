"""The Bolt edge of accounts: read the payload, call the use case, answer."""

import re
from collections.abc import Callable

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.account import actions, merging_listeners, parse, views
from commands.account.merging_listeners import MergingListeners
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError
from commands.replies import Place, in_its_place, keep_open, open_modal, replace_answer, reply_to_command, say_privately
from commands.specs import ACCOUNT, CommandListener
from domain.values import frozen
from storage.errors import StaleVersionError

#: How an account gets on, as rows for its card: one line (a text key) on what was just done comes first.
ProgressRows = Callable[[Services, Actor, int, str | None], list[blocks.Json]]
#: What another slice answers to a sub-word of `/account`: given what follows the word.
Door = Callable[[Ack, Payload, WebClient, Actor, str], None]


@frozen
class Doors:
    """The sub-words that other slices answer."""

    targets: Door
    export: Door
    stages: Door


class AccountListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, merging: MergingListeners, progress: ProgressRows, doors: Doors) -> None:
        self._services = services
        self._doors = doors
        self._progress = progress
        self._merging = merging

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/account …`, or what follows `/lazo account`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        name = ACCOUNT.as_typed(command.get("command"), say.locale)
        intent = parse.parse_command(command.get("text") or "")
        match intent:
            case parse.MergeNames() | parse.ShowDuplicates() | parse.ShowMerges():
                self._merging.answer(ack, command, client, actor, intent, name)
                return
            case parse.ShowTargets(which):
                self._doors.targets(ack, command, client, actor, which)
                return
            case parse.ExportAccounts():
                self._doors.export(ack, command, client, actor, "")
                return
            case parse.ShowStages():
                self._doors.stages(ack, command, client, actor, "")
                return
            case parse.ListAccounts():
                answer = views.list_message(say, name, actions.list_all(self._services, actor))
            case parse.ShowHelp():
                answer = views.help_message(say, name)
            case parse.NotAName():
                answer = views.not_a_name_message(say, name, intent)
            case _:
                found = actions.find(self._services, actor, intent.name)
                if isinstance(found, actions.UnknownAccount):
                    answer = views.unknown_message(say, found)
                elif open_modal(client, command["trigger_id"], self._form(actor, found)):
                    ack()
                    return
                else:
                    answer = views.card_message(say, found, headline="account-form-lost")
        reply_to_command(self._services, actor, ack, command, answer)

    def on_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The form was submitted: errors below their fields, or who is set now."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_form(view)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open({block.value: say(key) for block, key in intent.errors.items()}))
            return
        key = form_key(view)
        try:
            card = actions.name_owners(self._services, actor, intent, key)
        except actions.UnfitOwnersError as error:
            ack(keep_open({block.value: say(text) for block, text in error.errors.items()}))
        except NotAMemberError:
            ack(keep_open({BlockId.SALES_OWNER.value: say("account-members-only")}))
        except StaleVersionError:
            card = actions.card_of(self._services, actor, intent.account_id)
            wanted = (intent.sales_owner, intent.marketing_owner, intent.crm_url)
            ack(in_its_place(views.stale_modal(say, card, wanted)))
        else:
            ack(in_its_place(views.receipt_modal(say, card)))

    def on_open(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A known account was chosen: its form."""
        self._open(
            ack, body, client, context, lambda actor: actions.card_of(self._services, actor, int(action["value"]))
        )

    def on_create(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """The unknown name becomes an account; then its form."""
        key = f"action:{body['trigger_id']}"
        self._open(
            ack,
            body,
            client,
            context,
            lambda actor: actions.create(self._services, actor, action["value"], key),
            headline="account-created",
        )

    def on_link(self, ack: Ack) -> None:
        """Slack opens the CRM itself, and waits for an ack all the same."""
        ack()

    def _open(
        self,
        ack: Ack,
        body: Payload,
        client: WebClient,
        context: BoltContext,
        card_of: Callable[[Actor], actions.AccountCard],
        headline: str = "account-card",
    ) -> None:
        actor = actor_of(context)
        say = self._services.say(actor)
        place = Place.of(body)
        try:
            card = card_of(actor)
        except NotAMemberError:
            ack()
            if place.response_url is not None:
                say_privately(place.response_url, say("account-members-only"))
            return
        ack()
        opened = open_modal(client, body["trigger_id"], self._form(actor, card))
        if place.response_url is not None:
            shown = views.card_message(say, card, headline=headline if opened else "account-form-lost")
            replace_answer(place.response_url, shown)

    def _form(self, actor: Actor, card: actions.AccountCard) -> blocks.Json:
        return card_modal(self._services, actor, card, self._progress)


def card_modal(
    services: Services,
    actor: Actor,
    card: actions.AccountCard,
    progress: ProgressRows,
    notice: str | None = None,
) -> blocks.Json:
    """The whole card of an account: how it gets on, then who answers for it."""
    return views.owners_modal(services.say(actor), card, top=progress(services, actor, card.id, notice))


def register(app: App, services: Services, progress: ProgressRows, doors: Doors) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo account`."""
    listeners = AccountListeners(services, merging_listeners.attach(app, services), progress, doors)
    for name in ACCOUNT.names:
        app.command(name)(listeners.on_command)
    app.view(CallbackId.ACCOUNT_OWNERS.value)(listeners.on_form)
    app.action(re.compile(rf"{ActionId.ACCOUNT_OPEN.value}:\d+"))(listeners.on_open)
    app.action(ActionId.ACCOUNT_CREATE.value)(listeners.on_create)
    app.action(ActionId.ACCOUNT_CRM.value)(listeners.on_link)
    return listeners.on_command
