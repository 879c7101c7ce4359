"""The form of a rating, filled in from a text."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from pydantic import BaseModel

from commands.blocks import Json
from commands.context import Actor, Services
from commands.ids import BlockId
from commands.lead_quality import parse
from commands.lead_quality.forming import Forms
from commands.prefilling import Coded, Filler, Proposal, shown_anew
from commands.returning import HandoffDoor
from domain.lead_quality import is_poor
from domain.taxonomy import Grade, ReturnReason


class RatingProposal(BaseModel):
    """What a text says of a lead."""

    fit: Coded[Grade] | None
    intent: Coded[Grade] | None
    reason: Coded[ReturnReason] | None


def filler(services: Services, door: HandoffDoor) -> Filler:
    """What this form can take."""
    return Filler(("prefill_lead_rating", 1), RatingProposal, partial(_fill, services, Forms(services, door)))


def _fill(
    services: Services, forms: Forms, actor: Actor, view: Mapping[str, Any], proposals: Mapping[str, Proposal]
) -> tuple[Json, Mapping[BlockId, Proposal]]:
    fields, opened = parse.parse_unfinished(view), parse.parse_opened(view)
    filled: dict[BlockId, Proposal] = {}
    fit, intent, reason = (proposals.get(name) for name in ("fit", "intent", "reason"))
    if fields.fit is None and fit is not None:
        fields, filled[BlockId.FIT] = replace(fields, fit=Grade(fit.value)), fit
    if fields.intent is None and intent is not None:
        fields, filled[BlockId.INTENT] = replace(fields, intent=Grade(intent.value)), intent
    # A mind that sorts sentences finds a reason in any note: it is asked for one where the form asks for it.
    asks = fields.goes_back or is_poor(fields.fit, fields.intent)
    if fields.reason is None and reason is not None and (reason.sure is None or asks):
        fields = replace(fields, reason=ReturnReason(reason.value))
        filled[BlockId.REASON] = reason
    form = forms.show(actor, fields, opened)
    # A reason that this lead's state does not offer is not in the form.
    offered = {block for block in filled if _stands(form, block)}
    filled = {block: proposal for block, proposal in filled.items() if block in offered}
    return shown_anew(services.say(actor), view, form, filled), filled


def _stands(form: Json, block: BlockId) -> bool:
    row = next((each for each in form["blocks"] if each.get("block_id") == block.value), None)
    return row is not None and "initial_option" in row["element"]
