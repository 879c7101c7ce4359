"""Lists of handoffs and answers to questions about them. Pure: what was found in, Block Kit out."""

from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.handoff import buttons, views
from commands.handoff.form_views import lead_label
from commands.handoff.lists import LIST_LIMIT, Found, OpenList, RoutePreview
from commands.handoff.why_views import skipped_person
from commands.handoff.words import SHOWN_NAME, Reader, mention, state_line, title_of
from commands.i18n import Say
from commands.ids import ActionId
from domain.handoff import HandoffState
from storage.handoff_lists import Listed, PassedOn

_SKIPPED: Final = 8
#: So many lines of a list fit a message with the longest of names.
TRANSFERRED_LISTED: Final = 20
_GIVERS: Final = 3
_NOTE: Final = 300


def open_list_message(reader: Reader, command: str, kind: str, found: OpenList) -> Json:
    """`mine`, `team` and `late`, what is due first in front."""
    say, counted = reader.say, found.counted
    if found.leads_nobody:
        return blocks.ephemeral(say("handoff-team-nobody", command=command))
    if not found.items:
        return blocks.ephemeral(say(f"handoff-{kind}-none", command=command))
    total = counted.late if kind == "late" else counted.open
    title = say(f"handoff-{kind}-title", count=total)
    rows = [blocks.section(f"*{title}*")]
    if kind == "team":
        rows.append(blocks.context(counts_line(reader, found)))
    rows += list_rows(reader, found.items, with_owner=found.is_team)
    rows += and_more.row(say, total - LIST_LIMIT)
    return blocks.ephemeral(title, rows)


def counts_line(reader: Reader, found: OpenList) -> str:
    """How many there are of each state, late, and standing still: counts of the team, nobody's own."""
    say, counted = reader.say, found.counted
    pieces = [
        say("handoff-count-state", state=say(f"hstatus-{state}"), count=count)
        for state, count in sorted(counted.by_state.items())
    ]
    pieces.append(say("handoff-count-late", count=counted.late))
    if counted.paused:
        pieces.append(say("handoff-count-paused", count=counted.paused))
    return " · ".join(pieces)


def list_rows(reader: Reader, items: Sequence[Listed], *, with_owner: bool) -> list[Json]:
    """A line for each, with the button that shows all of it."""
    say, rows = reader.say, []
    for item in items:
        line = f"*{_name(say, item)}* · {say(f'hstatus-{item.state}')} · {_deadline(reader, item)}"
        if with_owner:
            line = f"{line} · {mention(item.owner)}"
        show = blocks.button(say("handoff-show"), ActionId.HANDOFF_SHOW, f"{item.id}:{item.version}")
        rows.append(blocks.section(line, accessory=show))
    return rows


def transferred_message(reader: Reader, items: Sequence[Listed], given: Sequence[PassedOn]) -> Json:
    """What somebody has now that a colleague had: the first `TRANSFERRED_LISTED`, and where the rest is found."""
    say = reader.say
    title = say("notice-transferred", count=len(items))
    rows = [blocks.section(f"*{title}*")]
    for each in given[:_GIVERS]:
        rows.append(blocks.context(say("notice-transferred-from", person=mention(each.by))))
        rows += [blocks.quote(each.note, _NOTE)] if each.note else []
    rows += list_rows(reader, items[:TRANSFERRED_LISTED], with_owner=False)
    if len(items) > TRANSFERRED_LISTED:
        rows.append(blocks.context(say("notice-transferred-more", count=len(items) - TRANSFERRED_LISTED)))
    return blocks.message(title, rows)


def rows_with_moves(reader: Reader, items: Sequence[Listed]) -> list[Json]:
    """A line for each of my own, with what is done most below it."""
    say, rows = reader.say, []
    for item in items:
        value = f"{item.id}:{item.version}"
        pressed = [
            blocks.button(say("handoff-attempt"), ActionId.HANDOFF_ATTEMPT, value),
            blocks.button(say("handoff-return"), ActionId.HANDOFF_RETURN, value),
            blocks.button(say("handoff-show"), ActionId.HANDOFF_SHOW, value),
        ]
        if item.state == HandoffState.OFFERED:
            accept = blocks.button(say("handoff-accept"), ActionId.HANDOFF_ACCEPT, value, style="primary")
            pressed.insert(0, accept)
        line = f"*{_name(say, item)}* · {say(f'hstatus-{item.state}')} · {_deadline(reader, item)}"
        rows += [blocks.section(line), blocks.actions(*pressed)]
    return rows


