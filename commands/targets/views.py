"""A quarter's target list as people see it, and its history. Pure: what stands to Block Kit."""

from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.targets.parse import Opened
from commands.targets.showing import Line, ShownList, Told
from domain.target_list import REVIEW_MINUTES, Load, Place, Quarter, Side

_NAME: Final = 60
_REASON: Final = 300
#: Lines in a section, and sections of a list: a modal takes a hundred blocks.
_LINES: Final = 10
_SECTIONS: Final = 20
_HISTORY: Final = 40


def quarter_label(say: Say, quarter: Quarter) -> str:
    """A quarter as the reader calls it."""
    return say("targets-quarter", number=quarter.number, year=str(quarter.year))


def unclear(say: Say, typed: str, current: Quarter) -> str:
    """What was typed is no quarter that may have a list."""
    meant = blocks.escape(blocks.one_line(typed, _NAME))
    return say("targets-unclear", typed=meant, example=quarter_label(say, current.shift(1)))


def list_modal(say: Say, shown: ShownList, tz: str, notice: str | None = None) -> Json:
    """The whole list with what can be done; ``notice`` says first what was just done, or why not."""
    rows = [blocks.header(say("targets-heading", quarter=quarter_label(say, shown.quarter)))]
    if notice:
        rows.append(blocks.section(notice))
    if not shown.version:
        rows += _beginning(say, shown)
    else:
        rows.append(blocks.context(_state(say, shown, tz)))
        rows += [blocks.section(_owners(say, shown)), *_too_long(say, shown.load)]
        rows += _waiting(say, shown, tz)
        rows += _accounts(say, "targets-on", shown.on)
        rows += _buttons(say, shown)
    rows.append(_quarters(say, shown))
    return blocks.modal(
        say("targets-title"), CallbackId.TARGETS, rows, close=say("done"), private_metadata=_opened(shown).packed()
    )


def list_message(say: Say, shown: ShownList, headline: str) -> Json:
    """What stands where no modal opens: a button that opens it."""
    text = say(headline, quarter=quarter_label(say, shown.quarter))
    button = blocks.button(say("targets-open"), ActionId.TARGETS_OPEN, str(shown.quarter))
    return blocks.ephemeral(text, [blocks.section(text), blocks.actions(button)])


