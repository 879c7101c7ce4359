"""A search may name a theme, as its label says it in any language."""

import pytest

from commands.i18n import Texts
from commands.objection.answers import themes_named


@pytest.mark.parametrize(
    ("query", "theme"),
    [
        ("price", "price"),
        ("Precios", "price"),
        ("price / value", "price"),
        ("presupuesto", "budget"),
        ("implantación", "implementation"),
        ("implementación", "implementation"),
        ("status quo", "status_quo"),
        ("legal", "security_legal"),
    ],
)
def test_a_label_or_one_side_of_it_names_its_theme(query: str, theme: str) -> None:
    assert themes_named(Texts(), query) == [theme]


@pytest.mark.parametrize("query", ["", "?!", "no", "they", "price list", "Pipewise"])
def test_other_words_name_none(query: str) -> None:
    assert themes_named(Texts(), query) == []
