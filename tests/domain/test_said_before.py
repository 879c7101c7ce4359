"""Nearly the same words are the same saying; a denial, or fewer of the words, is another one."""

import itertools

import pytest

from domain.said_before import Saying


def saying(text: str) -> Saying:
    return Saying.of(text, [(word,) for word in text.lower().split()])


@pytest.mark.parametrize(
    ("one", "other", "is_near"),
    [
        ("they say hubspot is cheaper", "hubspot is cheaper they say", True),
        ("they say hubspot is cheaper", "they say hubspot is much cheaper", True),
        ("they say hubspot is cheaper", "they say it is cheaper elsewhere", False),
        ("it works with sap", "it never works with sap", False),
        ("tiene conector con sap", "no tiene conector con sap", False),
        ("price", "price", True),
        ("price", "the price", False),
        ("", "", False),
    ],
)
def test_what_is_nearly_the_same(one: str, other: str, is_near: bool) -> None:
    assert saying(one).is_nearly(saying(other)) is is_near
    assert saying(other).is_nearly(saying(one)) is is_near


def test_a_word_is_the_same_in_one_of_its_stems() -> None:
    assert Saying((("integr", "integracion"),), denies=False).is_nearly(Saying((("integr",),), denies=False))


def test_whatever_is_near_has_a_whole_part() -> None:
    """Every note that could be near: words taken away and put in, as many as the rule bears."""
    for length in range(1, 11):
        words = [f"w{number}" for number in range(length)]
        whole = saying(" ".join(words))
        for gone in range(length):
            for left in itertools.combinations(words, length - gone):
                other = saying(" ".join([*left, "new"][: len(left) + gone % 2]))
                if whole.is_nearly(other):
                    assert any(set(part) <= set(other.words) for part in whole.parts()), (words, left)
