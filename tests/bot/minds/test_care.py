"""What each call goes through: opt-out, breaker, masks, budget, audit, and a pool that nobody of Slack's waits in."""

import json
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from types import SimpleNamespace
from typing import Any

import pytest

from bot.jobs.retention import MIND_CALLS_KEPT, Kept, run_retention
from bot.minds.breaker import FAILURES, OPEN_SECONDS, Breaker
from bot.minds.care import CarefulMinds, Manners
from bot.minds.exchange import Exchange
from bot.minds.pool import Pool
from commands.minds import (
    Answer,
    Material,
    MindAnswer,
    MindRequest,
    MindUnavailable,
    OnRequestPathError,
    Reason,
    off_the_request_path,
    only_off_the_request_path,
)
from domain.mind_budget import Budget, Prices
from storage import mind_calls, mind_choices
from storage.database import Database
from storage.tables import MindCall
from tests.bot.minds.asking import Sorted, request_of
from tests.patience import LONG
from tests.storage.rows import Team

NOW = datetime(2026, 6, 3, 8, 0, tzinfo=UTC)
UNLIMITED = Budget()


@dataclass
class Parrot:
    """A mind elsewhere that says what it is told to, and remembers what it saw."""

    says: Callable[[MindRequest[Any], Exchange], Any]
    seen: list[MindRequest[Any]] = field(default_factory=list)
    name: str = "parrot"
    model: str = "grey"
    leaves_the_machine: bool = True

    def complete(self, request: MindRequest[Answer]) -> MindAnswer[Answer] | MindUnavailable:
        """As the port says."""
        return self.converse(request, Exchange())

    def converse(self, request: MindRequest[Answer], exchange: Exchange) -> MindAnswer[Answer] | MindUnavailable:
        """Say it."""
        only_off_the_request_path()
        self.seen.append(request)
        exchange.sent.append([each.text for each in request.material])
        said = self.says(request, exchange)
        if isinstance(said, Reason):
            return MindUnavailable(said)
        exchange.received.append(said)
        exchange.tokens_in, exchange.tokens_out = 100, 20
        return MindAnswer(request.schema.model_validate(said), self.name, self.model)

    def hush(self) -> None:
        """Nothing is tried again."""

    def close(self) -> None:
        """Nothing to let go of."""


@pytest.fixture
def everywhere(database: Database) -> Team:
    """A workspace with somebody in it, on each kind of database."""
    made = Team.new(database)
    made.member("U1", name="Tom Becker")
    return made


@pytest.fixture
def team(sqlite_url: str) -> Iterator[Team]:
    """A workspace, for what is the same on both."""
    with closing(Database.open(sqlite_url)) as database:
        yield Team.new(database)


@pytest.fixture
def pool() -> Iterator[Pool]:
    """One thread, one place before it."""
    with closing(Pool(1, 1)) as made:
        yield made


def careful(parrot: Parrot, team: Team, pool: Pool, budget: Budget = UNLIMITED, **more: bool) -> CarefulMinds:
    """``parrot`` with manners."""
    return CarefulMinds(
        parrot, team.database, Manners(budget, Prices(Decimal(1), Decimal(2)), **more), lambda: NOW, pool
    )


def echo(request: MindRequest[Any], exchange: Exchange) -> dict[str, str]:
    """The first text back."""
    return {"theme": request.material[0].text}


def silence(_request: MindRequest[Any], exchange: Exchange) -> Reason:
    """Nothing comes."""
    exchange.untold += 1
    return Reason.TIMEOUT


def test_names_leave_masked_come_back_plain_and_are_kept_masked_for_as_long_as_was_said(
    everywhere: Team, pool: Pool
) -> None:
    parrot = Parrot(echo)
    minds = careful(parrot, everywhere, pool)
    with off_the_request_path():
        told = minds.ask(request_of("Tom Becker says no, mail tom@acme.com", workspace_id=everywhere.id))
    assert isinstance(told, MindAnswer)
    assert told.content == Sorted(theme="Tom Becker says no, mail tom@acme.com")
    assert parrot.seen[0].material[0].text == "[NAME_1] says no, mail [MAIL_1]"
    call = only_call(everywhere)
    assert (call.state, call.tokens_in, call.tokens_out, call.cost_micros, call.masked) == ("answered", 100, 20, 140, 2)
    assert "Becker" not in f"{call.sent}{call.received}"
    assert "[NAME_1]" in (call.sent or "")
    forget(everywhere, NOW + timedelta(days=29))
    assert only_call(everywhere).sent is not None
    forget(everywhere, NOW + timedelta(days=31))
    assert (only_call(everywhere).sent, only_call(everywhere).received, only_call(everywhere).tokens_in) == (
        None,
        None,
        100,
    )
    forget(everywhere, NOW + MIND_CALLS_KEPT + timedelta(days=1))
    with everywhere.database.read() as connection:
        assert mind_calls.list_calls(connection, 10) == []


