"""What slices plan to tell, the release can put into words: of one kind that it cannot, a person would hear nothing."""

import inspect
import pkgutil
from collections.abc import Iterator
from importlib import import_module

import commands
from bot.composing import all_composers
from commands.i18n import Texts


def test_every_kind_that_a_slice_composes_is_known_to_the_release() -> None:
    known = all_composers(Texts())
    assert {kind for kinds in _offered() for kind in kinds} == known.keys()


def _offered() -> Iterator[list[str]]:
    for found in pkgutil.walk_packages(commands.__path__, "commands."):
        module = import_module(found.name)
        compose = getattr(module, "composers", None)
        if compose is not None and compose.__module__ == module.__name__:
            yield list(compose(Texts()) if inspect.signature(compose).parameters else compose())
