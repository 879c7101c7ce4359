"""`lazo manifest`: the app's manifest, to paste into Slack when the app is made.

Ends with 0, or with 2 and a sentence when a flag is no use as it is.
"""

import json
from typing import Annotated

import typer

from bot.cli.sub_command import sub_command
from bot.manifest import ManifestLanguage, build_manifest, manifest_yaml
from commands.i18n import Texts

app = sub_command()


@app.command()
def manifest(
    *,
    lang: Annotated[
        ManifestLanguage,
        typer.Option("--lang", help="Names and texts of the commands; both offers the two sets side by side."),
    ] = "en",
    http_url: Annotated[
        str | None,
        typer.Option("--http-url", metavar="https://…", help="Slack calls this address, in place of Socket Mode."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="JSON in place of YAML; Slack takes either.")] = False,
) -> None:
    """Print the manifest: api.slack.com/apps → Create New App → From a manifest."""
    try:
        made = build_manifest(Texts(), lang, http_url)
    except ValueError as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from None
    typer.echo(json.dumps(made, ensure_ascii=False, indent=2) if as_json else manifest_yaml(made), nl=as_json)
