"""The Bolt edge of merging companies: read the payload, call the use case, answer. For those who decide."""

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.account import merging, parse
from commands.account import merging_views as views
from commands.account.merging import MergeRefusedError
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import ActionId, CallbackId
from commands.members import NotADeciderError
from commands.open_windows import open_window, refresh, reshape
from commands.replies import (
    Place,
    in_its_place,
    open_modal,
    replace_answer,
    reply_to_command,
    say_privately,
)
from commands.specs import ACCOUNT
from storage.errors import StaleVersionError

Intent = parse.MergeNames | parse.ShowDuplicates | parse.ShowMerges


class MergingListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def answer(self, ack: Ack, command: Payload, client: WebClient, actor: Actor, intent: Intent, name: str) -> None:
        """What `/account merge …`, `duplicates` and `merges` ask for; ``name`` is the command for examples."""
        say = self._services.say(actor)
        try:
            match intent:
                case parse.MergeNames(splits):
                    kept_id, merged_id = merging.named(self._services, actor, splits)
                    shown = merging.preview(self._services, actor, kept_id, merged_id)
                    if open_modal(client, command["trigger_id"], views.preview_modal(say, shown)):
                        ack()
                        return
                    body = views.sentence_message(say("merge-form-lost"))
                case parse.ShowDuplicates():
                    body = views.suggestions_message(say, merging.suggestions(self._services, actor), name)
                case _:
                    body = views.merges_message(say, merging.recent(self._services, actor), actor.tz, name)
        except (NotADeciderError, MergeRefusedError) as error:
            body = views.sentence_message(self._refusal(actor, error))
        reply_to_command(self._services, actor, ack, command, body)

    def on_open(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Merge…*: what it would do."""
        actor = actor_of(context)
        view = self._preview(actor, *parse.parse_pair(action["value"]))
        ack()
        open_window(self._services, actor, client, body, view)

    def on_swap(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Keep the other name*: the same the other way round."""
        actor = actor_of(context)
        view = self._preview(actor, *parse.parse_pair(action["value"]))
        ack()
        reshape(self._services, actor, body, client, view)

    def on_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """*Merge*: done in one piece, or why not."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_merge(view)
        try:
            done = merging.merge(self._services, actor, intent, form_key(view))
        except (NotADeciderError, MergeRefusedError) as error:
            shown = views.sentence_modal(say, self._refusal(actor, error))
        except StaleVersionError:
            shown = self._preview(actor, intent.kept_id, intent.merged_id, top=say("merge-stale"))
        else:
            shown = views.merged_modal(say, done)
        ack(in_its_place(shown))

    def on_undo(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Undo*, on the receipt or in the list of merges."""
        actor = actor_of(context)
        say = self._services.say(actor)
        try:
            done = merging.undo(self._services, actor, int(action["value"]), f"action:{body['trigger_id']}")
        except (NotADeciderError, MergeRefusedError) as error:
            ack()
            self._tell(client, body, actor, self._refusal(actor, error), stays=True)
            return
        ack()
        self._tell(client, body, actor, views.undone_text(say, done))

    def on_apart(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Not the same*: the list without them."""
        del client
        actor = actor_of(context)
        say, place = self._services.say(actor), Place.of(body)
        first, second = parse.parse_pair(action["value"])
        try:
            merging.set_apart(self._services, actor, first, second, f"action:{body['trigger_id']}")
            found = merging.suggestions(self._services, actor)
        except NotADeciderError:
            ack()
            if place.response_url is not None:
                say_privately(place.response_url, say("merge-deciders-only"))
            return
        ack()
        if place.response_url is not None:
            command = ACCOUNT.as_typed(None, say.locale)
            replace_answer(place.response_url, views.suggestions_message(say, found, command))

    def _preview(self, actor: Actor, kept_id: int, merged_id: int, *, top: str | None = None) -> Json:
        say = self._services.say(actor)
        try:
            return views.preview_modal(say, merging.preview(self._services, actor, kept_id, merged_id), top=top)
        except (NotADeciderError, MergeRefusedError) as error:
            return views.sentence_modal(say, self._refusal(actor, error))

    def _refusal(self, actor: Actor, error: NotADeciderError | MergeRefusedError) -> str:
        say = self._services.say(actor)
        return views.refusal_text(say, error) if isinstance(error, MergeRefusedError) else say("merge-deciders-only")

    def _tell(self, client: WebClient, body: Payload, actor: Actor, text: str, *, stays: bool = False) -> None:
        say, place = self._services.say(actor), Place.of(body)
        if place.view_id is not None:
            shown = views.sentence_modal(say, text)
            refresh(self._services, actor, client, place.view_id, shown, body["trigger_id"])
        elif place.response_url is not None and stays:
            say_privately(place.response_url, text)
        elif place.response_url is not None:
            replace_answer(place.response_url, views.sentence_message(text))


def attach(app: App, services: Services) -> MergingListeners:
    """Attach the listeners to ``app``; they answer the command's sub-words too."""
    listeners = MergingListeners(services)
    app.view(CallbackId.ACCOUNT_MERGE.value)(listeners.on_form)
    app.action(ActionId.MERGE_OPEN.value)(listeners.on_open)
    app.action(ActionId.MERGE_SWAP.value)(listeners.on_swap)
    app.action(ActionId.MERGE_UNDO.value)(listeners.on_undo)
    app.action(ActionId.MERGE_APART.value)(listeners.on_apart)
    return listeners
