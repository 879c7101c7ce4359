"""A row of a file → a frozen intent, or the findings that refuse it."""

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime, timedelta, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import Final

from commands.importing.cell_words import DEAL_TYPES, OUTCOMES
from commands.importing.fields import FIELDS, ValueKind
from commands.importing.mapping import ColumnMapping
from commands.importing.problems import Finding, Severity
from commands.importing.source import REPLACEMENT, Record
from domain.accounts_csv import read_name, read_relation, read_tier
from domain.csv_values import (
    Amount,
    DateOrder,
    Decimals,
    Reading,
    read_amount,
    read_currency,
    read_integer,
    read_moment,
)
from domain.names import name_key, source_key
from domain.taxonomy import DealOutcome
from domain.text import clean
from domain.values import frozen
from storage.imports import RecordKind

#: What a column of the database takes.
FieldValue = str | int | datetime | None
CellValue = FieldValue | Amount

_MAX_KEY: Final = 200  # characters; ids are indexed, and an index has a limit too
_MAX_TEXT: Final = 2000
_MAX_NAME: Final = 200
_SHOWN: Final = 200
_BROKEN: Final = "broken_characters"
#: What happened can hardly lie farther ahead, nor what is planned: a mistyped year, or what a CRM writes for "never".
_AHEAD: Final = timedelta(days=366)
_PLANNED_AHEAD: Final = timedelta(days=3660)
_SHORT: Final = frozenset(
    {"name", "company", "segment", "sales_rep", "territory", "sales_owner", "marketing_owner", "stage"}
)


@frozen
class Conventions:
    """How this file writes things. ``outcome`` stands for a deal's outcome where the file has none."""

    date_order: DateOrder = DateOrder.ISO
    zone: tzinfo = UTC
    decimals: Decimals | None = None
    currency: str | None = None
    outcome: DealOutcome | None = None


@frozen
class RecordRow:
    """The intent of one row: bring the record ``external_id`` to ``fields`` (only those that the file tells).

    ``lead`` is the external id of a deal's lead; ``company`` the account's name as written. An account's external id
    is the key of its name, its owners stand as the file names them, as does a stage, and a day in ISO's form.
    """

    line: int
    external_id: str
    fields: Mapping[str, FieldValue]
    lead: str | None = None
    company: str | None = None


@frozen
class _Column:
    name: str
    at: int
    required: bool
    kind: ValueKind
    read: Callable[[str], Reading[CellValue]]


