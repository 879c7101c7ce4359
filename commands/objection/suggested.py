"""A theme suggested for an objection that no rule gave one: asked of a mind after the receipt, confirmed by a person.

The receipt never waits for it. Nothing is stored of a suggestion: only the person's choice is. Nobody has handed the
text over to be read, so only a mind on this machine is asked; for the others there is the form's button.
"""

from commands.context import Actor, Services
from commands.minds import MindAnswer, MindUnavailable
from commands.objection.answers import Receipt
from commands.objection.views import suggestion_message
from commands.replies import send_answer
from commands.suggesting import Suggestion, suggestion_request, sure_code
from domain.evaluation import Kind


def suggest(services: Services, actor: Actor, receipt: Receipt, channel: str | None, response_url: str | None) -> None:
    """Begin to ask what the objection of ``receipt`` is about; returns at once, and says so to the person alone.

    ``response_url`` is of the command typed in ``channel``, or that opened the form; without it nothing is asked.

    Not a second time for a request that came again, not of a mind elsewhere, nor where it has a theme already, nor in
    a channel shared with other organisations: there the answer went by DM.
    """
    objection, minds = receipt.objection, services.minds
    if minds is None or minds.leaves_the_machine or not response_url or actor.in_shared_channel:
        return
    if objection.theme is not None or objection.withdrawn or receipt.repeated or receipt.replayed:
        return
    request = suggestion_request(
        actor.workspace_id,
        Kind.OBJECTION,
        objection.quote,
        channel=channel,
        member_id=actor.member_id,
    )

    def done(told: MindAnswer[Suggestion] | MindUnavailable) -> None:
        theme = sure_code(told.content) if isinstance(told, MindAnswer) else None
        if theme is not None and isinstance(told, MindAnswer):
            _tell(services, actor, receipt, theme, told.content.confidence, response_url)

    minds.start(request, done)


def _tell(services: Services, actor: Actor, receipt: Receipt, theme: str, confidence: float, response_url: str) -> None:
    body = suggestion_message(services.say(actor), receipt.objection, theme, confidence, receipt.own)
    send_answer(response_url, body, body)
