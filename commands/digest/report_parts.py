"""The digest's blocks as parts of a page: text made safe for HTML, tables, charts with the lengths of their bars."""

import html
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any, Final

from markupsafe import Markup

from commands.blocks import Json
from commands.charts import CHART_TYPE
from commands.i18n import Say
from domain.values import frozen

_BULLET: Final = "• "
#: Lines of a list, and characters of a line.
_SEVERAL: Final = 4
_BRIEF: Final = 45
_BOLD: Final = re.compile(r"(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])")
_ITALIC: Final = re.compile(r"(?<![\w_])_(?=\S)([^_\n]+?)(?<=\S)_(?![\w_])")
_CODE: Final = re.compile(r"`([^`\n]+)`")
_LINK: Final = re.compile(r"<(https?://[^|<>\s]+)(?:\|([^<>]*))?>")


@frozen
class Bar:
    """One value of a chart: what it is of, in which series, how much, and its length in percent of the longest."""

    label: str
    series: str
    value: str
    percent: float


@frozen
class Part:
    """A piece of the page; which fields it has depends on ``kind``.

    Kinds: title, heading, summary (what is read first), text, note (small print), list (``items``), quote, table
    (``rows``, the first its head) and chart (``text`` its title, ``bars``, ``series`` their names).
    """

    kind: str
    text: Markup | str = ""
    items: tuple[Markup, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    bars: tuple[Bar, ...] = ()
    series: tuple[str, ...] = ()

    @property
    def is_short(self) -> bool:
        """A list of several brief lines, for which half of the page's width is enough."""
        return len(self.items) >= _SEVERAL and all(len(item.striptags()) <= _BRIEF for item in self.items)


def sections(rows: Iterable[Json], say: Say) -> list[list[Part]]:
    """Every block that the digest uses, in its order, a new section from each line across on.

    Raises KeyError for a block that no page was planned for.
    """
    found: list[list[Part]] = [[]]
    for row in rows:
        if row["type"] == "divider":
            found.append([])
        else:
            found[-1] += _chart(row, say) if row["type"] == CHART_TYPE else _PARTS[row["type"]](row)
    first, *others = found
    return [
        [replace(part, kind="summary") if part.kind == "text" else part for part in first],
        *(_headed(section) for section in others),
    ]


def _headed(section: Sequence[Part]) -> list[Part]:
    """What stands in bold at the top, or above a list, is a heading: it stays with what follows it on paper."""
    made: list[Part] = []
    for part, following in zip_longest(section, section[1:]):
        is_bold = part.kind == "text" and part.text.startswith("<strong>")
        heads = not made or (following is not None and following.kind == "list")
        made.append(replace(part, kind="heading") if is_bold and heads else part)
    return made


def _header(row: Mapping[str, Any]) -> list[Part]:
    return [Part("title", row["text"]["text"])]


def _section(row: Mapping[str, Any]) -> list[Part]:
    texts = [row["text"]] if "text" in row else row["fields"]
    return [part for text in texts for part in _paragraphs(text["text"])]


def _context(row: Mapping[str, Any]) -> list[Part]:
    return [Part("note", _markup(element["text"])) for element in row["elements"]]


def _rich_text(row: Mapping[str, Any]) -> list[Part]:
    kinds = {"rich_text_quote": "quote"}
    return [Part(kinds.get(element["type"], "text"), _rich(element["elements"])) for element in row["elements"]]


def _table(row: Mapping[str, Any]) -> list[Part]:
    return [Part("table", rows=tuple(tuple(cell["text"] for cell in line) for line in row["rows"]))]


def _chart(row: Mapping[str, Any], say: Say) -> list[Part]:
    series = row["chart"]["series"]
    longest = max((point["value"] for line in series for point in line["data"]), default=0) or 1
    bars = tuple(
        Bar(label, line["name"], say.number(line["data"][at]["value"]), 100 * line["data"][at]["value"] / longest)
        for at, label in enumerate(row["chart"]["axis_config"]["categories"])
        for line in series
    )
    return [Part("chart", row["title"], bars=bars, series=tuple(line["name"] for line in series))]


_PARTS: Final = {
    "header": _header,
    "section": _section,
    "context": _context,
    "rich_text": _rich_text,
    "table": _table,
}


def _paragraphs(mrkdwn: str) -> list[Part]:
    """Lines that begin with a bullet are one list, the others text."""
    made: list[Part] = []
    for line in mrkdwn.split("\n"):
        if not line.startswith(_BULLET):
            made.append(Part("text", _markup(line)))
        elif made and made[-1].kind == "list":
            made[-1] = Part("list", items=(*made[-1].items, _markup(line.removeprefix(_BULLET))))
        else:
            made.append(Part("list", items=(_markup(line.removeprefix(_BULLET)),)))
    return [part for part in made if part.kind == "list" or part.text]


def _markup(mrkdwn: str) -> Markup:
    """Slack's markup, which escapes ``&``, ``<`` and ``>``, as HTML, which escapes quotes too."""
    made, at = [], 0
    for link in _LINK.finditer(mrkdwn):
        made.append(_styled(mrkdwn[at : link.start()]))
        address = html.escape(html.unescape(link[1]))
        made.append(f'<a href="{address}">{_styled(link[2] or link[1])}</a>')
        at = link.end()
    return Markup("".join([*made, _styled(mrkdwn[at:])]))  # noqa: S704 - each piece went through _styled or escape


def _styled(mrkdwn: str) -> str:
    safe = html.escape(html.unescape(mrkdwn))
    styled = _ITALIC.sub(r"<em>\1</em>", _BOLD.sub(r"<strong>\1</strong>", safe))
    return _CODE.sub(r"<code>\1</code>", styled)


def _rich(elements: Sequence[Mapping[str, Any]]) -> Markup:
    made = []
    for element in elements:
        safe = html.escape(element["text"])
        made.append(f"<strong>{safe}</strong>" if element.get("style", {}).get("bold") else safe)
    return Markup("".join(made))  # noqa: S704 - each piece is escaped
