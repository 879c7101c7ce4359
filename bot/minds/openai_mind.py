"""OpenAI, or any server that speaks like it: the one module that imports its client.

One answer has one deadline, whatever the retries and however slowly the server drips. Tries again on what passes
(overload, a cut connection), as long as the server asks to wait, within that deadline.
"""

import json
import random
import re
import threading
import time
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, Final

import httpx2
import openai
from pydantic import ValidationError

from bot.minds.deadline import ends_at, watched_client
from bot.minds.dialects import Body, Chat, Dialect, NotUnderstoodError, Responses, Turn
from bot.minds.exchange import Exchange
from bot.minds.schemas import misfits
from bot.minds.waiting import asked_to_wait
from bot.settings import MindSettings
from commands.minds import (
    Answer,
    MindAnswer,
    MindRequest,
    MindUnavailable,
    Reason,
    only_off_the_request_path,
)
from storage.database import Database

NAME: Final = "openai"
_TRIES: Final = 3
_FIRST_WAIT: Final = 0.5
_CONNECT_SECONDS: Final = 5.0
#: Letters of what a server says of an error.
_SAID: Final = 200
_CODE: Final = re.compile(r"[A-Za-z0-9_.-]{1,60}")
_MOST_BYTES: Final = 1_000_000
_PASSES: Final = frozenset({408, 409, 429, 500, 502, 503, 504, 529})
#: Not the request's fault: the key, the account, or the server.
_UNWELL: Final = frozenset({401, 403, 404}) | _PASSES


class _TooSlowError(Exception):
    """The deadline has passed."""


