"""Dropped files: read for their preview, stored once the person said so, and what is to be looked at given back.

One file at a time, in a thread of its own: reading and storing take longer than a pulse may. Every step ends in one
transaction that also tells the person; killed in between, the next process goes on where the row stands.
"""

import hashlib
import json
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import timedelta
from pathlib import Path
from typing import Final

import structlog

from bot.clock import Clock
from bot.delivery.backoff import MOST_ATTEMPTS, pause_after
from bot.files import FileNotReachedError, FileRefusedError, SlackFiles
from bot.jobs.worker import Worker
from commands.blocks import Json
from commands.i18n import Say, Texts
from commands.importing import messages
from commands.importing.account_chunks import plan_accounts
from commands.importing.actions import ImportOutcome, import_file
from commands.importing.deciding import SUBJECT, message_of
from commands.importing.plan import ImportPlan, headings_key
from commands.importing.preview import Reader, headings_of, preview_file, wanted_of
from commands.importing.problems import Finding, WholeFileError
from commands.importing.results import Stored
from commands.importing.returned import report_name, write_returned
from commands.importing.rows import RecordRow
from domain.values import frozen
from storage import file_imports, outbox, people, posted
from storage.database import Database
from storage.ids import WorkspaceId
from storage.tables import FileImport, Member
from storage.unit_of_work import UnitOfWork

#: The largest file that is taken from Slack. Larger ones go through the command line.
MOST_MEGABYTES: Final = 10
_MEGABYTE: Final = 1_000_000
#: From this size on reading takes long enough that the person is told of it.
_LARGE: Final = 500_000
#: Reading the largest file takes a fraction of it; storing renews it with every chunk.
LEASE: Final = timedelta(minutes=5)
#: Seconds between two chunks, in which other processes write to the same SQLite file.
_PAUSE: Final = 0.03

_log = structlog.get_logger(__name__)


class LeaseLostError(Exception):
    """Another process took the file over while we were at it. Nothing of our last step is kept."""


class InterruptedImportError(Exception):
    """The database was too busy to go on; what was stored stays."""


@frozen
class _Work:
    """One claimed file, and the person who dropped it."""

    file: FileImport
    member: Member
    say: Say

    @property
    def workspace_id(self) -> WorkspaceId:
        return WorkspaceId(self.file.workspace_id)


