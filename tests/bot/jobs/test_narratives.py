"""The narrative of a digest: asked for ahead, checked twice, never waited for."""

import json
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import select
from sqlmodel import col

from bot.jobs.digests import run_due_digests
from bot.jobs.narratives import AHEAD, run_narratives
from commands.digest import narrating
from commands.i18n import Texts
from commands.minds import MindAnswer, MindRequest, MindUnavailable, Reason
from domain.narrative import Sentence, supported
from domain.weeks import WeeklySlot
from storage import digests, mind_choices
from storage.database import Database
from storage.ids import WorkspaceId
from storage.tables import Objection, OutboxMessage
from tests.digest_rows import DigestRows

MADRID = ZoneInfo("Europe/Madrid")
NINE = datetime(2018, 3, 5, 9, 0, tzinfo=MADRID)
SOON = (NINE - timedelta(minutes=20)).astimezone(UTC)


@dataclass
class Writer:
    """Minds that answer when they are told to: what was asked, and to whom the answer goes."""

    asked: list[MindRequest[Any]] = field(default_factory=list)
    waiting: list[Callable[[Any], None]] = field(default_factory=list)
    refuses: bool = False
    is_full: bool = False
    name: str = "writer"
    leaves_the_machine: bool = True

    def standing(self, workspace_id: WorkspaceId, channel: str | None = None) -> MindUnavailable | None:
        """As the port says."""
        del workspace_id, channel
        return MindUnavailable(Reason.OPTED_OUT) if self.refuses else None

    def start(self, request: MindRequest[Any], done: Callable[[Any], None]) -> MindUnavailable | None:
        """As the port says."""
        if self.is_full:
            return MindUnavailable(Reason.BUSY)
        self.asked.append(request)
        self.waiting.append(done)
        return None

    def answer(self, *sentences: dict[str, Any]) -> None:
        """The first that waits gets these."""
        draft = self.asked[0].schema.model_validate({"sentences": list(sentences)})
        self.waiting.pop(0)(MindAnswer(draft, "writer", "pen-1"))


class Channel:
    """A channel with a digest on Mondays at nine, two objections on price and one on timing in its week."""

    def __init__(self, database: Database) -> None:
        self.database, self.texts, self.writer = database, Texts(), Writer()
        self.rows = rows = DigestRows.in_new_workspace(database)
        self.dear = rows.objection(NINE - timedelta(days=4), quote="HubSpot is cheaper, says Marta")
        rows.objection(NINE - timedelta(days=5), quote="too dear for 3 seats")
        rows.objection(NINE - timedelta(days=4), theme="timing", quote="ask us in June")
        rows.objection(NINE - timedelta(days=20), quote="weeks before")
        DigestRows.in_new_workspace(database, "TOTHER").objection(NINE - timedelta(days=4), quote="of others")
        planned = digests.PlannedDigest("C1", WeeklySlot(0, 9 * 60, "Europe/Madrid"), "en")
        with database.write() as work:
            digests.save_schedule(
                work, rows.workspace_id, planned, set_by_id=rows.member_id, now=NINE - timedelta(days=1)
            )
            work.commit()

    def opt_out(self, slack_channel: str) -> None:
        """An admin keeps a channel out."""
        with self.database.write() as work:
            mind_choices.save_choice(
                work,
                self.rows.workspace_id,
                is_off=False,
                off_channels=[slack_channel],
                monthly_tokens=None,
                expected_version=0,
                set_by_id=None,
                now=SOON,
            )
            work.commit()

    def look_ahead(self, now: datetime = SOON, system: datetime = SOON) -> None:
        """The job runs."""
        run_narratives(self.database, self.texts, self.writer, now, lambda: system)

    def posted(self) -> str:
        """What the digest says at nine."""
        assert run_due_digests(self.database, self.texts, NINE.astimezone(UTC), SOON) == 1
        mine = (col(OutboxMessage.workspace_id) == self.rows.workspace_id, col(OutboxMessage.kind) == "digest")
        with self.database.read() as connection:
            body = connection.execute(select(col(OutboxMessage.body)).where(*mine)).scalar_one()
        return json.dumps(json.loads(str(body)), ensure_ascii=False)

    def ids(self, text: str) -> list[str]:
        """How the records that say ``text`` were called when it was asked."""
        return [each.record for each in self.writer.asked[0].material if text in each.text]


def price(ids: list[str], number: int = 2, text: str = "2 objections on Price / value.") -> dict[str, Any]:
    """A sentence on price."""
    return {"text": text, "kind": "objections", "code": "price", "number": number, "records": ids}


