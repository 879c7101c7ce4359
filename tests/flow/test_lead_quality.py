"""Rating leads in Slack, told as stories: by whoever decides about the lead, by others, in one line and in the form."""

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from sqlalchemy import update
from sqlmodel import col

from domain.evaluation import Kind
from playground.form import elements
from playground.local_slack import LocalSlack
from playground.model import Message, View
from storage.confirmed import confirmed_codes
from storage.tables import AuditEvent, Handoff, Lead, LeadRating, Member
from tests.flow.acts import (
    THURSDAY,
    WEDNESDAY,
    answer,
    direct,
    form,
    heard,
    met,
    move_to,
    only_row,
    quiet,
    receipt,
    rows,
    says,
    set_workspace,
    the_workspace,
    words,
)
from tests.flow.conftest import RunningBot


@pytest.fixture
def team(slack: LocalSlack, bot: RunningBot) -> None:
    """Wednesday morning; Carmen leads sales, Tom and Ana sell, Marta markets."""
    for person in ("ana", "tom", "marta", "carmen"):
        met(slack, bot, person)
    change_member(slack, bot, "carmen", team="sales", is_manager=True)
    change_member(slack, bot, "tom", team="sales", manager_id=met(slack, bot, "carmen"))
    set_workspace(slack, bot, handoff_channel=slack.conversation("sales").id, locale="en", tz="Europe/Madrid")
    move_to(slack, bot, WEDNESDAY, "10:00")


def change_member(slack: LocalSlack, bot: RunningBot, person: str, **changes: object) -> None:
    workspace_id, member_id = the_workspace(slack, bot), met(slack, bot, person)
    with bot.database.write() as work:
        work.connection.execute(
            update(Member)
            .where(col(Member.workspace_id) == workspace_id, col(Member.id) == member_id)
            .values(**changes)
        )
        work.commit()


def handed(slack: LocalSlack, bot: RunningBot, line: str, *, tried: bool = True) -> Message:
    """A lead that Marta handed to Tom, and that he has tried to reach; his message."""
    before = len(direct(slack, "tom"))
    answer(slack, "marta", "marketing", f"{line} @tom", "/handoff")
    slack.wait_for(lambda: len(direct(slack, "tom")) > before, what="a message to tom")
    quiet(slack, bot)
    if tried:
        slack.press("tom", "handoff_attempt", message=direct(slack, "tom")[-1])
        assert slack.submit(form(slack, "tom"), "tom", {"attempt_by": "call"}).ok
        quiet(slack, bot)
    return direct(slack, "tom")[-1]


def rated(slack: LocalSlack, person: str, text: str, command: str = "/leadquality") -> str:
    return answer(slack, person, "sales", text, command)


def an_imported_lead(slack: LocalSlack, bot: RunningBot, company: str, **more: str) -> None:
    now, place = bot.clock.business_now(), len(rows(bot, Lead)) + 1
    values: dict[str, Any] = {"id": place, "external_id": f"crm-{place}", "company": company, **more}
    with bot.database.write() as work:
        lead = Lead(workspace_id=the_workspace(slack, bot), mql_at=now, created_at=now, updated_at=now, **values)
        work.session.add(lead)
        work.commit()


def can(shown: Message | View) -> set[str]:
    """What can be pressed or filled in there."""
    return {str(element.get("action_id")) for _block, element in elements(shown.blocks or [])}


def mention(slack: LocalSlack, person: str) -> str:
    return f"<@{slack.person(person).id}>"


