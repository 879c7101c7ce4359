"""`/lazo settings`, help, and `/lazo` in front of the other commands."""

import json

import pytest
from sqlalchemy import select
from sqlmodel import col

from playground.local_slack import LocalSlack
from playground.model import Json, View
from storage.tables import AuditEvent, Workspace
from tests.flow.conftest import RunningBot


def test_an_admin_sets_the_marketing_channel_and_sees_what_changed(slack: LocalSlack, bot: RunningBot) -> None:
    channel = slack.conversation("marketing").id
    saved = slack.submit(open_form(slack), "joe", {"channel": channel, "zone": "mexico city", "language": "es-MX"})
    assert saved.view is not None
    assert channel in json.dumps(saved.view)
    workspace = stored(bot)
    assert (workspace.marketing_channel, workspace.tz, workspace.locale) == (channel, "America/Mexico_City", "es-MX")
    assert not workspace.guests_allowed
    with bot.database.read() as connection:
        data = connection.execute(select(col(AuditEvent.data))).scalar_one()
    assert json.loads(data)["after"]["marketing_channel"] == channel


def test_the_guests_box_and_an_emptied_channel_are_stored(slack: LocalSlack, bot: RunningBot) -> None:
    slack.submit(open_form(slack), "joe", {"channel": slack.conversation("marketing").id, "guests": ["yes"]})
    close_all(slack)
    assert stored(bot).guests_allowed
    slack.submit(open_form(slack), "joe", {"channel": None, "guests": []})
    assert stored(bot).marketing_channel is None
    assert not stored(bot).guests_allowed


def test_others_are_told_whom_to_ask(slack: LocalSlack, bot: RunningBot) -> None:
    slack.command("joe", "sales", "/lazo", "help")  # so that the bot has met an admin
    shown = words(slack.command("ana", "sales", "/lazo", "ajustes").response)
    assert slack.person("joe").id in shown
    assert not slack.views("ana")


def test_a_zone_that_is_none_suggests_the_nearest(slack: LocalSlack, bot: RunningBot) -> None:
    refused = slack.submit(open_form(slack), "joe", {"zone": "Europe/Madird"})
    assert "Europe/Madrid" in refused.errors["zone"]
    assert stored(bot).version == 1


def test_a_channel_without_the_bot_is_refused_below_its_field(slack: LocalSlack, bot: RunningBot) -> None:
    lonely = slack.add_channel("lonely", ["joe"], with_app=False)
    refused = slack.submit(open_form(slack), "joe", {"channel": lonely.id})
    assert "/invite" in refused.errors["channel"]
    assert stored(bot).marketing_channel is None


def test_a_channel_shared_with_others_is_refused(slack: LocalSlack, bot: RunningBot) -> None:
    refused = slack.submit(open_form(slack, "carmen"), "carmen", {"channel": slack.conversation("acme-shared").id})
    assert set(refused.errors) == {"channel"}


def test_an_archived_channel_is_refused_for_what_it_is(slack: LocalSlack, bot: RunningBot) -> None:
    old = slack.add_channel("old-campaigns", ["joe"])
    old.is_archived = True
    refused = slack.submit(open_form(slack), "joe", {"channel": old.id})
    assert "archived" in refused.errors["channel"]
    assert "/invite" not in refused.errors["channel"]


def test_settings_that_cross_are_refused_with_what_stands(slack: LocalSlack, bot: RunningBot) -> None:
    hers, his = open_form(slack, "carmen"), open_form(slack, "joe")
    slack.submit(hers, "carmen", {"language": "es"})
    refused = slack.submit(his, "joe", {"language": "es-MX"})
    assert stored(bot).locale == "es"
    assert refused.view is not None
    assert slack.submit(slack.views("joe")[-1], "joe", {"language": "es-MX"}).ok
    assert stored(bot).locale == "es-MX"


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("digest", "/lazo digest preview"),
        ("resumen", "/lazo digest preview"),
        ("/digest help", "digest preview"),
        ("Cuentas", "/lazo account Acme"),
        ("objection help", "HubSpot is cheaper"),
    ],
)
def test_a_command_by_either_name_reaches_its_slice(
    slack: LocalSlack, bot: RunningBot, typed: str, expected: str
) -> None:
    assert expected in words(slack.command("tom", "sales", "/lazo", typed).response)


def test_an_objection_by_lazo_is_an_objection(slack: LocalSlack, bot: RunningBot) -> None:
    shown = words(slack.command("tom", "sales", "/lazo", "objection Acme: they say it is too dear").response)
    assert "they say it is too dear" in shown
    assert "objection_undo" in shown


def test_a_mistyped_word_names_the_nearest_and_gives_the_text_back(slack: LocalSlack, bot: RunningBot) -> None:
    shown = words(slack.command("tom", "sales", "/lazo", "objektion Acme: too dear <!channel>").response)
    assert "/lazo objection Acme: too dear &lt;!channel&gt;" in shown
    assert "objektion Acme: too dear" in shown


def test_help_shows_each_command_and_settings_to_admins_alone(slack: LocalSlack, bot: RunningBot) -> None:
    for_all = words(slack.command("tom", "sales", "/lazo").response)
    assert all(f"/lazo {word}" in for_all for word in ("objection", "digest", "account"))
    assert "/lazo settings" not in for_all
    assert "/lazo ajustes" in words(slack.command("carmen", "sales", "/lazo", "ayuda").response)


def test_in_a_shared_channel_help_comes_by_dm(slack: LocalSlack, bot: RunningBot) -> None:
    assert slack.command("ana", "acme-shared", "/lazo", "ayuda").response is None
    direct = slack.dm_with_app("ana")
    slack.wait_for(lambda: slack.messages(direct), what="the answer by DM")


def open_form(slack: LocalSlack, person: str = "joe") -> View:
    slack.command(person, "marketing", "/lazo", "settings")
    slack.wait_for(lambda: slack.views(person), what="the form")
    return slack.views(person)[-1]


def close_all(slack: LocalSlack) -> None:
    for view in list(slack.views("joe")):
        slack.close_view(view, "joe", is_cleared=True)


def words(body: Json | None) -> str:
    assert body is not None
    return json.dumps(body, ensure_ascii=False)


def stored(bot: RunningBot) -> Workspace:
    with bot.database.read() as connection:
        (row,) = connection.execute(select(Workspace)).mappings().all()
    return Workspace(**row)
