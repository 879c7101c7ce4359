"""A question in plain words and a form filled in from a text, with a model server of its own process behind them."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from commands.objection.filling import ObjectionProposal
from playground.local_slack import LocalSlack
from playground.model import Json, View
from storage.tables import MindLabel, Objection
from tests.flow.acts import answer, direct, form, heard, known_account, only, rows, says, words
from tests.flow.conftest import RunningBot, running_bot
from tests.openai_server import KEY, OpenAIServer

NOTE = "Acme: dicen que HubSpot es más barato, y lo decide su CFO"


@pytest.fixture
def bot(
    slack: LocalSlack,
    database_url: str,
    clock_file: Path,
    openai_server: OpenAIServer,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[RunningBot]:
    """The bot with a mind."""
    monkeypatch.setenv("OPENAI_API_KEY", KEY)
    monkeypatch.setenv("OPENAI_BASE_URL", openai_server.url)
    with running_bot(slack, database_url, clock_file) as running:
        yield running


def planned(*looks: Json) -> Json:
    """A plan as the model writes it."""
    nothing = {"account": None, "theme": None, "words": None, "by": None, "weeks": None}
    return {"answer": {"looks": [{**nothing, **look} for look in looks]}}


def written(*sentences: tuple[str, list[str]], known: bool = True) -> Json:
    """An answer as the model writes it."""
    return {"answer": {"known": known, "sentences": [{"text": text, "cites": cites} for text, cites in sentences]}}


def test_a_question_is_answered_with_what_it_stands_on(
    slack: LocalSlack, bot: RunningBot, openai_server: OpenAIServer
) -> None:
    """And what does not stand on anything is left out; when nothing does, it says so."""
    known_account(slack, bot, "Acme")
    answer(slack, "ana", "sales", "Acme: dicen que HubSpot es más barato")
    note = f"objection:{only(bot).id}"
    openai_server.answers(
        planned({"lookup": "objections", "account": "Acme"}),
        written(
            ("Acme objected once on price: 1 of 1.", ["objections:price", note]),
            ("They wrote “dicen que HubSpot es más barato”.", [note]),
            ("Acme objected 12 times.", ["objections:price"]),
            ("Acme objected 1 time because of our slow support.", ["objections:price", note]),
            ("Price rose to 1 of 1 at Acme.", ["objections:price", note]),
            ("Acme es la cuenta más difícil, 1 de 1.", ["objections:price", note]),
            ("They wrote “we love HubSpot”.", [note]),
            ("See https://evil.example for more.", [note]),
            ("Globex objected too.", ["objection:1"]),
            ("Everything will be fine.", []),
        ),
    )
    seen = answer(slack, "tom", "sales", "ask what did Acme object?", "/lazo")
    assert says(seen, "en", "question-looking")
    shown = _told(slack, "tom", "en", "question-stands-on")
    assert "Acme objected once on price: 1 of 1." in shown
    assert "They wrote “dicen que HubSpot es más barato”." in shown
    assert says(shown, "en", "lookup-objections-meaning", period="last 13 weeks")
    assert says(shown, "en", "question-left-out")
    for dropped in ("12 times", "because", "rose", "difícil", "we love", "evil", "Globex", "fine"):
        assert dropped not in shown
    asked = [each["body"] for each in openai_server.asked]
    assert "HubSpot" not in str(asked[0])  # what is looked up is chosen before any note is read

    openai_server.answers(planned({"lookup": "lead_quality"}))
    answer(slack, "tom", "sales", "ask which sources are best?", "/lazo")
    assert _told(slack, "tom", "en", "question-not-known")

    openai_server.answers({"status": 401})
    answer(slack, "ana", "sales", "pregunta qué objetó Acme", "/lazo")
    assert _told(slack, "ana", "es", "question-plain")
    assert direct(slack, "tom") == []

    openai_server.answers(planned())  # about something else
    slack.command("tom", "acme-shared", "/lazo", "ask what is the weather like?")
    told = "\n".join(words(each) for each in heard(slack, bot, "tom", 2))  # where others read along, by DM
    assert says(told, "en", "question-looking")
    assert says(told, "en", "question-not-known")
    assert slack.ephemerals("tom", "acme-shared") == slack.messages("acme-shared") == []


def test_a_message_fills_in_the_form_and_what_was_changed_is_kept(
    slack: LocalSlack, bot: RunningBot, openai_server: OpenAIServer
) -> None:
    """Only empty fields, each with the words of the text that it came from."""
    root = slack.post_as("tom", "sales", "How was Acme? <!channel>")
    message = slack.post_as("tom", "sales", NOTE, root.ts)
    slack.post_as("ana", "sales", "We are negotiating the last point", root.ts)
    slack.shortcut("ana", "log_message", conversation="sales", ts=message.ts)
    opened = form(slack, "ana")
    openai_server.answers(
        {
            "answer": {
                "account": {"value": "Globex", "words": "Acme"},
                "theme": {"value": "trust", "words": "más barato"},
                "competitor": None,
                "argument": {"value": "TCO", "words": "TCO"},
                "worked": {"value": "yes", "words": "they signed at once"},
                "ask": {"value": "argument", "words": "lo decide su CFO"},
                "stage": {"value": "negotiation", "words": "we are negotiating"},
                "buying_role": {"value": "economic_buyer", "words": "lo decide su CFO"},
                "belief_source": {"value": "said", "words": "DICEN que"},
            }
        }
    )
    slack.press("ana", "prefill", view=opened, state={"argument": "el coste total"})
    above = slack.wait_for(lambda: _above(slack, "ana", opened), what="what was filled in")
    assert isinstance(above, View)
    assert says(words(above), "es", "prefill-filled", n=4)
    assert "dicen que" in words(above)
    filled = slack.wait_for(lambda: _with_role(slack, opened), what="the form with it")
    assert isinstance(filled, View)
    fields = {row["block_id"]: row for row in filled.blocks if "element" in row}
    assert fields["buying_role"]["element"]["initial_option"]["value"] == "economic_buyer"
    assert says(fields["buying_role"]["hint"]["text"], "es", "prefill-from", words="lo decide su CFO")
    assert fields["theme"]["element"]["initial_option"]["value"] == "price"  # it stood there before
    assert "initial_option" not in fields["worked"]["element"]  # nobody said that
    sent = str(openai_server.asked[-1]["body"]["input"])
    assert sent.count("más barato") == 1  # the thread around it, and what stands in the form once
    slack.close_view(above, "ana")

    slack.submit(filled, "ana", {"belief_source": "written", "argument": "el coste total"})
    stored = only(bot)
    assert (stored.buying_role, stored.belief_source, stored.ask) == ("economic_buyer", "written", "argument")
    assert (stored.account_hint, stored.argument, stored.worked) == ("Acme", "el coste total", None)
    assert stored.stage == "negotiation"  # somebody else said so in the thread
    labels = slack.wait_for(lambda: _confirmed(bot), what="the labels")
    assert labels == {
        ("ask", "argument", "argument"),
        ("stage", "negotiation", "negotiation"),
        ("buying_role", "economic_buyer", "economic_buyer"),
        ("belief_source", "said", "written"),
    }


def test_who_went_back_to_the_form_keeps_it_as_it_is(
    slack: LocalSlack, bot: RunningBot, openai_server: OpenAIServer, caplog: pytest.LogCaptureFixture
) -> None:
    """The answer that comes then changes nothing below what was closed; without an answer the form works as before."""
    slack.command("tom", "sales", "/objection")
    opened = form(slack, "tom")
    caplog.set_level("INFO", "commands.prefill.listeners")
    theme = {"theme": {"value": "price", "words": "too expensive"}}
    openai_server.answers({"answer": {**dict.fromkeys(ObjectionProposal.model_fields), **theme}, "latency": 60})
    slack.press("tom", "prefill", view=opened, state={"quote": "Acme: too expensive"})
    above = slack.wait_for(lambda: _top(slack, "tom", opened), what="what is read")
    assert isinstance(above, View)
    assert says(words(above), "en", "prefill-reading")
    slack.wait_for(lambda: openai_server.asked, what="the model to be asked")
    slack.close_view(above, "tom")
    slack.submit(opened, "tom", {"quote": "Acme: too expensive", "note": "typed meanwhile"})
    assert only(bot).note == "typed meanwhile"
    openai_server.release()  # and the answer comes
    slack.wait_for(lambda: "form_not_filled_in" in caplog.messages, what="that it is told to nobody")
    assert rows(bot, MindLabel) == []
    assert len(rows(bot, Objection)) == 1


def _told(slack: LocalSlack, person: str, locale: str, key: str) -> str:
    """What this person reads, once something says the text under ``key``: whichever answer comes first."""

    def found() -> str | None:
        seen = [words(each) for each in slack.ephemerals(person, "sales")]
        return next((each for each in seen if says(each, locale, key)), None)

    told = slack.wait_for(found, what=key)
    assert isinstance(told, str)
    return told


def _top(slack: LocalSlack, person: str, opened: View) -> View | None:
    top = slack.views(person)[-1]
    return None if top.id == opened.id else top


def _above(slack: LocalSlack, person: str, opened: View) -> View | None:
    top = _top(slack, person, opened)
    return top if top is not None and says(words(top), "es", "prefill-look-over") else None


def _with_role(slack: LocalSlack, opened: View) -> View | None:
    now = next(view for view in slack.views("ana") if view.id == opened.id)
    return now if "economic_buyer" in str([row for row in now.blocks if "hint" in row]) else None


def _confirmed(bot: RunningBot) -> set[tuple[str, str, str | None]]:
    return {(each.field, each.proposed, each.confirmed) for each in rows(bot, MindLabel) if each.confirmed_at}
