"""What all sub-commands of `lazo` are made with."""

from functools import partial
from typing import Final

import typer

#: A Typer app without the options that install completion in a shell: `lazo` as a whole has none.
#: A single command is described by its docstring, one with commands of its own by its callback's or by ``help``.
sub_command: Final = partial(typer.Typer, add_completion=False)
