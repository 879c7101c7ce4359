"""The digest as a page for people outside the channel: the same words and figures, every account, no Slack needed."""

from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, Template

from commands.digest.message import review_rows
from commands.digest.report_parts import sections
from commands.i18n import Say
from domain.digest import WeeklyDigest

_TEMPLATE: Final = "report.html"


def report_page(digest: WeeklyDigest, say: Say, *, workspace: str, made_at: datetime) -> str:
    """One HTML file that needs nothing beside it: styles within, charts as drawn bars, no script, fit to be printed.

    ``made_at`` (aware) is told in the digest's zone.
    """
    made = sections(review_rows(digest, say), say)
    return _template().render(
        language=say.locale,
        title=next(part.text for part in made[0] if part.kind == "title"),
        workspace=workspace,
        sections=made,
        made_on=say("report-made", at=say.moment(made_at, digest.window.tz), tz=digest.window.tz),
        nothing_left_out=say("report-same-numbers"),
    )


@cache
def _template() -> Template:
    environment = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True)
    return environment.get_template(_TEMPLATE)
