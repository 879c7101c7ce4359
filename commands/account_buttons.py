"""Buttons about an account that several slices show: on its card, below the digest, where its owners confirm it.

What they do is said by `commands.progress` and `commands.digest`, which listen to them wherever they stand.
"""

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId


def done_value(step_id: int, version: int, *, is_done: bool) -> str:
    """What a step's button carries: how it ends, its id and the version that was seen."""
    return f"{'done' if is_done else 'dropped'}:{step_id}:{version}"


def done_button(say: Say, step_id: int, version: int) -> Json:
    """Beside a next step: it is done."""
    value = done_value(step_id, version, is_done=True)
    return blocks.button(say("progress-done"), ActionId.STEP_END, value, number=step_id)


def review_buttons(say: Say, account_id: int) -> Json:
    """What people do with an account in its review; forms open from a message as from the card."""
    buttons = (
        (ActionId.STEP_NEW, "progress-new-step"),
        (ActionId.STAGE_CHANGE, "progress-change-stage"),
        (ActionId.ACCOUNT_COMMENT, "review-comment"),
    )
    return blocks.actions(*(blocks.button(say(label), action, str(account_id)) for action, label in buttons))
