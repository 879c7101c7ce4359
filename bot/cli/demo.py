"""`lazo demo`: Lazo on a local Slack, with nothing to install and nobody to ask.

Ends with 0 when it was told to stop, with 1 and a sentence when it could not go on.
"""

import sys
from typing import Annotated

import typer

from bot.cli.sub_command import sub_command

try:
    from bot.demo.running import DemoError, DemoOptions, run_demo
except ModuleNotFoundError as missing:
    # The local Slack's libraries are an extra (docs/decisions/0004): say so in place of a traceback.
    sys.exit(f"The demo needs {missing.name}, which is not installed. Run: pip install 'lazo-slack[demo]'")

app = sub_command()


@app.command()
def demo(
    *,
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="The port of its page; the next free one if taken.")
    ] = 8765,
    empty: Annotated[bool, typer.Option("--empty", help="Without the example accounts, objections and leads.")] = False,
    keep: Annotated[bool, typer.Option("--keep", help="Keep the database in .lazo-demo/ for the next time.")] = False,
    open_browser: Annotated[bool, typer.Option("--open", help="Open the page in your browser.")] = False,
) -> None:
    """Start a local Slack with Lazo in it, and print its address. Ctrl-C stops both."""
    try:
        run_demo(DemoOptions(port=port, empty=empty, keep=keep, open_browser=open_browser), _tell)
    except DemoError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from None


def _tell(text: str) -> None:
    typer.echo(text)
    sys.stdout.flush()
