"""Values: records that are equal when their fields are, and that nobody changes."""

from collections.abc import Callable
from dataclasses import Field, dataclass, field
from operator import attrgetter
from typing import Any, ClassVar, Protocol, TypeVar, dataclass_transform

_T = TypeVar("_T")


class _Value(Protocol):
    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def frozen(cls: type[_T]) -> type[_T]:
    """Make a value of a class that lists its fields: constructor, equality, hash, repr and slots.

    To read and to use (`dataclasses.replace`, `fields`, ``match``) the same as ``@dataclass(frozen=True, slots=True)``,
    and a dataclass it is. That no field is assigned to is mypy's to see, in all our code, not the interpreter's; and
    only the constructor is compiled for each class, the rest is shared. Why: docs/decisions/0035.
    """
    own = vars(cls)
    made: Any = dataclass(slots=True, repr=False, eq=False)(cls)
    same, hashed = _comparison(tuple(made.__dataclass_fields__))
    if "__eq__" not in own:
        made.__eq__ = same
    if "__hash__" not in own:
        made.__hash__ = hashed
    if "__repr__" not in own:
        made.__repr__ = _repr
    return made  # type: ignore[no-any-return]


def _comparison(names: tuple[str, ...]) -> tuple[Callable[[object, object], bool], Callable[[object], int]]:
    everything: Callable[[object], object] = attrgetter(*names) if names else type

    def __eq__(self: object, other: object) -> bool:  # noqa: N807 - it becomes one
        if other.__class__ is not self.__class__:
            return NotImplemented
        return bool(everything(self) == everything(other))

    def __hash__(self: object) -> int:  # noqa: N807 - it becomes one
        return hash(everything(self))

    return __eq__, __hash__


def _repr(self: _Value) -> str:
    shown = ", ".join(f"{name}={getattr(self, name)!r}" for name, it in self.__dataclass_fields__.items() if it.repr)
    return f"{type(self).__qualname__}({shown})"
