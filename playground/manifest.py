"""What the local Slack reads from an app manifest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from playground.model import Json

APP_SCOPES = ("connections:write",)


@dataclass(frozen=True, slots=True)
class SlashCommand:
    """A command of the manifest; ``should_escape`` turns @name and #channel into ids."""

    command: str
    description: str
    usage_hint: str
    should_escape: bool


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A shortcut of the manifest; ``type`` is ``message`` or ``global``."""

    name: str
    type: str
    callback_id: str
    description: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of an app manifest that change how Slack treats the app."""

    source: Json
    name: str
    bot_name: str
    scopes: frozenset[str]
    commands: dict[str, SlashCommand]
    shortcuts: dict[str, Shortcut]
    events: frozenset[str]
    interactive: bool
    home_tab: bool
    reads_messages: bool

    @classmethod
    def parse(cls, source: Mapping[str, object]) -> Manifest:
        """Read a manifest as ``manifest.yml`` holds it; what is absent is off, as on Slack."""
        raw: Json = dict(source)
        features: Json = raw.get("features") or {}
        settings: Json = raw.get("settings") or {}
        bot_user: Json = features.get("bot_user") or {}
        name = str((raw.get("display_information") or {}).get("name", "App"))
        scopes: Json = (raw.get("oauth_config") or {}).get("scopes") or {}
        commands = [
            SlashCommand(
                str(entry["command"]),
                str(entry.get("description", "")),
                str(entry.get("usage_hint", "")),
                bool(entry.get("should_escape", False)),
            )
            for entry in features.get("slash_commands") or []
        ]
        shortcuts = [
            Shortcut(
                str(entry["name"]),
                str(entry["type"]),
                str(entry["callback_id"]),
                str(entry.get("description", "")),
            )
            for entry in features.get("shortcuts") or []
        ]
        subscriptions: Json = settings.get("event_subscriptions") or {}
        interactivity: Json = settings.get("interactivity") or {}
        events: list[Any] = subscriptions.get("bot_events") or []
        home: Json = features.get("app_home") or {}
        return cls(
            source=raw,
            name=name,
            bot_name=str(bot_user.get("display_name", name)),
            scopes=frozenset(scopes.get("bot") or []),
            commands={command.command: command for command in commands},
            shortcuts={shortcut.callback_id: shortcut for shortcut in shortcuts},
            events=frozenset(str(event) for event in events),
            interactive=bool(interactivity.get("is_enabled", False)),
            home_tab=bool(home.get("home_tab_enabled", False)),
            reads_messages=bool(home.get("messages_tab_enabled", True))
            and not home.get("messages_tab_read_only_enabled", False),
        )