def found_message(reader: Reader, command: str, found: Found) -> Json:
    """How what goes by a name stands: one handoff in full, several as a list; what was never handed over can be."""
    say, name = reader.say, blocks.escape(blocks.one_line(found.name, SHOWN_NAME))
    if not found.name:
        return blocks.ephemeral(say("handoff-status-ask", command=command))
    if not found.handoffs and not found.leads:
        return blocks.ephemeral(say("handoff-status-none", name=name, command=command))
    if len(found.handoffs) == 1 and not found.leads:
        return views.shown_message(reader, found.handoffs[0].card, found.handoffs[0].hours)
    title = say("handoff-status-title", name=name)
    rows = [blocks.section(f"*{title}*")]
    for shown in found.handoffs:
        card = shown.card
        line = f"*{title_of(say, card)}* · {state_line(reader, card)}"
        rows.append(blocks.section(line, accessory=buttons.show_button(say, card)))
    for lead in found.leads:
        line = say("handoff-status-lead", title=blocks.escape(lead_label(lead)))
        hand_over = blocks.button(say("handoff-open-this"), ActionId.HANDOFF_OPEN, f"lead:{lead.id}")
        rows.append(blocks.section(line, accessory=hand_over))
    return blocks.ephemeral(title, rows)


def route_rows(reader: Reader, preview: RoutePreview) -> list[Json]:
    """Who would get a lead, why, and why not the others."""
    say = reader.say
    owner = mention(preview.owner) if preview.owner else ""
    rows = [blocks.section(say(f"route-goes-{preview.by}", owner=owner))]
    passed_over = [skipped_person(say, person, because) for person, because in preview.skipped]
    if passed_over:
        shown = passed_over[:_SKIPPED]
        shown += and_more.words(say, len(passed_over) - _SKIPPED)
        rows.append(blocks.context("\n".join(shown)))
    return rows


def route_message(reader: Reader, command: str, preview: RoutePreview) -> Json:
    """The answer to `route`."""
    say = reader.say
    if not preview.title:
        return blocks.ephemeral(say("route-ask", command=command))
    title = say("route-for", title=blocks.escape(blocks.one_line(preview.title, SHOWN_NAME)))
    rows = [blocks.section(title), *route_rows(reader, preview)]
    if not preview.account_known:
        rows.append(blocks.context(say("route-no-account")))
    return blocks.ephemeral(title, rows)


def unclear_message(say: Say, command: str, typed: str, nearest: str) -> Json:
    """A word near a sub-word: the word, an example, and a button that opens the form with what was typed."""
    again = blocks.escape(f"{command} {nearest}").replace("`", "'")
    shown = blocks.escape(blocks.one_line(typed, 80))
    text = say("handoff-unclear", typed=shown, again=again)
    keep = blocks.button(say("handoff-open"), ActionId.HANDOFF_OPEN, f"text:{typed}")
    return blocks.ephemeral(
        text,
        [
            blocks.section(text),
            blocks.section(say("handoff-unclear-example", command=command)),
            blocks.quote(typed, 700),
            blocks.actions(keep),
        ],
    )


def help_message(say: Say, command: str) -> Json:
    """What the command can do."""
    text = say("handoff-help", command=command)
    return blocks.ephemeral(text, [blocks.section(text)])


def _name(say: Say, item: Listed) -> str:
    named = [blocks.one_line(each, SHOWN_NAME) for each in (item.company, item.name) if each and each.strip()]
    return blocks.escape(" · ".join(named)) or say("handoff-no-company")


def _deadline(reader: Reader, item: Listed) -> str:
    say = reader.say
    if item.is_paused:
        return say("handoff-list-paused")
    if item.due_at is None:
        return say("handoff-list-no-deadline")
    key = "handoff-list-late" if item.due_at <= reader.now else "handoff-list-due"
    return say(key, when=reader.moment(item.due_at), what=say(f"owed-{item.due_kind}"))
