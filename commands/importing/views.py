"""The words of an import: reasons by code, the summary, the report file. English, as all of the command line is."""

import csv
from collections.abc import Iterable
from typing import Final, TextIO

from commands.importing.actions import ImportOutcome
from commands.importing.problems import Finding, Severity, WholeFileError
from commands.importing.returned import defused

REPORT_COLUMNS: Final = ("row", "column", "value", "severity", "reason")
_SHOWN_COLUMNS: Final = 12

#: Why a row was refused or is doubtful, by code. `{field}` and the like are the finding's parameters.
REASONS: Final = {
    "account_merged": "this account was merged and is called {name} now: name that one",
    "account_name_empty": "not a company's name: it has no letter or digit",
    "account_name_too_long": "too long for a company's name (200 characters)",
    "account_unknown": "no account has this name: the deal was taken without one (--create-accounts makes it)",
    "amount_ambiguous": "could be read in two ways: say --decimal comma or --decimal point; left out",
    "amount_contradicts": "does not fit the declared decimal mark or currency; left out",
    "amount_out_of_range": "negative, or too large for a deal; left out",
    "amount_rounded": "has more decimals than its currency: rounded",
    "amount_unreadable": "not an amount of money; left out",
    "amount_without_currency": "in no currency: say --currency, or have a currency column; left out",
    "broken_characters": "has characters that are broken in the file (wrong --encoding?); check the text",
    "closed_before_lead": "closed {days} days before first contact",
    "closed_before_opened": "closed before it was opened",
    "closed_without_date": "the deal is closed, but no date says when",
    "currency_unreadable": "not a currency code such as EUR; left out",
    "date_in_future": "lies in the future",
    "date_needs_format": "could be day or month first: say --date-format dmy or mdy",
    "date_out_of_range": "the year is too far from today to be right",
    "date_unreadable": "not a date (2018-02-26 or 2018-02-26 19:58:54)",
    "deal_type_unreadable": "not a deal type (new, renewal, expansion); left out",
    "email_odd": "does not look like a mail address; taken as it is",
    "id_broken": "an id with broken characters cannot be trusted (wrong --encoding?)",
    "id_too_long": "too long for an id (200 characters)",
    "lead_unknown": "no lead has this id: import the leads, then this file again, and the deal is linked",
    "line_too_long": "the line is longer than a million characters",
    "number_unreadable": "not a whole number; left out",
    "open_with_close_date": "the deal is open, so its close date was left out",
    "outcome_unreadable": "not an outcome (open, won, lost, lost_competitor, lost_no_decision, churned …)",
    "owner_changed": "another owner than the account had: the file's was taken",
    "person_ambiguous": "several people have this name: say their e-mail address; left as it was",
    "person_unfit": "not a full member who is here, and so no owner; left as it was",
    "person_unknown": "nobody here is called so (an e-mail address, an @handle or a Slack id); left as it was",
    "quote_not_closed": "a quotation mark is opened and never closed",
    "repeated_row": "the id comes again in row {line}, which was used instead",
    "relation_unreadable": "not prospect or customer; left out",
    "row_unreadable": "not a row of this CSV file",
    "source_unreadable": "a source without letters or digits; left out",
    "stage_of_several_deals": "several open deals: a file of deals says which one; left as it was",
    "stage_retired": "no longer used, so nothing comes into it; left as it was",
    "stage_unknown": "not one of the stages agreed here; left out",
    "stage_without_account": "the deal has no account that could stand there; left out",
    "text_cut": "too long: cut",
    "tier_unreadable": "not a tier (1, 2 or 3); left out",
    "time_skipped": "the clock change skipped this local time: read as if it had not (--tz)",
    "time_twice": "the clock change made this local time twice: the first was taken (--tz)",
    "too_few_fields": "has {found} fields where the header has {expected}",
    "too_many_fields": "has {found} fields where the header has {expected}",
    "url_unreadable": "not a web address (https://…); left out",
    "value_missing": "required, and empty",
}

