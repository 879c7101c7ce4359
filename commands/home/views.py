"""One person's Home. Pure: what sections gave in, a view of at most a hundred blocks out."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, CallbackId
from commands.openers import Kind
from domain.taxonomy import Team

#: Slack takes so many blocks in a Home tab.
HOME_BLOCKS: Final = 100


def home_view(
    say: Say,
    slack_user_id: str,
    sections: Iterable[Sequence[Json]],
    away_until: datetime | None,
    tz: str,
    *,
    is_admin: bool = False,
    team: str | None = None,
) -> Json:
    """Greeting, buttons, then the sections in their order; what does not fit is left out at a section's border.

    When they have nothing to say, what somebody of ``team`` might try.
    """
    rows: list[Json] = [blocks.section(f":wave: {say('home-greeting', person=f'<@{slack_user_id}>')}")]
    if away_until is not None:
        rows.append(blocks.section(f":palm_tree: {say('home-away', until=say.moment(away_until, tz))}"))
    rows += [_quick_buttons(say), _own_buttons(say, is_admin=is_admin)]
    said = False
    for section in sections:
        if not section:
            continue
        if len(rows) + len(section) + 2 > HOME_BLOCKS:
            rows.append(blocks.context(say("home-more")))
            break
        rows += [blocks.divider(), *section]
        said = True
    if not said:
        rows += [blocks.divider(), blocks.section(say("home-empty")), blocks.section(say(_tips(team)))]
    return {"type": "home", "callback_id": CallbackId.HOME.value, "blocks": rows[:HOME_BLOCKS]}


def _tips(team: str | None) -> str:
    return "home-empty-tips-marketing" if team == Team.MARKETING else "home-empty-tips"


def _quick_buttons(say: Say) -> Json:
    """What there is to log and to hand over."""
    return blocks.actions(
        blocks.button(say("home-log"), ActionId.HOME_LOG, Kind.OBJECTION.value, style="primary"),
        *(
            blocks.button(say(f"home-log-{kind}"), ActionId.HOME_LOG, kind.value, number=place)
            for place, kind in enumerate(Kind)
            if kind is not Kind.OBJECTION
        ),
        blocks.button(say("shortcut-hand-over"), ActionId.HANDOFF_OPEN),
    )


def _own_buttons(say: Say, *, is_admin: bool) -> Json:
    """Figures, one's own settings and, for admins, those of the workspace."""
    settings = [blocks.button(say("settings-title"), ActionId.SETTINGS_OPEN)] if is_admin else []
    return blocks.actions(
        blocks.button(say("scorecard-open"), ActionId.SCORECARD_OPEN),
        blocks.button(say("people-open-own"), ActionId.PERSON_OPEN),
        blocks.button(say("time-off-open"), ActionId.TIME_OFF_OPEN),
        *settings,
        blocks.button(say("home-help"), ActionId.HOME_HELP),
    )