def test_who_opted_out_sends_nothing(everywhere: Team, pool: Pool) -> None:
    parrot = Parrot(echo)
    minds = careful(parrot, everywhere, pool)
    choose(everywhere, is_off=False, off_channels=["C9"])
    assert asked(minds, everywhere, channel="C9") is Reason.OPTED_OUT
    assert minds.standing(everywhere.id, "C9") == MindUnavailable(Reason.OPTED_OUT)
    assert minds.standing(everywhere.id, "C1") is None
    choose(everywhere, is_off=True, off_channels=[], over=1)
    assert asked(minds, everywhere) is Reason.OPTED_OUT
    assert parrot.seen == []
    other = Team.new(everywhere.database, "T2")
    assert isinstance(asked(minds, other), MindAnswer)


def test_who_a_record_names_is_masked_in_all_that_is_asked(team: Team, pool: Pool) -> None:
    parrot = Parrot(echo)
    told = (Material("question", "and kateryna?"), Material("handoff:1", "Acme, Kateryna", people=("Kateryna",)))
    with off_the_request_path():
        answer = careful(parrot, team, pool).ask(replace(request_of(workspace_id=team.id), material=told))
    assert [each.text for each in parrot.seen[0].material] == ["and [NAME_1]?", "Acme, [NAME_1]"]
    assert isinstance(answer, MindAnswer)


def test_what_was_said_in_a_channel_that_opted_out_stays_whoever_asks(team: Team, pool: Pool) -> None:
    choose(team, is_off=False, off_channels=["CLEGAL"])
    parrot = Parrot(echo)
    told = tuple(Material(name, f"said in {name}", name) for name in ("CSALES", "CLEGAL"))
    with off_the_request_path():
        careful(parrot, team, pool).ask(replace(request_of(workspace_id=team.id, channel="CSALES"), material=told))
    assert [each.text for each in parrot.seen[0].material] == ["said in CSALES"]
    assert "CLEGAL" not in (only_call(team).sent or "")


def test_the_budget_is_set_aside_before_and_corrected_after(everywhere: Team, pool: Pool) -> None:
    parrot = Parrot(echo)
    minds = careful(parrot, everywhere, pool, Budget(tokens=4000))
    assert isinstance(asked(minds, everywhere), MindAnswer)
    with everywhere.database.read() as connection:
        assert mind_calls.used(connection, everywhere.id, NOW).tokens == 120
    parrot.says = silence
    assert asked(minds, everywhere) is Reason.TIMEOUT
    with everywhere.database.read() as connection:
        assert mind_calls.used(connection, everywhere.id, NOW).tokens > 2000  # nobody told what it cost
    assert asked(minds, everywhere) is Reason.BUDGET
    assert len(parrot.seen) == 2
    other = Team.new(everywhere.database, "T2")
    parrot.says = echo
    assert isinstance(asked(minds, other), MindAnswer)


def test_a_workspace_lowers_its_budget_and_money_ends_it_as_well(team: Team, pool: Pool) -> None:
    choose(team, is_off=False, off_channels=[], monthly_tokens=10)
    assert asked(careful(Parrot(echo), team, pool), team) is Reason.BUDGET
    other = Team.new(team.database, "T2")
    assert asked(careful(Parrot(echo), team, pool, Budget(micros=10)), other) is Reason.BUDGET


def test_two_at_once_do_not_spend_the_same_tokens(everywhere: Team) -> None:
    go, told = threading.Event(), queue.Queue[object]()

    def slowly(_request: MindRequest[Any], _exchange: Exchange) -> dict[str, str]:
        go.wait(LONG)
        return {"theme": "x"}

    with closing(Pool(3, 3)) as pool:
        minds = careful(Parrot(slowly), everywhere, pool, Budget(tokens=6000))
        for _ in range(3):
            assert minds.start(request_of(workspace_id=everywhere.id), told.put) is None
        assert told.get(timeout=LONG) == MindUnavailable(Reason.BUDGET)  # while the other two are still under way
        go.set()
        assert all(isinstance(told.get(timeout=LONG), MindAnswer) for _ in range(2))


