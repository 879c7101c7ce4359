"""Accounts in a spreadsheet: nothing is run, everything comes back, and people are found by what files call them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.accounts_csv import HEADINGS, People, Person, guarded, read_name, read_relation, read_tier, unguarded

ANA = Person(1, "U00000001", "Ana García", "ana@acme.example", "full", is_active=True)
#: A namesake who left, one who is a guest, two who are both here.
LEFT = Person(2, "U00000002", "ana garcia", None, "full", is_active=False)
LUIS = Person(3, "U00000003", "Luis", "luis@acme.example", "full", is_active=True)
OTHER_LUIS = Person(4, "U00000004", "luis", "l2@acme.example", "full", is_active=True)
GUEST = Person(5, "U00000005", "Gema", "gema@agency.example", "guest", is_active=True)
TEAM = People((ANA, LEFT, LUIS, OTHER_LUIS, GUEST))

_cells = st.text(st.sampled_from("'=+-@\t\ra1 "), max_size=6) | st.text(max_size=12)


@given(_cells)
def test_a_guarded_cell_is_never_a_formula_and_comes_back_as_it_was(text: str) -> None:
    cell = guarded(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(cell) == text


@pytest.mark.parametrize("word", ["ana@acme.example", "ANA@acme.example", "@Ana García", "ana garcía", "<@U00000001>"])
def test_people_are_found_by_what_files_call_them(word: str) -> None:
    assert TEAM.meant_by(word).value == ANA


def test_who_could_be_two_people_or_nobody_is_not_guessed() -> None:
    assert TEAM.meant_by("@luis").doubt == "person_ambiguous"
    assert TEAM.meant_by("nadie@acme.example").doubt == "person_unknown"
    assert TEAM.meant_by("").doubt == "person_unknown"
    assert TEAM.meant_by("U00000099").doubt == "person_unknown"


@pytest.mark.parametrize("person", [ANA, LEFT, LUIS, OTHER_LUIS, GUEST])
def test_what_a_file_calls_somebody_means_them_again(person: Person) -> None:
    assert TEAM.meant_by(unguarded(guarded(TEAM.handle_of(person)))).value == person


def test_tiers_and_relations_are_read_in_both_languages() -> None:
    assert [read_tier(cell).value for cell in ("1", "Tier 2", "T3", "nivel 1", "2.0", "4", "12", "A")] == [
        1,
        2,
        3,
        1,
        2,
        None,
        None,
        None,
    ]
    assert [read_relation(cell).value for cell in ("Customer", "cliente potencial", "CLIENTE", "ex")] == [
        "customer",
        "prospect",
        "customer",
        None,
    ]
    assert read_name("!!!").doubt == "account_name_empty"
    assert list(HEADINGS["en"]) == list(HEADINGS["es"])
