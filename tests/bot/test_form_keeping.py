"""What is to be written down of forms: in order, tried again while the database is away, held up by nothing else."""

import threading
from typing import Any

from slack_bolt import BoltRequest, BoltResponse

from bot.form_keeping import FormKeeping
from commands.context import ACTOR_KEY, Actor
from storage.errors import StoreBusyError
from storage.ids import WorkspaceId

PATIENCE = 30


def told(keeping: FormKeeping, view_id: str) -> None:
    """Something was chosen in a form."""
    request = BoltRequest(body={"type": "block_actions", "view": {"id": view_id}}, mode="socket_mode")
    request.context[ACTOR_KEY] = Actor(WorkspaceId(1), 1, "U1", "en", "Europe/Madrid")
    keeping.after(request, BoltResponse(status=200))


def test_what_cannot_be_read_is_let_go_and_a_busy_database_is_tried_again() -> None:
    written: list[str] = []
    away, last = [True], threading.Event()

    def heed(_actor: Actor, payload: dict[str, Any], _answer: dict[str, Any], _failed: bool) -> None:
        view_id = payload["view"]["id"]
        if view_id == "odd":
            raise KeyError(view_id)
        if view_id == "late" and away:
            away.clear()
            raise StoreBusyError
        written.append(view_id)
        if view_id == "last":
            last.set()

    keeping = FormKeeping(heed)
    for view_id in ("first", "odd", "late", "last"):
        told(keeping, view_id)
    keeping.again()
    keeping.again()
    assert last.wait(PATIENCE)
    keeping.close()
    assert written == ["first", "late", "last"]
