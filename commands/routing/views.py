"""What people see of who gets leads: the rules, the round robins, the forms, the preview."""

from collections.abc import Iterable, Sequence
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.labels import source_label
from commands.pickers import overflow, person_select, tick_box
from commands.routing.actions import FAIR, PoolCard, RuleCard, SeatCard, Standing, Tried
from commands.routing.parse import TEXT_LENGTH, FormProblems, act_value, opened_as
from domain.routing import DEFAULT_POOL, RoutedBy

_RULES: Final = 40
_POOLS: Final = 8
_SEATS: Final = 24
#: Lines of people that fit one section with the longest of texts.
_LINES: Final = 8
_OUT: Final = 20
_CAP_LENGTH: Final = 3


def list_modal(say: Say, standing: Standing, tz: str, *, top: str | None = None) -> Json:
    """Rules in order, then whose turn it is; who may change them gets menus. ``top`` stands above all."""
    rows: list[Json] = [blocks.section(top)] if top else []
    rows.append(blocks.context(say("routing-intro") if standing.may else say("routing-intro-reader")))
    rows.append(_buttons(say, may=standing.may))
    rows.append(blocks.section(f"*{say('routing-rules')}*"))
    shown = standing.rules[:_RULES]
    for place, rule in enumerate(shown, 1):
        menu = _menu(say, rule, is_first=place == 1, is_last=place == len(standing.rules))
        line = say("routing-rule", place=place, leads=conditions_of(say, rule), goes=target_of(say, rule))
        rows.append(blocks.section(line, accessory=menu if standing.may else None, block_id=f"rule:{rule.id}"))
    if len(standing.rules) > _RULES:
        rows.append(blocks.context(say("routing-more", count=len(standing.rules) - _RULES)))
    if not standing.rules:
        rows.append(blocks.section(say("routing-no-rules")))
    for pool in standing.pools[:_POOLS]:
        rows += [blocks.divider(), *_pool_rows(say, pool, tz)]
    return blocks.modal(say("routing-title"), CallbackId.ROUTING_LIST, rows, close=say("done"))


def rule_modal(say: Say, rule: RuleCard | None = None) -> Json:
    """The form of a rule, empty or with what stands."""
    source = source_label(say, rule.source) if rule and rule.source else None
    rows = [
        blocks.context(say("routing-form-intro")),
        _text(say, "routing-territory", BlockId.TERRITORY, rule.territory if rule else None),
        _text(say, "routing-segment", BlockId.SEGMENT, rule.segment if rule else None),
        _text(say, "routing-source", BlockId.SOURCE, source),
        blocks.input_block(
            say("routing-owner"),
            person_select(ActionId.VALUE, rule.owner if rule else None),
            BlockId.OWNER,
            optional=True,
            hint=say("routing-owner-hint"),
        ),
        _text(say, "routing-pool", BlockId.POOL, plain_pool(say, rule.pool) if rule and rule.pool else None),
    ]
    return blocks.modal(
        say("routing-form-title"),
        CallbackId.ROUTING_RULE,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=opened_as(rule.id if rule else None, rule.version if rule else 0),
    )


def seat_modal(say: Say, pools: Sequence[str]) -> Json:
    """Who takes part in which round robin."""
    offered = [(blocks.clip(pool, 150), plain_pool(say, pool)) for pool in pools]
    rows = [
        blocks.context(say("routing-seat-intro")),
        blocks.input_block(
            say("routing-seat-pool"), blocks.select(ActionId.VALUE, offered, chosen=pools[0]), BlockId.POOL
        ),
        blocks.input_block(say("routing-seat-person"), person_select(ActionId.VALUE, None), BlockId.OWNER),
        blocks.input_block(
            say("routing-seat-part"),
            tick_box(ActionId.VALUE, say("routing-seat-part-box"), ticked=True),
            BlockId.TAKES_PART,
            optional=True,
            hint=say("routing-seat-part-hint"),
        ),
        blocks.input_block(
            say("routing-seat-cap"),
            blocks.text_input(ActionId.VALUE, max_length=_CAP_LENGTH),
            BlockId.OPEN_CAP,
            optional=True,
            hint=say("routing-seat-cap-hint"),
        ),
    ]
    return blocks.modal(
        say("routing-seat-title"), CallbackId.ROUTING_SEAT, rows, submit=say("save"), close=say("cancel")
    )


def preview_modal(say: Say) -> Json:
    """Which lead to try it with."""
    rows = [
        _text(say, "routing-company", BlockId.COMPANY, None),
        _text(say, "routing-source", BlockId.SOURCE, None),
    ]
    return blocks.modal(
        say("routing-try-title"), CallbackId.ROUTING_PREVIEW, rows, submit=say("routing-try-go"), close=say("cancel")
    )


