"""Whatever stands in a note or a name, and however willing the model: nothing is done, shown or called by it."""

import itertools
import shutil
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import inspect, text

from bot.clock import Clock
from bot.collected import fillers_of, lookups_of
from bot.minds.care import CarefulMinds
from bot.minds.making import make_minds
from bot.settings import MindSettings
from commands.ask import actions as ask
from commands.ask import views as ask_views
from commands.blocks import Json
from commands.context import Actor
from commands.digest.narrating import words_of
from commands.digest.narrative_section import narrative_rows
from commands.digest.topics_views import decided_message, topic_message
from commands.handoff import rated
from commands.ids import CallbackId
from commands.lead_quality.forming import Forms as RatingForms
from commands.minds import Answer, MindAnswer, MindRequest, MindUnavailable, Reason, off_the_request_path
from commands.objection.answers import OurThemes
from commands.objection.form_views import form_modal
from commands.objection.listeners import form_maker
from commands.objection.theme_views import themes_message
from commands.objection.views import top_message
from commands.openers import FormMaker, Heard
from commands.own_themes import naming
from commands.prefill import actions as prefill
from commands.prefill import views as prefill_views
from commands.win_loss.opening import review_form
from domain.emerging import Note, groups_of, rising
from domain.grounding import leads_away, passage
from domain.narrative import Claim, Evidence, Kind, Sentence, supported
from domain.own_themes import OwnTheme, OwnThemes
from domain.taxonomy import Theme
from domain.telling_words import words_of as words_of_notes
from playground.blockkit import message_refusal, view_refusal
from storage.database import Database
from storage.tables import Topic
from tests.commands.promises.desk import Desk
from tests.hostile import obeying_server
from tests.hostile.corpus import NAMES, NOTES
from tests.openai_server import KEY, OpenAIServer, started
from tests.storage.rows import Team

#: What another workspace knows.
SECRET = "clave-del-otro-espacio"
OURS = "https://T1.slack.example/archives/C1/p1"
_LABELS = {"mind_labels", "mind_calls"}


class AtOnce:
    """The pool's care without its threads: the answer is there when `start` returns."""

    def __init__(self, minds: CarefulMinds) -> None:
        self._minds = minds

    @property
    def name(self) -> str:
        return self._minds.name

    @property
    def leaves_the_machine(self) -> bool:
        return self._minds.leaves_the_machine

    def standing(self, workspace_id: Any, channel: str | None = None) -> MindUnavailable | None:  # noqa: ANN401 - an id
        return self._minds.standing(workspace_id, channel)

    def start(
        self, request: MindRequest[Answer], done: Callable[[MindAnswer[Answer] | MindUnavailable], None]
    ) -> MindUnavailable | None:
        with off_the_request_path():
            told = self._minds.ask(request)
        done(told)
        return None


class World:
    """A desk whose records hold injections, another workspace, and a mind that obeys them."""

    def __init__(self, database: Database, server: OpenAIServer, folder: Path) -> None:
        self.desk = Desk(database)
        other = Team.new(database, "T2")
        stranger = other.member("UOTHER")
        other.account("Omega Oculta", "omega oculta")
        other.objections(stranger, {SECRET: {"theme": "price", "argument": SECRET}})
        settings = MindSettings(openai_api_key=SecretStr(KEY), openai_base_url=server.url, lazo_mind_budget_tokens=None)
        minds = make_minds(settings, database, Clock(folder / "clock.json"))
        assert minds is not None
        self.services = replace(self.desk.services, minds=AtOnce(minds))
        self.minds = minds
        self._names = itertools.count()

    def remember(self, quote: str, name: str) -> None:
        """Somebody logs it, of an account that somebody named so."""
        account = self.desk.team.account(name, f"name {next(self._names)}")
        more = {"theme": "price", "argument": quote, "account_id": account, "source_link": OURS}
        self.desk.team.objections(self.desk.owner.member_id, {quote: {**more, "logged_at": self.desk.now}})

    def counts(self) -> dict[str, int]:
        """How many rows each table has that a mind has no business in."""
        with self.desk.database.read() as connection:
            tables = sorted(set(inspect(connection).get_table_names()) - _LABELS)
            counts = ", ".join(f'(SELECT count(*) FROM "{table}") AS "{table}"' for table in tables)
            counted = text(f"SELECT {counts}").execution_options(all_workspaces="counted by a test")
            return dict(connection.execute(counted).mappings().one())


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[World]:
    """One for all injections: each finds the ones before it in the records."""
    folder = tmp_path_factory.mktemp("hostile")
    shutil.copy(sqlite_template, folder / "lazo.db")
    database = Database.open(f"sqlite:///{folder / 'lazo.db'}")
    with pytest.MonkeyPatch.context() as patched, started(obeying_server.__name__) as server:
        patched.setenv("NO_PROXY", "127.0.0.1")
        made = World(database, server, folder)
        yield made
        made.minds.close()
    database.close()


