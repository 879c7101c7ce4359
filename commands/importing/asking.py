"""`/account export`: somebody wants the accounts as a file, which is made and sent by a job."""

from collections.abc import Mapping
from typing import Any

from slack_bolt import Ack
from slack_sdk import WebClient

from commands.blocks import ephemeral
from commands.context import Actor, Services
from commands.members import NotAMemberError, only_members
from commands.once import once
from commands.replies import reply_to_command
from storage import file_exports
from storage.unit_of_work import UnitOfWork


class ExportDoor:
    """Answers with the services bound."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def answer(self, ack: Ack, command: Mapping[str, Any], _client: WebClient, actor: Actor, _text: str) -> None:
        """Note that the file is wanted, once, and say where it will be."""
        say = self._services.say(actor)
        try:
            ask(self._services, actor, f"command:{command['trigger_id']}")
        except NotAMemberError:
            text = say("export-members-only")
        else:
            text = say("export-asked")
        reply_to_command(self._services, actor, ack, command, ephemeral(text))


def ask(services: Services, actor: Actor, key: str) -> None:
    """Note that ``actor`` wants the accounts as a file. Raises NotAMemberError for a guest."""

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_members(work.connection, actor)
        return {"export": file_exports.ask(work, actor.workspace_id, actor.member_id, services.system_now())}

    once(services, actor, key, act)
