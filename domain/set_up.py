"""The steps by which a workspace is set up, and which are done: kept as JSON beside the settings."""

import json
from collections.abc import Mapping
from dataclasses import field, replace
from datetime import datetime
from enum import StrEnum
from types import MappingProxyType
from typing import Self

from domain.values import frozen


class Step(StrEnum):
    """In the order in which they are asked."""

    LANGUAGE = "language"
    CHANNELS = "channels"
    TEAMS = "teams"
    HOURS = "hours"
    HOLIDAYS = "holidays"
    OWNERS = "owners"
    SOURCES = "sources"


@frozen
class Done:
    """Who did a step (Slack user id), and when."""

    by: str
    at: datetime


@frozen
class SetUp:
    """What is done; ``welcomed`` is the admin who was written to when Lazo came (Slack user id)."""

    done: Mapping[Step, Done] = field(default_factory=lambda: MappingProxyType({}))
    welcomed: str | None = None

    @property
    def is_complete(self) -> bool:
        """Whether no step is left."""
        return all(step in self.done for step in Step)

    @property
    def next_step(self) -> Step | None:
        """The first one that nobody did."""
        return next((step for step in Step if step not in self.done), None)

    def with_done(self, step: Step, by: str, at: datetime) -> Self:
        """The same with ``step`` done, whether or not it was before."""
        return replace(self, done=MappingProxyType({**self.done, step: Done(by, at)}))


def set_up_from(text: str) -> SetUp:
    """Read what `set_up_text` wrote. Steps that are none any more are left out."""
    said = json.loads(text or "{}")
    known = {step.value for step in Step}
    done = {
        Step(name): Done(each["by"], datetime.fromisoformat(each["at"]))
        for name, each in said.get("done", {}).items()
        if name in known
    }
    return SetUp(MappingProxyType(done), said.get("welcomed"))


def set_up_text(set_up: SetUp) -> str:
    """As JSON."""
    done = {step.value: {"by": each.by, "at": each.at.isoformat()} for step, each in set_up.done.items()}
    return json.dumps({"done": done, "welcomed": set_up.welcomed})
