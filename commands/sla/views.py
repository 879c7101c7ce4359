"""What people see of agreements: the list of them, a receipt, a refusal."""

import json
from collections.abc import Sequence
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.sla import words
from commands.sla.actions import PolicyCard, Saved, Standing
from commands.sla.parse import switch_value

#: Agreements that fit one view with three blocks each.
_SHOWN: Final = 30
_HEADLINE: Final = ":white_check_mark: *{}*"


def list_modal(say: Say, standing: Standing, tz: str, *, top: str | None = None) -> Json:
    """All agreements in words; who may change them gets buttons. ``top`` stands above all."""
    rows: list[Json] = [blocks.section(top)] if top else []
    rows.append(blocks.context(say("sla-intro") if standing.may else say("sla-intro-reader")))
    rows.append(blocks.context(say("sla-terms")))
    above = [blocks.button(say("sla-measured-button"), ActionId.SLA_MEASURED)]
    if standing.may:
        above.insert(0, blocks.button(say("sla-new"), ActionId.SLA_NEW, style="primary"))
    rows.append(blocks.actions(*above))
    for card in standing.policies[:_SHOWN]:
        rows += [blocks.divider(), blocks.section(_told(say, card, tz))]
        if standing.may:
            rows.append(_buttons(say, card))
    if len(standing.policies) > _SHOWN:
        rows.append(blocks.context(say("sla-more", count=len(standing.policies) - _SHOWN)))
    return blocks.modal(say("sla-title"), CallbackId.SLA_LIST, rows, close=say("done"))


def receipt_modal(say: Say, saved: Saved) -> Json:
    """In place of the form: what holds now, and that what runs keeps what it was promised under."""
    now, before = saved.now, saved.before
    if before is None:
        rows = [
            blocks.section(_HEADLINE.format(say("sla-added", name=words.name_of(say, now.name)))),
            blocks.section("\n".join(f"• {what}: {value}" for what, value in words.facts_of(say, now).items())),
            blocks.context(say("sla-from-now-on")),
        ]
    elif before.version == now.version:
        rows = [blocks.section(_HEADLINE.format(say("sla-same")))]
    else:
        lines = words.changes_in(say, before, now)
        rows = [
            blocks.section(_HEADLINE.format(say("sla-saved", name=words.name_of(say, now.name), version=now.version))),
            *([blocks.section("\n".join(f"• {line}" for line in lines))] if lines else []),
            blocks.context(say("sla-keeps", before=before.version, after=now.version)),
        ]
    if now.spec.is_shadow:
        rows.append(blocks.context(say("sla-shadow-note")))
    return blocks.modal(say("sla-title"), CallbackId.SLA_RECEIPT, rows, close=say("done"))


def stale_note(say: Say, seen: PolicyCard, now: PolicyCard) -> str:
    """What somebody else changed since the form was opened."""
    by = f"<@{now.changed_by}>" if now.changed_by else say("sla-somebody")
    lines = "\n".join(f"• {line}" for line in words.changes_in(say, seen, now))
    return f":warning: {say('sla-stale', person=by, version=now.version)}\n{lines}".rstrip()


def deciders_note(say: Say, admins: Sequence[str]) -> str:
    """Who may change agreements."""
    if not admins:
        return say("sla-deciders-only")
    return say("sla-ask-decider", admins=", ".join(f"<@{each}>" for each in admins))


def sentence_modal(say: Say, text: str) -> Json:
    """One sentence."""
    return blocks.modal(say("sla-title"), CallbackId.SLA_RECEIPT, [blocks.section(text)], close=say("done"))


def unknown_note(say: Say, word: str) -> str:
    """A word after `/lazo sla` that is none."""
    return say("sla-unclear", word=blocks.escape(blocks.one_line(word, 60)).replace("`", "'"))


def lost_message(say: Say) -> Json:
    """Slack did not open the view in time."""
    return blocks.ephemeral(say("people-form-lost"))


def _told(say: Say, card: PolicyCard, tz: str) -> str:
    marks = [say(f"lane-{card.spec.lane}")]
    if card.spec.is_shadow:
        marks.append(say("sla-mark-shadow"))
    if card.spec.reassigns:
        marks.append(say("sla-mark-reassigns"))
    if not card.is_active:
        marks.append(say("sla-mark-stopped"))
    version = say("sla-version", version=card.version)
    if not card.changed_by and (card.version > 1 or not say.has(f"policyname-{card.name}")):
        version = say("sla-version-file", version=card.version, when=say.moment(card.changed_at, tz))
    elif card.changed_by:
        version = say(
            "sla-version-by",
            version=card.version,
            person=f"<@{card.changed_by}>",
            when=say.moment(card.changed_at, tz),
        )
    return "\n".join(
        [
            f"*{words.name_of(say, card.name)}* · {' · '.join(marks)}",
            f"{say('sla-for')}: {words.scope_of(say, card)}",
            *(f"• {line}" for line in words.promise_lines(say, card)),
            f"_{version}_",
        ]
    )


def _buttons(say: Say, card: PolicyCard) -> Json:
    wanted = not card.is_active
    stop = blocks.confirm(say("sla-stop-title"), say("sla-stop-text"), say("sla-stop"), say("cancel"))
    return blocks.actions(
        blocks.button(say("sla-edit"), ActionId.SLA_EDIT, json.dumps(card.id)),
        blocks.button(
            say("sla-start" if wanted else "sla-stop"),
            ActionId.SLA_SWITCH,
            switch_value(card.id, card.version, is_active=wanted),
            confirm=None if wanted else stop,
        ),
        block_id=f"policy:{card.id}",
    )
