"""How good a mind is at codes."""

import pytest

from domain.evaluation import Example, Figures, Judged, Kind, by_kind_and_language, confusion, example_of, wilson


def test_wilsons_interval_is_the_textbooks() -> None:
    # 81 of 263 in Newcombe's tables: 0.2553 to 0.3662.
    assert wilson(81, 263) == pytest.approx((0.2553, 0.3662), abs=1e-4)
    assert wilson(0, 10) == pytest.approx((0.0, 0.2775), abs=1e-4)
    assert wilson(10, 10) == pytest.approx((0.7225, 1.0), abs=1e-4)
    assert wilson(0, 0) == (0.0, 1.0)


def test_accuracy_is_of_those_answered() -> None:
    found = Figures(asked=10, answered=5, right=4)
    assert (found.accuracy, found.abstained) == (0.8, 0.5)
    assert Figures(3, 0, 0).accuracy is None


def test_figures_come_by_kind_and_language_and_mistakes_by_their_number() -> None:
    said = [
        Judged(Example("a", Kind.OBJECTION, "price", "en"), "price"),
        Judged(Example("b", Kind.OBJECTION, "price", "es"), "budget"),
        Judged(Example("c", Kind.OBJECTION, "price", "es"), "budget"),
        Judged(Example("d", Kind.LOSS, "risk", "en"), None),
        Judged(Example("e", Kind.LOSS, "risk", "en"), "price"),
    ]
    rows = {
        (kind, lang): (found.asked, found.answered, found.right) for kind, lang, found in by_kind_and_language(said)
    }
    assert rows["objection", "en"] == (1, 1, 1)
    assert rows["objection", "all"] == (3, 3, 1)
    assert rows["loss", "en"] == (2, 1, 0)
    assert rows["all", "es"] == (2, 2, 0)
    assert rows["all", "all"] == (5, 4, 1)
    assert confusion(said) == [("objection", "price", "budget", 2), ("loss", "risk", "price", 1)]


def test_a_line_names_its_code_in_either_way() -> None:
    assert example_of({"text": " caro ", "lang": "es", "kind": "loss", "label": "price"}) == Example(
        "caro", Kind.LOSS, "price", "es"
    )
    assert example_of({"text": "x", "return_reason": "spam"}) == Example("x", Kind.RETURN, "spam")
    assert example_of({"text": "x", "theme": "price"}) == Example("x", Kind.OBJECTION, "price")


@pytest.mark.parametrize(
    ("reason", "kind"),
    [("product_fit", Kind.WIN), ("risk", Kind.LOSS), ("price", Kind.LOSS), ("trust", Kind.WIN), ("spam", Kind.RETURN)],
)
def test_a_reason_is_of_the_kind_that_has_it(reason: str, kind: Kind) -> None:
    assert example_of({"text": "x", "reason": reason}) == Example("x", kind, reason)


def test_a_reason_that_several_kinds_have_needs_the_kind() -> None:
    with pytest.raises(ValueError, match="loss and return have: add the kind"):
        example_of({"text": "x", "reason": "budget"})
    assert example_of({"text": "x", "kind": "return", "reason": "budget"}) == Example("x", Kind.RETURN, "budget")


@pytest.mark.parametrize(
    "line",
    [
        {"kind": "loss", "label": "price"},
        {"text": " ", "theme": "price"},
        {"text": "x"},
        {"text": "x", "theme": "price", "loss_reason": "price"},
        {"text": "x", "kind": "loss", "label": "trust"},
        {"text": "x", "kind": "rumour", "label": "price"},
        {"text": "x", "reason": "security_legal"},
        {"text": "x", "reason": "other"},
        {"text": "x", "kind": "objection", "reason": "price"},
        {"text": "x", "theme": "price", "reason": "price"},
        {"text": "x", "label": "price"},
        {"text": "x", "theme": "price", "lang": "fr"},
    ],
)
def test_a_line_that_is_no_use_says_why(line: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"needs|has the"):
        example_of(line)
