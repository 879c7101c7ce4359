"""Suggesting a code for a sentence: a theme or a reason, with how sure the mind is. A person confirms it or does not.

The rules of `domain.recognition` come first: a mind is asked only where they found nothing.
"""

from collections.abc import Mapping
from typing import Any, Final

from pydantic import BaseModel, Field

from commands.i18n import Say
from commands.minds import Material, MindRequest, Purpose
from commands.prompt_files import prompt
from domain.evaluation import Kind
from domain.taxonomy import LossReason, ReturnReason, Theme, WinReason
from storage.ids import WorkspaceId

_PROMPT: Final = ("suggest", 1)
#: An answer of a code and a number needs no more.
_MOST_TOKENS: Final = 200
_LONGEST_TEXT: Final = 2000

#: Below this nothing is suggested. By cross-validation of the local mind six in seven suggestions above it are right
#: and two sentences in nine get none; of the seen sentences four in five are right, and a quarter gets none.
SURE_ENOUGH: Final = 0.28

#: A guess is never shown as a certainty.
_MOST_SURE: Final = 0.99


class Suggestion(BaseModel):
    """A code, or nothing when the mind would not say, and how sure it is (0…1)."""

    code: Any
    confidence: float = Field(ge=0, le=1)


class ThemeSuggestion(Suggestion):
    """What an objection is about."""

    code: Theme | None


class WinSuggestion(Suggestion):
    """Why a deal was won."""

    code: WinReason | None


class LossSuggestion(Suggestion):
    """Why a deal was lost."""

    code: LossReason | None


class ReturnSuggestion(Suggestion):
    """Why a lead goes back."""

    code: ReturnReason | None


SCHEMAS: Final[Mapping[Kind, type[Suggestion]]] = {
    Kind.OBJECTION: ThemeSuggestion,
    Kind.WIN: WinSuggestion,
    Kind.LOSS: LossSuggestion,
    Kind.RETURN: ReturnSuggestion,
}


def suggestion_request(
    workspace_id: WorkspaceId,
    kind: Kind,
    text: str,
    *,
    purpose: Purpose = Purpose.SUGGEST,
    channel: str | None = None,
    member_id: int | None = None,
) -> MindRequest[Suggestion]:
    """Ask which code of ``kind`` ``text`` stands for."""
    return MindRequest(
        workspace_id=workspace_id,
        purpose=purpose,
        prompt=prompt(*_PROMPT),
        material=(Material("text", text[:_LONGEST_TEXT]), Material("kind", kind.value)),
        schema=SCHEMAS[kind],
        channel=channel,
        member_id=member_id,
        most_tokens=_MOST_TOKENS,
    )


def kind_of(schema: type[BaseModel]) -> Kind | None:
    """Which kind of code ``schema`` asks for, if it is one of ours."""
    return next((kind for kind, each in SCHEMAS.items() if each is schema), None)


def sureness(say: Say, confidence: float) -> str:
    """How sure a machine is (0…1), as a person reads it: in whole percent."""
    return say.percent(min(round(confidence, 2), _MOST_SURE))


def sure_code(said: Suggestion) -> str | None:
    """The code that is worth showing; nothing when the mind is not sure, or says only that it is something else."""
    if said.code is None or said.confidence < SURE_ENOUGH or str(said.code) == Theme.OTHER:
        return None
    return str(said.code)
