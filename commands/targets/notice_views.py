"""What an owner of a target list reads in their daily list. Pure."""

from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId
from commands.targets.views import quarter_label
from domain.target_list import Quarter
from domain.values import frozen

_NAMED: Final = 10
_NAME: Final = 60
_REASON: Final = 300


@frozen
class Asked:
    """These accounts wait for them."""

    names: tuple[str, ...]


@frozen
class Objected:
    """The other owner does not agree."""

    slack_user_id: str
    reason: str


@frozen
class Published:
    """Both agreed: so many accounts are on the list now."""

    count: int


@frozen
class Dropped:
    """These accounts were taken off, each for a reason."""

    accounts: tuple[tuple[str, str], ...]


Line = Asked | Objected | Published | Dropped


def message(say: Say, quarter: Quarter, lines: Sequence[Line]) -> Json:
    """All there is to say of one list, with a button that opens it."""
    label = quarter_label(say, quarter)
    texts = [_text(say, label, line) for line in lines]
    rows = [blocks.section(text) for text in texts]
    button = blocks.button(say("targets-open"), ActionId.TARGETS_OPEN, str(quarter))
    return blocks.message(texts[0], [*rows, blocks.actions(button)])


def _text(say: Say, quarter: str, line: Line) -> str:
    match line:
        case Asked(names):
            return say("targets-tell-asked", quarter=quarter, count=len(names), names=_names(say, names))
        case Objected(person, reason):
            said = blocks.escape(blocks.one_line(reason, _REASON))
            return say("targets-tell-objected", quarter=quarter, person=f"<@{person}>", reason=said)
        case Published(count):
            return say("targets-tell-published", quarter=quarter, count=count)
        case Dropped(accounts):
            lines = [
                f"• {_name(name)}: “{blocks.escape(blocks.one_line(reason, _REASON))}”"
                for name, reason in accounts[:_NAMED]
            ]
            lines += and_more.words(say, len(accounts) - _NAMED)
            return "\n".join([say("targets-tell-dropped", quarter=quarter, count=len(accounts)), *lines])


def _names(say: Say, names: Sequence[str]) -> str:
    shown = ", ".join(_name(name) for name in names[:_NAMED])
    return " ".join([shown, *and_more.words(say, len(names) - _NAMED)])


def _name(name: str) -> str:
    return blocks.escape(blocks.one_line(name, _NAME))
