"""The demo's guided tour: each step is done when it really happened, and tells so in the viewer's language."""

from pathlib import Path

import pytest

from bot.demo.running import first_moment
from bot.demo.seeding import post_call_notes, seed, seed_history
from bot.demo.tour import CASTS, GuidedTour
from commands.i18n import Texts
from playground.local_slack import LocalSlack
from playground.tour import TourStep
from storage.database import Database
from tests.flow.acts import form, words
from tests.flow.conftest import running_bot

HOUR = 3600


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_tour_from_its_first_step_to_its_last(
    slack: LocalSlack, sqlite_url: str, clock_file: Path, language: str
) -> None:
    cast, command = CASTS[language], {"en": "/handoff", "es": "/traspaso"}[language]
    seller = cast.seller
    slack.advance(max((first_moment(slack.clock.now()) - slack.clock.now()).total_seconds(), 0))
    database, began = Database.open(sqlite_url), slack.clock.now()
    workspace_id = seed(database, slack, began)
    seed_history(database, slack, workspace_id, began)
    notes = post_call_notes(slack, Texts())
    tour = GuidedTour(slack, database, workspace_id, began, notes)

    def steps(who: str = seller) -> dict[str, TourStep]:
        return {step.id: step for step in tour(slack.person(who))}

    def done() -> list[str]:
        return [name for name, step in steps().items() if step.done]

    with running_bot(slack, sqlite_url, clock_file):
        assert list(steps()) == ["log", "hand-over", "clock", "return", "digest", "why"]
        assert done() == []
        review = {"en": ("Pemberton", "Brightwater"), "es": ("Miramar", "Montalbán")}[language]
        assert review[0] in words(slack.command(seller, "sales", "/winloss", "due").response)
        assert review[1] in words(slack.command(seller, "sales", "/winloss", "list").response)
        assert steps("ana")["log"].title != steps("tom")["log"].title  # hers is Spanish

        note = next(
            each for each in slack.messages("sales") if each.thread_ts == notes[language] and each.ts != notes[language]
        )
        slack.shortcut(seller, "log_message", conversation="sales", ts=note.ts)
        slack.submit(form(slack, seller), seller)
        assert done() == ["log"]

        typed = steps()["hand-over"].text.split(f"`{command} ", 1)[1].split("`", 1)[0]
        seen = slack.command(cast.marketer, "handoffs", command, typed)
        assert "Costa Freight" in words(seen.response)
        assert done() == ["log", "hand-over"]
        assert steps()["clock"].go is not None
        assert steps()["clock"].go.person == slack.person(seller).id  # type: ignore[union-attr]

        dm = slack.dm_with_app(seller)
        slack.wait_for(lambda: any("Costa Freight" in words(each) for each in slack.messages(dm)), what="her DM")
        slack.advance(HOUR)
        slack.wait_for(lambda: "clock" in done(), what="a step of the ladder")

        lead = next(each for each in slack.messages(dm) if "Costa Freight" in words(each))
        slack.press(seller, "handoff_return", message=lead)
        slack.submit(form(slack, seller), seller, {"reason": "poor_fit"})
        assert "return" in done()

        slack.advance((slack.clock.preset("monday_0900", "Europe/Madrid") - slack.clock.now()).total_seconds())
        slack.wait_for(lambda: steps()["digest"].go.message, what="the digest")  # type: ignore[union-attr]
        assert "digest" not in done(), "nobody has looked yet"
        slack.store.read(slack.person(seller).id, slack.conversation("revenue-review").id)
        assert "digest" in done()

        open_lead = next(
            each for each in slack.messages(dm) if each.blocks and '"handoff_why"' in str(each.blocks).replace("'", '"')
        )
        slack.press(seller, "handoff_why", message=open_lead)
        form(slack, seller)
        assert done() == list(steps())
    database.close()
