"""Forgetting what has served: settled notices, sent messages, receipts of requests. Facts are never touched."""

from datetime import datetime, timedelta

from bot.settings import Settings
from domain.values import frozen
from storage import file_exports, file_imports, inbound, kept_forms, labels, mind_calls, notices, outbox
from storage.database import Database

#: Who has not gone on with a form by then will not.
FORMS_KEPT = timedelta(days=3)
#: Slack sends nothing again after an hour; but a form that is kept may be gone on with, and is stored once.
INBOUND_KEPT = FORMS_KEPT + timedelta(days=2)
#: What a month cost is still asked a year later.
MIND_CALLS_KEPT = timedelta(days=400)


@frozen
class Kept:
    """How long the operator has things kept: what was sent to Slack, and texts that went to a mind and came back."""

    sent: timedelta
    mind_texts: timedelta = timedelta(0)


def kept_of(settings: Settings) -> Kept:
    """As the settings say."""
    return Kept(timedelta(days=settings.lazo_retention_days), timedelta(days=settings.lazo_mind_audit_days))


def run_retention(database: Database, now: datetime, kept: Kept) -> int:
    """Drop what is older than ``kept`` (system time); give how much. Dead messages stay until somebody looks."""
    gone = 0
    for forget, moment in (
        (inbound.forget_before, now - INBOUND_KEPT),
        (notices.forget_before, now - kept.sent),
        (outbox.forget_before, now - kept.sent),
        (file_imports.forget_before, now - kept.sent),
        (file_exports.forget_before, now - kept.sent),
        (kept_forms.forget_before, now - FORMS_KEPT),
        (mind_calls.forget_texts_before, now - kept.mind_texts),
        (mind_calls.forget_before, now - MIND_CALLS_KEPT),
        (labels.forget_before, now - FORMS_KEPT),
    ):
        with database.write() as work:
            gone += forget(work, moment)
            work.commit()
    return gone