@pytest.mark.usefixtures("team")
def test_the_owner_says_it_in_one_line_and_the_lead_goes_back(slack: LocalSlack, bot: RunningBot) -> None:
    """Sent back with its date; Marta reads why and how it was graded in one message; said again, nothing is doubled."""
    handed(slack, bot, "Norte S.A., Laura Pérez: read our guide")
    line = "norte: fit good, intent poor, no budget — they want it next year"
    seen = rated(slack, "tom", line)
    assert "*Norte S.A. · Laura Pérez* · fit good, intent poor · No budget now" in seen
    assert "they want it next year" in seen
    assert says(seen, "en", "rating-done-recycle", marketer=mention(slack, "marta"))
    handoff, rating = only_row(bot, Handoff), only_row(bot, LeadRating)
    assert (handoff.state, handoff.return_reason, handoff.return_note) == (
        "recycled",
        "budget",
        "they want it next year",
    )
    assert handoff.recycle_at is not None
    assert (handoff.recycle_at - rating.rated_at).days in {89, 90}
    assert (rating.fit, rating.intent, rating.action, rating.decides) == ("good", "poor", "recycle", True)
    quiet(slack, bot)
    assert says(words(slack.messages("sales")[0]), "en", "hstate-recycled")

    again = rated(slack, "tom", line)
    assert says(again, "en", "rating-saved-again")
    assert says(again, "en", "rating-kept-closed", state="back with marketing")
    corrected = rated(slack, "tom", "Norte S.A.: fit partial, intent poor, no budget — they want it next year")
    assert says(corrected, "en", "rating-updated")
    rating = only_row(bot, LeadRating)
    assert (rating.fit, rating.version, rating.action) == ("partial", 2, "recycle")
    assert only_row(bot, Handoff).version == handoff.version
    with bot.database.read() as connection:  # a rule read the reason: neither the rating nor the return is a label
        assert confirmed_codes(connection, the_workspace(slack, bot), Kind.RETURN, limit=9) == []

    move_to(slack, bot, THURSDAY, "09:30")
    (told,) = heard(slack, bot, "marta")
    assert says(words(told), "es", "notice-returned-recycle")
    assert "encaje parcial, interés bajo" in words(told)
    assert words(told).count("Norte S.A.") == 1


@pytest.mark.usefixtures("team")
def test_what_others_say_stands_beside_and_marketing_reads_one_line_a_lead(slack: LocalSlack, bot: RunningBot) -> None:
    """Ana may not decide: nothing changes on the handoff. Marta reads both views in one line, the next morning."""
    handed(slack, bot, "Norte, Laura Pérez: read our guide")
    before = only_row(bot, Handoff)
    seen = rated(
        slack, "ana", "Norte: encaje malo, interés bajo, no encaja — son un <!channel> colegio", "/calidadlead"
    )
    assert "encaje malo, interés bajo · No encaja" in seen
    assert says(seen, "es", "rating-kept-view", owner=mention(slack, "tom"))
    assert says(seen, "es", "rating-told-daily", marketer=mention(slack, "marta"))
    assert only_row(bot, Handoff) == before
    assert says(rated(slack, "tom", "Norte: good/partial"), "en", "rating-told-daily")
    assert only_row(bot, Handoff) == before
    rated(slack, "marta", "Norte: encaje bueno, interés alto")  # nobody is told what they said themselves
    assert [rating.decides for rating in rows(bot, LeadRating)] == [False, True, False]

    slack.command("tom", "sales", "/handoff", "status Norte")
    card = words(receipt(slack, "tom"))
    assert says(card, "en", "rating-on-card")
    assert f"{mention(slack, 'ana')}: fit poor, intent poor · Poor fit — son un &lt;!channel&gt; colegio" in card
    assert f"{mention(slack, 'tom')}: fit good, intent partial" in card

    told_before = len(direct(slack, "marta"))
    move_to(slack, bot, THURSDAY, "09:30")
    (told,) = heard(slack, bot, "marta", told_before + 1)[told_before:]
    said = words(told)
    assert says(said, "es", "rating-told", count=1)
    assert said.count("Norte") == 1
    assert said.count("encaje") == 2
    assert "interés alto" not in said
    quiet(slack, bot)
    move_to(slack, bot, THURSDAY, "17:00")
    quiet(slack, bot)
    assert len(direct(slack, "marta")) == told_before + 1


