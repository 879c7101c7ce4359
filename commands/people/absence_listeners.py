"""The Bolt edge of time off: read the payload, call the use case, answer."""

from collections.abc import Callable

from slack_bolt import Ack, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.ids import CallbackId
from commands.open_windows import open_window, refresh
from commands.people import absence_views, absences, actions, parse, views
from commands.people.showing import refresh_below, refusal_modal
from commands.replies import in_its_place, keep_open, open_modal, replace_answer, reply_to_command


class AbsenceListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_out(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/lazo out …`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        now = self._services.now()
        intent = parse.parse_out(command.get("text") or "", now, actor.tz, actor.locale)
        if isinstance(intent, parse.TakeTimeOff):
            absence = absences.take(self._services, actor, intent, f"command:{command['trigger_id']}")
            reply_to_command(self._services, actor, ack, command, absence_views.receipt_message(say, absence))
            return
        form = absence_views.time_off_modal(say, actor.member_id, parse.day_of(now, actor.tz), opened=intent)
        if open_modal(client, command["trigger_id"], form):
            ack()
        else:
            reply_to_command(self._services, actor, ack, command, absence_views.form_lost_message(say, intent))

    def on_back(self, ack: Ack, command: Payload, _client: WebClient, context: BoltContext) -> None:
        """`/lazo back`: what is under way ends, else what comes next is taken back."""
        actor = actor_of(context)
        say = self._services.say(actor)
        ahead = absences.ahead(self._services, actor)
        answer = absence_views.nothing_ahead_message(say)
        if ahead:
            back = absences.cancel(self._services, actor, ahead[0].id, f"command:{command['trigger_id']}")
            answer = absence_views.back_message(say, back)
        reply_to_command(self._services, actor, ack, command, answer)

    def on_time_off_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """A time off was submitted."""
        actor = actor_of(context)
        say = self._services.say(actor)
        tz = self._zone_of(actor, parse.subject_of(view))
        intent = parse.parse_time_off_form(view, self._services.now(), tz)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open({block.value: say(key) for block, key in intent.errors.items()}))
            return
        try:
            absence = absences.take(self._services, actor, intent, f"form:{view['id']}")
        except actions.NotAllowedError:
            ack(in_its_place(refusal_modal(say("people-not-allowed"), say("time-off-title"), say("done"))))
            return
        ack(in_its_place(absence_views.receipt_modal(say, absence)))
        refresh_below(
            self._services, view, client, actor, actions.card_of(self._services, actor, absence.row.member_id)
        )

    def on_open_time_off(
        self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext
    ) -> None:
        """*I'm out…*; the value names whose time off it is, when it is not the asker's."""
        actor = actor_of(context)
        say = self._services.say(actor)
        slack_id = action.get("value") or actor.slack_user_id
        card = actions.card_of_slack_id(self._services, actor, slack_id)
        ack()
        today = parse.day_of(self._services.now(), card.tz if card else actor.tz)
        other = slack_id if slack_id != actor.slack_user_id else None
        member_id = card.member_id if card else actor.member_id
        open_window(
            self._services, actor, client, body, absence_views.time_off_modal(say, member_id, today, person=other)
        )

    def on_extend(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Friday too*."""
        time_off_id, day = parse.parse_extend(action["value"])

        def act(actor: Actor, key: str) -> tuple[Json, Json]:
            absence = absences.extend(self._services, actor, time_off_id, day, key)
            say = self._services.say(actor)
            return absence_views.receipt_message(say, absence), absence_views.receipt_modal(say, absence)

        self._do(ack, body, client, context, act)

    def on_cancel(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Cancel* beside a time off, or *I'm back*."""

        def act(actor: Actor, key: str) -> tuple[Json, Json]:
            back = absences.cancel(self._services, actor, int(action["value"]), key)
            say = self._services.say(actor)
            return absence_views.back_message(say, back), absence_views.back_modal(say, back)

        self._do(ack, body, client, context, act)

    def _do(
        self,
        ack: Ack,
        body: Payload,
        client: WebClient,
        context: BoltContext,
        act: Callable[[Actor, str], tuple[Json, Json]],
    ) -> None:
        """Do a change once, and show its outcome where the button stood: as a message, or as a modal."""
        actor = actor_of(context)
        say = self._services.say(actor)
        try:
            message, modal = act(actor, f"action:{body['trigger_id']}")
        except actions.NotAllowedError:
            message = blocks.ephemeral(say("people-not-allowed"))
            modal = refusal_modal(say("people-not-allowed"), say("time-off-title"), say("done"))
        ack()
        view = body.get("view") or {}
        if view.get("callback_id") == CallbackId.TIME_OFF_RECEIPT.value:
            refresh(self._services, actor, client, view["id"], modal, body["trigger_id"])
        elif view:
            open_window(self._services, actor, client, body, modal, message["text"])
            self._refresh(body, client, actor)
        elif body.get("response_url"):
            replace_answer(body["response_url"], message)

    def _refresh(self, body: Payload, client: WebClient, actor: Actor) -> None:
        view = body["view"]
        if view.get("callback_id") == CallbackId.PERSON_FORM.value:
            card = actions.card_of(self._services, actor, parse.subject_of(view))
            shown = views.person_modal(self._services.say(actor), card)
            refresh(self._services, actor, client, view["id"], shown, body["trigger_id"])

    def _zone_of(self, actor: Actor, member_id: int) -> str:
        if member_id == actor.member_id:
            return actor.tz
        return actions.card_of(self._services, actor, member_id).tz
