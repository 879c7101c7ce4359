"""The digest's last section: what somebody has to decide, from what the review found, and what is past its day."""

from collections.abc import Sequence
from typing import Final

from commands import and_more, blocks
from commands.blocks import Json
from commands.digest.account_section import called
from commands.digest.reviews_section import unreviewed_rows
from commands.i18n import Say
from domain.account_review import Decision
from domain.account_week import ReviewedAccount
from domain.digest import WeeklyDigest

#: Accounts named for each question; the others are counted, and have their replies below.
_NAMED: Final = 6
#: Characters of names within one sentence: of a longer one the translation would leave all of them out.
_NAMES_LENGTH: Final = 2_000


def decision_rows(digest: WeeklyDigest, say: Say, *, whole: bool = False) -> list[Json]:
    """The section; nothing in a week that asks for nothing. An account is asked about once, the most pressing first.

    ``whole`` is for people who are not in Slack.
    """
    asked = [*digest.accounts.stalled, *digest.accounts.asking, *digest.accounts.moved]
    lines = []
    for decision in Decision:
        accounts = [each for each in asked if each.review.decisions[:1] == (decision,)]
        if accounts:
            lines.append(
                say(f"digest-decide-{decision.value}", n=len(accounts), accounts=_named(accounts, say, whole=whole))
            )
    late = unreviewed_rows(digest, say, whole=whole)
    if not lines:
        return late
    # One section of the message: what is past its day follows without a line of its own across.
    return [blocks.divider(), blocks.section("\n".join([say("digest-decisions"), *lines])), *late[1:]]


def confirmed_row(digest: WeeklyDigest, say: Say, *, whole: bool = False) -> list[Json]:
    """Which accounts their owners confirmed before the review; nothing where nobody was asked."""
    confirmed, missing = digest.accounts.confirmed, digest.accounts.unconfirmed
    if not confirmed and not missing:
        return []
    said = say("digest-accounts-confirmed", n=len(confirmed), total=len(confirmed) + len(missing))
    if missing:
        said = f"{said} · {say('digest-accounts-unconfirmed', accounts=_named(missing, say, whole=whole))}"
    return [blocks.context(said)]


def _named(accounts: Sequence[ReviewedAccount], say: Say, *, whole: bool) -> str:
    shown: list[str] = []
    for each in accounts if whole else accounts[:_NAMED]:
        name = called(each, say)
        if sum(map(len, shown)) + len(name) > _NAMES_LENGTH:
            break
        shown.append(name)
    return ", ".join([*shown, *and_more.words(say, len(accounts) - len(shown))])
