"""What an admin sees of the settings: the form, and what changed."""

from collections.abc import Sequence

from commands import blocks
from commands.blocks import Json
from commands.channels import Obstacle
from commands.i18n import LOCALES, Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import channel_select, tick_box
from commands.settings.actions import Changed, Standing
from commands.settings.parse import ChangeSettings, FormProblems, opened_on


def settings_modal(say: Say, standing: Standing, *, top: list[Json] | None = None) -> Json:
    """The form with what stands; ``top`` stands above the fields."""
    rows = [
        *(top or [blocks.context(say("settings-intro"))]),
        blocks.input_block(
            say("settings-channel"),
            channel_select(ActionId.VALUE, standing.marketing_channel),
            BlockId.CHANNEL,
            optional=True,
            hint=say("settings-channel-hint"),
        ),
        blocks.input_block(
            say("set-up-channel-handoff"),
            channel_select(ActionId.VALUE, standing.handoff_channel),
            BlockId.HANDOFF_CHANNEL,
            optional=True,
            hint=say("set-up-channel-handoff-hint"),
        ),
        blocks.input_block(
            say("settings-language"),
            blocks.select(
                ActionId.VALUE,
                [(locale, say(f"settings-language-{locale}")) for locale in LOCALES],
                chosen=standing.locale,
            ),
            BlockId.LANGUAGE,
            hint=say("settings-language-hint"),
        ),
        blocks.input_block(
            say("settings-zone"),
            blocks.text_input(ActionId.VALUE, value=standing.tz, max_length=80),
            BlockId.ZONE,
            hint=say("settings-zone-hint"),
        ),
        blocks.input_block(
            say("settings-reaction"),
            blocks.text_input(ActionId.VALUE, value=_emoji(standing.reaction), max_length=104),
            BlockId.REACTION,
            optional=True,
            hint=say("settings-reaction-hint"),
        ),
        blocks.input_block(
            say("settings-guests"),
            tick_box(ActionId.VALUE, say("settings-guests-box"), ticked=standing.guests_allowed),
            BlockId.GUESTS,
            optional=True,
            hint=say("settings-guests-hint"),
        ),
    ]
    return blocks.modal(
        say("settings-title"),
        CallbackId.SETTINGS,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=opened_on(standing.version),
    )


def stale_modal(say: Say, standing: Standing, wanted: ChangeSettings) -> Json:
    """The form again with what stands now; what was ``wanted`` is shown above, and was not saved."""
    yours = "\n".join(
        f"{say(f'settings-name-{column}')}: {_value(say, column, getattr(wanted, column))}" for column in _SHOWN
    )
    top = [
        blocks.section(f":warning: {say('settings-stale')}"),
        blocks.context(f"{say('settings-stale-yours')}\n{yours}"),
    ]
    return settings_modal(say, standing, top=top)


def receipt_modal(say: Say, changed: Changed) -> Json:
    """In place of the form: what changed, from what to what."""
    lines = [
        say(
            "settings-changed-line",
            name=say(f"settings-name-{column}"),
            before=_value(say, column, before),
            after=_value(say, column, getattr(changed.now, column)),
        )
        for column, before in changed.before.items()
    ]
    headline = say("settings-saved") if lines else say("settings-same")
    rows = [blocks.section(f":white_check_mark: *{headline}*")]
    if lines:
        rows.append(blocks.section("\n".join(f"• {line}" for line in lines)))
    return blocks.modal(say("settings-title"), CallbackId.SETTINGS_RECEIPT, rows, close=say("done"))


def admins_only_message(say: Say, admins: Sequence[str]) -> Json:
    """Who may change the settings: admins, by name when we know some."""
    if not admins:
        return blocks.ephemeral(say("settings-admins-only"))
    return blocks.ephemeral(say("settings-ask-admin", admins=", ".join(f"<@{admin}>" for admin in admins)))


def admins_only_modal(say: Say, admins: Sequence[str]) -> Json:
    """The same where a button was pressed."""
    rows = [blocks.section(admins_only_message(say, admins)["text"])]
    return blocks.modal(say("settings-title"), CallbackId.SETTINGS_RECEIPT, rows, close=say("done"))


def form_lost_message(say: Say) -> Json:
    """Slack did not open the form in time."""
    return blocks.ephemeral(say("settings-form-lost"))


def channel_error(say: Say, obstacle: Obstacle) -> str:
    """Why the chosen channel cannot hear from us, below its field."""
    return say(f"settings-error-{obstacle}")


def form_errors(say: Say, problems: FormProblems) -> dict[str, str]:
    """The problems in words, a block each."""
    return {block.value: say(problem.key, **problem.args) for block, problem in problems.errors.items()}


_SHOWN = ("marketing_channel", "handoff_channel", "locale", "tz", "guests_allowed", "reaction")


def _value(say: Say, column: str, value: str | bool | None) -> str:
    if column == "guests_allowed":
        return say("settings-guests-yes" if value else "settings-guests-no")
    if column == "reaction":
        return _emoji(str(value)) or say("settings-reaction-none")
    if column == "locale":
        return say(f"settings-language-{value}")
    if column in {"marketing_channel", "handoff_channel"}:
        return f"<#{value}>" if value else say("settings-channel-none")
    return str(value)


def _emoji(name: str) -> str:
    return f":{name}:" if name else ""
