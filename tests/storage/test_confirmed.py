"""What a local mind learns from: what people of this workspace chose or left standing, and nothing that a rule read."""

from datetime import timedelta
from itertools import count
from typing import Any

from sqlalchemy import insert

from domain.evaluation import Kind
from storage import audit, labels
from storage.confirmed import confirmed_codes
from storage.database import Database
from storage.ids import WorkspaceId, new_id
from storage.labels import Proposed
from storage.lead_ratings import CHOSEN, SUBJECT
from storage.tables import LeadRating, WinLossReview
from tests.digest_rows import DigestRows
from tests.storage.rows import NOW

_SECONDS = count()


def said(database: Database, workspace_id: WorkspaceId, kind: Kind, limit: int = 9) -> list[tuple[str, str]]:
    with database.read() as connection:
        return confirmed_codes(connection, workspace_id, kind, limit=limit)


def insert_row(rows: DigestRows, table: type, **values: Any) -> None:  # noqa: ANN401 - any column
    with rows.database.write() as work:
        work.connection.execute(insert(table).values(workspace_id=rows.workspace_id, id=new_id(), version=1, **values))
        work.commit()


def rating(rows: DigestRows, note: str, reason: str | None, *chosen: bool | None) -> None:
    """A rating, and what the audit says of how its reason came about, act by act."""
    moment = NOW + timedelta(seconds=next(_SECONDS))
    by = {"lead_id": rows.lead(NOW), "rated_by_id": rows.member_id, "rated_at": moment, "updated_at": moment}
    with rows.database.write() as work:
        own = {"workspace_id": rows.workspace_id, "id": new_id(), "version": 1}
        values = {**own, **by, "fit": "poor", "intent": "good", "note": note, "reason": reason}
        work.connection.execute(insert(LeadRating).values(values))
        for each in chosen:
            data = {} if each is None else {CHOSEN: each}
            audit.record(
                work,
                rows.workspace_id,
                action="said",
                subject=(SUBJECT, own["id"]),
                actor_id=None,
                now=moment,
                data=data,
            )
        work.commit()


def test_each_kind_of_code_is_learnt_from_its_own_records(database: Database) -> None:
    ours, theirs = (DigestRows.in_new_workspace(database, team) for team in ("T1", "T2"))
    ours.objection(NOW, "price", "too dear")
    ours.objection(NOW, "timing", "in June", withdrawn_at=NOW)
    ours.objection(NOW, "other", "who knows")
    ours.objection(NOW - timedelta(days=1), "need", "what for")
    theirs.objection(NOW, "trust", "who are you")

    def review(outcome: str, reason: str, **texts: str) -> None:
        at = {"logged_at": NOW, "updated_at": NOW, "logged_by_id": ours.member_id, "text_hash": reason}
        insert_row(ours, WinLossReview, outcome=outcome, primary_reason=reason, **at, **texts)

    review("won", "value", swung_it="it pays for itself")
    review("lost_other", "risk", buyer_words="what if it fails")
    review("lost_other", "budget", buyer_words="no money", typed="lost no money")  # a rule read this one

    rating(ours, "they study", "student_job", True)
    rating(ours, "looks fine", None, True)
    rating(ours, "next year maybe", "not_ready", False)  # a rule read this one from a line
    rating(ours, "from before that was noted", "spam")
    rating(ours, "they sell chairs", "solicitation", False, True)  # and then chose it in the form
    rating(ours, "one more thing", "no_need", True, None)  # brought back: who chose it chose it

    assert said(database, ours.workspace_id, Kind.OBJECTION) == [("too dear", "price"), ("what for", "need")]
    assert said(database, ours.workspace_id, Kind.WIN) == [("it pays for itself", "value")]
    assert said(database, ours.workspace_id, Kind.LOSS) == [("what if it fails", "risk")]
    assert said(database, ours.workspace_id, Kind.RETURN) == [
        ("one more thing", "no_need"),
        ("they sell chairs", "solicitation"),
        ("they study", "student_job"),
    ]
    assert said(database, theirs.workspace_id, Kind.LOSS) == []


def test_what_a_rule_read_is_no_label(database: Database) -> None:
    rows = DigestRows.in_new_workspace(database)
    rows.objection(NOW, "price", "guessed", theme_confirmed=False)
    assert said(database, rows.workspace_id, Kind.OBJECTION) == []


def test_what_was_made_of_proposals_comes_first(database: Database) -> None:
    """With the words that it came from; what was emptied teaches nothing."""
    rows = DigestRows.in_new_workspace(database)
    rows.objection(NOW, "price", "too dear")
    shown = (
        ("theme", "we have no need", "trust"),
        ("reason", "they study", "spam"),
        ("win_reason", "who knows", "value"),
    )
    with database.write() as work:
        proposed = Proposed("V1", "form", "all of it", "local:m", "prefill_objection@1", shown)
        labels.propose(work, rows.workspace_id, rows.member_id, proposed, NOW)
        stands = {"theme": "need", "reason": "student_job", "win_reason": None}
        labels.confirm(work, rows.workspace_id, "V1", stands, NOW)
        work.commit()
    found = said(database, rows.workspace_id, Kind.OBJECTION)
    assert found == [("we have no need", "need"), ("too dear", "price")]
    assert said(database, rows.workspace_id, Kind.OBJECTION, limit=1) == found[:1]
    assert said(database, rows.workspace_id, Kind.RETURN) == [("they study", "student_job")]
    assert said(database, rows.workspace_id, Kind.WIN) == []
