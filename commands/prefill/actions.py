"""The use cases: ask what a text says of a form, keep what is shown as labels, and what the person made of it."""

import contextlib
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, Final

from pydantic import BaseModel
from sqlalchemy.exc import SQLAlchemyError

from commands import mrkdwn
from commands.blocks import Json
from commands.context import Actor, Services
from commands.ids import BlockId
from commands.minds import SORTER, Material, MindAnswer, MindRequest, MindUnavailable, Purpose, Reason
from commands.prefill.parse import parse_fields, parse_submitted, parse_text
from commands.prefilling import Filler, Fillers, Proposal, channel_of, kept_text_of, proposals_in
from commands.prompt_files import prompt
from domain.text import clean
from domain.values import frozen
from storage import kept_forms, labels, people
from storage.errors import NotCommittedError, StoreBusyError
from storage.labels import Proposed

#: A mail thread longer than this is cut: its beginning is the latest mail.
LONGEST_TEXT: Final = 12_000


@frozen
class Filled:
    """A form with what was proposed in it, by block; no ``form`` when there was nothing to put in.

    ``label`` is what to keep of it once somebody sees it. ``codes_alone``: this mind proposes themes and reasons.
    """

    form: Json | None
    fields: Mapping[BlockId, Proposal]
    label: Proposed | None = None
    codes_alone: bool = False


@frozen
class NotKept:
    """The proposals could not be written down just now, so they are not shown."""


Outcome = Filled | NotKept | MindUnavailable


def text_of(services: Services, actor: Actor, view: Mapping[str, Any]) -> str:
    """What the form is about, in the words that stand in it; all of a text that was too long for it."""
    kept_id = kept_text_of(view)
    if kept_id is not None:
        with services.database.read() as connection:
            kept = kept_forms.text_of(connection, actor.workspace_id, kept_id, actor.member_id)
        if kept is not None:
            return kept[:LONGEST_TEXT]
    return parse_text(view)[:LONGEST_TEXT]


def with_thread(services: Services, actor: Actor, text: str, thread: Sequence[Mapping[str, Any]]) -> str:
    """``text`` and what else was said in the thread around it, as people read it; what is there already once."""
    said = [str(each.get("text") or "") for each in thread if not each.get("bot_id")]
    ids = {each for one in said for each in mrkdwn.mentioned(one)}
    with services.database.read() as connection:
        names = people.display_names(connection, actor.workspace_id, ids) if ids else {}
    others = (clean(mrkdwn.readable(one, names)).value for one in said)
    return "\n\n".join([text, *(each for each in others if each and each not in text)])[:LONGEST_TEXT]


def propose(
    services: Services,
    actor: Actor,
    filler: Filler,
    view: Mapping[str, Any],
    text: str,
    done: Callable[[Outcome], None],
) -> MindUnavailable | None:
    """Begin to read ``text`` for the form ``view``; returns at once. ``done`` is called once, in another thread.

    When it could not begin, why is returned and ``done`` is not called.
    """
    if services.minds is None:
        return MindUnavailable(Reason.OFF)
    asked = prompt(*filler.prompt)
    request = MindRequest(
        actor.workspace_id,
        Purpose.PREFILL,
        asked,
        (Material("text", text),),
        filler.schema,
        channel=channel_of(view),
        member_id=actor.member_id,
    )

    def on_answer(answer: MindAnswer[BaseModel] | MindUnavailable) -> None:
        if isinstance(answer, MindUnavailable):
            done(answer)
            return
        try:
            told: Outcome = filled(actor, filler, view, text, answer)
        except (SQLAlchemyError, StoreBusyError):  # some forms ask the records what fits
            told = NotKept()
        done(told)

    return services.minds.start(request, on_answer)


def filled(actor: Actor, filler: Filler, view: Mapping[str, Any], text: str, answer: MindAnswer[BaseModel]) -> Filled:
    """The form with what holds of an answer, in its empty fields."""
    form, fields = filler.fill(actor, view, proposals_in(answer.content, text, answer.sure))
    if not fields:
        return Filled(None, {}, codes_alone=answer.mind == SORTER)
    label = Proposed(
        view_id=str(view["id"]),
        form=str(view["callback_id"]),
        text=text,
        mind=f"{answer.mind}:{answer.model}",
        prompt=str(prompt(*filler.prompt)),
        fields=tuple((block.value, proposal.words, proposal.value) for block, proposal in fields.items()),
    )
    return Filled(form, fields, label)


def keep(services: Services, actor: Actor, label: Proposed) -> list[int] | None:
    """Write down what somebody is about to see, and give its ids; nothing when that could not be done."""
    try:
        with services.database.write() as work:
            noted = labels.propose(work, actor.workspace_id, actor.member_id, label, services.system_now())
            work.commit()
    except (SQLAlchemyError, StoreBusyError, NotCommittedError):
        return None
    return noted


def take_back(services: Services, actor: Actor, noted: Collection[int]) -> None:
    """Forget what nobody saw after all; it waits for nobody's word then, so it may fail."""
    with contextlib.suppress(SQLAlchemyError, StoreBusyError, NotCommittedError), services.database.write() as work:
        labels.take_back(work, actor.workspace_id, noted)
        work.commit()


def heed(
    services: Services,
    fillers: Fillers,
    actor: Actor,
    payload: Mapping[str, Any],
    answer: Mapping[str, Any],
    *,
    failed: bool,
) -> None:
    """A request was answered: of a form that was stored, what stands in the proposed fields is what is right."""
    view = parse_submitted(payload, answer, failed=failed)
    if view is None or view.get("callback_id") not in fillers:
        return
    view_id = str(view["id"])
    with services.database.read() as connection:
        fields = labels.waiting_fields(connection, actor.workspace_id, view_id, actor.member_id)
    if not fields:
        return
    with services.database.write() as work:
        labels.confirm(work, actor.workspace_id, view_id, parse_fields(view, fields), services.system_now())
        work.commit()
