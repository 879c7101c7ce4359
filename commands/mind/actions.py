"""The use cases: how the text assistant stands in a workspace, and what an admin decides of it."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy.exc import IntegrityError

from commands.acts import note_act
from commands.context import Actor, Services
from commands.members import only_admins
from commands.mind.parse import ChooseMind
from commands.once import once
from domain.mind_budget import month_start
from domain.values import frozen
from storage import mind_calls, mind_choices, people
from storage.database import UnitOfWork
from storage.errors import StaleVersionError
from storage.mind_calls import Reported
from storage.mind_choices import Choice

SUBJECT: Final = "mind_choice"


@frozen
class Standing:
    """``mind`` is the name of the one in use, nothing where none is set up; ``month`` what was asked this month.

    ``leaves`` tells whether what it is asked leaves the machine: only that is counted.
    """

    mind: str | None
    choice: Choice
    month: tuple[Reported, ...]
    leaves: bool = True


def standing(services: Services, actor: Actor) -> Standing:
    """How it stands in the actor's workspace, this month as its zone counts."""
    with services.database.read() as connection:
        tz = people.get_workspace(connection, actor.workspace_id).tz
        choice = mind_choices.choice_of(connection, actor.workspace_id)
        month = mind_calls.report(connection, actor.workspace_id, month_start(services.system_now(), tz))
    minds = services.minds
    leaves = minds is not None and minds.leaves_the_machine
    return Standing(minds.name if minds else None, choice, tuple(month), leaves)


def admins(services: Services, actor: Actor) -> Sequence[str]:
    """Slack user ids of a few admins: whom to ask."""
    with services.database.read() as connection:
        return people.list_admins(connection, actor.workspace_id)


def choose(services: Services, actor: Actor, intent: ChooseMind, key: str) -> Choice:
    """Store the decision. Raises NotAnAdminError; StaleVersionError when somebody decided since the form was opened."""
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_admins(work.connection, actor)
        mind_choices.save_choice(
            work,
            actor.workspace_id,
            is_off=intent.is_off,
            off_channels=intent.off_channels,
            monthly_tokens=intent.monthly_tokens,
            expected_version=intent.version,
            set_by_id=actor.member_id,
            now=now,
        )
        note_act(
            work,
            actor,
            "mind_chosen",
            (SUBJECT, actor.workspace_id),
            now,
            {
                "is_off": intent.is_off,
                "off_channels": list(intent.off_channels),
                "monthly_tokens": intent.monthly_tokens,
            },
        )
        return {}

    try:
        once(services, actor, key, act)
    except IntegrityError as error:  # two decided for the first time at once
        raise StaleVersionError(SUBJECT, actor.workspace_id) from error
    return standing(services, actor).choice
