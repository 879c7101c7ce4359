"""The app's manifest, made from the table of commands and the code's own needs; `manifest.yml` is its output."""

from typing import Any, Final, Literal

import yaml

from bot.scopes import EVENTS, SCOPES
from commands.i18n import Say, Texts
from commands.specs import COMMANDS, SHORTCUTS, CommandSpec

#: ``both`` offers the English and the Spanish names side by side, for a workspace that speaks both.
ManifestLanguage = Literal["en", "es", "both"]

APP_NAME: Final = "Lazo"
#: Where Slack sends everything in HTTP mode.
EVENTS_PATH: Final = "/slack/events"
_BACKGROUND: Final = "#2b3a67"
_HEADER: Final = """\
# The Slack app manifest: api.slack.com/apps → Create New App → From a manifest.
# Made by `lazo manifest`; the Spanish one by `lazo manifest --lang es`. Do not edit it by hand.
"""


def build_manifest(texts: Texts, language: ManifestLanguage = "en", http_url: str | None = None) -> dict[str, Any]:
    """The manifest in ``language``. With ``http_url`` (https://host) Slack calls that address; else Socket Mode.

    Raises ValueError when ``http_url`` is no https address: Slack takes no other.
    """
    if http_url is not None and not http_url.startswith("https://"):
        raise ValueError("Slack calls https addresses only, for example https://lazo.example.com")
    request_url = None if http_url is None else http_url.rstrip("/").removesuffix(EVENTS_PATH) + EVENTS_PATH
    say = texts.into("es" if language == "es" else "en")
    events: dict[str, Any] = {"bot_events": [need.event for need in EVENTS]}
    interactivity: dict[str, Any] = {"is_enabled": True}
    if request_url is not None:
        interactivity["request_url"] = request_url
        events = {"request_url": request_url, **events}
    return {
        "display_information": {
            "name": APP_NAME,
            "description": say("manifest-description"),
            "long_description": say("manifest-long-description"),
            "background_color": _BACKGROUND,
        },
        "features": {
            # The messages tab is where DMs arrive, and where files are dropped to be imported.
            "app_home": {
                "home_tab_enabled": True,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": APP_NAME, "always_online": True},
            "shortcuts": [
                {
                    "name": say(spec.name_key),
                    "type": spec.kind,
                    "callback_id": spec.callback.value,
                    "description": say(spec.description_key),
                }
                for spec in SHORTCUTS
            ],
            "slash_commands": _slash_commands(texts, language, request_url),
        },
        "oauth_config": {"scopes": {"bot": [need.scope for need in SCOPES]}},
        "settings": {
            "event_subscriptions": events,
            "interactivity": interactivity,
            "org_deploy_enabled": False,
            "socket_mode_enabled": request_url is None,
            "token_rotation_enabled": False,
        },
    }


def manifest_yaml(manifest: dict[str, Any]) -> str:
    """The manifest as YAML, each scope and event with its reason beside it."""
    lines = yaml.safe_dump(manifest, allow_unicode=True, sort_keys=False, width=1000).splitlines()
    why = {f"- {need.scope}": need.why for need in SCOPES} | {f"- {need.event}": need.why for need in EVENTS}
    told = [f"{line} # {why[line.strip()]}" if line.strip() in why else line for line in lines]
    return _HEADER + "\n".join(told) + "\n"


def _slash_commands(texts: Texts, language: ManifestLanguage, request_url: str | None) -> list[dict[str, Any]]:
    entries: dict[str, dict[str, Any]] = {}
    for locale in ("en", "es"):
        if language in {locale, "both"}:
            for spec in COMMANDS:
                entry = _slash_command(texts.into(locale), spec, request_url)
                entries.setdefault(entry["command"], entry)
    return list(entries.values())


def _slash_command(say: Say, spec: CommandSpec, request_url: str | None) -> dict[str, Any]:
    entry: dict[str, Any] = {"command": spec.slash_in(say.locale)}
    if request_url is not None:
        entry["url"] = request_url
    return {
        **entry,
        "description": say(spec.description_key),
        "usage_hint": say(spec.usage_key),
        "should_escape": False,
    }
