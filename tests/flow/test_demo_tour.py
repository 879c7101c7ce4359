"""The demo's guided tour: each step is done when it really happened, and tells so in the viewer's language."""

from pathlib import Path

from bot.demo.running import first_moment
from bot.demo.seeding import post_call_notes, seed
from bot.demo.tour import GuidedTour
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from playground.tour import TourStep
from storage.database import Database
from tests.flow.acts import form, words
from tests.flow.conftest import running_bot

HOUR = 3600


def test_the_tour_from_its_first_step_to_its_last(slack: LocalSlack, database_url: str, clock_file: Path) -> None:
    slack.advance(max((first_moment(slack.clock.now()) - slack.clock.now()).total_seconds(), 0))
    database, began = Database.open(database_url), slack.clock.now()
    workspace_id = seed(database, slack, began)
    thread = post_call_notes(slack, Texts())
    tour = GuidedTour(slack, database, workspace_id, began, thread)

    def steps(who: str = "tom") -> dict[str, TourStep]:
        return {step.id: step for step in tour(slack.person(who))}

    def done() -> list[str]:
        return [name for name, step in steps().items() if step.done]

    with running_bot(slack, database_url, clock_file):
        assert list(steps()) == ["log", "hand-over", "clock", "return", "digest", "why"]
        assert done() == []
        assert steps("ana")["log"].title != steps()["log"].title  # hers is Spanish

        note = next(each for each in slack.messages("sales") if each.thread_ts == thread and each.ts != thread)
        slack.shortcut("ana", "log_message", conversation="sales", ts=note.ts)
        slack.submit(form(slack, "ana"), "ana")
        assert done() == ["log"]

        typed = steps()["hand-over"].text.split("`/handoff ", 1)[1].split("`", 1)[0]
        seen = slack.command("marta", "handoffs", "/handoff", typed)
        assert "Costa Freight" in words(seen.response)
        assert done() == ["log", "hand-over"]
        assert steps()["clock"].go is not None
        assert steps()["clock"].go.person == slack.person("ana").id  # type: ignore[union-attr]

        dm = slack.dm_with_app("ana")
        slack.wait_for(lambda: any("Costa Freight" in words(each) for each in slack.messages(dm)), what="her DM")
        slack.advance(HOUR)
        slack.wait_for(lambda: "clock" in done(), 15, "a step of the ladder")

        lead = next(each for each in slack.messages(dm) if "Costa Freight" in words(each))
        slack.press("ana", "handoff_return", message=lead)
        slack.submit(form(slack, "ana"), "ana", {"reason": "poor_fit"})
        assert "return" in done()

        slack.advance((slack.clock.preset("monday_0900", "Europe/Madrid") - slack.clock.now()).total_seconds())
        slack.wait_for(lambda: "digest" in done(), 15, "the digest")

        toms = slack.dm_with_app("tom")
        open_lead = next(
            each
            for each in slack.messages(toms)
            if each.blocks and '"handoff_why"' in str(each.blocks).replace("'", '"')
        )
        slack.press("tom", "handoff_why", message=open_lead)
        form(slack, "tom")
        assert done() == list(steps())
    database.close()
