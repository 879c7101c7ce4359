"""A deadline for a whole exchange over HTTP: the client's own timeouts begin anew with each byte that comes.

At the deadline the connection is shut down beneath the client, whatever it is reading then: a status line, headers, the
body of an error. Each exchange has a connection of its own for that: a handshake beside seconds of thinking.
"""

import socket
import ssl
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from typing import Any, Final

import httpx2

_CONNECTED: Final = ("connect_tcp.complete", "connect_unix_socket.complete")


class _Watch:
    """Holds the connections of one exchange, and shuts them down when it is over."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: list[socket.socket] = []
        self._is_over = False

    def sees(self, event: str, info: Mapping[str, Any]) -> None:
        """The client's trace of what it does."""
        if not event.endswith(_CONNECTED):
            return
        connected = info["return_value"].get_extra_info("socket")
        with self._lock:
            # A second handle of the same connection: TLS, which comes after, takes the first one away.
            self._held.append(connected.dup())
            if self._is_over:
                self._shut()

    def ends(self) -> None:
        """The deadline has come."""
        with self._lock:
            self._is_over = True
            self._shut()

    def lets_go(self) -> None:
        """The exchange is done."""
        with self._lock:
            for each in self._held:
                each.close()
            self._held.clear()

    def _shut(self) -> None:
        for each in self._held:
            with suppress(OSError):  # the other side was quicker
                each.shutdown(socket.SHUT_RDWR)


_watch: Final[ContextVar[_Watch | None]] = ContextVar("watch", default=None)


@contextmanager
def ends_at(until: float) -> Iterator[None]:
    """What `watched_client` does in the block, in this thread, breaks off with a transport error at ``until``.

    ``until`` is a moment of `time.monotonic`.
    """
    watch = _Watch()
    timer = threading.Timer(max(until - time.monotonic(), 0.0), watch.ends)
    timer.daemon = True
    token = _watch.set(watch)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        _watch.reset(token)
        watch.lets_go()


def watched_client(trust: ssl.SSLContext | None = None) -> httpx2.Client:
    """A client whose connections serve one exchange each and are watched; proxies are those of the environment.

    ``trust`` says whose certificates are good; unless told, those that the system trusts.
    """
    limits = httpx2.Limits(max_keepalive_connections=0)
    return httpx2.Client(
        verify=True if trust is None else trust,
        limits=limits,
        follow_redirects=True,
        event_hooks={"request": [_watched]},
    )


def _watched(request: httpx2.Request) -> None:
    watch = _watch.get()
    if watch is not None:
        request.extensions["trace"] = watch.sees
