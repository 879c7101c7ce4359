"""What is given back: the receipt of a capture, and answers to questions about what was logged. Reads only."""

from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import timedelta
from typing import Final

from sqlalchemy import Connection

from commands.alike import alike_accounts
from commands.context import Actor, Services
from commands.hearing import plan_telling
from commands.members import may_decide
from commands.objection.parse import SearchObjections, ShowMine, ShowTop
from commands.own_themes import themes_named
from domain.own_themes import NO_THEMES, OwnThemes
from domain.stages import Process
from domain.taxonomy import Ask
from domain.telling import Told
from domain.values import frozen
from storage import accounts, answers, objections, own_themes, people, stages
from storage.ids import WorkspaceId
from storage.tables import Objection

LIST_LIMIT: Final = 10
TOP_PERIOD: Final = timedelta(days=30)


@frozen
class Noted:
    """An objection as far as a receipt shows it."""

    id: int
    version: int
    quote: str
    theme: str | None
    account_hint: str | None
    competitor: str | None
    ask: str
    withdrawn: bool


@frozen
class Receipt:
    """Everything that the answer to a capture shows.

    ``told`` is who hears of it; ``told_name`` their Slack id. ``alike`` are accounts with a name like the unknown one
    that was typed. ``repeated``: it was stored before, nothing was added now. ``replayed``: so was this
    very request, and all that follows from it was begun then. ``differs``: the form that was stored before says
    something else now, which is not stored. ``own`` are the workspace's own themes.
    """

    objection: Noted
    account_name: str | None
    alike: tuple[tuple[int, str], ...]
    arguments: tuple[objections.PastArgument, ...]
    told: Told | None
    told_slack_id: str | None
    nobody_set: bool
    removed: int = 0
    repeated: bool = False
    replayed: bool = False
    differs: bool = False
    own: OwnThemes = NO_THEMES


@frozen
class FoundByWords:
    """Objections with all the words of ``query``, newest first; one over `LIST_LIMIT` tells that there are more."""

    query: str
    found: tuple[objections.FoundObjection, ...]
    answered: Mapping[int, answers.GivenAnswer] = field(default_factory=dict)
    own: OwnThemes = NO_THEMES


@frozen
class LoggedByMe:
    """What the asker logged, newest first."""

    found: tuple[objections.FoundObjection, ...]
    answered: Mapping[int, answers.GivenAnswer] = field(default_factory=dict)
    own: OwnThemes = NO_THEMES


@frozen
class HeardMost:
    """Themes of the last `TOP_PERIOD`: code, count, count in the period before; most first."""

    themes: tuple[tuple[str | None, int, int], ...]
    own: OwnThemes = NO_THEMES


@frozen
class OurThemes:
    """The workspace's own themes, the notes under each by code, and whether the asker may retire them."""

    own: OwnThemes
    notes: Mapping[str, int]
    may_decide: bool


LookedUp = FoundByWords | LoggedByMe | HeardMost


def receipt_of(services: Services, actor: Actor, objection_id: int) -> Receipt:
    """What the answer about an objection shows at this moment."""
    now = services.now()
    with services.database.read() as connection:
        objection = objections.get_objection(connection, actor.workspace_id, objection_id)
        account_name = None
        if objection.account_id is not None:
            account_name = accounts.names_by_id(connection, actor.workspace_id, {objection.account_id}).get(
                objection.account_id
            )
        told = plan_telling(
            connection, actor.workspace_id, objection.account_id, Ask(objection.ask), objection.logged_by_id, now
        )
        told_slack_id = None
        if told is not None and told.member_id is not None:
            told_slack_id = people.names_of(connection, actor.workspace_id, {told.member_id}).get(told.member_id)
        past: list[objections.PastArgument] = []
        if objection.theme is not None:
            past = objections.arguments_on(connection, actor.workspace_id, objection.theme, but=objection.id)
        alike = alike_accounts(connection, actor.workspace_id, objection.account_hint)
        # Nobody is told either because nobody is set, or because the author is the one who would be.
        owned = objection.account_id is not None and accounts.marketing_owner(
            connection, actor.workspace_id, objection.account_id
        )
        own = own_themes.own_themes(connection, actor.workspace_id)
    return Receipt(
        noted(objection), account_name, alike, tuple(past), told, told_slack_id, told is None and not owned, own=own
    )


def noted(objection: Objection) -> Noted:
    """What a receipt shows of a stored objection."""
    return Noted(
        id=objection.id,
        version=objection.version,
        quote=objection.quote,
        theme=objection.theme,
        account_hint=objection.account_hint,
        competitor=objection.competitor,
        ask=objection.ask,
        withdrawn=objection.withdrawn_at is not None,
    )


def choices_of(services: Services, actor: Actor) -> tuple[Process, OwnThemes]:
    """What the form offers of the workspace's own: the stages as it agreed on them, and its themes."""
    with services.database.read() as connection:
        process = stages.process_of(connection, actor.workspace_id)
        return process, own_themes.own_themes(connection, actor.workspace_id)


def for_editing(services: Services, actor: Actor, objection_id: int) -> tuple[Objection, str | None]:
    """An objection as its form shows it, with the name of its account."""
    with services.database.read() as connection:
        objection = objections.get_objection(connection, actor.workspace_id, objection_id)
        ids = {objection.account_id} if objection.account_id is not None else set()
        names = accounts.names_by_id(connection, actor.workspace_id, ids)
    return objection, names.get(objection.account_id or 0)


def look_up(services: Services, actor: Actor, intent: SearchObjections | ShowMine | ShowTop) -> LookedUp:
    """Answer a question about what was logged. Reads only."""
    workspace_id, now = actor.workspace_id, services.now()
    with services.database.read() as connection:
        own = own_themes.own_themes(connection, workspace_id)
        match intent:
            case SearchObjections(query):
                themes = themes_named(services.texts, query, own)
                found = objections.search_objections(
                    connection, workspace_id, query, limit=LIST_LIMIT + 1, themes=themes
                )
                return FoundByWords(query, tuple(found), _answered(connection, workspace_id, found), own)
            case ShowMine():
                found = objections.list_mine(connection, workspace_id, actor.member_id, limit=LIST_LIMIT)
                return LoggedByMe(tuple(found), _answered(connection, workspace_id, found), own)
            case ShowTop():
                before = objections.theme_counts(connection, workspace_id, now - 2 * TOP_PERIOD, now - TOP_PERIOD)
                current = objections.theme_counts(connection, workspace_id, now - TOP_PERIOD, now)
                ranked = sorted(current.items(), key=lambda item: (-item[1], item[0] or ""))
                return HeardMost(tuple((theme, count, before.get(theme, 0)) for theme, count in ranked), own)


def our_themes(services: Services, actor: Actor) -> OurThemes:
    """The workspace's own themes, as its list shows them to ``actor``."""
    with services.database.read() as connection:
        own = own_themes.own_themes(connection, actor.workspace_id)
        notes = own_themes.notes_under(connection, actor.workspace_id, own)
        return OurThemes(own, notes, may_decide(connection, actor))


def _answered(
    connection: Connection, workspace_id: WorkspaceId, found: Sequence[objections.FoundObjection]
) -> dict[int, answers.GivenAnswer]:
    """What marketing answered to those that asked for something."""
    return answers.latest_answers(connection, workspace_id, [each.id for each in found if each.ask != Ask.NONE])
