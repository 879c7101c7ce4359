"""Slack takes three seconds for every call: each request is still answered in time, and honestly.

The seconds are counted in place of waited for: a machine that is busy adds nothing to them.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final
from urllib.request import OpenerDirector, Request

import pytest

from commands import budget
from playground.local_slack import LocalSlack
from playground.outcomes import Outcome
from playground.people import person
from storage.tables import DigestRun, Objection
from tests.flow.acts import direct, form, known_account, met, only, receipt, rows, says, words
from tests.flow.conftest import RunningBot
from tests.patience import LONG

pytestmark = pytest.mark.hurries("lazo")

#: What a request may wait for Slack: its three seconds, with something left for our own work and the way back.
LIMIT: Final = 2.9
SLOW: Final = 3.0


#: What the calls of one request took, whatever thread of its context made them.
_waits: ContextVar[list[float] | None] = ContextVar("waits", default=None)


class Line:
    """The way to Slack, slow when it is said to be: what is sent arrives, and its answer takes three seconds.

    A caller that gives up after one second has waited for one, and takes nothing back. The clock of a request stands
    still but for what its own calls take. Other calls get no answer until the line is quick again: a request that
    waits for one of them, in whatever thread that is made, is not answered.
    """

    def __init__(self, address: str) -> None:
        self.method = ""  # the only one that is slow, if any is named
        self._address = address
        self._is_slow = False
        self._quick_again = threading.Condition()
        self._really_open = OpenerDirector.open
        self._really_started = budget.started
        self._requests: list[list[float]] = []
        self._in_vain: list[str] = []

    @property
    def is_slow(self) -> bool:
        """Whether answers take three seconds."""
        return self._is_slow

    @is_slow.setter
    def is_slow(self, is_slow: bool) -> None:
        with self._quick_again:
            self._is_slow = is_slow
            self._quick_again.notify_all()

    def monotonic(self) -> float:
        """The clock of requests."""
        return sum(_waits.get() or ())

    def open(self, opener: OpenerDirector, asked: Request | str, data: Any = None, timeout: float = LONG) -> Any:  # noqa: ANN401 - urllib's
        """As urllib's."""
        answer = self._really_open(opener, asked, data, LONG)
        url = asked if isinstance(asked, str) else asked.full_url
        if self.is_slow and url.startswith(self._address) and url.endswith(self.method):
            waits = _waits.get()
            if waits is None:
                with self._quick_again:
                    if not self._quick_again.wait_for(lambda: not self.is_slow, LONG):
                        self._in_vain.append(url)
                return answer
            waits.append(min(timeout, SLOW))
            if timeout < SLOW:
                answer.close()
                raise TimeoutError("timed out")
        return answer

    @contextmanager
    def started(self) -> Iterator[None]:
        """A request, as `budget.started`; what its calls took is kept."""
        waits: list[float] = []
        self._requests.append(waits)
        token = _waits.set(waits)
        try:
            with self._really_started():
                yield
        finally:
            _waits.reset(token)

    def in_time(self, done: Outcome) -> None:
        """It was answered, and no request so far waited for longer than it may."""
        assert done.ok, (done.error, done.detail)
        assert not self._in_vain
        assert max(map(sum, self._requests)) < LIMIT


@pytest.fixture
def line(slack: LocalSlack, monkeypatch: pytest.MonkeyPatch) -> Iterator[Line]:
    """The way to `slack`, quick at first."""
    counted = Line(slack.base_url)
    for module in ("database", "engines", "sqlite_writer"):  # a turn to write is not what is short here
        monkeypatch.setattr(f"storage.{module}.WRITE_WAIT_SECONDS", LONG)
    monkeypatch.setattr(budget, "time", counted)
    monkeypatch.setattr(budget, "started", counted.started)

    def opened(opener: OpenerDirector, *given: Any, **more: Any) -> Any:  # noqa: ANN401 - urllib's
        return counted.open(opener, *given, **more)

    monkeypatch.setattr(OpenerDirector, "open", opened)
    yield counted
    counted.is_slow = False


def test_a_first_line_in_a_channel_never_seen_is_stored(slack: LocalSlack, bot: RunningBot, line: Line) -> None:
    met(slack, bot, "tom")
    line.is_slow = True
    done = slack.command("tom", "sales", "/objection", "Acme: they say it is too dear")
    line.in_time(done)
    assert only(bot).quote == "they say it is too dear"
    # Nobody could say whether others read that channel: so the receipt comes by DM, when Slack takes it.
    line.is_slow = False
    slack.wait_for(lambda: direct(slack, "tom"), what="the receipt by DM")


def test_somebody_never_seen_is_told_so_with_what_they_typed(slack: LocalSlack, bot: RunningBot, line: Line) -> None:
    met(slack, bot, "tom")
    newcomer = person("nadia", "Nadia Roy")
    slack.store.add_person(newcomer)  # without the event: it was lost
    place = slack.add_channel("newcomers", [newcomer.id])
    line.is_slow = True
    done = slack.command("nadia", place.id, "/objection", "Acme: they say it is too dear")
    line.in_time(done)
    assert says(words(done.response), "en", "error-unknown-person")
    assert "they say it is too dear" in words(done.response)
    assert rows(bot, Objection) == []


def test_a_form_that_does_not_open_in_time_is_said_in_the_ack(slack: LocalSlack, bot: RunningBot, line: Line) -> None:
    slack.command("tom", "sales", "/objection", "mine")  # the channel is known from now on
    line.is_slow = True
    done = slack.command("tom", "sales", "/objection")
    line.in_time(done)
    assert says(words(done.response), "en", "objection-form-lost")


