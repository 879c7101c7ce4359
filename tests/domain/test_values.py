"""Values behave as frozen dataclasses do, to the last comparison."""

from collections.abc import Callable
from dataclasses import KW_ONLY, asdict, dataclass, field, fields, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.values import frozen


@frozen
class Place:
    """Where."""

    name: str
    floor: int = 0


@frozen
class Counted(Place):
    """A place, and how many."""

    n: int = 1


@frozen
class Marked:
    """Knows its hash by itself."""

    name: str

    def __hash__(self) -> int:
        return 7


def rich(decorate: Callable[[type[Any]], type[Any]]) -> type[Any]:
    """A class with everything that a field may say of itself."""

    @decorate
    class Rich:
        name: str
        floor: int = 0
        tags: list[str] = field(default_factory=list)
        _: KW_ONLY
        lit: bool
        seats: dict[str, int] = field(default_factory=dict)
        width: int = 3
        area: int = field(init=False, default=0)
        seen: list[str] = field(init=False, default_factory=list)
        title: str = field(init=False)

        def __post_init__(self) -> None:
            object.__setattr__(self, "title", self.name.title())

    return Rich


Rich = rich(frozen)
RichReference = rich(dataclass(frozen=True, slots=True))


@frozen
class Nothing:
    """Without any field."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The standard library's own."""

    name: str
    floor: int = 0


ANY_PLACE = st.tuples(st.text(max_size=3), st.integers(0, 2))


@given(ANY_PLACE, ANY_PLACE)
def test_equality_and_hash_are_those_of_the_fields(one: tuple[str, int], other: tuple[str, int]) -> None:
    assert (Place(*one) == Place(*other)) == (Reference(*one) == Reference(*other))
    assert len({Place(*one), Place(*other)}) == len({Reference(*one), Reference(*other)})


def test_another_kind_is_never_equal() -> None:
    others: list[object] = [Counted("a"), Reference("a"), ("a", 0), Nothing(), None]
    assert not any(other == Place("a") for other in others)
    assert Nothing() == Nothing()


def test_what_a_class_says_of_itself_stays() -> None:
    assert hash(Marked("a")) == 7
    assert Marked("a") == Marked("a")
    assert Marked("a") != Marked("b")


CALLS: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
    (("hall",), {"lit": True}),
    (("hall", 2, ["old"]), {"lit": False, "seats": {"a": 1}, "width": 0}),
    ((), {"name": "hall", "tags": ["x"], "lit": True}),
    (("hall",), {}),
    ((), {"lit": True}),
    (("hall", 1, [], True), {"lit": True}),
    (("hall",), {"lit": True, "area": 2}),
    (("hall",), {"lit": True, "name": "other"}),
]


@pytest.mark.parametrize(("given", "named"), CALLS)
def test_the_constructor_takes_and_refuses_what_the_standard_librarys_does(
    given: tuple[Any, ...], named: dict[str, Any]
) -> None:
    def made(cls: type[Any]) -> object:
        try:
            return asdict(cls(*given, **named))
        except TypeError as error:
            return str(error)

    assert made(Rich) == made(RichReference)


def test_what_is_made_for_one_is_not_shared_with_the_next() -> None:
    one, other = Rich("a", lit=True), Rich("b", lit=True)
    one.tags.append("x")
    one.seen.append("x")
    assert (other.tags, other.seen, other.title) == ([], [], "B")


def test_it_is_a_dataclass_with_slots() -> None:
    one = Counted("a", n=3)
    assert [field.name for field in fields(one)] == ["name", "floor", "n"]
    assert asdict(replace(one, floor=2)) == {"name": "a", "floor": 2, "n": 3}
    assert repr(one) == "Counted(name='a', floor=0, n=3)"
    assert not hasattr(one, "__dict__")
    match one:
        case Place(name, floor):
            assert (name, floor) == ("a", 0)


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(AttributeError):
        object.__setattr__(Place("a"), "colour", "red")
