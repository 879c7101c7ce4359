"""The Bolt edge of rating leads: read the payload, call the use case, answer."""

import re
from dataclasses import replace
from functools import partial
from typing import Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key, form_of
from commands.ids import ActionId, BlockId, CallbackId
from commands.lead_quality import actions, answers, finding, form_views, parse, views
from commands.lead_quality.answers import Receipt
from commands.lead_quality.forming import Forms, fields_said
from commands.lead_quality.parse import Opened
from commands.members import NotAMemberError
from commands.open_windows import open_window, refresh, reshape
from commands.openers import Evidence
from commands.replies import (
    Place,
    in_its_place,
    keep_open,
    open_modal,
    replace_answer,
    reply_to_command,
    say_privately,
)
from commands.returning import HandoffDoor
from commands.specs import LEAD_QUALITY, CommandListener
from domain.lead_quality import Said
from storage.errors import StaleVersionError

_CHANGES: Final = {ActionId.RATING_UNDO: actions.withdraw, ActionId.RATING_RESTORE: actions.restore}


class LeadQualityListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, door: HandoffDoor) -> None:
        self._services = services
        self._door = door
        self._forms = Forms(services, door)

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/leadquality …`, or what follows `/lazo leadquality`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        name = LEAD_QUALITY.as_typed(command.get("command"), say.locale)
        answer = partial(reply_to_command, self._services, actor, ack, command)
        intent = parse.parse_command(command.get("text") or "")
        match intent:
            case parse.RateLine():
                shown = self._rate_line(client, command, actor, name, intent)
                ack() if shown is None else answer(shown)
            case parse.OpenForm(line):
                opened = Opened(Evidence(channel=command.get("channel_id")))
                form = self._forms.typed(actor, line, opened)
                lost = self._opened(client, command, actor, name, form)
                ack() if lost is None else answer(lost)
            case parse.UnclearWord(typed, nearest):
                answer(views.unclear_message(say, name, typed, nearest))
            case parse.ShowHelp():
                answer(views.help_message(say, name))
            case _:
                found = answers.look_up(self._services, actor, intent)
                answer(views.looked_up_message(say, actor.tz, name, found))

    def on_open(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Rate this lead*, or *Rate a lead* with what was typed or with nothing."""
        actor = actor_of(context)
        kind, _, value = (action.get("value") or "").partition(":")
        if kind == "lead" and value.isdecimal():
            form = self._forms.for_lead(actor, int(value))
        else:
            channel = (body.get("channel") or {}).get("id")
            line = parse.parse_typed(value if kind == "text" else "")
            form = self._forms.typed(actor, line, Opened(Evidence(channel=channel)))
        ack()
        open_window(self._services, actor, client, body, form, self._services.say(actor)("rating-pressed-lost"))

    def on_lead(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """A lead was chosen: the form asks what fits it, and shows what the person said of it before."""
        actor, view = actor_of(context), body["view"]
        fields, opened = parse.parse_unfinished(view), parse.parse_opened(view)
        lead_id = fields.lead.id if fields.lead else None
        form = (
            self._forms.show(actor, fields, opened)
            if lead_id is None
            else self._forms.with_known(actor, fields, opened, lead_id)
        )
        ack()
        reshape(self._services, actor, body, client, form)

    def on_changed(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """A grade or a reason was chosen, or *It goes back*: the form shows what follows from it."""
        actor, view = actor_of(context), body["view"]
        fields, opened = parse.parse_unfinished(view), parse.parse_opened(view)
        pressed = str(body["actions"][0]["action_id"])
        fields = replace(fields, goes_back=fields.goes_back or pressed == ActionId.RATING_GOES_BACK)
        form = self._forms.show(actor, fields, opened)
        ack()
        reshape(self._services, actor, body, client, form)

    def on_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The form was submitted: store, then show the receipt in its place."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_form(view)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open({block: say(key) for block, key in intent.errors.items()}))
            return
        opened = intent.opened
        wanted = actions.RateLead(
            lead_id=intent.lead_id,
            said=intent.said,
            evidence=opened.evidence,
            version=opened.version,
            keeps_note=opened.keeps_note,
            kept_text=opened.kept_text,
            removed=intent.removed,
            new_lead=intent.new_lead,
            form=form_of(view),
        )
        key = form_key(view)
        try:
            receipt = actions.rate(self._services, actor, self._door, wanted, key)
        except actions.ContradictionError as error:
            shown = {str(block.get("block_id")) for block in view["blocks"] if block["type"] == "input"}
            errors = self._forms.field_errors(actor, error.problems, intent.said.reason, shown)
            ack(keep_open(errors))
            return
        except StaleVersionError:
            assert opened.rating_id is not None  # only an edit can be stale
            form = self._standing(actor, opened, intent.said, opened.rating_id, "rating-stale")
            ack(in_its_place(form))
            return
        except actions.SavedBeforeError as error:
            form = self._standing(actor, opened, intent.said, error.rating_id, "rating-saved-before")
            ack(in_its_place(form))
            return
        except NotAMemberError:
            told = say("rating-error-members-make-leads")
            ack(keep_open({BlockId.RATED_LEAD.value: told}))
            return
        if opened.response_url is not None:
            ack()
            replace_answer(opened.response_url, views.receipt_message(say, actor.tz, receipt))
        else:
            ack(in_its_place(views.receipt_modal(say, actor.tz, receipt)))

    def on_edit(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Edit*: the form with what is stored, in the receipt's modal or in one of its own."""
        actor = actor_of(context)
        rating_id, _version = parse.parse_reference(action["value"])
        place = Place.of(body)
        rating, _known = answers.for_editing(self._services, actor, self._door, rating_id)
        ack()
        if rating.rated_by_id != actor.member_id:
            self._refuse(client, body, actor, "rating-not-rater")
            return
        form = self._forms.editing(actor, rating, place.response_url)
        if place.view_id is not None:
            reshape(self._services, actor, body, client, form)
        elif not open_modal(client, body["trigger_id"], form):
            self._refuse(client, body, actor, "rating-pressed-lost")

    def on_change(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Undo* and *Bring it back*."""
        actor = actor_of(context)
        rating_id, _version = parse.parse_reference(action["value"])
        change, key = _CHANGES[ActionId(action["action_id"])], f"action:{body['trigger_id']}"
        try:
            receipt = change(self._services, actor, self._door, rating_id, key)
        except actions.NotTheRaterError:
            ack()
            self._refuse(client, body, actor, "rating-not-rater")
            return
        ack()
        self._show(client, body, actor, receipt)

    def _rate_line(
        self, client: WebClient, command: Payload, actor: Actor, name: str, intent: parse.RateLine
    ) -> Json | None:
        """One line: stored at once, unless it is not clear which lead is meant or it contradicts itself."""
        line, opened = intent.line, Opened(Evidence(channel=command.get("channel_id")))
        meant = finding.lead_called(self._services, actor, line.name or "")
        if meant.lead is None or line.fit is None or line.intent is None:
            return self._opened(client, command, actor, name, self._forms.typed(actor, line, opened))
        said = Said(line.fit, line.intent, line.reason, line.note)
        wanted = actions.RateLead(meant.lead.id, said, opened.evidence, removed=intent.removed)
        try:
            receipt = actions.rate(self._services, actor, self._door, wanted, f"command:{command['trigger_id']}")
        except actions.ContradictionError as error:
            fields = fields_said(said, finding.chosen(meant.lead))
            form = self._forms.contradicting(actor, fields, opened, error.problems)
            return self._opened(client, command, actor, name, form)
        return views.receipt_message(self._services.say(actor), actor.tz, receipt)

    def _opened(self, client: WebClient, command: Payload, actor: Actor, name: str, form: Json) -> Json | None:
        """Open the form; an answer with what was typed when Slack does not."""
        if open_modal(client, command["trigger_id"], form):
            return None
        say = self._services.say(actor)
        return views.kept_message(say, say("rating-form-lost", command=name), str(command.get("text") or ""))

    def _standing(self, actor: Actor, opened: Opened, said: Said, rating_id: int, why: str) -> Json:
        """The form once more: ``why`` (a text key) nothing was saved, with what stands; what was typed is in it."""
        rating, _known = answers.for_editing(self._services, actor, self._door, rating_id)
        stands = views.standing_text(self._services.say(actor), rating, why)
        opened = replace(opened, lead_id=rating.lead_id, rating_id=rating.id, version=rating.version)
        return self._forms.show(actor, fields_said(said, None), opened, above=[stands])

    def _show(self, client: WebClient, body: Payload, actor: Actor, receipt: Receipt) -> None:
        """The receipt where the button stood."""
        say, place = self._services.say(actor), Place.of(body)
        if place.view_id is not None:
            shown = views.receipt_modal(say, actor.tz, receipt)
            refresh(self._services, actor, client, place.view_id, shown, body["trigger_id"])
        elif place.response_url is not None:
            replace_answer(place.response_url, views.receipt_message(say, actor.tz, receipt))

    def _refuse(self, client: WebClient, body: Payload, actor: Actor, key: str) -> None:
        """Say why not, beside the message or above the modal whose button was pressed."""
        say, place = self._services.say(actor), Place.of(body)
        if place.view_id is not None:
            modal = views.shown_modal(say, [blocks.section(say(key))])
            open_window(self._services, actor, client, body, modal, say(key))
        elif place.response_url is not None:
            say_privately(place.response_url, say(key))


def register(app: App, services: Services, door: HandoffDoor) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo leadquality`."""
    listeners = LeadQualityListeners(services, door)
    for name in LEAD_QUALITY.names:
        app.command(name)(listeners.on_command)
    app.view(CallbackId.RATING_FORM.value)(listeners.on_form)
    app.action(f"{ActionId.LEAD_PICK.value}:{form_views.RATED}")(listeners.on_lead)
    app.action(ActionId.RATING_OPEN.value)(listeners.on_open)
    app.action(ActionId.RATING_EDIT.value)(listeners.on_edit)
    for action_id in (ActionId.RATING_GRADE, ActionId.RATING_REASON, ActionId.RATING_GOES_BACK):
        # A field that was filled in from a text has a name of its own: `rating_grade:1`.
        app.action(re.compile(rf"^{action_id.value}(:\d+)?$"))(listeners.on_changed)
    for action_id in _CHANGES:
        app.action(action_id.value)(listeners.on_change)
    return listeners.on_command
