"""The Bolt edge of how an account gets on: buttons of its card, and the forms behind them."""

import re
from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any, Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError
from commands.open_windows import open_window, refresh
from commands.progress import actions, parse, steps, views
from commands.replies import keep_open, say_privately

#: The whole card as it stands now, with one line (a text key) on what was done.
ShowCard = Callable[[Actor, int, str | None], Json]

#: What is said below a field when its form cannot be saved.
_REFUSALS: Final[Mapping[type[Exception], str]] = {
    steps.StepEndedError: "progress-error-step-changed",
    actions.MayNotMoveError: "progress-error-not-yours",
    actions.StageNotOfferedError: "progress-error-not-offered",
    NotAMemberError: "account-members-only",
}
#: A next step is proposed for this long from now.
_PROPOSED: Final = timedelta(days=7)


class ProgressListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, show_card: ShowCard) -> None:
        self._services = services
        self._show_card = show_card

    def on_new_step(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Next step…* was pressed."""
        actor = actor_of(context)
        due_on = actions.today_of(self._services, actor) + _PROPOSED
        account = actions.named(self._services, actor, int(action["value"]))
        ack()
        form = views.step_modal(self._services.say(actor), account, actor.slack_user_id, due_on)
        open_window(self._services, actor, client, body, form)

    def on_stage(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Change stage…* was pressed."""
        actor = actor_of(context)
        card = actions.card_of(self._services, actor, int(action["value"]))
        ack()
        form = views.stage_modal(self._services.say(actor), card)
        open_window(self._services, actor, client, body, form)

    def on_meeting(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Log a meeting…* was pressed."""
        actor = actor_of(context)
        today = actions.today_of(self._services, actor)
        account = actions.named(self._services, actor, int(action["value"]))
        ack()
        form = views.meeting_modal(self._services.say(actor), account, today)
        open_window(self._services, actor, client, body, form)

    def on_end_step(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Done* or *Drop* was pressed below a step, on the card or in a message, which then changes by itself."""
        actor = actor_of(context)
        intent = parse.parse_ending(action["value"])
        account_id: int | None = None
        ended = "progress-step-ended" if intent.is_done else "progress-step-dropped"
        try:
            account_id = steps.end_step(self._services, actor, intent, f"action:{body['trigger_id']}")
            notice = ended
        except steps.StepEndedError:
            account_id = steps.account_of_step(self._services, actor, intent.step_id)
            notice = "progress-step-ended-before"
        except NotAMemberError:
            account_id = steps.account_of_step(self._services, actor, intent.step_id)
            notice = "account-members-only"
        ack()
        self._tell(actor, body, client, account_id, notice, is_seen=notice == ended)

    def on_change_step(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Change…* was pressed below a step."""
        actor = actor_of(context)
        step_id, version = parse.parse_seen(action["value"])
        try:
            step, owner = steps.step_to_change(self._services, actor, step_id, version)
        except steps.StepEndedError:
            account_id = steps.account_of_step(self._services, actor, step_id)
            ack()
            self._tell(actor, body, client, account_id, "progress-step-ended-before")
            return
        account = actions.named(self._services, actor, step.account_id)
        ack()
        form = views.step_modal(self._services.say(actor), account, owner, step.due_on, step)
        open_window(self._services, actor, client, body, form)

    def _tell(
        self, actor: Actor, body: Payload, client: WebClient, account_id: int, notice: str, *, is_seen: bool = False
    ) -> None:
        """Say ``notice`` (a text key) on the card, or to the person alone unless the message shows it by itself."""
        if "view" in body:
            shown = self._show_card(actor, account_id, notice)
            refresh(self._services, actor, client, body["view"]["id"], shown, body["trigger_id"])
        elif not is_seen and body.get("response_url"):
            say_privately(body["response_url"], self._services.say(actor)(notice))

    def on_step_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """A next step was submitted."""
        self._submitted(
            ack,
            view,
            client,
            actor_of(context),
            parse.parse_step(view, actions.today_of(self._services, actor_of(context))),
            self._promise,
            "progress-step-saved",
            BlockId.NEXT_STEP,
        )

    def _promise(self, actor: Actor, intent: parse.AddStep | parse.ChangeStep, key: str) -> None:
        if isinstance(intent, parse.AddStep):
            steps.add_step(self._services, actor, intent, key)
        else:
            steps.change_step(self._services, actor, intent, key)

    def on_stage_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """A stage was submitted."""
        self._submitted(
            ack,
            view,
            client,
            actor_of(context),
            parse.parse_stage(view),
            lambda actor, intent, key: actions.change_stage(self._services, actor, intent, key),
            "progress-stage-saved",
            BlockId.STAGE,
        )

    def on_meeting_form(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """A meeting was submitted."""
        actor = actor_of(context)
        self._submitted(
            ack,
            view,
            client,
            actor,
            parse.parse_meeting(view, actions.today_of(self._services, actor)),
            lambda actor, intent, key: actions.log_meeting(self._services, actor, intent, key),
            "progress-meeting-saved",
            BlockId.DAY,
        )

    def _submitted(
        self,
        ack: Ack,
        view: Payload,
        client: WebClient,
        actor: Actor,
        parsed: Any,  # noqa: ANN401 - an intent of this slice, or its problems
        act: Callable[[Actor, Any, str], None],
        notice: str,
        blamed: BlockId,
    ) -> None:
        """Errors stand below their fields; what was saved is shown on the card below the form."""
        errors: Mapping[BlockId, str] = {}
        if isinstance(parsed, parse.Problems):
            errors = parsed.errors
        else:
            try:
                act(actor, parsed, form_key(view))
            except (steps.UnfitOwnerError, steps.PastDayError) as error:
                errors = error.errors
            except tuple(_REFUSALS) as error:
                errors = {blamed: _REFUSALS[type(error)]}
        if errors:
            say = self._services.say(actor)
            ack(keep_open({block.value: say(key) for block, key in errors.items()}))
            return
        ack()
        root = view.get("root_view_id")
        if root and root != view["id"]:
            shown = self._show_card(actor, parse.account_in(view), notice)
            refresh(self._services, actor, client, root, shown, form_key(view))


def register(app: App, services: Services, show_card: ShowCard) -> None:
    """Attach the listeners to ``app``; ``show_card`` makes the card that they are part of."""
    listeners = ProgressListeners(services, show_card)
    app.action(ActionId.STEP_NEW.value)(listeners.on_new_step)
    app.action(ActionId.STAGE_CHANGE.value)(listeners.on_stage)
    app.action(ActionId.MEETING_LOG.value)(listeners.on_meeting)
    for ending in (ActionId.STEP_END, ActionId.STEP_DROP):
        app.action(re.compile(rf"{ending.value}:\d+"))(listeners.on_end_step)
    app.action(re.compile(rf"{ActionId.STEP_CHANGE.value}:\d+"))(listeners.on_change_step)
    app.view(CallbackId.STEP_FORM.value)(listeners.on_step_form)
    app.view(CallbackId.STAGE_FORM.value)(listeners.on_stage_form)
    app.view(CallbackId.MEETING_FORM.value)(listeners.on_meeting_form)


def rows_of(services: Services, actor: Actor, account_id: int, notice: str | None = None) -> list[Json]:
    """This slice's rows of the account's card."""
    card = actions.card_of(services, actor, account_id)
    return views.card_rows(services.say(actor), card, actor.tz, notice)
