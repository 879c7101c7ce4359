"""Files of accounts that people asked for: made of the accounts as they stand then, and shown in their DM.

One at a time, in a thread of its own: Slack may be slow. Killed in between, the next process goes on where the row
stands; what Slack has already is not uploaded again.
"""

import io
import random
from datetime import timedelta
from typing import Final

import structlog

from bot.clock import Clock
from bot.delivery.backoff import MOST_ATTEMPTS, pause_after
from bot.files import FileNotReachedError, FileRefusedError, SlackFiles
from bot.jobs.worker import Worker
from commands.i18n import Say, Texts
from commands.importing import messages
from commands.importing.account_file import ENCODING, write_accounts
from domain.values import frozen
from storage import file_exports, outbox, people
from storage.database import Database
from storage.ids import WorkspaceId
from storage.tables import FileExport, Member

LEASE: Final = timedelta(minutes=5)

_log = structlog.get_logger(__name__)


@frozen
class _Work:
    """One claimed file, and the person who asked for it."""

    export: FileExport
    member: Member
    say: Say


class FileExports(Worker):
    """Works on files that were asked for whenever the pulse asks."""

    def __init__(self, database: Database, texts: Texts, files: SlackFiles, clock: Clock) -> None:
        super().__init__("exports")
        self._database = database
        self._texts = texts
        self._files = files
        self._clock = clock
        self._random = random.Random()  # noqa: S311 - spreads retries, guards nothing

    def _anything_due(self) -> bool:
        with self._database.read() as connection:
            return file_exports.anything_due(connection, self._clock.system_now())

    def _work_on_next(self) -> bool:
        with self._database.write() as work:
            export = file_exports.claim(work, self._clock.system_now(), LEASE)
            work.commit()
        if export is None:
            return False
        with self._database.read() as connection:
            member = people.get_member(connection, WorkspaceId(export.workspace_id), export.member_id)
        task = _Work(export, member, self._texts.into(member.locale))
        try:
            if export.state == "asked":
                self._make(task)
            else:
                self._show(task)
        except FileRefusedError as error:
            self._give_up(task, error.code)
        except FileNotReachedError as error:
            self._try_later(task, str(error))
        return True

    def _make(self, task: _Work) -> None:
        """The accounts as they stand, brought to Slack and shown to nobody yet."""
        out = io.StringIO(newline="")
        with self._database.read() as connection:
            count = write_accounts(out, connection, WorkspaceId(task.export.workspace_id), task.say)
        name = f"{task.say('export-file-name')}-{self._clock.business_now().date().isoformat()}.csv"
        file_id = self._files.upload(name, out.getvalue().encode(ENCODING))
        self._settle(task, state="uploaded", slack_file_id=file_id, rows=count, attempts=0)

    def _show(self, task: _Work) -> None:
        export = task.export
        channel = self._files.direct_channel(task.member.slack_user_id)
        comment = task.say("export-done", count=export.rows or 0)
        self._files.share(export.slack_file_id or "", task.say("export-title"), channel, None, comment=comment)
        self._settle(task, state="done")

    def _try_later(self, task: _Work, reason: str) -> None:
        if task.export.attempts >= MOST_ATTEMPTS:
            self._give_up(task, "not_reached")
            return
        _log.info("export_tried_later", file_export=task.export.id, reason=reason[:200])
        pause = pause_after(task.export.attempts, spread=self._random)
        self._settle(task, next_attempt_at=self._clock.system_now() + pause)

    def _give_up(self, task: _Work, code: str) -> None:
        """No later try would help: say so in words."""
        _log.warning("export_refused", file_export=task.export.id, reason=code)
        body = messages.plain_message(task.say("export-refused"))
        told = outbox.Outgoing("reply", f"export:{task.export.id}", task.member.slack_user_id, body)
        self._settle(task, told, state="refused", problem=code)

    def _settle(self, task: _Work, told: outbox.Outgoing | None = None, **values: object) -> None:
        """Write what came of a step, unless another process took it over: then nothing of ours is kept."""
        now = self._clock.system_now()
        with self._database.write() as work:
            if not file_exports.settle(work, task.export, now, **values):
                _log.warning("export_taken_over", file_export=task.export.id)
                return
            if told is not None:
                outbox.enqueue(work, WorkspaceId(task.export.workspace_id), told, now)
            work.commit()
