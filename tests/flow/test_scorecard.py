"""The scorecard as people meet it: typed, chosen anew, asked why, from Home, and where there are no charts."""

import pytest

from playground.local_slack import LocalSlack
from playground.model import Message
from storage.tables import AuditEvent
from tests.flow.acts import FRIDAY, answer, form, met, move_to, quiet, receipt, rows, says, words
from tests.flow.conftest import RunningBot
from tests.flow.test_home import opened


@pytest.fixture
def handed_over(slack: LocalSlack, bot: RunningBot) -> None:
    """Marta handed one lead over to Tom."""
    for person in ("tom", "marta"):
        met(slack, bot, person)
    assert slack.command("marta", "sales", "/handoff", f"Acme: asked for a demo <@{slack.person('tom').id}>").ok
    quiet(slack, bot)


@pytest.mark.usefixtures("handed_over")
def test_it_is_typed_chosen_anew_and_explained(slack: LocalSlack, bot: RunningBot) -> None:
    """Others' figures are never among them, and looking writes nothing."""
    before = len(rows(bot, AuditEvent))
    assert slack.command("ana", "sales", "/lazo", "indicadores").ok
    shown = receipt(slack, "ana")
    assert "table" in kinds(shown)
    assert says(words(shown), "es", "scorecard-offered", n=1, count="1")
    assert slack.press("ana", "scorecard_by", message=shown, value="person:4").ok
    assert says(words(receipt(slack, "ana")), "es", "scorecard-nothing-yours")
    assert slack.press("ana", "scorecard_why", message=receipt(slack, "ana")).ok
    assert says(words(form(slack, "ana")), "es", "scorecard-why-accepted")
    assert len(rows(bot, AuditEvent)) == before
    assert slack.command("tom", "sales", "/handoff", "scorecard me").ok
    assert slack.person("tom").name in words(receipt(slack, "tom"))
    assert says(answer(slack, "tom", "sales", "scorecard sorce", "/lazo"), "en", "scorecard-unclear-nearest")


@pytest.mark.usefixtures("handed_over")
def test_where_there_are_no_charts_and_on_home(slack: LocalSlack, bot: RunningBot) -> None:
    """Slack refuses the chart: the same comes without; Home shows it in words, and follows what is chosen."""
    move_to(slack, bot, FRIDAY, "18:30")
    slack.command("tom", "sales", "/lazo", "scorecard")
    assert "data_visualization" in kinds(receipt(slack, "tom"))
    slack.charts_allowed = False
    slack.command("tom", "sales", "/lazo", "scorecard")
    assert kinds(receipt(slack, "tom")) >= {"table", "actions"}
    assert "data_visualization" not in kinds(receipt(slack, "tom"))
    assert slack.press("tom", "scorecard_open", view=opened(slack, "tom")).ok
    view = form(slack, "tom")
    assert slack.press("tom", "scorecard_by", view=view, value="source:4").ok
    assert says(words(slack.views("tom")[-1]), "en", "scorecard-no-source")
    assert slack.press("tom", "scorecard_why", view=slack.views("tom")[-1]).ok
    assert says(words(slack.views("tom")[-1]), "en", "scorecard-why-speed")


def kinds(shown: Message) -> set[str]:
    """The kinds of its blocks."""
    return {str(block["type"]) for block in shown.blocks or []}
