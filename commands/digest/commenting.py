"""A word on an account, said below the digest: a form, and where what is typed goes."""

import json
from typing import Any, Final

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands import blocks
from commands.acts import note_act
from commands.blocks import Json, state_value
from commands.context import Actor, Payload, Services, actor_of
from commands.form_shape import form_key
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError, only_members
from commands.once import once
from commands.open_windows import open_window
from commands.replies import keep_open
from domain.text import clean
from storage import accounts, review_threads
from storage.database import UnitOfWork

_LONGEST: Final = 1000


class CommentListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_button(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """*Comment…* was pressed."""
        actor = actor_of(context)
        ack()
        form = comment_modal(self._services.say(actor), int(action["value"]))
        open_window(self._services, actor, client, body, form)

    def on_form(self, ack: Ack, view: Payload, context: BoltContext) -> None:
        """A comment was submitted: the replies about its account show it."""
        actor = actor_of(context)
        text = clean(state_value(view["state"]["values"], BlockId.NOTE) or "").value[:_LONGEST].strip()
        problem = None if text else "review-comment-empty"
        if text:
            account_id = int(json.loads(view["private_metadata"])["account"])
            try:
                comment(self._services, actor, account_id, text, form_key(view))
            except NotAMemberError:
                problem = "account-members-only"
        if problem is None:
            ack()
        else:
            ack(keep_open({BlockId.NOTE.value: self._services.say(actor)(problem)}))


def comment(services: Services, actor: Actor, account_id: int, text: str, key: str) -> None:
    """Store what somebody says of an account. Raises NotAMemberError for a guest."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        # Merged since the form was opened, it is another account now.
        account = accounts.get_account(work.connection, actor.workspace_id, account_id)
        comment_id = review_threads.add_comment(work, actor.workspace_id, account.id, text, actor.member_id, now)
        note_act(work, actor, "account_commented", ("account", account.id), now, {"comment": comment_id})
        return {"comment": comment_id}

    once(services, actor, key, act)


def comment_modal(say: Say, account_id: int) -> Json:
    """The form."""
    field = blocks.text_input(ActionId.VALUE, multiline=True, max_length=_LONGEST, focus=True)
    return blocks.modal(
        say("review-comment-title"),
        CallbackId.COMMENT_FORM,
        [blocks.input_block(say("review-comment-what"), field, BlockId.NOTE)],
        submit=say("save"),
        close=say("cancel"),
        private_metadata=json.dumps({"account": account_id}),
    )


def attach(app: App, services: Services) -> None:
    """Attach the listeners to ``app``."""
    listeners = CommentListeners(services)
    app.action(ActionId.ACCOUNT_COMMENT.value)(listeners.on_button)
    app.view(CallbackId.COMMENT_FORM.value)(listeners.on_form)
