"""Rows of an account's card."""

import json
from datetime import UTC, datetime

import pytest

from commands.i18n import Texts
from commands.progress.actions import ProgressCard
from commands.progress.views import card_rows, stage_modal
from domain.stages import STANDARD
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
