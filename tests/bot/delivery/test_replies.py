"""Messages below another: after it, in its thread, once, whatever becomes of the lines in between."""

from bot.delivery.deliverer import LEASE
from storage import outbox, outbox_replies
from tests.bot.delivery.office import Office, sender

SOON = 2.0


def below(office: Office, text: str) -> list[str]:
    """What stands in the thread of the message that says ``text``."""
    said = [message for message in office.slack.messages("sales") if message.is_app]
    root = next(message for message in said if message.text == text)
    return [message.text for message in said if message.thread_ts == root.ts and message.ts != root.ts]


def test_replies_wait_for_what_they_answer_and_go_below_it_once(office: Office) -> None:
    """Lines break after Slack took the message, and a process dies between posting and saying so: nothing twice."""
    office.slack.faults.add("chat.postMessage", kind="drop_after")
    parent = office.put("digest")
    replies = [office.put(f"account {number}", reply_to=parent) for number in range(3)]
    office.deliver()
    assert office.shown() == ["digest"]  # it is not known yet where it stands, so nothing goes below it
    assert {office.row(reply).attempts for reply in replies} == {0}
    office.slack.faults.add("chat.postMessage", kind="drop_after")
    office.pass_on(SOON)
    office.pass_on(SOON)
    assert below(office, "digest") == ["account 0", "account 1", "account 2"]

    last = office.put("account 3", reply_to=parent)
    with office.database.write() as work:
        (claimed,) = outbox.claim(work, office.clock.system_now(), lease=LEASE, limit=1)
        work.commit()
    sender(office.slack.api_url, office.slack, office.clock).post(claimed.message)  # and then it is killed
    office.pass_on(LEASE.total_seconds() + 1)
    assert below(office, "digest") == ["account 0", "account 1", "account 2", "account 3"]
    assert office.posts() == 5
    assert office.row(last).state == "sent"
    assert office.states() == {"sent"}


def test_nothing_of_a_thread_is_ever_posted_beside_it(office: Office) -> None:
    """Refused: its replies wait until it stands. A reply deleted comes back in the thread. Forgotten: no reply."""
    office.slack.conversation("sales").is_archived = True
    parent = office.put("digest")
    office.put("account", reply_to=parent, subject=("review_reply", 7, 1))
    office.deliver()
    office.pass_on(SOON)
    assert office.states() == {"dead", "pending"}
    office.slack.conversation("sales").is_archived = False
    with office.database.write() as work:
        assert outbox.revive(work, office.workspace_id, parent, office.clock.system_now())
        work.commit()
    office.deliver()
    assert below(office, "digest") == ["account"]

    office.slack.store.delete(office.slack.messages("sales")[-1])
    office.put("account: done", reply_to=parent, subject=("review_reply", 7, 2), operation="update")
    orphan = office.put("of another year", reply_to=4711)
    office.deliver()
    assert below(office, "digest") == ["account: done"]
    assert office.row(orphan).state == "skipped"
    assert office.shown() == ["digest", "account: done"]

    office.slack.conversation("sales").is_archived = True
    refused = office.put("digest of the week after")
    waiting = office.put("account", reply_to=refused)
    office.deliver()
    with office.database.write() as work:
        outbox_replies.give_up_waiting(work, office.workspace_id, {parent, refused})  # a later one takes its place
        work.commit()
    assert (office.row(refused).state, office.row(waiting).state) == ("dead", "skipped")
