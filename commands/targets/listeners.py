"""The Bolt edge of target lists: read the payload, call the use case, show the list as it stands."""

import re
from collections.abc import Callable, Mapping
from typing import Any, Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError
from commands.open_windows import open_window, refresh, reshape
from commands.replies import Place, keep_open, open_modal, reply_to_command, say_privately
from commands.targets import actions, form_views, parse, showing, views
from commands.targets.parse import Opened
from commands.targets.showing import ShownList
from domain.target_list import Quarter
from storage.errors import StaleVersionError

#: What a form does, and what is said once it is done: a text key that may take a count.
Act = Callable[[Actor, Any, str], tuple[str, int]]

_REFUSALS: Final[Mapping[type[Exception], str]] = {
    NotAMemberError: "targets-members-only",
    actions.NotYoursError: "targets-not-yours",
    actions.QuarterOverError: "targets-over",
    actions.NothingNewError: "targets-error-known",
    StaleVersionError: "targets-stale",
}


class TargetListeners:
    """Listeners with their services bound."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def answer(self, ack: Ack, command: Payload, client: WebClient, actor: Actor, text: str) -> None:
        """`/account targets …`: the list of the quarter that was named."""
        say = self._services.say(actor)
        current = showing.show(self._services, actor)
        wanted = parse.read_quarter(text, current.quarter)
        shown = current if wanted in {None, current.quarter} else showing.show(self._services, actor, wanted)
        notice = views.unclear(say, text, current.quarter) if wanted is None else None
        if open_modal(client, command["trigger_id"], views.list_modal(say, shown, actor.tz, notice)):
            ack()
        else:
            reply_to_command(self._services, actor, ack, command, views.list_message(say, shown, "targets-form-lost"))

    def on_open(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """Another quarter, or a message's button."""
        actor = actor_of(context)
        shown = showing.show(self._services, actor, Quarter.read(action["value"]))
        ack()
        modal = views.list_modal(self._services.say(actor), shown, actor.tz)
        if body.get("view"):
            reshape(self._services, actor, body, client, modal)
        else:
            open_window(self._services, actor, client, body, modal)

    def on_start(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Begin*: what is kept of the quarter before is asked, where there is one."""
        actor = actor_of(context)
        opened = parse.parse_opened(action["value"])
        stood = showing.carried_from(self._services, actor, opened.quarter)
        if stood:
            shown = showing.show(self._services, actor, opened.quarter)
            ack()
            form = form_views.carry_modal(self._services.say(actor), shown, stood)
            open_window(self._services, actor, client, body, form)
            return
        self._press(
            ack,
            body,
            client,
            actor,
            opened.quarter,
            lambda key: actions.start(self._services, actor, parse.Carry(opened.quarter, (), ""), key),
            "targets-begun",
        )

    def on_agree(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*I agree*."""
        actor = actor_of(context)
        opened = parse.parse_opened(action["value"])
        done: list[bool] = []
        self._press(
            ack,
            body,
            client,
            actor,
            opened.quarter,
            lambda key: done.append(actions.agree(self._services, actor, opened, key)),
            lambda: "targets-done-published" if done[0] else "targets-done-agreed",
        )

    def on_form_wanted(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A button that opens a form on top of the list."""
        actor = actor_of(context)
        say = self._services.say(actor)
        opened = parse.parse_opened(action["value"])
        shown = showing.show(self._services, actor, opened.quarter)
        match ActionId(action["action_id"]):
            case ActionId.TARGETS_PROPOSE:
                tiers = showing.tier_sizes(self._services, actor, opened.quarter)
                form = form_views.propose_modal(say, shown, tiers)
            case ActionId.TARGETS_DROP:
                form = form_views.drop_modal(say, shown)
            case ActionId.TARGETS_OBJECT:
                form = form_views.object_modal(say, shown)
            case ActionId.TARGETS_OWNERS:
                form = form_views.owners_modal(say, shown)
            case _:
                told = showing.history(self._services, actor, opened.quarter)
                form = views.history_modal(say, opened.quarter, told, actor.tz)
        ack()
        open_window(self._services, actor, client, body, form)

    def on_carry(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """What is kept was submitted."""

        def act(actor: Actor, intent: parse.Carry, key: str) -> tuple[str, int]:
            actions.start(self._services, actor, intent, key)
            return "targets-begun", 0

        self._submitted(ack, view, client, context, parse.parse_carry(view), act, BlockId.NOT_KEPT)

    def on_propose(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Proposals were submitted."""

        def act(actor: Actor, intent: parse.Propose, key: str) -> tuple[str, int]:
            return "targets-done-proposed", actions.propose(self._services, actor, intent, key)

        self._submitted(ack, view, client, context, parse.parse_propose(view), act, BlockId.TARGET_ACCOUNTS)

    def on_drop(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """What is dropped was submitted."""

        def act(actor: Actor, intent: parse.Drop, key: str) -> tuple[str, int]:
            return "targets-done-dropped", actions.drop(self._services, actor, intent, key)

        self._submitted(ack, view, client, context, parse.parse_drop(view), act, BlockId.TARGET_ACCOUNTS)

    def on_object(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """An objection was submitted."""

        def act(actor: Actor, intent: parse.Object, key: str) -> tuple[str, int]:
            actions.object_to(self._services, actor, intent, key)
            return "targets-done-objected", 0

        self._submitted(ack, view, client, context, parse.parse_object(view), act, BlockId.REASON)

    def on_owners(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """Owners and minutes were submitted."""

        def act(actor: Actor, intent: parse.NameOwners, key: str) -> tuple[str, int]:
            actions.name_owners(self._services, actor, intent, key)
            return "targets-done-owners", 0

        self._submitted(ack, view, client, context, parse.parse_owners(view), act, BlockId.SALES_OWNER)

    def _press(
        self,
        ack: Ack,
        body: Payload,
        client: WebClient,
        actor: Actor,
        quarter: Quarter,
        act: Callable[[str], object],
        notice: str | Callable[[], str],
    ) -> None:
        """Do what a button asks, and show the list as it stands now; what is refused is said above it."""
        say = self._services.say(actor)
        try:
            act(f"action:{body['trigger_id']}")
        except tuple(_REFUSALS) as error:
            key = _REFUSALS[type(error)]
        else:
            key = notice if isinstance(notice, str) else notice()
        shown = showing.show(self._services, actor, quarter)
        ack()
        place = Place.of(body)
        if place.view_id is not None:
            view = views.list_modal(say, shown, actor.tz, self._said(actor, key, shown))
            refresh(self._services, actor, client, place.view_id, view, body["trigger_id"])
        elif place.response_url is not None:
            say_privately(place.response_url, self._said(actor, key, shown))

    def _submitted(
        self,
        ack: Ack,
        view: Payload,
        client: WebClient,
        context: BoltContext,
        parsed: Any,  # noqa: ANN401 - an intent of this slice, or its problems
        act: Act,
        blamed: BlockId,
    ) -> None:
        """Errors stand below their fields; what was done is shown on the list below the form."""
        actor = actor_of(context)
        say = self._services.say(actor)
        errors: Mapping[str, str] = {}
        key, count = "", 0
        if isinstance(parsed, parse.Problems):
            errors = {block.value: say(text) for block, text in parsed.errors.items()}
        else:
            try:
                key, count = act(actor, parsed, form_key(view))
            except actions.UnfitOwnersError as error:
                errors = {block.value: say(text) for block, text in error.errors.items()}
            except actions.BatchFullError as error:
                errors = {blamed.value: say("targets-error-batch", room=error.room)}
            except tuple(_REFUSALS) as error:
                errors = {blamed.value: say(_REFUSALS[type(error)])}
        if errors:
            ack(keep_open(errors))
            return
        ack()
        root = view.get("root_view_id")
        if root and root != view["id"]:
            shown = showing.show(self._services, actor, _opened(view).quarter)
            notice = self._said(actor, key, shown, count)
            standing = views.list_modal(say, shown, actor.tz, notice)
            refresh(self._services, actor, client, root, standing, form_key(view))

    def _said(self, actor: Actor, key: str, shown: ShownList, count: int = 0) -> str:
        say = self._services.say(actor)
        text = say(key, quarter=views.quarter_label(say, shown.quarter), count=count)
        return f":warning: {text}" if key in _REFUSALS.values() else f":white_check_mark: *{text}*"


def card_rows(services: Services, actor: Actor, account_id: int) -> list[Json]:
    """This slice's row of an account's card: where it stands with the list; nothing while there is no list."""
    found = showing.place_of(services, actor, account_id)
    return [] if found is None else [blocks.context(views.place_line(services.say(actor), *found))]


def register(app: App, services: Services) -> TargetListeners:
    """Attach the listeners to ``app``; what they answer to `/account targets` is for `commands.account`."""
    listeners = TargetListeners(services)
    app.action(re.compile(rf"^{ActionId.TARGETS_OPEN.value}(:\d+)?$"))(listeners.on_open)
    app.action(ActionId.TARGETS_START.value)(listeners.on_start)
    app.action(ActionId.TARGETS_AGREE.value)(listeners.on_agree)
    for action_id in (
        ActionId.TARGETS_PROPOSE,
        ActionId.TARGETS_DROP,
        ActionId.TARGETS_OBJECT,
        ActionId.TARGETS_OWNERS,
        ActionId.TARGETS_HISTORY,
    ):
        app.action(action_id.value)(listeners.on_form_wanted)
    app.view(CallbackId.TARGETS_CARRY.value)(listeners.on_carry)
    app.view(CallbackId.TARGETS_PROPOSE.value)(listeners.on_propose)
    app.view(CallbackId.TARGETS_DROP.value)(listeners.on_drop)
    app.view(CallbackId.TARGETS_OBJECT.value)(listeners.on_object)
    app.view(CallbackId.TARGETS_OWNERS.value)(listeners.on_owners)
    return listeners


def _opened(view: Payload) -> Opened:
    return parse.parse_opened(str(view["private_metadata"]))
