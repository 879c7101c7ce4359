"""How objections look in Slack: receipt, lists and answers. Pure: rows in, Block Kit out."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.objection.answers import TOP_PERIOD, FoundByWords, HeardMost, LoggedByMe, LookedUp, Noted, Receipt
from commands.own_themes import naming, theme_codes
from commands.subwords import split_word
from commands.suggesting import sureness
from domain.own_themes import NO_THEMES, OwnThemes
from domain.taxonomy import Ask, Theme, Worked
from storage.answers import GivenAnswer
from storage.objections import FoundObjection, PastArgument
from storage.tables import Objection

LIST_LENGTH: Final = 10
#: One section has room for so many themes, however long their names are by ordinary measure.
_TOP_LISTED: Final = 30
SHOWN_QUOTE: Final = 700
SHOWN_NAME: Final = 60


def receipt_blocks(
    say: Say, tz: str, receipt: Receipt, now: datetime, *, headline: str = "objection-saved"
) -> list[Json]:
    """What was understood, what can be changed, what was argued before, and who hears of it."""
    objection, say = receipt.objection, naming(say, receipt.own.names)
    if objection.withdrawn:
        back = blocks.button(say("objection-restore"), ActionId.OBJECTION_RESTORE, _reference(objection))
        return [
            blocks.section(f":leftwards_arrow_with_hook: {say('objection-withdrawn')}"),
            blocks.quote(objection.quote, SHOWN_QUOTE),
            blocks.actions(back),
        ]
    head = say("objection-saved-again") if receipt.repeated else say(headline)
    rows = [
        blocks.section(f":white_check_mark: *{head}* · {' · '.join(facts(say, objection, receipt.account_name))}"),
        blocks.quote(objection.quote, SHOWN_QUOTE),
    ]
    if receipt.removed:
        rows.append(blocks.context(say("objection-removed-characters", count=receipt.removed)))
    if objection.account_hint:
        rows += _unknown_account(say, receipt, objection.account_hint)
    rows.append(
        blocks.actions(
            _theme_menu(say, objection.theme, receipt.own),
            blocks.button(say("edit"), ActionId.OBJECTION_EDIT, _reference(objection)),
            blocks.button(say("undo"), ActionId.OBJECTION_UNDO, _reference(objection)),
            blocks.button(say("objection-before"), ActionId.OBJECTION_SAID_BEFORE, _reference(objection)),
            block_id=f"{ActionId.OBJECTION_THEME.value}:{_reference(objection)}",
        )
    )
    if receipt.arguments and objection.theme:
        rows.append(blocks.section(say("objection-argued-before", theme=say(f"theme-{objection.theme}"))))
        rows.append(_arguments(say, receipt.arguments))
    rows.append(blocks.context(_told(say, tz, receipt, now)))
    return rows


def receipt_message(say: Say, tz: str, receipt: Receipt, now: datetime, *, headline: str = "objection-saved") -> Json:
    """The receipt as an answer that only the asker sees."""
    words = say("objection-withdrawn") if receipt.objection.withdrawn else say(headline)
    text = f"{words}: {blocks.escape(blocks.one_line(receipt.objection.quote))}"
    return blocks.ephemeral(text, receipt_blocks(say, tz, receipt, now, headline=headline))


def suggestion_message(say: Say, objection: Noted, theme: str, confidence: float, own: OwnThemes = NO_THEMES) -> Json:
    """A theme that a machine suggests, how sure it is, and the menu for another: it counts once it is confirmed."""
    label = say(f"theme-{theme}")
    text = say("objection-suggested", theme=blocks.escape(label), sure=sureness(say, confidence))
    yes = blocks.button(
        say("objection-suggested-yes", theme=label), ActionId.OBJECTION_SUGGESTED, f"{objection.id}:{theme}"
    )
    return blocks.ephemeral(
        text,
        [
            blocks.section(f":bulb: {text}"),
            blocks.quote(objection.quote, SHOWN_NAME),
            blocks.actions(
                yes,
                _theme_menu(naming(say, own.names), None, own),
                block_id=f"{ActionId.OBJECTION_THEME.value}:{_reference(objection)}",
            ),
            blocks.context(say("objection-suggested-note")),
        ],
    )


def receipt_modal(say: Say, tz: str, receipt: Receipt, now: datetime, *, headline: str = "objection-saved") -> Json:
    """The receipt in place of the form that was just submitted."""
    return blocks.modal(
        say("objection-form-title"),
        CallbackId.OBJECTION_RECEIPT,
        receipt_blocks(say, tz, receipt, now, headline=headline),
        close=say("done"),
    )


def refusal_modal(say: Say, reason: str) -> Json:
    """Why what was pressed was not done, above the receipt that it was pressed on."""
    return blocks.modal(
        say("objection-form-title"), CallbackId.OBJECTION_RECEIPT, [blocks.section(reason)], close=say("done")
    )


def help_message(say: Say, command: str) -> Json:
    """What ``command`` (`/objection` as typed) can do."""
    text = say("objection-help", command=command)
    return blocks.ephemeral(text, [blocks.section(text)])


def looked_up_message(say: Say, tz: str, command: str, answer: LookedUp) -> Json:
    """The answer to `search`, `mine` and `top`; when there is nothing, an example of what to type (``command`` …)."""
    match answer:
        case FoundByWords(""):
            return blocks.ephemeral(say("objection-search-empty", command=command))
        case FoundByWords(query, found, answered, own):
            shown = blocks.escape(blocks.one_line(query, 80))
            if not found:
                return blocks.ephemeral(say("objection-search-none", query=shown, command=command))
            key = "objection-search-newest" if len(found) > LIST_LENGTH else "objection-search-title"
            title = say(key, query=shown, count=min(len(found), LIST_LENGTH))
            return list_message(naming(say, own.names), tz, title, found, answered=answered)
        case LoggedByMe(found, answered, own):
            if not found:
                return blocks.ephemeral(say("objection-mine-none", command=command))
            title = say("objection-mine-title")
            return list_message(naming(say, own.names), tz, title, found, answered=answered, editable=True)
        case HeardMost(themes, own):
            days = TOP_PERIOD.days
            if not themes:
                return blocks.ephemeral(say("objection-top-none", days=days, command=command))
            return top_message(naming(say, own.names), themes, days)


def list_message(
    say: Say,
    tz: str,
    title: str,
    found: Sequence[FoundObjection],
    *,
    answered: Mapping[int, GivenAnswer] | None = None,
    editable: bool = False,
) -> Json:
    """A list of objections, newest first, at most `LIST_LENGTH`, each with what marketing answered."""
    rows = [blocks.section(f"*{title}*")]
    for item in found[:LIST_LENGTH]:
        theme = say(f"theme-{item.theme or 'none'}")
        account = blocks.escape(blocks.clip(item.account_name or say("objection-no-account"), SHOWN_NAME))
        edit = blocks.button(say("edit"), ActionId.OBJECTION_EDIT, f"{item.id}:0") if editable else None
        rows.append(blocks.section(f"*{account}* · {theme} · {say.moment(item.logged_at, tz)}", accessory=edit))
        rows.append(blocks.quote(item.quote, 300))
        if item.argument:
            told = say("objection-answer-what", argument=blocks.one_line(item.argument, 200))
            rows.append(blocks.plain_context(f"{told} ({verdict(say, item.worked)})" if item.worked else told))
        if answered and item.id in answered:
            rows.append(blocks.plain_context(say("answer-said", text=blocks.one_line(answered[item.id].text, 200))))
    return blocks.ephemeral(title, rows)


def top_message(say: Say, counts: Sequence[tuple[str | None, int, int]], days: int) -> Json:
    """Themes with their count now and in the period before."""
    title = say("objection-top-title", days=days)
    lines = [
        say("objection-top-line", theme=say(f"theme-{theme or 'none'}"), count=count, before=before, days=days)
        for theme, count, before in counts[:_TOP_LISTED]
    ]
    rows = [blocks.section(f"*{title}*"), blocks.section("\n".join(lines))]
    return blocks.ephemeral(title, [*rows, *and_more.row(say, len(counts) - _TOP_LISTED)])


def unclear_message(say: Say, command: str, typed: str, nearest: str | None) -> Json:
    """A word that says nothing: the nearest known one, an example, and a button that keeps what was typed."""
    word, rest = split_word(blocks.one_line(typed, 80))
    if nearest is None:
        text = say("objection-unclear", word=blocks.escape(word))
    else:
        again = blocks.escape(f"{command} {nearest} {rest}".rstrip()).replace("`", "'")
        text = say("objection-unclear-nearest", word=blocks.escape(word), again=again)
    keep = blocks.button(say("objection-save-anyway"), ActionId.OBJECTION_SAVE_ANYWAY, typed)
    return blocks.ephemeral(
        text,
        [
            blocks.section(text),
            blocks.section(say("objection-unclear-example", command=command)),
            blocks.quote(typed, SHOWN_QUOTE),
            blocks.actions(keep),
        ],
    )


def facts(say: Say, objection: Noted | Objection, account_name: str | None) -> list[str]:
    """Account, theme, competitor and what is asked, as mrkdwn pieces."""
    account = account_name or objection.account_hint
    named = [f"*{blocks.escape(blocks.clip(account, SHOWN_NAME))}*"] if account else []
    asked = [say("objection-asks", ask=objection.ask)] if objection.ask != Ask.NONE else []
    return [*named, *topic(say, objection), *asked]


def topic(say: Say, objection: Noted | Objection) -> list[str]:
    """Theme and competitor, as mrkdwn pieces."""
    theme = say(f"theme-{objection.theme or 'none'}")
    if not objection.competitor:
        return [theme]
    return [theme, say("objection-vs", competitor=blocks.escape(blocks.clip(objection.competitor, SHOWN_NAME)))]


def _unknown_account(say: Say, receipt: Receipt, hint: str) -> list[Json]:
    objection = receipt.objection
    name = blocks.clip(hint, SHOWN_NAME)
    buttons = [
        blocks.button(
            say("objection-use-account", name=known),
            ActionId.OBJECTION_ACCOUNT,
            f"{objection.id}:{account_id}",
            number=place,
        )
        for place, (account_id, known) in enumerate(receipt.alike)
    ]
    create = blocks.button(
        say("objection-create-account", name=name), ActionId.OBJECTION_NEW_ACCOUNT, _reference(objection)
    )
    return [
        blocks.section(say("objection-unknown-account", name=blocks.escape(name))),
        blocks.actions(*buttons, create),
    ]


def _arguments(say: Say, arguments: Sequence[PastArgument]) -> Json:
    lines = []
    for past in arguments:
        tail = f" — {verdict(say, past.worked)}" + (
            f" ({blocks.clip(past.account_name, SHOWN_NAME)})" if past.account_name else ""
        )
        lines.append(blocks.one_line(past.argument, 300) + tail)
    return blocks.bullets(lines)


def verdict(say: Say, worked: str | None) -> str:
    """Whether an argument worked, in words."""
    keys = {Worked.YES.value: "objection-argument-worked", Worked.NO.value: "objection-argument-failed"}
    return say(keys.get(worked or "", "objection-argument-open"))


def _told(say: Say, tz: str, receipt: Receipt, now: datetime) -> str:
    told = receipt.told
    if told is None:
        return say("objection-told-nobody") if receipt.nobody_set else say("objection-told-yourself")
    who = "owner" if told.member_id is not None else "channel"
    name = f"<@{receipt.told_slack_id}>" if told.member_id is not None else f"<#{told.channel}>"
    when = say.moment(told.not_before, tz)
    if not told.at_once:
        return say(f"objection-told-{who}-daily", **{who: name, "when": when})
    if told.not_before <= now:
        return say(f"objection-told-{who}-now", **{who: name})
    return say(f"objection-told-{who}-at", **{who: name, "when": when})


@lru_cache(maxsize=64)
def _theme_menu(say: Say, theme: str | None, own: OwnThemes) -> Json:
    """The themes that one click may set: `other` needs a note, so it is left to the form.

    Which objection it is about stands in the id of its block: so one menu serves all receipts of a language.
    """
    settable = [code for code in theme_codes(own, theme) if code != Theme.OTHER or theme == Theme.OTHER]
    return blocks.select(
        ActionId.OBJECTION_THEME,
        choices(say, "theme", settable),
        chosen=theme,
        placeholder=say("objection-theme-placeholder"),
    )


def choices(say: Say, prefix: str, codes: Iterable[str]) -> list[tuple[str, str]]:
    """Codes as a menu takes them, each with its label."""
    return [(str(code), say(f"{prefix}-{code}")) for code in codes]


def _reference(objection: Noted) -> str:
    return f"{objection.id}:{objection.version}"
