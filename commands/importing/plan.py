"""How a dropped file is to be read: kind, columns, conventions. Proposed from its headings, confirmed by a person."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import UTC, tzinfo
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from commands.importing.fields import header_key
from commands.importing.returned import REPORT_HEADINGS
from commands.importing.rows import Conventions
from domain.csv_values import DateOrder, Decimals, read_currency
from domain.taxonomy import DealOutcome
from domain.values import frozen
from storage.imports import RecordKind


@frozen
class ImportPlan:
    """How a file is read. ``columns`` by field ("" for "not in this file"), ``reading`` as in a mapping file.

    ``headings`` are the file's own. ``confirmed`` says that a person chose the columns.
    """

    kind: RecordKind | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    reading: Mapping[str, str] = field(default_factory=dict)
    headings: tuple[str, ...] = ()
    create_accounts: bool = False
    confirmed: bool = False

    def dump(self) -> str:
        """As a row keeps it."""
        return json.dumps(
            {
                "kind": self.kind,
                "columns": dict(self.columns),
                "reading": dict(self.reading),
                "headings": list(self.headings),
                "create_accounts": self.create_accounts,
                "confirmed": self.confirmed,
            },
            ensure_ascii=False,
        )

    @classmethod
    def load(cls, text: str) -> "ImportPlan":
        """What `dump` wrote."""
        said: dict[str, Any] = json.loads(text)
        kind = said.get("kind")
        return cls(
            RecordKind(kind) if kind else None,
            said.get("columns", {}),
            said.get("reading", {}),
            tuple(said.get("headings", ())),
            bool(said.get("create_accounts")),
            bool(said.get("confirmed")),
        )


def headings_key(headings: Sequence[str]) -> str:
    """A digest of a file's headings, in their order, however they are spelled; those of a report do not count."""
    own = [header_key(heading) for heading in headings if heading not in REPORT_HEADINGS]
    return hashlib.sha256("\x1f".join(own).encode()).hexdigest()


def conventions(reading: Mapping[str, str]) -> Conventions:
    """What ``reading`` says of the values. What makes no sense there says nothing."""
    currency = read_currency(reading["currency"]).value if reading.get("currency") else None
    return Conventions(
        DateOrder(reading.get("date_format") or DateOrder.ISO),
        _zone(reading.get("tz") or "UTC"),
        Decimals(reading["decimal"]) if reading.get("decimal") else None,
        currency,
        DealOutcome(reading["outcome"]) if reading.get("outcome") else None,
    )


def _zone(name: str) -> tzinfo:
    if name == "UTC":
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC
