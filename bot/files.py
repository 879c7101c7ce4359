"""Files in Slack: what one is, its bytes, and giving one back in a thread. The token goes to Slack's own hosts only."""

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from email.message import Message
from pathlib import Path
from typing import IO, Any, Final
from urllib.parse import urlsplit

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.settings import is_loopback
from domain.values import frozen

_SLACK: Final = "slack.com"
_CHUNK: Final = 1 << 16
_OK: Final = 200
#: All of a file's bytes come within this time, in seconds, or it is tried again later.
_ALL_SECONDS: Final = 120.0
#: What Slack answers for a file that is not there (any more), or that the app never saw.
_GONE: Final = frozenset({"file_not_found", "file_deleted", "file_never_seen"})
_SENT_AWAY: Final = frozenset({301, 302, 303, 307, 308, 401, 403})
_NOT_THERE: Final = frozenset({404, 410})
_NOT_ALLOWED: Final = frozenset({"missing_scope", "not_allowed_token_type", "access_denied"})


class FileRefusedError(Exception):
    """Slack will not give or take this file, now or later. ``code`` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class FileNotReachedError(Exception):
    """Slack did not answer as it should; it may later."""


@frozen
class SlackFile:
    """What Slack says of a file. ``shared_in`` are the conversations that show it."""

    id: str
    size: int
    url: str
    is_external: bool
    shared_in: frozenset[str]


class SlackFiles:
    """Files through the Web API and the two addresses beside it."""

    def __init__(self, client: WebClient) -> None:
        self._client = client
        self._opener = urllib.request.build_opener(_NoRedirect)

    def look_up(self, file_id: str) -> SlackFile:
        """What a file is. Raises `FileRefusedError` (``file_gone``, ``not_allowed``) and `FileNotReachedError`."""
        answer = self._call(lambda: self._client.files_info(file=file_id).data)
        file: Mapping[str, Any] = answer.get("file") or {}
        if file.get("mode") == "tombstone":
            raise FileRefusedError("file_gone")
        places = {*(file.get("ims") or []), *(file.get("channels") or []), *(file.get("groups") or [])}
        url = str(file.get("url_private_download") or file.get("url_private") or "")
        return SlackFile(
            file_id, int(file.get("size") or 0), url, bool(file.get("is_external")) or not url, frozenset(places)
        )

    def download(self, file: SlackFile, target: Path, limit: int) -> None:
        """Write a file's bytes to ``target``, at most ``limit`` of them.

        Raises `FileRefusedError` (``file_elsewhere``, ``file_gone``, ``not_allowed``, ``too_large``) and
        `FileNotReachedError`.
        """
        if not self._is_slacks(file.url):
            raise FileRefusedError("file_elsewhere")
        request = urllib.request.Request(file.url, headers={"Authorization": f"Bearer {self._client.token}"})  # noqa: S310 - its scheme and host were checked
        deadline, taken = time.monotonic() + _ALL_SECONDS, 0
        with self._exchange(request) as answer, target.open("wb") as out:
            if answer.status != _OK or "text/html" in (answer.headers.get("Content-Type") or ""):
                raise FileRefusedError("not_allowed")  # the sign-in page
            while chunk := answer.read(_CHUNK):
                taken += len(chunk)
                if taken > limit:
                    raise FileRefusedError("too_large")
                if time.monotonic() > deadline:
                    raise FileNotReachedError("too slow")
                out.write(chunk)
        if taken < file.size:
            raise FileNotReachedError(f"{taken} of {file.size} bytes came")

    def upload(self, name: str, content: bytes) -> str:
        """Bring a file to Slack without showing it to anybody, and give its id. Raises like `look_up`."""
        place = self._call(lambda: self._client.files_getUploadURLExternal(filename=name, length=len(content)).data)
        url = str(place["upload_url"])
        if not self._is_slacks(url):
            raise FileNotReachedError("the upload's address is not Slack's")
        request = urllib.request.Request(  # noqa: S310 - its scheme and host were checked
            url, data=content, headers={"Content-Type": "application/octet-stream"}, method="POST"
        )
        with self._exchange(request) as answer:
            answer.read()
        return str(place["file_id"])

    def direct_channel(self, user: str) -> str:
        """The conversation of the bot with somebody. Raises like `look_up`."""
        answer = self._call(lambda: self._client.conversations_open(users=user).data)
        return str((answer.get("channel") or {})["id"])

    def share(
        self, file_id: str, title: str, channel: str, thread_ts: str | None, *, comment: str | None = None
    ) -> None:
        """Show an uploaded file in a conversation or a thread of it, unless it is there already. Raises like `look_up`.

        ``comment`` stands above it.
        """
        if channel in self.look_up(file_id).shared_in:
            return
        self._call(
            lambda: (
                self._client.files_completeUploadExternal(
                    files=[{"id": file_id, "title": title}],
                    channel_id=channel,
                    thread_ts=thread_ts,
                    initial_comment=comment,
                ).data
            )
        )

    @contextmanager
    def _exchange(self, request: urllib.request.Request) -> Iterator[http.client.HTTPResponse]:
        """Send a request for a file's bytes; what goes wrong is said in our words."""
        try:
            with self._opener.open(request, timeout=self._client.timeout) as answer:
                yield answer
        except urllib.error.HTTPError as error:
            error.close()
            if error.code in _SENT_AWAY:
                raise FileRefusedError("not_allowed") from None
            if error.code in _NOT_THERE:
                raise FileRefusedError("file_gone") from None
            raise FileNotReachedError(f"HTTP {error.code}") from None
        except (http.client.HTTPException, OSError) as error:
            raise FileNotReachedError(f"{type(error).__name__}: {error}") from error

    def _call(self, ask: Callable[[], Any]) -> Mapping[str, Any]:
        try:
            answer: Mapping[str, Any] = ask()
        except SlackApiError as error:
            code = str(error.response.get("error") or "")
            if code in _GONE:
                raise FileRefusedError("file_gone") from None
            if code in _NOT_ALLOWED:
                raise FileRefusedError("not_allowed") from None
            raise FileNotReachedError(code or "no answer") from None
        except (SlackClientError, http.client.HTTPException, OSError) as error:
            raise FileNotReachedError(f"{type(error).__name__}: {error}") from error
        return answer

    def _is_slacks(self, url: str) -> bool:
        """Whether an address is Slack's own: the token must reach nobody else."""
        parts, api = urlsplit(url), urlsplit(str(self._client.base_url))
        if is_loopback(api.geturl()):
            return (parts.scheme, parts.netloc) == (api.scheme, api.netloc)
        host = parts.hostname or ""
        home = _SLACK if (api.hostname or "").endswith(_SLACK) else (api.hostname or "")
        return parts.scheme == "https" and (host == home or host.endswith(f".{home}"))


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    """Slack sends whoever has no right to a file to its sign-in page; the token does not go along."""

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: Message,
        newurl: str,
    ) -> None:
        """Follow nothing."""
