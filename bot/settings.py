"""Everything that the environment decides, read once at start from variables or an `.env` file."""

import ipaddress
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Final, Literal, Self
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr, ValidationError, model_validator
from pydantic.fields import FieldInfo
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


def _copied_whole(value: SecretStr) -> SecretStr:
    # An example's "xoxb-…", or a dash that a text program made longer: no HTTP header can carry it.
    if not value.get_secret_value().isascii():
        raise ValueError("has a character in it that no key of this kind has, such as … or –. Copy it again, whole.")
    return value


_Secret = Annotated[SecretStr, AfterValidator(_copied_whole)]


def is_loopback(url: str) -> bool:
    """Whether ``url`` points at this machine."""
    host = urlsplit(url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


_READ: Final = SettingsConfigDict(
    env_file=".env", env_file_encoding="utf-8", env_ignore_empty=True, extra="ignore", frozen=True
)


class MindSettings(BaseSettings):
    """The settings of the text assistant: whether there is a mind, which, and what it may cost."""

    model_config = _READ

    lazo_mind: Literal["openai", "local", "none"] | None = Field(
        default=None,
        description="Who helps with texts: openai (or any server that speaks like it), local, or none. Not set: openai "
        "when OPENAI_API_KEY is, else none.",
    )
    openai_api_key: _Secret | None = Field(
        default=None, description="Key of OpenAI, or of a server that speaks like it."
    )
    openai_base_url: Annotated[str, AfterValidator(_base_url)] | None = Field(
        default=None,
        description="Base URL of another server that speaks like OpenAI, such as http://localhost:11434/v1.",
    )
    lazo_mind_model: str = Field(default="gpt-5.4-mini", min_length=1, description="Which model is asked.")
    lazo_mind_api: Literal["responses", "chat"] = Field(
        default="responses",
        description="How it is asked: by the Responses API, or by chat completions where a server has no other.",
    )
    lazo_mind_timeout: int = Field(
        default=20, ge=1, le=120, description="Seconds that one answer may take, its repeated tries included."
    )
    lazo_mind_budget_tokens: int | None = Field(
        default=2_000_000, ge=0, description="Tokens that each workspace may use in a month; none beyond them are sent."
    )
    lazo_mind_budget_money: Decimal | None = Field(
        default=None, ge=0, description="The same in money; needs the two prices. Whichever is reached first counts."
    )
    lazo_mind_price_in: Decimal | None = Field(
        default=None, ge=0, description="What a million tokens sent cost, in the money of the budget."
    )
    lazo_mind_price_out: Decimal | None = Field(
        default=None, ge=0, description="What a million tokens received cost, in the money of the budget."
    )
    lazo_mind_masking: bool = Field(
        default=True, description="Whether names, mail addresses and phone numbers are masked before texts leave."
    )
    lazo_mind_audit_days: int = Field(
        default=30, ge=0, le=730, description="Days that what was sent and received is kept; 0 keeps counts alone."
    )

    @property
    def mind(self) -> Literal["openai", "local", "none"]:
        """Which mind is to be used."""
        if self.lazo_mind is not None:
            return self.lazo_mind
        return "openai" if self.openai_api_key is not None else "none"

    @model_validator(mode="after")
    def _what_belongs_together(self) -> Self:
        if self.mind == "openai" and self.openai_api_key is None and self.openai_base_url is None:
            raise ValueError("LAZO_MIND=openai needs OPENAI_API_KEY, or OPENAI_BASE_URL of a server that wants no key")
        prices = (self.lazo_mind_price_in, self.lazo_mind_price_out)
        if self.lazo_mind_budget_money is not None and None in prices:
            raise ValueError("LAZO_MIND_BUDGET_MONEY needs LAZO_MIND_PRICE_IN and LAZO_MIND_PRICE_OUT")
        return self


class Settings(MindSettings, BaseSettings):
    """The settings, with their defaults. The description of each is what the docs show."""

    model_config = _READ  # again: that of the base named last would win

    slack_bot_token: _Secret = Field(description="Bot token of the installed app; starts with xoxb-.")
    slack_app_token: _Secret | None = Field(
        default=None, description="App-level token with connections:write, for Socket Mode; starts with xapp-."
    )
    slack_signing_secret: _Secret | None = Field(
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


def in_order() -> dict[str, FieldInfo]:
    """Each setting by its name: those that Lazo needs first, those of the text assistant last."""
    return dict(sorted(Settings.model_fields.items(), key=lambda field: field[0] in MindSettings.model_fields))


class DatabaseSettings(BaseSettings):
    """The part of the settings that database commands need: they run without Slack's tokens."""

    model_config = _READ

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


def load_mind_settings() -> MindSettings:
    """Only those of the text assistant. Raises `SettingsError`."""
    try:
        return MindSettings()
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
