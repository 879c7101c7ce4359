"""The form of a review, filled in from a text."""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from pydantic import BaseModel

from commands.blocks import Json
from commands.context import Actor, Services
from commands.ids import BlockId
from commands.prefilling import Coded, Filler, Proposal, Quoted, shown_anew
from commands.win_loss.form import read_form
from commands.win_loss.opening import shown_again
from domain.taxonomy import DealOutcome, LossReason, WinReason
from domain.win_loss import reasons_for

#: Texts of the form: the field of a review, and its block.
_TEXTS: Final = (
    ("swung_it", BlockId.SWUNG_IT),
    ("buyer_words", BlockId.BUYER_WORDS),
    ("helpful_content", BlockId.HELPFUL_CONTENT),
    ("lesson", BlockId.LESSON),
)
#: What a deal that is closed did not end as.
_NO_END: Final = frozenset({DealOutcome.OPEN, DealOutcome.UNKNOWN})


class ReviewProposal(BaseModel):
    """What a text says of how a deal ended."""

    outcome: Coded[DealOutcome] | None
    win_reason: Coded[WinReason] | None
    loss_reason: Coded[LossReason] | None
    competitor: Quoted | None
    swung_it: Quoted | None
    buyer_words: Quoted | None
    helpful_content: Quoted | None
    lesson: Quoted | None


def filler(services: Services) -> Filler:
    """What this form can take."""
    return Filler(("prefill_win_loss", 1), ReviewProposal, partial(_fill, services))


def _fill(
    services: Services, actor: Actor, view: Mapping[str, Any], proposals: Mapping[str, Proposal]
) -> tuple[Json, Mapping[BlockId, Proposal]]:
    standing = read_form(view)
    fields, keeps = standing.fields, standing.opened.keeps
    filled: dict[BlockId, Proposal] = {}
    outcome = proposals.get("outcome")
    if fields.outcome is None and outcome is not None and DealOutcome(outcome.value) not in _NO_END:
        fields = replace(fields, outcome=DealOutcome(outcome.value))
        filled[BlockId.OUTCOME] = outcome
    won = fields.outcome is DealOutcome.WON
    reason = proposals.get("win_reason" if won else "loss_reason")
    offered = {each.value for each in reasons_for(fields.outcome)} if fields.outcome is not None else set()
    if fields.primary is None and reason is not None and reason.value in offered:
        fields = replace(fields, primary=reason.value)
        filled[BlockId.WIN_REASON if won else BlockId.LOSS_REASON] = reason
    competitor = proposals.get("competitor")
    if fields.competitor is None and competitor is not None:
        fields = replace(fields, competitor=competitor.value)
        filled[BlockId.COMPETITOR] = competitor
    texts: dict[str, Any] = {}
    for name, block in _TEXTS:
        proposal = proposals.get(name)
        if proposal is not None and getattr(fields, name) is None and name not in keeps:
            texts[name], filled[block] = proposal.value, proposal
    fields = replace(fields, **texts)
    opened = replace(standing.opened, turns=standing.opened.turns + 1)
    form = shown_again(services, actor, replace(standing, fields=fields, opened=opened))
    # What the form does not ask of such an end was not filled in.
    there = {row.get("block_id") for row in form["blocks"]}
    filled = {block: proposal for block, proposal in filled.items() if block.value in there}
    return shown_anew(services.say(actor), view, form, filled), filled
