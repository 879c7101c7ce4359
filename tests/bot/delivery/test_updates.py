"""Messages that change in place: the newest version stands, wherever its message went meanwhile."""

from typing import Any

import pytest

from tests.bot.delivery.office import Office

SOON = 2.0


def version(number: int, operation: str = "update") -> dict[str, Any]:
    """The fields of a message about one subject."""
    return {"subject": ("handoff", 7, number), "operation": operation}


def test_an_update_changes_the_message_in_place(office: Office) -> None:
    office.put("offered", **version(1, "post"))
    office.deliver()
    office.put("accepted", **version(2))
    office.deliver()
    assert office.shown() == ["accepted"]
    assert office.posts() == 1


def test_an_update_waits_for_its_message(office: Office) -> None:
    office.slack.faults.add("chat.postMessage", kind="ratelimited", retry_after=30)
    office.put("offered", **version(1, "post"))
    update = office.put("accepted", **version(2))
    office.deliver()
    office.pass_on(SOON + 1)
    office.pass_on(SOON + 1)
    assert (office.row(update).state, office.row(update).attempts) == ("pending", 0)
    office.pass_on(30)
    office.pass_on(SOON + 1)
    assert office.shown() == ["accepted"]


def test_an_older_version_is_skipped(office: Office) -> None:
    office.put("offered", **version(1, "post"))
    office.deliver()
    office.put("contacted", **version(3))
    office.deliver()
    older = office.put("accepted", **version(2))
    office.deliver()
    assert office.shown() == ["contacted"]
    assert office.row(older).state == "skipped"


def test_an_update_of_nothing_is_skipped(office: Office) -> None:
    update = office.put("accepted", **version(2))
    office.deliver()
    assert office.row(update).state == "skipped"
    assert office.shown() == []


def test_a_deleted_message_is_posted_anew_and_updated_there(office: Office) -> None:
    office.put("offered", **version(1, "post"))
    office.deliver()
    office.slack.store.delete(office.slack.messages("sales")[-1])
    office.put("accepted", **version(2))
    office.deliver()
    assert office.shown() == ["accepted"]
    office.put("contacted", **version(3))
    office.deliver()
    assert office.shown() == ["contacted"]


@pytest.mark.parametrize("kind", ["drop_after", "drop_before", "http_500"])
def test_a_broken_line_while_posting_anew_leaves_one(office: Office, kind: str) -> None:
    office.put("offered", **version(1, "post"))
    office.deliver()
    office.slack.store.delete(office.slack.messages("sales")[-1])
    office.slack.faults.add("chat.postMessage", kind=kind)  # type: ignore[arg-type]
    office.put("accepted", **version(2))
    office.deliver()
    office.pass_on(SOON)
    assert office.shown() == ["accepted"]


@pytest.mark.parametrize("kind", ["drop_after", "drop_before", "http_500"])
def test_a_broken_line_during_an_update_is_repeated(office: Office, kind: str) -> None:
    office.put("offered", **version(1, "post"))
    office.deliver()
    office.slack.faults.add("chat.update", kind=kind)  # type: ignore[arg-type]
    update = office.put("accepted", **version(2))
    office.deliver()
    office.pass_on(SOON)
    assert office.shown() == ["accepted"]
    assert office.row(update).state == "sent"
