"""The ideal customer profile in Slack: proposed with what was seen, decided by a person, named in the review."""

import json
from concurrent.futures import ThreadPoolExecutor

from domain.icp import LONGEST_REASON, LONGEST_TEXT, MOST_WAITING
from playground.local_slack import LocalSlack
from playground.model import View
from storage.tables import AuditEvent, IcpChange, Member, Notice
from tests.flow.acts import (
    WEDNESDAY,
    answer,
    form,
    heard,
    met,
    move_to,
    quiet,
    rows,
    says,
    set_workspace,
    words,
)
from tests.flow.conftest import RunningBot

SEEN = "Four of six lost deals had fewer than 20 people <!here>"


def test_from_a_proposal_to_what_both_teams_hold(slack: LocalSlack, bot: RunningBot) -> None:
    """Ana proposes, nobody but a decider accepts, the month names it before and after, and Ana hears of it."""
    set_workspace(slack, bot, locale="en")
    for name in ("ana", "joe", "carmen"):
        met(slack, bot, name)
    assert "digest-icp" not in answer(slack, "joe", "sales", "preview month", "/digest")

    assert says(words(opened(slack, "ana")), "es", "icp-nothing-yet")
    assert propose(slack, "ana", "size", "De 50 a 500 personas", SEEN) == {}
    mine = form(slack, "ana")
    assert says(words(mine), "es", "icp-done-proposed")
    assert menu(mine) == ["withdrawn"]
    assert SEEN.replace("<", "&lt;").replace(">", "&gt;") in words(mine)
    assert propose(slack, "ana", "size", "de 50  a 500 PERSONAS", SEEN).keys() == {"icp_text"}
    assert propose(slack, "ana", "size", " — ", " … ").keys() == {"icp_text", "icp_reason"}
    (change,) = rows(bot, IcpChange)

    move_to(slack, bot, WEDNESDAY, "10:00")
    slack.advance(25 * 24 * 3600)  # into the month that follows
    month = answer(slack, "joe", "sales", "preview month", "/digest")
    assert says(month, "en", "digest-icp-waiting", n=1)
    assert "Company size: “De 50 a 500 personas” · Why: Four of six lost deals" in month
    assert slack.person("ana").id not in month, "never by whom"
    assert "digest-icp" not in answer(slack, "joe", "sales", "preview", "/digest"), "a week has none of it"

    slack.open_home("ana")
    hers = slack.wait_for(lambda: slack.home("ana"), what="Home to be drawn")
    assert isinstance(hers, View)
    assert "icp_open" not in json.dumps(hers.source), "she decides nothing"
    slack.open_home("carmen")
    home = slack.wait_for(lambda: slack.home("carmen"), what="Home to be drawn")
    assert isinstance(home, View)
    slack.press("carmen", "icp_open", view=home)
    older = form(slack, "carmen")
    assert menu(opened(slack, "joe")) == ["accepted", "declined"]
    choose(slack, "joe", "accepted", change.id)
    assert says(words(form(slack, "joe")), "en", "icp-done-accepted")
    assert "*Company size*\nDe 50 a 500 personas" in words(form(slack, "joe"))
    choose(slack, "carmen", "declined", change.id, older)
    assert says(words(form(slack, "carmen")), "es", "icp-stale")
    assert [each.outcome for each in rows(bot, IcpChange)] == ["accepted"]
    assert propose(slack, "ana", "size", "De 50 a 500 personas", "otra vez").keys() == {"icp_text"}

    move_to(slack, bot, WEDNESDAY, "11:00")
    (told,) = heard(slack, bot, "ana")
    assert "ha *aceptado* tu cambio" in words(told)
    slack.advance(25 * 24 * 3600)
    month = answer(slack, "joe", "sales", "preview month", "/digest")
    assert says(month, "en", "digest-icp-accepted", n=1)
    assert [event.action for event in rows(bot, AuditEvent) if event.action.startswith("icp")] == [
        "icp_proposed",
        "icp_accepted",
    ]


