"""The form of an objection, filled in from a text."""

from collections.abc import Mapping
from functools import partial
from typing import Any, Final

from pydantic import BaseModel

from commands import blocks
from commands.blocks import Json
from commands.context import Actor, Services
from commands.form_shape import source_of
from commands.ids import BlockId
from commands.named import Named, account_menu, competitor_menu
from commands.objection.views import choices
from commands.prefilling import Coded, Filler, Proposal, Quoted, is_empty, shown_anew
from domain.taxonomy import Ask, BeliefSource, BuyingRole, DealStage, Theme, Worked

#: The block of each field, and how its codes are called; none for what is written.
_FIELDS: Final[Mapping[str, tuple[BlockId, str | None]]] = {
    "account": (BlockId.ACCOUNT, None),
    "theme": (BlockId.THEME, "theme"),
    "competitor": (BlockId.COMPETITOR, None),
    "argument": (BlockId.ARGUMENT, None),
    "worked": (BlockId.WORKED, "worked"),
    "ask": (BlockId.ASK, "ask"),
    "stage": (BlockId.STAGE, "stage"),
    "buying_role": (BlockId.BUYING_ROLE, "role"),
    "belief_source": (BlockId.BELIEF_SOURCE, "belief"),
}


class ObjectionProposal(BaseModel):
    """What a text says of an objection."""

    account: Quoted | None
    theme: Coded[Theme] | None
    competitor: Quoted | None
    argument: Quoted | None
    worked: Coded[Worked] | None
    ask: Coded[Ask] | None
    stage: Coded[DealStage] | None
    buying_role: Coded[BuyingRole] | None
    belief_source: Coded[BeliefSource] | None


def filler(services: Services) -> Filler:
    """What this form can take."""
    return Filler(("prefill_objection", 1), ObjectionProposal, partial(_fill, services))


def _fill(
    services: Services, actor: Actor, view: Mapping[str, Any], proposals: Mapping[str, Proposal]
) -> tuple[Json, Mapping[BlockId, Proposal]]:
    say, values, form = services.say(actor), view["state"]["values"], source_of(view)
    filled: dict[BlockId, Proposal] = {}
    shown = {row.get("block_id") for row in form["blocks"]}
    for name, (block, _prefix) in _FIELDS.items():
        proposal = proposals.get(name)
        if proposal is None or block.value not in shown or not is_empty(values, block, {Ask.NONE}):
            continue
        if name == "stage" and proposal.value not in _offered(form, block):
            continue  # a stage of the product's that this workspace does not use
        if (name, proposal.value) != ("ask", Ask.NONE):
            filled[block] = proposal
    of_block = {block.value: (name, prefix) for name, (block, prefix) in _FIELDS.items()}
    rows = []
    for row in form["blocks"]:
        block_id = str(row.get("block_id"))
        if block_id in of_block and BlockId(block_id) in filled:
            name, prefix = of_block[block_id]
            value = filled[BlockId(block_id)].value
            element = dict(row["element"])
            if name in {"account", "competitor"}:
                menu = account_menu if name == "account" else competitor_menu
                element = menu(say, Named(value))
            elif name == "stage":
                element["initial_option"] = _offered(form, BlockId.STAGE)[value]
            elif prefix is not None:
                ((code, label),) = choices(say, prefix, [value])
                element["initial_option"] = blocks.option(label, code)
            else:
                element["initial_value"] = blocks.clip(value, blocks.PLAIN_INPUT)
            rows.append({**row, "element": element})
        else:
            rows.append(row)
    return shown_anew(say, view, {**form, "blocks": rows}, filled), filled


def _offered(form: Json, block: BlockId) -> Mapping[str, Json]:
    """The options of a menu in the form, by what they stand for."""
    menu: Json = next((row["element"] for row in form["blocks"] if row.get("block_id") == block.value), {})
    return {option["value"]: option for option in menu.get("options", ())}
