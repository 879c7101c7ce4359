"""One list a day in Slack: what sales said all day about Marta's account and lead comes to her in one message."""

from playground.local_slack import LocalSlack
from storage.tables import Lead
from tests.flow.acts import (
    THURSDAY,
    WEDNESDAY,
    answer,
    direct,
    heard,
    known_account,
    met,
    move_to,
    quiet,
    rows,
    says,
    words,
)
from tests.flow.conftest import RunningBot


def test_several_kinds_come_as_one_list_and_once(slack: LocalSlack, bot: RunningBot) -> None:
    for person in ("tom", "marta"):
        met(slack, bot, person)
    known_account(slack, bot, "Acme", marketing="marta")
    move_to(slack, bot, WEDNESDAY, "10:00")
    answer(slack, "marta", "sales", f"Norte, Laura: read our guide <@{slack.person('tom').id}>", "/handoff")
    quiet(slack, bot)
    before = len(direct(slack, "marta"))
    answer(slack, "tom", "sales", "Acme: too expensive")
    answer(slack, "tom", "sales", "Acme: lost to HubSpot, price. Lesson: bring legal in earlier", "/winloss")
    answer(slack, "tom", "sales", "Norte: good/partial", "/leadquality")
    assert len(rows(bot, Lead)) == 1
    quiet(slack, bot)
    assert len(direct(slack, "marta")) == before

    move_to(slack, bot, THURSDAY, "09:30")
    told = heard(slack, bot, "marta", before + 1)[-1]
    seen = words(told)
    assert says(seen, "es", "daily-list-title")
    assert "too expensive" in seen
    assert "bring legal in earlier" in seen
    assert "Norte" in seen
    answer(slack, "tom", "sales", "Acme: they have no budget")
    slack.advance(6 * 3600)
    quiet(slack, bot)
    assert len(direct(slack, "marta")) == before + 1
