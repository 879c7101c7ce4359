"""Everything that the environment decides, read once at start from variables or an `.env` file."""

import ipaddress
from pathlib import Path
from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from storage.database import database_url

SLACK_API_DEFAULT = "https://slack.com/api/"


class SettingsError(Exception):
    """The environment cannot be used as it is. The text names each setting and what to do."""


def _base_url(value: str) -> str:
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("must be a URL such as https://slack.com/api/")
    return value if value.endswith("/") else f"{value}/"


def _database(value: str) -> str:
    database_url(value)
    return value


def is_loopback(url: str) -> bool:
    """Whether ``url`` points at this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


class Settings(BaseSettings):
    """The settings, with their defaults. The description of each is what the docs show."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    slack_bot_token: SecretStr = Field(description="Bot token of the installed app; starts with xoxb-.")
    slack_app_token: SecretStr | None = Field(
        default=None, description="App-level token with connections:write, for Socket Mode; starts with xapp-."
    )
    slack_signing_secret: SecretStr | None = Field(
        default=None, description="Signing secret of the app, for HTTP mode (`lazo run --http`)."
    )
    slack_api_url: Annotated[str, AfterValidator(_base_url)] = Field(
        default=SLACK_API_DEFAULT, description="Base URL of the Slack Web API, or of a server that stands in for it."
    )
    database_url: Annotated[str, AfterValidator(_database)] = Field(
        default="sqlite:///lazo.db", description="sqlite:///path/to/file.db or postgresql://user:password@host/name."
    )
    lazo_log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="How much is logged."
    )
    lazo_log_format: Literal["console", "json"] = Field(
        default="console", description="Lines for people (console) or for a log collector (json)."
    )
    lazo_listener_threads: int = Field(
        default=20, ge=1, le=64, description="How many requests from Slack are worked on at once."
    )
    lazo_retention_days: int = Field(
        default=90, ge=7, description="Days that sent messages and settled notices are kept."
    )
    lazo_demo_clock: Path | None = Field(
        default=None,
        description="File with the demo clock's offset. Refused unless SLACK_API_URL is on this machine.",
    )

    @model_validator(mode="after")
    def _demo_clock_only_on_loopback(self) -> Self:
        if self.lazo_demo_clock is not None and not is_loopback(self.slack_api_url):
            raise ValueError("LAZO_DEMO_CLOCK is only for the local Slack: SLACK_API_URL must be on this machine")
        return self


class DatabaseSettings(BaseSettings):
    """The part of the settings that database commands need: they run without Slack's tokens."""

    model_config = SettingsConfigDict(
        env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
    )

    database_url: Annotated[str, AfterValidator(_database)] = "sqlite:///lazo.db"


def load_settings(mode: Literal["socket", "http"]) -> Settings:
    """Read the settings for this way of running. Raises `SettingsError` that names what is missing or wrong."""
    try:
        settings = Settings()
    except ValidationError as error:
        raise SettingsError(_explain(error)) from None
    needed = {"socket": "slack_app_token", "http": "slack_signing_secret"}[mode]
    if getattr(settings, needed) is None:
        raise SettingsError(f"  {needed.upper()}: missing. {_advice(needed)}")
    return settings


def load_database_url() -> str:
    """Only the database's URL. Raises `SettingsError`."""
    try:
        return DatabaseSettings().database_url
    except ValidationError as error:
        raise SettingsError(_explain(error)) from None


def _explain(error: ValidationError) -> str:
    lines = []
    for problem in error.errors():
        name = str(problem["loc"][0]) if problem["loc"] else ""
        if problem["type"] == "missing":
            lines.append(f"  {name.upper()}: missing. {_advice(name)}")
        else:
            reason = problem["msg"].removeprefix("Value error, ")
            lines.append(f"  {name.upper()}: {reason}" if name else f"  {reason}")
    return "\n".join(lines)


def _advice(name: str) -> str:
    field = Settings.model_fields.get(name)
    told = field.description if field is not None and field.description else ""
    return f"{told} Set it in the environment or in a file named .env."
