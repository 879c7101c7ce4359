"""App Home: published when it is opened, again when what it shows has changed, for nobody who may not be here."""

import json
from functools import partial

from playground.blockkit import view_refusal
from playground.local_slack import LocalSlack
from playground.model import View
from storage import progress
from storage.ids import WorkspaceId
from tests.flow.acts import TUESDAY, answer, form, heard, known_account, met, move_to, says, words
from tests.flow.conftest import RunningBot


def test_whoever_opens_home_finds_it_useful_in_their_language(slack: LocalSlack, bot: RunningBot) -> None:
    for person, locale in (("ana", "es"), ("tom", "en"), ("lucia", "es-MX")):
        seen = opened(slack, person)
        assert view_refusal(seen.source) is None
        assert says(words(seen), locale, "home-greeting", person=f"<@{slack.person(person).id}>")
        assert says(words(seen), locale, "home-empty")


def test_its_buttons_open_their_forms(slack: LocalSlack, bot: RunningBot) -> None:
    home = opened(slack, "tom")
    for number, action in enumerate(("home_log", "handoff_open", "person_open", "time_off_open", "home_help"), 1):
        assert slack.press("tom", action, view=home).ok
        slack.wait_for(partial(shown, slack, number), what=f"the form of {action}")


def test_what_my_logging_led_to_and_what_i_lead(slack: LocalSlack, bot: RunningBot) -> None:
    """Tom reads whom his note reached and what worked since; Marta what became of her lead; Joe finds the settings."""
    met(slack, bot, "tom")
    account, marta = known_account(slack, bot, "Acme", marketing="marta"), met(slack, bot, "marta")
    move_to(slack, bot, TUESDAY, "11:00")
    now, workspace_id = bot.clock.business_now(), WorkspaceId(account.workspace_id)
    with bot.database.write() as work:
        progress.add_step(
            work,
            workspace_id,
            account.id,
            what="send the study",
            owner_id=marta,
            due_on=now.date(),
            by_id=marta,
            now=now,
        )
        work.commit()
    answer(slack, "tom", "sales", "Acme: too expensive, I need a case study")
    assert says(words(opened(slack, "tom")), "en", "led-to-title", days=30)
    slack.advance(180)
    heard(slack, bot, "marta")
    slack.open_home("tom")
    slack.wait_for(lambda: "reached its marketing owner" in words(slack.home("tom")), what="Home to tell of it")
    assert says(words(slack.home("tom")), "en", "led-to-people", people=f"<@{slack.person('marta').id}>")
    assert says(words(slack.home("tom")), "en", "led-to-theme", theme="Price / value", count=1, before=0)
    slack.command("ana", "sales", "/lazo", "objecion")
    typed = {"quote": "too expensive", "theme": "price", "argument": "pay by month", "worked": "yes"}
    assert slack.submit(form(slack, "ana"), "ana", typed).ok
    answer(slack, "marta", "sales", f"Norte, Laura: read our guide <@{slack.person('tom').id}>", "/handoff")
    slack.wait_for(lambda: "pay by month" in words(slack.home("tom")), what="Home to tell what worked")
    seen = words(opened(slack, "marta"))
    assert says(seen, "es", "handoff-home-given", count=1, days=30)
    assert says(seen, "es", "monday-answers", n=1)
    assert says(seen, "es", "monday-steps", n=1)
    assert "send the study" in seen
    assert slack.press("marta", "objection_answer", view=slack.home("marta")).ok
    assert says(words(form(slack, "marta")), "es", "answer-form-title")
    assert "1 a la espera de respuesta" in seen
    assert slack.press("joe", "settings_open", view=opened(slack, "joe")).ok
    assert form(slack, "joe").source["callback_id"] == "settings_form"


def test_an_open_home_follows_what_changes(slack: LocalSlack, bot: RunningBot) -> None:
    move_to(slack, bot, TUESDAY, "11:00")
    home = opened(slack, "ana")
    assert not says(words(home), "es", "home-away")
    slack.command("ana", "sales", "/lazo", "fuera hasta el viernes")
    slack.wait_for(lambda: says(words(slack.home("ana")), "es", "home-away"), what="Home to say that she is out")


def test_what_has_not_changed_is_not_published_again(slack: LocalSlack, bot: RunningBot) -> None:
    first = opened(slack, "ana").hash
    assert bot.parts.homes.refresh() == 1
    opened(slack, "tom")  # comes after hers in the one worker's turn
    home = slack.home("ana")
    assert home is not None
    assert home.hash == first


def test_a_home_that_another_published_is_put_right(slack: LocalSlack, bot: RunningBot) -> None:
    right = words(opened(slack, "ana"))
    other = {"type": "home", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "of another process"}}]}
    bot.parts.client.views_publish(user_id=slack.person("ana").id, view=other)
    slack.open_home("ana")
    slack.wait_for(lambda: words(slack.home("ana")) == right, what="Home to be put right")


def test_a_conflict_is_published_anew(slack: LocalSlack, bot: RunningBot) -> None:
    """The hash that came with the event is old: somebody published in between."""
    opened(slack, "ana")
    other = {"type": "home", "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "of another process"}}]}
    bot.parts.client.views_publish(user_id=slack.person("ana").id, view=other)
    slack.command("ana", "sales", "/lazo", "fuera hasta el viernes")
    slack.wait_for(lambda: says(words(slack.home("ana")), "es", "home-away"), what="Home to be published anew")


def test_guests_and_outsiders_get_none(slack: LocalSlack, bot: RunningBot) -> None:
    for person in ("greg", "olga"):
        met(slack, bot, person)
        slack.open_home(person)
    opened(slack, "tom")
    assert slack.home("greg") is None
    assert slack.home("olga") is None


def test_the_messages_tab_publishes_nothing(slack: LocalSlack, bot: RunningBot) -> None:
    slack.open_home("ana", tab="messages")
    opened(slack, "tom")
    assert slack.home("ana") is None


def test_the_help_is_that_of_the_command(slack: LocalSlack, bot: RunningBot) -> None:
    slack.press("tom", "home_help", view=opened(slack, "tom"))
    assert "/lazo out until friday" in json.dumps(form(slack, "tom").source)


def shown(slack: LocalSlack, count: int) -> bool:
    """Whether Tom has so many modals."""
    return len(slack.views("tom")) == count


def opened(slack: LocalSlack, person: str) -> View:
    """Open somebody's Home and wait until it is there."""
    slack.open_home(person)
    slack.wait_for(lambda: slack.home(person), what=f"Home of {person}")
    home = slack.home(person)
    assert home is not None
    return home
