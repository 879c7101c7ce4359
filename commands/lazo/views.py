"""Help, and the answer to a word that is none."""

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.lazo.parse import UnclearWord
from commands.specs import COMMANDS

_SHOWN: int = 300


def help_message(say: Say, *, is_admin: bool) -> Json:
    """Every command with an example; what only admins can do is shown to them alone."""
    rows = [blocks.section(say("lazo-help-title")), blocks.divider()]
    rows += [
        blocks.section(f"*{say(spec.description_key)}*\n{say(spec.help_key)}")
        for spec in COMMANDS
        if say.has(spec.help_key)
    ]
    rows.append(blocks.section(say("lazo-help-people")))
    if is_admin:
        rows.append(blocks.section(say("lazo-help-admin")))
    rows.append(blocks.context(say("lazo-help-names")))
    return blocks.ephemeral(say("lazo-help-title"), rows)


def unclear_message(say: Say, unclear: UnclearWord) -> Json:
    """The nearest known word and an example; what was typed comes back, ready to be copied."""
    word = blocks.escape(blocks.one_line(unclear.typed.split()[0], 60))
    if unclear.nearest is None:
        text = say("lazo-unclear", word=word)
    else:
        again = blocks.escape(blocks.one_line(f"{unclear.nearest} {unclear.rest}", 120)).replace("`", "'")
        text = say("lazo-unclear-nearest", word=word, again=again)
    rows = [
        blocks.section(text),
        blocks.section(say("lazo-unclear-example")),
        blocks.context(say("lazo-you-typed")),
        blocks.quote(unclear.typed, blocks.SECTION_TEXT),
    ]
    return blocks.ephemeral(f"{text} {blocks.escape(blocks.one_line(unclear.typed, _SHOWN))}", rows)
