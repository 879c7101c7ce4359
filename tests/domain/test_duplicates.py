"""Which names are one company's: spellings that people meet, and pairs that must not be suggested."""

import pytest
from rapidfuzz.distance import OSA

from domain.duplicates import Alike, Why, likely_pairs, why_alike
from domain.names import name_key


def one_slip(one: str, other: str) -> bool:
    return OSA.distance(one, other, score_cutoff=1) <= 1


def why(one: str, other: str) -> Why | None:
    return why_alike(name_key(one), name_key(other), one_slip)


@pytest.mark.parametrize(
    ("one", "other", "because"),
    [
        ("ACME Inc.", "Acme", Why.FORMS),
        ("ACME Inc.", "Acme S.A. de C.V.", Why.FORMS),
        ("Acme, S. A. de C. V.", "Acme", Why.FORMS),
        ("Acme S. de R.L. de C.V.", "Acme", Why.FORMS),
        ("Grupo Acme", "Acme Holding GmbH & Co. KG", Why.FORMS),
        ("Acme.com", "Acme", Why.FORMS),
        ("Smith & Sons", "Smith and Sons Ltd", Why.FORMS),
        ("Panadería López, Sociedad Anónima", "Panaderia Lopez", Why.FORMS),
        ("AcmeSoft", "Acme Soft", Why.SPACES),
        ("Logística Miramar", "Miramar Logistica", Why.ORDER),
        ("Mercadona", "Mercadonna", Why.SLIP),
        ("Santander", "Santnader", Why.SLIP),
    ],
)
def test_one_company(one: str, other: str, because: Why) -> None:
    assert why(one, other) == why(other, one) == because


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Area 51 Labs", "Area 52 Labs"),
        ("Delta", "Delt"),
        ("Acme North", "Acme South"),
        ("Telefónica España", "Telefónica México"),
        ("SAS", "SAP"),
        ("The Group", "Holding"),
        ("Banco Popular", "Banca Popolare"),
        ("!!!", "???"),
    ],
)
def test_two_companies(one: str, other: str) -> None:
    assert why(one, other) is None


def test_pairs_are_found_by_their_blocks_the_surest_first() -> None:
    names = ["Mercadona", "Acme", "Globex", "Mercadonna", "ACME, S. A.", "Miramar Foods", "Foods Miramar", "Grupo Acme"]
    keys = [(number, name_key(name)) for number, name in enumerate(names)]
    found = likely_pairs(keys, one_slip, limit=10)
    assert [(each.first, each.second, each.why) for each in found] == [
        (1, 4, Why.FORMS),
        (1, 7, Why.FORMS),
        (5, 6, Why.ORDER),
        (0, 3, Why.SLIP),
    ]
    assert likely_pairs(keys, one_slip, {(1, 4), (5, 6)}, limit=2) == [Alike(1, 7, Why.FORMS), Alike(0, 3, Why.SLIP)]


def test_names_are_not_compared_each_with_each() -> None:
    """Comparisons grow with the names, not with their square, also when all of them begin or end alike."""
    asked = 0

    def counting(one: str, other: str) -> bool:
        nonlocal asked
        asked += 1
        return one_slip(one, other)

    names = [f"transportes {chr(97 + n % 26)}{chr(97 + n // 26 % 26)}{chr(97 + n // 676)} norte" for n in range(5000)]
    likely_pairs(list(enumerate(names)), counting, limit=10)
    assert asked < 40 * len(names)


def test_when_the_time_is_gone_it_gives_what_it_found_by_then() -> None:
    names = [f"company {number}" for number in range(1000)] + ["Acme", "Acme Group"]
    keys = [(number, name_key(name)) for number, name in enumerate(names)]
    asked: list[None] = []

    def goes_on() -> bool:
        asked.append(None)
        return len(asked) < 3

    assert likely_pairs(keys, one_slip, limit=10, goes_on=goes_on) == []
    assert len(asked) in {3, 4}  # once more before the second look
    first = [*keys[-2:], *keys[:-2]]
    asked.clear()
    assert likely_pairs(first, one_slip, limit=10, goes_on=goes_on) == [Alike(1000, 1001, Why.FORMS)]
