"""The deadline holds over TLS as well: beneath the encryption, whatever the other side is in the midst of."""

import socket
import ssl
import threading
import time
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Self

import httpx2
import pytest

from bot.minds.deadline import ends_at, watched_client

_DEADLINE_SECONDS = 1.0
#: The client's own; had it to wait for that, the error would be a timeout.
_OWN_TIMEOUT = 120.0


def without_certificate(side: int) -> ssl.SSLContext:
    """Encrypted and anonymous: no test needs a key on disk, or a clock that a certificate agrees with."""
    context = ssl.SSLContext(side)
    if side == ssl.PROTOCOL_TLS_CLIENT:
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE
    context.maximum_version = ssl.TLSVersion.TLSv1_2  # later ones know no anonymous ciphers
    context.set_ciphers("aNULL:@SECLEVEL=0")
    return context


class Server:
    """Answers one caller, at once with ``first``, then with nothing more until the caller has gone."""

    def __init__(self, first: bytes) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._first = first
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self.url = f"https://127.0.0.1:{self._listening.getsockname()[1]}"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._listening.close()
        self._thread.join(_OWN_TIMEOUT)
        assert not self._thread.is_alive(), "the connection was left open"

    def _serve(self) -> None:
        raw, _address = self._listening.accept()
        with raw, suppress(OSError), without_certificate(ssl.PROTOCOL_TLS_SERVER).wrap_socket(raw, True) as encrypted:
            encrypted.recv(65536)
            encrypted.sendall(self._first)
            while encrypted.recv(65536):
                pass


@pytest.fixture
def client() -> Iterator[httpx2.Client]:
    """As the minds have it, with a trust of its own."""
    with closing(watched_client(without_certificate(ssl.PROTOCOL_TLS_CLIENT))) as made:
        yield made


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(b"", id="nothing comes"),
        pytest.param(b"HTTP/1.1 200 OK\r\nX-", id="headers that do not end"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n{", id="a body that does not end"),
    ],
)
def test_who_is_silent_over_tls_is_left_at_the_deadline(client: httpx2.Client, first: bytes) -> None:
    with Server(first) as server, ends_at(time.monotonic() + _DEADLINE_SECONDS):
        with pytest.raises(httpx2.TransportError) as left:
            client.get(server.url, timeout=_OWN_TIMEOUT)
        assert not isinstance(left.value, httpx2.TimeoutException)
        client.close()


def test_over_tls_an_answer_in_time_is_an_answer(client: httpx2.Client) -> None:
    with Server(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}") as server:
        with ends_at(time.monotonic() + _OWN_TIMEOUT):
            assert client.get(server.url, timeout=_OWN_TIMEOUT).json() == {}
        client.close()
