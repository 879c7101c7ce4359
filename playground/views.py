"""The modals that people have open, and their Home tabs."""

from __future__ import annotations

import copy
import secrets
import time
from threading import RLock

from playground.errors import SlackError
from playground.ids import random_id
from playground.model import Json, View
from playground.store import name_blocks

STACK_LIMIT = 3


class Views:
    """Open modals as stacks of up to three, and one Home tab a person."""

    def __init__(self) -> None:
        self.lock = RLock()
        self._stacks: dict[str, list[list[View]]] = {}
        self._homes: dict[str, View] = {}
        self._closed: dict[str, View] = {}

    def open(self, user: str, source: Json) -> View:
        """Begin a new stack."""
        with self.lock:
            view = self._make(user, source, None)
            self._stacks.setdefault(user, []).append([view])
        return view

    def push(self, user: str, source: Json, on: str) -> View:
        """Put a view on top of the stack that holds view ``on``."""
        with self.lock:
            stack = self._stack(on)
            # https://docs.slack.dev/reference/methods/views.push: at most three views in a stack.
            if len(stack) >= STACK_LIMIT:
                raise SlackError("push_limit_reached")
            view = self._make(user, source, stack[-1])
            stack.append(view)
        return view

    def update(self, view: View, source: Json) -> View:
        """Replace a view's content; typed values stay where block and action ids stay."""
        with self.lock:
            self._claim_external_id(source, view)
            view.source = self._named(source)
            view.external_id = str(source.get("external_id") or "")
            view.hash = new_hash()
        return view

    def publish(self, user: str, source: Json, expected_hash: str | None) -> View:
        """Set a person's Home tab."""
        with self.lock:
            known = self._homes.get(user)
            if known is None:
                known = self._make(user, source, None)
                self._homes[user] = known
                return known
            if expected_hash and expected_hash != known.hash:
                raise SlackError("hash_conflict")
            return self.update(known, source)

    def find(self, view_id: str | None, external_id: str | None = None) -> View:
        """An open view or a Home tab; SlackError ``not_found`` when it is closed or unknown."""
        with self.lock:
            for view in self._all():
                if (view_id and view.id == view_id) or (external_id and view.external_id == external_id):
                    return view
        # https://docs.slack.dev/reference/methods/views.update
        raise SlackError("not_found")

    def close(self, view_id: str, *, clear: bool = False) -> list[View]:
        """Close a view (and those above it), or the whole stack; those closed, top first."""
        with self.lock:
            stack = self._stack(view_id)
            keep = 0 if clear else next(n for n, view in enumerate(stack) if view.id == view_id)
            closed = list(reversed(stack[keep:]))
            del stack[keep:]
            user = closed[0].user
            self._stacks[user] = [each for each in self._stacks[user] if each]
        return closed

    def of(self, user: str) -> list[View]:
        """A person's open modals, the one on top last."""
        with self.lock:
            return [view for stack in self._stacks.get(user, []) for view in stack]

    def home(self, user: str) -> View | None:
        """A person's Home tab, None before the first publish."""
        with self.lock:
            return self._homes.get(user)

    def _all(self) -> list[View]:
        modals = [view for stacks in self._stacks.values() for stack in stacks for view in stack]
        return [*modals, *self._homes.values()]

    def _stack(self, view_id: str) -> list[View]:
        for stacks in self._stacks.values():
            for stack in stacks:
                if any(view.id == view_id for view in stack):
                    return stack
        raise SlackError("not_found")

    def _make(self, user: str, source: Json, below: View | None) -> View:
        self._claim_external_id(source, None)
        view_id = random_id("V")
        return View(
            id=view_id,
            user=user,
            source=self._named(source),
            hash=new_hash(),
            root_id=below.root_id if below else view_id,
            previous_id=below.id if below else None,
            external_id=str(source.get("external_id") or ""),
        )

    def _claim_external_id(self, source: Json, owner: View | None) -> None:
        wanted = source.get("external_id")
        if wanted and any(view.external_id == wanted and view is not owner for view in self._all()):
            raise SlackError("duplicate_external_id")

    @staticmethod
    def _named(source: Json) -> Json:
        kept = copy.deepcopy(source)
        name_blocks(kept.get("blocks"))
        return kept


def new_hash() -> str:
    """A view hash in Slack's form: seconds, a dot, letters."""
    return f"{time.time_ns() // 10**9}.{secrets.token_hex(4)}"
