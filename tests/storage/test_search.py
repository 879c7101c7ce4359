"""Any word of a stored text finds it again, in either language's forms, on both databases."""

import re
import uuid

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from storage import objections
from storage.database import Database
from storage.search import INDEXED_WORDS, index_text, same_words
from tests.storage.rows import Team

WORDS = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcdeñáéíóúüçßÁÑŒ0123456789"),
        st.characters(categories=["Ll", "Lu", "Lo", "Nd"]),
    ),
    min_size=1,
    max_size=12,
)
SEPARATORS = st.sampled_from([" ", ", ", "\n", "'", '"', " - ", ":*", " | ", "&!(", "\\ ", " AND ", " NEAR "])


@st.composite
def quotes(draw: st.DrawFn) -> str:
    words = draw(st.lists(WORDS, min_size=1, max_size=6))
    return "".join(word + draw(SEPARATORS) for word in words)


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(said=st.lists(quotes(), min_size=1, max_size=8, unique=True))
def test_any_word_of_a_quote_finds_it(database: Database, said: list[str]) -> None:
    team = Team.new(database, f"T{uuid.uuid4().hex}")  # Hypothesis may try one example twice
    ids = team.objections(team.member(), {quote: {} for quote in said})
    with database.read() as connection:
        for quote in said:
            for word in [*re.findall(r"[^\W_]+", quote)[:6], quote]:
                found = {each.id for each in objections.search_objections(connection, team.id, word, limit=50)}
                assert ids[quote] in found, (word, quote)


@pytest.mark.parametrize(
    ("quote", "queries"),
    [
        ("the prices were too high", ["price", "PRICES", "high price", "the"]),
        ("faltan integraciones con SAP", ["integración", "integraciones sap", "falta"]),
        ("es carísimo", ["carisimo", "CARÍSIMO"]),
        ("their competitors are cheaper", ["competitor", "cheaper competitors"]),
        ("no a la migración", ["no", "migracion", "a la migración"]),
        ("3x cheaper than O'Brien's", ["3x", "o'brien", "brien"]),
    ],
)
def test_forms_of_a_word_meet(database: Database, quote: str, queries: list[str]) -> None:
    team = Team.new(database)
    team.objections(team.member(), {quote: {}})
    with database.read() as connection:
        for query in queries:
            assert objections.search_objections(connection, team.id, query, limit=5), query
        for query in ("", "  ", "?!", "nowhere", f"{queries[0]} nowhere"):
            assert objections.search_objections(connection, team.id, query, limit=5) == [], query


def test_a_theme_that_was_asked_for_is_found_beside_the_words(database: Database) -> None:
    team, other = Team.new(database), Team.new(database, "T2")
    said = team.objections(
        team.member(),
        {"they pay half elsewhere": {"theme": "price"}, "the price list": {"theme": "trust"}, "late": {}},
    )
    other.objections(other.member(), {"dear": {"theme": "price"}})
    with database.read() as connection:
        both = objections.search_objections(connection, team.id, "price", limit=5, themes=["price"])
        newest = objections.search_objections(connection, team.id, "price", limit=1, themes=["price"])
    assert {item.quote for item in both} == {"they pay half elsewhere", "the price list"}
    assert both == sorted(both, key=lambda item: (item.logged_at, item.id), reverse=True)
    assert newest == both[:1]
    assert set(said) > {item.quote for item in both}


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("prices", "Price", True),
        ("presupuestos", "Sin presupuesto", True),
        ("la integración", "integracion", True),
        ("price list", "Price", False),
        ("no", "No need", False),
        ("", "", False),
    ],
)
def test_words_are_the_same_in_other_forms(one: str, other: str, *, same: bool) -> None:
    assert same_words(one, other) is same
    assert same_words(other, one) is same


def test_a_change_is_searched_as_it_stands_and_withdrawn_is_not_found(database: Database) -> None:
    team = Team.new(database)
    (one,) = team.objections(team.member(), {"price": {}}).values()

    def change(version: int, **changes: object) -> None:
        with database.write() as work:
            now = objections.get_objection(work.connection, team.id, one).logged_at
            objections.change_objection(work, team.id, one, changes, expected_version=version, now=now)
            work.commit()

    def found(query: str) -> int:
        with database.read() as connection:
            return len(objections.search_objections(connection, team.id, query, limit=5))

    change(1, quote="trust", search_text=index_text("trust"))
    assert (found("price"), found("trust")) == (0, 1)
    with database.read() as connection:
        moment = objections.get_objection(connection, team.id, one).logged_at
    change(2, withdrawn_at=moment)
    assert found("trust") == 0
    change(3, withdrawn_at=None)
    assert found("trust") == 1


def test_only_the_start_of_a_long_paste_is_indexed() -> None:
    words = [f"w{number}" for number in range(INDEXED_WORDS + 50)]
    assert index_text(" ".join(words)).split() == words[:INDEXED_WORDS]
    assert index_text(None, "", "a a A á") == "a"
