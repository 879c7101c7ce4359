"""What people see about people: the form with what somebody is, the list of everybody, their hours."""

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.hours_fields import HoursErrors, dated_text, hours_blocks, hours_error
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.people.absence_views import absence_rows
from commands.people.actions import Listed, PersonCard
from commands.people.hours import OwnHours
from commands.people.parse import day_of
from commands.pickers import person_select, tick_box, time_picker
from domain.calendars import CalendarSpec
from domain.hours_words import week_text
from domain.rights import PersonFact
from domain.taxonomy import Team

#: Lines of people that fit one section with the longest of names.
_LINES: Final = 15
#: Characters of lines that fit a message beside all else; everybody is in the menu below them.
_ROOM: Final = 10_000


def person_modal(say: Say, card: PersonCard, *, top: str | None = None) -> Json:
    """What somebody is: fields for what the viewer may set, text for the rest. ``top`` stands above all."""
    rows: list[Json] = [blocks.section(top)] if top else []
    rows += [
        blocks.context(
            say("people-from-slack", person=f"<@{card.slack_id}>", zone=card.tz, language=say(f"people-{card.locale}"))
        ),
        *_hours_rows(say, card),
        *absence_rows(say, card.absences, card.tz, card.slack_id, may=PersonFact.TIME_OFF in card.may),
        blocks.divider(),
        *_role_rows(say, card),
    ]
    fields = [row for row in rows if row["type"] == "input"]
    return blocks.modal(
        say("people-title-own" if card.is_self else "people-title"),
        CallbackId.PERSON_FORM,
        rows,
        submit=say("save") if fields else None,
        close=say("cancel") if fields else say("done"),
        private_metadata=json.dumps({"member": card.member_id, "version": card.version}),
    )


def stale_modal(say: Say, card: PersonCard) -> Json:
    """The form again with what stands now."""
    return person_modal(say, card, top=f":warning: {say('people-stale')}")


def saved_modal(say: Say, card: PersonCard) -> Json:
    """In place of the form: what stands now."""
    return blocks.modal(
        say("people-title-own" if card.is_self else "people-title"),
        CallbackId.PERSON_RECEIPT,
        [
            blocks.section(f":white_check_mark: *{say('people-saved')}*"),
            blocks.section("\n".join(f"• {line}" for line in summary(say, card))),
        ],
        close=say("done"),
    )


def summary(say: Say, card: PersonCard) -> list[str]:
    """What somebody is, a line for each thing."""
    nobody = say("people-nobody")
    lines = [
        say("people-line", name=say("people-team"), value=team_name(say, card.team)),
        say("people-line", name=say("people-manager"), value=f"<@{card.manager}>" if card.manager else nobody),
        say("people-line", name=say("people-backup"), value=f"<@{card.backup}>" if card.backup else nobody),
        say("people-line", name=say("people-cap"), value=str(card.open_cap or say("people-cap-none"))),
        say("people-line", name=say("people-daily"), value=clock(card.daily_at)),
    ]
    if card.is_manager:
        lines.append(say("people-manages-yes"))
    return lines


def hours_modal(say: Say, own: OwnHours) -> Json:
    """The form for somebody's own hours."""
    return blocks.modal(
        say("hours-title"),
        CallbackId.OWN_HOURS,
        [
            blocks.context(
                say("hours-intro-own" if own.is_self else "hours-intro-other", person=f"<@{own.slack_id}>")
                + " "
                + say("hours-company-now", hours=week_text(own.company.weekly, say.weekdays))
            ),
            *hours_blocks(say, own.shown, ActionId.OWN_HOURS_COUNTRY, own=True),
        ],
        submit=say("save"),
        close=say("cancel"),
        private_metadata=json.dumps({"member": own.member_id, "version": own.version}),
    )


def hours_saved_modal(say: Say, card: PersonCard) -> Json:
    """In place of the form: when they work now."""
    return blocks.modal(
        say("hours-title"),
        CallbackId.OWN_HOURS,
        [
            blocks.section(f":white_check_mark: *{say('people-saved')}*"),
            blocks.section("\n".join(hours_lines(say, card.spec))),
            blocks.context(say("hours-saved-means")),
        ],
        close=say("done"),
    )


def hours_errors(say: Say, problems: HoursErrors) -> dict[str, str]:
    """The problems in words, a block each."""
    return {block.value: hours_error(say, problem) for block, problem in problems.errors.items()}