def test_what_holds_stands_above_the_digest_marked_and_what_does_not_is_dropped(database: Database) -> None:
    channel = Channel(database)
    channel.look_ahead(now=SOON - AHEAD)
    assert channel.writer.asked == []  # too early
    channel.look_ahead()
    channel.look_ahead()
    (asked,) = channel.writer.asked  # once, whoever looks
    told = json.dumps([each.text for each in asked.material])
    assert "weeks before" not in told
    assert "of others" not in told
    assert str(channel.dear) not in told  # short ids leave, not ours
    dear = channel.ids('"price"')
    channel.writer.answer(
        price(dear, 3, "3 objections on Price / value."),
        price([*dear, "R99"], 3, "3 objections on Price / value."),
        price(dear[:1], 1, "1 objection on Price / value."),
        price(dear),
        {"text": "Everything is fine.", "kind": "wins", "code": None, "number": 0, "records": []},
    )
    body = channel.posted()
    assert "2 objections on Price / value." in body
    assert "Written by a machine (pen-1)" in body
    assert f"…{str(channel.dear)[-6:]}" in body
    assert "3 objections on" not in body
    assert "1 objection on" not in body
    assert "fine" not in body


def test_nobody_waits_for_the_writer_while_a_narrative_is_checked(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with closing(Database.open(sqlite_url)) as database:
        channel, seen = Channel(database), list[int]()

        def checks(drafted: Sequence[Sentence], *rest: Any) -> tuple[Sentence, ...]:  # noqa: ANN401 - as the real one
            seen.append(len(drafted))
            with database.write() as work:  # free: else this raises when its wait is over
                work.commit()
            return supported(drafted, *rest)

        channel.look_ahead()
        dear = channel.ids('"price"')
        with monkeypatch.context() as watched:
            watched.setattr(narrating, "supported", checks)
            channel.writer.answer(price(dear), *[price(dear, 3)] * 500)
        assert seen == [10]
        assert "2 objections on Price / value." in channel.posted()


def test_what_was_withdrawn_since_takes_its_sentence_with_it(database: Database) -> None:
    channel = Channel(database)
    channel.look_ahead()
    channel.writer.answer(price(channel.ids('"price"')))
    with database.write() as work:
        objection = work.session.get(Objection, (channel.rows.workspace_id, channel.dear))
        assert objection is not None
        objection.withdrawn_at = SOON
        work.commit()
    body = channel.posted()
    assert "machine" not in body
    assert "too dear for 3 seats" in body


def test_the_digest_comes_without_what_does_not_come_and_it_is_asked_for_again(database: Database) -> None:
    channel = Channel(database)
    channel.look_ahead()
    channel.look_ahead(system=SOON + timedelta(minutes=9))
    assert len(channel.writer.asked) == 1
    channel.look_ahead(system=SOON + timedelta(minutes=11))
    assert len(channel.writer.asked) == 2
    body = channel.posted()
    assert "machine" not in body
    assert "HubSpot is cheaper" in body
    channel.writer.waiting[0](MindUnavailable(Reason.TIMEOUT))


def test_a_monday_with_many_digests_leaves_places_and_a_refusal_costs_no_try(database: Database) -> None:
    channel = Channel(database)
    with database.write() as work:
        for name in ("C2", "C3"):
            planned = digests.PlannedDigest(name, WeeklySlot(0, 9 * 60, "Europe/Madrid"), "en")
            digests.save_schedule(
                work, channel.rows.workspace_id, planned, set_by_id=channel.rows.member_id, now=NINE - timedelta(days=1)
            )
        work.commit()
    channel.writer.is_full = True
    channel.look_ahead()
    channel.writer.is_full = False
    channel.look_ahead()
    assert [each.channel for each in channel.writer.asked] == ["C1", "C2"]
    channel.look_ahead()
    assert [each.channel for each in channel.writer.asked] == ["C1", "C2", "C3"]


def test_what_was_said_in_a_channel_that_opted_out_is_counted_and_not_quoted(database: Database) -> None:
    channel = Channel(database)
    channel.rows.objection(
        NINE - timedelta(days=4), quote="our secret clause", source_channel="CLEGAL", account_hint="Zeta"
    )
    channel.opt_out("CLEGAL")
    channel.look_ahead()
    assert "secret" not in str(channel.writer.asked[0].material)
    assert "Zeta" not in str(channel.writer.asked[0].material)  # who typed a name there said it there
    dear = channel.ids('"price"')
    channel.writer.answer(
        price(dear, 3, "3 objections on Price / value: “our secret clause”."),
        price(dear, 3, "3 objections on Price / value, one of Zeta."),
    )
    assert "machine" not in channel.posted()


def test_what_was_written_before_the_channel_opted_out_is_not_posted(database: Database) -> None:
    channel = Channel(database)
    channel.look_ahead()
    channel.writer.answer(price(channel.ids('"price"')))
    channel.opt_out("C1")
    assert "machine" not in channel.posted()


def test_who_opted_out_is_not_asked_about(sqlite_url: str) -> None:
    with closing(Database.open(sqlite_url)) as database:
        channel = Channel(database)
        channel.writer.refuses = True
        channel.look_ahead()
        assert channel.writer.asked == []
