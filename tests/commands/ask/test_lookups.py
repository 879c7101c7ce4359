"""What `/lazo ask` may look up: with the rights of whoever asks, in their workspace, figures in our own words."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from bot.collected import lookups_of
from commands.context import Actor
from commands.lookups import Fact, Found, Wanted
from commands.progress import steps
from commands.progress.parse import AddStep
from domain.grounding import figures_in
from domain.taxonomy import ReturnReason, Theme
from storage import people
from storage.database import Database
from storage.ids import new_id
from storage.search import index_text
from storage.tables import Member, WinLossReview
from tests.commands.promises.desk import Desk
from tests.storage.rows import Team

Look = Callable[[str, Actor, Wanted], Found]


class Office(Desk):
    """With reviews of deals."""

    def review(self, outcome: str, reason: str, **more: Any) -> None:  # noqa: ANN401 - any column
        """Somebody's view of a deal."""
        said = {"outcome": outcome, "primary_reason": reason, "perspective": "rep", "text_hash": "x", **more}
        said |= {
            "search_text": index_text("Acme" if "account_id" in more else ""),
            "logged_at": self.now,
            "updated_at": self.now,
        }
        with self.database.write() as work:
            work.session.add(
                WinLossReview(workspace_id=self.id, id=new_id(), logged_by_id=self.owner.member_id, **said)
            )
            work.commit()

    def member(self, actor: Actor) -> Member:
        """Somebody's row."""
        with self.database.read() as connection:
            return people.get_member(connection, self.id, actor.member_id)


@pytest.fixture
def desk(database: Database) -> Office:
    """A workspace with people in it, beside another one that has records of its own."""
    other = Team.new(database, "T2")
    theirs = other.account("Acme", "acme")
    other.objections(
        other.member("UOTHER"),
        {"hidden words": {"theme": "price", "argument": "hidden words", "account_id": theirs, "competitor": "HubSpot"}},
    )
    return Office(database)


@pytest.fixture
def look(desk: Office) -> Look:
    """Looks something up and gives what was found."""
    lookups = lookups_of(desk.services)

    def one(name: str, actor: Actor, wanted: Wanted) -> Found:
        found = lookups[name].look(actor, wanted)
        assert "hidden" not in str(found)
        assert len({fact.ref for fact in found.facts}) == len(found.facts)
        return found

    return one


def texts(found: Found) -> list[str]:
    return [fact.text for fact in found.facts]


def only(found: Found) -> Fact:
    (fact,) = found.facts
    return fact


def test_figures_of_a_person_are_for_them_and_their_manager(desk: Office, look: Look) -> None:
    """Whoever asks otherwise gets the whole alone; a guest gets nothing."""
    for _ in range(3):
        desk.accept(desk.offer())
    by_person = Wanted(by="person", weeks=4)
    for actor in (desk.owner, desk.manager):
        assert [each.partition(" (")[0] for each in texts(look("scorecard", actor, by_person))][1:] == ["ULAURA"]
    for actor in (desk.stranger, desk.marketer, desk.backup):
        assert "ULAURA" not in str(look("scorecard", actor, by_person))
    assert "3 handed over" in texts(look("scorecard", desk.stranger, by_person))[0]

    assert "ULAURA" not in str(look("scorecard", desk.stranger, Wanted(by="team")))
    assert any("3 handed over" in each for each in texts(look("scorecard", desk.stranger, Wanted(by="source"))))
    desk.change_member(desk.stranger.member_id, kind="guest")
    assert look("scorecard", desk.stranger, by_person).facts == ()

    mine = look("handoffs", desk.owner, Wanted())
    assert "You have 3 open handoffs" in texts(mine)[0]
    assert {fact.people for fact in mine.facts[1:]} == {("Lola",)}
    assert "You have 0 open handoffs" in only(look("handoffs", desk.stranger, Wanted())).text
    assert "have 3 open" in texts(look("handoffs", desk.manager, Wanted(by="team")))[0]
    assert "0 open" in texts(look("handoffs", desk.backup, Wanted(by="team")))[0]


