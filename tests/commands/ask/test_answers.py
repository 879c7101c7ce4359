"""What is left of what a mind wrote, and how it is shown."""

import pytest

from commands.ask import views
from commands.ask.actions import Answered, Findings, NotKnown, checked
from commands.ask.parse import Answer, Look, Plan, Sentence, chosen, parse_question
from commands.i18n import Texts
from commands.lookups import Fact, Wanted
from commands.minds import MindAnswer, MindUnavailable, Reason
from playground.blockkit import message_refusal

PRICE = Fact("objections:price", "Price: 12 of 40 objections")
NOTE = Fact(
    "objection:7", "Acme · Price", ("too dear, see https://x.example",), ("Acme",), "https://t.slack.example/p1"
)
FOUND = Findings((PRICE, NOTE), ("Counted: what was logged.",))


def left(*sentences: tuple[str, list[str]], known: bool = True) -> Answered | NotKnown:
    written = Answer(known=known, sentences=[Sentence(text=text, cites=cites) for text, cites in sentences])
    return checked(MindAnswer(written, "openai", "m"), FOUND, "what about Globex?")


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("Price came up 12 times.", ["objection:7"]),
        ("Price came up 12 times.", ["objections:price", "objection:8"]),
        ("Price came up 12 times.", []),
        ("Here Initech said so.", ["objection:7"]),
        ("Here Globex said so.", ["objection:7"]),
        ("Globex objected 12 times.", ["objections:price"]),
        ("Price came up 12 times because of us.", ["objections:price"]),
        ("La mayoría habló del precio.", ["objections:price"]),
        ("They were very happy with us.", ["objection:7"]),
        ("", ["objection:7"]),
        ("a " * 300, ["objection:7"]),
    ],
)
def test_a_sentence_that_does_not_hold_is_left_out(text: str, cites: list[str]) -> None:
    both = left((text, cites), ("Here Acme is told of.", ["objection:7"]))
    assert isinstance(both, Answered)
    assert [claim.text for claim in both.claims] == ["Here Acme is told of."]
    assert both.left_out
    alone = left((text, cites))
    assert alone == NotKnown(FOUND.facts, FOUND.meanings)


def test_what_a_mind_does_not_know_is_not_known() -> None:
    assert left(("Price came up 12 times.", ["objections:price"]), known=False) == NotKnown(FOUND.facts, FOUND.meanings)


def test_only_lookups_that_exist_are_made() -> None:
    nothing = {"account": None, "theme": None, "words": None, "by": None, "weeks": None}

    def look(name: str, **more: object) -> Look:
        return Look.model_validate({**nothing, "lookup": name, **more})

    plan = Plan(
        looks=[
            look("drop_everything"),
            look("objections", account="globex", weeks=9999),
            look("objections", account="Initech"),
            look("objections", account="globex", weeks=9999),
            look("scorecard", weeks=-3),
            look("account"),
            look("accounts"),
        ]
    )
    assert chosen(plan, {"objections", "scorecard", "account", "accounts"}, "what about Globex?") == (
        ("objections", Wanted(account="Globex", weeks=52)),
        ("objections", Wanted()),
        ("scorecard", Wanted(weeks=1)),
    )
    assert parse_question("  why\u200b do we \x00 lose?\n ") == "why do we lose?"


@pytest.mark.parametrize("locale", ["en", "es", "es-MX"])
def test_an_answer_is_shown_as_text(locale: str) -> None:
    say = Texts().into(locale)
    answered = left(
        ("Price came up *12* times & was heard.", ["objections:price"]), ("They wrote “too dear”.", ["objection:7"])
    )
    shown = views.outcome_message(say, "why <!channel>?", answered)
    assert message_refusal(shown["blocks"]) is None
    assert "*12* times &amp; was heard" in shown["text"]
    written = str(shown["blocks"])
    assert "x.example" not in written
    assert "'url': 'https://t.slack.example/p1'" in written
    for outcome in (NotKnown(), left(), MindUnavailable(Reason.OFF)):
        other = views.outcome_message(say, "why?", outcome)
        assert message_refusal(other["blocks"]) is None
        assert say("question-plain") in str(other["blocks"])
