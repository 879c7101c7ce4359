"""The small forms behind the buttons of a handoff: attempt, return, reassign, pause, snooze, offer again, transfer."""

from collections.abc import Sequence
from datetime import date

from commands import blocks
from commands.blocks import Json
from commands.handoff.cards import HandoffCard
from commands.handoff.words import title_of
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import day_picker, grouped_select, person_select, tick_box, time_picker
from domain.handoff import PauseReason, reasons_offered
from domain.taxonomy import RETURN_ACTIONS, AttemptChannel, ReturnAction, ReturnReason


def attempt_modal(say: Say, card: HandoffCard, packed: str, *, today: date, at: str) -> Json:
    """How somebody tried, and whether the other side answered. ``today`` and ``at`` (``HH:MM``) are now to them."""
    rows = [
        _about(say, card),
        blocks.input_block(
            say("handoff-attempt-by"),
            blocks.radio(
                ActionId.VALUE,
                [(each.value, say(f"attemptby-{each}")) for each in AttemptChannel],
                chosen=AttemptChannel.CALL.value,
            ),
            BlockId.ATTEMPT_BY,
        ),
        blocks.input_block(
            say("handoff-attempt-answered"),
            tick_box(ActionId.VALUE, say("handoff-attempt-answered-box"), ticked=False),
            BlockId.ANSWERED,
            optional=True,
        ),
        _note(say, "handoff-note"),
        blocks.input_block(say("handoff-attempt-day"), day_picker(ActionId.VALUE, today), BlockId.DAY),
        blocks.input_block(say("handoff-attempt-time"), time_picker(ActionId.VALUE, at), BlockId.TIME),
    ]
    return _modal(say, "handoff-attempt-title", CallbackId.HANDOFF_ATTEMPT, rows, packed)


def return_modal(
    say: Say,
    card: HandoffCard,
    packed: str,
    *,
    recycle_on: date,
    reason: ReturnReason | None = None,
    note: str | None = None,
) -> Json:
    """Why the lead goes back. The reason decides what becomes of it, and the form says so once one is chosen."""
    offered = reasons_offered(card.state)
    groups = [
        (
            say(f"returnaction-{action}"),
            [(each.value, say(f"reason-{each}")) for each in offered if RETURN_ACTIONS[each] is action],
        )
        for action in ReturnAction
    ]
    chosen = reason if reason in offered else None
    menu = grouped_select(
        ActionId.HANDOFF_REASON,
        groups,
        chosen=chosen and chosen.value,
        placeholder=say("handoff-return-placeholder"),
    )
    rows = [
        _about(say, card),
        blocks.input_block(say("handoff-return-reason"), menu, BlockId.REASON, dispatch=True),
    ]
    if chosen is not None:
        rows += _what_becomes_of_it(say, RETURN_ACTIONS[chosen], recycle_on)
    rows.append(_note(say, "handoff-note", value=note, required=chosen is ReturnReason.OTHER))
    if len(offered) < len(ReturnReason):
        rows.append(blocks.context(say("handoff-return-more-after")))
    return _modal(say, "handoff-return-title", CallbackId.HANDOFF_RETURN, rows, packed, submit="handoff-return-submit")


def _what_becomes_of_it(say: Say, action: ReturnAction, recycle_on: date) -> list[Json]:
    rows = [blocks.context(say(f"handoff-return-means-{action}"))]
    if action is ReturnAction.RECYCLE:
        rows.append(blocks.input_block(say("handoff-return-on"), day_picker(ActionId.VALUE, recycle_on), BlockId.DAY))
    if action is ReturnAction.REROUTE:
        rows.append(
            blocks.input_block(
                say("handoff-return-to"),
                person_select(ActionId.VALUE, None),
                BlockId.OWNER,
                optional=True,
                hint=say("handoff-return-to-hint"),
            )
        )
    return rows


def reassign_modal(say: Say, card: HandoffCard, packed: str) -> Json:
    """Who should have it instead; the time that was used stays used."""
    rows = [
        _about(say, card),
        blocks.input_block(say("handoff-reassign-to"), person_select(ActionId.VALUE, None), BlockId.OWNER),
        _note(say, "handoff-reassign-note"),
        blocks.context(say("handoff-reassign-means")),
    ]
    return _modal(say, "handoff-reassign-title", CallbackId.HANDOFF_REASSIGN, rows, packed)