def tried_modal(say: Say, tried: Tried) -> Json:
    """Who would get it and why, and why not the others."""
    company = blocks.escape(blocks.one_line(tried.company, TEXT_LENGTH)) or say("routing-any-company")
    source = f" · {blocks.escape(source_label(say, tried.source))}" if tried.source else ""
    owner = f"<@{tried.owner}>" if tried.owner else ""
    rows = [blocks.section(f"*{company}*{source}"), blocks.section(say(f"route-goes-{tried.by}", owner=owner))]
    if tried.rule is not None:
        line = {"leads": conditions_of(say, tried.rule), "goes": target_of(say, tried.rule)}
        rows.append(blocks.context(say("routing-by-rule", rule=say("routing-rule", place=tried.place, **line))))
    over = [say(f"route-skipped-{because}", person=f"<@{person}>") for person, because in tried.skipped[:_SEATS]]
    rows += [blocks.context("\n".join(part)) for part in _parts(over)]
    if not tried.account_known and tried.by != RoutedBy.ACCOUNT_OWNER:
        rows.append(blocks.context(say("route-no-account")))
    rows.append(blocks.context(say("routing-try-note")))
    return blocks.modal(say("routing-try-title"), CallbackId.ROUTING_SHOWN, rows, close=say("done"))


def sentence_modal(say: Say, text: str) -> Json:
    """One sentence."""
    return blocks.modal(say("routing-title"), CallbackId.ROUTING_SHOWN, [blocks.section(text)], close=say("done"))


def form_errors(say: Say, problems: FormProblems) -> dict[str, str]:
    """The problems in words, a block each."""
    return {block.value: say(key) for block, key in problems.errors.items()}


def plain_pool(say: Say, pool: str) -> str:
    """What a round robin is called, as plain text."""
    return say("routing-pool-default") if pool == DEFAULT_POOL else blocks.one_line(pool, TEXT_LENGTH)


def conditions_of(say: Say, rule: RuleCard) -> str:
    """Which leads a rule is for, as mrkdwn."""
    said = (
        ("routing-territory", rule.territory),
        ("routing-segment", rule.segment),
        ("routing-source", source_label(say, rule.source) if rule.source else None),
    )
    return " · ".join(
        f"{say(key)}: {blocks.escape(blocks.one_line(value, TEXT_LENGTH))}" for key, value in said if value
    )


def target_of(say: Say, rule: RuleCard) -> str:
    """To whom a rule sends leads, as mrkdwn."""
    if rule.pool is not None:
        return say("routing-to-pool", pool=blocks.escape(plain_pool(say, rule.pool)))
    return f"<@{rule.owner}>" if rule.owner else say("routing-to-nobody")


def _buttons(say: Say, *, may: bool) -> Json:
    row = [blocks.button(say("routing-try"), ActionId.ROUTING_TRY)]
    if may:
        row = [
            blocks.button(say("routing-new"), ActionId.ROUTING_NEW, style="primary"),
            blocks.button(say("routing-seat"), ActionId.ROUTING_SEAT),
            *row,
        ]
    return blocks.actions(*row)


def _menu(say: Say, rule: RuleCard, *, is_first: bool, is_last: bool) -> Json:
    acts = ["edit", *(["up"] if not is_first else []), *(["down"] if not is_last else []), "remove"]
    return overflow(
        ActionId.ROUTING_RULE, [(act_value(act, rule.id, rule.version), say(f"routing-act-{act}")) for act in acts]
    )


def _pool_rows(say: Say, pool: PoolCard, tz: str) -> list[Json]:
    rows = [blocks.section(f"*{say('routing-pool-head', pool=blocks.escape(plain_pool(say, pool.name)))}*")]
    lines = [_seat_line(say, seat, tz) for seat in pool.seats[:_SEATS]]
    rows += [blocks.section("\n".join(part)) for part in _parts(lines)]
    if len(pool.seats) > _SEATS:
        rows.append(blocks.context(say("routing-more", count=len(pool.seats) - _SEATS)))
    if not pool.seats:
        rows.append(blocks.section(say("routing-pool-empty")))
    elif all(seat.because for seat in pool.seats):
        rows.append(blocks.section(f":warning: {say('route-goes-nobody')}"))
    if any(seat.given is not None for seat in pool.seats):
        rows.append(blocks.context(say("routing-fair", days=FAIR.days)))
    if pool.out:
        rows.append(blocks.context(say("routing-out", people=", ".join(f"<@{each}>" for each in pool.out[:_OUT]))))
    return rows


def _seat_line(say: Say, seat: SeatCard, tz: str) -> str:
    person = f"<@{seat.person}>"
    facts = [say("routing-open", count=seat.open_load)]
    if seat.cap is not None:
        facts = [say("routing-open-of", count=seat.open_load, cap=seat.cap)]
    facts.append(
        say("routing-last", when=say.moment(seat.last_turn_at, tz)) if seat.last_turn_at else say("routing-never")
    )
    if seat.given is not None:
        facts.append(say("routing-given", count=seat.given))
    because = (
        say(f"route-skipped-{seat.because}", person=person)
        if seat.because
        else f":arrow_right: *{say('routing-next', person=person)}*"
    )
    return f"{because} · {' · '.join(facts)}"


def _parts(lines: Sequence[str]) -> Iterable[Sequence[str]]:
    return (lines[start : start + _LINES] for start in range(0, len(lines), _LINES))


def _text(say: Say, key: str, block: BlockId, value: str | None) -> Json:
    field = blocks.text_input(ActionId.VALUE, value=value, max_length=TEXT_LENGTH)
    return blocks.input_block(say(key), field, block, optional=True, hint=say(f"{key}-hint"))
