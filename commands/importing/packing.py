"""Rows and findings in the form in which `storage.import_scratch` keeps them: whatever JSON can hold."""

from datetime import datetime
from typing import Any

from commands.importing.problems import Finding, Severity
from commands.importing.rows import RecordRow


def pack_finding(finding: Finding) -> list[object]:
    """A finding as JSON can hold it."""
    return [finding.line, finding.column, finding.value, finding.severity, finding.code, dict(finding.params)]


def unpack_finding(packed: list[Any]) -> Finding:
    """A finding as `ImportScratch` gives it back."""
    line, column, value, severity, code, params = packed
    return Finding(line, column, value, Severity(severity), code, params)


def pack(row: RecordRow) -> list[object]:
    """A row as JSON can hold it: moments apart from the rest."""
    moments = {name: value.isoformat() for name, value in row.fields.items() if isinstance(value, datetime)}
    plain = {name: value for name, value in row.fields.items() if name not in moments}
    return [row.line, row.external_id, row.lead, row.company, plain, moments]


def unpack(packed: list[Any]) -> RecordRow:
    """A row as `ImportScratch` gives it back."""
    line, external_id, lead, company, plain, moments = packed
    fields = plain | {name: datetime.fromisoformat(text) for name, text in moments.items()}
    return RecordRow(line, external_id, fields, lead=lead, company=company)