def test_who_comes_when_all_are_busy_is_told_at_once(team: Team, pool: Pool) -> None:
    go, begun = threading.Event(), threading.Event()

    def slowly(request: MindRequest[Any], exchange: Exchange) -> dict[str, str]:
        begun.set()
        go.wait(LONG)
        return {"theme": "x"}

    minds, told = careful(Parrot(slowly), team, pool), queue.Queue[object]()
    assert minds.start(request_of(workspace_id=team.id), told.put) is None
    assert begun.wait(LONG)
    assert minds.start(request_of(workspace_id=team.id), told.put) is None
    assert minds.start(request_of(workspace_id=team.id), told.put) == MindUnavailable(Reason.BUSY)
    assert told.empty()
    go.set()
    assert all(isinstance(told.get(timeout=LONG), MindAnswer) for _ in range(2))


def test_whoever_waits_is_told_even_when_we_are_at_fault(team: Team, pool: Pool) -> None:
    def broken(request: MindRequest[Any], exchange: Exchange) -> dict[str, str]:
        raise ZeroDivisionError

    minds, told = careful(Parrot(broken), team, pool), queue.Queue[object]()
    minds.start(request_of(workspace_id=team.id), told.put)
    assert isinstance(told.get(timeout=LONG), MindUnavailable)


def test_nobody_waits_for_a_mind_in_a_thread_of_slacks(team: Team, pool: Pool) -> None:
    with pytest.raises(OnRequestPathError):
        careful(Parrot(echo), team, pool).ask(request_of(workspace_id=team.id))


def test_after_failures_in_a_row_it_is_left_alone(team: Team, pool: Pool) -> None:
    def down(request: MindRequest[Any], exchange: Exchange) -> Reason:
        exchange.is_down = True
        return Reason.REFUSED

    parrot = Parrot(down)
    minds = careful(parrot, team, pool)
    for _ in range(FAILURES):
        assert asked(minds, team) is Reason.REFUSED
    assert asked(minds, team) is Reason.BREAKER_OPEN
    assert minds.standing(team.id) == MindUnavailable(Reason.BREAKER_OPEN)
    assert len(parrot.seen) == FAILURES


def test_who_has_no_budget_does_not_take_the_one_call_that_is_let_through(
    team: Team, pool: Pool, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(request: MindRequest[Any], exchange: Exchange) -> Reason:
        exchange.is_down = True
        return Reason.REFUSED

    now = [0.0]
    monkeypatch.setattr("bot.minds.care.time", SimpleNamespace(monotonic=lambda: now[0]))
    parrot = Parrot(down)
    minds = careful(parrot, team, pool)
    for _ in range(FAILURES):
        asked(minds, team)
    now[0] = OPEN_SECONDS
    poor = Team.new(team.database, "T2")
    choose(poor, is_off=False, off_channels=[], monthly_tokens=10)
    assert asked(minds, poor) is Reason.BUDGET
    parrot.says = echo
    assert isinstance(asked(minds, team), MindAnswer)


def test_the_breaker_lets_one_through_after_its_time_and_believes_it() -> None:
    now = [0.0]
    breaker = Breaker(lambda: now[0])
    assert [breaker.failed() for _ in range(FAILURES)] == [*[False] * (FAILURES - 1), True]
    assert not breaker.lets_through()
    now[0] = OPEN_SECONDS
    assert breaker.lets_through()
    assert not breaker.lets_through()  # the others wait for what comes of it
    breaker.failed()
    assert breaker.is_open
    now[0] = 2 * OPEN_SECONDS
    assert breaker.lets_through()
    breaker.succeeded()
    assert breaker.lets_through()
    assert not breaker.is_open


def asked(minds: CarefulMinds, team: Team, channel: str | None = None) -> object:
    """What comes of a question: the answer, or the reason why there is none."""
    with off_the_request_path():
        told = minds.ask(request_of(workspace_id=team.id, channel=channel))
    return told.reason if isinstance(told, MindUnavailable) else told


def choose(
    team: Team, *, is_off: bool, off_channels: list[str], monthly_tokens: int | None = None, over: int = 0
) -> None:
    """An admin decides."""
    with team.database.write() as work:
        mind_choices.save_choice(
            work,
            team.id,
            is_off=is_off,
            off_channels=off_channels,
            monthly_tokens=monthly_tokens,
            expected_version=over,
            set_by_id=None,
            now=NOW,
        )
        work.commit()


def only_call(team: Team) -> MindCall:
    """The one call there is."""
    with team.database.read() as connection:
        (call,) = mind_calls.list_calls(connection, 10)
    return call


def forget(team: Team, now: datetime) -> None:
    """The retention job runs."""
    run_retention(team.database, now, Kept(timedelta(days=90), timedelta(days=30)))


def test_what_is_sent_is_told_as_json(team: Team, pool: Pool) -> None:
    minds = careful(Parrot(echo), team, pool, masks=False, keeps_texts=True)
    asked(minds, team)
    assert json.loads(only_call(team).sent or "") == [["too dear"]]
