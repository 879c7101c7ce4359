"""Answers to what was asked of marketing: form, word to who asked, reminder. Pure: rows in, Block Kit out."""

import json
from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.objection.views import SHOWN_NAME, SHOWN_QUOTE, facts
from storage.answers import GivenAnswer
from storage.tables import Objection

#: So many lines of a message; the rest come in the next.
LISTED: Final = 10
_QUOTE: Final = 300


def answer_modal(say: Say, objection: Objection, account_name: str | None, author: str) -> Json:
    """What was asked, and a field for the answer. ``author`` is a Slack user id."""
    field = blocks.text_input(ActionId.VALUE, multiline=True, placeholder=say("answer-form-placeholder"), focus=True)
    rows = [
        blocks.section(" · ".join(facts(say, objection, account_name))),
        blocks.quote(objection.quote, SHOWN_QUOTE),
        blocks.input_block(say("answer-form-answer"), field, BlockId.NOTE, hint=say("answer-form-hint")),
        blocks.context(say("answer-form-goes-to", author=f"<@{author}>")),
    ]
    return blocks.modal(
        say("answer-form-title"),
        CallbackId.ANSWER_FORM,
        rows,
        submit=say("answer-form-send"),
        close=say("cancel"),
        private_metadata=json.dumps({"id": objection.id}),
    )


def said_modal(say: Say, text: str) -> Json:
    """What came of it, in place of the form or above what was pressed."""
    return blocks.modal(say("answer-form-title"), CallbackId.ANSWER_RECEIPT, [blocks.section(text)], close=say("done"))


def answer_button(say: Say, objection_id: int, *, style: str | None = None) -> Json:
    """*Answer*."""
    return blocks.button(say("answer-button"), ActionId.OBJECTION_ANSWER, str(objection_id), style=style)


def answered_message(say: Say, items: Sequence[tuple[GivenAnswer, Objection, str | None]]) -> Json:
    """The author's message: what was answered to what they asked, word for word; several in one message."""
    answer, objection, account_name = items[0]
    account = blocks.escape(blocks.clip(account_name or objection.account_hint or "", SHOWN_NAME))
    title = say("answer-told", by=f"<@{answer.by}>", account=account, known="yes" if account else "no")
    if len(items) > 1:
        title = say("answer-told-many", count=len(items))
    rows = [blocks.section(title)]
    for answer, objection, account_name in items:
        if len(items) > 1:
            rows.append(blocks.section(f"{' · '.join(facts(say, objection, account_name))} · <@{answer.by}>"))
        rows.append(blocks.quote(answer.text, SHOWN_QUOTE))
        rows.append(blocks.plain_context(say("answer-to-what", quote=blocks.one_line(objection.quote, _QUOTE))))
    return blocks.message(title, rows)


def due_message(say: Say, items: Sequence[tuple[Objection, str | None, str]]) -> Json:
    """What sales asked and is to be answered today: ``(objection, account's name, author's Slack id)``."""
    title = say("answer-due", count=len(items))
    rows = [blocks.section(title)]
    for objection, account_name, author in items[:LISTED]:
        line = f"{' · '.join(facts(say, objection, account_name))} · <@{author}>"
        rows.append(blocks.section(line, accessory=answer_button(say, objection.id)))
        rows.append(blocks.quote(objection.quote, _QUOTE))
    rows += and_more.row(say, len(items) - LISTED)
    return blocks.message(title, rows)


def answer_rows(say: Say, answer: GivenAnswer) -> list[Json]:
    """An answer below what it answers."""
    return [blocks.context(say("answer-by", by=f"<@{answer.by}>")), blocks.quote(answer.text, SHOWN_QUOTE)]
