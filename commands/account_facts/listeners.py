"""The Bolt edge of what is known of an account: buttons of its card, lists, and the forms behind them."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.account_facts import actions, history, parse, views
from commands.account_facts.parse import FactKind
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError
from commands.open_windows import open_window, refresh
from commands.replies import keep_open
from storage.errors import StaleVersionError

#: The whole card as it stands now, with one line (a text key) on what was done.
ShowCard = Callable[[Actor, int, str | None], Json]

#: What is said below the first field when a form cannot be saved.
_REFUSALS: Final[Mapping[type[Exception], str]] = {
    NotAMemberError: "facts-members-only",
    actions.KnownAlreadyError: "facts-error-known",
    actions.TooManyError: "facts-error-many",
    StaleVersionError: "facts-error-stale",
}


class FactsListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, show_card: ShowCard) -> None:
        self._services = services
        self._show_card = show_card

    def on_edit(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Edit…* beside the account as a whole."""
        actor = actor_of(context)
        card = actions.card_of(self._services, actor, int(action["value"]))
        ack()
        open_window(self._services, actor, client, body, views.facts_modal(self._services.say(actor), card))

    def on_list(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*People…* or *Signals…*; where there is none yet, the form of the first one."""
        actor = actor_of(context)
        kind, account_id = parse.parse_list(action["value"])
        card = actions.card_of(self._services, actor, account_id)
        say = self._services.say(actor)
        known = card.people if kind is FactKind.BUYER else card.signals
        view = views.list_modal(say, card, kind) if known else self._new(actor, kind, account_id)
        ack()
        open_window(self._services, actor, client, body, view)

    def on_new(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Add…* above a list."""
        actor = actor_of(context)
        kind, account_id = parse.parse_list(action["value"])
        view = self._new(actor, kind, account_id)
        ack()
        open_window(self._services, actor, client, body, view)

    def on_act(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """The menu of a person or a signal: edit or remove."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_act(action["selected_option"]["value"])
        account_id = actions.account_of(self._services, actor, intent)
        card = actions.card_of(self._services, actor, account_id)
        if intent.act == "edit":
            form = self._form_of(actor, card, intent)
            ack()
            if form is None:  # removed meanwhile
                standing = views.list_modal(say, card, intent.kind, "facts-stale")
                refresh(self._services, actor, client, body["view"]["id"], standing, body["trigger_id"])
            else:
                open_window(self._services, actor, client, body, form)
            return
        notice = "facts-removed"
        try:
            actions.remove(self._services, actor, intent, f"fact:{action['action_ts']}:{intent.fact_id}")
        except NotAMemberError:
            notice = "facts-members-only"
        except StaleVersionError:
            notice = "facts-stale"
        ack()
        self._refresh(client, actor, body["view"], (account_id, intent.kind), notice, body["trigger_id"])

    def on_history(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*History…* on the card."""
        actor = actor_of(context)
        found = history.history_of(self._services, actor, int(action["value"]))
        ack()
        view = history.history_modal(self._services.say(actor), found, actor.tz)
        open_window(self._services, actor, client, body, view)

    def on_facts_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """The account as a whole was submitted."""
        actor = actor_of(context)
        self._submitted(
            ack,
            view,
            client,
            actor,
            parse.parse_facts(view, actions.today_of(self._services, actor)),
            lambda intent, key: actions.save_facts(self._services, actor, intent, key),
            BlockId.SEGMENT,
        )

    def on_buyer_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Somebody who has a say was submitted."""
        actor = actor_of(context)
        self._submitted(
            ack,
            view,
            client,
            actor,
            parse.parse_buyer(view),
            lambda intent, key: actions.save_buyer(self._services, actor, intent, key),
            BlockId.BUYER_NAME,
        )

    def on_signal_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """A signal was submitted."""
        actor = actor_of(context)
        self._submitted(
            ack,
            view,
            client,
            actor,
            parse.parse_signal(view, actions.today_of(self._services, actor)),
            lambda intent, key: actions.save_signal(self._services, actor, intent, key),
            BlockId.TOPIC,
        )

    def _submitted(
        self,
        ack: Ack,
        view: Payload,
        client: WebClient,
        actor: Actor,
        parsed: Any,  # noqa: ANN401 - an intent of this slice, or its problems
        act: Callable[[Any, str], None],
        blamed: BlockId,
    ) -> None:
        """Errors stand below their fields; what was saved is shown in the list and on the card below the form."""
        errors: Mapping[BlockId, str] = {}
        if isinstance(parsed, parse.Problems):
            errors = parsed.errors
        else:
            try:
                act(parsed, form_key(view))
            except tuple(_REFUSALS) as error:
                errors = {blamed: _REFUSALS[type(error)]}
        if errors:
            say = self._services.say(actor)
            ack(keep_open({block.value: say(key) for block, key in errors.items()}))
            return
        ack()
        kind = {CallbackId.BUYER_FORM.value: FactKind.BUYER, CallbackId.SIGNAL_FORM.value: FactKind.SIGNAL}.get(
            view["callback_id"]
        )
        below = {"id": view.get("previous_view_id"), "root_view_id": view.get("root_view_id")}
        self._refresh(client, actor, below, (parse.account_in(view), kind), "facts-saved", form_key(view))

    def _refresh(
        self,
        client: WebClient,
        actor: Actor,
        below: Payload,
        about: tuple[int, FactKind | None],
        notice: str,
        key: str,
    ) -> None:
        """Bring a list (``below``) up to what stands, and the card below it."""
        (account_id, kind), root = about, below.get("root_view_id")
        if kind is not None and below.get("id") and below["id"] != root:
            card = actions.card_of(self._services, actor, account_id)
            standing = views.list_modal(self._services.say(actor), card, kind, notice)
            refresh(self._services, actor, client, below["id"], standing, key)
        if root:
            refresh(self._services, actor, client, root, self._show_card(actor, account_id, notice), key)

    def _new(self, actor: Actor, kind: FactKind, account_id: int) -> Json:
        say = self._services.say(actor)
        if kind is FactKind.BUYER:
            return views.buyer_modal(say, account_id, None)
        return views.signal_modal(say, account_id, None, actions.today_of(self._services, actor))

    def _form_of(self, actor: Actor, card: actions.FactsCard, intent: parse.FactAct) -> Json | None:
        say = self._services.say(actor)
        if intent.kind is FactKind.BUYER:
            person = next((each for each in card.people if each.id == intent.fact_id), None)
            return None if person is None else views.buyer_modal(say, card.account_id, person)
        signal = next((each for each in card.signals if each.id == intent.fact_id), None)
        today = actions.today_of(self._services, actor)
        return None if signal is None else views.signal_modal(say, card.account_id, signal, today)


def register(app: App, services: Services, show_card: ShowCard) -> None:
    """Attach the listeners to ``app``; ``show_card`` makes the card that they are part of."""
    listeners = FactsListeners(services, show_card)
    app.action(ActionId.FACTS_EDIT.value)(listeners.on_edit)
    app.action(ActionId.FACTS_LIST.value)(listeners.on_list)
    app.action(ActionId.FACTS_NEW.value)(listeners.on_new)
    app.action(ActionId.FACTS_ACT.value)(listeners.on_act)
    app.action(ActionId.ACCOUNT_HISTORY.value)(listeners.on_history)
    app.view(CallbackId.FACTS_FORM.value)(listeners.on_facts_form)
    app.view(CallbackId.BUYER_FORM.value)(listeners.on_buyer_form)
    app.view(CallbackId.SIGNAL_FORM.value)(listeners.on_signal_form)


def rows_of(services: Services, actor: Actor, account_id: int) -> list[Json]:
    """This slice's rows of the account's card."""
    card = actions.card_of(services, actor, account_id)
    return views.card_rows(services.say(actor), card, actions.today_of(services, actor))
