"""One person's Home is made in one read transaction, and costs as much for one handoff as for many."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

import pytest
from sqlalchemy import Engine, event

from bot.slices import home_sections
from commands.context import Actor
from commands.handoff.intents import NewLead
from commands.home.actions import home_of
from commands.i18n import LOCALES
from commands.objection import actions as objection
from commands.objection import answering
from commands.objection.parse import record_line
from playground.blockkit import view_refusal
from storage.database import Database
from tests.commands.promises.desk import Desk

#: Statements for one Home, sections of all slices included.
MOST = 40


@dataclass
class Cost:
    """What was asked of the database."""

    statements: int = 0
    transactions: int = 0


@contextmanager
def counted() -> Iterator[Cost]:
    cost = Cost()

    def statement(*_args: object) -> None:
        cost.statements += 1

    def transaction(*_args: object) -> None:
        cost.transactions += 1

    event.listen(Engine, "before_cursor_execute", statement)
    event.listen(Engine, "begin", transaction)
    try:
        yield cost
    finally:
        event.remove(Engine, "before_cursor_execute", statement)
        event.remove(Engine, "begin", transaction)


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def home(desk: Desk, actor: Actor) -> tuple[str, Cost]:
    with counted() as cost:
        view = home_of(desk.services, actor, home_sections())
    assert view_refusal(view) is None
    return str(view), cost


def test_it_is_one_look_and_few_questions_however_much_there_is(desk: Desk) -> None:
    desk.offer()
    objection.record(desk.services, desk.owner, record_line("Acme: they say HubSpot is cheaper", None), desk.key())
    _seen, few = home(desk, desk.owner)
    for number in range(12):
        desk.offer()
        line = record_line(f"Acme: they have no budget {number}", None)
        objection.record(desk.services, desk.owner, line, desk.key())
    _seen, many = home(desk, desk.owner)
    assert few.transactions == many.transactions == 1
    assert few.statements == many.statements <= MOST


def test_what_marketing_answered_stands_on_the_authors_home(desk: Desk) -> None:
    line = record_line("Acme: they say HubSpot is cheaper, I need an argument", None)
    noted = objection.record(desk.services, desk.owner, line, desk.key()).objection
    answering.answer(desk.services, desk.marketer, noted.id, "Show the <!channel> total cost.", desk.key())
    seen, _cost = home(desk, desk.owner)
    assert "*Acme*: <@UMARTA> answered you" in seen
    assert "Show the <!channel> total cost." in seen  # as rich text: nothing in it is read as markup
    assert "answered you" not in home(desk, desk.stranger)[0]


def test_slack_takes_the_home_of_each_role_with_the_longest_data(desk: Desk) -> None:
    """In every language; what people typed calls nobody."""
    long = "<!channel> <@U0AAAAAAAAA> & 🙂 *b* " * 100
    for place in range(6):
        desk.offer(lead=NewLead(f"{place} {long}", long, source=long[:100], action=long, email=long[:300]))
        line = record_line(f"Acme: {place} {long}, I need an argument", None)
        noted = objection.record(desk.services, desk.owner, line, desk.key()).objection
        answering.answer(desk.services, desk.marketer, noted.id, f"{place} {long}", desk.key())
    desk.pass_time(days=20)
    for actor in (desk.owner, desk.backup, desk.manager, desk.marketer, desk.stranger):
        for locale in LOCALES:
            seen, _cost = home(desk, replace(actor, locale=locale, is_admin=actor is desk.manager))
            assert "mrkdwn', 'text': '<!channel>" not in seen


def test_each_role_finds_what_is_theirs(desk: Desk) -> None:
    """The owner her leads, the manager how many her team has open, the marketer what became of what she gave."""
    empty, _cost = home(desk, desk.marketer)
    assert "hands a lead to sales" in empty
    assert "hands a lead to sales" not in home(desk, desk.owner)[0]
    desk.attempt(desk.offer())
    desk.offer()
    owner, _cost = home(desk, desk.owner)
    assert owner.count("handoff_attempt") >= 1
    assert "Your team" not in owner
    manager, _cost = home(desk, desk.manager)
    assert "*Your team:* 2 leads open, none late" in manager
    marketer, _cost = home(desk, desk.marketer)
    assert "*You handed over 2 leads* in the last 30 days: 1 accepted, 1 waiting for an answer." in marketer
    stranger, _cost = home(desk, desk.stranger)
    assert "Your team" not in stranger
    assert "Three things to try" in stranger
    assert "settings_open" not in stranger
    assert "settings_open" in home(desk, replace(desk.stranger, is_admin=True))[0]