class FileImports(Worker):
    """Works on dropped files whenever the pulse asks."""

    def __init__(self, database: Database, texts: Texts, files: SlackFiles, clock: Clock) -> None:
        super().__init__("imports")
        self._database = database
        self._texts = texts
        self._files = files
        self._clock = clock
        self._random = random.Random()  # noqa: S311 - spreads retries, guards nothing

    def _anything_due(self) -> bool:
        with self._database.read() as connection:
            return file_imports.anything_due(connection, self._clock.system_now())

    def _work_on_next(self) -> bool:
        with self._database.write() as work:
            file = file_imports.claim(work, self._clock.system_now(), LEASE)
            work.commit()
        if file is None:
            return False
        with self._database.read() as connection:
            member = people.get_member(connection, WorkspaceId(file.workspace_id), file.member_id)
        task = _Work(file, member, self._texts.into(member.locale))
        steps: dict[str, Callable[[_Work], None]] = {
            "received": self._preview,
            "confirmed": self._import,
            "reporting": self._report,
        }
        try:
            if file.attempts > MOST_ATTEMPTS:
                self._give_up(task, "interrupted")
            else:
                steps[file.state](task)
        except (WholeFileError, FileRefusedError) as error:
            self._refuse(task, error.code)
        except (FileNotReachedError, InterruptedImportError) as error:
            self._try_later(task, str(error))
        except LeaseLostError:
            _log.warning("import_taken_over", file_import=file.id)
        return True

    # -- the three steps ---------------------------------------------------------------------

    def _preview(self, task: _Work) -> None:
        file, member = task.file, task.member
        with self._fetched(task) as (path, digest):
            remembered = self._remembered(task, path)
            preview = preview_file(
                path,
                file.name,
                ImportPlan.load(file.plan),
                remembered,
                Reader(member.locale, member.tz),
                self._clock.business_now(),
                lambda rows, columns: self._compared(task, rows, columns),
            )
        body = messages.preview_message(task.say, member.tz, file.name, preview, f"{file.id}:{file.version}")
        self._settle(task, body, state="waiting", digest=digest, plan=preview.plan.dump(), attempts=0)

    def _import(self, task: _Work) -> None:
        file = task.file
        with self._fetched(task) as (path, digest):
            if digest != file.digest:
                # Not what the person saw: it is previewed anew.
                self._settle(task, None, state="received", version=file.version + 1)
                return
            plan = ImportPlan.load(file.plan)
            target = path.with_name("returned.csv")
            returned = 0

            def report(findings: Iterator[Finding]) -> None:
                nonlocal returned
                reading = plan.reading
                returned = write_returned(
                    target, path, reading.get("encoding"), reading.get("delimiter"), findings, task.say
                )

            outcome = import_file(
                self._database,
                task.workspace_id,
                wanted_of(plan, path, file.name, file.member_id),
                now=self._clock.business_now(),
                report=report,
                pause=(lambda: time.sleep(_PAUSE)) if self._database.is_sqlite else (lambda: None),
                carried=Stored(**json.loads(file.progress)),
                keep=lambda work, stored: self._keep(work, file, stored),
            )
            if outcome.stopped is not None:
                raise InterruptedImportError(outcome.stopped)
            self._finish(task, outcome, target.read_bytes() if returned else None)

    def _finish(self, task: _Work, outcome: ImportOutcome, report: bytes | None) -> None:
        """Tell the counts; the report is with Slack by then, and shown right after."""
        file, report_id = task.file, None
        if report is not None:
            try:
                report_id = self._files.upload(report_name(file.name), report)
            except FileRefusedError as error:
                _log.warning("report_refused", file_import=file.id, reason=error.code)
        returned = None if report is None else report_id is not None
        body = messages.done_message(task.say, file.name, outcome, returned=returned)
        state = "reporting" if report_id is not None else "done"
        self._settle(task, body, state=state, report_file_id=report_id, version=file.version + 1, attempts=0)

    def _report(self, task: _Work) -> None:
        file = task.file
        with self._database.read() as connection:
            message = posted.posted_message(connection, task.workspace_id, SUBJECT, file.id, file.channel)
        title = task.say("import-report-title", name=file.name)
        self._files.share(file.report_file_id or "", title, file.channel, message.ts if message else None)
        self._settle(task, None, state="done")

    # -- how a step ends ---------------------------------------------------------------------

    def _settle(self, task: _Work, body: Json | None, **values: object) -> None:
        """Write what came of a step together with the message that tells it."""
        now = self._clock.system_now()
        with self._database.write() as work:
            if not file_imports.settle(work, task.file, now, **values):
                raise LeaseLostError
            if body is not None:
                version = values.get("version", task.file.version)
                assert isinstance(version, int)
                outbox.enqueue(work, task.workspace_id, message_of(task.file, version, body), now)
            work.commit()

    def _refuse(self, task: _Work, code: str) -> None:
        """No later try would help: say why. A report that Slack does not show is missed, the import is not."""
        if task.file.state == "reporting":
            _log.warning("report_refused", file_import=task.file.id, reason=code)
            self._settle(task, None, state="done", problem=code)
        else:
            self._give_up(task, code)

    def _try_later(self, task: _Work, reason: str) -> None:
        file = task.file
        if file.attempts >= MOST_ATTEMPTS:
            _log.error("import_given_up", file_import=file.id, reason=reason)
            self._give_up(task, "not_reached" if file.state == "received" else "interrupted")
            return
        pause = pause_after(file.attempts, spread=self._random)
        with self._database.write() as work:
            at = self._clock.system_now() + pause
            file_imports.settle(work, file, self._clock.system_now(), next_attempt_at=at, last_error=reason[:500])
            work.is_urgent = False
            work.commit()

    def _give_up(self, task: _Work, code: str) -> None:
        file = task.file
        if file.state == "reporting":
            self._settle(task, None, state="done", problem=code)
            return
        body = messages.problem_message(task.say, file.name, code, limit=MOST_MEGABYTES)
        # The first message of a file is its version 1; a decision has counted it up for the one that follows it.
        version = file.version if file.state == "received" else file.version + 1
        self._settle(task, body, state="refused", problem=code, version=version)

    # -- what the steps share ----------------------------------------------------------------

    def _keep(self, work: UnitOfWork, file: FileImport, stored: Stored) -> None:
        until = self._clock.system_now() + LEASE
        if not file_imports.hold(work, file, until, progress=json.dumps(asdict(stored))):
            raise LeaseLostError

    def _tell_reading(self, task: _Work) -> None:
        """Post the file's message before it has much to say; the preview then takes its place."""
        file, now = task.file, self._clock.system_now()
        told = task.say("import-reading", name=messages.shown_name(file.name))
        with self._database.write() as work:
            if not file_imports.hold(work, file, now + LEASE, version=file.version + 1):
                raise LeaseLostError
            message = message_of(file, file.version, messages.plain_message(told))
            outbox.enqueue(work, task.workspace_id, message, now)
            work.commit()
        file.version += 1

    def _compared(self, task: _Work, rows: Sequence[RecordRow], columns: Mapping[str, str]) -> Sequence[Finding]:
        with self._database.read() as connection:
            return plan_accounts(connection, task.workspace_id, rows, columns).findings

    def _remembered(self, task: _Work, path: Path) -> ImportPlan | None:
        key = headings_key(headings_of(path))
        with self._database.read() as connection:
            found = file_imports.find_mapping(connection, task.workspace_id, key)
        return None if found is None else ImportPlan.load(found)

    @contextmanager
    def _fetched(self, task: _Work) -> Iterator[tuple[Path, str]]:
        """The file's bytes in a temporary folder, and their digest; gone when the block ends."""
        known = self._files.look_up(task.file.slack_file_id)
        limit = MOST_MEGABYTES * _MEGABYTE
        if known.is_external:
            raise FileRefusedError("file_elsewhere")
        if known.size > limit:
            raise FileRefusedError("too_large")
        if known.size > _LARGE and task.file.version == 1:
            self._tell_reading(task)
        with tempfile.TemporaryDirectory(prefix="lazo-import-") as folder:
            path = Path(folder) / "dropped.csv"
            self._files.download(known, path, limit)
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            yield path, digest
