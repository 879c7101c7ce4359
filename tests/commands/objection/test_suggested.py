"""Who is asked for a theme by itself: nobody but a mind on this machine."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, cast

import pytest

from commands.context import Actor, Services
from commands.i18n import Texts
from commands.minds import MindRequest, MindUnavailable
from commands.objection.answers import Noted, Receipt
from commands.objection.suggested import suggest
from commands.suggesting import sureness
from storage.ids import WorkspaceId

NOW = datetime(2026, 6, 3, 8, 0, tzinfo=UTC)
RECEIPT = Receipt(
    Noted(1, 1, "they want it in writing", None, None, None, "none", False), None, (), (), None, None, False
)


class Asked:
    """Minds that note what they are asked."""

    name = "some"

    def __init__(self, *, leaves_the_machine: bool) -> None:
        self.leaves_the_machine = leaves_the_machine
        self.texts: list[str] = []

    def standing(self, workspace_id: WorkspaceId, channel: str | None = None) -> MindUnavailable | None:
        """As the port says."""
        del workspace_id, channel
        return None

    def start(self, request: MindRequest[Any], done: object) -> MindUnavailable | None:
        """As the port says."""
        del done
        self.texts.append(request.material[0].text)
        return None


@pytest.mark.parametrize("leaves_the_machine", [True, False])
def test_a_line_that_nobody_handed_over_stays_on_the_machine(leaves_the_machine: bool) -> None:
    minds = Asked(leaves_the_machine=leaves_the_machine)
    services = Services(cast("Any", None), Texts(), lambda: NOW, lambda: NOW, lambda _team, _user: None, minds=minds)
    actor, there = Actor(WorkspaceId(1), 1, "U1", "en", "UTC"), "https://x.example"
    suggest(services, actor, replace(RECEIPT, replayed=True), "C1", there)  # the same request, which Slack sent again
    suggest(services, actor, RECEIPT, "C1", there)
    assert minds.texts == ([] if leaves_the_machine else ["they want it in writing"])


def test_a_guess_is_never_called_certain() -> None:
    assert [sureness(Texts().into("en"), each) for each in (0.414, 0.994, 0.997, 1.0)] == ["41%", "99%", "99%", "99%"]
