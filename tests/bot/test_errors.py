"""Whatever goes wrong while an error is told, the payload is acknowledged: otherwise Slack sends it again."""

import pytest
from slack_bolt import BoltRequest

from bot.errors import ErrorHandler
from commands.i18n import Texts


@pytest.mark.parametrize("address", ["nonsense", "http://127.0.0.1:9/gone", "http://[::1", "", None])
def test_an_error_is_acknowledged_though_nobody_can_be_told(address: str | None) -> None:
    payload = {"type": "block_actions", "response_url": address}
    request = BoltRequest(body=payload, mode="socket_mode")
    assert ErrorHandler(Texts()).on_error(RuntimeError(), request).status == 200
