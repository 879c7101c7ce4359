"""The use cases about the ideal customer profile: read it, propose a change, decide on one or take it back."""

from collections.abc import Mapping
from typing import Any, Final

from commands.acts import note_act
from commands.context import Actor, Services
from commands.icp import telling
from commands.icp.parse import Decide, Propose
from commands.ids import BlockId
from commands.members import is_member, may_decide, only_deciders, only_members
from commands.once import once
from domain.icp import MOST_WAITING, Change, Outcome, Profile
from domain.values import frozen
from storage import icp, people
from storage.database import UnitOfWork
from storage.errors import StaleVersionError

#: Of what was decided, so many are shown, the latest first.
_DECIDED_SHOWN: Final = 8


class ProposalRefusedError(Exception):
    """It cannot be so: a text key for the field to blame."""

    def __init__(self, block: BlockId, key: str) -> None:
        super().__init__(key)
        self.block, self.key = block, key


class PartChangedError(Exception):
    """What the part says is not what it said when the change was shown: somebody accepted another."""


class NotTheirsError(Exception):
    """Only who proposed a change takes it back."""


@frozen
class Standing:
    """The profile and what was ``decided`` last, with the Slack ids (by ours) of all whom that names.

    ``may_propose`` and ``may_decide`` are the rights of whoever reads it, ``reader`` our id of them.
    """

    profile: Profile
    decided: tuple[Change, ...]
    people: Mapping[int, str]
    may_propose: bool
    may_decide: bool
    reader: int


def standing(services: Services, actor: Actor) -> Standing:
    """The profile as it is now."""
    with services.database.read() as connection:
        profile = icp.profile(connection, actor.workspace_id)
        decided = icp.list_decided(connection, actor.workspace_id, _DECIDED_SHOWN)
        shown = (*profile.waiting, *profile.standing.values(), *decided)
        named = {each.proposed_by_id for each in shown} | {each.decided_by_id for each in shown if each.decided_by_id}
        return Standing(
            profile,
            tuple(decided),
            people.names_of(connection, actor.workspace_id, named),
            is_member(connection, actor),
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

    Raises NotADeciderError; `NotTheirsError`; StaleVersionError when it was decided meanwhile, or never was;
    `PartChangedError` where another change to its part was accepted since it was shown, so nobody undoes that unseen.
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
        at = now
        if intent.outcome is Outcome.ACCEPTED and before.outcome is None:
            profile = icp.profile_to_change(work, actor.workspace_id)
            if profile.standing_id(before.part) != intent.seen:
                raise PartChangedError
            at = profile.accepted_at(before.part, now)
        icp.decide(work, actor.workspace_id, before.id, intent.outcome, actor.member_id, at)
        note_act(work, actor, f"icp_{intent.outcome.value}", (icp.SUBJECT, before.id), now, {"part": before.part.value})
        telling.tell_proposer(work, actor, before, now)
        return {}

    once(services, actor, key, act)
