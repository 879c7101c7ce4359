"""Publishing App Home: to whoever opens it, and again to those who have it open when what it shows has changed.

Nobody has to say what changes a Home: those opened lately are made anew every few seconds, and published only when
they differ from what stands. `views.publish` is called by one thread of its own, never in a transaction or a request.
"""

import http.client
import json
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Final

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError, SlackClientError

from bot.clock import Clock
from bot.jobs.runner import guarded
from commands.blocks import Json
from commands.context import Actor
from domain.values import frozen
from storage import people
from storage.database import Database
from storage.ids import WorkspaceId

#: So long after they opened it somebody may still be looking.
_LATELY_SECONDS: Final = 900.0
#: So many are made anew in one round, those that waited longest first.
_MOST_AT_ONCE: Final = 25
#: So many are remembered; the rest is published when it is opened again.
_MOST_OPEN: Final = 500

_log = structlog.get_logger(__name__)

Key = tuple[WorkspaceId, int]


@frozen
class _Open:
    """A Home that somebody opened: until when they may look, what stands there, and its hash (nothing: not known)."""

    until: float
    looked_at: float
    standing: str | None = None
    hash: str | None = None


class Homes:
    """Keeps the Homes that people have open as they should be. ``build`` makes one person's view."""

    def __init__(self, database: Database, client: WebClient, clock: Clock, build: Callable[[Actor], Json]) -> None:
        self._database = database
        self._client = client
        self._clock = clock
        self._build = build
        self._lock = threading.Lock()
        self._open: dict[Key, _Open] = {}
        self._waiting: set[Key] = set()
        self._worker = ThreadPoolExecutor(1, thread_name_prefix="home")

    def opened(self, actor: Actor, seen_hash: str | None) -> None:
        """Somebody looks at their Home, which shows the view of ``seen_hash``. Published soon; returns at once."""
        key, now = (actor.workspace_id, actor.member_id), self._clock.monotonic()
        with self._lock:
            known = self._open.get(key)
            # What another process published, or Slack forgot, is not what we know.
            same = known is not None and seen_hash is not None and known.hash == seen_hash
            standing = known.standing if known is not None and same else None
            self._open[key] = _Open(now + _LATELY_SECONDS, now, standing, seen_hash)
            if len(self._open) > _MOST_OPEN:
                self._open.pop(min(self._open, key=lambda each: self._open[each].until))
        self._soon(key)

    def refresh(self) -> int:
        """Look again at those opened lately; gives how many."""
        now = self._clock.monotonic()
        with self._lock:
            self._open = {key: each for key, each in self._open.items() if each.until > now}
            chosen = sorted(self._open, key=lambda key: self._open[key].looked_at)[:_MOST_AT_ONCE]
        for key in chosen:
            self._soon(key)
        return len(chosen)

    def close(self) -> None:
        """Finish what is under way."""
        self._worker.shutdown(wait=True, cancel_futures=True)

    def _soon(self, key: Key) -> None:
        """Publish in the worker's turn; asked for twice meanwhile, it is done once."""
        with self._lock:
            if key in self._waiting:
                return
            self._waiting.add(key)

        def run() -> None:
            with self._lock:
                self._waiting.discard(key)
            self._publish(key)

        self._worker.submit(guarded("home", run))

    def _publish(self, key: Key) -> None:
        with self._lock:
            known = self._open.get(key)
        actor = self._actor(key)
        if known is None or actor is None:
            return
        view = self._build(actor)
        made = json.dumps(view, sort_keys=True)
        if made == known.standing:
            self._note(key, known, known.standing, known.hash)
            return
        new_hash = self._send(actor, view, known.hash)
        if new_hash is not None:
            self._note(key, known, made, new_hash)

    def _send(self, actor: Actor, view: Json, expected: str | None) -> str | None:
        """Publish and give the new hash; nothing when Slack did not take it: the next round tries again."""
        try:
            return self._call(actor, view, expected)
        except SlackApiError as error:
            if error.response["error"] != "hash_conflict":
                raise
        except (SlackClientError, http.client.HTTPException, OSError) as error:
            _log.warning("home_not_published", user=actor.slack_user_id, reason=str(error))
            return None
        # Another process published meanwhile. Ours was made of rows as they are now, and is made again if they change.
        return self._call(actor, self._build(actor), None)

    def _call(self, actor: Actor, view: Json, expected: str | None) -> str:
        given = {"hash": expected} if expected else {}
        answer = self._client.views_publish(user_id=actor.slack_user_id, view=view, **given)
        return str((answer["view"] or {}).get("hash") or "")

    def _note(self, key: Key, known: _Open, standing: str | None, new_hash: str | None) -> None:
        """Keep what stands now, unless they opened it meanwhile: then what they saw counts, and its turn comes."""
        with self._lock:
            if self._open.get(key) is known:
                self._open[key] = replace(
                    known, looked_at=self._clock.monotonic(), standing=standing, hash=new_hash or None
                )

    def _actor(self, key: Key) -> Actor | None:
        """Who they are now: language, zone and rights may have changed since they opened it."""
        workspace_id, member_id = key
        with self._database.read() as connection:
            member = people.get_member(connection, workspace_id, member_id)
        if not member.is_active:
            return None
        return Actor(workspace_id, member.id, member.slack_user_id, member.locale, member.tz, member.is_admin)
