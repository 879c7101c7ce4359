"""What people see of stages: the list in order, the form of one, and what retiring one means."""

from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.labels import SUPPORT_SHOWN, stage_label, support_label
from commands.pickers import overflow
from commands.stages.actions import Standing
from commands.stages.parse import LONGEST_NAME, act_value, opened_as
from domain.account_review import STAGE_LIMIT_DAYS
from domain.stages import LONGEST_LIMIT_DAYS, MOST_STAGES, SalesStage, Support

_ACCOUNTS: Final = 3
_ACCOUNTS_RETIRED: Final = 20
_ACCOUNT: Final = 60


def list_modal(say: Say, standing: Standing, *, top: str | None = None) -> Json:
    """The stages in order; who may change them gets menus. ``top`` stands above all."""
    process = standing.process
    rows: list[Json] = [blocks.section(top)] if top else []
    rows.append(blocks.context(say("stages-intro" if standing.may else "stages-intro-reader")))
    if standing.may and len(process.stages) < MOST_STAGES:
        rows.append(blocks.actions(blocks.button(say("stages-new"), ActionId.STAGES_NEW)))
    offered = process.offered
    for place, stage in enumerate(offered, 1):
        acts = ["edit", *(["up"] if place > 1 else []), *(["down"] if place < len(offered) else []), "retire"]
        rows.append(_stage_row(say, standing, stage, acts, f"{place}. "))
    retired = [stage for stage in process.stages if stage.is_retired]
    if retired:
        rows += [blocks.divider(), blocks.section(f"*{say('stages-retired')}*")]
        rows += [_stage_row(say, standing, stage, ["back"], "") for stage in retired]
    return blocks.modal(say("stages-title"), CallbackId.STAGES_LIST, rows, close=say("done"))


def stage_modal(say: Say, stage: SalesStage | None, name: str = "") -> Json:
    """The form of a stage, a new one or with what stands; ``name`` is what the reader calls it."""
    supports = [(each.value, say(f"stages-support-{each.value}")) for each in Support]
    limit = STAGE_LIMIT_DAYS if stage is None else stage.limit_days
    rows = [
        blocks.input_block(
            say("stages-name"),
            blocks.text_input(ActionId.VALUE, value=name or None, max_length=LONGEST_NAME, focus=True),
            BlockId.STAGE_NAME,
            hint=say("stages-name-hint") if stage else None,
        ),
        blocks.input_block(
            say("stages-limit"),
            blocks.text_input(
                ActionId.VALUE,
                value=None if limit is None else str(limit),
                max_length=len(str(LONGEST_LIMIT_DAYS)),
            ),
            BlockId.STAGE_LIMIT,
            optional=True,
            hint=say("stages-limit-hint"),
        ),
        blocks.input_block(
            say("stages-support"),
            blocks.select(ActionId.VALUE, supports, chosen=(stage.support if stage else Support.EARLY).value),
            BlockId.SUPPORT,
        ),
        blocks.input_block(
            say("stages-support-text"),
            blocks.text_input(
                ActionId.VALUE,
                value=stage.support_text if stage else None,
                multiline=True,
                max_length=SUPPORT_SHOWN,
            ),
            BlockId.SUPPORT_TEXT,
            optional=True,
            hint=say("stages-support-text-hint"),
        ),
    ]
    return blocks.modal(
        say("stages-form-title" if stage else "stages-form-new"),
        CallbackId.STAGE_TERMS,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=opened_as(stage.code, stage.version) if stage else opened_as(None, 0),
    )


def retire_modal(say: Say, stage: SalesStage, name: str, accounts: Sequence[str]) -> Json:
    """What becomes of the deals that stand in a stage that is to be used no more."""
    rows = [
        blocks.section(say("stages-retire-means", stage=blocks.escape(name), count=len(accounts))),
        blocks.bullets(blocks.one_line(account, _ACCOUNT) for account in accounts[:_ACCOUNTS_RETIRED]),
    ]
    rows += and_more.row(say, len(accounts) - _ACCOUNTS_RETIRED)
    return blocks.modal(
        say("stages-retire-title"),
        CallbackId.STAGE_RETIRE,
        rows,
        submit=say("stages-retire-do"),
        close=say("cancel"),
        private_metadata=act_value("retire", stage.code, stage.version),
    )


def sentence_modal(say: Say, text: str) -> Json:
    """One thing to read."""
    return blocks.modal(say("stages-title"), CallbackId.STAGES_LIST, [blocks.section(text)], close=say("done"))


def _stage_row(say: Say, standing: Standing, stage: SalesStage, acts: Sequence[str], number: str) -> Json:
    name = blocks.escape(stage_label(say, stage.code, standing.process.names))
    limit = say("stages-no-limit") if stage.limit_days is None else say("progress-stage-limit", count=stage.limit_days)
    lines = [
        f"*{number}{name}* · {limit}",
        say("progress-support-now", support=blocks.escape(support_label(say, stage))),
    ]
    accounts = standing.accounts.get(stage.code, ())
    if accounts:
        named = [blocks.escape(blocks.one_line(account, _ACCOUNT)) for account in accounts[:_ACCOUNTS]]
        named += and_more.words(say, len(accounts) - _ACCOUNTS)
        lines.append(say("stages-accounts", count=len(accounts), accounts=", ".join(named)))
    menu = [(act_value(act, stage.code, stage.version), say(f"stages-act-{act}")) for act in acts]
    return blocks.section(
        "\n".join(lines),
        accessory=overflow(ActionId.STAGES_ACT, menu) if standing.may else None,
        block_id=f"stage:{stage.code}",
    )
