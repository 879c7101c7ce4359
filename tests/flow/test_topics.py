"""A theme that the notes suggest, through the whole pipe: told in the digest, offered once, decided by a person."""

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col

from playground.local_slack import LocalSlack
from storage.tables import Member, Objection, Topic
from tests.digest_rows import DigestRows
from tests.flow.acts import form, heard, met, move_to, only_row, quiet, receipt, rows, says, the_workspace, words
from tests.flow.conftest import RunningBot

PAST = ("es muy caro", "no tienen presupuesto", "they need approval", "happy with excel", "the contract is long")
SSO = ("wants SSO", "piden SSO con Okta", "no SSO no deal", "el SSO es obligatorio")


def test_a_new_theme_is_offered_once_and_counted_when_somebody_takes_it_up(slack: LocalSlack, bot: RunningBot) -> None:
    _lead_marketing(bot, met(slack, bot, "carmen"))
    monday = move_to(slack, bot, 0, "10:30")
    made = DigestRows.in_workspace(bot.database, the_workspace(slack, bot))
    for number in range(25):
        made.objection(monday - timedelta(days=50 + number), None, PAST[number % len(PAST)])
    for number, quote in enumerate(SSO):
        made.objection(monday - timedelta(days=3 + number), None, quote, account_id=made.account(f"Company {number}"))
    slack.command("joe", "revenue-review", "/digest", "now")
    quiet(slack, bot)
    digest = " ".join(words(message) for message in slack.messages("revenue-review"))
    assert says(digest, "en", "digest-emerging", n=4, before=0)
    assert "Company 0" in digest
    assert only_row(bot, Topic).state == "proposed"  # nothing becomes a theme by itself

    (offer,) = heard(slack, bot, "carmen")
    assert says(words(offer), "es", "topic-offered", n=4, label="SSO")
    assert SSO[0] in words(offer)
    slack.press("carmen", "topic_follow", message=offer)
    slack.wait_for(lambda: only_row(bot, Topic).state == "followed", what="the decision")

    code = f"own_{only_row(bot, Topic).id}"
    seen = slack.command("joe", "revenue-review", "/digest", "preview")
    assert says(words(seen.response), "en", "digest-by-words", label="SSO")
    assert not says(words(seen.response), "en", "digest-emerging", n=4, before=0)
    slack.command("joe", "revenue-review", "/digest", "resend")
    quiet(slack, bot)
    assert len(rows(bot, Topic)) == 1

    _is_used_like_any_other(slack, bot, code)
    _is_retired_and_stays_where_it_was_used(slack, bot)


def _is_used_like_any_other(slack: LocalSlack, bot: RunningBot, code: str) -> None:
    # A line that says it and has no theme of the product's gets it; whoever wrote it may choose another, or it again.
    said = slack.command("ana", "sales", "/objection", "Acme: quieren SSO en la nube")
    assert [each.theme for each in _latest(bot)] == [code]
    assert "SSO" in _offered(said.response)
    assert not _latest(bot)[0].theme_confirmed  # read by a rule: no label
    slack.command("ana", "sales", "/objection", "Globex: es carísimo")
    slack.press("ana", "objection_theme", message=receipt(slack, "ana"), value=f"{code}")
    slack.wait_for(lambda: _latest(bot)[0].theme_confirmed, what="the theme that was chosen")
    slack.command("ana", "sales", "/objection")
    assert "SSO" in _offered(form(slack, "ana").source)
    slack.submit(form(slack, "ana"), "ana", {"quote": "sin Okta no firman", "theme": code})
    assert [(each.theme, each.theme_confirmed) for each in _latest(bot)] == [(code, True)]

    assert "*SSO* · 3" in words(slack.command("ana", "sales", "/objection", "top").response)
    assert "carísimo" in words(slack.command("ana", "sales", "/objection", "search sso").response)
    move_to(slack, bot, 0, "10:30")  # the week in which it was chosen is over
    seen = slack.command("joe", "revenue-review", "/digest", "preview")
    assert "*SSO*: 3" in words(seen.response)


def _is_retired_and_stays_where_it_was_used(slack: LocalSlack, bot: RunningBot) -> None:
    listed = slack.command("ana", "sales", "/objection", "temas")
    assert says(words(listed.response), "es", "themes-line", label="SSO", count=3)
    assert "theme_retire" not in str(listed.response)  # who logs does not decide
    slack.command("carmen", "sales", "/objection", "temas")
    slack.press("carmen", "theme_retire", message=receipt(slack, "carmen"))
    slack.wait_for(lambda: only_row(bot, Topic).state == "retired", what="the theme retired")
    slack.command("ana", "sales", "/objection")
    assert "SSO" not in _offered(form(slack, "ana").source)
    slack.close_view(form(slack, "ana"), "ana")
    assert "*SSO* · 3" in words(slack.command("ana", "sales", "/objection", "top").response)
    shown = receipt(slack, "ana")
    assert shown.ephemeral_to is not None
    slack.command("joe", "revenue-review", "/digest", "resend")
    quiet(slack, bot)
    assert only_row(bot, Topic).state == "retired"


def _latest(bot: RunningBot) -> list[Objection]:
    return sorted(rows(bot, Objection), key=lambda each: each.id)[-1:]


def _offered(shown: object) -> list[str]:
    """The labels of the theme menu in an answer or a form."""
    if isinstance(shown, list):
        return [label for each in shown for label in _offered(each)]
    if not isinstance(shown, dict):
        return []
    options = shown.get("options") or []
    if any(option["value"] == "price" for option in options):
        return [option["text"]["text"] for option in options]
    return [label for each in shown.values() for label in _offered(each)]


def _lead_marketing(bot: RunningBot, member_id: int) -> None:
    with bot.database.write() as work:
        work.connection.execute(
            update(Member)
            .where(col(Member.id) == member_id)
            .values(team="marketing", is_manager=True)
            .execution_options(all_workspaces="the test has one")
        )
        work.commit()
