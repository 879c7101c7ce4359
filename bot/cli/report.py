"""`lazo report`: the weekly review as one HTML file that prints well, for people outside the channel.

Ends with 0, or with 2 and a sentence when the flags or the database are no use as they are.
"""

from pathlib import Path
from typing import Annotated

import typer

from bot.cli.opening import opened, refuse
from bot.cli.sub_command import sub_command
from bot.cli.target_flags import target_named
from bot.clock import Clock
from commands.digest.composing import counted
from commands.digest.report import report_page
from commands.i18n import Texts
from domain.weeks import IsoWeek, week_reported, week_span
from storage import digests, people

app = sub_command()


@app.command()
def report(
    *,
    week: Annotated[
        str | None, typer.Option(metavar="2026-W46", help="The ISO week. [default: the last that is over]")
    ] = None,
    channel: Annotated[str | None, typer.Option(metavar="C…", help="The channel whose digest is meant.")] = None,
    tz: Annotated[
        str | None, typer.Option("--tz", metavar="Europe/Madrid", help="Another zone to cut the week in.")
    ] = None,
    lang: Annotated[str | None, typer.Option("--lang", help="en, es or es-MX.")] = None,
    team: Annotated[str | None, typer.Option(metavar="T…", help="The workspace, where there is more than one.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where to. [default: lazo-2026-W46.html, here]")
    ] = None,
) -> None:
    """Write the same review that the channel gets, with every account in it, as one self-contained HTML file."""
    now = Clock().business_now()
    with opened() as database, database.read() as connection:
        target = target_named(connection, team=team, channel=channel, tz=tz, lang=lang)
        reviewed = week_reported(now, target.tz) if week is None else _week(week)
        if week_span(reviewed, target.tz).start > now:
            refuse(f"Week {reviewed} has not begun yet.")
        runs = digests.runs_of(connection, target.workspace_id, target.channel, reviewed)
        # As the channel got it, whatever was done since.
        digest = counted(connection, target, reviewed, None, runs[-1].claimed_at if runs else None)
        name = people.get_workspace(connection, target.workspace_id).name
        page = report_page(digest, Texts().into(target.locale), workspace=name, made_at=now)
    file = out or Path(f"lazo-{reviewed}.html")
    try:
        file.write_text(page, "utf-8")
    except OSError as error:
        refuse(f"{file} could not be written: {error.strerror}. Name another file with --out.")
    typer.echo(f"{file}: the review of week {reviewed}, {len(page.encode()) // 1024 + 1} kB.")


def _week(typed: str) -> IsoWeek:
    try:
        return IsoWeek.read(typed)
    except ValueError:
        refuse(f"{typed} is no week: write it like 2026-W46.")
