"""What a dropped file's message shows: the preview with its buttons, then what came of it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Final
from zoneinfo import ZoneInfo

from commands import and_more, blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId
from commands.importing.actions import ImportOutcome
from commands.importing.fields import FIELDS, ValueKind
from commands.importing.preview import Preview
from commands.importing.problems import Severity
from commands.importing.recognising import Confidence, Match, Proposal
from commands.importing.rows import FieldValue
from domain.closings import ASK_WITHIN
from domain.csv_values import minor_digits
from storage.imports import RecordKind

_SHOWN_COLUMNS: Final = 8
_DAYS: Final = frozenset(one.name for fields in FIELDS.values() for one in fields if one.kind is ValueKind.DAY)
_SHOWN_UNUSED: Final = 12
_SHOWN_REASONS: Final = 5
#: So many columns of one reason are named.
_SHOWN_HEADINGS: Final = 3
_NAME: Final = 80
_HEADING: Final = 60


def shown_name(name: str) -> str:
    """A file's name for our sentences: on one line, clipped, escaped."""
    return blocks.escape(blocks.one_line(name, _NAME)).replace("*", "·")


def field_label(say: Say, kind: RecordKind, name: str) -> str:
    """What a field of a file is called: a name is a company's in a file of accounts."""
    return say("import-field-account" if kind is RecordKind.ACCOUNTS and name == "name" else f"import-field-{name}")


def preview_message(say: Say, tz: str, name: str, preview: Preview, reference: str) -> Json:
    """The preview, with the buttons that its state allows. ``reference`` goes with each press."""
    proposal = preview.proposal
    title = _title(say, name, preview)
    shown: list[Json] = [blocks.section(title)]
    if proposal is not None:
        if proposal.matches:
            shown.append(blocks.bullets(_match(say, proposal.kind, match) for match in proposal.matches))
        shown += _gaps(say, preview, proposal)
    if preview.sample:
        shown.append(blocks.context(say("import-sample-read" if preview.outcome else "import-sample-raw")))
        shown.append(_sample(say, tz, preview))
    if preview.outcome is not None:
        shown += _rehearsed(say, preview.outcome)
    told = list(_conventions(say, preview))
    if told:
        shown.append(blocks.plain_context(" · ".join(told)))
    shown.append(_buttons(say, preview, reference))
    return blocks.message(title, shown)


def plain_message(text: str) -> Json:
    """One of our sentences, without buttons."""
    return blocks.message(text, [blocks.section(text)])


def under_way_message(say: Say, name: str, rows: int) -> Json:
    """The button was pressed."""
    return plain_message(say("import-under-way", name=shown_name(name), count=rows))


def problem_message(say: Say, name: str, code: str, *, limit: int) -> Json:
    """Why a file cannot be imported, and what to do. ``limit`` is the size that is taken, in megabytes."""
    key = f"import-problem-{code}"
    return plain_message(say(key if say.has(key) else "import-problem-unreadable", name=shown_name(name), limit=limit))


def done_message(say: Say, name: str, outcome: ImportOutcome, *, returned: bool | None) -> Json:
    """The counts. ``returned``: whether the rows to look at could be returned; nothing when there are none."""
    title = say(
        "import-done",
        name=shown_name(name),
        inserted=outcome.inserted,
        updated=outcome.updated,
        unchanged=outcome.unchanged,
    )
    lines = []
    if outcome.accounts_created:
        lines.append(say("import-done-accounts", count=outcome.accounts_created))
    if outcome.without_account and outcome.kind is RecordKind.LEADS:
        lines.append(say("import-done-without-account", count=outcome.without_account))
    if outcome.reviews_asked:
        lines.append(say("import-done-reviews", count=outcome.reviews_asked, days=ASK_WITHIN.days))
    if outcome.closed_before:
        lines.append(say("import-done-closed-before", count=outcome.closed_before, days=ASK_WITHIN.days))
    shown = [blocks.section(title), *([blocks.section("\n".join(lines))] if lines else [])]
    for severity, key in ((Severity.REFUSED, "import-done-refused"), (Severity.DOUBTFUL, "import-done-doubtful")):
        count = sum(n for (how, _code), n in outcome.reasons.items() if how is severity)
        if count:
            told = outcome.refused if severity is Severity.REFUSED else count
            shown += [blocks.section(say(key, count=told)), blocks.bullets(_reasons(say, outcome, severity))]
    if returned is not None:
        shown.append(blocks.section(say("import-done-report" if returned else "import-done-no-report")))
    return blocks.message(title, shown)


def _title(say: Say, name: str, preview: Preview) -> str:
    shown = shown_name(name)
    if preview.proposal is None:
        return say("import-found-nothing", name=shown)
    kind = say(f"import-kind-{preview.proposal.kind}")
    if preview.outcome is None:
        return say("import-found-whole", name=shown, kind=kind)
    return say("import-found", name=shown, kind=kind, count=preview.outcome.read)


def _match(say: Say, kind: RecordKind, match: Match) -> str:
    key = "import-match-likely" if match.confidence is Confidence.LIKELY else "import-match"
    return say(key, heading=blocks.one_line(match.heading, _HEADING), field=field_label(say, kind, match.field))


