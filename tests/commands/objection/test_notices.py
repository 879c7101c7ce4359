"""At release each notice is checked against the rows once more, merged with the others, and put into words."""

import json
from datetime import timedelta

import pytest

from commands.i18n import Texts
from commands.objection.notices import composers
from commands.objection.telling import SUBJECT, TELL, TELL_CHANGE
from commands.telling import Audience, Composed
from storage import notices, outbox
from storage.database import Database
from storage.notices import PlannedNotice, Recipient
from storage.outbox import Outgoing
from tests.storage.rows import NOW, Team

MARTA = "U0MARTA0000"
AUTHOR = "U1"


@pytest.fixture
def team(database: Database) -> Team:
    return Team.new(database)


def released(team: Team, kind: str, subjects: list[int], lane: str = notices.NOW) -> Composed:
    """What would be told, with these notices due for Marta."""
    me = Recipient(team.member(MARTA))
    with team.database.write() as work:
        notices.add_notices(
            work, team.id, [PlannedNotice(kind, lane, me, SUBJECT, subject, NOW) for subject in subjects], NOW
        )
        due = notices.take_due(work, team.id, me, NOW)
        audience = Audience(team.id, MARTA, Texts().into("es"), "Europe/Madrid", NOW)
        return composers()[kind](work.connection, audience, due)


def test_what_was_withdrawn_meanwhile_is_not_told(team: Team) -> None:
    ids = team.objections(team.member(), {"gone": {"withdrawn_at": NOW}, "stands": {"ask": "proof"}})
    composed = released(team, TELL, list(ids.values()))
    (message,) = composed.messages
    assert len(composed.told) == 1
    assert "stands" in json.dumps(message.body)
    assert "gone" not in json.dumps(message.body)


def test_when_nothing_stands_nothing_is_said(team: Team) -> None:
    (gone,) = team.objections(team.member(), {"gone": {"withdrawn_at": NOW}}).values()
    assert released(team, TELL, [gone]) == Composed((), frozenset())


def test_one_alone_can_follow_its_subject_and_several_are_one_list(team: Team) -> None:
    author = team.member()
    (one,) = team.objections(author, {"alone": {"ask": "proof", "version": 4}}).values()
    (message,) = released(team, TELL, [one]).messages
    assert message.subject == (SUBJECT, one, 4)
    assert (
        Texts().into("es")("objection-notice-ask", author=f"<@{AUTHOR}>", ask="proof", account="").strip()[:20]
        in (message.body["text"])
    )

    more = team.objections(author, {"first": {}, "second": {"account_hint": "Acme"}})
    (listed,) = released(team, TELL, list(more.values()), notices.DAILY).messages
    assert listed.subject is None
    assert listed.body["text"] == "2 notas nuevas de ventas"


def test_a_long_list_comes_in_parts_and_what_asks_comes_first(team: Team) -> None:
    quotes = {f"note {number:02}": {"ask": "proof" if number == 39 else "none"} for number in range(40)}
    composed = released(team, TELL, list(team.objections(team.member(), quotes).values()), notices.DAILY)
    told = [json.dumps(message.body) for message in composed.messages]
    assert len({message.dedupe_key for message in composed.messages}) == len(told) == 4
    assert "note 39" in told[0]
    assert all(any(quote in part for part in told) for quote in quotes)


def test_the_same_notes_twice_have_one_key(team: Team) -> None:
    (one,) = team.objections(team.member(), {"alone": {}}).values()
    first = released(team, TELL, [one]).messages[0]
    second = released(team, TELL, [one]).messages[0]
    assert first.dedupe_key != second.dedupe_key  # another notice is another message
    assert first.dedupe_key.startswith("objections:")


def test_a_change_updates_the_message_that_stands_and_only_that(team: Team) -> None:
    author = team.member()
    ids = team.objections(author, {"told alone": {"version": 2}, "told in a list": {}})
    shown = {"text": "x"}
    with team.database.write() as work:
        posted = Outgoing(TELL, "k", MARTA, shown, subject=(SUBJECT, ids["told alone"], 1))
        outbox.enqueue(work, team.id, posted, NOW + timedelta(seconds=1))
        work.commit()
    composed = released(team, TELL_CHANGE, list(ids.values()))
    (update,) = composed.messages
    assert len(composed.told) == 2
    assert (update.operation, update.subject) == ("update", (SUBJECT, ids["told alone"], 2))
