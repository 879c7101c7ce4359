"""The chosen mind with its pool, its budget and its manners; nothing where none is chosen."""

import structlog

from bot.clock import Clock
from bot.minds.care import CarefulMinds, Manners
from bot.minds.pool import Pool
from bot.minds.registry import MindMissingError, make_mind
from bot.settings import MindSettings
from domain.mind_budget import Prices, budget_of
from storage.database import Database

_log = structlog.get_logger(__name__)


def manners_of(settings: MindSettings) -> Manners:
    """What the operator decided, as the rules take it."""
    none = Prices()
    return Manners(
        budget=budget_of(settings.lazo_mind_budget_tokens, settings.lazo_mind_budget_money),
        prices=Prices(settings.lazo_mind_price_in or none.sent, settings.lazo_mind_price_out or none.received),
        masks=settings.lazo_mind_masking,
        keeps_texts=settings.lazo_mind_audit_days > 0,
    )


def make_minds(settings: MindSettings, database: Database, clock: Clock) -> CarefulMinds | None:
    """What slices hold. One that cannot be made is logged, and Lazo runs without: it needs none."""
    try:
        mind = make_mind(settings, database)
    except MindMissingError as error:
        _log.error("mind_missing", problem=str(error))
        return None
    if mind is None:
        return None
    return CarefulMinds(mind, database, manners_of(settings), clock.system_now, Pool())
