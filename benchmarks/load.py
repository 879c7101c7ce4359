"""A light load generator: prepared requests over kept-alive connections, so that the client costs little."""

import asyncio
import hashlib
import hmac
import time
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode


@dataclass(frozen=True, slots=True)
class Load:
    """What one round showed. Latencies are in milliseconds, sorted."""

    per_second: float
    latencies: tuple[float, ...]
    failed: int

    def percentile(self, share: float) -> float:
        """The latency under which ``share`` (0…1) of the requests stayed."""
        return self.latencies[min(len(self.latencies) - 1, int(share * len(self.latencies)))]


def signed_request(port: int, secret: str, form: dict[str, str]) -> bytes:
    """A slash command as Slack sends it, as the bytes of an HTTP request."""
    body = urlencode(form).encode()
    stamp = str(int(time.time()))
    signature = "v0=" + hmac.new(secret.encode(), f"v0:{stamp}:".encode() + body, hashlib.sha256).hexdigest()
    head = (
        f"POST /slack/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nContent-Type: application/x-www-form-urlencoded\r\n"
        f"X-Slack-Request-Timestamp: {stamp}\r\nX-Slack-Signature: {signature}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body


def run(port: int, requests: Sequence[bytes], at_once: int) -> Load:
    """Send all ``requests``, ``at_once`` at a time, and measure."""
    return asyncio.run(_run(port, requests, at_once))


async def _run(port: int, requests: Sequence[bytes], at_once: int) -> Load:
    latencies: list[float] = []
    failed = 0
    waiting = iter(requests)

    async def worker() -> None:
        nonlocal failed
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        for request in waiting:
            started = time.perf_counter()
            writer.write(request)
            head = await reader.readuntil(b"\r\n\r\n")
            length = next(
                (int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")), 0
            )
            await reader.readexactly(length)
            latencies.append((time.perf_counter() - started) * 1000)
            failed += not head.startswith(b"HTTP/1.1 200")
        writer.close()

    started = time.perf_counter()
    await asyncio.gather(*(worker() for _ in range(at_once)))
    took = time.perf_counter() - started
    return Load(len(requests) / took, tuple(sorted(latencies)), failed)
