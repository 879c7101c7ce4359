"""Whoever waits for an answer is told: also when what follows it fails by our fault, and when the process ends."""

import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from bot.minds.care import CarefulMinds, Manners
from bot.minds.pool import Pool
from commands.i18n import LOCALES, Texts
from commands.minds import Mind, MindAnswer, MindRequest, MindUnavailable, Reason
from domain.mind_budget import Budget, Prices
from storage.database import Database
from tests.bot.minds.asking import request_of
from tests.patience import LONG
from tests.storage.rows import Team

NOW = datetime(2026, 6, 3, tzinfo=UTC)


class Here:
    """A mind on this machine that does ``before`` it answers."""

    name = "here"
    model = "m"
    leaves_the_machine = False

    def __init__(self, before: Callable[[], object]) -> None:
        self._before = before

    def complete(self, request: MindRequest[Any]) -> MindAnswer[Any]:
        """As the port says."""
        self._before()
        return MindAnswer(request.schema.model_validate({"theme": "price"}), self.name, self.model)


@pytest.fixture
def team(sqlite_url: str) -> Iterator[Team]:
    """A workspace."""
    with closing(Database.open(sqlite_url)) as database:
        yield Team.new(database)


def minds_of(mind: Mind, team: Team, pool: Pool) -> CarefulMinds:
    """``mind`` with manners."""
    return CarefulMinds(mind, team.database, Manners(Budget(), Prices(Decimal(1), Decimal(1))), lambda: NOW, pool)


def test_what_fails_after_the_answer_is_told_with_an_id(team: Team) -> None:
    """A lookup, a form or a message that we cannot make leaves nobody with "looking it up" for ever."""
    told = queue.Queue[MindUnavailable]()

    def done(answer: object) -> None:
        if not isinstance(answer, MindUnavailable):
            raise ZeroDivisionError
        told.put(answer)

    with closing(Pool(1, 1)) as pool:
        assert minds_of(Here(lambda: None), team, pool).start(request_of(workspace_id=team.id), done) is None
        failed = told.get(timeout=LONG)
    assert failed.reason is Reason.FAILED
    assert failed.error_id
    assert all(failed.error_id in failed.sentence(Texts().into(locale)) for locale in LOCALES)


def test_who_still_waits_when_the_process_ends_is_told(team: Team) -> None:
    begun, go, told = threading.Event(), threading.Event(), queue.Queue[object]()

    def slowly() -> None:
        begun.set()
        go.wait(LONG)

    pool = Pool(1, 2)
    minds = minds_of(Here(slowly), team, pool)
    assert minds.start(request_of(workspace_id=team.id), told.put) is None
    assert begun.wait(LONG)
    for _ in range(2):
        assert minds.start(request_of(workspace_id=team.id), told.put) is None
    closer = threading.Thread(target=minds.close)
    closer.start()
    assert [told.get(timeout=LONG) for _ in range(2)] == [MindUnavailable(Reason.BUSY)] * 2
    go.set()
    assert isinstance(told.get(timeout=LONG), MindAnswer)
    closer.join()
    assert minds.start(request_of(workspace_id=team.id), told.put) == MindUnavailable(Reason.BUSY)
    assert told.empty()
