"""`lazo digest --preview`: the message that a channel would get at a moment, on the terminal or as Block Kit JSON.

Ends with 0, or with 2 and a sentence when the flags or the database are no use as they are.
"""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

import typer

from bot.cli.opening import opened, refuse
from bot.cli.sub_command import sub_command
from bot.cli.target_flags import target_named
from bot.clock import Clock
from commands.digest.composing import compose
from commands.digest.message import DigestMessage
from commands.i18n import Texts
from domain.values import frozen
from domain.weeks import week_reported
from storage.database import Database

_CELL_GAP: Final = "  "


@frozen
class Asked:
    """The flags, as typed."""

    as_of: str | None
    channel: str | None
    tz: str | None
    lang: str | None
    team: str | None


app = sub_command()


@app.command()
def digest(
    *,
    preview: Annotated[bool, typer.Option("--preview", help="Show the digest; nothing is posted.")] = False,
    as_of: Annotated[
        str | None,
        typer.Option("--as-of", metavar="2018-03-05T09:00", help="The moment to look from. [default: now]"),
    ] = None,
    channel: Annotated[
        str | None, typer.Option(metavar="C…", help="The channel whose zone and language count.")
    ] = None,
    tz: Annotated[
        str | None, typer.Option("--tz", metavar="Europe/Madrid", help="Another zone to cut the week in.")
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="en, es or es-MX.")] = None,
    team: Annotated[str | None, typer.Option(metavar="T…", help="The workspace, where there is more than one.")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Print text and blocks as JSON.")] = False,
    without_charts: Annotated[
        bool, typer.Option("--without-charts", help="The form for workspaces where Slack has no charts yet.")
    ] = False,
) -> None:
    """Show what a channel would get: the week that ended on the Sunday before the moment."""
    if not preview:
        refuse("Add --preview. To post it, use /digest now or /digest schedule in Slack.")
    with opened() as database:
        message = _composed(database, Asked(as_of, channel, tz, lang, team))
    body = message.fallback if without_charts and message.fallback else message.body
    typer.echo(json.dumps(body, ensure_ascii=False, indent=2) if as_json else readable(body))


def readable(body: Mapping[str, Any]) -> str:
    """The blocks of a message as lines of text, charts and tables included."""
    parts = ["\n".join(_lines(block)) for block in body["blocks"]]
    return "\n\n".join(part for part in parts if part)


def _composed(database: Database, asked: Asked) -> DigestMessage:
    with database.read() as connection:
        target = target_named(connection, team=asked.team, channel=asked.channel, tz=asked.tz, lang=asked.lang)
        moment = _moment(asked.as_of, target.tz)
        return compose(connection, Texts(), target, week_reported(moment, target.tz), as_of=moment)


def _moment(typed: str | None, tz: str) -> datetime:
    if typed is None:
        return Clock().business_now()
    try:
        moment = datetime.fromisoformat(typed)
    except ValueError:
        refuse(f"{typed} is not a date and time: write it like 2018-03-05T09:00, in {tz}, or with an offset (+01:00).")
    return moment if moment.tzinfo is not None else moment.replace(tzinfo=ZoneInfo(tz))


def _lines(block: Mapping[str, Any]) -> list[str]:
    match block["type"]:
        case "header":
            return [block["text"]["text"], "=" * len(block["text"]["text"])]
        case "section":
            return [_plain(block["text"]["text"])]
        case "context":
            return [_plain(element["text"]) for element in block["elements"]]
        case "rich_text":
            return [_rich(part) for part in block["elements"]]
        case "table":
            return _columns([[cell["text"] for cell in row] for row in block["rows"]])
        case "data_visualization":
            return _chart(block)
        case _:
            return []


def _plain(mrkdwn: str) -> str:
    text = mrkdwn.replace("*", "")
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def _rich(part: Mapping[str, Any]) -> str:
    text = "".join(element["text"] for element in part["elements"])
    return f"  “{text}”" if part["type"] == "rich_text_quote" else text


def _chart(block: Mapping[str, Any]) -> list[str]:
    series = block["chart"]["series"]
    rows = [["", *(line["name"] for line in series)]]
    for number, label in enumerate(block["chart"]["axis_config"]["categories"]):
        rows.append([label, *(f"{line['data'][number]['value']:g}" for line in series)])
    return [f"[{block['title']}]", *_columns(rows)]


def _columns(rows: list[list[str]]) -> list[str]:
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    return [
        _CELL_GAP.join(
            cell.ljust(width) if column == 0 else cell.rjust(width)
            for column, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
