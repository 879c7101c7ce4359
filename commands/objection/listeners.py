"""The Bolt edge of objections: read the payload, call the use case, answer."""

import re
from dataclasses import replace
from functools import partial
from typing import Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key, form_of, going_on
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError
from commands.objection import (
    actions,
    answering_listeners,
    answers,
    form_views,
    parse,
    said_before,
    suggested,
    theme_listeners,
    theme_views,
    views,
)
from commands.objection.naming import QuoteGoneError, deal_of, lead_of
from commands.open_windows import reshape
from commands.openers import FormMaker, Heard
from commands.prefilling import with_button
from commands.receipts import Receipts
from commands.replies import (
    Place,
    in_its_place,
    keep_open,
    open_modal,
    replace_answer,
    reply_to_command,
)
from commands.specs import OBJECTION, CommandListener
from domain.text import clean
from storage.errors import StaleVersionError

_CHANGES: Final = {
    ActionId.OBJECTION_UNDO: (actions.withdraw, "objection-withdrawn"),
    ActionId.OBJECTION_RESTORE: (actions.restore, "objection-restored"),
}


class ObjectionListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services
        refused = {actions.NotTheAuthorError: "objection-not-author", NotAMemberError: "objection-members-only"}
        self._receipts = Receipts(services, self._message, self._modal, views.refusal_modal, refused)

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/objection …`, or what follows `/lazo objection`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        answer = partial(reply_to_command, self._services, actor, ack, command)
        name = OBJECTION.as_typed(command.get("command"), say.locale)
        intent = parse.parse_command(command.get("text") or "", command.get("channel_id"))
        match intent:
            case parse.OpenForm(account_name):
                # Where others could read along, nothing is answered but by DM.
                response_url = None if actor.in_shared_channel else command.get("response_url")
                process, own = answers.choices_of(self._services, actor)
                form = form_views.form_modal(
                    say,
                    origin=parse.Origin(command.get("channel_id"), response_url=response_url),
                    account_name=account_name,
                    process=process,
                    own=own,
                )
                form = with_button(self._services, actor, form, after=BlockId.QUOTE)
                opened = open_modal(client, command["trigger_id"], form)
                ack() if opened else answer(blocks.ephemeral(say("objection-form-lost", command=name)))
            case parse.RecordObjection():
                receipt = actions.record(self._services, actor, intent, f"command:{command['trigger_id']}")
                answer(self._message(actor, receipt, "objection-saved"))
                suggested.suggest(self._services, actor, receipt, intent.origin.channel, command.get("response_url"))
            case parse.UnclearWord(typed, nearest):
                answer(views.unclear_message(say, name, typed, nearest))
            case parse.ShowHelp():
                answer(views.help_message(say, name))
            case parse.ShowThemes():
                answer(theme_views.themes_message(say, name, answers.our_themes(self._services, actor)))
            case _:
                found = answers.look_up(self._services, actor, intent)
                answer(views.looked_up_message(say, actor.tz, name, found))

    def on_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The form was submitted: store, then show the receipt in its place (or close, when a message is replaced)."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_form(view)
        # One record a form: whatever ends it well is kept under the form's id, a refused try is not.
        key = form_key(view)
        match intent:
            case parse.FormProblems(errors):
                ack(keep_open({block: say(text) for block, text in errors.items()}))
            case parse.RecordObjection():
                form = form_of(view)
                try:
                    receipt = actions.record(self._services, actor, intent, f"form:{form}")
                except QuoteGoneError:
                    gone = [blocks.section(say("objection-quote-gone"))]
                    process, own = answers.choices_of(self._services, actor)
                    shown = form_views.form_modal(
                        say, origin=intent.origin, heard=intent.fields, above=gone, process=process, own=own
                    )
                    ack(in_its_place(going_on(shown, form)))
                    return
                if receipt.differs:
                    now = parse.ReviseObjection(receipt.objection.id, receipt.objection.version, intent.fields)
                    ack(in_its_place(self._standing(actor, now, "objection-saved-before")))
                else:
                    ack(in_its_place(self._modal(actor, receipt, "objection-saved")))
                    origin = intent.origin
                    suggested.suggest(self._services, actor, receipt, origin.channel, origin.response_url)
            case parse.ReviseObjection():
                self._revise(ack, actor, intent, key)

    def on_edit(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Edit*: the form with what is stored, in the receipt's modal or in one of its own."""
        actor = actor_of(context)
        objection_id, _version = parse.parse_reference(action["value"])
        place = Place.of(body)
        objection, account_name = answers.for_editing(self._services, actor, objection_id)
        ack()
        if objection.logged_by_id != actor.member_id:
            self._receipts.refuse(client, body, actor, "objection-not-author")
            return
        process, own = answers.choices_of(self._services, actor)
        form = form_views.form_modal(
            self._services.say(actor),
            editing=objection,
            account_name=account_name,
            deal=deal_of(self._services, actor, objection.deal_id),
            lead=lead_of(self._services, actor, objection.lead_id),
            response_url=place.response_url,
            process=process,
            own=own,
        )
        if place.view_id is not None:
            reshape(self._services, actor, body, client, form)
        elif not open_modal(client, body["trigger_id"], form):
            self._receipts.refuse(client, body, actor, "objection-edit-lost")

    def on_change(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Undo* and *Bring it back*."""
        objection_id, _version = parse.parse_reference(action["value"])
        change, headline = _CHANGES[ActionId(action["action_id"])]
        self._receipts.change(
            ack,
            body,
            client,
            context,
            lambda actor, key: change(self._services, actor, objection_id, key),
            headline,
        )

    def on_theme(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """The theme was chosen on the receipt."""
        objection_id, theme = parse.parse_theme_choice(action)
        self._receipts.change(
            ack,
            body,
            client,
            context,
            lambda actor, key: actions.set_theme(self._services, actor, objection_id, theme, key),
            "objection-updated",
        )

    def on_suggested(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Yes* to a suggested theme."""
        objection_id, theme = parse.parse_suggested(action["value"])
        self._receipts.change(
            ack,
            body,
            client,
            context,
            lambda actor, key: actions.set_theme(self._services, actor, objection_id, theme, key),
            "objection-updated",
        )

    def on_account(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A known account was chosen for the unknown name."""
        objection_id, account_id = parse.parse_reference(action["value"])
        self._receipts.change(
            ack,
            body,
            client,
            context,
            lambda actor, key: actions.set_account(self._services, actor, objection_id, account_id, key),
            "objection-updated",
        )

    def on_new_account(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """The unknown name is to become an account."""
        objection_id, _version = parse.parse_reference(action["value"])
        self._receipts.change(
            ack,
            body,
            client,
            context,
            lambda actor, key: actions.create_account(self._services, actor, objection_id, key),
            "objection-updated",
        )

    def on_save_anyway(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """The unclear word is an objection after all."""
        channel = (body.get("channel") or {}).get("id")
        intent = parse.record_line(clean(action["value"]).value, channel)
        self._receipts.change(
            ack,
            body,
            client,
            context,
            lambda actor, key: actions.record(self._services, actor, intent, key),
            "objection-saved",
        )

    def _revise(self, ack: Ack, actor: Actor, intent: parse.ReviseObjection, key: str) -> None:
        try:
            receipt = actions.revise(self._services, actor, intent, key)
        except StaleVersionError:
            ack(in_its_place(self._standing(actor, intent, "objection-stale")))
            return
        if intent.response_url is None:
            ack(in_its_place(self._modal(actor, receipt, "objection-updated")))
        else:
            ack()
            replace_answer(intent.response_url, self._message(actor, receipt, "objection-updated"))

    def _standing(self, actor: Actor, intent: parse.ReviseObjection, why: str) -> Json:
        """The form once more: ``why`` nothing was saved, what stands, and what was typed."""
        objection, account_name = answers.for_editing(self._services, actor, intent.objection_id)
        say, said = self._services.say(actor), intent.fields
        deal, lead = deal_of(self._services, actor, said.deal_id), lead_of(self._services, actor, said.lead_id)
        process, own = answers.choices_of(self._services, actor)
        return form_views.standing_form_modal(say, why, objection, account_name, intent, deal, lead, process, own)

    def _message(self, actor: Actor, receipt: answers.Receipt, headline: str) -> Json:
        say, now = self._services.say(actor), self._services.now()
        return views.receipt_message(say, actor.tz, receipt, now, headline=headline)

    def _modal(self, actor: Actor, receipt: answers.Receipt, headline: str) -> Json:
        say, now = self._services.say(actor), self._services.now()
        return views.receipt_modal(say, actor.tz, receipt, now, headline=headline)


def form_maker(services: Services) -> FormMaker:
    """The form, begun with what was written somewhere."""

    def make(actor: Actor, heard: Heard) -> Json:
        origin = parse.Origin(heard.evidence.channel, heard.evidence.link, heard.evidence.author)
        said = parse.parse_message(heard.text) if heard.text else None
        process, own = answers.choices_of(services, actor)
        if said is not None and said.theme is None:
            said = replace(said, theme=own.said_in(said.quote))
        form = form_views.form_modal(
            services.say(actor), origin=origin, heard=said, kept_text=heard.kept_text, process=process, own=own
        )
        return with_button(services, actor, form, after=BlockId.QUOTE)

    return make


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo objection`."""
    listeners = ObjectionListeners(services)
    answering_listeners.register(app, services)
    said_before.register(app, services)
    theme_listeners.register(app, services)
    for name in OBJECTION.names:
        app.command(name)(listeners.on_command)
    app.view(CallbackId.OBJECTION_FORM.value)(listeners.on_form)
    app.action(ActionId.OBJECTION_EDIT.value)(listeners.on_edit)
    app.action(ActionId.OBJECTION_THEME.value)(listeners.on_theme)
    app.action(ActionId.OBJECTION_SUGGESTED.value)(listeners.on_suggested)
    app.action(re.compile(rf"{ActionId.OBJECTION_ACCOUNT.value}:\d+"))(listeners.on_account)
    app.action(ActionId.OBJECTION_NEW_ACCOUNT.value)(listeners.on_new_account)
    app.action(ActionId.OBJECTION_SAVE_ANYWAY.value)(listeners.on_save_anyway)
    for action_id in _CHANGES:
        app.action(action_id.value)(listeners.on_change)
    return listeners.on_command