def list_message(say: Say, listed: Sequence[Listed], tz: str) -> Json:
    """Everybody by team, with a menu to open somebody's card. ``tz`` is the reader's zone."""
    rows: list[Json] = [blocks.section(f"*{say('people-list-title')}*")]
    room = _ROOM
    left_out = 0
    for team, members in groupby(listed, key=lambda each: each.team):
        everybody = [_line(say, each, tz) for each in members]
        lines = []
        for line in everybody:
            room -= len(line) + 1
            if room > 0:
                lines.append(line)
        left_out += len(everybody) - len(lines)
        rows.append(blocks.section(f"*{team_name(say, team)}* ({len(everybody)})"))
        rows += [blocks.section("\n".join(lines[at : at + _LINES])) for at in range(0, len(lines), _LINES)]
    rows += and_more.row(say, left_out)
    if not listed:
        rows.append(blocks.section(say("people-list-empty")))
    pick = {**person_select(ActionId.PERSON_PICK, None), "placeholder": blocks.plain(say("people-pick"), 150)}
    rows.append(blocks.actions(blocks.button(say("people-open-own"), ActionId.PERSON_OPEN), pick))
    return blocks.ephemeral(say("people-list-title"), rows)


def hours_lines(say: Say, spec: CalendarSpec) -> list[str]:
    """Weekly hours, and those between dates."""
    return [f"• {week_text(spec.weekly, say.weekdays)}", *(f"• {dated_text(say, each)}" for each in spec.dated)]


def team_name(say: Say, team: str) -> str:
    """A team's name; that nobody said it when it is empty."""
    return say(f"team-{team}" if team else "team-none")


def clock(minute: int) -> str:
    """Minutes after midnight as a clock shows them."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def _hours_rows(say: Say, card: PersonCard) -> list[Json]:
    whose = say("hours-are-own" if card.has_own_hours else "hours-are-company")
    text = f"*{say('hours-title')}* · {whose}\n" + "\n".join(hours_lines(say, card.spec))
    change = blocks.button(say("hours-change"), ActionId.OWN_HOURS_OPEN, str(card.member_id))
    return [blocks.section(text, accessory=change if PersonFact.HOURS in card.may else None)]


def _role_rows(say: Say, card: PersonCard) -> list[Json]:
    if not card.may:
        return [blocks.section("\n".join(f"• {line}" for line in summary(say, card)))]
    manager = (
        blocks.input_block(
            say("people-manager"),
            person_select(ActionId.VALUE, card.manager),
            BlockId.MANAGER,
            optional=True,
            hint=say("people-manager-hint"),
        )
        if PersonFact.MANAGER in card.may
        else blocks.section(
            say("people-manager-set", manager=f"<@{card.manager}>" if card.manager else say("people-nobody"))
        )
    )
    rows = [
        blocks.input_block(
            say("people-team"),
            blocks.select(
                ActionId.VALUE,
                [(team.value, team_name(say, team)) for team in Team],
                chosen=card.team,
                placeholder=say("team-none"),
            ),
            BlockId.TEAM,
            optional=True,
        ),
        manager,
        blocks.input_block(
            say("people-backup"),
            person_select(ActionId.VALUE, card.backup),
            BlockId.BACKUP,
            optional=True,
            hint=say("people-backup-hint"),
        ),
        blocks.input_block(
            say("people-cap"),
            blocks.text_input(
                ActionId.VALUE,
                value=str(card.open_cap) if card.open_cap else None,
                max_length=3,
                placeholder=say("people-cap-none"),
            ),
            BlockId.OPEN_CAP,
            optional=True,
            hint=say("people-cap-hint"),
        ),
        blocks.input_block(
            say("people-daily"),
            time_picker(ActionId.VALUE, clock(card.daily_at)),
            BlockId.TIME,
            hint=say("people-daily-hint"),
        ),
    ]
    if PersonFact.MANAGES_TEAM in card.may:
        rows.append(
            blocks.input_block(
                say("people-manages"),
                tick_box(ActionId.VALUE, say("people-manages-box"), ticked=card.is_manager),
                BlockId.MANAGES_TEAM,
                optional=True,
                hint=say("people-manages-hint"),
            )
        )
    return rows


def _line(say: Say, each: Listed, tz: str) -> str:
    parts = [f"<@{each.slack_id}>"]
    if each.is_manager:
        parts.append(say("people-leads-team"))
    if each.manager:
        parts.append(say("people-line-manager", manager=f"<@{each.manager}>"))
    if each.backup:
        parts.append(say("people-line-backup", backup=f"<@{each.backup}>"))
    if each.away_until:
        parts.append(f":palm_tree: {say('people-line-away', until=say.day(day_of(each.away_until, tz)))}")
    return f"• {' · '.join(parts)}"