class RowParser:
    """Reads the rows of one file, whose columns and conventions are known."""

    def __init__(
        self, kind: RecordKind, headers: Sequence[str], mapping: ColumnMapping, conventions: Conventions, now: datetime
    ) -> None:
        self._kind = kind
        self._headers = headers
        self._conventions = conventions
        self._now = now
        # Currency before amount: the amount needs it.
        order = sorted(FIELDS[kind], key=lambda one: one.kind is ValueKind.AMOUNT)
        self._columns = [
            _Column(
                one.name,
                mapping.positions[one.name],
                one.required and not (one.name == "outcome" and conventions.outcome),
                one.kind,
                self._reader(one.name, one.kind),
            )
            for one in order
            if one.name in mapping.positions
        ]
        self._past = [each for each in self._columns if each.kind is ValueKind.MOMENT or each.name == "stage_since"]
        self._positions = mapping.positions
        self._currency = conventions.currency

    def parse(self, record: Record) -> tuple[RecordRow | None, list[Finding]]:
        """The row's intent and what is doubtful in it; no intent when one of the findings refuses it."""
        notes: list[Finding] = []
        values: dict[str, CellValue] = {}
        self._currency = self._conventions.currency
        # Every column is read, so that all that is wrong with a row is said at once.
        taken = [self._take(column, record, values, notes) for column in self._columns]
        if not all(taken):
            return None, notes
        if self._kind is RecordKind.DEALS and not self._settle_deal(record, values, notes):
            return None, notes
        self._doubt_future(record, values, notes)
        return self._row(record.line, values), notes

    def _take(self, column: _Column, record: Record, values: dict[str, CellValue], notes: list[Finding]) -> bool:
        """Read one cell into ``values``. False when that refuses the row."""
        kind, at = column.kind, column.at
        cell = record.cells[at].strip() if record.is_clean else self._cleaned(record, at, kind, notes)
        if not cell:
            if column.required:
                notes.append(self._finding(record, at, Severity.REFUSED, "value_missing", field=column.name))
                return False
            if kind is not ValueKind.DEAL_TYPE:  # the one that has a default of its own
                values[column.name] = "" if kind is ValueKind.SOURCE else None
            return True
        reading = column.read(cell)
        if reading.value is not None:
            values[column.name] = reading.value
            if kind is ValueKind.CURRENCY:
                self._currency = str(reading.value)
        if reading.doubt is None:
            return True
        is_fatal = reading.value is None and (column.required or kind is ValueKind.OUTCOME)
        severity = Severity.REFUSED if is_fatal else Severity.DOUBTFUL
        notes.append(self._finding(record, at, severity, reading.doubt, field=column.name))
        return not is_fatal

    def _row(self, line: int, values: dict[str, CellValue]) -> RecordRow:
        if self._kind is RecordKind.ACCOUNTS:
            # An empty cell says nothing: a list from a CRM must not take away what the team knows.
            told = {name: value for name, value in values.items() if isinstance(value, str | int)}
            return RecordRow(line, name_key(str(values["name"])), told)
        external_id, lead, company = str(values.pop("external_id")), values.pop("lead", None), values.get("company")
        if self._kind is RecordKind.DEALS:
            values.pop("company", None)  # a deal knows its company as an account only
        return RecordRow(
            line,
            external_id,
            {name: value for name, value in values.items() if not isinstance(value, Amount)},
            lead=str(lead) if lead else None,
            company=str(company) if company else None,
        )

    def _settle_deal(self, record: Record, values: dict[str, CellValue], notes: list[Finding]) -> bool:
        """Make outcome, close and money agree. False when the row has to be refused."""
        if values.get("outcome") is None:
            values["outcome"] = (self._conventions.outcome or DealOutcome.OPEN).value
        if "amount" in values:
            amount = values.pop("amount")
            money = amount if isinstance(amount, Amount) else None
            values["amount_minor"], values["currency"] = (money.minor, money.currency) if money else (None, None)
        else:
            values.pop("currency", None)  # a currency says nothing without the amount that it belongs to
        at = self._positions.get("closed_at", self._positions.get("outcome", 0))
        if values["outcome"] == DealOutcome.OPEN:
            if values.get("closed_at") is not None:
                notes.append(self._finding(record, at, Severity.DOUBTFUL, "open_with_close_date"))
            values["closed_at"] = None
            return True
        closed_at, opened_at = values.get("closed_at"), values.get("opened_at")
        if not isinstance(closed_at, datetime):
            notes.append(self._finding(record, at, Severity.REFUSED, "closed_without_date"))
            return False
        if isinstance(opened_at, datetime) and closed_at < opened_at:
            notes.append(self._finding(record, at, Severity.DOUBTFUL, "closed_before_opened"))
        return True

    def _doubt_future(self, record: Record, values: Mapping[str, CellValue], notes: list[Finding]) -> None:
        tomorrow = (self._now + timedelta(days=1)).date().isoformat()  # somewhere it is that day already
        for column in self._past:
            value = values.get(column.name)
            if value > self._now if isinstance(value, datetime) else isinstance(value, str) and value > tomorrow:
                notes.append(self._finding(record, column.at, Severity.DOUBTFUL, "date_in_future", field=column.name))

    def _cleaned(self, record: Record, at: int, kind: ValueKind, notes: list[Finding]) -> str:
        cleaned = clean(record.cells[at])
        if cleaned.removed or (REPLACEMENT in cleaned.value and kind is not ValueKind.KEY):
            notes.append(self._finding(record, at, Severity.DOUBTFUL, _BROKEN))
        return cleaned.value

    def _finding(self, record: Record, at: int, severity: Severity, code: str, **params: str) -> Finding:
        return Finding(record.line, self._headers[at], record.cells[at][:_SHOWN], severity, code, params)

    def _reader(self, name: str, kind: ValueKind) -> Callable[[str], Reading[CellValue]]:
        rules = self._conventions
        limit = _MAX_NAME if name in _SHORT else _MAX_TEXT
        readers: dict[ValueKind, Callable[[str], Reading[CellValue]]] = {
            ValueKind.KEY: _read_key,
            ValueKind.TEXT: lambda cell: _read_text(cell, limit),
            ValueKind.MOMENT: lambda cell: _until(self._now + _AHEAD, read_moment(cell, rules.date_order, rules.zone)),
            ValueKind.SOURCE: _read_source,
            ValueKind.INTEGER: read_integer,
            ValueKind.EMAIL: _read_email,
            ValueKind.URL: _read_url,
            ValueKind.OUTCOME: lambda cell: _read_word(cell, OUTCOMES, "outcome_unreadable"),
            ValueKind.DEAL_TYPE: lambda cell: _read_word(cell, DEAL_TYPES, "deal_type_unreadable"),
            ValueKind.CURRENCY: read_currency,
            ValueKind.AMOUNT: self._read_amount,
            ValueKind.ACCOUNT: lambda cell: Reading(doubt="id_broken") if REPLACEMENT in cell else read_name(cell),
            ValueKind.TIER: read_tier,
            ValueKind.PERSON: lambda cell: _read_text(cell, limit),
            ValueKind.RELATION: read_relation,
            ValueKind.STAGE: lambda cell: _read_text(cell, limit),
            ValueKind.DAY: lambda cell: _read_day(cell, rules.date_order, self._now + _PLANNED_AHEAD),
        }
        return readers[kind]

    def _read_amount(self, cell: str) -> Reading[Amount]:
        return read_amount(cell, self._conventions.decimals, self._currency)


