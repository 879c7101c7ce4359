"""Where the trials happen, and how one ends."""

import http.client
import secrets
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

Json = dict[str, Any]

#: Refusals that say nothing about the assumption: the app may not do this here.
NOT_ALLOWED = frozenset({"missing_scope", "not_enabled", "not_allowed_token_type", "restricted_action", "ratelimited"})


class Verdict(StrEnum):
    """What came of a trial."""

    HELD = "held"
    OTHERWISE = "OTHERWISE"
    UNTRIED = "untried"


class OtherwiseError(Exception):
    """Slack does otherwise than Lazo assumes; the text says how."""


class UntriedError(Exception):
    """It could not be tried; the text says why."""


@dataclass
class Ground:
    """A channel that the bot is in, a person who is in it too, and what is to be taken away again."""

    client: WebClient
    channel: str
    user: str
    mark: str = field(default_factory=lambda: f"smoke-{secrets.token_hex(4)}")
    undo: list[Callable[[], object]] = field(default_factory=list)

    def post(self, text: str, channel: str | None = None, **more: Any) -> Json:  # noqa: ANN401 - the SDK's own
        """Post and remember to delete."""
        answer = self.client.chat_postMessage(channel=channel or self.channel, text=f"{text} ({self.mark})", **more)
        posted: Json = dict(answer.data)  # type: ignore[arg-type]
        self.undo.append(lambda: self.client.chat_delete(channel=posted["channel"], ts=posted["ts"]))
        return posted

    def read_back(self, posted: Json) -> Json:
        """A posted message as the history has it, metadata included."""
        page = self.client.conversations_history(
            channel=posted["channel"], latest=posted["ts"], inclusive=True, limit=1, include_all_metadata=True
        )
        messages: list[Json] = page["messages"] or []
        found = [each for each in messages if each["ts"] == posted["ts"]]
        if not found:
            raise OtherwiseError("the message just posted is not in the history")
        return found[0]

    def clean_up(self) -> list[str]:
        """Take away what was made, last first; what could not be, in words."""
        left = []
        while self.undo:
            try:
                self.undo.pop()()
            except (SlackClientError, http.client.HTTPException, OSError) as error:
                left.append(code_of(error))
        return left


@dataclass(frozen=True)
class Trial:
    """An assumption that the code makes, and the trial that shows whether it holds."""

    name: str
    assumption: str
    run: Callable[[Ground], str]


@dataclass(frozen=True)
class Result:
    """A trial's end: ``seen`` is what Slack did."""

    trial: Trial
    verdict: Verdict
    seen: str


def tried(trial: Trial, ground: Ground) -> Result:
    """Run one trial. No refusal of Slack's ends the script."""
    try:
        return Result(trial, Verdict.HELD, trial.run(ground))
    except OtherwiseError as otherwise:
        return Result(trial, Verdict.OTHERWISE, str(otherwise))
    except UntriedError as untried:
        return Result(trial, Verdict.UNTRIED, str(untried))
    except SlackApiError as error:
        code = code_of(error)
        needed = error.response.get("needed")
        verdict = Verdict.UNTRIED if code in NOT_ALLOWED else Verdict.OTHERWISE
        return Result(trial, verdict, f"{code}, needs {needed}" if needed else code)
    except (SlackClientError, http.client.HTTPException, OSError) as error:
        return Result(trial, Verdict.UNTRIED, f"no answer: {error}")


def refusal(call: Callable[[], object]) -> str | None:
    """Slack's error code for ``call``, or nothing when it was taken."""
    try:
        call()
    except SlackApiError as error:
        return code_of(error)
    return None


def expect(*, holds: bool, otherwise: str) -> None:
    """Raise `OtherwiseError` unless it holds."""
    if not holds:
        raise OtherwiseError(otherwise)


def code_of(error: BaseException) -> str:
    """Slack's word for what went wrong, or ours."""
    if isinstance(error, SlackApiError):
        return str(error.response.get("error") or f"HTTP {error.response.status_code}")
    return str(error) or type(error).__name__
