"""A server that speaks like OpenAI, in a process of its own: it answers as it is told, and fails as servers do.

`python -m tests.openai_server` prints its port. It refuses what OpenAI's API reference says is refused: a wrong key, an
unknown model or parameter, a schema that is not strict. What it is to answer next is put into its queue over HTTP;
what it was asked is read from it in the same way.

Each reply in the queue is one of: ``{"answer": {...}}`` (the structured answer), ``{"text": "..."}`` (any text in its
place), ``{"calls": [[name, arguments], ...]}`` (of tools that nobody gave it), ``{"refusal": "..."}``,
``{"incomplete": true}``, ``{"status": 429, "headers": {...}, "code": "...", "message": "..."}``, ``{"raw":
"<html>"}``, ``{"cut": true}`` (the connection ends in the midst of the body), ``{"drip": true}`` (the body never
ends, also of a ``"status"``), ``{"drip": "headers"}`` (they never end), ``{"hang": true}`` (nothing comes until
`release`), each with ``"latency": seconds`` if it is to come late.
"""

import http.client
import json
import subprocess
import sys
import threading
from collections import deque
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest

KEY = "sk-test"
MODEL = "gpt-5.4-mini"
_HOST = "127.0.0.1"
_RESPONSES = {"model", "instructions", "input", "text", "max_output_tokens", "store"}
_CHAT = {"model", "messages", "response_format", "max_tokens"}
_NOT_STRICT = {"default", "minLength", "maxLength", "uniqueItems", "allOf", "not"}


class _State:
    def __init__(self) -> None:
        self.replies: deque[dict[str, Any]] = deque()
        self.always: dict[str, Any] | None = None
        self.asked: list[dict[str, Any]] = []
        self.released = threading.Event()
        self.hanging = 0
        self.lock = threading.Lock()


