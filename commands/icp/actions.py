"""The use cases about the ideal customer profile: read it, propose a change, decide on one or take it back."""

from collections.abc import Mapping
from typing import Any

from commands.acts import note_act
from commands.context import Actor, Services
from commands.icp import telling
from commands.icp.parse import Decide, Propose
from commands.ids import BlockId
from commands.members import may_decide, only_deciders, only_members
from commands.once import once
from domain.icp import MOST_WAITING, Outcome, Profile
from domain.values import frozen
from storage import icp, people
from storage.database import UnitOfWork
from storage.errors import StaleVersionError


class ProposalRefusedError(Exception):
    """It cannot be so: a text key for the field to blame."""

    def __init__(self, block: BlockId, key: str) -> None:
        super().__init__(key)
        self.block, self.key = block, key


class NotTheirsError(Exception):
    """Only who proposed a change takes it back."""


@frozen
class Standing:
    """The profile, Slack ids of whom it names by ours, whether the reader decides, and ``reader``: who that is."""

    profile: Profile
    people: Mapping[int, str]
    may: bool
    reader: int


def standing(services: Services, actor: Actor) -> Standing:
    """The profile as it is now."""
    with services.database.read() as connection:
        profile = icp.profile(connection, actor.workspace_id)
        named = {each.proposed_by_id for each in (*profile.waiting, *profile.standing.values())}
        return Standing(
            profile,
            people.names_of(connection, actor.workspace_id, named),
            may_decide(connection, actor),
            actor.member_id,
        )


def propose(services: Services, actor: Actor, intent: Propose, key: str) -> None:
    """Store a change that waits to be decided.

    Raises NotAMemberError for a guest; `ProposalRefusedError` for what stands or waits already, or too much.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        profile = icp.profile_to_change(work, actor.workspace_id)
        if profile.says_already(intent.part, intent.text):
            raise ProposalRefusedError(BlockId.ICP_TEXT, "icp-error-known")
        if len(profile.waiting) >= MOST_WAITING:
            raise ProposalRefusedError(BlockId.ICP_TEXT, "icp-error-many")
        change_id = icp.propose(work, actor.workspace_id, intent.part, intent.text, intent.reason, actor.member_id, now)
        note_act(work, actor, "icp_proposed", (icp.SUBJECT, change_id), now, {"part": intent.part.value})
        return {}

    once(services, actor, key, act)


def decide(services: Services, actor: Actor, intent: Decide, key: str) -> None:
    """Accept a change, decline it, or take one's own back; who proposed it is told what others decided.

    Raises NotADeciderError; `NotTheirsError`; StaleVersionError when it was decided meanwhile, or never was.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        before = icp.find_change(work.connection, actor.workspace_id, intent.change_id)
        if before is None:
            raise StaleVersionError(icp.SUBJECT, intent.change_id)
        if intent.outcome is not Outcome.WITHDRAWN:
            only_deciders(work.connection, actor)
        elif before.proposed_by_id != actor.member_id:
            raise NotTheirsError
        icp.decide(work, actor.workspace_id, before.id, intent.outcome, actor.member_id, now)
        note_act(work, actor, f"icp_{intent.outcome.value}", (icp.SUBJECT, before.id), now, {"part": before.part.value})
        telling.tell_proposer(work, actor, before, now)
        return {}

    once(services, actor, key, act)
