"""What is on its way to Slack, and whether anybody sends it."""

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Final

from bot.doctor.findings import Area, Finding, seconds_in_words
from storage.health import PeopleKnown, Waiting

_AREA: Final = Area("outbox")
_PEOPLE: Final = Area("people")
#: Everything due is tried within a second or two; a rate limit or an outage of Slack may hold it up for minutes.
_LONG: Final = timedelta(minutes=10)
_READ_EVERY: Final = timedelta(hours=6)


def judge_outbox(
    counts: Mapping[str, int], waiting: Waiting, now: datetime, *, somebody_sends: bool | None
) -> Iterator[Finding]:
    """The outbox at ``now`` (system time). ``somebody_sends``: whether a bot runs; nothing when nobody can tell."""
    dead = counts.get("dead", 0)
    if dead:
        advice = "`lazo outbox --state dead` tells why; mend the cause, then `lazo outbox retry WORKSPACE ID`."
        yield _AREA.look("dead letters", f"{dead} {'message' if dead == 1 else 'messages'} given up", advice)
    else:
        yield _AREA.ok("dead letters", "none")
    if waiting.since is None:
        yield _AREA.ok("waiting", "nothing that is due")
        return
    age = now - waiting.since
    told = f"{waiting.count} due, the oldest made {seconds_in_words(age.total_seconds())} ago"
    if age < _LONG:
        yield _AREA.ok("waiting", told)
    elif somebody_sends:
        advice = "A bot runs and does not get them out: look for `ratelimited` in `lazo outbox`, and into its log."
        yield _AREA.broken("waiting", told, advice)
    else:
        yield _AREA.look("waiting", told, "They leave when `lazo run` runs.")


def judge_people(known: PeopleKnown, now: datetime, *, somebody_reads: bool | None) -> Finding:
    """How well the workspace's people are known at ``now`` (system time)."""
    if known.newest is None:
        return _PEOPLE.off("members", "none known yet: they are read when `lazo run` starts")
    age = now - known.newest
    told = f"{known.count} known, asked of Slack {seconds_in_words(age.total_seconds())} ago"
    if somebody_reads and age > 2 * _READ_EVERY:
        advice = "They should be read every 6 hours: look for `job_failed` with job=members in the log."
        return _PEOPLE.look("members", told, advice)
    return _PEOPLE.ok("members", told)