def _read_key(cell: str) -> Reading[str]:
    if REPLACEMENT in cell:
        return Reading(doubt="id_broken")
    return Reading(cell) if len(cell) <= _MAX_KEY else Reading(doubt="id_too_long")


def _read_text(cell: str, limit: int) -> Reading[str]:
    return Reading(cell) if len(cell) <= limit else Reading(cell[:limit].rstrip(), "text_cut")


def _until(last: datetime, read: Reading[datetime]) -> Reading[datetime]:
    return read if read.value is None or read.value <= last else Reading(doubt="date_out_of_range")


def _read_day(cell: str, order: DateOrder, last: datetime) -> Reading[str]:
    read = _until(last, read_moment(cell, order, UTC))
    return Reading(read.value.date().isoformat() if read.value is not None else None, read.doubt)


@lru_cache(maxsize=1024)  # a file has few sources, each many times
def _read_source(cell: str) -> Reading[str]:
    key = source_key(cell)
    if not key:
        return Reading(doubt="source_unreadable")
    # Folding may lengthen a text many times over, so the limit is the key's.
    return Reading(key) if len(key) <= _MAX_KEY else Reading(key[:_MAX_KEY], "text_cut")


def _read_email(cell: str) -> Reading[str]:
    name, _, host = cell.partition("@")
    looks_right = name and host and "@" not in host and not any(char.isspace() for char in cell)
    return Reading(cell[:_MAX_TEXT], None if looks_right else "email_odd")


def _read_url(cell: str) -> Reading[str]:
    # It becomes a button that people press: nothing but the web.
    is_web = cell.lower().startswith(("https://", "http://")) and len(cell) <= _MAX_TEXT and " " not in cell
    return Reading(cell) if is_web else Reading(doubt="url_unreadable")


def _read_word(cell: str, words: Mapping[str, StrEnum], doubt: str) -> Reading[str]:
    code = words.get(source_key(cell))
    return Reading(doubt=doubt) if code is None else Reading(code.value)
