"""What a form of a review holds: read whole, so that nothing typed is lost when the view is made anew."""

from collections.abc import Mapping
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from commands.named import named_in
from commands.win_loss.parse import Opened, RecordReview, ReviewFields, ReviseReview
from domain.taxonomy import DealOutcome, Perspective
from domain.text import clean
from domain.values import frozen
from domain.win_loss import Claims, Problem, ReviewField, problems, reasons_for

#: What the menu of deals and accounts gives: which of the three, then an id or the name as it was typed.
DEAL, ACCOUNT, NEW_NAME = "deal:", "account:", "name:"

_REASONS: Final = (BlockId.WIN_REASON, BlockId.LOSS_REASON)
_CONTRIBUTING: Final = (BlockId.WIN_CONTRIBUTING, BlockId.LOSS_CONTRIBUTING)


@frozen
class FormProblems:
    """What is wrong with a form: a text key for each block. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str]


@frozen
class Filled:
    """A form as it stands, and the label of what it is about. ``removed``: characters left out."""

    fields: ReviewFields
    opened: Opened
    subject_label: str | None
    removed: int


def read_form(view: Mapping[str, Any]) -> Filled:
    """Everything in the form's fields, submitted or not."""
    values: Mapping[str, Any] = view["state"]["values"]
    opened = Opened.unpacked(view.get("private_metadata"))
    removed = 0

    def typed(block: BlockId) -> str | None:
        nonlocal removed
        cleaned = clean(state_value(values, block) or "")
        removed += cleaned.removed
        return cleaned.value or None

    deal_id, account_id, name = subject_of(state_value(values, BlockId.DEAL) or "")
    outcome, perspective = state_value(values, BlockId.OUTCOME), state_value(values, BlockId.PERSPECTIVE)
    fields = ReviewFields(
        outcome=DealOutcome(outcome) if outcome else None,
        primary=next((code for block in _REASONS if (code := state_value(values, block))), None),
        contributing=tuple(code for block in _CONTRIBUTING for code in _chosen(values, block)),
        competitor=_competitor(values),
        swung_it=typed(BlockId.SWUNG_IT),
        buyer_words=typed(BlockId.BUYER_WORDS),
        helpful_content=typed(BlockId.HELPFUL_CONTENT),
        lesson=typed(BlockId.LESSON),
        perspective=Perspective(perspective) if perspective else None,
        deal_id=deal_id,
        account_id=account_id,
        account_name=name,
    )
    return Filled(fields, opened, _label(values, BlockId.DEAL), removed)


def read_submitted(view: Mapping[str, Any]) -> RecordReview | ReviseReview | FormProblems:
    """What a submitted form says: a new review, or a revision when the form was opened by *Edit*."""
    filled = read_form(view)
    fields, opened = filled.fields, filled.opened
    errors: dict[BlockId, str] = {}
    if fields.deal_id is None and fields.account_id is None and fields.account_name is None:
        errors[BlockId.DEAL] = "review-error-no-deal"
    if fields.outcome is None:
        errors[BlockId.OUTCOME] = "review-error-no-end"
    else:
        swung_it = fields.swung_it or ("kept" if "swung_it" in opened.keeps else None)
        claims = Claims(fields.outcome, fields.primary, fields.contributing, fields.competitor, swung_it)
        blocks = _blocks_of(fields.outcome)
        errors |= {blocks[each]: error_key(problem) for each, problem in problems(claims).items() if each in blocks}
    if errors:
        return FormProblems(errors)
    if opened.review_id is not None:
        return ReviseReview(opened.review_id, opened.version, fields, opened.keeps, opened.response_url)
    return RecordReview(fields, opened.origin, filled.removed, opened.kept_text)


def error_key(problem: Problem) -> str:
    """The text that tells a problem."""
    return f"review-error-{problem}"


def subject_of(value: str) -> tuple[int | None, int | None, str | None]:
    """The deal's id, else the account's, else the name that a choice of the menu stands for."""
    if value.startswith(DEAL):
        return int(value.removeprefix(DEAL)), None, None
    if value.startswith(ACCOUNT):
        return None, int(value.removeprefix(ACCOUNT)), None
    name = clean(value.removeprefix(NEW_NAME)).value
    return None, None, name or None


def reason_blocks(outcome: DealOutcome) -> tuple[BlockId, BlockId] | None:
    """The fields for the primary and the contributing reasons of that end; none when none is asked."""
    if not reasons_for(outcome):
        return None
    if outcome is DealOutcome.WON:
        return BlockId.WIN_REASON, BlockId.WIN_CONTRIBUTING
    return BlockId.LOSS_REASON, BlockId.LOSS_CONTRIBUTING


def _blocks_of(outcome: DealOutcome) -> dict[ReviewField, BlockId]:
    blocks = {
        ReviewField.OUTCOME: BlockId.OUTCOME,
        ReviewField.COMPETITOR: BlockId.COMPETITOR,
        ReviewField.SWUNG_IT: BlockId.SWUNG_IT,
    }
    reasons = reason_blocks(outcome)
    # Without a field for reasons, one that was chosen before the outcome changed is an error of the outcome.
    primary, contributing = reasons or (BlockId.OUTCOME, BlockId.OUTCOME)
    return {**blocks, ReviewField.PRIMARY: primary, ReviewField.CONTRIBUTING: contributing}


def _competitor(values: Mapping[str, Any]) -> str | None:
    named = named_in(values, BlockId.COMPETITOR)
    return None if named is None else named.name


def _chosen(values: Mapping[str, Any], block: BlockId) -> tuple[str, ...]:
    elements: Mapping[str, Any] = values.get(block.value) or {}
    return tuple(each["value"] for element in elements.values() for each in element.get("selected_options") or ())


def _label(values: Mapping[str, Any], block: BlockId) -> str | None:
    elements: Mapping[str, Any] = values.get(block.value) or {}
    for element in elements.values():
        chosen = element.get("selected_option")
        if chosen:
            return str(chosen["text"]["text"])
    return None