#: What is wrong with a whole file or with how it was asked for, by code.
FILE_PROBLEMS: Final = {
    "column_ambiguous": "More than one column could be {field}: {columns}. Say which: --map {field}=…",
    "column_missing": "No column is known as {field}, which is required. The file has: {headers}.{guessed} "
    "Say which: --map {field}=…",
    "column_twice": "The file has two columns called {column}.",
    "encoding_unknown": "No encoding is called {encoding}. Try utf-8, cp1252 or utf-16.",
    "encoding_wrong": "The file is not {encoding}. Try --encoding cp1252, or utf-8.",
    "field_unknown": "Nothing is called {field} here.{guessed} Known: {known}.",
    "file_empty": "The file is empty.",
    "file_is_directory": "{path} is a folder, not a file.",
    "file_missing": "There is no file {path}.",
    "file_not_permitted": "You may not read {path}: its permissions do not allow it.",
    "file_unreadable": "{path} cannot be read: {reason}.",
    "header_unreadable": "The first line does not name columns.",
    "map_flag_malformed": "--map {flag} is not of the form field=column, e.g. --map mql_at=first_contact_date.",
    "mapped_column_missing": "--map {field}={column}: the file has no such column.{guessed} It has: {headers}.",
    "mapping_key_unknown": "{path}: [reading] knows no {key}. Known: {known}.",
    "mapping_of_other_kind": '{path} is not a mapping for {kind} (kind = "{kind}").',
    "mapping_unreadable": "{path} is not a mapping file: {reason}.",
    "outcome_not_said": "No column says how the deals ended. If all were won: --outcome won; "
    "else name the column: --map outcome=… The file has: {headers}.",
}

#: Reasons with parameters, said of many rows at once.
_GENERAL: Final = {
    "account_merged": "this account was merged into another: name that one",
    "closed_before_lead": "closed before first contact",
    "repeated_row": "the id comes again in a later row, which was used instead",
    "too_few_fields": "fewer fields than the header",
    "too_many_fields": "more fields than the header",
}

_STOPPED: Final = {
    "store_busy": "another process kept the database busy",
    "store_contended": "another process kept writing the same rows",
}


def reason(finding: Finding) -> str:
    """Why this row was refused or is doubtful, in one sentence."""
    return REASONS[finding.code].format_map(finding.params)


def file_problem(error: WholeFileError) -> str:
    """What is wrong with the file or the request as a whole, and what to do."""
    guess = error.params.get("guess")
    guessed = f" Did you mean {guess}?" if guess else ""
    return FILE_PROBLEMS[error.code].format_map({**error.params, "guessed": guessed})


def write_report(file: TextIO, findings: Iterable[Finding]) -> int:
    """Write the findings as CSV; returns how many. Values that a spreadsheet would run get a leading apostrophe."""
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(REPORT_COLUMNS)
    count = 0
    for finding in findings:
        writer.writerow([finding.line, finding.column, defused(finding.value), finding.severity.value, reason(finding)])
        count += 1
    return count


def summary(outcome: ImportOutcome) -> list[str]:
    """What came of the import, line by line: columns, counts, reasons."""
    lines = ["Columns: " + ", ".join(f"{name} ← {header}" for name, header in outcome.columns.items())]
    if outcome.unused:
        shown = ", ".join(outcome.unused[:_SHOWN_COLUMNS])
        rest = len(outcome.unused) - _SHOWN_COLUMNS
        lines.append(f"Not used: {shown}" + (f" and {rest:,} more" if rest > 0 else ""))
    lines.append(_counts(outcome))
    if outcome.stopped:
        lines.append(
            f"Stopped early: {_STOPPED[outcome.stopped]}. {_many(outcome.not_reached, 'row')} not reached; "
            "what is counted above is stored. Run the same command again: stored rows stay as they are."
        )
    elif outcome.read == 0:
        lines.append("The file has headers and no rows.")
    elif not outcome.inserted and not outcome.updated and outcome.unchanged:
        lines.append("Nothing changed: every row was already stored like this.")
    if outcome.accounts_created:
        lines.append(f"{_many(outcome.accounts_created, 'account')} made.")
    if outcome.without_account:
        lines.append(
            f"{_many(outcome.without_account, 'row')} with a company that is no account yet (--create-accounts)."
        )
    for severity in (Severity.REFUSED, Severity.DOUBTFUL):
        found = [(code, n) for (how, code), n in outcome.reasons.most_common() if how is severity]
        if found:
            lines.append(f"{severity.value.capitalize()}:")
            lines += [f"  {n:>7,} × {_general(code)}" for code, n in found]
    return lines


def _counts(outcome: ImportOutcome) -> str:
    counts = [
        f"{outcome.inserted:,} inserted",
        f"{outcome.updated:,} updated",
        f"{outcome.unchanged:,} unchanged",
        f"{outcome.refused:,} refused",
    ]
    if outcome.repeated:
        counts.append(f"{outcome.repeated:,} replaced by a later row with the same id")
    return f"{_many(outcome.read, 'row')} read: " + ", ".join(counts) + "."


def _general(code: str) -> str:
    """The reason for many rows at once."""
    return _GENERAL.get(code, REASONS[code])


def _many(count: int, noun: str) -> str:
    return f"{count:,} {noun}" if count == 1 else f"{count:,} {noun}s"
