"""The flags that say whose digest is meant: a workspace, a channel, a zone, a language."""

from dataclasses import replace
from zoneinfo import available_timezones

from sqlalchemy import Connection

from bot.cli.opening import refuse, workspace_named
from commands.digest.composing import Target, target_of
from commands.i18n import LOCALES
from domain.places import find_zone
from storage import digests


def target_named(
    connection: Connection, *, team: str | None, channel: str | None, tz: str | None, lang: str | None
) -> Target:
    """The digest of ``channel``, in the zone and language typed in place of its own; nothing typed is no wish.

    Without a channel: that of the only schedule, else the workspace's zone and language. Ends the command with 2 and a
    sentence when a flag names what is not there.
    """
    workspace_id = workspace_named(connection, team)
    scheduled = digests.list_schedules(connection, workspace_id)
    if channel is None and len(scheduled) == 1:
        channel = scheduled[0].channel
    target = target_of(connection, workspace_id, channel or "")
    return replace(target, tz=_zone(tz, target.tz), locale=_locale(lang, target))


def _zone(typed: str | None, default: str) -> str:
    if typed is None:
        return default
    guess = find_zone(typed, available_timezones())
    if guess.zone is None:
        near = f" Did you mean {', '.join(guess.nearest)}?" if guess.nearest else ""
        refuse(f"There is no time zone {typed}. Time zones have names such as Europe/Madrid.{near}")
    return guess.zone


def _locale(typed: str | None, target: Target) -> str:
    if typed is None:
        return target.locale
    if typed not in LOCALES:
        refuse(f"There is no language {typed}: use {', '.join(LOCALES)}.")
    return typed
