"""What others are told of objections, as messages. Pure: rows in, Block Kit out."""

from collections.abc import Sequence
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.objection.answering_views import answer_button, answer_rows
from commands.objection.views import SHOWN_NAME, facts, topic, verdict
from domain.taxonomy import Ask
from storage.answers import GivenAnswer
from storage.tables import Objection

#: So many notes fit a message with the longest of texts.
LISTED: Final = 12
_QUOTE: Final = 300


def notice_message(
    say: Say, objection: Objection, account_name: str | None, author: str, answer: GivenAnswer | None = None
) -> Json:
    """What marketing is told of one objection, with its answer if there is one. ``author`` is a Slack user id."""
    account = blocks.escape(
        blocks.clip(account_name or objection.account_hint or say("objection-no-account"), SHOWN_NAME)
    )
    mention = f"<@{author}>"
    key = "objection-notice-plain" if objection.ask == Ask.NONE else "objection-notice-ask"
    head = say(key, author=mention, ask=objection.ask, account=f"*{account}*")
    if objection.withdrawn_at is not None:
        gone = say("objection-notice-withdrawn", author=mention)
        return blocks.message(gone, [blocks.section(gone)])
    rows = [
        blocks.section(head),
        blocks.quote(objection.quote),
        blocks.context(" · ".join(topic(say, objection))),  # the account and what is asked stand in the head
    ]
    if objection.argument:
        result = f" ({verdict(say, objection.worked)})" if objection.worked else ""
        rows.append(blocks.plain_context(say("objection-answer-what", argument=objection.argument) + result))
    if objection.note:
        rows.append(blocks.plain_context(objection.note))
    if objection.source_link:
        rows.append(blocks.context(_origin(say, objection.source_link, objection.source_author)))
    if answer is not None:
        rows += answer_rows(say, answer)
    elif objection.ask != Ask.NONE:
        rows.append(blocks.actions(answer_button(say, objection.id, style="primary")))
    return blocks.message(f"{head}: {blocks.escape(blocks.one_line(objection.quote))}", rows)


def notice_list(say: Say, items: Sequence[tuple[Objection, str | None, str]]) -> Json:
    """Several at once, at most `LISTED`: ``(objection, account's name, author's Slack id)``."""
    title = say("objection-notice-list", count=len(items))
    rows = [blocks.section(f"*{title}*")]
    for objection, account_name, author in items[:LISTED]:
        line = f"{' · '.join(facts(say, objection, account_name))} · <@{author}>"
        answer = None if objection.ask == Ask.NONE else answer_button(say, objection.id)
        rows += [blocks.section(line, accessory=answer), blocks.quote(blocks.clip(objection.quote, _QUOTE))]
    return blocks.message(title, rows)


def _origin(say: Say, link: str, author: str | None) -> str:
    """The message that it was logged from, and who wrote it: others than who logged it, as a rule."""
    address = f"<{blocks.escape(link)}|{say('objection-origin-link')}>"
    return say("objection-origin", author=f"<@{author}>", link=address) if author else address
