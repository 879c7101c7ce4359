"""A channel that other organisations read gets nothing, whenever it came to be shared."""

import pytest

from bot.delivery.slack_sender import SHARED_OUTSIDE
from tests.bot.delivery.office import Office

#: What was learnt of a channel is asked again after ten minutes.
TEN_MINUTES = 601.0
INFO = "conversations.info"


def test_a_channel_shared_after_it_was_chosen_gets_nothing_more(office: Office) -> None:
    place = office.slack.add_channel("partners", ["ana"])
    office.put("before", "partners")
    office.deliver()
    place.is_ext_shared = True
    office.clock.advance(TEN_MINUTES)
    message = office.put("after", "partners")
    office.deliver()
    row = office.row(message)
    assert (row.state, row.last_error) == ("dead", SHARED_OUTSIDE)
    assert row.error_id
    assert office.shown("partners") == ["before"]
    assert office.posts("partners") == 1


@pytest.mark.parametrize("kind", ["http_500", "drop_before", "ratelimited"])
def test_while_slack_cannot_say_nothing_is_posted_and_nothing_is_lost(office: Office, kind: str) -> None:
    office.slack.faults.add(INFO, kind=kind)  # type: ignore[arg-type]
    message = office.put("once")
    office.deliver()
    assert office.row(message).state == "pending"
    assert office.shown() == []
    office.pass_on(60)
    assert office.shown() == ["once"]


def test_slack_is_asked_once_in_ten_minutes_and_not_about_people(office: Office) -> None:
    for text in ("one", "two", "three"):
        office.put(text)
    office.put("hello", office.slack.person("ana").id)
    office.deliver()
    assert office.states() == {"sent"}
    assert len(office.slack.calls(INFO)) == 1
