"""The stages that a team agrees on: what Slack takes, and what the form refuses."""

import pytest

from commands.i18n import LOCALES, Texts
from commands.ids import BlockId
from commands.progress.notice_views import LISTED, MovedAccount, moved_list
from commands.stages import views
from commands.stages.actions import Standing
from commands.stages.parse import FormProblems, opened_as, parse_stage
from domain.stages import MOST_STAGES, STANDARD, Process, SalesStage, Support
from playground.blockkit import message_refusal, view_refusal

_LONG = "<!here> *W* & " * 30


@pytest.mark.parametrize("locale", LOCALES)
def test_slack_takes_the_longest_list_and_every_form(locale: str) -> None:
    say = Texts().into(locale)
    stages = tuple(
        SalesStage(f"own_{n}", _LONG[:40], 730, Support.LATE, _LONG[:300], is_retired=n % 2 == 0)
        for n in range(MOST_STAGES)
    )
    accounts = {stage.code: (_LONG,) * 300 for stage in stages}
    for process in (Process(stages), STANDARD):
        for may in (True, False):
            made = views.list_modal(say, Standing(process, accounts, may), top="x")
            assert view_refusal(made) is None
            assert ("stages_act" in str(made)) is may
        stage = process.stages[0]
        assert view_refusal(views.stage_modal(say, stage, _LONG)) is None
        assert view_refusal(views.retire_modal(say, stage, _LONG, accounts["own_0"])) is None
    assert view_refusal(views.stage_modal(say, None)) is None
    moved = [MovedAccount(2**60, _LONG, "own_1", stages[0], "U0AAAAAAAAA", is_asked=True)] * LISTED
    for told in (moved, moved[:1]):
        assert message_refusal(moved_list(say, told, Process(stages).names)["blocks"]) is None


@pytest.mark.parametrize(
    ("block", "typed", "key"),
    [
        ("stage_name", "!!!", "stages-error-name"),
        ("stage_name", "x" * 10_000, "stages-error-name-long"),
        ("stage_limit", "0", "stages-error-limit"),
        ("stage_limit", "-3", "stages-error-limit"),
        ("stage_limit", "731", "stages-error-limit"),
        ("stage_limit", "9" * 5000, "stages-error-limit"),
        ("stage_limit", "²", "stages-error-limit"),
        ("support_text", "x" * 10_000, "stages-error-support-long"),
    ],
)
def test_the_form_says_what_is_wrong(block: str, typed: str, key: str) -> None:
    texts = {"stage_name": "Pilot", "stage_limit": "", "support_text": "", block: typed}
    values: dict[str, object] = {name: {"value": {"value": text}} for name, text in texts.items()}
    values["support"] = {"value": {"selected_option": {"value": "early"}}}
    view = {"private_metadata": opened_as(None, 0), "state": {"values": values}}
    assert parse_stage(view) == FormProblems({BlockId(block): key})
