"""The Bolt app: how requests are authorised, who asks, what listens, and what happens when it goes wrong."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Final

import structlog
from slack_bolt import App, BoltContext, BoltRequest, BoltResponse
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.by_name import Listener, ListenersByName
from bot.errors import ErrorHandler
from bot.identity import Identification
from bot.membership import Membership
from bot.middleware import Next, run_always
from bot.payload_shape import problem_in
from commands import budget
from commands.context import Services

Register = Callable[[Listener], Listener | None]

_OK: Final = 200
_BAD_REQUEST: Final = 400
_log = structlog.get_logger(__name__)

_NOT_INSTALLED = "Lazo is not connected to this workspace. / Lazo no está conectado a este espacio de trabajo."


class GuardedApp(App):
    """Bolt's app, whose requests are as Slack sends them, and have one budget of time each (`commands.budget`).

    Listeners of a command, an action or a view are found by its name (`bot.by_name`), once `find_by_name` was called.
    ``afterwards`` is told of every request with its answer, before that leaves.
    """

    afterwards: Callable[[BoltRequest, BoltResponse], None]

    def __init__(self, **settings: Any) -> None:  # noqa: ANN401 - Bolt's many
        super().__init__(**settings)
        self._by_name = ListenersByName()

    def find_by_name(self) -> None:
        """To be called when every middleware is in place: this is the last."""
        self.use(self._by_name)

    def command(self, command: Any, *conditions: Any, **more: Any) -> Register:  # noqa: ANN401 - as Bolt's
        """As Bolt's."""
        return self._also_by_name("command", command, super().command(command, *conditions, **more))

    def action(self, constraints: Any, *conditions: Any, **more: Any) -> Register:  # noqa: ANN401 - as Bolt's
        """As Bolt's."""
        return self._also_by_name("action", constraints, super().action(constraints, *conditions, **more))

    def view(self, constraints: Any, *conditions: Any, **more: Any) -> Register:  # noqa: ANN401 - as Bolt's
        """As Bolt's."""
        return self._also_by_name("view", constraints, super().view(constraints, *conditions, **more))

    def dispatch(self, req: BoltRequest) -> BoltResponse:
        """Answer a request: 400 for one that lacks what Slack always sends."""
        problem = problem_in(req.body)
        if problem is not None:
            _log.warning("payload_unreadable", part=problem)
            # In Socket Mode anything but 200 is no ack, and what cannot be read would only come again.
            status = _OK if req.mode == "socket_mode" else _BAD_REQUEST
            return BoltResponse(status=status, body="" if status == _OK else f"Not what Slack sends: {problem}.")
        with budget.started():
            response = super().dispatch(req)
            self.afterwards(req, response)
            return response

    def _also_by_name(self, kind: str, name: object, register: Register) -> Register:
        def both(listener: Listener) -> Listener | None:
            self._by_name.add(kind, name, listener)
            return register(listener)

        return both


def build_app(
    *,
    client: WebClient,
    authorized: AuthorizeResult,
    signing_secret: str | None,
    threads: int,
    membership: Membership,
    identification: Identification,
    errors: ErrorHandler,
    services: Services,
    afterwards: Callable[[BoltRequest, BoltResponse], None],
    register: Callable[[App, Services], None],
) -> App:
    """Put the app together. Listeners run in the thread of the request and ack as their last act.

    ``authorized`` is what ``auth.test`` said at start: asking again for each request would cost more than the request.
    """

    def authorize(enterprise_id: str | None, team_id: str | None) -> AuthorizeResult | None:
        same_team = team_id == authorized.team_id
        same_grid = enterprise_id is None or enterprise_id == authorized.enterprise_id
        return authorized if same_team and same_grid else None

    def with_our_client(_body: dict[str, Any], context: BoltContext, let_through: Next) -> BoltResponse:
        context["client"] = client  # Bolt's own copy knows the time left at its making only
        return let_through()

    app = GuardedApp(
        name="lazo",  # without one Bolt reads the sources of whoever called it, to find a name
        client=client,
        authorize=authorize,
        signing_secret=signing_secret,
        process_before_response=True,
        request_verification_enabled=signing_secret is not None,
        user_facing_authorize_error_message=_NOT_INSTALLED,
        listener_executor=ThreadPoolExecutor(threads, thread_name_prefix="listener"),
        token_verification_enabled=False,
    )
    app.afterwards = afterwards
    errors.attach(app)
    run_always(app, with_our_client)
    membership.attach(app)
    identification.attach(app)
    app.find_by_name()
    register(app, services)
    return app
