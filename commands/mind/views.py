"""What people see of the text assistant: how it stands, what it used, and the form in which an admin decides."""

from collections.abc import Sequence

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.mind.actions import Standing
from commands.mind.parse import ChooseMind, opened_on
from commands.pickers import channels_select, tick_box
from storage.mind_choices import Choice


def standing_message(say: Say, standing: Standing, admins: Sequence[str]) -> Json:
    """For everybody: whether it is on, what leaves, what it used; and who may change that."""
    rows = [blocks.section("\n".join(_lines(say, standing))), *_leaves(say, standing)]
    if admins:
        rows.append(blocks.context(say("mind-ask-admin", admins=", ".join(f"<@{admin}>" for admin in admins))))
    return blocks.ephemeral(say("mind-title"), rows)


def choice_modal(say: Say, standing: Standing, *, top: Sequence[Json] = ()) -> Json:
    """The form with what stands; ``top`` stands above it."""
    choice = standing.choice
    return blocks.modal(
        say("mind-title"),
        CallbackId.MIND,
        [
            *top,
            blocks.section("\n".join(_lines(say, standing))),
            *_leaves(say, standing),
            blocks.input_block(
                say("mind-on"),
                tick_box(ActionId.VALUE, say("mind-on-box"), ticked=not choice.is_off),
                BlockId.MIND_ON,
                optional=True,
                hint=say("mind-on-hint"),
            ),
            blocks.input_block(
                say("mind-channels"),
                channels_select(ActionId.VALUE, choice.off_channels),
                BlockId.MIND_CHANNELS,
                optional=True,
                hint=say("mind-channels-hint"),
            ),
            blocks.input_block(
                say("mind-tokens"),
                blocks.text_input(
                    ActionId.VALUE,
                    value=None if choice.monthly_tokens is None else str(choice.monthly_tokens),
                    max_length=20,
                ),
                BlockId.MIND_TOKENS,
                optional=True,
                hint=say("mind-tokens-hint"),
            ),
        ],
        submit=say("save"),
        close=say("cancel"),
        private_metadata=opened_on(choice.version),
    )


def stale_modal(say: Say, standing: Standing, wanted: ChooseMind) -> Json:
    """The form again with what stands now; what was ``wanted`` is shown above, and was not saved."""
    yours = Choice(wanted.is_off, wanted.off_channels, wanted.monthly_tokens)
    top = [
        blocks.section(f":warning: {say('mind-stale')}"),
        blocks.context("\n".join([say("mind-stale-yours"), *_chosen(say, yours)])),
    ]
    return choice_modal(say, standing, top=top)


def receipt_modal(say: Say, choice: Choice) -> Json:
    """In place of the form: what holds from now on."""
    rows = [
        blocks.section(f":white_check_mark: *{say('mind-saved')}*"),
        blocks.section("\n".join(_chosen(say, choice))),
    ]
    return blocks.modal(say("mind-title"), CallbackId.MIND_RECEIPT, rows, close=say("done"))


def _leaves(say: Say, standing: Standing) -> list[Json]:
    """What leaves the house, where there is anything that it could leave for."""
    if standing.mind is None:
        return []
    return [blocks.context(say("mind-what-leaves" if standing.leaves else "mind-nothing-leaves"))]


def _lines(say: Say, standing: Standing) -> list[str]:
    if standing.mind is None:
        return [say("mind-none")]
    made = [say("mind-in-use", mind=standing.mind), *_chosen(say, standing.choice)]
    if not standing.leaves and not standing.month:
        return made
    calls = sum(each.calls for each in standing.month)
    tokens = sum(each.tokens_in + each.tokens_out for each in standing.month)
    made.append(say("mind-used", n=calls, calls=say.number(calls), tokens=say.number(tokens)))
    for each in standing.month:
        used = say.number(each.tokens_in + each.tokens_out)
        what = say(f"mind-purpose-{each.purpose}")
        made.append(
            f"• {say('mind-used-for', what=what, n=each.calls, tokens=used, failed=say.number(each.unanswered))}"
        )
    return made


def _chosen(say: Say, choice: Choice) -> list[str]:
    made = [say("mind-is-off" if choice.is_off else "mind-is-on")]
    if choice.off_channels and not choice.is_off:
        made.append(say("mind-off-in", channels=", ".join(f"<#{each}>" for each in choice.off_channels)))
    if choice.monthly_tokens is not None:
        made.append(say("mind-at-most", tokens=say.number(choice.monthly_tokens)))
    return made
