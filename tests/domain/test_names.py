"""Two spellings of one company meet, and two companies never do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.names import fold, name_key, source_key


@pytest.mark.parametrize(
    "same",
    [
        ("Acme", "ACME, Inc.", "acme", " Acme  Corp. ", "Acme Co", "Acme Ltd"),
        ("Logística Miramar, S.L.", "logistica miramar sl", "LOGÍSTICA MIRAMAR"),
        ("Grupo Bimbo S.A.B. de C.V.", "grupo bimbo sab"),
        ("Cemex S.A. de C.V.", "cemex"),
        ("A.B.C. Tools", "ABC Tools"),
    ],
)
def test_spellings_of_one_name_share_a_key(same: tuple[str, ...]) -> None:
    assert len({name_key(name) for name in same}) == 1


@pytest.mark.parametrize(
    "names",
    [
        ("SAS", "SA"),
        ("Acme", "Acme Iberia"),
        ("3M", "3"),
        ("Inc", ""),
        ("Compañía de Aguas", "Compañía"),
        ("ЮКОС", "Юг"),
    ],
)
def test_different_names_keep_different_keys(names: tuple[str, str]) -> None:
    assert name_key(names[0]) != name_key(names[1])


@given(st.text())
def test_keys_are_stable(name: str) -> None:
    key = name_key(name)
    assert name_key(key) == key
    assert key == key.strip()
    assert bool(key) == any(char.isalnum() for char in fold(name))
    assert source_key(source_key(name)) == source_key(name)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"])))
def test_case_and_accents_do_not_count(name: str) -> None:
    assert name_key(fold(name)) == name_key(name)


def test_a_key_ends_however_long_the_name_is() -> None:
    assert len(name_key("ﷺ" * 3000)) <= 400
    assert name_key(f"{'a' * 3000} one") == name_key("a" * 3000)
