"""The guide's pages on the text assistant beside the product, with a model server behind it, in both languages."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from bot.manifest import build_manifest
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from storage.tables import Objection
from tests.browser.demo import picture, taken_anew
from tests.browser.guide import as_person, send, words_of
from tests.flow.acts import answer, known_account, rows
from tests.flow.conftest import RunningBot, running_bot
from tests.openai_server import KEY, OpenAIServer


@dataclass(frozen=True)
class Reader:
    """Who asks in one language and who decides, what is asked, and the sentences that the model writes."""

    seller: str
    admin: str
    asked: str
    command: str
    form: str
    mind: str
    sentences: tuple[str, str]


NOTES = ("Acme: dicen que HubSpot es más barato", "Acme: they say HubSpot is cheaper for a team of five")
READERS: Mapping[str, Reader] = {
    "en": Reader(
        "tom",
        "joe",
        "what did Acme object?",
        "/lazo ask",
        "/objection",
        "/lazo mind",
        ("Acme objected on price: 2 of 2.", "They wrote “they say HubSpot is cheaper for a team of five”."),
    ),
    "es": Reader(
        "ana",
        "carmen",
        "¿qué objetó Acme?",
        "/lazo pregunta",
        "/objecion",
        "/lazo asistente",
        ("Acme objetó por precio: 2 de 2.", "Escribieron «dicen que HubSpot es más barato»."),
    ),
}


@pytest.fixture
def minded(
    tmp_path: Path, sqlite_url: str, openai_server: OpenAIServer, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[LocalSlack, RunningBot]]:
    """A local Slack with the product and a text assistant in it."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", openai_server.url)
    clock = tmp_path / "clock.json"
    with (
        LocalSlack.start(build_manifest(Texts(), "both"), clock_file=clock) as slack,
        running_bot(slack, sqlite_url, clock) as running,
    ):
        yield slack, running


def test_a_question_its_answer_and_who_decides_what_leaves(
    minded: tuple[LocalSlack, RunningBot],
    openai_server: OpenAIServer,
    new_page: Callable[..., Page],
    pytestconfig: pytest.Config,
    tmp_path: Path,
) -> None:
    slack, bot = minded
    known_account(slack, bot, "Acme")
    for note in NOTES:
        assert answer(slack, "lucia", "sales", note)
    spanish, english = (f"objection:{each.id}" for each in rows(bot, Objection))
    nothing = {"account": None, "theme": None, "words": None, "by": None, "weeks": None}
    plan = {"answer": {"looks": [{**nothing, "lookup": "objections", "account": "Acme"}]}}
    for locale, reader in READERS.items():

        def shoot(shown: Locator, name: str, locale: str = locale) -> None:
            if taken_anew():
                picture(shown, f"{name}.{locale}.png", pytestconfig, tmp_path)

        counted, quoted = reader.sentences
        said = [
            {"text": counted, "cites": ["objections:price"]},
            {"text": quoted, "cites": [english if locale == "en" else spanish]},
        ]
        openai_server.answers(plan, {"answer": {"known": True, "sentences": said}})
        page = new_page(f"{slack.base_url}/#as={slack.person(reader.seller).id}", width=1180)
        send(page, f"{reader.command} {reader.asked}")
        told = page.get_by_test_id("message").filter(has_text=counted)
        expect(told).to_contain_text(quoted)
        shoot(told, "ask")

        send(page, reader.form)
        modal = page.get_by_test_id("modal")
        expect(modal).to_contain_text(words_of("ask", locale)["prefill-button"])
        page.keyboard.press("Escape")
        expect(modal).to_have_count(0)

        as_person(page, slack.base_url, reader.admin)
        send(page, reader.mind)
        for word in words_of("assistant", locale).values():
            expect(modal).to_contain_text(word)
        shoot(modal, "assistant")