def test_only_deciders_decide_and_only_the_proposer_takes_back(slack: LocalSlack, bot: RunningBot) -> None:
    """A menu that was there before somebody lost the right is none."""
    for name in ("ana", "tom", "joe"):
        met(slack, bot, name)
    set_workspace(slack, bot, locale="en")
    opened(slack, "ana")
    assert propose(slack, "ana", "region", "España y México", "los demás no firman") == {}
    (change,) = rows(bot, IcpChange)
    shown = opened(slack, "tom")
    assert menu(shown) == []
    opened(slack, "joe")
    slack.change_person("joe", is_admin=False)
    slack.wait_for(lambda: not is_admin(slack, bot, "joe"), what="the lost right to be known")
    choose(slack, "joe", "accepted", change.id)
    assert says(words(form(slack, "joe")), "en", "icp-deciders-only")
    assert menu(form(slack, "joe")) == []
    assert rows(bot, IcpChange)[0].outcome is None

    opened(slack, "ana")
    choose(slack, "ana", "withdrawn", change.id)
    assert says(words(form(slack, "ana")), "es", "icp-done-withdrawn")
    quiet(slack, bot)
    assert rows(bot, Notice) == [], "nobody is told of their own act"
    assert propose(slack, "ana", "region", "España y México", "los demás no firman") == {}


def test_what_waits_is_bounded_and_told(slack: LocalSlack, bot: RunningBot) -> None:
    """A form that was open already is kept, with its words; a profile with all that may wait fits its window."""
    for name in ("ana", "carmen"):
        met(slack, bot, name)
    opened(slack, "carmen")
    slack.press("carmen", "icp_propose", view=form(slack, "carmen"))
    opened(slack, "ana")
    why = "&" * (LONGEST_REASON - 1) + "x"
    for number in range(MOST_WAITING):
        assert propose(slack, "ana", "need", f"&{number}" + "<" * (LONGEST_TEXT - 5), why) == {}
    assert "icp_propose" not in json.dumps(form(slack, "ana").source)
    refused = propose(slack, "carmen", "need", "one more", "seen")
    assert says(refused["icp_text"], "es", "icp-error-many")
    assert len(rows(bot, IcpChange)) == MOST_WAITING
    slack.advance(40 * 24 * 3600)
    month = answer(slack, "ana", "sales", "vista previa mes", "/resumen")
    assert says(month, "en", "digest-icp-waiting", n=MOST_WAITING)


def test_of_two_who_decide_at_once_one_is_told_that_it_was_decided(slack: LocalSlack, bot: RunningBot) -> None:
    """One outcome, one act in the audit, one line to who proposed it."""
    for name in ("ana", "joe", "carmen"):
        met(slack, bot, name)
    opened(slack, "ana")
    assert propose(slack, "ana", "buyers", "El director financiero", "firmó siempre él") == {}
    (change,) = rows(bot, IcpChange)
    shown = {name: opened(slack, name) for name in ("joe", "carmen")}
    with ThreadPoolExecutor(2) as pool:
        chosen = (("joe", "accepted"), ("carmen", "declined"))
        for done in [pool.submit(choose, slack, name, outcome, change.id, shown[name]) for name, outcome in chosen]:
            done.result()
    assert len([event for event in rows(bot, AuditEvent) if event.action in {"icp_accepted", "icp_declined"}]) == 1
    assert len([notice for notice in rows(bot, Notice) if notice.kind == "icp_decided"]) == 1
    seen = [(words(form(slack, name)), locale) for name, locale in (("joe", "en"), ("carmen", "es"))]
    assert sorted(says(each, locale, "icp-stale") for each, locale in seen) == [False, True]


def is_admin(slack: LocalSlack, bot: RunningBot, person: str) -> bool:
    """As the bot knows it."""
    return next(row.is_admin for row in rows(bot, Member) if row.slack_user_id == slack.person(person).id)


def opened(slack: LocalSlack, person: str) -> View:
    """The profile in front of this person."""
    assert slack.command(person, "sales", "/lazo", "icp").ok
    return form(slack, person)


def propose(slack: LocalSlack, person: str, part: str, text: str, reason: str) -> dict[str, str]:
    """From the profile that this person has open, through the form; what it says of its fields."""
    if "icp_text" not in json.dumps(form(slack, person).source):
        slack.press(person, "icp_propose", view=form(slack, person))
    return slack.submit(form(slack, person), person, {"icp_part": part, "icp_text": text, "icp_reason": reason}).errors


def menu(view: View) -> list[str]:
    """What can be done with the only change that waits."""
    (row,) = [each for each in view.source["blocks"] if str(each.get("block_id", "")).startswith("icp:")]
    return [each["value"].partition(":")[0] for each in row.get("accessory", {}).get("options", [])]


def choose(slack: LocalSlack, person: str, outcome: str, change_id: int, view: View | None = None) -> None:
    """Choose from a change's menu."""
    shown = view or form(slack, person)
    (row,) = [each for each in shown.source["blocks"] if each.get("block_id") == f"icp:{change_id}"]
    (value,) = [each["value"] for each in row["accessory"]["options"] if each["value"].startswith(outcome)]
    assert slack.press(person, "icp_decide", view=shown, block_id=f"icp:{change_id}", value=value).ok
