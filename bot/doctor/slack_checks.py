"""Slack: does it answer, are the tokens good and of one app, are the scopes there, do the clocks agree."""

from collections.abc import Iterator, Mapping
from dataclasses import field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any, Final

from bot.doctor.findings import Area, Finding, seconds_in_words
from bot.scopes import APP_SCOPES, SCOPES
from domain.values import frozen

_AREA: Final = Area("slack")
_SCOPES: Final = Area("scopes")
_CLOCK: Final = Area("clock")
#: Slack refuses nothing for its clock; we refuse signatures older than this, as Slack's documentation asks.
_SIGNATURE_SECONDS: Final = 300
#: The header counts whole seconds, and the answer was under way for a while.
_FINE_SECONDS: Final = 5

_COPY: Final = "Copy the bot token again from the app's page (OAuth & Permissions)"
_TOKEN_ADVICE: Final = {
    "invalid_auth": f"{_COPY}.",
    "not_authed": f"{_COPY}.",
    "account_inactive": "The app was removed from the workspace: install it again, and copy the new bot token.",
    "token_revoked": "The token was revoked: install the app again, and copy the new bot token.",
    "token_expired": "Switch token rotation off in the app (it is off in manifest.yml), and install it again.",
    "not_allowed_token_type": f"{_COPY}: it begins with xoxb-.",
}


@frozen
class Answer:
    """What came of one call: Slack's data, or its error code, or ``silence``, the reason why nothing came back.

    ``at`` is our system time in the middle of the call, ``seconds`` how long it took.
    """

    at: datetime
    seconds: float
    data: Mapping[str, Any] = field(default_factory=dict)
    headers: Mapping[str, str] = field(default_factory=dict)
    error: str = ""
    silence: str = ""

    @property
    def is_ok(self) -> bool:
        """Whether Slack did what it was asked."""
        return not self.error and not self.silence


def judge_bot_token(answer: Answer, api_url: str) -> Finding:
    """What ``auth.test`` said."""
    subject = "bot token"
    if answer.silence:
        return _AREA.broken(
            "connection", f"{api_url} does not answer: {answer.silence}", _network_advice(answer.silence)
        )
    if answer.error:
        advice = _TOKEN_ADVICE.get(answer.error, "Look this code up in Slack's documentation of auth.test.")
        return _AREA.broken(subject, f"refused: {answer.error}", advice)
    if not answer.data.get("bot_id"):
        return _AREA.broken(subject, "good, but it is no bot's", f"{_COPY}: it begins with xoxb-.")
    team, user = answer.data.get("team") or answer.data.get("team_id"), answer.data.get("user")
    return _AREA.ok(subject, f"good: @{user} in {team}, answered in {answer.seconds * 1000:.0f} ms")


def judge_app_token(answer: Answer | None) -> Finding:
    """What ``apps.connections.open`` said; nothing when there is no app-level token."""
    subject = "app token"
    if answer is None:
        return _AREA.off(subject, "not set: Socket Mode (`lazo run`) is not possible, `lazo run --http` is")
    if answer.silence:
        return _AREA.look(subject, f"not known: {answer.silence}", "Run `lazo doctor` again.")
    if answer.error == "missing_scope":
        scope = next(iter(APP_SCOPES))
        return _AREA.broken(subject, f"without the scope {scope}", f"Make an app-level token with {scope}.")
    if answer.error:
        advice = (
            "Copy it again from Basic Information → App-Level Tokens (xapp-…), and see that Socket Mode is on there."
        )
        return _AREA.broken(subject, f"refused: {answer.error}", advice)
    return _AREA.ok(subject, "good: Socket Mode connects")


def judge_same_app(bots_info: Answer, app_token: str) -> Finding | None:
    """Whether both tokens are one app's: with another's, Lazo connects and never hears anything."""
    bot = bots_info.data.get("bot") or {}
    of_bot, parts = str(bot.get("app_id") or ""), app_token.split("-")
    of_app = parts[2] if len(parts) > 2 else ""  # noqa: PLR2004 - xapp-1-A0123…-…
    if not of_bot or not of_app.startswith("A"):
        return None
    if of_bot == of_app:
        return _AREA.ok("one app", f"both tokens are of the app {of_bot}")
    advice = "Take both tokens from the page of one app."
    return _AREA.broken("one app", f"the bot token is of {of_bot}, the app token of {of_app}", advice)


def judge_scopes(answer: Answer) -> Iterator[Finding]:
    """The scopes that Slack granted beside those that the manifest asks for."""
    header = answer.headers.get("x-oauth-scopes")
    if header is None:
        yield _SCOPES.look("granted", "Slack did not say which", "Compare them with manifest.yml on the app's page.")
        return
    granted = {scope.strip() for scope in header.split(",") if scope.strip()}
    wanted = {need.scope: need.why for need in SCOPES}
    missing = [scope for scope in wanted if scope not in granted]
    for scope in missing:
        advice = (
            "Paste manifest.yml (or what `lazo manifest` prints) into the app's App Manifest page, and reinstall it."
        )
        yield _SCOPES.broken(scope, f"missing. {wanted[scope]}", advice)
    if not missing:
        yield _SCOPES.ok("granted", f"all {len(wanted)} that manifest.yml asks for")
    surplus = sorted(granted - wanted.keys())
    if surplus:
        advice = "Lazo uses none of these: the app's own manifest can do without them."
        yield _SCOPES.look("surplus", ", ".join(surplus), advice)


def judge_clock(answer: Answer) -> Finding:
    """Our clock beside the ``Date`` of Slack's answer."""
    subject, advice = "system time", "Switch time synchronisation (NTP) on."
    try:
        theirs = parsedate_to_datetime(answer.headers.get("date", ""))
    except ValueError:
        return _CLOCK.look(subject, "Slack's answer has no Date", "Compare this machine's clock with another's.")
    skew = (answer.at - theirs.astimezone(UTC)).total_seconds()
    told = f"{seconds_in_words(skew)} {'ahead of' if skew > 0 else 'behind'} Slack's"
    if abs(skew) >= _SIGNATURE_SECONDS:
        return _CLOCK.broken(subject, f"{told}: signed requests are refused as stale", advice)
    if abs(skew) > _FINE_SECONDS + answer.seconds:
        return _CLOCK.look(subject, told, advice)
    return _CLOCK.ok(subject, "agrees with Slack's")


def judge_demo_clock(ahead_seconds: float | None) -> Finding:
    """Business time; nothing when no demo clock is set."""
    if ahead_seconds is None:
        return _CLOCK.off("demo clock", "not set: business time is the system's")
    told = f"LAZO_DEMO_CLOCK: business time is {seconds_in_words(ahead_seconds)} ahead"
    return _CLOCK.look("demo clock", told, "Fine for the demo. Anywhere else, take the setting away.")


def _network_advice(silence: str) -> str:
    if "CERTIFICATE" in silence.upper():
        return "Install the certificates of the authorities (Debian: apt install ca-certificates)."
    return "Is this machine on the network, is a proxy in the way (HTTPS_PROXY), is SLACK_API_URL right?"
