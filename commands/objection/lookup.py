"""What `/lazo ask` may look up of objections: how often each theme was heard, the notes, and what was argued."""

from collections.abc import Sequence
from functools import partial
from typing import Final
from zoneinfo import ZoneInfo

from commands import blocks
from commands.context import Actor, Services
from commands.i18n import Say
from commands.lookups import Fact, Found, Lookup, Lookups, Wanted, day_times, period_of, period_said, period_times
from commands.own_themes import naming_own
from storage import accounts, asked
from storage.asked import AboutObjections, AskedObjection
from storage.people import get_workspace

#: Notes shown of what was found; the counts speak of all.
NOTES: Final = 8
_NAME: Final = 60


def lookups(services: Services) -> Lookups:
    """By name."""
    return {
        "objections": Lookup(
            "What buyers objected: how often each theme was heard, and the latest notes. Heeds account, theme, words"
            " (search words for the notes) and weeks.",
            partial(_objections, services),
        ),
        "arguments": Lookup(
            "Which arguments were used against objections, those that worked first. Heeds account, theme and weeks.",
            partial(_arguments, services),
        ),
    }


def _objections(services: Services, actor: Actor, wanted: Wanted) -> Found:
    say = services.say(actor)
    with services.database.read() as connection:
        tz = get_workspace(connection, actor.workspace_id).tz
        say = naming_own(connection, actor.workspace_id, say)
        period = period_of(wanted, services.now(), tz)
        account_id = None
        if wanted.account is not None:
            account_id = accounts.account_id_of(connection, actor.workspace_id, wanted.account)
        unknown = wanted.account is not None and account_id is None
        about = AboutObjections(period, None if wanted.theme is None else wanted.theme.value, account_id)
        counted = [] if unknown else asked.count_objections(connection, actor.workspace_id, about)
        words = " ".join(part for part in (wanted.words, wanted.account if unknown else None) if part)
        if words:
            notes = asked.objections_with(connection, actor.workspace_id, about, words, limit=NOTES)
        else:
            notes = asked.latest_objections(connection, actor.workspace_id, about, limit=NOTES)
    total = sum(n for _theme, n in counted)
    facts = [_count(say, wanted, theme, n, total) for theme, n in counted]
    return Found((*facts, *_notes(say, tz, notes)), say("lookup-objections-meaning", period=period_said(say, wanted)))


def _arguments(services: Services, actor: Actor, wanted: Wanted) -> Found:
    say = services.say(actor)
    with services.database.read() as connection:
        tz = get_workspace(connection, actor.workspace_id).tz
        say = naming_own(connection, actor.workspace_id, say)
        account_id = None
        if wanted.account is not None:
            account_id = accounts.account_id_of(connection, actor.workspace_id, wanted.account)
            if account_id is None:
                return Found()
        theme = None if wanted.theme is None else wanted.theme.value
        about = AboutObjections(period_of(wanted, services.now(), tz), theme, account_id, argued=True)
        notes = asked.latest_objections(connection, actor.workspace_id, about, limit=NOTES)
    return Found(_notes(say, tz, notes), say("lookup-arguments-meaning", period=period_said(say, wanted)))


def _count(say: Say, wanted: Wanted, theme: str | None, n: int, total: int) -> Fact:
    name = [wanted.account] if wanted.account else []
    label = say(f"theme-{theme or 'none'}")
    counted = {"theme": label, "count": say.number(n), "total": say.number(total), "period": period_said(say, wanted)}
    if name:
        text = say("lookup-objections-count-account", account=blocks.one_line(name[0], _NAME), **counted)
    else:
        text = say("lookup-objections-count", **counted)
    return Fact(
        f"objections:{theme or 'none'}",
        text,
        names=tuple(blocks.one_line(each, _NAME) for each in name),
        times=period_times(say, wanted),
    )


def _notes(say: Say, tz: str, notes: Sequence[AskedObjection]) -> tuple[Fact, ...]:
    return tuple(_note(say, tz, note) for note in notes)


def _note(say: Say, tz: str, note: AskedObjection) -> Fact:
    named = [blocks.one_line(each, _NAME) for each in (note.account_name, note.competitor) if each and each.strip()]
    account = blocks.one_line(note.account_name or "", _NAME) or say("lookup-no-account")
    day = note.logged_at.astimezone(ZoneInfo(tz)).date()
    text = say(
        "lookup-objection",
        account=account,
        theme=say(f"theme-{note.theme or 'none'}"),
        day=say.day_with_year(day),
    )
    if note.argument and note.worked:
        text = say("lookup-objection-argued", note=text, worked=say(f"worked-{note.worked}"))
    said = tuple(each for each in (note.quote, note.argument) if each)
    return Fact(f"objection:{note.id}", text, said, tuple(named), note.link, note.channel, day_times(say, day))
