"""The Bolt edge of the digest: read the payload, ask Slack about the channel, call the use case, answer."""

from collections.abc import Collection

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.blocks import Json
from commands.channels import Obstacle, obstacle_in
from commands.context import Actor, Payload, Services, actor_of
from commands.digest import actions, parse, resending, schedule_views, scheduling, views
from commands.ids import ActionId, CallbackId
from commands.members import NotAMemberError
from commands.replies import in_its_place, keep_open, open_modal, replace_answer, reply_to_command
from commands.specs import DIGEST, CommandListener
from domain.places import known_zones
from storage.errors import StaleVersionError


class DigestListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, zones: Collection[str]) -> None:
        self._services = services
        self._zones = zones

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/digest …`, or what follows `/lazo digest`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        channel = str(command["channel_id"])
        name = DIGEST.as_typed(command.get("command"), say.locale)
        intent = parse.parse_command(command.get("text") or "", channel)
        try:
            answer = self._answer(command, client, actor, intent, name)
        except NotAMemberError:
            answer = views.members_only_answer(say)
        if answer is None:
            ack()
        else:
            reply_to_command(self._services, actor, ack, command, answer)

    def _answer(
        self, command: Payload, client: WebClient, actor: Actor, intent: parse.CommandIntent, name: str
    ) -> Json | None:
        """What is answered to a command, done as it asks; nothing when a form says it. Raises NotAMemberError."""
        say, channel = self._services.say(actor), str(command["channel_id"])
        key = f"command:{command['trigger_id']}"
        match intent:
            case parse.OpenScheduleForm(wanted):
                standing = scheduling.offered(self._services, actor, channel)
                form = schedule_views.schedule_modal(say, standing, tz=actor.tz, wanted=wanted)
                return None if open_modal(client, command["trigger_id"], form) else views.form_lost_answer(name, say)
            case parse.PreviewDigest(kind):
                if actor.in_shared_channel:
                    return views.obstacle_answer(Obstacle.SHARED, channel, say)
                return views.preview_answer(actions.preview(self._services, actor, channel, kind))
            case parse.PostDigest():
                return self._posted(client, actor, intent, key)
            case parse.ResendDigest():
                return self._resent(client, actor, intent, key, name)
            case parse.StopDigest():
                had_one = scheduling.stop(self._services, actor, intent, key)
                return views.stopped_receipt(channel, name, say, had_one=had_one)
            case parse.ShowStanding():
                return views.standing_answer(scheduling.standing(self._services, actor, channel), name, say)
            case _:
                return views.unclear_answer(intent, name, say)

    def on_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """The schedule form was submitted: errors at their fields, or when the first digest comes."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_form(view, self._zones)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open(schedule_views.form_errors(intent, say)))
            return
        obstacle = obstacle_in(client, intent.channel)
        if obstacle:
            ack(keep_open(schedule_views.channel_error(obstacle, say)))
            return
        try:
            scheduled = scheduling.schedule(self._services, actor, intent, f"form:{view['id']}")
        except NotAMemberError:
            ack(keep_open(schedule_views.members_only_error(say)))
            return
        except StaleVersionError:  # another channel was chosen than the form showed, or somebody was faster
            standing = scheduling.standing(self._services, actor, intent.channel)
            ack(in_its_place(schedule_views.replace_modal(say, standing, intent)))
            return
        ack(in_its_place(schedule_views.scheduled_modal(scheduled, say)))

    def on_post_again(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Post again* on the answer that said it was posted."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_again(action["value"])
        try:
            answer = self._posted(client, actor, intent, f"action:{body['trigger_id']}")
        except NotAMemberError:
            answer = views.members_only_answer(say)
        ack()
        if body.get("response_url"):
            replace_answer(body["response_url"], answer)

    def _posted(self, client: WebClient, actor: Actor, intent: parse.PostDigest, key: str) -> Json:
        """The digest posted where that can be. Raises NotAMemberError."""
        say = self._services.say(actor)
        obstacle = Obstacle.SHARED if actor.in_shared_channel else obstacle_in(client, intent.channel)
        if obstacle:
            return views.obstacle_answer(obstacle, intent.channel, say)
        return views.posted_receipt(actions.post_now(self._services, actor, intent, key), say)

    def _resent(self, client: WebClient, actor: Actor, intent: parse.ResendDigest, key: str, command: str) -> Json:
        """The last digest posted again when it is gone from the channel."""
        say = self._services.say(actor)
        obstacle = Obstacle.SHARED if actor.in_shared_channel else obstacle_in(client, intent.channel)
        if obstacle:
            return views.obstacle_answer(obstacle, intent.channel, say)
        last = resending.last_digest(self._services, actor, intent)
        refusal = resending.why_not(client, last)
        if last is None or refusal is not None:
            return views.resend_answer(refusal or resending.Refusal.NONE, intent.channel, command, say)
        return views.posted_receipt(actions.post_now(self._services, actor, last.again, key), say)


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo digest`."""
    listeners = DigestListeners(services, known_zones())
    for name in DIGEST.names:
        app.command(name)(listeners.on_command)
    app.view(CallbackId.DIGEST_SCHEDULE.value)(listeners.on_form)
    app.action(ActionId.DIGEST_POST_NOW.value)(listeners.on_post_again)
    return listeners.on_command
