"""What there is, as a modal: the same words as `/lazo help`."""

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import CallbackId
from commands.specs import COMMANDS


def help_modal(say: Say, *, is_admin: bool) -> Json:
    """Every command with an example; what only admins can do is shown to them alone."""
    rows = [
        blocks.section(f"*{say(spec.description_key)}*\n{say(spec.help_key)}")
        for spec in COMMANDS
        if say.has(spec.help_key)
    ]
    rows.append(blocks.section(say("lazo-help-people")))
    if is_admin:
        rows.append(blocks.section(say("lazo-help-admin")))
    return blocks.modal(say("home-help-title"), CallbackId.HOME, rows, close=say("done"))
