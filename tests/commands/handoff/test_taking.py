"""Whose handle that is, and whether the lead is known already."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from commands.context import Actor
from commands.handoff import taking
from commands.handoff.errors import AlreadyOfferedError
from commands.handoff.parse import LeadFields, Opened, parse_typed
from storage.database import Database
from storage.people import Profile, save_profile
from storage.tables import Lead
from tests.commands.promises.desk import Desk


@pytest.fixture
def desk(database: Database) -> Desk:
    made = Desk(database)
    with database.write() as work:
        for slack_id, name in (("UANA1", "Ana García"), ("UANA2", "Ana Gil"), ("ULUCIA", "Lucía Hernández")):
            profile = Profile(slack_id, name, "es", "Europe/Madrid", "full", is_admin=False)
            save_profile(work, made.id, profile, made.now)
        work.commit()
    return made


@pytest.mark.parametrize(
    ("typed", "owner", "why"),
    [
        ("Acme: called us @lucia", "ULUCIA", "called us"),
        ("Acme: called us @Ana García", "UANA1", "called us"),
        ("Acme: called us @ana.gil", "UANA2", "called us"),
        ("Acme: called us @lucia Mañana", "ULUCIA", "called us Mañana"),  # no such surname: it belongs to the reason
        ("Acme: called us <@UANA2>", "UANA2", "called us"),
    ],
)
def test_a_handle_is_a_colleague(desk: Desk, typed: str, owner: str, why: str) -> None:
    found = taking.understand(desk.services, desk.marketer, parse_typed(typed))
    assert (found.fields.owner, found.fields.why, found.doubt) == (owner, why, None)


def test_a_name_that_two_share_is_asked_about(desk: Desk) -> None:
    found = taking.understand(desk.services, desk.marketer, parse_typed("Acme: called us @ana"))
    assert (found.fields.owner, found.doubt) == (None, "handoff-which-owner")


def test_a_name_that_nobody_has_is_asked_about(desk: Desk) -> None:
    found = taking.understand(desk.services, desk.marketer, parse_typed("Acme: called us @nobody Else"))
    assert (found.fields.owner, found.doubt, found.fields.why) == (None, "handoff-unknown-owner", "called us Else")


def test_the_same_person_of_the_same_company_is_the_same_lead(desk: Desk) -> None:
    said = LeadFields(company="Globex", contact="Laura Pérez", email="laura@globex.com", why="called us")
    first = taking.hand_over(desk.services, desk.marketer, said, Opened(), desk.key())
    assert first.lead.email == "laura@globex.com"
    again = LeadFields(company="GLOBEX, Inc.", contact="laura perez", phone="600 123 456", why="called again")
    with pytest.raises(AlreadyOfferedError):
        taking.hand_over(desk.services, desk.marketer, again, Opened(), desk.key())
    assert len(desk.rows(Lead)) == 1


def test_typed_by_two_at_one_instant_it_is_one_lead(desk: Desk) -> None:
    said = LeadFields(company="Globex", contact="Laura Pérez", why="called us")
    alike = LeadFields(company="Globex Inc.", contact="laura perez", why="wrote to us")
    together = threading.Barrier(2)

    def hand_over(actor: Actor, fields: LeadFields, key: str) -> bool:
        together.wait(10)
        try:
            taking.hand_over(desk.services, actor, fields, Opened(), key)
        except AlreadyOfferedError:
            return False
        return True

    pressed = [(desk.marketer, said, desk.key()), (desk.manager, alike, desk.key())]
    with ThreadPoolExecutor(2) as pool:
        done = [each.result() for each in [pool.submit(hand_over, *press) for press in pressed]]
    assert sorted(done) == [False, True]
    assert len(desk.rows(Lead)) == 1


def test_somebody_else_of_the_company_is_another_lead(desk: Desk) -> None:
    for contact in ("Laura Pérez", "Tom Baker"):
        said = LeadFields(company="Globex", contact=contact, why="called us")
        taking.hand_over(desk.services, desk.marketer, said, Opened(), desk.key())
    assert len(desk.rows(Lead)) == 2
