"""What a message says, whoever or whatever wrote it."""

import pytest

from commands.ways_in.parse import said_in


@pytest.mark.parametrize(
    ("message", "said"),
    [
        ({"text": "Acme: too dear", "attachments": [{"text": "a preview of a link"}]}, "Acme: too dear"),
        (
            {"text": " ", "attachments": [{"text": "Deal lost", "fallback": "x"}, {"fallback": "Acme"}, {}]},
            "Deal lost\nAcme",
        ),
        ({"text": None, "attachments": None, "files": [{"name": "x.pdf"}]}, ""),
        ({}, ""),
    ],
)
def test_the_words_of_an_app_are_in_its_attachments(message: dict[str, object], said: str) -> None:
    assert said_in(message) == said
