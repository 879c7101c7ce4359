"""One deadline for all that a request asks of Slack: each call gets what the ones before it left.

Slack waits three seconds for an answer. Calls that are each quick enough add up past that when Slack is slow: so they
draw on one budget. When it is gone, the code goes on without a fact that it can do without, or says what it could not
do. Outside a request (jobs, delivery) there is none, and each call has its own limit.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Final

from storage.database import WRITE_WAIT_SECONDS

#: From the arrival of a request. The rest of Slack's three seconds is for our own work and the way back.
BUDGET_SECONDS: Final = 2.5
#: What looking something up must leave: the wait for our turn to write comes after it.
FOR_WRITING: Final = WRITE_WAIT_SECONDS
#: What opening a modal must leave: the sentence that it could not be opened.
FOR_A_LAST_WORD: Final = 0.5
#: A call that gets less is not begun.
_LEAST_SECONDS: Final = 0.05

_deadline: ContextVar[float | None] = ContextVar("deadline", default=None)
_kept: ContextVar[float] = ContextVar("kept", default=0.0)


class OutOfTimeError(TimeoutError):
    """The request's time is gone; Slack was not asked."""


def start() -> None:
    """A request came in: its time runs from now on, in this context (thread or task)."""
    _deadline.set(time.monotonic() + BUDGET_SECONDS)


@contextmanager
def started() -> Iterator[None]:
    """The block is a request. Its time runs already if `start` was called when it came in."""
    if _deadline.get() is not None:
        yield
        return
    token = _deadline.set(time.monotonic() + BUDGET_SECONDS)
    try:
        yield
    finally:
        _deadline.reset(token)


def is_running() -> bool:
    """Whether this is a request: Slack waits for what is done here."""
    return _deadline.get() is not None


@contextmanager
def keeping(seconds: float) -> Iterator[None]:
    """Calls in the block leave at least ``seconds`` of the budget to what comes after them."""
    token = _kept.set(max(seconds, _kept.get()))
    try:
        yield
    finally:
        _kept.reset(token)


def seconds_left(at_most: float) -> float:
    """How long a call to Slack may take now: ``at_most``, or less. Never negative; outside a request ``at_most``."""
    deadline = _deadline.get()
    if deadline is None:
        return at_most
    return max(0.0, min(at_most, deadline - time.monotonic() - _kept.get()))


def take(at_most: float) -> float:
    """The same, for a call that is about to be made. Raises `OutOfTimeError` when there is no time for it."""
    left = seconds_left(at_most)
    if left < _LEAST_SECONDS:
        message = "no time left for Slack in this request"
        raise OutOfTimeError(message)
    return left
