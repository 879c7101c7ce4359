"""Several channels and several processes at once: each message once, in order within its channel, none in the way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from threading import Thread

from bot.delivery.deliverer import LEASE, Deliverer
from bot.delivery.outcomes import AskedToWait, Failed, Sent
from bot.delivery.slack_sender import SlackSender
from storage import outbox
from storage.database import Database
from storage.tables import OutboxMessage
from tests.bot.delivery.office import PATIENCE, Office, sender
from tests.patience import LONG


def test_order_within_a_channel(office: Office) -> None:
    expected = [f"no {number}" for number in range(20)]
    office.put_all(expected, ["sales"])
    office.deliver()
    assert office.shown() == expected


def test_a_slow_channel_holds_up_no_other(office: Office) -> None:
    """120 messages over 12 channels; in one of them Slack takes its time until all others have theirs."""
    places = [office.slack.add_channel(f"team-{number}", ["ana"]).name for number in range(12)]
    slow, others = places[0], places[1:]
    place = office.slack.conversation(slow).id
    office.slack.faults.add("chat.postMessage", place, times=10, kind="delay", seconds=LONG)
    texts = [f"no {number}" for number in range(10)]
    office.put_all(texts, places)
    with repeated(office.deliverer.run):
        office.slack.wait_for(lambda: all(office.shown(place) == texts for place in others))
        assert office.shown(slow) == []
        office.slack.faults.clear()
        office.slack.wait_for(lambda: len(office.shown(slow)) == 10)
    assert office.shown(slow) == texts


def test_a_round_does_not_wait_for_a_slow_slack(office: Office) -> None:
    """The clock's other work has its turn while an answer is outstanding, and the message is not sent again."""
    office.slack.faults.add("chat.postMessage", kind="delay", seconds=LONG)
    office.put("slow")
    office.deliverer.run()
    assert office.states() == {"sending"}
    assert office.deliverer.run() == 0
    office.slack.faults.clear()
    office.deliverer.close()
    assert office.states() == {"sent"}
    assert office.shown() == ["slow"]


def test_two_processes_send_each_message_once_and_in_order(office: Office, database_url: str) -> None:
    second = Database.open(database_url)
    elsewhere = Deliverer(second, sender(office.slack.api_url, office.slack, office.clock), office.clock)
    places = [office.slack.add_channel(f"team-{number}", ["ana"]).name for number in range(5)]
    texts = [f"no {number}" for number in range(12)]
    office.put_all(texts, places)
    with repeated(office.deliverer.run), repeated(elsewhere.run):
        office.slack.wait_for(lambda: office.states() == {"sent"})
    elsewhere.close()
    second.close()
    for place in places:
        assert office.shown(place) == texts


def test_a_channel_in_which_a_message_is_under_way_is_left_alone(office: Office, database_url: str) -> None:
    """By a second process too: it sends what is for others, and nothing overtakes."""
    office.slack.faults.add("chat.postMessage", office.slack.conversation("sales").id, kind="delay", seconds=1.0)
    office.put("first")
    office.put("second")
    office.put("elsewhere", "marketing")
    second = Database.open(database_url)
    elsewhere = Deliverer(second, sender(office.slack.api_url, office.slack, office.clock), office.clock)
    with office.database.write() as work:
        [mine] = outbox.claim(work, office.clock.system_now(), lease=LEASE, limit=1)
        work.commit()
    assert elsewhere.run(PATIENCE) == 1
    assert office.shown("marketing") == ["elsewhere"]
    assert office.posts() == 0
    office.clock.advance(LEASE.total_seconds() + 1)
    with repeated(elsewhere.run):
        office.slack.wait_for(lambda: len(office.shown()) == 2)
    assert office.shown() == ["first", "second"]
    assert office.row(mine.message.id).attempts == 2
    elsewhere.close()
    second.close()


def test_a_lost_lease_is_not_sent(office: Office) -> None:
    """While one process asks Slack whether a message is there, its lease runs out and another sends it."""
    message = office.put("once")
    with office.database.write() as work:  # a process that died before it could say what came of it
        outbox.claim(work, office.clock.system_now(), lease=LEASE, limit=1)
        work.commit()
    office.clock.advance(LEASE.total_seconds() + 1)

    def meanwhile() -> None:
        office.pass_on(LEASE.total_seconds() + 1)
        assert office.shown() == ["once"]

    slow = Deliverer(office.database, SlowLookUp(office, meanwhile), office.clock)
    slow.run(PATIENCE)
    slow.close()
    assert office.shown() == ["once"]
    assert office.posts() == 1
    assert office.row(message).state == "sent"


def test_who_lost_the_lease_settles_nothing(office: Office) -> None:
    message = office.put("once")
    with office.database.write() as work:
        [stale] = outbox.claim(work, office.clock.system_now(), lease=LEASE, limit=1)
        work.commit()
    office.pass_on(LEASE.total_seconds() + 1)
    with office.database.write() as work:
        assert not outbox.mark_retry(work, stale.message, error="too late", at=office.clock.system_now())
        assert not outbox.mark_sent(work, stale.message, channel="C", ts="1", now=office.clock.system_now())
        work.commit()
    assert (office.row(message).state, office.row(message).last_error) == ("sent", None)


class SlowLookUp(SlackSender):
    """A sender during whose look-up something else happens."""

    def __init__(self, office: Office, meanwhile: Callable[[], None]) -> None:
        plain = sender(office.slack.api_url, office.slack, office.clock)
        super().__init__(plain._client, plain._channels)
        self._meanwhile = meanwhile

    def look_up(self, message: OutboxMessage, made_at: datetime) -> Sent | AskedToWait | Failed | None:
        found = super().look_up(message, made_at)
        self._meanwhile()
        return found


@contextmanager
def repeated(run: Callable[[], object]) -> Iterator[None]:
    """Call ``run`` again and again in a thread of its own, as the clock does, until the end of the block."""
    over: list[bool] = []

    def go_on() -> None:
        while not over:
            run()

    thread = Thread(target=go_on, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.append(True)
        thread.join(30)
