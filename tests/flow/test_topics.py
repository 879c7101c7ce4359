"""A theme that the notes suggest, through the whole pipe: told in the digest, offered once, decided by a person."""

from datetime import timedelta

from sqlalchemy import update
from sqlmodel import col

from playground.local_slack import LocalSlack
from storage.tables import Member, Topic
from tests.digest_rows import DigestRows
from tests.flow.acts import heard, met, move_to, only_row, quiet, rows, says, the_workspace, words
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

    seen = slack.command("joe", "revenue-review", "/digest", "preview")
    assert "*SSO*: 4" in words(seen.response)
    assert not says(words(seen.response), "en", "digest-emerging", n=4, before=0)
    slack.command("joe", "revenue-review", "/digest", "resend")
    quiet(slack, bot)
    assert len(rows(bot, Topic)) == 1


def _lead_marketing(bot: RunningBot, member_id: int) -> None:
    with bot.database.write() as work:
        work.connection.execute(
            update(Member)
            .where(col(Member.id) == member_id)
            .values(team="marketing", is_manager=True)
            .execution_options(all_workspaces="the test has one")
        )
        work.commit()
