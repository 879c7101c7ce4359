"""The Bolt edge of dropped files: what is written in the bot's DM, and the buttons of a file's preview."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import ActionId, CallbackId
from commands.importing import deciding, form, messages, parse
from commands.importing.deciding import ImportGoneError, NotYoursError, StalePreviewError
from commands.importing.plan import ImportPlan
from commands.members import NotAMemberError
from commands.replies import keep_open, open_modal, say_privately
from domain.text import clean
from storage.file_imports import DroppedFile

_REFUSALS: Final[Mapping[type[Exception], str]] = {
    StalePreviewError: "import-stale",
    ImportGoneError: "import-gone",
    NotYoursError: "import-not-yours",
    NotAMemberError: "import-members-only",
}
_UNNAMED: Final = "file.csv"


class ImportListeners:
    """Listeners with their services bound."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_message(self, ack: Ack, body: Payload, event: Payload, context: BoltContext) -> None:
        """Something happened in the DM: files are noted and read later, words are answered with a hint.

        Our own messages, edits and deletions come here too, and nothing follows from them.
        """
        written = event.get("subtype") in {None, "file_share"} and event.get("channel_type") == "im"
        if written and event.get("user") and not event.get("bot_id"):
            self._written(actor_of(context), event, f"event:{body['event_id']}")
        ack()

    def on_start(self, ack: Ack, body: Payload, action: Payload, context: BoltContext) -> None:
        """*Import N rows*."""
        import_id, version, rows = parse.parse_start(action["value"])
        self._decide(
            ack, body, context, lambda actor, key: deciding.start(self._services, actor, import_id, version, rows, key)
        )

    def on_cancel(self, ack: Ack, body: Payload, action: Payload, context: BoltContext) -> None:
        """*Cancel*."""
        import_id, version = parse.parse_reference(action["value"])
        self._decide(
            ack, body, context, lambda actor, key: deciding.cancel(self._services, actor, import_id, version, key)
        )

    def on_kind(self, ack: Ack, body: Payload, action: Payload, context: BoltContext) -> None:
        """The file holds something else."""
        import_id, version, kind = parse.parse_kind(action["selected_option"]["value"])
        self._decide(
            ack,
            body,
            context,
            lambda actor, key: deciding.choose_kind(self._services, actor, import_id, version, kind, key),
        )

    def on_change(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Change columns…*: the form, on the preview as it stands."""
        actor = actor_of(context)
        import_id, version = parse.parse_reference(action["value"])
        refuse = partial(self._refuse, body, actor)
        try:
            file = deciding.find_own(self._services, actor, import_id)
        except (ImportGoneError, NotYoursError) as error:
            ack()
            refuse(_REFUSALS[type(error)])
            return
        ack()
        if (file.state, file.version) != ("waiting", version):
            refuse("import-stale")
            return
        plan = ImportPlan.load(file.plan)
        modal = form.columns_modal(self._services.say(actor), file.name, plan, f"{file.id}:{file.version}")
        if not open_modal(client, body["trigger_id"], modal):
            refuse("import-form-lost")

    def on_columns(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The form was submitted: the file is read again, and its message shows how."""
        actor = actor_of(context)
        say = self._services.say(actor)
        import_id, _version = parse.parse_reference(view["private_metadata"])
        first = str(view["blocks"][1]["block_id"])
        try:
            file = deciding.find_own(self._services, actor, import_id)
            changed = parse.parse_columns(view, ImportPlan.load(file.plan))
            if isinstance(changed, parse.MissingColumns):
                needed = dict.fromkeys(changed.blocks, say("import-form-needed"))
                ack(keep_open(needed))
                return
            key = form_key(view)
            deciding.change_columns(self._services, actor, changed.import_id, changed.version, changed.plan, key)
        except tuple(_REFUSALS) as error:
            refusal = say(_REFUSALS[type(error)])
            ack(keep_open({first: refusal}))
            return
        ack()

    def _written(self, actor: Actor, event: Payload, key: str) -> None:
        channel = str(event["channel"])
        files = [
            DroppedFile(str(file["id"]), str(event["ts"]), clean(file.get("name") or "").value or _UNNAMED, channel)
            for file in event.get("files") or []
            if file.get("mode") != "tombstone"
        ]
        if files:
            deciding.receive(self._services, actor, files, key)
        elif not event.get("files") and not event.get("thread_ts"):
            hint = messages.plain_message(self._services.say(actor)("import-hint"))
            deciding.reply(self._services, actor, channel, key, hint)

    def _decide(self, ack: Ack, body: Payload, context: BoltContext, decide: Callable[[Actor, str], None]) -> None:
        """Do what a press asks for, once; the file's message follows by itself."""
        actor = actor_of(context)
        try:
            decide(actor, f"action:{body['trigger_id']}")
        except tuple(_REFUSALS) as error:
            ack()
            self._refuse(body, actor, _REFUSALS[type(error)])
            return
        ack()

    def _refuse(self, body: Payload, actor: Actor, key: str) -> None:
        if body.get("response_url"):
            say_privately(body["response_url"], self._services.say(actor)(key))


def register(app: App, services: Services) -> None:
    """Attach the listeners to ``app``."""
    listeners = ImportListeners(services)
    app.event("message")(listeners.on_message)
    app.action(ActionId.IMPORT_START.value)(listeners.on_start)
    app.action(ActionId.IMPORT_CHANGE.value)(listeners.on_change)
    app.action(ActionId.IMPORT_KIND.value)(listeners.on_kind)
    app.action(ActionId.IMPORT_CANCEL.value)(listeners.on_cancel)
    app.view(CallbackId.IMPORT_COLUMNS.value)(listeners.on_columns)
