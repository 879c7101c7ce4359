"""What a press or a submitted form asks for: which import, which of its versions, which columns."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from commands.ids import BlockId
from commands.importing.fields import FIELDS
from commands.importing.form import NOT_THERE, block_id, usable_headings
from commands.importing.plan import ImportPlan
from commands.pickers import is_ticked
from domain.values import frozen
from storage.imports import RecordKind


@frozen
class ChangedPlan:
    """The form as submitted: how the file is to be read, for the import and version that it was opened on."""

    import_id: int
    version: int
    plan: ImportPlan


@frozen
class MissingColumns:
    """Blocks of fields that are needed and that no column was chosen for."""

    blocks: tuple[str, ...]


def parse_columns(view: Mapping[str, Any], plan: ImportPlan) -> ChangedPlan | MissingColumns:
    """What was chosen, over the ``plan`` that the form was made from."""
    assert plan.kind is not None
    import_id, version = parse_reference(str(view.get("private_metadata", "")))
    values = view["state"]["values"]
    headings = dict(usable_headings(plan))
    columns = {}
    for one in FIELDS[plan.kind]:
        chosen = _chosen(values, BlockId.IMPORT_FIELD, one.name)
        columns[one.name] = headings.get(int(chosen), "") if chosen and chosen.isdecimal() else ""
    reading = {name: value for name, value in plan.reading.items() if name == "tz"}
    for name in ("date_format", "decimal", "currency", "outcome", "encoding"):
        chosen = _chosen(values, BlockId.IMPORT_READING, name)
        if chosen and chosen != NOT_THERE:
            reading[name] = chosen
    missing = [
        block_id(BlockId.IMPORT_FIELD, one.name)
        for one in FIELDS[plan.kind]
        if one.required and not columns[one.name] and not (one.name == "outcome" and reading.get("outcome"))
    ]
    if missing:
        return MissingColumns(tuple(missing))
    changed = replace(
        plan,
        columns=columns,
        reading=reading,
        create_accounts=is_ticked(values, BlockId.IMPORT_ACCOUNTS),
        confirmed=True,
    )
    return ChangedPlan(import_id, version, changed)


def parse_reference(value: str) -> tuple[int, int]:
    """The import and its version that a button or a form belongs to."""
    import_id, _, version = value.partition(":")
    return int(import_id), int(version.partition(":")[0] or 0)


def parse_start(value: str) -> tuple[int, int, int]:
    """The same, with the number of rows that the button named."""
    reference, _, rows = value.rpartition(":")
    return (*parse_reference(reference), int(rows))


def parse_kind(value: str) -> tuple[int, int, RecordKind]:
    """The same, with the kind that was chosen."""
    reference, _, kind = value.rpartition(":")
    return (*parse_reference(reference), RecordKind(kind))


def _chosen(values: Mapping[str, Any], block: BlockId, name: str) -> str | None:
    held: Mapping[str, Any] = values.get(block_id(block, name)) or {}
    option = next((element.get("selected_option") for element in held.values()), None)
    return str(option["value"]) if option else None
