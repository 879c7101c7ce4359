"""Middleware that runs with every request, at a price that it can be asked for."""

from collections.abc import Callable
from typing import Any, Final

from slack_bolt import App, BoltContext, BoltRequest, BoltResponse
from slack_bolt.middleware import Middleware

Next = Callable[[], BoltResponse]
Step = Callable[[dict[str, Any], BoltContext, Next], BoltResponse]


class _Plain(Middleware):
    # For a function, Bolt gathers thirty arguments and picks those that its parameters name: with every request.
    def __init__(self, step: Step) -> None:
        self._step: Final = step

    def process(
        self,
        *,
        req: BoltRequest,
        resp: BoltResponse,  # noqa: ARG002 - Bolt's
        next: Next,  # noqa: A002 - Bolt's name
    ) -> BoltResponse:
        return self._step(req.body, req.context, next)


def run_always(app: App, step: Step) -> None:
    """Run ``step`` before every listener of ``app``: it answers, or lets the request through by its last argument."""
    app.use(_Plain(step))
