"""What a person does with a dropped file: drops it, imports it, changes how it is read, lets it be.

Each is one transaction that also enqueues what the file's message shows next. Reading and storing are jobs.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from commands.blocks import Json
from commands.context import Actor, Services
from commands.importing import messages
from commands.importing.plan import ImportPlan, headings_key
from commands.members import NotAMemberError, only_members
from commands.once import once
from storage import file_imports, outbox
from storage.file_imports import DroppedFile
from storage.ids import WorkspaceId
from storage.imports import RecordKind
from storage.tables import FileImport
from storage.unit_of_work import UnitOfWork

#: The kind of a file's message, and of its subject.
SUBJECT = "file_import"


class StalePreviewError(Exception):
    """The preview that was decided about is not the one that stands."""


class ImportGoneError(Exception):
    """The file's preview was forgotten long ago."""


class NotYoursError(Exception):
    """Somebody else dropped this file."""


def receive(services: Services, actor: Actor, files: Sequence[DroppedFile], key: str) -> None:
    """Note files to be read, once. Guests who were let in read and log, no more: they are told so."""

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        now = services.system_now()
        added = [file_imports.add_file(work, actor.workspace_id, file, actor.member_id, now) for file in files]
        return {"files": sum(added)}

    try:
        once(services, actor, key, act)
    except NotAMemberError:
        say = services.say(actor)
        reply(services, actor, files[0].channel, key, messages.plain_message(say("import-members-only")))


def reply(services: Services, actor: Actor, channel: str, key: str, body: Json) -> None:
    """Answer in the DM, once for ``key``."""
    with services.database.write() as work:
        outbox.enqueue(
            work, actor.workspace_id, outbox.Outgoing("reply", f"reply:{key}", channel, body), services.system_now()
        )
        work.commit()


def start(services: Services, actor: Actor, import_id: int, version: int, rows: int, key: str) -> None:
    """*Import*: the preview is confirmed, and its columns are kept for the next file with these headings.

    ``rows`` is what the button said. Raises `StalePreviewError`, `ImportGoneError`, `NotYoursError`, `NotAMemberError`.
    """

    def act(work: UnitOfWork) -> dict[str, Any]:
        file = _own(work, actor, import_id)
        plan = ImportPlan.load(file.plan)
        _decide(services, actor, work, file, version, state="confirmed")
        file_imports.save_mapping(
            work, actor.workspace_id, headings_key(plan.headings), plan.dump(), actor.member_id, services.now()
        )
        body = messages.under_way_message(services.say(actor), file.name, rows)
        show(work, file, version + 1, body, services)
        return {}

    once(services, actor, key, act)


def cancel(services: Services, actor: Actor, import_id: int, version: int, key: str) -> None:
    """*Cancel*. Raises like `start`."""

    def act(work: UnitOfWork) -> dict[str, Any]:
        file = _own(work, actor, import_id)
        _decide(services, actor, work, file, version, state="cancelled")
        told = services.say(actor)("import-cancelled", name=messages.shown_name(file.name))
        show(work, file, version + 1, messages.plain_message(told), services)
        return {}

    once(services, actor, key, act)


def choose_kind(services: Services, actor: Actor, import_id: int, version: int, kind: RecordKind, key: str) -> None:
    """The file holds something else than was thought: read it again. Raises like `start`."""

    def act(work: UnitOfWork) -> dict[str, Any]:
        file = _own(work, actor, import_id)
        plan = ImportPlan.load(file.plan)
        if plan.kind is not kind:
            # Columns of the other kind say nothing of this one.
            _read_again(services, actor, work, file, version, replace(plan, kind=kind, columns={}, confirmed=True))
        return {}

    once(services, actor, key, act)


def change_columns(services: Services, actor: Actor, import_id: int, version: int, plan: ImportPlan, key: str) -> None:
    """The form was submitted: read the file again with its columns. Raises like `start`."""

    def act(work: UnitOfWork) -> dict[str, Any]:
        _read_again(services, actor, work, _own(work, actor, import_id), version, plan)
        return {}

    once(services, actor, key, act)


def find_own(services: Services, actor: Actor, import_id: int) -> FileImport:
    """A file of this person. Raises `ImportGoneError` and `NotYoursError`."""
    with services.database.read() as connection:
        file = file_imports.find_import(connection, actor.workspace_id, import_id)
    return _checked(file, actor)


def show(work: UnitOfWork, file: FileImport, version: int, body: Json, services: Services) -> None:
    """Post the file's message, or bring it up to date. ``version`` tells which of the file it shows."""
    outbox.enqueue(work, WorkspaceId(file.workspace_id), message_of(file, version, body), services.system_now())


def message_of(file: FileImport, version: int, body: Json) -> outbox.Outgoing:
    """The file's message: posted the first time, updated in place from then on."""
    return outbox.Outgoing(
        SUBJECT,
        f"{SUBJECT}:{file.id}:{version}",
        file.channel,
        body,
        operation="post" if version == 1 else "update",
        subject=(SUBJECT, file.id, version),
    )


def _own(work: UnitOfWork, actor: Actor, import_id: int) -> FileImport:
    only_members(work.connection, actor)
    return _checked(file_imports.find_import(work.connection, actor.workspace_id, import_id), actor)


def _checked(file: FileImport | None, actor: Actor) -> FileImport:
    if file is None:
        raise ImportGoneError
    if file.member_id != actor.member_id:
        raise NotYoursError
    return file


def _decide(
    services: Services, actor: Actor, work: UnitOfWork, file: FileImport, version: int, **values: object
) -> None:
    if not file_imports.decide(work, actor.workspace_id, file.id, version, services.system_now(), **values):
        raise StalePreviewError


def _read_again(
    services: Services, actor: Actor, work: UnitOfWork, file: FileImport, version: int, plan: ImportPlan
) -> None:
    _decide(services, actor, work, file, version, state="received", plan=plan.dump())
