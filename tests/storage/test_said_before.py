"""Notes that say nearly the same are found by the index of words, in this workspace alone, and no others."""

from storage import objections
from storage.database import Database
from storage.said_before import said_before
from tests.storage.rows import NOW, Team


def test_nearly_the_same_words_are_found_whatever_their_endings(database: Database) -> None:
    team, other = Team.new(database), Team.new(database, "T2")
    ana = team.member("U1")
    there = "https://t.slack.example/p1"
    ids = team.objections(
        ana,
        {
            "No tiene integración con SAP": {},
            "no tienen integraciones con SAP!!": {"source_link": there},
            "SAP: no tiene la integración": {"logged_at": NOW.replace(year=2025)},
            "sí tiene integración con SAP": {},
            "no tiene integración con Navision": {},
            "no tiene integración con SAP ": {"withdrawn_at": NOW},
            "…": {},
        },
    )
    other.objections(other.member("U1"), {"No tiene integración con SAP": {}})
    with database.read() as connection:

        def near(quote: str) -> list[int]:
            objection = objections.get_objection(connection, team.id, ids[quote])
            return [each.id for each in said_before(connection, team.id, objection).notes]

        plural, turned = ids["no tienen integraciones con SAP!!"], ids["SAP: no tiene la integración"]
        assert near("No tiene integración con SAP") == [plural, turned]
        assert near("no tiene integración con Navision") == []
        assert near("…") == []
        objection = objections.get_objection(connection, team.id, ids["No tiene integración con SAP"])
        found = said_before(connection, team.id, objection)
        assert ([each.link for each in found.notes], found.or_more) == ([there, None], False)
        newest = said_before(connection, team.id, objection, most=1)
        assert (len(newest.notes) <= 1, newest.or_more) == (True, True)
