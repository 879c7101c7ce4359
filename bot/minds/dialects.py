"""The two ways in which a server that speaks like OpenAI is asked: the Responses API, and chat completions before it.

Both are given the same: our prompt as the instruction, everything else as one JSON document of the user's, which the
prompt calls data. Nothing that people wrote ever stands where instructions do. Nothing is stored on the other side.
"""

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any, Final, Protocol

from bot.minds.exchange import THINKING_TOKENS
from bot.minds.schemas import strict_schema
from commands.minds import Answer, Material, MindRequest
from domain.values import frozen

Body = dict[str, Any]
_API_WORD: Final = re.compile(r"[a-z_]{1,40}")


class NotUnderstoodError(ValueError):
    """The server's answer has not the form that the API describes."""


@frozen
class Turn:
    """What came back: the answer's text, or that it will not."""

    text: str | None
    refusal: str | None


class Dialect(Protocol):
    """One way of asking."""

    def body(self, request: MindRequest[Answer], model: str) -> Body:
        """What is sent."""

    def turn(self, answer: Mapping[str, Any]) -> Turn:
        """What an answer says. Raises `NotUnderstoodError`."""

    def usage(self, answer: Mapping[str, Any]) -> tuple[int, int] | None:
        """Tokens sent and received as the server counts them, however the answer ended; nothing if it is silent."""


def as_document(material: Sequence[Material]) -> str:
    """Material as the mind reads it."""
    return json.dumps([{"record": each.record, "text": each.text} for each in material], ensure_ascii=False)


class Responses:
    """`POST /responses` with structured outputs."""

    def body(self, request: MindRequest[Answer], model: str) -> Body:
        """As the protocol's."""
        return {
            "model": model,
            "instructions": request.prompt.text,
            "input": [{"role": "user", "content": as_document(request.material)}],
            "text": {"format": {"type": "json_schema", **_named_schema(request)}},
            "max_output_tokens": request.most_tokens + THINKING_TOKENS,
            "store": False,
        }

    def turn(self, answer: Mapping[str, Any]) -> Turn:
        """As the protocol's."""
        if answer.get("status") not in {"completed", None}:
            details = answer.get("incomplete_details")
            why = _word(details.get("reason")) if isinstance(details, dict) else "no reason"
            raise NotUnderstoodError(f"the answer is {_word(answer.get('status'))}: {why}")
        texts: list[str] = []
        refusals: list[str] = []
        for item in _list(answer, "output"):
            if item.get("type") == "message":
                for part in _list(item, "content"):
                    if part.get("type") == "output_text":
                        texts.append(str(part.get("text") or ""))
                    elif part.get("type") == "refusal":
                        refusals.append(str(part.get("refusal") or "refused"))
        return Turn("".join(texts) if texts else None, refusals[0] if refusals else None)

    def usage(self, answer: Mapping[str, Any]) -> tuple[int, int] | None:
        """As the protocol's."""
        return _counts(answer, "input_tokens", "output_tokens")


class Chat:
    """`POST /chat/completions`, for servers that know no other way."""

    def body(self, request: MindRequest[Answer], model: str) -> Body:
        """As the protocol's."""
        return {
            "model": model,
            "messages": [
                {"role": "system", "content": request.prompt.text},
                {"role": "user", "content": as_document(request.material)},
            ],
            "response_format": {"type": "json_schema", "json_schema": _named_schema(request)},
            "max_tokens": request.most_tokens + THINKING_TOKENS,
        }

    def turn(self, answer: Mapping[str, Any]) -> Turn:
        """As the protocol's."""
        choices = _list(answer, "choices")
        if not choices or not isinstance(choices[0].get("message"), dict):
            raise NotUnderstoodError("the answer has no message")
        if choices[0].get("finish_reason") in {"length", "content_filter"}:
            raise NotUnderstoodError(f"the answer ended early: {choices[0]['finish_reason']}")
        message = choices[0]["message"]
        return Turn(message.get("content"), message.get("refusal"))

    def usage(self, answer: Mapping[str, Any]) -> tuple[int, int] | None:
        """As the protocol's."""
        return _counts(answer, "prompt_tokens", "completion_tokens")


def _named_schema(request: MindRequest[Answer]) -> Body:
    return {"name": request.schema.__name__, "schema": strict_schema(request.schema), "strict": True}


def _word(value: object) -> str:
    """A word of the API's; whatever else stands there may be anybody's, and is kept with the texts alone."""
    return value if isinstance(value, str) and _API_WORD.fullmatch(value) else "something else"


def _list(holder: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found = holder.get(name) or []
    if not isinstance(found, list) or not all(isinstance(each, dict) for each in found):
        raise NotUnderstoodError(f"{name} is no list of objects")
    return found


def _counts(answer: Mapping[str, Any], sent: str, received: str) -> tuple[int, int] | None:
    usage = answer.get("usage")
    if not isinstance(usage, dict) or not isinstance(usage.get(sent), int) or not isinstance(usage.get(received), int):
        return None
    return max(usage[sent], 0), max(usage[received], 0)
