"""One writer at a time, and one commit for all who queued meanwhile.

SQLite writes one transaction at a time and makes each durable with a disk flush that costs more than the statements.
So units of work that wait for their turn join the open transaction, and the last of the queue commits for all. Nobody
leaves before that commit: what is acknowledged is on the disk.

A unit that is a function (`run`) is done by whoever has the turn, and its owner is woken once, after the commit. A
unit that is a block of somebody's code (`unit`) can only be done by its own thread, which is handed the turn.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, Generic, TypeVar

from storage.errors import NotCommittedError
from storage.fair_lock import FairLock, Waiting
from storage.shared_transaction import Kept, SharedTransaction, Writer
from storage.unit_of_work import UnitOfWork

#: A group is closed at this many units, or when its first has waited this long, whoever still queues.
MOST_UNITS: Final = 32
LONGEST_SECONDS: Final = 0.05

Result = TypeVar("Result")


class _Group:
    """Those who share one transaction, and wait for its commit."""

    def __init__(self, writer: Writer, deadline: float) -> None:
        self.transaction = SharedTransaction(writer, deadline)
        self._members: list[Waiting] = []
        self._opened = time.monotonic()

    def enter(self, member: Waiting) -> None:
        self._members.append(member)

    def is_full(self) -> bool:
        return (
            len(self._members) >= MOST_UNITS
            or time.monotonic() - self._opened > LONGEST_SECONDS
            or self.transaction.error is not None
        )

    def finish(self) -> None:
        """Commit for everybody, and let them go."""
        try:
            self.transaction.finish()
        finally:
            # Let go of: they hold on to the group, and what goes round in a circle waits for the collector.
            members, self._members = self._members, []
            for member in members:
                member.wake()

    def require_durable(self) -> None:
        """Raise `NotCommittedError` when the group could not be committed."""
        if self.transaction.error is not None:
            message = "the shared transaction could not be committed"
            raise NotCommittedError(message) from self.transaction.error


class _Errand(Waiting, Generic[Result]):
    """A unit that anybody may do."""

    def __init__(self, act: Callable[[UnitOfWork], Result]) -> None:
        super().__init__()
        self._act = act
        self._done: tuple[Result, UnitOfWork] | None = None
        self._group: _Group | None = None
        self._error: BaseException | None = None

    def do_in(self, group: _Group) -> None:
        """Do it as a part of ``group``. Raises nothing: its owner hears of it, in `outcome`."""
        self._group = group
        group.enter(self)
        with Kept() as kept, group.transaction.part(self._fail) as work:
            self._done = self._act(work), work
        self._error = self._error or kept.error

    def outcome(self) -> tuple[Result, UnitOfWork]:
        """What the act gave, and its unit. Raises what the act raised; `NotCommittedError`."""
        if self._error is not None:
            raise self._error
        if self._group is not None:
            self._group.require_durable()
        assert self._done is not None  # it was waited for
        return self._done

    def _fail(self, error: BaseException) -> None:
        self._error = error


class GroupWriter:
    """Hands out units of work in order of arrival, and commits them together."""

    def __init__(self, writer: Writer) -> None:
        self._writer = writer
        self._turn = FairLock()
        self._group: _Group | None = None

    def run(self, act: Callable[[UnitOfWork], Result], timeout: float) -> tuple[Result, UnitOfWork]:
        """Do ``act`` as one unit, in the thread of whoever has the turn; what it gave, durable, and the unit.

        ``timeout`` and errors as of `unit`. What ``act`` raises undoes it, and is raised here.
        """
        deadline, errand = time.monotonic() + timeout, _Errand(act)
        if self._turn.acquire(timeout, errand):
            try:
                errand.do_in(self._joined(deadline))
            finally:
                self._pass_on()
            errand.wait()
        return errand.outcome()

    @contextmanager
    def unit(self, timeout: float) -> Iterator[UnitOfWork]:
        """One unit of work; what it committed, and what it saw, is durable when the block has been left.

        ``timeout``: seconds to wait for one's turn. Raises StoreBusyError when it does not come, and
        `NotCommittedError` when the shared commit failed.
        """
        deadline, member = time.monotonic() + timeout, Waiting()
        self._turn.acquire(timeout)
        try:
            group = self._joined(deadline)
            group.enter(member)
            with group.transaction.part() as work:
                yield work
        finally:
            self._pass_on()
        # Also who wrote nothing: what it read, and may repeat to somebody, can be another's that is not durable yet.
        member.wait()
        group.require_durable()

    def _joined(self, deadline: float) -> _Group:
        if self._group is None:
            self._group = _Group(self._writer, deadline)
        return self._group

    def _pass_on(self) -> None:
        """Do the errands that wait; hand the open transaction to who is next; or commit.

        It is committed when nobody waits, or when it has grown enough.
        """
        group = self._group
        if group is not None:
            while not group.is_full() and (errand := self._turn.take(_Errand)) is not None:
                errand.do_in(group)
            if not group.is_full() and self._turn.hand_over():
                return
        try:
            if group is not None:
                self._group = None
                group.finish()
        finally:
            self._turn.release()
