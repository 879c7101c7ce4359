"""The care each call is taken with: opt-out, breaker, masks, budget, audit. What slices hold as ``Services.minds``.

A mind on this machine is asked as it is; what leaves it is masked, paid for from the workspace's budget, and kept.
"""

import json
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Final

import structlog
from pydantic import ValidationError
from sqlalchemy.exc import SQLAlchemyError

from bot.jobs.runner import attempted
from bot.minds.breaker import Breaker
from bot.minds.dialects import as_document
from bot.minds.exchange import THINKING_TOKENS, Exchange, RemoteMind, is_remote
from bot.minds.pool import Pool
from bot.minds.schemas import misfits, strict_schema
from commands.minds import (
    Answer,
    Mind,
    MindAnswer,
    MindRequest,
    MindUnavailable,
    Reason,
    only_off_the_request_path,
)
from domain.masking import Masks, candidates
from domain.mind_budget import Budget, Prices, Use, month_start, tokens_at_most
from domain.values import frozen
from storage import mind_calls, mind_choices, people
from storage.database import Database
from storage.errors import StoreBusyError
from storage.ids import WorkspaceId
from storage.known_people import known_names

_log = structlog.get_logger(__name__)
_NOT_STORED: Final = MindUnavailable(Reason.BUSY, "the database did not take the call in time")


@frozen
class Manners:
    """What the operator decided. ``keeps_texts`` is whether what is sent and received is kept for audit."""

    budget: Budget
    prices: Prices
    masks: bool = True
    keeps_texts: bool = True