def _gaps(say: Say, preview: Preview, proposal: Proposal) -> Iterable[Json]:
    """What no column tells, and what no field takes."""
    others = [name for name in proposal.missing if name != "outcome"]
    if others:
        told = ", ".join(field_label(say, proposal.kind, name) for name in others)
        yield blocks.section(say("import-missing", fields=told))
    if "external_id" in others:
        yield blocks.context(say("import-missing-id"))
    if "outcome" in proposal.missing:
        yield blocks.section(say("import-missing-outcome"))
    reasons = preview.outcome.reasons if preview.outcome else {}
    if any(code == "amount_without_currency" for _severity, code in reasons):
        yield blocks.section(say("import-no-currency"))
    if proposal.unused:
        named = [blocks.one_line(heading, _HEADING) for heading in proposal.unused[:_SHOWN_UNUSED]]
        unused = say("import-unused", headings=", ".join(named))
        yield blocks.plain_context(" ".join([unused, *and_more.words(say, len(proposal.unused) - _SHOWN_UNUSED)]))
    if preview.remembered:
        yield blocks.context(say("import-remembered"))


def _sample(say: Say, tz: str, preview: Preview) -> Json:
    if preview.outcome is None or preview.proposal is None:
        headings = list(preview.sample[0])[: blocks.TABLE_COLUMNS]
        return blocks.table(headings, [[str(row[heading] or "") for heading in headings] for row in preview.sample])
    fields = [match.field for match in preview.proposal.matches if match.field != "currency"][:_SHOWN_COLUMNS]
    head = [field_label(say, preview.proposal.kind, name) for name in fields]
    return blocks.table(head, [[_cell(say, tz, name, row) for name in fields] for row in preview.sample])


def _cell(say: Say, tz: str, name: str, row: Mapping[str, FieldValue]) -> str:
    value = row.get(name)
    if name == "amount":
        minor, currency = row.get("amount_minor"), row.get("currency")
        if not isinstance(minor, int):
            return ""
        return f"{say.number(minor / 10 ** minor_digits(str(currency)))} {currency}"
    if isinstance(value, datetime):
        local = value.astimezone(ZoneInfo(tz))
        day = f"{say.day(local.date())} {local.year}"
        return day if (local.hour, local.minute) == (0, 0) else f"{day} {say.time(value, tz)}"
    if name in {"outcome", "relation"} and value:
        return say(f"import-{name}-{value}")
    if name in _DAYS and value:
        return say.day_with_year(date.fromisoformat(str(value)))
    return "" if value is None else str(value)


def _rehearsed(say: Say, outcome: ImportOutcome) -> Iterable[Json]:
    if outcome.refused:
        yield blocks.section(say("import-would-refuse", count=outcome.refused))
        yield blocks.bullets(_reasons(say, outcome, Severity.REFUSED))
    if outcome.repeated:
        accounts = outcome.kind is RecordKind.ACCOUNTS
        key = "import-would-repeat-accounts" if accounts else "import-would-repeat"
        yield blocks.context(say(key, count=outcome.repeated))
    if outcome.kind is RecordKind.ACCOUNTS:
        # Who answers for an account changes by it: that is seen before it is done.
        doubts = _reasons(say, outcome, Severity.DOUBTFUL, but=frozenset({"repeated_row"}))
        if doubts:
            yield blocks.section(say("import-would-doubt"))
            yield blocks.bullets(doubts)


def _reasons(say: Say, outcome: ImportOutcome, severity: Severity, *, but: frozenset[str] = frozenset()) -> list[str]:
    found = [(code, n) for (how, code), n in outcome.reasons.most_common() if how is severity and code not in but]
    return [_reason(say, n, code, [*outcome.headings.get((severity, code), ())]) for code, n in found[:_SHOWN_REASONS]]


def _reason(say: Say, count: int, code: str, headings: Sequence[str]) -> str:
    """How many rows, why, and in which columns: at most a few of them, as the file calls them."""
    why = say(f"import-why-{code}")
    if not headings:
        return say("import-reason-line", count=count, reason=why)
    named = ", ".join(blocks.one_line(each, _HEADING) for each in headings[:_SHOWN_HEADINGS])
    return say("import-reason-in", count=count, reason=why, headings=named)


def _conventions(say: Say, preview: Preview) -> Iterable[str]:
    """How values are read, each with a word when nothing in the file shows it."""
    reading, proposal = preview.plan.reading, preview.proposal
    if proposal is None:
        return
    for name in ("date_format", "decimal"):
        if reading.get(name) and reading[name] != "iso":
            told = say(f"import-reads-{name}-{reading[name]}")
            yield say("import-reads-guess", told=told) if name in preview.guessed else told
    if reading.get("currency"):
        yield say("import-reads-currency", currency=reading["currency"])
    if reading.get("outcome"):
        yield say("import-reads-outcome", outcome=say(f"import-outcome-{reading['outcome']}"))
    if reading.get("encoding") == "cp1252":
        yield say("import-reads-encoding-cp1252")
    if any(one.kind is ValueKind.MOMENT and proposal.columns[one.name] for one in FIELDS[proposal.kind]):
        yield say("import-reads-zone", zone=reading.get("tz", "UTC"))
    if preview.plan.create_accounts:
        yield say("import-reads-accounts")


def _buttons(say: Say, preview: Preview, reference: str) -> Json:
    elements = []
    if preview.importable:
        start = say("import-button", count=preview.importable)
        elements.append(
            blocks.button(start, ActionId.IMPORT_START, f"{reference}:{preview.importable}", style="primary")
        )
    if preview.proposal is not None:
        elements.append(blocks.button(say("import-change"), ActionId.IMPORT_CHANGE, reference))
    kinds = [(f"{reference}:{kind}", say(f"import-kind-{kind}").capitalize()) for kind in FIELDS]
    chosen = f"{reference}:{preview.plan.kind}" if preview.proposal is not None else None
    elements.append(blocks.select(ActionId.IMPORT_KIND, kinds, chosen=chosen, placeholder=say("import-choose-kind")))
    elements.append(blocks.button(say("cancel"), ActionId.IMPORT_CANCEL, reference))
    return blocks.actions(*elements)
