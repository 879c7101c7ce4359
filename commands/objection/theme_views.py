"""The workspace's own themes as a list, each with a button for those who may retire it."""

from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId
from commands.objection.answers import OurThemes

#: A message takes 50 blocks: what was taken up last is shown.
_LISTED: Final = 40


def themes_message(say: Say, command: str, ours: OurThemes) -> Json:
    """Name, whether it can be chosen, and how many notes stand under it; ``command`` is `/objection` as typed."""
    title = say("themes-title")
    if not ours.own.themes:
        return blocks.ephemeral(say("themes-none"))
    rows = [blocks.section(f"*{title}*")]
    for theme in reversed(ours.own.themes[-_LISTED:]):
        key = "themes-line-retired" if theme.is_retired else "themes-line"
        line = say(key, label=blocks.escape(theme.label), count=ours.notes.get(theme.code, 0))
        again = ActionId.THEME_OFFER if theme.is_retired else ActionId.THEME_RETIRE
        label = say("themes-offer" if theme.is_retired else "themes-retire")
        change = blocks.button(label, again, str(theme.id)) if ours.may_decide else None
        rows.append(blocks.section(line, accessory=change))
    rows += and_more.row(say, len(ours.own.themes) - _LISTED)
    rows.append(blocks.context(say("themes-how", command=command)))
    return blocks.ephemeral(title, rows)
