"""The stages that a team agrees on, in Slack: renamed, limited, retired; and what marketing hears of a change."""

import json

from playground.local_slack import LocalSlack
from playground.model import View
from storage.tables import AuditEvent, Notice, SalesStage, StageChange
from tests.flow.acts import (
    THURSDAY,
    WEDNESDAY,
    answer,
    form,
    heard,
    known_account,
    met,
    move_to,
    rows,
    set_workspace,
    words,
)
from tests.flow.conftest import RunningBot


def test_from_agreed_stages_to_what_marketing_gives(slack: LocalSlack, bot: RunningBot) -> None:
    """An admin renames a stage and says what marketing does there; Marta hears of it when an account gets there."""
    set_workspace(slack, bot, locale="en")
    met(slack, bot, "joe")
    known_account(slack, bot, "Acme", marketing="marta")
    move_to(slack, bot, WEDNESDAY, "10:00")
    staged(slack, "joe", "Acme", "proposal")

    agreed = opened(slack, "joe")
    assert "One account stands here: Acme" in words(agreed)
    choose(slack, "joe", "edit", "proposal")
    named = {"stage_name": "Offer <!here>", "stage_limit": "5", "support_text": "A security dossier"}
    assert slack.submit(form(slack, "joe"), "joe", named).ok
    assert "*4. Offer &lt;!here&gt;* · limit 5 days" in words(form(slack, "joe"))
    slack.press("joe", "stages_new", view=form(slack, "joe"))
    refused = slack.submit(form(slack, "joe"), "joe", {"stage_name": " NEGOCIACIÓN", "stage_limit": "0"})
    assert set(refused.errors) == {"stage_limit"}
    refused = slack.submit(form(slack, "joe"), "joe", {"stage_name": " negociacion", "stage_limit": ""})
    assert set(refused.errors) == {"stage_name"}
    assert slack.submit(form(slack, "joe"), "joe", {"stage_name": "Pilot", "stage_limit": ""}).ok
    assert "*7. Pilot* · no limit" in words(form(slack, "joe"))
    (pilot,) = [stage for stage in rows(bot, SalesStage) if stage.name == "Pilot"]
    assert rows(bot, StageChange)[0].stage == "proposal"

    staged(slack, "joe", "Acme", "negotiation", asks=True)
    (told,) = heard(slack, bot, "marta")  # at once, and what was to stand in the list is told with it
    assert "Ventas necesita ya el apoyo de marketing" in words(told)
    assert "*Acme*: Offer &lt;!here&gt; → *Negociación*" in words(told)
    staged(slack, "joe", "Acme", pilot.code)
    move_to(slack, bot, THURSDAY, "09:30")
    (_, told) = heard(slack, bot, "marta", 2)
    assert "Una cuenta ha cambiado de fase" in words(told)
    assert "*Acme*: Negociación → *Pilot*" in words(told)
    assert "dar a conocer la marca" in words(told)
    assert [notice.state for notice in rows(bot, Notice) if notice.kind == "stage_told"] == [
        "dropped",
        "released",
        "released",
    ]

    preview = answer(slack, "joe", "sales", "preview", "/digest")
    assert "own_" not in preview
    assert [event.action for event in rows(bot, AuditEvent) if event.action.startswith("stage_a")] == [
        "stage_agreed",
        "stage_added",
    ]


def test_a_stage_with_open_deals_is_retired_and_nobody_overwrites_another(slack: LocalSlack, bot: RunningBot) -> None:
    met(slack, bot, "joe")
    known_account(slack, bot, "Acme")
    staged(slack, "ana", "Acme", "demo")
    opened(slack, "joe")
    choose(slack, "joe", "edit", "demo")
    stale = form(slack, "joe")
    choose(slack, "carmen", "retire", "demo", opened(slack, "carmen"))
    assert "Acme" in words(form(slack, "carmen"))  # who stands there, before it is done
    assert slack.submit(form(slack, "carmen"), "carmen").ok
    slack.submit(stale, "joe", {"stage_name": "Show"})
    assert "*not* saved" in words(form(slack, "joe"))
    assert [stage.name for stage in rows(bot, SalesStage)] == [None] * 6

    slack.command("ana", "sales", "/account", "Acme")
    assert "Demo (ya no se usa)" in words(form(slack, "ana"))
    slack.press("ana", "stage_change", view=form(slack, "ana"))
    select = json.dumps(form(slack, "ana").source)
    assert '"value": "proposal"' in select
    assert '"value": "demo"' not in select
    opened(slack, "tom")
    assert "stages_act" not in json.dumps(form(slack, "tom").source)  # who decides nothing gets no menus


def opened(slack: LocalSlack, person: str) -> View:
    """The list of stages in front of this person."""
    assert slack.command(person, "sales", *(("/cuenta", "etapas") if person == "carmen" else ("/lazo", "stages"))).ok
    return form(slack, person)


def choose(slack: LocalSlack, person: str, act: str, code: str, view: View | None = None) -> None:
    """Choose from a stage's menu."""
    value = f"{act}:{code}:1"
    shown = view or form(slack, person)
    assert slack.press(person, "stages_act", view=shown, block_id=f"stage:{code}", value=value).ok


def staged(slack: LocalSlack, person: str, account: str, stage: str, *, asks: bool = False) -> None:
    """Say on the card where the account stands."""
    assert slack.command(person, "sales", "/account", account).ok
    slack.press(person, "stage_change", view=form(slack, person))
    said = {"stage": stage, **({"ask": ["yes"]} if asks else {})}
    assert not slack.submit(form(slack, person), person, said).errors
