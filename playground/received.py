"""What a WebSocket's client wrote, to the last word."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from starlette.websockets import WebSocket


async def texts(wire: WebSocket) -> AsyncIterator[str]:
    """Each text frame until the client is gone; binary frames are passed over.

    Starlette's own ``receive_text`` refuses as soon as something could not be written, and with that throws away what
    had arrived before the client closed.
    """
    while (message := await wire.receive())["type"] != "websocket.disconnect":
        if (text := message.get("text")) is not None:
            yield text
