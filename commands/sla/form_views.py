"""The form of an agreement, empty or with what stands, or with limits that were measured."""

from collections.abc import Mapping
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.labels import policy_label, source_label
from commands.pickers import tick_box
from commands.sla import words
from commands.sla.actions import PolicyCard
from commands.sla.parse import ANY, FIELDS, NAME_LENGTH, FormProblems, Opened, opened_as
from domain.policy import Lane, Limit, TimerKind
from domain.taxonomy import LeadType

_TIME_LENGTH: Final = 40
_TIERS: Final = (1, 2, 3)


def policy_modal(
    say: Say,
    card: PolicyCard | None = None,
    *,
    proposed: Mapping[TimerKind, Limit] | None = None,
    below: str = "",
    top: str | None = None,
) -> Json:
    """The form with what stands; limits that were measured are ``proposed`` in place of it. ``top`` stands above all.

    ``below`` names the view under it, which is brought up to date when the form is saved.
    """
    rows: list[Json] = [blocks.section(top)] if top else []
    # A field that is drawn anew in an open form keeps what was typed unless its element is another.
    element = ActionId.PROPOSED if top else ActionId.VALUE
    if proposed:
        rows.append(blocks.context(say("sla-proposed")))
    if card is not None and not proposed:
        rows.append(blocks.context(say("sla-form-version", version=card.version)))
    rows += [blocks.context(say("sla-terms")), *_scope_rows(say, card, element)]
    limits = {**(card.spec.timers if card else {}), **(proposed or {})}
    rows += [row for kind in FIELDS for row in _limit_rows(say, kind, limits.get(kind), element)]
    rows += [
        _tick(
            say, "sla-reassigns", BlockId.REASSIGNS, ticked=card is not None and card.spec.reassigns, element=element
        ),
        _tick(say, "sla-shadow", BlockId.SHADOW, ticked=card is not None and card.spec.is_shadow, element=element),
    ]
    opened = Opened(below=below)
    if card is not None:
        shown = policy_label(say, card.name)
        opened = Opened(card.id, card.version, shown, card.source or "", below)
    return blocks.modal(
        say("sla-form-title" if card else "sla-form-title-new"),
        CallbackId.SLA_FORM,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=opened_as(opened),
    )


def form_errors(say: Say, problems: FormProblems) -> dict[str, str]:
    """The problems in words, a block each."""
    return {block.value: say(key) for block, key in problems.errors.items()}


def _scope_rows(say: Say, card: PolicyCard | None, element: ActionId) -> list[Json]:
    types = [(ANY, say("sla-any")), *((str(each), say(f"leadtype-{each}")) for each in LeadType)]
    tiers = [(ANY, say("sla-any")), *((str(each), say("sla-for-tier", tier=each)) for each in _TIERS)]
    lanes = [(str(each), say(f"lane-{each}-long")) for each in Lane]
    return [
        blocks.input_block(
            say("sla-name"),
            blocks.text_input(element, value=policy_label(say, card.name) if card else None, max_length=NAME_LENGTH),
            BlockId.POLICY_NAME,
        ),
        blocks.input_block(
            say("sla-lead-type"),
            blocks.select(element, types, chosen=(card.lead_type if card else None) or ANY),
            BlockId.LEAD_TYPE,
        ),
        blocks.input_block(
            say("sla-source"),
            blocks.text_input(
                element,
                value=source_label(say, card.source) if card and card.source else None,
                max_length=NAME_LENGTH,
            ),
            BlockId.SOURCE,
            optional=True,
            hint=say("sla-source-hint"),
        ),
        blocks.input_block(
            say("sla-tier"),
            blocks.select(element, tiers, chosen=str(card.tier) if card and card.tier else ANY),
            BlockId.TIER,
        ),
        blocks.input_block(
            say("sla-lane"),
            blocks.radio(element, lanes, chosen=str(card.spec.lane if card else Lane.STANDARD)),
            BlockId.LANE,
            hint=say("sla-lane-hint"),
        ),
    ]


def _limit_rows(say: Say, kind: TimerKind, limit: Limit | None, element: ActionId) -> list[Json]:
    target_block, limit_block = FIELDS[kind]
    promise = words.promise_of(say, kind)
    return [
        blocks.input_block(
            say("sla-field-limit", promise=promise),
            blocks.text_input(
                element, value=words.typed_as(say, limit.limit if limit else None), max_length=_TIME_LENGTH
            ),
            limit_block,
            optional=True,
            hint=say("sla-field-limit-hint"),
        ),
        blocks.input_block(
            say("sla-field-target", promise=promise),
            blocks.text_input(
                element, value=words.typed_as(say, limit.target if limit else None), max_length=_TIME_LENGTH
            ),
            target_block,
            optional=True,
            hint=say("sla-field-target-hint"),
        ),
    ]


def _tick(say: Say, key: str, block: BlockId, *, ticked: bool, element: ActionId) -> Json:
    box = tick_box(element, say(f"{key}-box"), ticked=ticked)
    return blocks.input_block(say(key), box, block, optional=True, hint=say(f"{key}-hint"))
