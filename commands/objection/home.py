"""App Home: what somebody's logging led to, by what rows tell and nothing else."""

from datetime import timedelta
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.i18n import Say
from commands.objection.telling import SUBJECT, TELL
from commands.own_themes import naming_own
from storage import answers, led_to
from storage.answers import GivenAnswer
from storage.led_to import MyNote, Reached, WorkedSince

#: What is looked back on, and what it is compared with.
PERIOD: Final = timedelta(days=30)
_ANSWERS: Final = 2
_REACHED: Final = 3
_THEMES: Final = 2
_NAME: Final = 60
_SAID: Final = 200


def section(services: Services, actor: Actor) -> list[Json]:
    """Whom it reached, which themes moved, what others found to work since; nothing for who logged nothing lately."""
    say, now = services.say(actor), services.now()
    since = now - PERIOD
    with services.database.read() as connection:
        mine = led_to.my_notes(connection, actor.workspace_id, actor.member_id, since)
        if not mine:
            return []
        given = answers.latest_answers(connection, actor.workspace_id, [note.id for note in mine])
        told = led_to.reached(connection, actor.workspace_id, SUBJECT, TELL, [note.id for note in mine])
        noted = {note.theme: note.logged_at for note in mine if note.theme is not None}
        heard = led_to.themes_heard(connection, actor.workspace_id, list(noted), since - PERIOD, since)
        say = naming_own(connection, actor.workspace_id, say)
        worked = led_to.worked_since(connection, actor.workspace_id, actor.member_id, noted)
    rows = [blocks.section(f"*{say('led-to-title', days=PERIOD.days)}*\n{say('led-to-logged', count=len(mine))}")]
    answered = [row for note in mine if note.id in given for row in _answered(say, actor.tz, note, given[note.id])]
    rows += answered[: 2 * _ANSWERS]
    lines = [*_reached(say, actor.tz, mine, told), *_moved(say, heard), *_worked(say, worked)]
    if lines:
        rows.append(blocks.bullets(lines))
    elif not answered:
        rows.append(blocks.context(say("led-to-nothing-yet")))
    people = list(dict.fromkeys(f"<@{each.slack_id}>" for each in told if each.slack_id))[:_REACHED]
    if people:
        rows.append(blocks.context(say("led-to-people", people=", ".join(people))))
    return rows


def _answered(say: Say, tz: str, note: MyNote, given: GivenAnswer) -> list[Json]:
    about = blocks.escape(blocks.one_line(note.account or note.quote, _NAME))
    head = say("led-to-answered", person=f"<@{given.by}>", about=f"*{about}*", when=say.moment(given.at, tz))
    return [blocks.section(head), blocks.quote(given.text, _SAID)]


def _reached(say: Say, tz: str, mine: list[MyNote], told: list[Reached]) -> list[str]:
    """Plain lines: what people typed is in them. Each note once, by its first telling."""
    first = {each.objection_id: each for each in told}  # the earliest stands last
    lines = []
    for note in mine:
        each = first.get(note.id)
        if each is not None:
            about = blocks.one_line(note.account or note.quote, _NAME)
            key = "led-to-reached-person" if each.slack_id else "led-to-reached-channel"
            lines.append(say(key, about=about, when=say.moment(each.at, tz)))
    return lines[:_REACHED]


def _moved(say: Say, heard: dict[str, tuple[int, int]]) -> list[str]:
    """Themes that were heard more or less often than before, those that changed most first."""
    moved = {theme: abs(now - before) for theme, (now, before) in heard.items() if now != before}
    changed = sorted(moved, key=lambda theme: -moved[theme])
    return [
        say("led-to-theme", theme=say(f"theme-{theme}"), count=heard[theme][0], before=heard[theme][1])
        for theme in changed[:_THEMES]
    ]


def _worked(say: Say, worked: list[WorkedSince]) -> list[str]:
    return [
        say("led-to-worked", theme=say(f"theme-{each.theme}"), argument=blocks.one_line(each.argument, _SAID))
        for each in worked[:_THEMES]
    ]