@pytest.mark.usefixtures("team")
def test_the_form_asks_what_follows_and_names_what_contradicts(slack: LocalSlack, bot: RunningBot) -> None:
    """Three inputs rate a lead; a poor grade asks the reason, the reason the day; then edited, undone, brought back."""
    handed(slack, bot, "Norte, Laura Pérez: read our guide")
    slack.command("tom", "sales", "/leadquality", "")
    view = form(slack, "tom")
    assert "rating_reason" not in can(view)
    offered = slack.suggest("tom", "lead_pick:rated", "nort", view=view, block_id="rated_lead")
    chosen = offered.options[0]
    slack.press("tom", "lead_pick:rated", view=view, value=chosen, block_id="rated_lead")
    lead = {"rated_lead": chosen}
    slack.press(
        "tom", "rating_grade", view=form(slack, "tom"), block_id="intent", value="poor", state={**lead, "fit": "good"}
    )
    view = form(slack, "tom")
    assert "rating_reason" in can(view)
    filled = {**lead, "fit": "good", "intent": "poor"}
    refused = slack.submit(view, "tom", {**filled, "reason": "poor_fit"})
    assert refused.errors == {"fit": "“Poor fit” goes with poor fit. Change one of the two."}
    refused = slack.submit(view, "tom", {**filled, "reason": "other"})
    assert set(refused.errors) == {"note"}
    slack.press("tom", "rating_reason", view=view, value="not_ready", state=filled)
    view = form(slack, "tom")
    assert says(words(view), "en", "rating-means-recycle", marketer=mention(slack, "marta"))
    refused = slack.submit(view, "tom", {**filled, "reason": "not_ready", "day": "2020-01-01"})
    assert set(refused.errors) == {"day"}
    assert only_row(bot, Handoff).state == "attempted"
    assert rows(bot, LeadRating) == []
    assert slack.submit(view, "tom", {**filled, "reason": None, "note": "nice people"}).ok
    done = form(slack, "tom")
    assert "fit good, intent poor" in words(done)
    assert only_row(bot, Handoff).state == "attempted"  # no reason, so it stays with him

    slack.press("tom", "rating_edit", view=done)
    view = form(slack, "tom")
    assert "nice people" in words(view)
    assert "lead_pick:rated" not in can(view)
    assert slack.submit(view, "tom", {"fit": "partial", "intent": "poor", "note": "nice people"}).ok
    done = form(slack, "tom")
    assert says(words(done), "en", "rating-updated")
    slack.press("tom", "rating_undo", view=done)
    done = form(slack, "tom")
    assert says(words(done), "en", "rating-withdrawn")
    assert only_row(bot, LeadRating).withdrawn_at is not None
    assert says(rated(slack, "tom", "mine"), "en", "rating-mine-none")
    slack.press("tom", "rating_restore", view=done)
    rating = only_row(bot, LeadRating)
    assert (rating.fit, rating.withdrawn_at, rating.version) == ("partial", None, 4)
    actions = [each.action for each in rows(bot, AuditEvent) if each.subject_kind == "lead_rating"]
    assert actions == ["lead_rated", "lead_rating_revised", "lead_rating_withdrawn", "lead_rating_restored"]


@pytest.mark.usefixtures("team")
def test_what_cannot_be_stored_comes_back_in_the_form(slack: LocalSlack, bot: RunningBot) -> None:
    """Too early a reason, an unknown lead, two of one name, a guess: nothing is stored, nothing typed is lost."""
    handed(slack, bot, "Norte, Laura Pérez: read our guide", tried=False)
    slack.command("tom", "sales", "/leadquality", "Norte: fit good, intent poor, no budget — call in May")
    view = form(slack, "tom")
    assert says(words(view), "en", "rating-problem-only-after-an-attempt", reason="No budget now")
    assert "call in May" in words(view)
    assert not says(words(view), "en", "reason-no_response")
    slack.command("tom", "sales", "/leadquality", "Norte: good fit, but no budget until June")
    assert says(words(form(slack, "tom")), "en", "rating-guessed-early", reason="No budget now")
    slack.command("tom", "sales", "/leadquality", "Sur: fit good, intent poor — a school")
    view = form(slack, "tom")
    assert says(words(view), "en", "rating-unknown-lead", name="Sur")
    assert "a school" in words(view)
    assert set(slack.submit(view, "tom", {"fit": "good", "intent": "poor"}).errors) == {"rated_lead"}
    an_imported_lead(slack, bot, "Este SL", name="Ana")
    an_imported_lead(slack, bot, "Este", name="Luis")
    slack.command("tom", "sales", "/leadquality", "este: good/good")
    assert says(words(form(slack, "tom")), "en", "rating-which-lead", name="este", count=2)
    seen = rated(slack, "tom", "Este, Luis: good/poor, budget — no handoff yet")
    assert says(seen, "en", "rating-kept-never")
    slack.command("tom", "sales", "/leadquality", "Este, Luis: fit good, intent poor because there is no need")
    view = form(slack, "tom")
    assert says(words(view), "en", "rating-guessed", reason="No need")
    assert "because there is no need" in words(view)
    assert only_row(bot, LeadRating).reason == "budget"
    assert says(rated(slack, "tom", "sorces"), "en", "rating-unclear", word="sorces")
    slack.press("tom", "rating_open", message=receipt(slack, "tom"))
    assert says(words(form(slack, "tom")), "en", "rating-unknown-lead", name="sorces")
    an_imported_lead(slack, bot, "Norte", name="Luis")
    slack.command("tom", "sales", "/leadquality", "norte: good/good")  # of two, his own is proposed and not taken
    view = form(slack, "tom")
    assert says(words(view), "en", "rating-which-lead-yours", name="norte", count=2)
    assert "Norte · Laura Pérez" in words(view)
    slack.command("ana", "sales", "/leadquality", "norte: good/good")
    assert says(words(form(slack, "ana")), "es", "rating-which-lead", name="norte", count=2)
    assert len(rows(bot, LeadRating)) == 1


