"""Buttons about an account that several slices show: on its card, below the digest, where its owners confirm it.

What they do is said by `commands.progress` and `commands.digest`, which listen to them wherever they stand.
"""

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId


def step_buttons(say: Say, step_id: int, version: int) -> Json:
    """Below a next step: done, another one by another day, or dropped; each tells which version was seen."""
    seen = f"{step_id}:{version}"
    buttons = (
        (ActionId.STEP_END, "progress-done", f"done:{seen}"),
        (ActionId.STEP_CHANGE, "progress-change-step", f"change:{seen}"),
        (ActionId.STEP_DROP, "progress-drop", f"dropped:{seen}"),
    )
    return blocks.actions(*(blocks.button(say(label), act, value, number=step_id) for act, label, value in buttons))


def review_buttons(say: Say, account_id: int) -> Json:
    """What people do with an account in its review; forms open from a message as from the card."""
    buttons = (
        (ActionId.STEP_NEW, "progress-new-step"),
        (ActionId.STAGE_CHANGE, "progress-change-stage"),
        (ActionId.ACCOUNT_COMMENT, "review-comment"),
    )
    return blocks.actions(*(blocks.button(say(label), action, str(account_id)) for action, label in buttons))
