"""The channels that Lazo is to speak in: there, invited, not archived, not other organisations' as well."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from bot.doctor.findings import Area, Finding
from bot.doctor.slack_checks import Answer
from storage.health import ChannelUse

_AREA: Final = Area("channels")
_UNSEEN: Final = frozenset({"channel_not_found", "not_in_channel"})
_CHOOSE: Final = {
    "marketing": "an admin chooses one with `/lazo settings`",
    "handoff": "an admin chooses one with `/lazo settings`",
    "digest": "`/digest schedule` in a channel",
}


def uses_by_channel(channels: Iterable[ChannelUse]) -> Mapping[str, list[str]]:
    """What each channel is for."""
    found: dict[str, list[str]] = {}
    for each in channels:
        found.setdefault(each.channel, []).append(each.use)
    return found


def judge_channel(channel: str, uses: list[str], answer: Answer) -> Finding:
    """What ``conversations.info`` said of a channel with these ``uses``."""
    what = f"{', '.join(uses)}: {channel}"
    if answer.silence:
        return _AREA.look(what, f"not known: {answer.silence}", "Run `lazo doctor` again.")
    if answer.error in _UNSEEN:
        return _AREA.broken(what, "Lazo cannot see it, or it was deleted", f"/invite @Lazo there, or {_another(uses)}.")
    if answer.error:
        return _AREA.look(what, f"Slack answered {answer.error}", "Look this code up under conversations.info.")
    found = answer.data.get("channel") or {}
    name = f"#{found['name']}" if found.get("name") else "it"
    if found.get("is_archived"):
        return _AREA.broken(what, f"{name} is archived", f"Unarchive it and /invite @Lazo, or {_another(uses)}.")
    if found.get("is_ext_shared") or found.get("is_pending_ext_shared"):
        advice = f"Lazo says nothing where others read: {_another(uses)}."
        return _AREA.broken(what, f"{name} is shared with another organisation", advice)
    if not found.get("is_member") and not found.get("is_im"):
        return _AREA.broken(what, f"Lazo is not in {name}", f"In {name}: /invite @Lazo")
    return _AREA.ok(what, f"{name}, Lazo is in it")


def judge_unused(uses: set[str]) -> Iterator[Finding]:
    """What has no channel: nobody hears it there."""
    for use, how in _CHOOSE.items():
        if use not in uses:
            yield _AREA.off(f"{use} channel", f"none chosen: {how}")


def not_asked(channel: str, uses: list[str], why: str) -> Finding:
    """A channel that there was no time, or no token, to ask about."""
    return _AREA.look(f"{', '.join(uses)}: {channel}", f"not asked: {why}", "Mend that, then run `lazo doctor` again.")


def of_others(count: int) -> Finding:
    """Channels of workspaces that this token is not for."""
    return _AREA.off("other workspaces", f"{count} channels of theirs were not asked about")


def _another(uses: list[str]) -> str:
    return _CHOOSE.get(uses[0], "choose another one")