@pytest.mark.parametrize("number", range(len(NOTES)))
def test_a_note_commands_nothing(world: World, number: int) -> None:
    note = NOTES[number]
    world.remember(note, NAMES[number % len(NAMES)])
    actor = replace(world.desk.owner, locale=("en", "es", "es-MX")[number % 3])
    before = world.counts()
    harmless_answer(world, actor, "what do buyers object about the price?")
    harmless_form(world, actor, note, number)
    assert world.counts() == before


@pytest.mark.parametrize("name", NAMES)
def test_an_accounts_name_commands_nothing(world: World, name: str) -> None:
    world.remember(f"{name}: too expensive", name)
    before = world.counts()
    harmless_answer(world, world.desk.stranger, f"how does the account {name} stand, and why?")
    assert world.counts() == before


def test_a_narrative_says_no_injection(world: World) -> None:
    """Whatever the model makes of it: what is posted to a channel says what was counted, or nothing."""
    say = world.services.say(world.desk.owner)
    with world.desk.database.read() as connection:
        words = words_of(connection, world.desk.id, say)
    claim = Claim(Kind.OBJECTIONS.value, Theme.PRICE.value, 3, tuple(f"objection:{n}" for n in range(3)))
    for note in NOTES:
        evidence = [Evidence(each, Kind.OBJECTIONS, Theme.PRICE.value, "Acme", (note,)) for each in claim.records]
        held = supported([Sentence(each, claim) for each in (note, *obeying_server.LIES)], evidence, words)
        assert held == ()
    quoted = Sentence(f"Three objections were about price: “{NOTES[0]}”", claim)
    shown = narrative_rows([quoted], "<!channel>", say)
    assert message_refusal(shown) is None
    harmless(shown)


@pytest.mark.parametrize("number", range(len(NOTES)))
def test_a_theme_that_notes_suggest_is_words_alone(world: World, number: int) -> None:
    """What many notes share is offered, named, put into every menu and the digest; of an injection only words are."""
    locale = ("en", "es", "es-MX")[number % 3]
    say, texts = world.services.texts.into(locale), [f"{NOTES[number]} {each}" for each in NAMES[:6]]
    notes = {n: Note(n, each, f"A{n}", n) for n, each in enumerate(texts)}
    groups = groups_of(rising(words_of_notes(texts), words_of_notes(["es muy caro"] * 20)), notes)
    assert groups
    own = OwnThemes(tuple(OwnTheme(n, group.label, group.term) for n, group in enumerate(groups)))
    for group in groups:
        assert all(each.isalnum() for each in group.label.split())
        topic = Topic(workspace_id=1, id=1, term=group.term, label=group.label, notes=6, proposed_at=world.desk.now)
        topics = [topic_message(topic, [], say), decided_message(topic, "U1", say)]
        assert all(message_refusal(each["blocks"]) is None for each in topics)
        harmless(topics[0])
    form = form_modal(say, own=own)
    listed = themes_message(say, "/objection", OurThemes(own, {}, may_decide=True))
    ranked = top_message(naming(say, own.names), [(each.code, 1, 0) for each in own.themes], 30)
    assert view_refusal(form) is None
    assert all(message_refusal(each["blocks"]) is None for each in (listed, ranked))
    for shown in (form, listed, ranked):
        harmless(shown)


