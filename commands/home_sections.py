"""What slices give to App Home: a piece of it, for the eyes of one person."""

from collections.abc import Callable

from commands.blocks import Json
from commands.context import Actor, Services

#: Blocks for one person's Home; none when there is nothing to say. Reads only: it is asked again and again.
HomeSection = Callable[[Services, Actor], list[Json]]
