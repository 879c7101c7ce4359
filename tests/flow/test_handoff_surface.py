"""Handing a lead over in Slack: one line, the form, the owner's message with its buttons, and what others see of it."""

from datetime import timedelta
from functools import partial

import pytest
from sqlalchemy import update
from sqlmodel import col

from playground.form import elements
from playground.local_slack import LocalSlack
from playground.model import Message, View
from storage.leads import search_leads
from storage.tables import Handoff, Lead, Member, Timer
from tests.flow.acts import (
    FRIDAY,
    MONDAY,
    WEDNESDAY,
    answer,
    direct,
    form,
    heard,
    known_account,
    met,
    move_to,
    quiet,
    receipt,
    rows,
    says,
    set_workspace,
    the_workspace,
    words,
)
from tests.flow.conftest import RunningBot

LINE = "Acme, Laura Pérez laura@acme.es demo request: asked for prices after the webinar @tom"


@pytest.fixture
def team(slack: LocalSlack, bot: RunningBot) -> None:
    """Wednesday morning, a channel for handoffs, and Carmen leads sales."""
    for person in ("ana", "tom", "lucia", "marta", "carmen"):
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


def command(slack: LocalSlack, person: str, text: str, place: str = "marketing") -> str:
    return answer(slack, person, place, text, "/handoff")


def handed(slack: LocalSlack, bot: RunningBot, line: str = LINE, person: str = "marta", to: str = "tom") -> Message:
    """A lead handed over in one line, and the owner's message."""
    before = len(direct(slack, to))
    command(slack, person, line)
    slack.wait_for(lambda: len(direct(slack, to)) > before, what=f"a message to {to}")
    quiet(slack, bot)
    return direct(slack, to)[-1]


def only(bot: RunningBot) -> Handoff:
    (found,) = rows(bot, Handoff)
    return found


def in_channel(slack: LocalSlack) -> str:
    (message,) = slack.messages("sales")
    return words(message)


def can(shown: Message | View) -> set[str]:
    """What can be pressed there."""
    return {str(element.get("action_id")) for _block, element in elements(shown.blocks or [])}


@pytest.mark.usefixtures("team")
def test_one_line_hands_a_lead_over_and_says_what_was_understood(slack: LocalSlack, bot: RunningBot) -> None:
    tom = f"<@{slack.person('tom').id}>"
    seen = command(slack, "marta", LINE)
    assert says(seen, "es", "handoff-saved-to", owner=tom)
    assert "*Acme · Laura Pérez*" in seen
    assert "laura@acme.es" in seen
    assert "asked for prices after the webinar" in seen
    assert says(seen, "es", "leadtype-demo_request")
    quiet(slack, bot)

    (told,) = heard(slack, bot, "tom")
    said = words(told)
    assert says(said, "en", "handoff-head-offered", marketer=f"<@{slack.person('marta').id}>")
    assert "laura@acme.es" in said
    assert says(said, "en", "due-attempt") or says(said, "en", "due-accept")
    assert says(said, "en", "handoff-accept")
    assert says(said, "en", "handoff-fast-lane")
    channel = in_channel(slack)
    assert says(channel, "en", "hstate-offered", owner=tom)
    assert "laura@acme.es" not in channel  # a shared message holds no address
    lead = rows(bot, Lead)[0]
    assert (lead.company, lead.name, lead.lead_type) == ("Acme", "Laura Pérez", "demo_request")


