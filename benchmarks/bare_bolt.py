"""The yardstick: Bolt with the same web wiring and one listener that only acks."""

import sys
from concurrent.futures import ThreadPoolExecutor

import uvicorn
from slack_bolt import Ack, App
from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient

from bot.web import build_web


def main(port: int, secret: str, team_id: str, threads: int) -> None:
    """Serve on ``port`` until killed."""
    authorized = AuthorizeResult(
        enterprise_id=None, team_id=team_id, bot_token="xoxb-bare", bot_id="B0", bot_user_id="U0"
    )
    app = App(
        client=WebClient(token="xoxb-bare"),
        authorize=lambda: authorized,
        signing_secret=secret,
        process_before_response=True,
        listener_executor=ThreadPoolExecutor(threads),
    )

    def on_objection(ack: Ack) -> None:
        ack()

    app.command("/objection")(on_objection)
    web = build_web(app, threads, lambda: True)
    uvicorn.Server(uvicorn.Config(web, host="127.0.0.1", port=port, log_config=None, access_log=False)).run()


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2], sys.argv[3], int(sys.argv[4]))
