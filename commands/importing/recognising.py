"""What a file is and what its columns tell, as far as its headings and values say: proposed, never decided."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from enum import StrEnum
from typing import Final

from rapidfuzz import fuzz

from commands.importing.fields import FIELDS, Field, ValueKind, header_key
from commands.importing.plan import ImportPlan
from commands.importing.returned import REPORT_HEADINGS
from domain.csv_values import DateOrder, Decimals, read_amount
from domain.values import frozen
from storage.imports import RecordKind

_ALIKE: Final = 80
_SLASHED = re.compile(r"(\d{1,2})[/.\-](\d{1,2})[/.\-]\d{4}", re.ASCII)
_LAST_MONTH: Final = 12
#: Words in a file's name that tell what it holds. They decide only where its headings do not.
_NAMES: Final = {
    RecordKind.LEADS: ("lead", "mql", "contact"),
    RecordKind.DEALS: ("deal", "opportunit", "oportunidad", "negocio", "cierre"),
    RecordKind.ACCOUNTS: ("account", "compan", "cuenta", "empresa", "target"),
}


class Confidence(StrEnum):
    """How sure it is that a column tells a field: a person said so, its heading does, or its heading comes near."""

    SAID = "said"
    SURE = "sure"
    LIKELY = "likely"


@frozen
class Match:
    """A field and the heading of its column."""

    field: str
    heading: str
    confidence: Confidence


@frozen
class Proposal:
    """The columns of a file that is taken for ``kind``. ``missing`` are required fields that no column tells."""

    kind: RecordKind
    matches: tuple[Match, ...]
    missing: tuple[str, ...]
    unused: tuple[str, ...]

    @property
    def columns(self) -> dict[str, str]:
        """The heading of each field, "" where there is none: nothing is left to be recognised anew."""
        told = {match.field: match.heading for match in self.matches}
        return {one.name: told.get(one.name, "") for one in FIELDS[self.kind]}


def guess_kind(headings: Sequence[str], file_name: str) -> RecordKind | None:
    """What the file holds; nothing when its headings fit several kinds alike, or none."""
    scores = {kind: _score(kind, headings, file_name) for kind in FIELDS}
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] < 1 or list(scores.values()).count(scores[best]) > 1:
        return None
    return best


def propose(kind: RecordKind, headings: Sequence[str], plan: ImportPlan | None = None) -> Proposal:
    """Which column tells which field: as a person said in ``plan``, else by name, else by a name that comes near."""
    times = Counter(headings)
    usable = [heading for heading in headings if heading and times[heading] == 1 and heading not in REPORT_HEADINGS]
    said = dict(plan.columns) if plan is not None and plan.kind is kind else {}
    matches = [Match(name, heading, Confidence.SAID) for name, heading in said.items() if heading in usable]
    taken = {match.heading for match in matches}
    for one in FIELDS[kind]:
        if one.name in said:
            continue
        found = _by_name(one, [heading for heading in usable if heading not in taken])
        if found is not None:
            matches.append(Match(one.name, found, Confidence.SURE))
            taken.add(found)
    open_fields = [one for one in FIELDS[kind] if one.name not in said and one.name not in {m.field for m in matches}]
    for one, heading in _alike(open_fields, [heading for heading in usable if heading not in taken]):
        matches.append(Match(one.name, heading, Confidence.LIKELY))
        taken.add(heading)
    known = {match.field for match in matches}
    order = [one.name for one in FIELDS[kind]]
    given = {"outcome"} if plan is not None and plan.reading.get("outcome") else set()
    return Proposal(
        kind,
        tuple(sorted(matches, key=lambda match: order.index(match.field))),
        tuple(one.name for one in FIELDS[kind] if one.required and one.name not in known | given),
        tuple(heading for heading in headings if heading and heading not in taken and heading not in REPORT_HEADINGS),
    )


def guess_date_order(values: Iterable[str], *, day_first: bool) -> tuple[DateOrder | None, bool]:
    """How dates with slashes are meant, and whether the values show it; nothing when there are none.

    ``day_first`` is how the reader writes them: it decides where no value does.
    """
    seen, first, second = False, 0, 0
    for value in values:
        found = _SLASHED.match(value)
        if found is not None:
            seen = True
            first += int(found[1]) > _LAST_MONTH
            second += int(found[2]) > _LAST_MONTH
    if not seen:
        return None, True
    if first == second:
        return (DateOrder.DAY_FIRST if day_first else DateOrder.MONTH_FIRST), False
    return (DateOrder.DAY_FIRST if first > second else DateOrder.MONTH_FIRST), True


def guess_decimals(values: Iterable[str], *, comma: bool) -> tuple[Decimals | None, bool]:
    """The decimal mark, and whether the values show it; nothing when no amount needs it.

    ``comma`` is how the reader writes it: it decides where no value does.
    """
    ambiguous, points, commas = False, 0, 0
    for value in values:
        if read_amount(value, None, None).doubt == "amount_ambiguous":
            ambiguous = True
            continue
        points += read_amount(value, Decimals.COMMA, None).doubt == "amount_contradicts"
        commas += read_amount(value, Decimals.POINT, None).doubt == "amount_contradicts"
    if not ambiguous:
        return None, True
    if points == commas:
        return (Decimals.COMMA if comma else Decimals.POINT), False
    return (Decimals.POINT if points > commas else Decimals.COMMA), True


def cells_of(kind: RecordKind, wanted: ValueKind, columns: Mapping[str, str]) -> list[str]:
    """The headings of the columns that hold values of a kind."""
    return [columns[one.name] for one in FIELDS[kind] if one.kind is wanted and columns.get(one.name)]


def _score(kind: RecordKind, headings: Sequence[str], file_name: str) -> float:
    proposal = propose(kind, headings)
    sure = sum(match.confidence is Confidence.SURE for match in proposal.matches)
    whole = sum(one.required for one in FIELDS[kind]) - len(proposal.missing)
    named = any(word in header_key(file_name) for word in _NAMES.get(kind, ()))
    return sure + whole + (0.5 if named and sure else 0)


def _by_name(one: Field, headings: Sequence[str]) -> str | None:
    own, names = header_key(one.name), {header_key(name) for name in one.synonyms}
    exact = next((heading for heading in headings if header_key(heading) == own), None)
    return exact or next((heading for heading in headings if header_key(heading) in names), None)


def _alike(fields: Sequence[Field], headings: Sequence[str]) -> list[tuple[Field, str]]:
    """Pairs of what is left whose names come near, the nearest first, each once."""
    names = [(at, one, header_key(name)) for at, one in enumerate(fields) for name in (one.name, *one.synonyms)]
    ratios = [
        (ratio, at, one, heading)
        for heading in headings
        for key in [header_key(heading)]
        for at, one, name in names
        if (ratio := fuzz.ratio(key, name, score_cutoff=_ALIKE))
    ]
    pairs: list[tuple[Field, str]] = []
    for _ratio, _at, one, heading in sorted(ratios, key=lambda entry: (-entry[0], entry[1])):
        if all(one is not field and heading != other for field, other in pairs):
            pairs.append((one, heading))
    return pairs