class CarefulMinds:
    """`commands.minds.Minds` around one mind."""

    def __init__(
        self, mind: Mind, database: Database, manners: Manners, system_now: Callable[[], datetime], pool: Pool
    ) -> None:
        self._mind = mind
        self._database = database
        self._manners = manners
        self._now = system_now
        self._pool = pool
        self._breaker = Breaker(time.monotonic)

    @property
    def name(self) -> str:
        """As the port says."""
        return self._mind.name

    @property
    def leaves_the_machine(self) -> bool:
        """As the port says."""
        return self._mind.leaves_the_machine

    def standing(self, workspace_id: WorkspaceId, channel: str | None = None) -> MindUnavailable | None:
        """As the port says."""
        with self._database.read() as connection:
            if mind_choices.choice_of(connection, workspace_id).keeps_out(channel):
                return MindUnavailable(Reason.OPTED_OUT)
        return MindUnavailable(Reason.BREAKER_OPEN) if self._breaker.is_open else None

    def start(
        self, request: MindRequest[Answer], done: Callable[[MindAnswer[Answer] | MindUnavailable], None]
    ) -> MindUnavailable | None:
        """As the port says."""

        def task() -> None:
            error_id = attempted("mind", lambda: done(self.ask(request)))
            if error_id is not None:  # whoever waits is told even when we are at fault
                done(MindUnavailable(Reason.FAILED, error_id=error_id))

        def dropped() -> None:
            done(MindUnavailable(Reason.BUSY))

        return None if self._pool.take(task, dropped) else MindUnavailable(Reason.BUSY)

    def close(self) -> None:
        """Ask nothing more."""
        remote = self._mind if is_remote(self._mind) else None
        if remote is not None:
            remote.hush()
        # Who still waits for a server that hangs keeps its connection: it ends with the process.
        if self._pool.close() and remote is not None:
            remote.close()

    def ask(self, request: MindRequest[Answer]) -> MindAnswer[Answer] | MindUnavailable:
        """Ask with all care, and wait. Raises OnRequestPathError in a thread that must not wait."""
        only_off_the_request_path()
        try:
            with self._database.read() as connection:
                choice = mind_choices.choice_of(connection, request.workspace_id)
            if choice.keeps_out(request.channel):
                return MindUnavailable(Reason.OPTED_OUT)
            heard = tuple(each for each in request.material if not choice.keeps_out(each.channel))
            request = replace(request, material=heard)
            if not is_remote(self._mind):
                return self._mind.complete(request)
            return self._ask_elsewhere(self._mind, request, self._manners.budget.lowered_to(choice.monthly_tokens))
        except (SQLAlchemyError, StoreBusyError) as error:
            _log.warning("mind_not_stored", purpose=request.purpose.value, problem=type(error).__name__)
            return _NOT_STORED

    def _ask_elsewhere(
        self, mind: RemoteMind, request: MindRequest[Answer], budget: Budget
    ) -> MindAnswer[Answer] | MindUnavailable:
        if self._breaker.is_open:
            return MindUnavailable(Reason.BREAKER_OPEN)
        masks = Masks()
        masked = self._masked(request, masks)
        at_most = self._at_most(masked)
        call_id = self._set_aside(mind, masked, masks, budget, at_most)
        if call_id is None:
            return MindUnavailable(Reason.BUDGET)
        exchange, began = Exchange(), time.monotonic()
        told: MindAnswer[Answer] | MindUnavailable = MindUnavailable(Reason.NONSENSE, "it failed")
        try:
            # Only now: the one call that an open breaker lets through must be one that is made.
            if not self._breaker.lets_through():
                told = MindUnavailable(Reason.BREAKER_OPEN)
                return told
            told = mind.converse(masked, exchange)
            self._judge(exchange)
            if isinstance(told, MindAnswer):
                told = _unmasked(told, request, masks)
        finally:
            self._settle(request, call_id, told, exchange, at_most, time.monotonic() - began)
        return told

    def _masked(self, request: MindRequest[Answer], masks: Masks) -> MindRequest[Answer]:
        if not self._manners.masks:
            return request

        material = request.material
        with self._database.read() as connection:
            named = frozenset[str]().union(*(candidates(each.text) for each in material))
            masks.know(known_names(connection, request.workspace_id, named))
        masks.know(name for each in material for name in each.people)
        return replace(request, material=tuple(replace(each, text=masks.mask(each.text)) for each in material))

    def _at_most(self, request: MindRequest[Answer]) -> Use:
        shape = json.dumps(strict_schema(request.schema))
        letters = len(request.prompt.text) + len(as_document(request.material)) + len(shape)
        sent, received = tokens_at_most(letters), request.most_tokens + THINKING_TOKENS
        return Use(sent + received, self._manners.prices.micros(sent, received))

    def _set_aside(
        self, mind: Mind, request: MindRequest[Answer], masks: Masks, budget: Budget, at_most: Use
    ) -> int | None:
        asked = mind_calls.Asked(
            purpose=request.purpose.value,
            mind=mind.name,
            model=mind.model,
            prompt=str(request.prompt),
            channel=request.channel,
            member_id=request.member_id,
            masked=masks.count,
        )
        now = self._now()
        with self._database.write() as work:
            tz = people.get_workspace(work.connection, request.workspace_id).tz
            since = month_start(now, tz)
            call_id = mind_calls.begin(work, request.workspace_id, asked, budget, at_most, since=since, now=now)
            work.commit()
        return call_id

    def _settle(
        self,
        request: MindRequest[Answer],
        call_id: int,
        told: MindAnswer[Answer] | MindUnavailable,
        exchange: Exchange,
        at_most: Use,
        seconds: float,
    ) -> None:
        # Where nobody told what a try cost, what was set aside is what it may have.
        tokens_in, tokens_out = exchange.tokens_in + exchange.untold * at_most.tokens, exchange.tokens_out
        micros = self._manners.prices.micros(exchange.tokens_in, tokens_out) + exchange.untold * at_most.micros
        settled = mind_calls.Settled(
            state=told.reason.value if isinstance(told, MindUnavailable) else mind_calls.ANSWERED,
            detail=told.detail if isinstance(told, MindUnavailable) else "",
            tokens_in=tokens_in,
            tokens_out=tokens_out,
            cost_micros=micros,
            milliseconds=int(seconds * 1000),
            sent=exchange.sent_text() if self._manners.keeps_texts and exchange.sent else None,
            received=exchange.received_text() if self._manners.keeps_texts and exchange.received else None,
        )
        with self._database.write() as work:
            mind_calls.settle(work, request.workspace_id, call_id, settled)
            work.commit()

    def _judge(self, exchange: Exchange) -> None:
        if not exchange.is_down:
            self._breaker.succeeded()
        elif self._breaker.failed():
            _log.warning("mind_breaker_open", mind=self._mind.name)


def _unmasked(
    answer: MindAnswer[Answer], request: MindRequest[Answer], masks: Masks
) -> MindAnswer[Answer] | MindUnavailable:
    spoken = masks.unmask_all(answer.content.model_dump(mode="json"))
    try:
        return replace(answer, content=request.schema.model_validate(spoken))
    except ValidationError as error:
        return MindUnavailable(Reason.NONSENSE, misfits(error))