class OpenAIMind:
    """A model behind OpenAI's protocol."""

    leaves_the_machine = True
    name = NAME

    def __init__(self, settings: MindSettings, wait: Callable[[float], object] | None = None) -> None:
        self.model = settings.lazo_mind_model
        self._seconds = float(settings.lazo_mind_timeout)
        self._dialect: Dialect = Chat() if settings.lazo_mind_api == "chat" else Responses()
        self._is_chat = settings.lazo_mind_api == "chat"
        self._hushed = threading.Event()
        self._wait = wait or self._hushed.wait
        self._key = settings.openai_api_key.get_secret_value() if settings.openai_api_key else ""
        self._client = openai.OpenAI(
            api_key=self._key or "none",  # a server of one's own may want no key; the client does
            base_url=settings.openai_base_url,
            max_retries=0,  # ours know the deadline
            http_client=watched_client(),
        )

    def hush(self) -> None:
        """We are stopping: what is under way is not tried again."""
        self._hushed.set()

    def close(self) -> None:
        """Let go of the connections."""
        self._client.close()

    def complete(self, request: MindRequest[Answer]) -> MindAnswer[Answer] | MindUnavailable:
        """As the port says."""
        return self.converse(request, Exchange())

    def converse(self, request: MindRequest[Answer], exchange: Exchange) -> MindAnswer[Answer] | MindUnavailable:
        """The same, writing down what passes."""
        only_off_the_request_path()
        until = time.monotonic() + self._seconds
        try:
            return self._converse(request, exchange, until)
        except _TooSlowError:
            exchange.is_down = True
            return MindUnavailable(Reason.TIMEOUT, f"no answer within {self._seconds:.0f} s")
        except openai.APIStatusError as error:
            exchange.is_down = error.status_code in _UNWELL
            code = error.code if error.code and _CODE.fullmatch(error.code) else ""
            return self._refused(exchange, f"{error.status_code} {code}".rstrip(), str(error.message))
        except (openai.OpenAIError, httpx2.HTTPError) as error:
            exchange.is_down = True
            cause = error.__cause__ or error
            return self._refused(exchange, type(cause).__name__, str(cause))
        except ValidationError as error:
            return MindUnavailable(Reason.NONSENSE, misfits(error))
        except NotUnderstoodError as error:
            return MindUnavailable(Reason.NONSENSE, str(error)[:200])

    def _converse(
        self, request: MindRequest[Answer], exchange: Exchange, until: float
    ) -> MindAnswer[Answer] | MindUnavailable:
        turn = self._turn(self._dialect.body(request, self.model), exchange, until)
        if turn.refusal is not None:
            return MindUnavailable(Reason.REFUSED, "it will not", turn.refusal[:_SAID])
        content = request.schema.model_validate_json(turn.text or "")
        records = frozenset(each.record for each in request.material)
        return MindAnswer(content, NAME, self.model, records, exchange.tokens_in, exchange.tokens_out)

    def _refused(self, exchange: Exchange, detail: str, said: str) -> MindUnavailable:
        """What was said is kept as what was received is: servers repeat what they were sent, and our key."""
        plain = self._without_key(said)[:_SAID]
        exchange.received.append({"error": detail, "said": plain})
        return MindUnavailable(Reason.REFUSED, detail, "".join(each if each.isprintable() else " " for each in plain))

    def _without_key(self, text: str) -> str:
        return text.replace(self._key, "[our key]") if self._key else text

    def _turn(self, body: Body, exchange: Exchange, until: float) -> Turn:
        exchange.sent.append(body)
        answer = self._tried(body, exchange, until)
        exchange.received.append(answer)
        if not isinstance(answer, dict):
            raise NotUnderstoodError("the answer is no object")
        # Before it is judged: what is cut off or makes no sense is billed as well.
        usage = self._dialect.usage(answer)
        if usage is not None:
            exchange.untold -= 1
            exchange.tokens_in += usage[0]
            exchange.tokens_out += usage[1]
        try:
            return self._dialect.turn(answer)
        except (KeyError, TypeError, AttributeError) as error:
            raise NotUnderstoodError(f"the answer lacks something: {error}") from None

    def _tried(self, body: Body, exchange: Exchange, until: float) -> Any:  # noqa: ANN401 - any JSON
        for attempt in range(1, _TRIES + 1):
            try:
                return self._posted(body, exchange, until)
            except (openai.APIConnectionError, httpx2.TransportError, openai.APIStatusError) as error:
                exchange.untold -= _is_free(error)
                wait = self._wait_before_next(error, attempt)
                if time.monotonic() >= until:
                    raise _TooSlowError from error
                if wait is None or time.monotonic() + wait >= until:
                    raise
                self._wait(wait)
        raise AssertionError("the last try returns or raises")

    def _posted(self, body: Body, exchange: Exchange, until: float) -> Any:  # noqa: ANN401 - any JSON
        left = until - time.monotonic()
        if left <= 0:
            raise _TooSlowError
        timeout = httpx2.Timeout(left, connect=min(left, _CONNECT_SECONDS))
        create: Any = self._client.chat.completions if self._is_chat else self._client.responses
        read = bytearray()
        exchange.untold += 1
        with ends_at(until), create.with_streaming_response.create(**body, timeout=timeout) as response:
            for chunk in response.iter_bytes():
                read += chunk
                if time.monotonic() >= until:
                    raise _TooSlowError
                if len(read) > _MOST_BYTES:
                    raise NotUnderstoodError("the answer has no end")
        try:
            return json.loads(self._without_key(read.decode()))
        except ValueError:
            raise NotUnderstoodError("the answer is no JSON") from None

    def _wait_before_next(self, error: Exception, attempt: int) -> float | None:
        """Seconds until the next try; nothing when there is none."""
        if attempt == _TRIES or self._hushed.is_set():
            return None
        headers: Mapping[str, str] = {}
        if isinstance(error, openai.APIStatusError):
            # Money that is spent does not come back within the minute.
            if error.status_code not in _PASSES or error.code == "insufficient_quota":
                return None
            headers = error.response.headers
        backoff = _FIRST_WAIT * 2.0 ** (attempt - 1) * random.uniform(0.75, 1.25)  # noqa: S311 - no secret
        return max(asked_to_wait(headers) or 0.0, backoff)


def _is_free(error: Exception) -> bool:
    """Whether nothing can have been billed: nobody heard us, or the request itself was refused."""
    if isinstance(error, openai.APIStatusError):
        return error.status_code < HTTPStatus.INTERNAL_SERVER_ERROR
    return isinstance(error.__cause__, httpx2.ConnectError | httpx2.ConnectTimeout | httpx2.PoolTimeout)


def make(settings: MindSettings, _database: Database | None) -> OpenAIMind:
    """The mind that ``settings`` describe."""
    return OpenAIMind(settings)