def pause_modal(say: Say, card: HandoffCard, packed: str) -> Json:
    """Why the clock is to stand still."""
    reasons, first = [(each.value, say(f"handoff-pause-{each}")) for each in PauseReason], PauseReason.CUSTOMER
    rows = [
        _about(say, card),
        blocks.input_block(
            say("handoff-pause-why"),
            blocks.radio(ActionId.VALUE, reasons, chosen=first.value),
            BlockId.REASON,
        ),
        blocks.context(say("handoff-pause-means")),
    ]
    return _modal(say, "handoff-pause-title", CallbackId.HANDOFF_PAUSE, rows, packed, submit="handoff-pause-submit")


def snooze_modal(say: Say, card: HandoffCard, packed: str, *, day: date) -> Json:
    """Until when no reminder comes; the deadline stays where it is."""
    rows = [
        _about(say, card),
        blocks.input_block(say("handoff-snooze-day"), day_picker(ActionId.VALUE, day), BlockId.DAY),
        blocks.input_block(say("handoff-snooze-time"), time_picker(ActionId.VALUE, "09:00"), BlockId.TIME),
        blocks.context(say("handoff-snooze-means")),
    ]
    return _modal(say, "handoff-snooze-title", CallbackId.HANDOFF_SNOOZE, rows, packed)


def again_modal(say: Say, card: HandoffCard, packed: str) -> Json:
    """What changed since the lead came back, and who gets it now."""
    changed = blocks.text_input(ActionId.VALUE, multiline=True, placeholder=say("handoff-again-placeholder"))
    rows = [
        _about(say, card),
        blocks.input_block(say("handoff-again-changed"), changed, BlockId.NOTE),
        blocks.input_block(
            say("handoff-form-owner"),
            person_select(ActionId.VALUE, None),
            BlockId.OWNER,
            optional=True,
            hint=say("handoff-form-owner-hint"),
        ),
    ]
    return _modal(say, "handoff-again-title", CallbackId.HANDOFF_AGAIN, rows, packed, submit="handoff-form-submit")


def extend_modal(say: Say, card: HandoffCard, packed: str, *, day: date) -> Json:
    """When the marketer is asked again."""
    rows = [
        _about(say, card),
        blocks.input_block(say("handoff-extend-day"), day_picker(ActionId.VALUE, day), BlockId.DAY),
    ]
    return _modal(say, "handoff-extend-title", CallbackId.HANDOFF_EXTEND, rows, packed)


def transfer_modal(say: Say, count: int, chosen: str | None, note: str | None = None) -> Json:
    """Who gets all my open handoffs. ``chosen`` is a Slack user id."""
    rows = [
        blocks.section(say("handoff-transfer-count", count=count)),
        blocks.input_block(say("handoff-transfer-to"), person_select(ActionId.VALUE, chosen), BlockId.OWNER),
        _note(say, "handoff-reassign-note", value=note),
        blocks.context(say("handoff-transfer-means")),
    ]
    return blocks.modal(
        say("handoff-transfer-title"),
        CallbackId.HANDOFF_TRANSFER,
        rows,
        submit=say("handoff-transfer-submit"),
        close=say("cancel"),
    )


def shown_modal(say: Say, rows: Sequence[Json], *, title: str = "handoff-shown-title") -> Json:
    """Something to read, in a modal."""
    return blocks.modal(say(title), CallbackId.HANDOFF_SHOWN, rows, close=say("done"))


def _about(say: Say, card: HandoffCard) -> Json:
    return blocks.section(f"*{title_of(say, card)}*")


def _note(say: Say, key: str, *, value: str | None = None, required: bool = False) -> Json:
    field = blocks.text_input(ActionId.VALUE, value=value, multiline=True)
    return blocks.input_block(say(key), field, BlockId.NOTE, optional=not required)


def _modal(
    say: Say, title: str, callback: CallbackId, rows: Sequence[Json], packed: str, *, submit: str = "save"
) -> Json:
    return blocks.modal(say(title), callback, rows, submit=say(submit), close=say("cancel"), private_metadata=packed)