def test_objections_are_counted_and_quoted(desk: Office, look: Look) -> None:
    account = desk.team.account("Acme", "acme", desk.marketer.member_id)
    said = {"theme": "price", "logged_at": desk.now - timedelta(days=3)}
    desk.team.objections(
        desk.owner.member_id,
        {
            "too dear, 77 times": {**said, "account_id": account, "argument": "the total cost", "worked": "yes"},
            "why pay more": {**said, "argument": "because", "worked": "no"},
            "no SSO": {
                **said,
                "theme": "product_gap",
                "account_hint": "Globex",
                "competitor": "HubSpot",
                "source_channel": "CLEGAL",
            },
            "long ago": {**said, "logged_at": desk.now - timedelta(days=400)},
            "withdrawn": {**said, "withdrawn_at": desk.now},
        },
    )
    found = look("objections", desk.stranger, Wanted())
    assert texts(found)[:2] == [
        "Price / value: 2 of 3 objections (last 13 weeks)",
        "Missing feature: 1 of 3 objections (last 13 weeks)",
    ]
    assert [fact.said[0] for fact in found.facts[2:]] == ["no SSO", "why pay more", "too dear, 77 times"]
    assert [fact.channel for fact in found.facts] == [None, None, "CLEGAL", None, None]
    assert all("77" not in fact.text for fact in found.facts)  # what people write is no figure
    assert found.meaning is not None

    of_acme = look("objections", desk.stranger, Wanted(account="ACME, S.L."))
    assert [fact.text.partition(" · ")[0] for fact in of_acme.facts] == ["ACME, S.L.", "Acme"]
    assert [fact.source.figures for fact in of_acme.facts] == [figures_in("1"), frozenset()]  # no period, no date
    assert [fact.said[0] for fact in look("objections", desk.stranger, Wanted(account="Globex")).facts] == []
    assert look("objections", desk.stranger, Wanted(theme=Theme.PRODUCT_GAP, words="SSO", weeks=2)).facts[1].said
    # What is searched for is searched for in what was asked about: its account, its theme, its weeks.
    for narrower in (Wanted(account="Acme", words="pay more"), Wanted(theme=Theme.PRODUCT_GAP, words="dear")):
        assert [fact for fact in look("objections", desk.stranger, narrower).facts if fact.said] == []
    assert look("objections", desk.stranger, Wanted(words="ago")).facts[2:] == ()
    assert [fact.said[0] for fact in look("objections", desk.stranger, Wanted(words="dear")).facts[2:]] == [
        "too dear, 77 times"
    ]

    argued = look("arguments", replace(desk.stranger, locale="es"), Wanted(theme=Theme.PRICE))
    assert [fact.said[1] for fact in argued.facts] == ["the total cost", "because"]
    assert "argumento:" in argued.facts[0].text


def test_deals_leads_and_accounts_are_told_of(desk: Office, look: Look) -> None:
    """Nothing logged gives nothing, in each; what is there is told with its figures."""
    for name in ("wins_and_losses", "lead_quality", "account", "accounts", "arguments"):
        assert look(name, desk.stranger, Wanted(account="Acme")).facts == ()
    account = desk.team.account("Acme", "acme", desk.marketer.member_id)
    found = look("account", desk.stranger, Wanted(account="acme"))
    assert only(found).text == "Acme: tier none, sales owner nobody, marketing owner UMARTA"
    assert only(found).ref == f"account:{account}"

    step = AddStep(account, "Send the study with 77 pages", desk.owner.slack_user_id, date(2026, 6, 10))
    met = replace(desk.services, find_person=lambda _workspace, _user: desk.member(desk.owner))
    steps.add_step(met, desk.owner, step, desk.key())
    stands = look("account", desk.stranger, Wanted(account="Acme"))
    assert stands.facts[1].said == ("Send the study with 77 pages",)
    assert "77" not in stands.facts[1].text

    desk.give_back(desk.offer(), ReturnReason.STUDENT_JOB)
    quality = look("lead_quality", desk.stranger, Wanted(by="source"))
    assert "1 came back" in only(quality).text
    assert only(quality).ref == "leads:source:1"  # leaves as it is: nothing typed is in it
    assert look("lead_quality", desk.stranger, Wanted(by="campaign")).facts == ()

    desk.review(
        "lost_competitor", "price", account_id=account, lesson="ask earlier", competitor="HubSpot", source_channel="C2"
    )
    desk.review("won", "value")
    ended = look("wins_and_losses", desk.stranger, Wanted())
    assert texts(ended)[:2] == [
        "Won: 1 of 2 reviewed deals (last 13 weeks)",
        "Lost to a competitor: 1 of 2 reviewed deals (last 13 weeks)",
    ]
    assert "Main reason of deals not won: Price, 1 of 1 deals (last 13 weeks)" in texts(ended)
    of_acme = only(look("wins_and_losses", desk.stranger, Wanted(account="Acme")))
    assert (of_acme.said, of_acme.names, of_acme.channel) == (("ask earlier",), ("Acme", "HubSpot"), "C2")