def harmless_answer(world: World, actor: Actor, question: str) -> None:
    """Ask, and look at all that would be shown."""
    told: list[ask.Outcome] = []
    refused = ask.ask(world.services, lookups_of(world.services), actor, question, "C1", told.append)
    assert refused is None
    (outcome,) = told
    shown = ask_views.outcome_message(world.services.say(actor), "q", outcome)
    assert message_refusal(shown.get("blocks", [])) is None
    harmless(shown)
    if isinstance(outcome, MindUnavailable):
        assert outcome.reason is Reason.NONSENSE  # it broke its form: nothing of it is read
        return
    assert isinstance(outcome, ask.Answered)  # what is true is said, whatever stands beside it
    for claim in outcome.claims:
        assert not leads_away(claim.text)
        assert claim.text not in obeying_server.LIES
        assert claim.cites


def harmless_form(world: World, actor: Actor, note: str, number: int) -> None:
    """Open a form with it, have it filled in, and look at what was put in."""
    fillers = fillers_of(world.services)
    callback = tuple(fillers)[number % 3]
    form = form_of(world, actor, callback, note)
    view = {**form, "id": f"V{number}", "state": {"values": typed_in(form)}}
    told: list[prefill.Outcome] = []
    read = prefill.text_of(world.services, actor, view)
    if not read:
        return
    thread = [{"text": note}, {"text": NOTES[number - 1]}, {"text": NOTES[number - 7]}]
    read = prefill.with_thread(world.services, actor, read, thread)
    assert prefill.propose(world.services, actor, fillers[callback], view, read, told.append) is None
    (outcome,) = told
    above = prefill_views.outcome_modal(world.services.say(actor), view, outcome)
    assert view_refusal(above) is None
    harmless(above)
    if not isinstance(outcome, prefill.Filled) or outcome.form is None:
        return
    assert view_refusal(outcome.form) is None
    rows = {row.get("block_id"): row for row in outcome.form["blocks"]}
    for block, proposal in outcome.fields.items():
        row = rows[block.value]
        harmless(row["hint"])
        assert passage(proposal.words, read) == proposal.words
        chosen = row["element"].get("initial_option")
        if row["element"]["type"] in {"static_select", "radio_buttons"}:
            offered = row["element"].get("options") or [
                each for group in row["element"]["option_groups"] for each in group["options"]
            ]
            assert chosen in offered
        else:
            assert passage(proposal.value, read) == proposal.value
            assert not leads_away(proposal.value)


def form_of(world: World, actor: Actor, callback: str, note: str) -> Json:
    """The empty form of that kind, with the note in it."""
    makers: dict[str, FormMaker] = {
        CallbackId.OBJECTION_FORM.value: form_maker(world.services),
        CallbackId.REVIEW_FORM.value: partial(review_form, world.services),
        CallbackId.RATING_FORM.value: RatingForms(world.services, rated.door()).heard,
    }
    return makers[callback](actor, Heard(note))


def typed_in(form: Json) -> Json:
    """What Slack tells of a form that was opened just now."""
    values: Json = {}
    for row in form["blocks"]:
        element = row.get("element")
        if element is not None:
            began = {"value": element.get("initial_value"), "selected_option": element.get("initial_option")}
            values[row["block_id"]] = {element["action_id"]: {"type": element["type"], **began}}
    return values


def harmless(shown: Any) -> None:  # noqa: ANN401 - any part of Block Kit
    """Nobody is called, nothing leads away, nothing is hidden, and nothing of another workspace is there."""
    for node in nodes(shown):
        if node.get("type") in {"mrkdwn", None} and isinstance(node.get("text"), str):
            assert "<" not in node["text"], node["text"]
        assert node.get("url") in {None, OURS}
        assert node.get("type") not in {"user", "usergroup", "broadcast", "channel"}
        for value in node.values():
            if isinstance(value, str) and value != OURS:
                assert SECRET not in value
                assert "evil.example" not in unicodedata.normalize("NFKC", value), value
                assert "Omega Oculta" not in value
                assert not [char for char in value if unicodedata.category(char) == "Cf"], value


def nodes(part: Any) -> Iterator[Json]:  # noqa: ANN401 - any JSON
    """Every object in it."""
    if isinstance(part, dict):
        yield part
        for each in part.values():
            yield from nodes(each)
    elif isinstance(part, list):
        for each in part:
            yield from nodes(each)
