"""What people see of companies that are one: suggestions and why, what a merge would do, what was done."""

from datetime import date
from typing import Final

from commands import blocks
from commands.account.merging import Merged, MergeRefusedError, Preview, Suggestions, Undone, Value
from commands.account.parse import MergeAccounts, merge_opened_on, pair_value
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from storage.merges import MergeRow

_NAME: Final = 60
_LONG: Final = 300


def suggestions_message(say: Say, found: Suggestions, command: str) -> Json:
    """Each pair with why, and two buttons; and whether more may be found."""
    partly = [] if found.is_all else [blocks.context(say("duplicates-partly"))]
    if not found.pairs:
        text = say("duplicates-none", command=command)
        return blocks.ephemeral(text, [blocks.section(text), *partly])
    title = say("duplicates-title", count=len(found.pairs))
    rows = [blocks.section(f"*{title}*"), blocks.context(say("duplicates-intro")), *partly]
    for each in found.pairs:
        names = {"first": _name(each.first), "second": _name(each.second)}
        rows.append(blocks.section(f"{say('duplicates-pair', **names)}\n_{say(f'duplicates-why-{each.why}')}_"))
        value = pair_value(each.first_id, each.second_id)
        rows.append(
            blocks.actions(
                blocks.button(say("merge-open"), ActionId.MERGE_OPEN, value),
                blocks.button(say("merge-apart"), ActionId.MERGE_APART, value),
            )
        )
    return blocks.ephemeral(title, rows)


def preview_modal(say: Say, preview: Preview, *, top: str | None = None) -> Json:
    """Whose name stays, which values win, what moves; *Merge* does it."""
    kept, merged = _name(preview.kept.name), _name(preview.merged.name)
    rows = [blocks.section(f":warning: {top}")] if top else []
    rows.append(blocks.section(say("merge-asks", kept=f"*{kept}*", merged=f"*{merged}*")))
    swap = blocks.button(
        say("merge-swap", name=blocks.clip(preview.merged.name, _NAME)),
        ActionId.MERGE_SWAP,
        pair_value(preview.merged.id, preview.kept.id),
    )
    rows.append(blocks.actions(swap))
    if preview.values:
        lines = [_value(say, each, merged) for each in preview.values]
        rows.append(blocks.section("\n".join([f"*{say('merge-values', kept=kept)}*", *lines])))
    rows.append(blocks.section(f"*{say('merge-moving')}*\n{_counts(say, preview)}"))
    rows.append(blocks.context(say("merge-means", kept=kept, merged=merged)))
    opened = MergeAccounts(preview.kept.id, preview.kept.version, preview.merged.id, preview.merged.version)
    return blocks.modal(
        say("merge-title"),
        CallbackId.ACCOUNT_MERGE,
        rows,
        submit=say("merge-do"),
        close=say("cancel"),
        private_metadata=merge_opened_on(opened),
    )


def merged_modal(say: Say, done: Merged) -> Json:
    """What was done, and the way back."""
    text = say("merge-done", kept=f"*{_name(done.kept)}*", merged=f"*{_name(done.merged)}*", count=done.moved)
    rows = [
        blocks.section(f":white_check_mark: {text}"),
        blocks.actions(blocks.button(say("merge-undo"), ActionId.MERGE_UNDO, str(done.merge_id))),
    ]
    return blocks.modal(say("merge-title"), CallbackId.ACCOUNT_MERGED, rows, close=say("done"))


def merges_message(say: Say, found: tuple[MergeRow, ...], tz: str, command: str) -> Json:
    """Merges that stand, each with its *Undo*."""
    if not found:
        text = say("merges-none", command=command)
        return blocks.ephemeral(text, [blocks.section(text)])
    rows = [blocks.section(f"*{say('merges-title')}*")]
    for place, each in enumerate(found):
        line = say(
            "merges-line",
            merged=f"*{_name(each.merged)}*",
            kept=f"*{_name(each.kept)}*",
            person=f"<@{each.by}>",
            when=say.moment(each.at, tz),
        )
        undo = blocks.button(say("merge-undo"), ActionId.MERGE_UNDO, str(each.id))
        rows.append(blocks.section(line, accessory=undo, block_id=f"merge:{place}"))
    return blocks.ephemeral(say("merges-title"), rows)


def undone_text(say: Say, done: Undone) -> str:
    """What was taken back, and what stays as somebody changed it since."""
    text = say("merge-undone", kept=f"*{_name(done.kept)}*", merged=f"*{_name(done.merged)}*", count=done.back)
    if not done.stayed:
        return text
    fields = ", ".join(say(f"merge-field-{column}") for column in done.stayed)
    return f"{text} {say('merge-undone-stayed', kept=_name(done.kept), fields=fields)}"


def refusal_text(say: Say, error: MergeRefusedError) -> str:
    """Why not."""
    return say(error.key, **{name: f"*{_name(value)}*" for name, value in error.names.items()})


def sentence_modal(say: Say, text: str) -> Json:
    """One thing to read."""
    return blocks.modal(say("merge-title"), CallbackId.ACCOUNT_MERGED, [blocks.section(text)], close=say("done"))


def sentence_message(text: str) -> Json:
    """The same as an answer."""
    return blocks.ephemeral(text, [blocks.section(text)])


def _value(say: Say, value: Value, merged: str) -> str:
    wins, other = (value.merged, value.kept) if value.is_taken else (value.kept, value.merged)
    field = say(f"merge-field-{value.column}")
    shown = _shown(say, value.column, wins)
    if value.is_taken:
        return f"• {say('merge-value-taken', field=field, value=shown, name=merged)}"
    if other is None or other == wins:
        return f"• {say('merge-value-stays', field=field, value=shown)}"
    return f"• {say('merge-value-over', field=field, value=shown, other=_shown(say, value.column, other))}"


def _shown(say: Say, column: str, value: str | None) -> str:
    if value is None:
        return "–"
    if column == "relation":
        return say(f"relation-{value}")
    if column == "renewal_on":
        return say.day(date.fromisoformat(value))
    if column.endswith("_owner_id"):
        return f"<@{value}>"
    return blocks.escape(blocks.one_line(value, _LONG))


def _counts(say: Say, preview: Preview) -> str:
    pieces = [
        say(f"merge-count-{name.replace('.', '-')}", count=count) for name, count in sorted(preview.moving.items())
    ]
    return " · ".join(pieces) if pieces else say("merge-moving-nothing")


def _name(name: str) -> str:
    return blocks.escape(blocks.one_line(name, _NAME))
