"""Rows of an account's card."""

import json
from datetime import UTC, datetime

import pytest

from commands.i18n import Texts
from commands.progress.actions import ProgressCard
from commands.progress.views import card_rows, stage_modal
from domain.stages import STANDARD, Process, SalesStage, Support
from playground.blockkit import view_refusal

NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)


@pytest.mark.parametrize(
    ("stage", "shown"), [("proposal", "Propuesta"), ("won", "Ganada"), ("<!here> old", "&lt;!here&gt; old")]
)
def test_a_stage_is_called_by_its_name_and_an_old_one_as_it_was_written(stage: str, shown: str) -> None:
    card = ProgressCard(1, "Acme", stage, NOW, (), 0, None, (), STANDARD)
    say = Texts().into("es")
    assert f"*Fase:* {shown}, " in json.dumps(card_rows(say, card, "UTC"), ensure_ascii=False)
    assert view_refusal(stage_modal(say, card)) is None


def test_an_account_beyond_its_stages_limit_says_that_it_stands_still() -> None:
    say = Texts().into("en")
    cards = [ProgressCard(1, "Acme", "proposal", NOW, (), 0, None, (), STANDARD, days) for days in (14, 15)]
    within, beyond = (json.dumps(card_rows(say, card, "UTC")) for card in cards)
    assert "(limit 14 days)" in within
    assert "*Standing still:* 15 days there; the limit is 14" in beyond
    assert "Standing still" not in within


def test_a_renamed_stage_goes_by_its_name_with_its_limit_and_what_marketing_does_there() -> None:
    process = Process(
        (
            SalesStage("proposal", "Oferta & más", 5, Support.MIDDLE, "Un dosier <de> seguridad", is_retired=True),
            SalesStage("own_1", "Piloto", None, Support.LATE),
        )
    )
    card, say = ProgressCard(1, "Acme", "proposal", NOW, (), 0, None, (), process), Texts().into("es-MX")
    shown = json.dumps(card_rows(say, card, "UTC"), ensure_ascii=False)
    assert "*Etapa:* Oferta &amp; más (ya no se usa), desde el " in shown
    assert "(límite 5 días)" in shown
    assert "Un dosier &lt;de&gt; seguridad" in shown
    form = json.dumps(stage_modal(say, card), ensure_ascii=False)
    assert "Piloto" in form
    assert "Oferta" not in form
