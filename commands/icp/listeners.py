"""The Bolt edge of the ideal customer profile: read the payload, call the use case, answer."""

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.icp import actions, parse, views
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotADeciderError, NotAMemberError
from commands.open_windows import open_window, refresh
from commands.replies import keep_open, open_modal, reply_to_command
from commands.specs import CommandListener
from storage.errors import StaleVersionError


class IcpListeners:
    """Listeners with their services bound."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo icp`."""
        actor = actor_of(context)
        if open_modal(client, command["trigger_id"], self._profile(actor)):
            ack()
        else:
            answer = blocks.ephemeral(self._services.say(actor)("people-form-lost"))
            reply_to_command(self._services, actor, ack, command, answer)

    def on_open(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """Home's button."""
        actor = actor_of(context)
        ack()
        open_window(self._services, actor, client, body, self._profile(actor))

    def on_propose(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*Propose a change…*."""
        actor = actor_of(context)
        standing = actions.standing(self._services, actor)
        ack()
        form = views.proposal_modal(self._services.say(actor), standing.profile)
        open_window(self._services, actor, client, body, form)

    def on_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """A change was submitted."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_proposal(view)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open({block.value: say(key) for block, key in intent.errors.items()}))
            return
        try:
            actions.propose(self._services, actor, intent, form_key(view))
        except actions.ProposalRefusedError as error:
            ack(keep_open({error.block.value: say(error.key)}))
            return
        except NotAMemberError:
            ack(keep_open({BlockId.ICP_TEXT.value: say("icp-members-only")}))
            return
        ack()
        below = view.get("previous_view_id")
        if below:
            shown = self._profile(actor, top=f":white_check_mark: {say('icp-done-proposed')}")
            refresh(self._services, actor, client, below, shown, form_key(view))

    def on_decide(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A change's menu: accept, decline, take back."""
        actor = actor_of(context)
        intent = parse.parse_decision(action["selected_option"]["value"])
        top = self._decided(actor, intent, f"icp:{action['action_ts']}:{intent.change_id}")
        ack()
        shown = self._profile(actor, top=top)
        refresh(self._services, actor, client, body["view"]["id"], shown, body["trigger_id"])

    def _decided(self, actor: Actor, intent: parse.Decide, key: str) -> str:
        """Do what the menu asks; what to say of it."""
        say = self._services.say(actor)
        try:
            actions.decide(self._services, actor, intent, key)
        except (NotADeciderError, actions.NotTheirsError):
            return f":warning: {say('icp-deciders-only')}"
        except actions.PartChangedError:
            return f":warning: {say('icp-part-changed')}"
        except StaleVersionError:
            return f":warning: {say('icp-stale')}"
        return f":white_check_mark: {say(f'icp-done-{intent.outcome.value}')}"

    def _profile(self, actor: Actor, *, top: str | None = None) -> Json:
        return views.profile_modal(
            self._services.say(actor), actions.standing(self._services, actor), actor.tz, top=top
        )


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo icp`."""
    listeners = IcpListeners(services)
    app.action(ActionId.ICP_OPEN.value)(listeners.on_open)
    app.action(ActionId.ICP_PROPOSE.value)(listeners.on_propose)
    app.action(ActionId.ICP_DECIDE.value)(listeners.on_decide)
    app.view(CallbackId.ICP_FORM.value)(listeners.on_form)
    return listeners.on_command