@pytest.mark.usefixtures("team")
def test_accept_changes_the_message_and_the_channels_where_they_stand(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    done = slack.press("tom", "handoff_accept", message=told)
    assert done.ok, done.detail
    quiet(slack, bot)
    (message,) = direct(slack, "tom")
    assert message.ts == told.ts
    said = words(message)
    assert says(said, "en", "hstate-accepted", owner=f"<@{slack.person('tom').id}>")
    assert "handoff_accept" not in can(message)
    assert "handoff_attempt" in can(message)
    assert says(in_channel(slack), "en", "hstate-accepted")
    assert only(bot).state == "accepted"


@pytest.mark.usefixtures("team")
def test_who_presses_second_is_told_who_was_first(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    slack.press("tom", "handoff_accept", message=told)
    slack.press("tom", "handoff_accept", message=told)
    said = words(receipt(slack, "tom", slack.dm_with_app("tom")))
    assert says(said, "en", "handoff-refused-you", state="accepted")
    assert only(bot).version == 2


@pytest.mark.usefixtures("team")
def test_somebody_elses_lead_is_not_touched_and_they_learn_whose_it_is(slack: LocalSlack, bot: RunningBot) -> None:
    handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    (message,) = slack.messages("sales")
    slack.press("ana", "handoff_show", message=message)
    shown = form(slack, "ana")
    assert says(words(shown), "es", "hstate-offered", owner=f"<@{slack.person('tom').id}>")
    assert can(shown) == {"handoff_why"}
    seen = command(slack, "ana", "status Acme", "sales")
    assert says(seen, "es", "hstate-offered")
    assert only(bot).state == "offered"


@pytest.mark.usefixtures("team")
def test_an_attempt_is_logged_with_its_channel_and_counts(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot)
    slack.press("tom", "handoff_attempt", message=told)
    done = slack.submit(form(slack, "tom"), "tom", {"attempt_by": "email", "note": "sent her the price list"})
    assert done.ok, done.detail
    quiet(slack, bot)
    said = words(direct(slack, "tom")[0])
    assert says(said, "en", "tried-email", count=1)
    assert says(said, "en", "hstate-attempted")
    assert only(bot).accepted_at is not None  # a try implies acceptance
    slack.press("tom", "handoff_attempt", message=direct(slack, "tom")[0])
    slack.submit(form(slack, "tom"), "tom", {"attempt_by": "call", "answered": ["yes"]})
    quiet(slack, bot)
    assert only(bot).state == "contacted"
    assert says(words(direct(slack, "tom")[0]), "en", "handoff-qualify")


@pytest.mark.usefixtures("team")
def test_a_return_says_what_becomes_of_the_lead_and_marketing_hears_why(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot)
    slack.press("tom", "handoff_return", message=told)
    view = form(slack, "tom")
    assert says(words(view), "en", "handoff-return-more-after")  # nobody tried yet
    assert not says(words(view), "en", "reason-budget")
    slack.press("tom", "handoff_reason", view=view, value="poor_fit")
    view = form(slack, "tom")
    assert says(words(view), "en", "handoff-return-means-disqualify")
    done = slack.submit(view, "tom", {"reason": "poor_fit", "note": "a school project"})
    assert done.ok, done.detail
    (told,) = heard(slack, bot, "marta")  # the fast lane is told at once
    said = words(told)
    assert says(said, "es", "notice-returned-disqualify", reason="No encaja")
    assert "a school project" in said
    assert only(bot).state == "disqualified"
    assert says(in_channel(slack), "en", "hstate-disqualified")
    assert can(direct(slack, "tom")[0]) == set()


@pytest.mark.usefixtures("team")
def test_other_needs_a_note_and_the_form_keeps_what_was_chosen(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot)
    slack.press("tom", "handoff_return", message=told)
    done = slack.submit(form(slack, "tom"), "tom", {"reason": "other"})
    assert done.errors == {"note": "Write a line that says why."}
    assert only(bot).state == "offered"


@pytest.mark.usefixtures("team")
def test_a_recycled_lead_is_offered_again_by_its_marketer(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    slack.press("tom", "handoff_attempt", message=told)
    slack.submit(form(slack, "tom"), "tom", {"attempt_by": "call", "answered": ["yes"]})
    quiet(slack, bot)
    slack.press("tom", "handoff_return", message=direct(slack, "tom")[0])
    view = form(slack, "tom")
    slack.press("tom", "handoff_reason", view=view, value="budget")
    view = form(slack, "tom")
    assert says(words(view), "en", "handoff-return-means-recycle")
    done = slack.submit(view, "tom", {"reason": "budget", "day": "2099-01-01"})
    assert done.errors == {"day": "That is too far ahead. Choose a day within two years."}
    in_a_month = (slack.clock.now() + timedelta(days=30)).date().isoformat()
    assert slack.submit(view, "tom", {"reason": "budget", "day": in_a_month, "note": "next quarter"}).ok
    quiet(slack, bot)
    assert only(bot).state == "recycled"
    seen = slack.command("marta", "marketing", "/handoff", "estado Acme")
    assert seen.ok
    slack.press("marta", "handoff_again", message=receipt(slack, "marta", "marketing"))
    done = slack.submit(form(slack, "marta"), "marta", {"note": "ya tienen presupuesto"})
    assert done.ok, done.detail
    first, second = rows(bot, Handoff)
    assert (second.round, second.parent_id) == (2, first.id)


@pytest.mark.usefixtures("team")
def test_snoozing_waits_with_reminders_only(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    due = [timer.due_at for timer in rows(bot, Timer)]
    option = next(each for each in words(told).splitlines() if "Tomorrow" in each)
    assert option
    slack.press("tom", "handoff_snooze", message=told, value=f"{only(bot).id}:1:tomorrow")
    quiet(slack, bot)
    assert says(words(direct(slack, "tom")[0]), "en", "handoff-snoozed")
    assert [timer.due_at for timer in rows(bot, Timer)] == due


@pytest.mark.usefixtures("team")
def test_reassigned_the_new_owner_is_told_and_the_old_ones_message_says_so(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    handoff = only(bot)
    slack.press("tom", "handoff_more", message=told, value=f"reassign:{handoff.id}:{handoff.version}")
    done = slack.submit(form(slack, "tom"), "tom", {"owner": slack.person("ana").id, "note": "she knows them"})
    assert done.ok, done.detail
    heard(slack, bot, "ana")
    quiet(slack, bot)
    assert says(words(direct(slack, "tom")[0]), "en", "handoff-now-with", owner=f"<@{slack.person('ana').id}>")
    slack.press("tom", "handoff_show", message=slack.messages("sales")[0])
    assert can(form(slack, "tom")) == {"handoff_why"}


@pytest.mark.usefixtures("team")
def test_paused_the_deadline_stands_still_and_resume_brings_it_back(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    handoff = only(bot)
    slack.press("tom", "handoff_more", message=told, value=f"pause:{handoff.id}:{handoff.version}")
    assert slack.submit(form(slack, "tom"), "tom", {"reason": "customer"}).ok
    quiet(slack, bot)
    paused = direct(slack, "tom")[0]
    assert says(words(paused), "en", "handoff-paused", reason="Waiting for the customer")
    slack.press("tom", "handoff_resume", message=paused)
    quiet(slack, bot)
    assert says(words(direct(slack, "tom")[0]), "en", "due-accept")


@pytest.mark.usefixtures("team")
def test_why_this_deadline_is_answered_in_words_and_sums(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    slack.press("tom", "handoff_why", message=told)
    said = words(form(slack, "tom"))
    assert says(said, "en", "why-agreed-in")
    assert says(said, "en", "why-counted", zones="Europe/London")
    assert says(said, "en", "why-sum") or says(said, "en", "why-sum-days")
    seen = command(slack, "marta", "por qué Acme")
    assert says(seen, "es", "why-agreed-in")


@pytest.mark.usefixtures("team")
def test_the_form_searches_known_leads_and_says_who_would_get_them(slack: LocalSlack, bot: RunningBot) -> None:
    account = known_account(slack, bot)
    workspace_id, tom = the_workspace(slack, bot), met(slack, bot, "tom")
    with bot.database.write() as work:
        account.sales_owner_id = tom
        work.session.add(account)
        work.session.flush()
        now = bot.clock.business_now()
        work.session.add(
            Lead(
                workspace_id=workspace_id,
                id=7,
                external_id="crm-7",
                company="Acme",
                name="Laura Pérez",
                account_id=account.id,
                mql_at=now,
                created_at=now,
                updated_at=now,
            )
        )
        work.commit()
    slack.command("marta", "marketing", "/traspaso", "")
    view = form(slack, "marta")
    offered = slack.suggest("marta", "handoff_lead", "acm", view=view)
    assert [option["value"] for option in offered.options] == ["7"]
    slack.press("marta", "handoff_lead", view=view, value=offered.options[0])
    view = form(slack, "marta")
    assert says(words(view), "es", "route-goes-account_owner", owner=f"<@{slack.person('tom').id}>")
    done = slack.submit(view, "marta", {"lead": offered.options[0], "why": "vio la demo"})
    assert done.ok, done.detail
    heard(slack, bot, "tom")
    assert only(bot).lead_id == 7
    with bot.database.read() as connection:
        assert len(search_leads(connection, workspace_id, "Acme")) == 1


@pytest.mark.usefixtures("team")
def test_the_form_refuses_what_cannot_be_and_keeps_the_rest(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("marta", "marketing", "/handoff", "")
    view = form(slack, "marta")
    done = slack.submit(view, "marta", {"email": "laura at acme", "crm_link": "crm", "why": "quiere precios"})
    assert set(done.errors) == {"company", "email", "crm_link"}
    good = {"company": "Acme", "email": "laura@acme.es", "crm_link": "https://crm.example.com/7"}
    done = slack.submit(view, "marta", {**good, "owner": slack.person("greg").id})
    assert set(done.errors) == {"owner"}
    assert rows(bot, Handoff) == []
    done = slack.submit(view, "marta", {**good, "owner": slack.person("ana").id})
    assert done.ok, done.detail
    assert says(words(form(slack, "marta")), "es", "handoff-saved-to")
    heard(slack, bot, "ana")


@pytest.mark.usefixtures("team")
def test_a_name_nobody_has_opens_the_form_with_all_that_was_typed(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("marta", "marketing", "/handoff", "Acme, Laura Pérez laura@acme.es: quiere precios @nadie")
    seen = words(form(slack, "marta"))
    assert says(seen, "es", "handoff-unknown-owner", name="nadie")
    for typed in ("Acme", "Laura Pérez", "laura@acme.es", "quiere precios"):
        assert typed in seen
    assert rows(bot, Handoff) == []


@pytest.mark.usefixtures("team")
def test_withdrawn_before_it_is_accepted_the_owner_sees_it(slack: LocalSlack, bot: RunningBot) -> None:
    handed(slack, bot)
    slack.press("marta", "handoff_withdraw", message=receipt(slack, "marta", "marketing"))
    assert says(words(receipt(slack, "marta", "marketing")), "es", "hstate-withdrawn")
    quiet(slack, bot)
    assert says(words(direct(slack, "tom")[0]), "en", "hstate-withdrawn")
    assert only(bot).state == "withdrawn"


@pytest.mark.usefixtures("team")
def test_edited_the_owner_reads_the_corrected_lead(slack: LocalSlack, bot: RunningBot) -> None:
    handed(slack, bot)
    slack.press("marta", "handoff_edit", message=receipt(slack, "marta", "marketing"))
    view = form(slack, "marta")
    done = slack.submit(view, "marta", {"contact": "Laura Gil", "why": "quiere precios ya"})
    assert done.ok, done.detail
    quiet(slack, bot)
    said = words(direct(slack, "tom")[0])
    assert "Laura Gil" in said
    assert "quiere precios ya" in said
    assert says(words(receipt(slack, "marta", "marketing")), "es", "handoff-updated")


@pytest.mark.usefixtures("team")
def test_a_message_becomes_a_lead_with_the_message_as_evidence(slack: LocalSlack, bot: RunningBot) -> None:
    message = slack.post_as("ana", "marketing", "Laura (laura@acme.es) asked for a demo, who takes it?")
    done = slack.shortcut("marta", "hand_over", conversation="marketing", ts=message.ts)
    assert done.ok, done.detail
    view = form(slack, "marta")
    assert "asked for a demo, who takes it?" in words(view)
    assert "laura@acme.es" in words(view)
    done = slack.submit(view, "marta", {"company": "Acme", "owner": slack.person("tom").id})
    assert done.ok, done.detail
    heard(slack, bot, "tom")
    handoff = only(bot)
    assert handoff.source_link is not None
    assert handoff.source_link in words(direct(slack, "tom")[0])
    assert handoff.lead_type == "demo_request"


@pytest.mark.usefixtures("team")
def test_lists_show_what_is_due_first_and_the_team_only_to_who_leads_it(slack: LocalSlack, bot: RunningBot) -> None:
    handed(slack, bot, "Globex, Joe: read our guide @tom")
    handed(slack, bot, LINE)
    seen = command(slack, "tom", "mine", "sales")
    assert says(seen, "en", "handoff-mine-title", count=2)
    assert seen.index("Acme") < seen.index("Globex")
    assert says(command(slack, "ana", "mios", "sales"), "es", "handoff-mine-none")
    assert says(command(slack, "ana", "equipo", "sales"), "es", "handoff-team-nobody")
    seen = command(slack, "carmen", "equipo", "sales")
    assert says(seen, "es", "handoff-team-title", count=2)
    assert says(seen, "es", "handoff-count-state", state="ofrecido", count=2)
    assert says(command(slack, "tom", "late", "sales"), "en", "handoff-late-none")
    move_to(slack, bot, FRIDAY, "18:00", "Europe/London")
    assert says(command(slack, "tom", "late", "sales"), "en", "handoff-late-title", count=2)
    assert says(command(slack, "marta", "tarde"), "es", "handoff-late-title", count=2)  # she offered them


@pytest.mark.usefixtures("team")
def test_all_my_open_ones_go_to_a_colleague(slack: LocalSlack, bot: RunningBot) -> None:
    handed(slack, bot, "Globex, Joe: read our guide @tom")
    handed(slack, bot, "Initech, Eva: read our guide @tom")
    handed(slack, bot, LINE)
    slack.command("tom", "sales", "/handoff", "transfer @ana")
    view = form(slack, "tom")
    assert says(words(view), "en", "handoff-transfer-count", count=3)
    done = slack.submit(view, "tom", {"owner": slack.person("ana").id, "note": "I am away until May"})
    assert done.ok, done.detail
    assert says(words(form(slack, "tom")), "en", "handoff-transferred", count=3)
    (listed,) = heard(slack, bot, "ana")
    seen = words(listed)
    assert says(seen, "es", "notice-transferred", count=3)
    assert slack.person("tom").id in seen
    assert "I am away until May" in seen
    assert seen.index("Acme") < seen.index("Globex") < seen.index("Initech")
    assert can(listed) == {"handoff_show"}
    slack.press("ana", "handoff_show", message=listed)
    assert {"handoff_accept", "handoff_return"} <= can(form(slack, "ana"))
    assert says(command(slack, "ana", "mios", "sales"), "es", "handoff-mine-title", count=3)
    assert says(command(slack, "tom", "transfer", "sales"), "en", "handoff-transfer-none")


@pytest.mark.usefixtures("team")
def test_late_the_owner_hears_in_their_hours_and_can_do_it_there(slack: LocalSlack, bot: RunningBot) -> None:
    move_to(slack, bot, FRIDAY, "16:30")
    handed(slack, bot, "Acme, Laura Pérez: read our guide @ana", to="ana")
    move_to(slack, bot, MONDAY, "17:00")
    slack.wait_for(lambda: len(direct(slack, "ana")) > 1, what="a word to ana that it is late")
    quiet(slack, bot)
    # Her card says it too, and the channel's.
    slack.wait_for(lambda: ":red_circle:" in words(direct(slack, "ana")[0]), what="her card to say that it is late")
    slack.wait_for(lambda: ":red_circle:" in in_channel(slack), what="the channel's to say so")
    _offered, late = direct(slack, "ana")
    assert says(words(late), "es", "late-accept")
    assert can(late) == {"handoff_accept", "handoff_show"}
    slack.press("ana", "handoff_accept", message=late)
    quiet(slack, bot)
    assert only(bot).state == "accepted"
    offered, late = direct(slack, "ana")
    assert says(words(offered), "es", "hstate-accepted")
    assert can(late) == {"handoff_show"}  # what was asked is done, and the message says so
    assert says(words(late), "es", "hstate-accepted")


@pytest.mark.usefixtures("team")
def test_in_the_fast_lane_marketing_and_the_manager_hear_too(slack: LocalSlack, bot: RunningBot) -> None:
    change_member(slack, bot, "tom", backup_id=met(slack, bot, "ana"))
    handed(slack, bot)
    move_to(slack, bot, WEDNESDAY, "11:45")
    for person in ("marta", "carmen", "ana"):
        slack.wait_for(partial(direct, slack, person), what=f"a word to {person}")
    quiet(slack, bot)
    assert says(words(direct(slack, "marta")[-1]), "es", "notice-late-attempt")
    told = direct(slack, "carmen")[-1]
    assert says(words(told), "es", "notice-then-manager")
    assert can(told) == {"handoff_reassign", "handoff_show"}
    told = direct(slack, "ana")[-1]
    assert says(words(told), "es", "notice-then-backup")
    slack.press("ana", "handoff_take", message=told)
    quiet(slack, bot)
    assert only(bot).owner_id == met(slack, bot, "ana")
    assert says(words(direct(slack, "tom")[0]), "en", "handoff-now-with")


@pytest.mark.usefixtures("team")
@pytest.mark.parametrize(
    ("text", "key"),
    [("help", "handoff-help"), ("mien", "handoff-unclear"), ("status Nobody", "handoff-status-none")],
)
def test_questions_and_mistakes_are_answered(slack: LocalSlack, bot: RunningBot, text: str, key: str) -> None:
    assert bot.database is not None
    assert says(command(slack, "tom", text, "sales"), "en", key)


@pytest.mark.usefixtures("team")
def test_route_says_who_would_get_a_lead_and_why(slack: LocalSlack, bot: RunningBot) -> None:
    account = known_account(slack, bot)
    with bot.database.write() as work:
        account.sales_owner_id = met(slack, bot, "tom")
        work.session.add(account)
        work.commit()
    seen = command(slack, "marta", "ruta Acme")
    assert says(seen, "es", "route-goes-account_owner", owner=f"<@{slack.person('tom').id}>")
    assert says(command(slack, "marta", "route Globex"), "es", "route-goes-rotation")


@pytest.mark.usefixtures("team")
def test_a_lead_in_somebodys_hands_is_not_handed_over_twice(slack: LocalSlack, bot: RunningBot) -> None:
    handed(slack, bot)
    seen = command(slack, "marta", "Acme, Laura Pérez: llamó otra vez @ana")
    assert says(seen, "es", "handoff-already")
    assert "llamó otra vez" in seen
    assert len(rows(bot, Handoff)) == 1


@pytest.mark.usefixtures("team")
def test_of_two_who_press_the_slower_one_is_told_who_was_first(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    (posted,) = slack.messages("sales")
    slack.press("carmen", "handoff_show", message=posted)  # she leads sales: she may accept it too
    opened = form(slack, "carmen")
    assert "handoff_accept" in can(opened)
    slack.press("tom", "handoff_accept", message=told)
    slack.press("carmen", "handoff_accept", view=opened)
    slack.wait_for(lambda: len(slack.views("carmen")) > 1, what="the reason on top")
    seen = words(form(slack, "carmen"))
    assert says(seen, "es", "handoff-refused-by", actor=f"<@{slack.person('tom').id}>", state="aceptado")
    assert only(bot).version == 2


@pytest.mark.usefixtures("team")
def test_who_may_not_is_told_whose_it_is_and_whom_to_ask(slack: LocalSlack, bot: RunningBot) -> None:
    told = handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    place = told.conversation
    slack.press("ana", "handoff_accept", message=told)
    seen = words(slack.ephemerals("ana", place)[-1])
    assert says(seen, "es", "handoff-not-allowed", owner=f"<@{slack.person('tom').id}>")
    assert slack.person("carmen").id in seen
    assert only(bot).state == "offered"


@pytest.mark.usefixtures("team")
def test_nobody_at_all_the_lead_is_kept_and_the_manager_asked(slack: LocalSlack, bot: RunningBot) -> None:
    for person in ("ana", "tom", "lucia"):
        change_member(slack, bot, person, team="")
    change_member(slack, bot, "carmen", open_cap=0)
    seen = command(slack, "marta", "Acme, Laura Pérez: read our guide")
    assert says(seen, "es", "handoff-saved-nobody")
    (told,) = heard(slack, bot, "carmen")
    assert says(words(told), "es", "notice-unrouted")
    (posted,) = slack.messages("sales")
    assert says(words(posted), "en", "handoff-nobody", owner=f"<@{slack.person('carmen').id}>")
    assert "handoff_reassign" in can(posted)
    slack.press("carmen", "handoff_reassign", message=posted)
    assert slack.submit(form(slack, "carmen"), "carmen", {"owner": slack.person("tom").id}).ok
    heard(slack, bot, "tom")
    quiet(slack, bot)
    assert says(words(slack.messages("sales")[0]), "en", "hstate-offered", owner=f"<@{slack.person('tom').id}>")


@pytest.mark.usefixtures("team")
def test_six_tries_in_vain_suggest_to_let_it_rest(slack: LocalSlack, bot: RunningBot) -> None:
    handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    for _ in range(6):
        slack.press("tom", "handoff_attempt", message=direct(slack, "tom")[0])
        slack.submit(form(slack, "tom"), "tom", {"attempt_by": "call"})
        quiet(slack, bot)
    assert says(words(direct(slack, "tom")[0]), "en", "handoff-tries-in-vain", count=6)


@pytest.mark.usefixtures("team")
def test_in_a_channel_that_others_read_the_answer_comes_by_dm_and_can_be_pressed_there(
    slack: LocalSlack, bot: RunningBot
) -> None:
    slack.command("marta", "acme-shared", "/traspaso", LINE.replace("@tom", "@ana"))
    (told,) = heard(slack, bot, "marta")
    assert says(words(told), "es", "handoff-saved-to")
    assert slack.messages("acme-shared") == slack.ephemerals("marta", "acme-shared") == []
    slack.press("marta", "handoff_withdraw", message=told)
    quiet(slack, bot)
    assert only(bot).state == "withdrawn"
    assert says(words(direct(slack, "marta")[0]), "es", "hstate-withdrawn")


@pytest.mark.usefixtures("team")
def test_home_shows_my_open_ones_and_they_can_be_accepted_there(slack: LocalSlack, bot: RunningBot) -> None:
    handed(slack, bot, "Acme, Laura Pérez: read our guide @tom")
    slack.open_home("tom")
    home = slack.wait_for(lambda: slack.home("tom"), what="Tom's Home")
    assert isinstance(home, View)
    assert says(words(home), "en", "handoff-mine-title", count=1)
    slack.press("tom", "handoff_accept", view=home)
    slack.wait_for(lambda: slack.views("tom"), what="how it stands now")
    assert says(words(form(slack, "tom")), "en", "hstate-accepted")
    assert only(bot).state == "accepted"
