"""Figures in the documents that are constants of the code."""

from datetime import timedelta

import pytest

from bot import channels, people, scheduler, wiring
from bot.cli import outbox as outbox_command
from bot.delivery import backoff, deliverer, slack_sender
from bot.jobs.retention import INBOUND_KEPT
from bot.settings import Settings
from commands.objection import actions, answers
from commands.replies import SLACK_TIMEOUT_SECONDS
from domain import digest, metrics
from domain.calendars import STANDARD_END, STANDARD_START
from domain.handoff import PAUSE_REMINDED_AFTER
from domain.recognition import ACCOUNT_NAME_LIMIT
from storage.database import WRITE_WAIT_SECONDS
from storage.search import INDEXED_WORDS
from tests.docs.documents import GUIDES, guide, read

OPERATIONS = "docs/operations.md"
SLOWEST = sum(
    min(backoff.LONGEST_SECONDS, backoff.FIRST_SECONDS * 2**tries) for tries in range(backoff.MOST_ATTEMPTS - 1)
)


def minutes(span: timedelta) -> int:
    """Whole minutes."""
    return span // timedelta(minutes=1)


@pytest.mark.parametrize(
    ("document", "sentence"),
    [
        (OPERATIONS, f"for {deliverer.LEASE.seconds} seconds at a time"),
        (OPERATIONS, f"{backoff.MOST_ATTEMPTS} tries with pauses that double from {backoff.FIRST_SECONDS:.0f}"),
        (OPERATIONS, f"to {backoff.LONGEST_SECONDS / 60:.0f} minutes, each shortened"),
        (OPERATIONS, f"about {SLOWEST / 120:.0f} to {SLOWEST / 60:.0f} minutes in all"),
        (OPERATIONS, f"at most {slack_sender._PAGES * 100} messages"),
        (OPERATIONS, f"within {scheduler._SOON_SECONDS * 1000:.0f} ms of a commit"),
        (OPERATIONS, f"every {wiring._DIGEST_EVERY.seconds} seconds"),
        (OPERATIONS, f"at start, then every {wiring._MEMBERS_EVERY.seconds // 3600} hours"),
        (OPERATIONS, f"`LAZO_RETENTION_DAYS` ({Settings.model_fields['lazo_retention_days'].default}, at least 7)"),
        (OPERATIONS, f"receipts of Slack's requests after {INBOUND_KEPT.days} days"),
        (OPERATIONS, f"stood still for {PAUSE_REMINDED_AFTER.days} days"),
        (OPERATIONS, f"paused {PAUSE_REMINDED_AFTER.days} days ago"),
        ("en", f"After {PAUSE_REMINDED_AFTER.days} days you are reminded"),
        ("es", f"A los {PAUSE_REMINDED_AFTER.days} días se te recuerda"),
        (OPERATIONS, f"waits at most {WRITE_WAIT_SECONDS} seconds"),
        (OPERATIONS, f"every {channels._KEEP_SECONDS / 60:.0f} minutes and one `users.info`"),
        (OPERATIONS, f"{people.LOOKUP_SECONDS} second at most each"),
        (OPERATIONS, f"within a request end after {SLACK_TIMEOUT_SECONDS}."),
        (OPERATIONS, f"{deliverer._AT_ONCE} for sending"),
        (OPERATIONS, f"`LAZO_LISTENER_THREADS` ({Settings.model_fields['lazo_listener_threads'].default})"),
        (OPERATIONS, f"than {minutes(digest.LATE_AFTER)} minutes late"),
        (OPERATIONS, f"the newest {outbox_command.show.__defaults__[-1] if outbox_command.show.__defaults__ else ''}"),
        ("docs/decisions/0006-stems-are-stored.md", f"Only the first {INDEXED_WORDS} words"),
        ("en", f"up to {ACCOUNT_NAME_LIMIT} characters"),
        ("es", f"hasta {ACCOUNT_NAME_LIMIT} caracteres"),
        ("en", f"last {answers.TOP_PERIOD.days} days"),
        ("es", f"últimos {answers.TOP_PERIOD.days} días"),
        ("en", f"{STANDARD_START // 60:02d}:00 to {STANDARD_END // 60}:00"),
        ("es", f"de {STANDARD_START // 60:02d}:00 a {STANDARD_END // 60}:00"),
        ("en", f"fewer than {metrics.MINIMUM_N} cases"),
        ("es", f"menos de {metrics.MINIMUM_N} casos"),
        ("en", f"had {metrics.COHORT_DAYS} days or more to close"),
        ("es", f"tuvo {metrics.COHORT_DAYS} días o más para cerrar"),
    ],
)
def test_a_figure_is_the_codes(document: str, sentence: str) -> None:
    """When a constant changes, the sentence that tells it is asked for; a language stands for its whole guide."""
    text = guide(document) if document in GUIDES else read(document)
    assert sentence in " ".join(text.split())


def test_a_minute_and_ten_are_told_in_words() -> None:
    """The guides say "within a minute", "your last ten" and "the two themes", operations "five minutes before"."""
    assert timedelta(minutes=1) == actions.SAME_TEXT_WINDOW
    assert answers.LIST_LIMIT == 10
    assert digest.HIGHLIGHTS == 2
    assert minutes(slack_sender._LOOK_BACK) == 5
