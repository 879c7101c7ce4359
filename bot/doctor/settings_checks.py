"""The settings: each with where it comes from, and never with a secret's value."""

import difflib
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from pydantic import SecretStr, ValidationError
from pydantic_settings import DotEnvSettingsSource, EnvSettingsSource

from bot.doctor.findings import Area, Finding
from bot.settings import SLACK_API_DEFAULT, Settings, in_order
from domain.values import frozen
from storage.database import database_url

_AREA: Final = Area("settings")
_ENV_FILE: Final = Path(".env")
#: How each token begins, and what it is mistaken for.
_PREFIXES: Final = {"slack_bot_token": "xoxb-", "slack_app_token": "xapp-"}
_OURS: Final = ("slack_", "lazo_", "database_", "openai_")
_SET_IN: Final = "Set it in the environment or in a file named .env in this folder."


@frozen
class Found:
    """What the other checks need of the settings; nothing where a setting is missing or wrong."""

    bot_token: str | None
    app_token: str | None
    api_url: str | None
    database_url: str | None
    demo_clock: Path | None


@frozen
class Sources:
    """The names (lower case) and values that each source has, empty ones left out."""

    environment: Mapping[str, str]
    file: Mapping[str, str]

    @classmethod
    def read(cls) -> "Sources":
        """The environment, and `.env` in the folder where we are."""
        return cls(
            _filled(EnvSettingsSource(Settings, env_ignore_empty=True).env_vars),
            _filled(DotEnvSettingsSource(Settings, env_file=_ENV_FILE, env_ignore_empty=True).env_vars),
        )

    def of(self, name: str) -> tuple[str | None, str]:
        """The value of a setting, and where it comes from."""
        if name in self.environment:
            return self.environment[name], "environment"
        if name in self.file:
            return self.file[name], ".env"
        return None, "default"


def check_settings(sources: Sources) -> tuple[list[Finding], Found]:
    """Every setting of `Settings`, in their order, and what the other checks can go on with."""
    problems = _problems()
    findings = [_one(name, sources, problems.pop(name, None)) for name in in_order()]
    findings += [_AREA.broken("together", problem, "Change one of the two.") for problem in problems.values()]
    findings += _how_to_run(sources)
    findings += _mistyped(sources)
    findings += _file_rights(sources)
    broken = {finding.subject.lower() for finding in findings if finding.level == "broken"}

    def usable(name: str, default: str | None = None) -> str | None:
        return None if name in broken else sources.of(name)[0] or default

    clock = usable("lazo_demo_clock")
    found = Found(
        usable("slack_bot_token"),
        usable("slack_app_token"),
        usable("slack_api_url", SLACK_API_DEFAULT),
        usable("database_url", str(Settings.model_fields["database_url"].default)),
        Path(clock) if clock else None,
    )
    return findings, found


def without_user(url: str) -> str:
    """``url`` without the name and password that may stand before its host."""
    scheme, separator, rest = url.partition("://")
    return f"{scheme}://…@{rest.rpartition('@')[2]}" if separator and "@" in rest else url


def _problems() -> dict[str, str]:
    """What is wrong, by setting; "" for what is wrong with several together."""
    try:
        Settings()
    except ValidationError as error:
        return {
            str(problem["loc"][0]) if problem["loc"] else "": problem["msg"].removeprefix("Value error, ")
            for problem in error.errors(include_input=False, include_url=False)
        }
    return {}


def _one(name: str, sources: Sources, problem: str | None) -> Finding:
    field = Settings.model_fields[name]
    subject, (value, source) = name.upper(), sources.of(name)
    told = field.description or ""
    if problem is not None and value is None:
        return _AREA.broken(subject, "missing", f"{told} {_SET_IN}")
    if problem is not None:
        return _AREA.broken(subject, f"from {source}: {problem}", told)
    if value is None:
        return _AREA.ok(subject, "not set" if field.default is None else f"{field.default} (default)")
    if "SecretStr" not in str(field.annotation) and field.annotation is not SecretStr:
        return _AREA.ok(subject, f"{_without_password(name, value)} (from {source})")
    prefix = _PREFIXES.get(name)
    if prefix is not None and not value.startswith(prefix):
        other = next((other for other, begins in _PREFIXES.items() if value.startswith(begins)), None)
        mistaken = f"this is the value of {other.upper()}" if other else f"it begins otherwise than {prefix}"
        return _AREA.broken(subject, f"set (from {source}), but {mistaken}", f"{told} Copy it again.")
    if value != value.strip() or any(sign.isspace() for sign in value):
        return _AREA.broken(subject, f"set (from {source}), with blanks in it", "Copy it again, without blanks.")
    return _AREA.ok(subject, f"set (from {source}), {len(value)} characters{f', {prefix}…' if prefix else ''}")


def _how_to_run(sources: Sources) -> Iterator[Finding]:
    ways = [
        way
        for name, way in (("slack_app_token", "lazo run"), ("slack_signing_secret", "lazo run --http"))
        if sources.of(name)[0] is not None
    ]
    if ways:
        yield _AREA.ok("ways to run", " or ".join(ways))
    else:
        yield _AREA.broken(
            "ways to run",
            "neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET is set",
            f"`lazo run` needs the first, `lazo run --http` the second. {_SET_IN}",
        )


def _mistyped(sources: Sources) -> Iterator[Finding]:
    known = list(Settings.model_fields)
    for source, names in ((".env", sources.file), ("environment", sources.environment)):
        for name in names:
            if name in known or not name.startswith(_OURS):
                continue
            nearest = difflib.get_close_matches(name, known, 1, 0.8)
            if nearest:
                yield _AREA.look(
                    name.upper(), f"in {source}, but no setting of Lazo", f"Did you mean {nearest[0].upper()}?"
                )


def _file_rights(sources: Sources) -> Iterator[Finding]:
    secrets = [name for name in sources.file if name.endswith(("_token", "_secret", "_key"))]
    if secrets and _ENV_FILE.is_file() and _ENV_FILE.stat().st_mode & (stat.S_IRGRP | stat.S_IROTH):
        yield _AREA.look(".env", "other users of this machine can read its tokens", "Run: chmod 600 .env")


def _without_password(name: str, value: str) -> str:
    if name == "database_url":
        url = database_url(value)
        # A password may also stand behind the question mark.
        return url.set(query={}).render_as_string(hide_password=True)
    return without_user(value)


def _filled(values: Mapping[str, str | None]) -> dict[str, str]:
    return {name.lower(): value for name, value in values.items() if value}
