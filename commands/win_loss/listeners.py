"""The Bolt edge of win/loss reviews: read the payload, call the use case, answer."""

import re
from collections.abc import Callable
from functools import partial
from typing import Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key, form_of
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError
from commands.open_windows import open_window, reshape
from commands.openers import Evidence
from commands.receipts import Receipts
from commands.replies import (
    Place,
    in_its_place,
    keep_open,
    open_modal,
    replace_answer,
    reply_to_command,
    send_answer,
)
from commands.specs import WIN_LOSS, CommandListener
from commands.win_loss import (
    actions,
    answers,
    closing_listeners,
    form,
    form_views,
    opening,
    page,
    page_views,
    parse,
    saving,
    views,
)
from commands.win_loss.list_words import ShowList
from storage.errors import StaleVersionError

_CHANGES: Final = {
    ActionId.REVIEW_UNDO: (actions.withdraw, "review-withdrawn"),
    ActionId.REVIEW_RESTORE: (actions.restore, "review-restored"),
}


class WinLossListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services, closing: closing_listeners.ClosingListeners) -> None:
        self._services = services
        self._closing = closing
        refused = {
            actions.NotTheAuthorError: "review-not-author",
            NotAMemberError: "objection-members-only",
            actions.AlreadyGivenError: "review-given-elsewhere",
        }
        self._receipts = Receipts(services, self._message, self._modal, views.refusal_modal, refused)

    def on_command(self, ack: Ack, command: Payload, client: WebClient, context: BoltContext) -> None:
        """`/winloss …`, or what follows `/lazo winloss`."""
        actor = actor_of(context)
        say = self._services.say(actor)
        answer = partial(reply_to_command, self._services, actor, ack, command)
        name = WIN_LOSS.as_typed(command.get("command"), say.locale)
        lost = say("review-form-lost", command=name)
        intent = parse.parse_command(command.get("text") or "", command.get("channel_id"))
        if isinstance(intent, parse.UnclearWord) and answers.known_subject(self._services, actor, intent.typed):
            intent = parse.OpenForm(intent.typed)
        match intent:
            case parse.OpenForm(subject):
                fields = parse.ReviewFields(account_name=subject)
                shown = opening.new_form(
                    self._services, actor, fields, parse.Opened(Evidence(command.get("channel_id")))
                )
                self._open(ack, answer, client, command, lost, shown)
            case parse.UnderstoodLine():
                outcome = saving.save_line(self._services, actor, intent, f"command:{command['trigger_id']}")
                if isinstance(outcome, answers.Receipt):
                    answer(self._message(actor, outcome, "review-saved"))
                else:
                    self._open(ack, answer, client, command, lost, outcome)
            case ShowList():
                listed = answers.list_of(self._services, actor, intent)
                answer(views.list_message(say, actor.tz, name, listed, actor.member_id))
            case parse.ShowDeal(deal):
                answer(page_views.found_message(say, actor.tz, name, page.page_named(self._services, actor, deal)))
            case parse.AboutRequests():
                answer(self._closing.answer_to(actor, intent, name, f"command:{command['trigger_id']}"))
            case parse.UnclearWord(typed, nearest):
                answer(views.unclear_message(say, name, typed, nearest))
            case _:
                answer(views.help_message(say, name))

    def on_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """The form was submitted: store, then show the receipt in its place (or close, when a message is replaced)."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = form.read_submitted(view)
        match intent:
            case form.FormProblems(errors):
                ack(keep_open({block: say(text) for block, text in errors.items()}))
            case parse.RecordReview():
                receipt = actions.record_review(self._services, actor, intent, f"form:{form_of(view)}:review")
                if receipt.given:
                    ack(in_its_place(saving.given_form(self._services, actor, receipt, intent)))
                else:
                    ack(in_its_place(self._modal(actor, receipt, "review-saved")))
            case parse.ReviseReview():
                # One record a form: whatever ends it well is kept under the form's id, a refused try is not.
                key = form_key(view)
                self._revise(ack, actor, intent, key)

    def on_choice(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A deal or an outcome was chosen in the form: what depends on it follows."""
        actor = actor_of(context)
        subject_changed = action["action_id"] == ActionId.REVIEW_DEAL
        shown = opening.followed(self._services, actor, body["view"], subject_changed=subject_changed)
        ack()
        reshape(self._services, actor, body, client, shown)

    def on_typing(self, ack: Ack, payload: Payload, context: BoltContext) -> None:
        """Somebody types in the menu of deals and accounts."""
        actor = actor_of(context)
        say = self._services.say(actor)
        ack(saving.subject_options(self._services, actor, say, str(payload.get("value") or "")))

    def on_edit(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Edit*: the form with what is stored, in the receipt's modal or in one of its own."""
        actor = actor_of(context)
        review_id, _version = parse.parse_reference(action["value"])
        place = Place.of(body)
        review, subject = answers.for_editing(self._services, actor, review_id)
        ack()
        if review.logged_by_id != actor.member_id:
            self._receipts.refuse(client, body, actor, "review-not-author")
            return
        say = self._services.say(actor)
        shown = form_views.edit_modal(say, actor.tz, review, subject, response_url=place.response_url)
        if place.view_id is not None:
            reshape(self._services, actor, body, client, shown)
        elif not open_modal(client, body["trigger_id"], shown):
            self._receipts.refuse(client, body, actor, "review-edit-lost")

    def on_change(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Undo* and *Bring it back*."""
        review_id, _version = parse.parse_reference(action["value"])
        change, headline = _CHANGES[ActionId(action["action_id"])]
        self._receipts.change(
            ack, body, client, context, lambda actor, key: change(self._services, actor, review_id, key), headline
        )

    def on_account(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A known account was chosen for the unknown name."""
        review_id, account_id = parse.parse_reference(action["value"])
        self._receipts.change(
            ack,
            body,
            client,
            context,
            lambda actor, key: actions.set_account(self._services, actor, review_id, account_id, key),
            "review-updated",
        )

    def on_new_account(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """The unknown name is to become an account."""
        review_id, _version = parse.parse_reference(action["value"])
        self._receipts.change(
            ack,
            body,
            client,
            context,
            lambda actor, key: actions.create_account(self._services, actor, review_id, key),
            "review-updated",
        )

    def on_add(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Give your view* on a deal's page, or a word that is a company after all: the form for it."""
        actor = actor_of(context)
        deal_id, _account_id, name = form.subject_of(action["value"])
        channel = (body.get("channel") or {}).get("id")
        fields = parse.ReviewFields(deal_id=deal_id, account_name=name)
        shown = opening.new_form(self._services, actor, fields, parse.Opened(Evidence(channel)))
        ack()
        if not open_modal(client, body["trigger_id"], shown):
            self._receipts.refuse(client, body, actor, "review-edit-lost")

    def on_page(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*The deal's page*: in place of the list or page that it was pressed in; below a receipt, which stays."""
        actor = actor_of(context)
        say, place = self._services.say(actor), Place.of(body)
        shown = page_views.page_message(say, actor.tz, page.page_of(self._services, actor, int(action["value"])))
        ack()
        if place.view_id is not None:
            open_window(self._services, actor, client, body, page_views.page_modal(say, shown))
        elif place.response_url is not None:
            below = {**shown, "replace_original": False}
            send_answer(place.response_url, below, {**below, "blocks": page_views.without_table(shown)})

    def on_link(self, ack: Ack) -> None:
        """*Open in CRM*: Slack opens it."""
        ack()

    def _open(
        self, ack: Ack, answer: Callable[[Json], None], client: WebClient, command: Payload, lost: str, shown: Json
    ) -> None:
        """Open the form; when Slack would not, say so and how to do without (``lost``)."""
        ack() if open_modal(client, command["trigger_id"], shown) else answer(blocks.ephemeral(lost))

    def _revise(self, ack: Ack, actor: Actor, intent: parse.ReviseReview, key: str) -> None:
        try:
            receipt = actions.revise(self._services, actor, intent, key)
        except StaleVersionError:
            ack(in_its_place(saving.stale_form(self._services, actor, intent)))
            return
        except actions.AlreadyGivenError:
            told = self._services.say(actor)("review-given-elsewhere")
            ack(keep_open({BlockId.PERSPECTIVE.value: told}))
            return
        if intent.response_url is None:
            ack(in_its_place(self._modal(actor, receipt, "review-updated")))
        else:
            ack()
            replace_answer(intent.response_url, self._message(actor, receipt, "review-updated"))

    def _message(self, actor: Actor, receipt: answers.Receipt, headline: str) -> Json:
        return views.receipt_message(self._services.say(actor), actor.tz, receipt, headline)

    def _modal(self, actor: Actor, receipt: answers.Receipt, headline: str) -> Json:
        return views.receipt_modal(self._services.say(actor), actor.tz, receipt, headline)


def register(app: App, services: Services) -> CommandListener:
    """Attach the listeners to ``app`` and give the one for `/lazo winloss`."""
    listeners = WinLossListeners(services, closing_listeners.register(app, services))
    for name in WIN_LOSS.names:
        app.command(name)(listeners.on_command)
    app.view(CallbackId.REVIEW_FORM.value)(listeners.on_form)
    app.options(ActionId.REVIEW_DEAL.value)(listeners.on_typing)
    app.action(ActionId.REVIEW_DEAL.value)(listeners.on_choice)
    app.action(re.compile(rf"^{ActionId.REVIEW_OUTCOME.value}:\d+$"))(listeners.on_choice)
    app.action(ActionId.REVIEW_EDIT.value)(listeners.on_edit)
    app.action(re.compile(rf"^{ActionId.REVIEW_ACCOUNT.value}:\d+$"))(listeners.on_account)
    app.action(ActionId.REVIEW_NEW_ACCOUNT.value)(listeners.on_new_account)
    app.action(ActionId.REVIEW_ADD.value)(listeners.on_add)
    app.action(re.compile(rf"^{ActionId.REVIEW_PAGE.value}(:\d+)?$"))(listeners.on_page)
    app.action(ActionId.REVIEW_CRM.value)(listeners.on_link)
    for action_id in _CHANGES:
        app.action(action_id.value)(listeners.on_change)
    return listeners.on_command
