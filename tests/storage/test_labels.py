"""Labels: what was proposed, what the person left standing, and what is forgotten; each workspace's own."""

from datetime import timedelta

from storage import labels
from storage.database import Database
from storage.labels import Proposed
from tests.storage.rows import NOW, Team

LATER = NOW + timedelta(hours=1)


def shown(view_id: str, *fields: tuple[str, str, str]) -> Proposed:
    return Proposed(view_id, "objection_form", "the whole text", "openai:m", "prefill_objection@1", fields)


def test_a_proposal_becomes_a_label_when_the_form_is_submitted(database: Database) -> None:
    """Proposed once more it is the later one; who is not the author, or elsewhere, confirms nothing."""
    team, other = Team.new(database), Team.new(database, "T2")
    ana, tom, stranger = team.member("U1"), team.member("U2"), other.member("U1")
    with database.write() as work:
        labels.propose(work, team.id, ana, shown("V1", ("theme", "too dear", "price"), ("ask", "proof", "proof")), NOW)
        labels.propose(work, team.id, ana, shown("V1", ("theme", "no money", "budget")), NOW)
        labels.propose(work, team.id, ana, shown("V2", ("theme", "later", "timing")), NOW)
        labels.propose(work, team.id, ana, shown("V3"), NOW)
        labels.propose(work, other.id, stranger, shown("V1", ("theme", "hidden", "price")), NOW)
        work.commit()
    with database.read() as connection:
        assert sorted(labels.waiting_fields(connection, team.id, "V1", ana)) == ["ask", "theme"]
        assert labels.waiting_fields(connection, team.id, "V1", tom) == []
        assert labels.list_confirmed(connection, team.id, ["theme", "ask"], limit=9) == []
    with database.write() as work:
        labels.confirm(work, team.id, "V1", {"theme": "price", "ask": None}, LATER)
        labels.confirm(work, team.id, "V1", {"theme": "need"}, LATER)  # submitted once
        work.commit()
    with database.read() as connection:
        found = labels.list_confirmed(connection, team.id, ["theme", "ask"], limit=9)
        assert labels.waiting_fields(connection, team.id, "V1", ana) == []
        assert labels.list_confirmed(connection, other.id, ["theme"], limit=9) == []
    assert {(each.field, each.quote, each.proposed, each.confirmed) for each in found} == {
        ("theme", "no money", "budget", "price"),
        ("ask", "proof", "proof", None),
    }
    with database.write() as work:
        assert labels.forget_before(work, NOW) == 0
        assert labels.forget_before(work, LATER) == 2  # V2, and the other workspace's
        work.commit()
    with database.read() as connection:
        assert labels.list_confirmed(connection, team.id, ["theme"], limit=9)


def test_what_nobody_was_shown_is_no_label_also_where_its_form_was_submitted_meanwhile(database: Database) -> None:
    team = Team.new(database)
    ana = team.member("U1")
    with database.write() as work:
        labels.propose(work, team.id, ana, shown("V1", ("ask", "proof", "proof")), NOW)
        noted = labels.propose(work, team.id, ana, shown("V1", ("theme", "too dear", "price")), NOW)
        labels.confirm(work, team.id, "V1", {"theme": None, "ask": "proof"}, LATER)
        labels.take_back(work, team.id, noted)
        work.commit()
    with database.read() as connection:
        assert [each.field for each in labels.list_confirmed(connection, team.id, ["theme", "ask"], limit=9)] == ["ask"]
