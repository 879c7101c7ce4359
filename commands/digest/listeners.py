"""The Bolt edge of the digest: read the payload, ask Slack about the channel, call the use case, answer."""

import logging
from collections.abc import Collection, Mapping
from typing import Any, Final
from zoneinfo import available_timezones

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from commands.context import Services, actor_of
from commands.digest import actions, parse, views
from commands.ids import ActionId, CallbackId
from commands.replies import open_modal, replace_answer, reply_to_command
from commands.specs import DIGEST, CommandListener

Payload = Mapping[str, Any]

#: What Slack answers about a conversation that the bot cannot see.
_OUT_OF_SIGHT: Final = frozenset({"channel_not_found", "not_in_channel"})

_log = logging.getLogger(__name__)


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
        match intent:
            case parse.OpenScheduleForm():
                standing = actions.standing(self._services, actor, channel)
                form = views.schedule_modal(say, channel=channel, tz=actor.tz, current=standing.schedule)
                opened = open_modal(client, command["trigger_id"], form)
                ack() if opened else ack(views.form_lost_answer(name, say))
                return
            case parse.PreviewDigest():
                if actor.in_shared_channel:
                    answer = views.obstacle_answer("digest-shared", channel, say)
                else:
                    answer = views.preview_answer(actions.preview(self._services, actor, channel))
            case parse.PostDigest():
                obstacle = "digest-shared" if actor.in_shared_channel else obstacle_in(client, channel)
                if obstacle:
                    answer = views.obstacle_answer(obstacle, channel, say)
                else:
                    done = actions.post_now(self._services, actor, intent, f"command:{command['trigger_id']}")
                    answer = views.posted_receipt(done, say)
            case parse.StopDigest():
                had_one = actions.stop(self._services, actor, intent, f"command:{command['trigger_id']}")
                answer = views.stopped_receipt(channel, name, say, had_one=had_one)
            case parse.ShowStanding():
                answer = views.standing_answer(actions.standing(self._services, actor, channel), name, say)
            case _:
                answer = views.unclear_answer(intent, name, say)
        reply_to_command(self._services, actor, ack, answer)

    def on_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """The schedule form was submitted: errors at their fields, or when the first digest comes."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_form(view, self._zones)
        if isinstance(intent, parse.FormProblems):
            ack({"response_action": "errors", "errors": views.form_errors(intent, say)})
            return
        obstacle = obstacle_in(client, intent.channel)
        if obstacle:
            ack({"response_action": "errors", "errors": views.channel_error(obstacle, say)})
            return
        scheduled = actions.schedule(self._services, actor, intent, f"form:{view['id']}")
        ack({"response_action": "update", "view": views.scheduled_modal(scheduled, say)})

    def on_post_again(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Post again* on the answer that said it was posted."""
        actor = actor_of(context)
        intent = parse.parse_again(action["value"])
        obstacle = obstacle_in(client, intent.channel)
        if obstacle:
            ack()
            answer = views.obstacle_answer(obstacle, intent.channel, self._services.say(actor))
        else:
            done = actions.post_now(self._services, actor, intent, f"action:{body['trigger_id']}")
            ack()
            answer = views.posted_receipt(done, self._services.say(actor))
        if body.get("response_url"):
            replace_answer(body["response_url"], answer)


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo digest`."""
    listeners = DigestListeners(services, frozenset(available_timezones()))
    for name in DIGEST.names:
        app.command(name)(listeners.on_command)
    app.view(CallbackId.DIGEST_SCHEDULE.value)(listeners.on_form)
    app.action(ActionId.DIGEST_POST_NOW.value)(listeners.on_post_again)
    return listeners.on_command


def obstacle_in(client: WebClient, channel: str) -> str | None:
    """Why the bot cannot post to ``channel``, as a text key; nothing when it can, or when Slack does not say.

    Delivery meets whatever is wrong then, and keeps the message.
    """
    try:
        answer = client.conversations_info(channel=channel)
    except SlackApiError as error:
        if error.response["error"] in _OUT_OF_SIGHT:
            return "digest-not-there"
        _log.warning("channel_not_looked_up", extra={"reason": error.response["error"]})
        return None
    except (SlackClientError, OSError) as error:
        _log.warning("channel_not_looked_up", extra={"reason": str(error)})
        return None
    found: Mapping[str, Any] = answer["channel"]
    if found.get("is_ext_shared") or found.get("is_pending_ext_shared"):
        return "digest-shared"
    if found.get("is_archived"):
        return "digest-archived"
    return None if found.get("is_im") or found.get("is_member") else "digest-not-there"
