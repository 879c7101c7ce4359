"""The Bolt edge of handing over: the command, its form, the message shortcut, the menu of known leads."""

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks, mrkdwn
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.handoff import (
    form_views,
    list_views,
    lists,
    parse,
    pressing,
    questions,
    revising,
    submitting,
    taking,
    views,
)
from commands.handoff.answering import Answering
from commands.handoff.cards import HandoffCard
from commands.handoff.errors import UnknownOwnerError
from commands.handoff.move_views import shown_modal
from commands.handoff.parse import LeadFields, Opened
from commands.handoff.refusals import REFUSALS, Refused, card_in, field_errors, refusal_text, typed_rows
from commands.handoff.taking import UnknownPersonError
from commands.ids import ActionId, BlockId, CallbackId
from commands.open_windows import open_window, reshape
from commands.replies import (
    Place,
    in_its_place,
    keep_open,
    open_modal,
    permalink,
    replace_answer,
    reply_to_command,
    say_to_presser,
)
from commands.specs import HANDOFF, CommandListener
from storage import people


class HandoffListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, scorecard: CommandListener) -> None:
        self._services = services
        self._scorecard = scorecard
        self._answering = Answering(services)

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/handoff …`, or what follows `/lazo handoff`."""
        actor = actor_of(context)
        reader = self._answering.reader(actor)
        name = HANDOFF.as_typed(command.get("command"), reader.say.locale)
        intent = parse.parse_command(command.get("text") or "")
        answer: Json | None
        match intent:
            case parse.OpenForm(line):
                understood = taking.understand(self._services, actor, line)
                answer = self._open_form(client, command, actor, name, understood)
            case parse.HandOver():
                answer = self._hand_over(client, command, actor, name, intent)
            case parse.TransferAll():
                answer = submitting.open_transfer(self._services, actor, client, command["trigger_id"], intent)
            case parse.ShowScorecard(rest):
                self._scorecard(ack, {**command, "text": rest}, client, context)
                return
            case parse.UnclearWord(typed, nearest):
                answer = list_views.unclear_message(reader.say, name, typed, nearest)
            case parse.ShowHelp():
                answer = list_views.help_message(reader.say, name)
            case parse.ShowList() | parse.AskAbout():
                answer = questions.answer_to(self._services, actor, reader, name, intent)
        if answer is None:
            ack()
        else:
            reply_to_command(self._services, actor, ack, command, answer)

    def on_message(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*Hand over a lead* on a message, in a thread too: the form with what was written; the message is evidence."""
        actor = actor_of(context)
        say = self._services.say(actor)
        channel, message = body["channel"]["id"], body["message"]
        text = message.get("text") or ""
        with self._services.database.read() as connection:
            names = people.display_names(connection, actor.workspace_id, mrkdwn.mentioned(text))
        heard = parse.parse_message(mrkdwn.readable(text, names))
        opened = Opened(channel, permalink(client, channel, body["message_ts"]))
        ack()
        form = form_views.offer_modal(say, form_views.fields_of(heard), opened)
        lost = say("handoff-form-lost", command=HANDOFF.as_typed(None, say.locale))
        open_window(self._services, actor, client, body, form, lost)

    def on_open(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Hand it over* on a known lead, or *Hand over a lead* with what was typed or with nothing."""
        actor = actor_of(context)
        say = self._services.say(actor)
        kind, _, value = (action.get("value") or "").partition(":")
        fields = LeadFields()
        if kind == "lead" and value.isdecimal():
            fields = form_views.with_lead(
                LeadFields(lead=int(value)), lists.lead_by_id(self._services, actor, int(value))
            )
        elif kind == "text":
            fields = taking.understand(self._services, actor, parse.parse_typed(value)).fields
        ack()
        channel = (body.get("channel") or {}).get("id")
        form = form_views.offer_modal(say, fields, Opened(channel))
        open_window(self._services, actor, client, body, form, say("handoff-pressed-lost"))

    def on_transfer(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Transfer all…*, where somebody says that they are out; the value names their backup, if they have one."""
        actor = actor_of(context)
        ack()
        wanted = parse.TransferAll(action.get("value"), is_id=True)
        answer = submitting.open_transfer(self._services, actor, client, body["trigger_id"], wanted)
        if answer is not None:
            say_to_presser(self._services, actor, body, answer)

    def on_leads(self, ack: Ack, payload: Payload, context: BoltContext) -> None:
        """Somebody types in the menu of known leads."""
        found = lists.choose_lead(self._services, actor_of(context), str(payload.get("value") or ""))
        ack(form_views.lead_options(found))

    def on_preview(self, ack: Ack, body: Payload, client: WebClient, context: BoltContext) -> None:
        """*Who would get it?*, or a known lead was chosen: the form once more, with the answer."""
        actor = actor_of(context)
        reader, view = self._answering.reader(actor), body["view"]
        fields = parse.parse_unfinished(view)
        if fields.lead is not None:
            fields = form_views.with_lead(fields, lists.lead_by_id(self._services, actor, fields.lead))
        preview = lists.route_for(
            self._services, actor, company=fields.company, lead_id=fields.lead, source=fields.source or ""
        )
        ack()
        rows = list_views.route_rows(reader, preview)
        form = form_views.offer_modal(reader.say, fields, parse.parse_opened(view), preview=rows)
        reshape(self._services, actor, body, client, form)

    def on_edit(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Edit*: the form with what is stored, while nobody has accepted it."""
        actor = actor_of(context)
        place = Place.of(body)
        handoff_id, _version = parse.parse_reference(action["value"])
        card = self._answering.shown(actor, handoff_id).card
        ack()
        opened = Opened(handoff_id=handoff_id, version=card.version, response_url=place.response_url)
        form = form_views.offer_modal(self._services.say(actor), form_views.fields_in(card), opened)
        open_window(self._services, actor, client, body, form, self._services.say(actor)("handoff-pressed-lost"))

    def on_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The form was submitted: store, then show the receipt in its place."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_form(view)
        if isinstance(intent, parse.FormProblems):
            ack(keep_open({block.value: say(key) for block, key in intent.errors.items()}))
            return
        try:
            card = self._take(actor, intent, view)
        except UnknownPersonError:
            ack(keep_open({BlockId.OWNER.value: say("handoff-error-unknown-person")}))
        except REFUSALS as error:
            self._refuse_form(ack, actor, intent, error)
        else:
            self._show_receipt(ack, actor, intent, card)

    def _take(self, actor: Actor, intent: parse.SubmittedOffer, view: Payload) -> HandoffCard:
        fields, opened = intent.fields, intent.opened
        if opened.handoff_id is None:
            key = f"form:{view['id']}"
            return taking.hand_over(self._services, actor, fields, opened, key, removed=intent.removed)
        owner_id = taking.member_id_of(self._services, actor, fields.owner)
        key = form_key(view)
        return revising.revise(self._services, actor, opened.handoff_id, fields, owner_id, key, version=opened.version)

    def _show_receipt(self, ack: Ack, actor: Actor, intent: parse.SubmittedOffer, card: HandoffCard) -> None:
        reader, shown = self._answering.reader(actor), self._answering.with_hours(actor, card)
        headline = "handoff-saved-to" if intent.opened.handoff_id is None else "handoff-updated"
        if intent.opened.response_url is not None:
            ack()
            body = views.receipt_message(reader, card, shown.hours, headline=headline)
            replace_answer(intent.opened.response_url, body)
            return
        rows = views.receipt_rows(reader, card, shown.hours, headline=headline)
        ack(in_its_place(shown_modal(reader.say, rows)))

    def _refuse_form(self, ack: Ack, actor: Actor, intent: parse.SubmittedOffer, error: Refused) -> None:
        """Below its field, or in place of the form with what had been typed."""
        reader = self._answering.reader(actor)
        errors = field_errors(reader.say, error)
        if errors:
            ack(keep_open(errors))
            return
        rows = self._refusal_rows(actor, error, _typed(intent.fields))
        ack(in_its_place(shown_modal(reader.say, rows)))

    def _refusal_rows(self, actor: Actor, error: Refused, typed: str) -> list[Json]:
        reader, card = self._answering.reader(actor), card_in(error)
        text = refusal_text(reader, actor.slack_user_id, error, card)
        rows = [blocks.section(text), *typed_rows(reader.say, typed)]
        if card is not None:
            shown = self._answering.with_hours(actor, card)
            rows += [blocks.divider(), *views.shown_rows(reader, card, shown.hours)]
        return rows

    def _hand_over(
        self, client: WebClient, command: Payload, actor: Actor, name: str, intent: parse.HandOver
    ) -> Json | None:
        """One line: stored at once, unless it is not clear who is meant; then the form asks."""
        understood = taking.understand(self._services, actor, intent.line)
        if understood.doubt is not None:
            return self._open_form(client, command, actor, name, understood)
        reader = self._answering.reader(actor)
        key, opened = f"command:{command['trigger_id']}", Opened(command.get("channel_id"))
        try:
            card = taking.hand_over(self._services, actor, understood.fields, opened, key, removed=intent.removed)
        except UnknownPersonError:
            return self._kept(actor, reader.say("handoff-error-unknown-person"), command)
        except UnknownOwnerError:
            above = [blocks.section(reader.say("handoff-error-owner"))]
            return self._open_form(client, command, actor, name, understood, above=above)
        except REFUSALS as error:
            rows = self._refusal_rows(actor, error, str(command.get("text") or ""))
            return blocks.ephemeral(refusal_text(reader, actor.slack_user_id, error, card_in(error)), rows)
        shown = self._answering.with_hours(actor, card)
        return views.receipt_message(reader, card, shown.hours)

    def _open_form(
        self,
        client: WebClient,
        command: Payload,
        actor: Actor,
        name: str,
        understood: taking.Understood,
        *,
        above: list[Json] | None = None,
    ) -> Json | None:
        """The form with what was understood; an answer with what was typed when Slack does not open it."""
        reader = self._answering.reader(actor)
        fields, told = understood.fields, list(above or ())
        if understood.doubt is not None:
            told.append(blocks.section(reader.say(understood.doubt, name=blocks.escape(understood.name))))
        preview: list[Json] = []
        if fields.company and fields.owner is None:
            routed = lists.route_for(self._services, actor, company=fields.company, source=fields.source or "")
            preview = list_views.route_rows(reader, routed)
        form = form_views.offer_modal(
            reader.say, fields, Opened(command.get("channel_id")), above=told, preview=preview
        )
        if open_modal(client, command["trigger_id"], form):
            return None
        return self._kept(actor, reader.say("handoff-form-lost", command=name), command)

    def _kept(self, actor: Actor, text: str, command: Payload) -> Json:
        """Why nothing was done, and what was typed."""
        rows = [blocks.section(text), *typed_rows(self._services.say(actor), str(command.get("text") or ""))]
        return blocks.ephemeral(text, rows)


def register(app: App, services: Services, scorecard: CommandListener) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo handoff`. ``scorecard`` answers `/lazo scorecard`."""
    listeners = HandoffListeners(services, scorecard)
    for name in HANDOFF.names:
        app.command(name)(listeners.on_command)
    app.message_shortcut(CallbackId.HAND_OVER.value)(listeners.on_message)
    app.view(CallbackId.HANDOFF_FORM.value)(listeners.on_form)
    app.options(ActionId.HANDOFF_LEAD.value)(listeners.on_leads)
    app.action(ActionId.HANDOFF_LEAD.value)(listeners.on_preview)
    app.action(ActionId.HANDOFF_PREVIEW.value)(listeners.on_preview)
    app.action(ActionId.HANDOFF_TRANSFER.value)(listeners.on_transfer)
    app.action(ActionId.HANDOFF_OPEN.value)(listeners.on_open)
    app.action(ActionId.HANDOFF_EDIT.value)(listeners.on_edit)
    pressing.attach(app, services)
    submitting.attach(app, services)
    return listeners.on_command


def _typed(fields: LeadFields) -> str:
    """All that a form held, to be copied."""
    said = (fields.company, fields.contact, fields.email, fields.phone, fields.source, fields.crm_url)
    first = ", ".join(each for each in said if each)
    return "\n".join(part for part in (first, fields.why) if part)
