"""Themes of a workspace's own: which one a sentence says, and which can be chosen."""

import pytest

from domain.own_themes import OwnTheme, OwnThemes, theme_code
from domain.taxonomy import Theme

SSO = OwnTheme(1, "SSO", "sso")
OKTA = OwnTheme(2, "SSO con Okta", "sso okta")
GONE = OwnTheme(3, "Residencia", "residencia", is_retired=True)
OWN = OwnThemes((SSO, OKTA, GONE))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("they want SSO", "own_1"),
        ("sin S.S.O. no firman", None),
        ("quieren SSO Okta ya", "own_2"),
        ("la residencia de los datos", None),
        ("es caro", None),
    ],
)
def test_a_sentence_says_the_theme_of_most_words_that_is_on_offer(text: str, code: str | None) -> None:
    assert OWN.said_in(text) == code


def test_of_two_that_a_sentence_says_neither_is_guessed() -> None:
    assert OwnThemes((SSO, OwnTheme(4, "SAP", "sap"))).said_in("SSO y SAP") is None


def test_what_was_retired_keeps_its_name_and_is_not_offered() -> None:
    assert OWN.offered == ("own_1", "own_2")
    assert OWN.names["own_3"] == "Residencia"


@pytest.mark.parametrize("code", ["own_77", "own_\N{ARABIC-INDIC DIGIT ONE}"])
def test_a_theme_that_nobody_took_up_is_refused(code: str) -> None:
    for known in (None, Theme.PRICE.value, "own_1", "own_3"):
        OWN.must_have(known)
    with pytest.raises(ValueError, match=code):
        OWN.must_have(code)


def test_a_menu_is_never_filled_beyond_what_slack_takes() -> None:
    many = OwnThemes(tuple(OwnTheme(n, f"T{n}", f"t{n}") for n in range(200)))
    assert len(many.offered) + len(Theme) <= 100
    assert many.offered[-1] == "own_199"


@pytest.mark.parametrize("value", ["own_", "own_x", "own_1;", "prices", ""])
def test_nothing_else_is_a_theme(value: str) -> None:
    with pytest.raises(ValueError, match="is not a valid Theme"):
        theme_code(value)