def history_modal(say: Say, quarter: Quarter, told: Sequence[Told], tz: str) -> Json:
    """What happened to a list, the latest first."""
    rows = [blocks.header(say("targets-history-of", quarter=quarter_label(say, quarter)))]
    if not told:
        rows.append(blocks.section(say("targets-history-none")))
    lines = [_told(say, each, tz) for each in told[:_HISTORY]]
    rows += [blocks.section("\n".join(lines[at : at + _LINES // 2])) for at in range(0, len(lines), _LINES // 2)]
    rows += and_more.row(say, len(told) - _HISTORY)
    return blocks.modal(say("targets-title"), CallbackId.TARGETS_HISTORY, rows, close=say("done"))


def place_line(say: Say, place: Place, quarter: Quarter) -> str:
    """Where an account stands, for its card."""
    return say(f"targets-place-{place.value}", quarter=quarter_label(say, quarter))


def too_long(say: Say, load: Load) -> str:
    """Why the list is too long, with what was assumed."""
    return say(
        "targets-too-long",
        count=load.accounts,
        minutes=load.minutes,
        total=load.total,
        most=REVIEW_MINUTES,
        fitting=load.fitting,
    )


def _opened(shown: ShownList) -> Opened:
    return Opened(shown.quarter, shown.version)


def _state(say: Say, shown: ShownList, tz: str) -> str:
    if not shown.is_open:
        return say("targets-state-over")
    if shown.published_at is not None:
        return say("targets-state-published", moment=say.moment(shown.published_at, tz))
    return say("targets-state-draft")


def _beginning(say: Say, shown: ShownList) -> list[Json]:
    if not shown.is_open:
        return [blocks.section(say("targets-never"))]
    last = quarter_label(say, shown.quarter.shift(-1))
    if shown.before:
        text = say("targets-begin-from", quarter=last, count=shown.before)
        label = say("targets-begin-from-button", quarter=last)
    else:
        text, label = say("targets-begin"), say("targets-begin-button")
    button = blocks.button(label, ActionId.TARGETS_START, _opened(shown).packed(), style="primary")
    return [blocks.section(text), blocks.actions(button)]


def _owners(say: Say, shown: ShownList) -> str:
    lines = []
    for side in Side:
        owner = shown.owners.get(side)
        label = say(f"targets-owner-{side.value}")
        if owner is None:
            lines.append(f"*{label}:* _{say('account-nobody')}_")
        elif not owner.is_here:
            lines.append(f"*{label}:* <@{owner.slack_user_id}> · :warning: {say('targets-owner-gone')}")
        elif shown.waiting:
            state = "targets-agreed" if owner.agreed_at else "targets-not-agreed"
            lines.append(f"*{label}:* <@{owner.slack_user_id}> · {say(state)}")
        else:
            lines.append(f"*{label}:* <@{owner.slack_user_id}>")
    if shown.is_open and len(shown.owners) < len(Side):
        lines.append(f":warning: {say('targets-needs-owners')}")
    return "\n".join(lines)


def _too_long(say: Say, load: Load) -> list[Json]:
    if load.is_too_long:
        return [blocks.section(f":warning: {too_long(say, load)}")]
    if not load.accounts:
        return []
    key = "targets-fits"
    return [blocks.context(say(key, count=load.accounts, minutes=load.minutes, total=load.total, most=REVIEW_MINUTES))]


def _waiting(say: Say, shown: ShownList, tz: str) -> list[Json]:
    if not shown.waiting:
        return []
    rows = _accounts(say, "targets-waiting", shown.waiting)
    if shown.objection is not None:
        said = shown.objection
        text = say("targets-objection", person=f"<@{said.slack_user_id}>", moment=say.moment(said.at, tz))
        rows += [blocks.section(f":speech_balloon: {text}"), blocks.quote(said.reason, _REASON)]
    if not shown.is_open:
        return rows
    owner = shown.owners.get(shown.mine) if shown.mine is not None else None
    if owner is not None:
        value = _opened(shown).packed()
        agree = blocks.button(say("targets-agree"), ActionId.TARGETS_AGREE, value, style="primary")
        objects = blocks.button(say("targets-object"), ActionId.TARGETS_OBJECT, value)
        rows.append(blocks.actions(*([objects] if owner.agreed_at else [agree, objects])))
    elif len(shown.owners) == len(Side):
        rows.append(blocks.context(say("targets-both-agree")))
    return rows


def _accounts(say: Say, key: str, lines: Sequence[Line]) -> list[Json]:
    if not lines:
        return [blocks.section(say("targets-empty"))] if key == "targets-on" else []
    shown = lines[: _LINES * _SECTIONS]
    texts = [_line(say, line) for line in shown]
    parts = [texts[at : at + _LINES] for at in range(0, len(texts), _LINES)]
    rows = [blocks.section("\n".join([say(key, count=len(lines)), *parts[0]]))]
    rows += [blocks.section("\n".join(part)) for part in parts[1:]]
    rows += and_more.row(say, len(lines) - len(shown))
    return rows


def _line(say: Say, line: Line) -> str:
    name = blocks.escape(blocks.one_line(line.name, _NAME))
    shown = f"*{name}*" if line.tier is None else say("digest-account-tier", name=name, tier=line.tier)
    owners = [
        f"{say(key)}: " + (f"<@{person}>" if person else f"_{say('account-nobody')}_")
        for key, person in (("account-sales-short", line.sales), ("account-marketing-short", line.marketing))
    ]
    told = [shown, *owners, *([say("targets-carried")] if line.is_carried else [])]
    return f"• {' · '.join(told)}"


def _buttons(say: Say, shown: ShownList) -> list[Json]:
    value = _opened(shown).packed()
    made = []
    if shown.is_open:
        made.append(blocks.button(say("targets-propose"), ActionId.TARGETS_PROPOSE, value))
        if shown.on or shown.waiting:
            made.append(blocks.button(say("targets-drop"), ActionId.TARGETS_DROP, value))
        if shown.may_name:
            style = "primary" if len(shown.owners) < len(Side) else None
            made.append(blocks.button(say("targets-owners"), ActionId.TARGETS_OWNERS, value, style=style))
    made.append(blocks.button(say("targets-history"), ActionId.TARGETS_HISTORY, value))
    return [blocks.divider(), blocks.actions(*made)]


def _quarters(say: Say, shown: ShownList) -> Json:
    """Back to any quarter; ahead to the next one, which may be made before it begins."""
    near = [shown.quarter.shift(-1)]
    if shown.quarter <= shown.current:
        near.append(shown.quarter.shift(1))
    return blocks.actions(
        *(
            blocks.button(_arrow(say, each, shown.quarter), ActionId.TARGETS_OPEN, str(each), number=number)
            for number, each in enumerate(near)
        )
    )


def _arrow(say: Say, quarter: Quarter, shown: Quarter) -> str:
    label = quarter_label(say, quarter)
    return f"← {label}" if quarter < shown else f"{label} →"


def _told(say: Say, told: Told, tz: str) -> str:
    who = f"<@{told.who}>" if told.who else ""
    name = blocks.escape(blocks.one_line(told.name, _NAME))
    side = say(f"targets-side-{told.side}") if told.side else ""
    text = say(f"targets-told-{told.kind}", person=who, name=name, side=side)
    reason = f": “{blocks.escape(blocks.one_line(told.reason, _REASON))}”" if told.reason else ""
    return f"• {say.moment(told.at, tz)} · {text}{reason}"
