"""*Change columns…*: the form with one menu a field."""

from collections import Counter
from typing import Final

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.importing.fields import FIELDS, ValueKind
from commands.importing.messages import field_label, shown_name
from commands.importing.plan import ImportPlan
from commands.importing.returned import REPORT_HEADINGS
from commands.pickers import tick_box
from domain.csv_values import DateOrder, Decimals
from domain.taxonomy import DealOutcome
from storage.imports import RecordKind

#: A menu has at most 100 choices, one of which is "none".
_MOST_HEADINGS: Final = 99
NOT_THERE: Final = "none"
_ENCODINGS: Final = {"utf-8": "UTF-8", "cp1252": "Windows-1252", "utf-16": "UTF-16"}
_CURRENCIES: Final = ("EUR", "USD", "MXN", "GBP", "ARS", "BRL", "CLP", "COP", "PEN", "CHF")


def columns_modal(say: Say, name: str, plan: ImportPlan, reference: str) -> Json:
    """The form for a plan whose kind is known."""
    assert plan.kind is not None
    usable = usable_headings(plan)
    shown: list[Json] = [blocks.section(say("import-form-intro", name=shown_name(name)))]
    for one in FIELDS[plan.kind]:
        choices = [(NOT_THERE, say("import-form-none")), *((str(at), heading) for at, heading in usable)]
        chosen = next((str(at) for at, heading in usable if heading == plan.columns.get(one.name)), NOT_THERE)
        label = field_label(say, plan.kind, one.name)
        shown.append(_menu(label, BlockId.IMPORT_FIELD, one.name, choices, chosen))
    shown += _conventions(say, plan, plan.kind)
    if plan.kind is not RecordKind.ACCOUNTS:
        box = tick_box(ActionId.VALUE, say("import-form-accounts-box"), ticked=plan.create_accounts)
        shown.append(blocks.input_block(say("import-form-accounts"), box, BlockId.IMPORT_ACCOUNTS, optional=True))
    return blocks.modal(
        say("import-form-title"),
        CallbackId.IMPORT_COLUMNS,
        shown,
        submit=say("import-form-ok"),
        close=say("cancel"),
        private_metadata=reference,
    )


def usable_headings(plan: ImportPlan) -> list[tuple[int, str]]:
    """The headings that a column can be chosen by, with their place: those that there are once."""
    times = Counter(plan.headings)
    found = [
        (at, heading)
        for at, heading in enumerate(plan.headings)
        if heading and times[heading] == 1 and heading not in REPORT_HEADINGS
    ]
    used = set(plan.columns.values())
    # In a very wide file those that are used already come first, or the form would lose them.
    chosen = sorted(found, key=lambda entry: entry[1] not in used)[:_MOST_HEADINGS]
    return sorted(chosen)


def block_id(block: BlockId, name: str) -> str:
    """The id of the block for one field or convention."""
    return f"{block.value}:{name}"


def _conventions(say: Say, plan: ImportPlan, kind: RecordKind) -> list[Json]:
    dates = [(order.value, say(f"import-reads-date_format-{order}")) for order in DateOrder if order != DateOrder.ISO]
    shown = [_reading(say, plan, "date_format", [(NOT_THERE, "2026-12-31"), *dates])]
    if any(one.kind is ValueKind.AMOUNT for one in FIELDS[kind]):
        marks = [(mark.value, say(f"import-reads-decimal-{mark}")) for mark in Decimals]
        shown.append(_reading(say, plan, "decimal", [(NOT_THERE, "–"), *marks]))
        known = dict.fromkeys([*_CURRENCIES, *([plan.reading["currency"]] if plan.reading.get("currency") else [])])
        shown.append(_reading(say, plan, "currency", [(NOT_THERE, "–"), *((code, code) for code in known)]))
        outcomes = [(outcome.value, say(f"import-outcome-{outcome}")) for outcome in DealOutcome]
        shown.append(_reading(say, plan, "outcome", [(NOT_THERE, "–"), *outcomes]))
    shown.append(_reading(say, plan, "encoding", list(_ENCODINGS.items()), hint=say("import-form-encoding-hint")))
    return shown


def _reading(say: Say, plan: ImportPlan, name: str, choices: list[tuple[str, str]], hint: str | None = None) -> Json:
    return _menu(
        say(f"import-form-{name}"), BlockId.IMPORT_READING, name, choices, plan.reading.get(name, NOT_THERE), hint=hint
    )


def _menu(
    label: str, block: BlockId, name: str, choices: list[tuple[str, str]], chosen: str, *, hint: str | None = None
) -> Json:
    known = {value for value, _label in choices}
    element = blocks.select(ActionId.VALUE, choices, chosen=chosen if chosen in known else choices[0][0])
    return {**blocks.input_block(label, element, block, hint=hint), "block_id": block_id(block, name)}
