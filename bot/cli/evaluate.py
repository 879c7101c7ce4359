"""`lazo evaluate`: how good each mind is at codes, on labelled sentences.

Ends with 0, or with 2 and a sentence when the file or the mind is no use as it is.
"""

import json
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any, Final

import typer
from pydantic import ValidationError

from bot.cli.opening import refuse
from bot.cli.sub_command import sub_command
from bot.minds.registry import MindMissingError, make_mind
from bot.settings import MindSettings
from commands.minds import Mind, MindAnswer, Purpose, off_the_request_path
from commands.suggesting import suggestion_request, sure_code
from domain.evaluation import (
    Example,
    Figures,
    Judged,
    Kind,
    by_kind_and_language,
    confusion,
    example_of,
)
from domain.recognition import theme_of
from domain.review_line import read_review
from storage.ids import WorkspaceId

#: Mistakes listed for each mind; more is noise.
_MISTAKES: Final = 12
_ROW: Final = "{:<10}{:<5}{:>6}{:>10}{:>7}{:>10}{:>11}{:>11}"
#: What stands before a sentence so that the reader of reviews knows which end of a deal it is about.
_ENDS: Final = {Kind.WIN: "won: ", Kind.LOSS: "lost: "}


class MindName(StrEnum):
    """Who answers."""

    RULES = "rules"
    LOCAL = "local"
    OPENAI = "openai"


app = sub_command()


@app.command()
def evaluate(
    file: Annotated[
        Path, typer.Argument(metavar="FILE.jsonl", help="Lines with text, lang, and theme, reason, or kind and label.")
    ],
    mind: Annotated[
        list[MindName] | None,
        typer.Option(help="Who answers; may be given again. Without: rules, and local if it is there."),
    ] = None,
    *,
    as_json: Annotated[bool, typer.Option("--json", help="For a program: figures and mistakes of each mind.")] = False,
) -> None:
    """Measure on labelled sentences how good each mind is at themes and reasons.

    A reason tells by itself whether a deal was won or lost or a lead came back; budget, poor_fit and other may be
    several of these and need the kind (win, loss, return) beside them.

    Accuracy is of those answered, with Wilson's interval at 95 %; beside it how often nothing was answered, by kind and
    language. `openai` asks the model that the settings name, once a line, and costs what that costs.
    """
    examples = list(_read(file))
    results = {name.value: _judged(name, examples, is_wanted=bool(mind)) for name in mind or list(MindName)[:2]}
    results = {name: judged for name, judged in results.items() if judged}
    if as_json:
        typer.echo(json.dumps({name: _as_data(judged) for name, judged in results.items()}, indent=2))
        return
    for name, judged in results.items():
        _print(name, judged)


def _read(file: Path) -> Iterator[Example]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        refuse(f"{file} cannot be read: {error}")
    if not lines:
        refuse(f"{file} is empty.")
    for number, line in enumerate(lines, 1):
        try:
            data = json.loads(line)
            yield example_of(data if isinstance(data, dict) else {})
        except ValueError as error:
            refuse(f"{file}, line {number}: {error}")


def _judged(name: MindName, examples: list[Example], *, is_wanted: bool) -> list[Judged]:
    if name is MindName.RULES:
        return [Judged(example, _by_rules(example)) for example in examples]
    try:
        settings = MindSettings(lazo_mind=name.value)
        made = make_mind(settings, None)
    except ValidationError as error:
        refuse(f"{name} cannot be asked: {error.errors()[0]['msg']}")
    except MindMissingError as error:
        if is_wanted:
            refuse(str(error))
        typer.echo(str(error), err=True)
        return []
    assert made is not None
    with off_the_request_path():
        return [Judged(example, _by_mind(made, example)) for example in examples]


def _by_rules(example: Example) -> str | None:
    if example.kind is Kind.OBJECTION:
        return theme_of(example.text)
    if example.kind in _ENDS:
        return read_review(_ENDS[example.kind] + example.text).primary
    return None  # why a lead goes back is chosen from a menu; no rule reads it


def _by_mind(mind: Mind, example: Example) -> str | None:
    request = suggestion_request(WorkspaceId(0), example.kind, example.text, purpose=Purpose.TEST)
    told = mind.complete(request)
    if isinstance(told, MindAnswer):
        return sure_code(told.content)
    if told.reason.value != "nonsense":
        refuse(f"{mind.name} does not answer: {told.in_full}")
    return None


def _print(name: str, judged: list[Judged]) -> None:
    typer.echo(f"{name}\n{_ROW.format('kind', 'lang', 'asked', 'answered', 'right', 'accuracy', '95 %', 'abstained')}")
    for kind, lang, found in by_kind_and_language(judged):
        typer.echo(_ROW.format(kind, lang, found.asked, found.answered, found.right, *_shares(found)))
    for kind, wanted, answered, count in confusion(judged)[:_MISTAKES]:
        typer.echo(f"  {count} × {kind}: {wanted} taken for {answered}")
    typer.echo()


def _shares(found: Figures) -> tuple[str, str, str]:
    low, high = found.bounds
    accuracy = found.accuracy
    if accuracy is None:
        return "–", "–", f"{found.abstained:.0%}"
    return f"{accuracy:.0%}", f"{low:.0%}–{high:.0%}", f"{found.abstained:.0%}"


def _as_data(judged: list[Judged]) -> dict[str, Any]:
    rows = [
        {
            "kind": kind,
            "lang": lang,
            "asked": found.asked,
            "answered": found.answered,
            "right": found.right,
            "accuracy": found.accuracy,
            "interval": found.bounds,
            "abstained": found.abstained,
        }
        for kind, lang, found in by_kind_and_language(judged)
    ]
    mistakes = [dict(zip(("kind", "label", "answer", "count"), row, strict=True)) for row in confusion(judged)]
    return {"figures": rows, "mistakes": mistakes}
