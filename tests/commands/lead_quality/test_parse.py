"""What `/leadquality …` asks for, in both languages."""

import pytest

from commands.lead_quality import parse
from domain.rating_line import RatingLine
from domain.taxonomy import Grade


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("", parse.OpenForm()),
        ("rate", parse.OpenForm()),
        ("valorar Acme", parse.OpenForm(RatingLine("Acme"))),
        ("evaluar Acme", parse.OpenForm(RatingLine("Acme"))),
        ("Acme", parse.OpenForm(RatingLine("Acme"))),
        ("Acme: good/poor", parse.RateLine(RatingLine("Acme", Grade.GOOD, Grade.POOR))),
        ("calificar Acme: bueno/malo", parse.RateLine(RatingLine("Acme", Grade.GOOD, Grade.POOR))),
        ("Acme:\x00 good/poor", parse.RateLine(RatingLine("Acme", Grade.GOOD, Grade.POOR), removed=1)),
        ("Acme: fit good", parse.OpenForm(RatingLine("Acme", Grade.GOOD))),
        ("sources", parse.ShowQuality("sources")),
        ("fuentes", parse.ShowQuality("sources")),
        ("orígenes", parse.ShowQuality("sources")),
        ("campañas", parse.ShowQuality("campaigns")),
        ("mías", parse.ShowMine()),
        ("lista", parse.ShowList()),
        ("list Norte S.A.", parse.ShowList("Norte S.A.")),
        ("ayuda", parse.ShowHelp()),
        ("sorces", parse.UnclearWord("sorces", "sources")),
        ("campanhas", parse.UnclearWord("campanhas", "campanas")),
        ("Campanario Hotels group", parse.OpenForm(RatingLine("Campanario Hotels group"))),
    ],
)
def test_what_a_command_asks_for(text: str, intent: parse.CommandIntent) -> None:
    assert parse.parse_command(text) == intent
