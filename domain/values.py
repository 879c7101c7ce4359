"""Values: records that are equal when their fields are, and that nobody changes."""

from collections.abc import Callable
from dataclasses import MISSING, Field, dataclass, field, fields
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
    only the constructor is compiled for each class, when the first value is made; the rest is shared. Why:
    docs/decisions/0035.
    """
    own = vars(cls)
    made: Any = dataclass(slots=True, init=False, repr=False, eq=False)(cls)
    if "__init__" not in own:
        made.__init__ = _constructor_of(made)
    same, hashed = _comparison(tuple(made.__dataclass_fields__))
    if "__eq__" not in own:
        made.__eq__ = same
    if "__hash__" not in own:
        made.__hash__ = hashed
    if "__repr__" not in own:
        made.__repr__ = _repr
    return made  # type: ignore[no-any-return]  # the class that came in, with slots


def _constructor_of(made: Any) -> Callable[..., None]:  # noqa: ANN401 - a class that was just made
    def __init__(self: object, *given: object, **named: object) -> None:  # noqa: N807 - it stands for one
        made.__init__ = compiled = _compiled(made)
        compiled(self, *given, **named)

    return __init__


def _compiled(made: type[_Value]) -> Callable[..., None]:
    """The constructor as a dataclass has it, by position and by name."""
    known: dict[str, Any] = {"_missing": MISSING}
    positional, by_name, body = ["self"], ["*"], []
    for one in fields(made):
        name, default = one.name, f"_default_{one.name}"
        value = name if one.init else default
        if one.default_factory is not MISSING:
            known[default] = one.default_factory
            value = f"{default}() if {name} is _missing else {name}" if one.init else f"{default}()"
        elif one.default is not MISSING:
            known[default] = one.default
        elif not one.init:
            continue  # set by __post_init__
        if one.init:
            optional = "" if default not in known else f"={default if one.default is not MISSING else '_missing'}"
            (by_name if one.kw_only else positional).append(name + optional)
        body.append(f"self.{name} = {value}")
    if hasattr(made, "__post_init__"):
        body.append("self.__post_init__()")
    takes = positional + (by_name if len(by_name) > 1 else [])
    exec(f"def __init__({', '.join(takes)}):\n " + "\n ".join(body or ["pass"]), known)  # noqa: S102 - our own fields
    constructor: Callable[..., None] = known["__init__"]
    constructor.__qualname__ = f"{made.__qualname__}.__init__"
    return constructor


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