@pytest.mark.usefixtures("team")
def test_of_two_who_send_it_back_at_once_one_does(slack: LocalSlack, bot: RunningBot) -> None:
    """The owner and his manager: both are heard, the handoff goes back once, the other's stands as a view."""
    handed(slack, bot, "Norte, Laura Pérez: read our guide")
    lines = {"tom": "Norte: fit good, intent poor, no budget", "carmen": "Norte: encaje malo, interés bajo, no encaja"}
    with ThreadPoolExecutor(2) as both:
        answers = list(both.map(lambda person: rated(slack, person, lines[person]), lines))
    handoff = only_row(bot, Handoff)
    assert handoff.state in {"recycled", "disqualified"}
    ratings = rows(bot, LeadRating)
    assert sorted(rating.action or "" for rating in ratings) in (["", "disqualify"], ["", "recycle"])
    done = sum(each.action in {"handoff_recycled", "handoff_disqualified"} for each in rows(bot, AuditEvent))
    assert done == 1
    kept = [
        text for text, locale in zip(answers, ("en", "es"), strict=True) if says(text, locale, "rating-kept-closed")
    ]
    assert len(kept) == 1


@pytest.mark.usefixtures("team")
def test_sources_and_campaigns_tell_where_good_leads_come_from(slack: LocalSlack, bot: RunningBot) -> None:
    """With n, and no rate of a few; why some came back; and who may not change a rating leaves it as it is."""
    for place in range(21):
        an_imported_lead(slack, bot, f"Firma {place}", source="webinar", campaign="Otoño")
        rated(slack, "tom", f"Firma {place}: {'good' if place % 3 else 'poor'}/partial")
    handed(slack, bot, "Norte, Laura Pérez via trade fair: read our guide")
    rated(slack, "tom", "Norte: fit poor, intent poor, student")
    seen = rated(slack, "tom", "sources")
    assert "21 leads rated · fit: 66.7% good (14 of 21) · intent: 0% good (0 of 21)" in seen
    assert "1 lead rated · fit: 0 good, 0 partial, 1 poor" in seen
    assert "1 came back: Student or job seeker 1" in seen
    assert "Otoño" in rated(slack, "ana", "campañas", "/calidadlead")
    assert says(rated(slack, "tom", "list Norte"), "en", "rating-list-title-named", name="Norte")
    assert says(rated(slack, "ana", "mias"), "es", "rating-mine-none")
    rated(slack, "tom", "mine")
    slack.press("tom", "rating_edit", message=receipt(slack, "tom"))  # the latest: Norte
    assert slack.submit(form(slack, "tom"), "tom", {"fit": "poor", "intent": "poor", "reason": None}).ok
    (changed,) = [rating for rating in rows(bot, LeadRating) if rating.version == 2]
    assert (changed.rated_by_id, changed.reason, changed.action) == (met(slack, bot, "tom"), None, "disqualify")
