"""Forgetting what has served: settled notices, sent messages, receipts of requests. Facts are never touched."""

from datetime import datetime, timedelta

from storage import file_imports, inbound, kept_forms, labels, notices, outbox
from storage.database import Database

#: Slack sends nothing again after an hour; a replayed signature is refused after five minutes.
INBOUND_KEPT = timedelta(days=2)
#: Who has not gone on with a form by then will not.
FORMS_KEPT = timedelta(days=3)


def run_retention(database: Database, now: datetime, kept: timedelta) -> int:
    """Drop rows older than ``kept`` (system time); give their number. Dead messages stay until somebody looks."""
    gone = 0
    for forget, moment in (
        (inbound.forget_before, now - INBOUND_KEPT),
        (notices.forget_before, now - kept),
        (outbox.forget_before, now - kept),
        (file_imports.forget_before, now - kept),
        (kept_forms.forget_before, now - FORMS_KEPT),
        (labels.forget_before, now - FORMS_KEPT),
    ):
        with database.write() as work:
            gone += forget(work, moment)
            work.commit()
    return gone
