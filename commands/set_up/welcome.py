"""The first words to an admin when Lazo comes to a workspace, once."""

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId
from domain.set_up import Step


def welcome_message(say: Say, slack_user_id: str, tz: str) -> Json:
    """Who Lazo is, what it took from the admin's profile, and the way to the first step."""
    text = say("welcome-hello", person=f"<@{slack_user_id}>")
    begin = blocks.button(say("welcome-begin"), ActionId.SET_UP_STEP, Step.LANGUAGE.value, style="primary")
    return blocks.message(
        text,
        [
            blocks.section(f":wave: {text}"),
            blocks.section(say("welcome-steps")),
            blocks.context(
                say("welcome-taken", language=say(f"settings-language-{say.locale}"), zone=tz), say("welcome-later")
            ),
            blocks.actions(begin),
        ],
    )
