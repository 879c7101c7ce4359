"""Accounts as a spreadsheet holds them: cells that are safe to open and read back as they were, and who is meant.

A cell that a spreadsheet would run as a formula gets an apostrophe before it, and so does one that would be mistaken
for such a cell; reading takes one apostrophe away again. So every text comes back as it was written.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Final

from domain.csv_values import Reading
from domain.names import fold, name_key
from domain.taxonomy import MemberKind, Relation
from domain.values import frozen

#: The headings of a file of accounts, in their order, by our name of the field.
HEADINGS: Final[Mapping[str, Mapping[str, str]]] = {
    "en": {
        "name": "Account",
        "tier": "Tier",
        "sales_owner": "Sales owner",
        "marketing_owner": "Marketing owner",
        "relation": "Relation",
        "segment": "Segment",
        "territory": "Region",
        "renewal_on": "Renewal date",
        "stage": "Stage",
        "stage_since": "In stage since",
        "crm_id": "CRM id",
        "crm_url": "CRM link",
    },
    "es": {
        "name": "Cuenta",
        "tier": "Nivel",
        "sales_owner": "Responsable de ventas",
        "marketing_owner": "Responsable de marketing",
        "relation": "Relación",
        "segment": "Segmento",
        "territory": "Región",
        "renewal_on": "Fecha de renovación",
        "stage": "Fase",
        "stage_since": "En la fase desde",
        "crm_id": "Id de CRM",
        "crm_url": "Enlace al CRM",
    },
}
LONGEST_NAME: Final = 200
LONGEST_KEY: Final = 300

_RISKY: Final = re.compile(r"'*[=+\-@\t\r]")
_GUARDED: Final = re.compile(r"'+[=+\-@\t\r]")
_TIER: Final = re.compile(r"(?:tier|nivel|t|n)?\s*\W?\s*([123])(?:[.,]0+)?", re.IGNORECASE)
_SLACK_ID: Final = re.compile(r"[UW][A-Z0-9]{5,}", re.ASCII)
_RELATIONS: Final[Mapping[str, Relation]] = {
    "prospect": Relation.PROSPECT,
    "prospecto": Relation.PROSPECT,
    "prospecta": Relation.PROSPECT,
    "potencial": Relation.PROSPECT,
    "cliente potencial": Relation.PROSPECT,
    "lead": Relation.PROSPECT,
    "customer": Relation.CUSTOMER,
    "client": Relation.CUSTOMER,
    "cliente": Relation.CUSTOMER,
}


def guarded(text: str) -> str:
    """``text`` as a cell that no spreadsheet runs."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if _GUARDED.match(cell) else cell


def read_name(cell: str) -> Reading[str]:
    """A company's name. Doubts: ``account_name_empty`` (no letter or digit in it), ``account_name_too_long``."""
    name = " ".join(cell.split())
    key = name_key(name)
    if not key:
        return Reading(doubt="account_name_empty")
    if len(name) > LONGEST_NAME or len(key) > LONGEST_KEY:
        return Reading(doubt="account_name_too_long")
    return Reading(name)


def read_tier(cell: str) -> Reading[int]:
    """A tier: 1, 2 or 3, however it is called ("Tier 1", "T2", "nivel 3"). Doubt: ``tier_unreadable``."""
    found = _TIER.fullmatch(cell)
    return Reading(doubt="tier_unreadable") if found is None else Reading(int(found[1]))


def read_relation(cell: str) -> Reading[str]:
    """Prospect or customer, in English or Spanish. Doubt: ``relation_unreadable``."""
    found = _RELATIONS.get(" ".join(fold(cell).split()))
    return Reading(doubt="relation_unreadable") if found is None else Reading(found.value)


@frozen
class Person:
    """A member as a file may name them; ``email`` in small letters, where it is known."""

    id: int
    slack_user_id: str
    name: str
    email: str | None
    kind: str
    is_active: bool

    @property
    def may_own(self) -> bool:
        """Whether they can answer for an account."""
        return self.kind == MemberKind.FULL and self.is_active


class People:
    """Finds out who is meant by an e-mail address, an @handle, a name or a Slack id."""

    def __init__(self, people: Iterable[Person]) -> None:
        self._by_id: dict[str, Person] = {}
        self._by_email: dict[str, list[Person]] = defaultdict(list)
        self._by_name: dict[str, list[Person]] = defaultdict(list)
        for person in people:
            self._by_id[person.slack_user_id] = person
            if person.email:
                self._by_email[person.email].append(person)
            self._by_name[_spelled(person.name)].append(person)

    def meant_by(self, cell: str) -> Reading[Person]:
        """The person. Doubts: ``person_unknown``, ``person_ambiguous`` (several who are here have the name).

        Of several of one name it is the one who is still here. Whether they may own is for the caller to ask.
        """
        word = cell.strip().removeprefix("<@").removesuffix(">").removeprefix("mailto:").strip()
        if _SLACK_ID.fullmatch(word) and word in self._by_id:
            return Reading(self._by_id[word])
        found = self._by_email.get(word.lower()) or self._by_name.get(_spelled(word.removeprefix("@"))) or []
        here = [person for person in found if person.may_own] or found
        if len(here) == 1:
            return Reading(here[0])
        return Reading(doubt="person_ambiguous" if here else "person_unknown")

    def handle_of(self, person: Person) -> str:
        """How a file names them, so that `meant_by` finds them again: by name where that is enough, else by id."""
        name = " ".join(person.name.split())
        return name if name and self.meant_by(name).value == person else person.slack_user_id


def _spelled(name: str) -> str:
    return " ".join(fold(name).split())
