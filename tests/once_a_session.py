"""What a process works out once, worked out once for all tests: each of them starts a bot of its own.

Statements are compiled for a kind of database, not for every engine; an engine of a kind that is known asks its server
no more which version it is of; and what a listener's parameters are called is read off its code, without the look at
kinds and defaults that nobody asks for. Nothing of this is the product's: a process has one engine and one app.
"""

import importlib
import inspect
from collections.abc import Callable, Iterator, MutableMapping
from types import CodeType, FunctionType, MethodType, SimpleNamespace
from typing import Any, Final

import pytest
from slack_bolt.util.utils import get_arg_names_of_callable
from sqlalchemy import Connection, Engine, create_engine
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Dialect
from sqlalchemy.util import LRUCache

#: More shapes of statements than all tests together make.
_SHAPES: Final = 4000
#: Where Bolt looks for the names of a callable's parameters while an app is put together.
_ASKING: Final = ("listener.custom_listener", "listener_matcher.builtins", "middleware.custom_middleware")
_compiled: Final[MutableMapping[Any, Any]] = LRUCache(_SHAPES)


@pytest.fixture(autouse=True, scope="session")
def compiled_once() -> Iterator[None]:
    """Engines of a kind share what they compiled; the key of that has the dialect, so two of a kind are equal."""
    with pytest.MonkeyPatch.context() as patch:
        for kind in (SQLiteDialect_pysqlite, PGDialect_psycopg):
            patch.setattr(kind, "__eq__", _is_same_kind)
            patch.setattr(kind, "__hash__", _hash_of_kind)
            patch.setattr(kind, "initialize", _initialize_once(kind))
        patch.setattr("storage.engines.create_engine", _sharing_engine)
        yield


@pytest.fixture(autouse=True, scope="session")
def parameters_read_off() -> Iterator[None]:
    """Two hundred listeners are registered in each app, and each is asked three times what it wants."""
    with pytest.MonkeyPatch.context() as patch:
        for place in _ASKING:
            patch.setattr(importlib.import_module(f"slack_bolt.{place}"), "get_arg_names_of_callable", names_of)
        patch.setattr("bot.by_name.inspect", SimpleNamespace(signature=signature_of))
        yield


def names_of(asked: Callable[..., object]) -> list[str]:
    """As Bolt's own: the parameters of ``asked`` by name, a method's first included."""
    code = _plain(asked)
    return get_arg_names_of_callable(asked) if code is None else list(code.co_varnames[: code.co_argcount])


def signature_of(asked: Callable[..., object]) -> inspect.Signature | SimpleNamespace:
    """What has the ``parameters`` of ``asked`` by name, a method's first left out."""
    code = _plain(asked)
    if code is None:
        return inspect.signature(asked)
    names = code.co_varnames[: code.co_argcount + code.co_kwonlyargcount]
    return SimpleNamespace(parameters=names[1:] if isinstance(asked, MethodType) else names)


def _plain(asked: object) -> CodeType | None:
    """The code of a function or method that wraps no other and takes in nothing unnamed."""
    function = asked.__func__ if isinstance(asked, MethodType) else asked
    if not isinstance(function, FunctionType) or hasattr(function, "__wrapped__"):
        return None
    takes_any = function.__code__.co_flags & (inspect.CO_VARARGS | inspect.CO_VARKEYWORDS)
    return None if takes_any else function.__code__


def _sharing_engine(*given: Any, **settings: Any) -> Engine:  # noqa: ANN401 - SQLAlchemy's many
    engine = create_engine(*given, **settings)
    engine.update_execution_options(compiled_cache=_compiled)
    return engine


def _initialize_once(kind: type[Dialect]) -> Callable[[Any, Connection], None]:
    really_initialize = kind.initialize
    found: dict[str, object] = {}

    def initialize(dialect: Dialect, connection: Connection) -> None:
        if found:
            vars(dialect).update(found)
            return
        before = dict(vars(dialect))
        really_initialize(dialect, connection)
        found.update({key: said for key, said in vars(dialect).items() if before.get(key, vars) is not said})

    return initialize


def _is_same_kind(dialect: Dialect, other: object) -> bool:
    return type(dialect) is type(other)


def _hash_of_kind(dialect: Dialect) -> int:
    return hash(type(dialect))