class _Refused(Exception):  # noqa: N818 - an answer, not an error of ours
    def __init__(self, status: int, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.status = status
        self.code = code


class Handler(BaseHTTPRequestHandler):
    """One connection; what it answers comes from the queue."""

    protocol_version = "HTTP/1.1"
    state: _State

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it so
        del format, args

    def do_GET(self) -> None:
        with self.state.lock:
            self._json(200, {"asked": self.state.asked, "hanging": self.state.hanging})

    def do_POST(self) -> None:
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"] or 0)) or b"null")
        if self.path == "/control":
            self._told(body)
            return
        try:
            reply = self.next_reply(body)
            latency = float(reply.get("latency", 0))
            if latency:
                self.state.released.wait(latency)
            self._reply(reply, is_chat=self.path.endswith("/chat/completions"))
        except _Refused as refused:
            error = {"message": str(refused), "type": "invalid_request_error", "param": None, "code": refused.code}
            self._json(refused.status, {"error": error})
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True

    def _told(self, told: Mapping[str, Any]) -> None:
        with self.state.lock:
            if told.get("reset"):
                self.state.replies.clear()
                self.state.asked.clear()
                self.state.always = None
                self.state.released.set()
                self.state.released = threading.Event()
            self.state.replies.extend(told.get("replies", []))
            self.state.always = told.get("always", self.state.always)
        self._json(200, {})

    def next_reply(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is answered to ``body``: what was put into the queue. Raises `_Refused`."""
        with self.state.lock:
            self.state.asked.append({"path": self.path, "body": body})
        if self.headers.get("Authorization") != f"Bearer {KEY}":
            raise _Refused(401, "Incorrect API key provided.", "invalid_api_key")
        if self.path == "/v1/responses":
            check_responses(body)
        elif self.path == "/v1/chat/completions":
            _check_chat(body)
        else:
            raise _Refused(404, f"Invalid URL (POST {self.path})")
        with self.state.lock:
            if self.state.replies:
                return self.state.replies.popleft()
            if self.state.always is not None:
                return self.state.always
        raise _Refused(500, "nothing to answer")

    def _reply(self, reply: Mapping[str, Any], *, is_chat: bool) -> None:
        if "hang" in reply:
            released = self.state.released
            with self.state.lock:
                self.state.hanging += 1
            released.wait(120)
            with self.state.lock:
                self.state.hanging -= 1
            self.close_connection = True
        elif "drip" in reply:
            self._drip(int(reply.get("status", 200)), in_headers=reply["drip"] == "headers")
        elif "status" in reply:
            error = {
                "message": reply.get("message", "as it was told"),
                "type": "error",
                "param": None,
                "code": reply.get("code"),
            }
            self._json(int(reply["status"]), {"error": error}, reply.get("headers", {}))
        elif "raw" in reply:
            self._send(200, str(reply["raw"]).encode(), {"Content-Type": "text/html"})
        else:
            data = json.dumps(_chat(reply) if is_chat else _response(reply)).encode()
            self._send(200, data, {"Content-Type": "application/json"}, cut="cut" in reply)

    def _drip(self, status: int, *, in_headers: bool) -> None:
        released = self.state.released
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", "1000000")
        if in_headers:
            self.flush_headers()
            self.wfile.write(b"X-Wait: ")
        else:
            self.end_headers()
        while not released.wait(0.02):
            self.wfile.write(b" ")
        self.close_connection = True

    def _json(self, status: int, data: Mapping[str, Any], headers: Mapping[str, str] | None = None) -> None:
        self._send(status, json.dumps(data).encode(), {"Content-Type": "application/json", **(headers or {})})

    def _send(self, status: int, data: bytes, headers: Mapping[str, str], *, cut: bool = False) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data[: len(data) // 2] if cut else data)
        if cut:
            self.close_connection = True


def _response(reply: Mapping[str, Any]) -> dict[str, Any]:
    output: list[dict[str, Any]] = [
        {"type": "function_call", "id": f"fc_{n}", "call_id": f"call_{n}", "name": name, "arguments": arguments}
        for n, (name, arguments) in enumerate(reply.get("calls", []))
    ]
    if "refusal" in reply:
        output.append(_message({"type": "refusal", "refusal": reply["refusal"]}))
    elif not output:
        output.append(_message({"type": "output_text", "text": _text(reply), "annotations": []}))
    return {
        "id": "resp_1",
        "object": "response",
        "model": MODEL,
        "status": "incomplete" if reply.get("incomplete") else "completed",
        "incomplete_details": {"reason": "max_output_tokens"} if reply.get("incomplete") else None,
        "output": output,
        "usage": {"input_tokens": 100, "output_tokens": 20, "total_tokens": 120},
    }


def _message(part: Mapping[str, Any]) -> dict[str, Any]:
    return {"type": "message", "id": "msg_1", "role": "assistant", "status": "completed", "content": [part]}


def _chat(reply: Mapping[str, Any]) -> dict[str, Any]:
    message: dict[str, Any] = {"role": "assistant", "content": None, "refusal": reply.get("refusal")}
    calls = [
        {"id": f"call_{n}", "type": "function", "function": {"name": name, "arguments": arguments}}
        for n, (name, arguments) in enumerate(reply.get("calls", []))
    ]
    if calls:
        message["tool_calls"] = calls
    elif "refusal" not in reply:
        message["content"] = _text(reply)
    ended = "length" if reply.get("incomplete") else "tool_calls" if calls else "stop"
    return {
        "id": "chatcmpl-1",
        "object": "chat.completion",
        "model": MODEL,
        "choices": [{"index": 0, "message": message, "finish_reason": ended}],
        "usage": {"prompt_tokens": 100, "completion_tokens": 20, "total_tokens": 120},
    }


def _text(reply: Mapping[str, Any]) -> str:
    return str(reply["text"]) if "text" in reply else json.dumps(reply.get("answer", {}), ensure_ascii=False)


def check_responses(body: Mapping[str, Any]) -> None:
    """Refuse what the Responses API refuses."""
    _check_known(body, _RESPONSES)
    if body["max_output_tokens"] < 16:
        raise _Refused(400, "Invalid 'max_output_tokens': expected a value >= 16.")
    _check_format(body["text"]["format"], body["text"]["format"].get("schema"))


def _check_chat(body: Mapping[str, Any]) -> None:
    _check_known(body, _CHAT)
    _check_format(body["response_format"], body["response_format"]["json_schema"].get("schema"))


def _check_known(body: Mapping[str, Any], known: set[str]) -> None:
    unknown = set(body) - known
    if unknown:
        raise _Refused(400, f"Unknown parameter: '{min(unknown)}'.", "unknown_parameter")
    if body.get("model") != MODEL:
        raise _Refused(404, f"The model '{body.get('model')}' does not exist.", "model_not_found")


def _check_format(form: Mapping[str, Any], schema: object) -> None:
    if form.get("type") != "json_schema":
        raise _Refused(400, f"Invalid value: '{form.get('type')}'.")
    _check_strict(schema, "the format")


def _check_strict(schema: object, where: str) -> None:
    for part in _parts(schema):
        _check_strict(part, where)
    if not isinstance(schema, dict):
        return
    if "$ref" in schema and len(schema) > 1:
        raise _Refused(400, f"Invalid schema for {where}: $ref cannot have keywords {sorted(schema)}.")
    if _NOT_STRICT & set(schema):
        raise _Refused(400, f"Invalid schema for {where}: {sorted(_NOT_STRICT & set(schema))} is not permitted.")
    if schema.get("type") == "object":
        if schema.get("additionalProperties") is not False:
            raise _Refused(400, f"Invalid schema for {where}: 'additionalProperties' is required to be false.")
        if set(schema.get("required", [])) != set(schema.get("properties", {})):
            raise _Refused(400, f"Invalid schema for {where}: 'required' must include every key in properties.")


def _parts(schema: object) -> list[object]:
    if isinstance(schema, list):
        return schema
    if not isinstance(schema, dict):
        return []
    named = [each for name in ("properties", "$defs") for each in schema.get(name, {}).values()]
    return [*named, *(part for name, part in schema.items() if name not in {"properties", "$defs"})]


class OpenAIServer:
    """The server from outside: what it is to answer, what it was asked."""

    def __init__(self, port: int) -> None:
        self._port = port
        self.url = f"http://{_HOST}:{port}/v1"

    def answers(self, *replies: dict[str, Any]) -> None:
        """It gives these next, in this order."""
        self._control({"replies": list(replies)})

    def always(self, reply: dict[str, Any]) -> None:
        """It gives this whenever nothing else is in the queue."""
        self._control({"always": reply})

    def release(self) -> None:
        """Let go of whoever hangs, and forget everything."""
        self._control({"reset": True})

    @property
    def asked(self) -> list[dict[str, Any]]:
        """Every request so far: ``path`` and ``body``."""
        asked: list[dict[str, Any]] = self._got()["asked"]
        return asked

    @property
    def hanging(self) -> int:
        """How many wait for an answer that does not come."""
        return int(self._got()["hanging"])

    def _got(self) -> dict[str, Any]:
        return self._call("GET", None)

    def _control(self, told: dict[str, Any]) -> None:
        self._call("POST", told)

    def _call(self, method: str, told: dict[str, Any] | None) -> dict[str, Any]:
        connection = http.client.HTTPConnection(_HOST, self._port, timeout=30)
        try:
            connection.request(method, "/control", None if told is None else json.dumps(told))
            got: dict[str, Any] = json.loads(connection.getresponse().read())
        finally:
            connection.close()
        return got


@contextmanager
def started(module: str = __name__) -> Iterator[OpenAIServer]:
    """The server that ``module`` serves when it is run, in a process of its own, until the block is left."""
    with subprocess.Popen([sys.executable, "-m", module], stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            yield OpenAIServer(int(process.stdout.readline()))
        finally:
            process.terminate()


@pytest.fixture(scope="session")
def openai_process() -> Iterator[OpenAIServer]:
    """One process for all tests that ask for `openai_server`, whatever the machine's proxies are."""
    with started() as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("NO_PROXY", _HOST)
        yield server


@pytest.fixture
def openai_server(openai_process: OpenAIServer) -> Iterator[OpenAIServer]:
    """The server with an empty queue."""
    openai_process.release()
    yield openai_process
    openai_process.release()


def serve(handler: type[Handler]) -> None:
    """Print the port and serve until terminated."""
    handler.state = _State()
    server = ThreadingHTTPServer((_HOST, 0), handler)
    server.daemon_threads = True
    print(server.server_port, flush=True)
    with suppress(KeyboardInterrupt):
        server.serve_forever()


if __name__ == "__main__":
    serve(Handler)
