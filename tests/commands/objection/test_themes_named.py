"""A search may name a theme, as its label says it in any language."""

import pytest

from commands.i18n import Texts
from commands.own_themes import themes_named
from domain.own_themes import OwnTheme, OwnThemes


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


def test_a_theme_of_ones_own_is_named_as_people_call_it_retired_or_not() -> None:
    own = OwnThemes(
        (OwnTheme(7, "SSO con Okta", "sso con okta"), OwnTheme(8, "Residencia", "residencia", is_retired=True))
    )
    assert themes_named(Texts(), "sso con okta", own) == ["own_7"]
    assert themes_named(Texts(), "residencia", own) == ["own_8"]
    assert themes_named(Texts(), "price", own) == ["price"]