def test_the_channels_step_opens_though_nobody_can_say_which_there_are(
    slack: LocalSlack, bot: RunningBot, line: Line
) -> None:
    slack.command("carmen", "sales", "/lazo", "set-up")
    checklist = form(slack, "carmen")
    rows_shown = [block for block in checklist.blocks if block.get("accessory", {}).get("value") == "channels"]
    line.is_slow = True
    line.method = "/users.conversations"
    line.in_time(slack.press("carmen", "set_up_step", view=checklist, block_id=rows_shown[0]["block_id"]))
    slack.wait_for(lambda: len(slack.views("carmen")) == 2, what="the form of the channels")
    assert not says(words(slack.views("carmen")[0]), "es", "set-up-form-lost")


def test_a_step_that_does_not_open_is_said_on_the_checklist(slack: LocalSlack, bot: RunningBot, line: Line) -> None:
    slack.command("carmen", "sales", "/lazo", "set-up")
    checklist = form(slack, "carmen")
    rows_shown = [block for block in checklist.blocks if block.get("accessory", {}).get("value") == "teams"]
    line.is_slow = True
    line.method = "/views.push"
    line.in_time(slack.press("carmen", "set_up_step", view=checklist, block_id=rows_shown[0]["block_id"]))
    slack.wait_for(lambda: says(words(slack.views("carmen")[0]), "es", "set-up-form-lost"), what="the sentence")


def test_a_step_that_does_not_open_from_home_or_by_next_is_said_and_can_be_opened(
    slack: LocalSlack, bot: RunningBot, line: Line
) -> None:
    met(slack, bot, "carmen")
    slack.open_home("carmen")
    slack.wait_for(lambda: slack.home("carmen"), what="Home")
    home = slack.home("carmen")
    assert home is not None
    first = next(block for block in home.blocks if block.get("accessory", {}).get("value") == "language")
    # Slack refuses; Home has no room for a word.
    slack.faults.add("views.open", code="internal_error")
    line.in_time(slack.press("carmen", "set_up_step", view=home, block_id=first["block_id"]))
    slack.wait_for(lambda: direct(slack, "carmen"), what="the sentence by DM")
    told = direct(slack, "carmen")[-1]
    assert says(words(told), "es", "set-up-form-lost")
    line.in_time(slack.press("carmen", "set_up_step", message=told))

    slack.submit(form(slack, "carmen"), "carmen", {})
    saved = form(slack, "carmen")
    line.is_slow = True
    line.method = "/views.update"
    line.in_time(slack.press("carmen", "set_up_step", view=saved))
    slack.wait_for(lambda: len(direct(slack, "carmen")) > 1, what="the sentence by DM once more")
    assert says(words(direct(slack, "carmen")[-1]), "es", "set-up-form-lost")


def test_edit_that_does_not_open_leaves_everything_as_it_is(slack: LocalSlack, bot: RunningBot, line: Line) -> None:
    slack.command("tom", "sales", "/objection", "Acme: they say it is too dear")
    saved = receipt(slack, "tom")
    line.is_slow = True
    line.in_time(slack.press("tom", "objection_edit", message=saved))
    assert only(bot).version == 1
    slack.wait_for(lambda: says(words(receipt(slack, "tom")), "en", "objection-edit-lost"), what="the sentence")


def test_undo_is_done_and_acknowledged_whatever_the_answer_takes(
    slack: LocalSlack, bot: RunningBot, line: Line
) -> None:
    slack.command("tom", "sales", "/objection", "Acme: they say it is too dear")
    saved = receipt(slack, "tom")
    line.is_slow = True
    line.in_time(slack.press("tom", "objection_undo", message=saved))
    assert only(bot).withdrawn_at is not None


def test_a_form_sent_on_a_slow_day_is_stored_and_answered(slack: LocalSlack, bot: RunningBot, line: Line) -> None:
    known_account(slack, bot)
    slack.command("tom", "sales", "/objection")
    shown = form(slack, "tom")
    line.is_slow = True
    done = slack.submit(shown, "tom", {"quote": "they say it is too dear"})
    line.in_time(done)
    assert only(bot).quote == "they say it is too dear"
    assert says(words(done.view), "en", "objection-saved")


def test_the_digest_is_posted_though_the_channel_could_not_be_looked_at(
    slack: LocalSlack, bot: RunningBot, line: Line
) -> None:
    met(slack, bot, "tom")
    slack.command("tom", "marketing", "/objection", "mine")
    line.is_slow = True
    done = slack.command("tom", "marketing", "/digest", "now")
    line.in_time(done)
    assert len(rows(bot, DigestRun)) == 1
    line.is_slow = False
    slack.wait_for(lambda: slack.messages("marketing"), what="the digest")


def test_a_digest_for_a_channel_never_seen_is_answered_too(slack: LocalSlack, bot: RunningBot, line: Line) -> None:
    met(slack, bot, "tom")
    line.is_slow = True
    line.in_time(slack.command("tom", "marketing", "/digest", "now"))
    line.in_time(slack.command("tom", "marketing", "/digest", "schedule"))
    line.in_time(slack.command("tom", "marketing", "/account", "Acme"))


def test_each_request_has_its_own_time(slack: LocalSlack, bot: RunningBot, line: Line) -> None:
    slack.command("tom", "sales", "/objection", "mine")
    line.is_slow = True
    for _time in range(2):
        line.in_time(slack.command("tom", "sales", "/objection"))
    line.is_slow = False
    slack.command("tom", "sales", "/objection")
    assert form(slack, "tom").source["type"] == "modal"
