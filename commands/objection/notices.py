"""What others are told of objections, checked and put into words at the moment it leaves."""

from collections.abc import Sequence

from sqlalchemy import Connection

from commands.objection import notice_views
from commands.objection.telling import SUBJECT, TELL, TELL_CHANGE
from commands.own_themes import naming_own
from commands.telling import Audience, Composed, Composer
from domain.taxonomy import Ask
from storage import accounts, answers, notices, objections, outbox, people
from storage.ids import WorkspaceId
from storage.outbox import Outgoing
from storage.tables import Notice, Objection


def compose_logged(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """All that is due: a note alone in full, several as a list, a long one in parts. Withdrawn ones are not told."""
    # All in one question: the writer waits meanwhile.
    subjects = objections.get_objections(connection, audience.workspace_id, {notice.subject_id for notice in due})
    told = {notice.id for notice in due if subjects[notice.subject_id].withdrawn_at is None}
    standing = {notice.subject_id: subjects[notice.subject_id] for notice in due if notice.id in told}
    if not standing:
        return Composed((), frozenset())
    say = naming_own(connection, audience.workspace_id, audience.say)
    items = _with_names(connection, audience.workspace_id, list(standing.values()))
    key = f"objections:{audience.channel}:{min(told)}"
    if len(items) == 1 and any(notice.lane == notices.NOW for notice in due):
        objection, account_name, author = items[0]
        alone = Outgoing(
            TELL,
            key,
            audience.channel,
            notice_views.notice_message(say, objection, account_name, author),
            subject=(SUBJECT, objection.id, objection.version),
        )
        return Composed((alone,), frozenset(told))
    # What asks for something comes first; what does not fit one message comes in the next, never as "and 4 more".
    items.sort(key=lambda item: item[0].ask == Ask.NONE)
    lists = [items[start : start + notice_views.LISTED] for start in range(0, len(items), notice_views.LISTED)]
    messages = (
        Outgoing(TELL, f"{key}:{place}", audience.channel, notice_views.notice_list(say, part))
        for place, part in enumerate(lists)
    )
    return Composed(tuple(messages), frozenset(told))


def compose_changed(connection: Connection, audience: Audience, due: Sequence[Notice]) -> Composed:
    """Bring messages that stand in Slack up to what is true now."""
    say, messages = naming_own(connection, audience.workspace_id, audience.say), []
    for subject_id in dict.fromkeys(notice.subject_id for notice in due):
        if outbox.first_post(connection, audience.workspace_id, SUBJECT, subject_id, audience.channel) is None:
            continue  # it was told in a list, which stays as the list of that day
        objection = objections.get_objection(connection, audience.workspace_id, subject_id)
        ((_, account_name, author),) = _with_names(connection, audience.workspace_id, [objection])
        answer = answers.latest_answers(connection, audience.workspace_id, [subject_id]).get(subject_id)
        messages.append(
            Outgoing(
                TELL_CHANGE,
                f"objection:{subject_id}:{audience.channel}:v{objection.version}",
                audience.channel,
                notice_views.notice_message(say, objection, account_name, author, answer),
                operation="update",
                subject=(SUBJECT, subject_id, objection.version),
            )
        )
    return Composed(tuple(messages), frozenset(notice.id for notice in due))


def composers() -> dict[str, Composer]:
    """By kind of notice."""
    return {TELL: compose_logged, TELL_CHANGE: compose_changed}


def _with_names(
    connection: Connection, workspace_id: WorkspaceId, found: Sequence[Objection]
) -> list[tuple[Objection, str | None, str]]:
    account_ids = {objection.account_id for objection in found if objection.account_id is not None}
    names = accounts.names_by_id(connection, workspace_id, account_ids)
    authors = people.names_of(connection, workspace_id, {objection.logged_by_id for objection in found})
    return [
        (
            objection,
            names.get(objection.account_id) if objection.account_id is not None else None,
            authors.get(objection.logged_by_id, ""),
        )
        for objection in found
    ]
