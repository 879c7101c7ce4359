"""How the example's accounts get on: one of each kind for the review, told by days before the demo begins."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.demo.example import TZ
from domain.account_review import TouchKind
from domain.taxonomy import DealStage
from domain.values import frozen
from storage import deals, progress
from storage.database import UnitOfWork
from storage.ids import WorkspaceId


@frozen
class ExamplePromise:
    """What ``who`` (a handle) promised so many days ago, due so many days after the demo begins."""

    what: str
    who: str
    ago: int
    due_in: int


@frozen
class ExampleProgress:
    """One account's open deal: the stages that it came into so many days ago, meetings, promises."""

    account: str
    stages: tuple[tuple[int, DealStage], ...]
    meetings: tuple[tuple[str, int], ...] = ()
    promises: tuple[ExamplePromise, ...] = ()


PROGRESS: Final = (
    ExampleProgress(
        "Talleres Ibarra",
        ((33, DealStage.DISCOVERY), (2, DealStage.PROPOSAL)),
        (("ana", 2),),
        (ExamplePromise("Enviar la comparación de costes con Pipewise", "ana", 2, 4),),
    ),
    ExampleProgress(
        "Harlow Freight",
        ((60, DealStage.DEMO), (31, DealStage.PROPOSAL)),
        (("tom", 12), ("tom", 6), ("tom", 1)),
        (ExamplePromise("Bring finance to the next call", "tom", 20, -3),),
    ),
    ExampleProgress("Kestrel Energy", ((40, DealStage.DISCOVERY), (24, DealStage.DEMO)), (("tom", 22),)),
    ExampleProgress(
        "Grupo Alborada",
        ((70, DealStage.PROPOSAL), (26, DealStage.NEGOTIATION)),
        (("lucia", 19),),
        (ExamplePromise("Pedir a Marta un caso de éxito de alimentación", "lucia", 12, 6),),
    ),
    ExampleProgress(
        "Cementos del Golfo",
        ((9, DealStage.DISCOVERY),),
        (("lucia", 9),),
        (ExamplePromise("Confirmar quién firma", "lucia", 9, 5),),
    ),
    ExampleProgress("Clínicas Valdeluz", ((20, DealStage.DEMO), (3, DealStage.DISCOVERY)), (("ana", 3),)),
)


def seed_progress(
    work: UnitOfWork,
    workspace_id: WorkspaceId,
    members: Mapping[str, int],
    account_ids: Mapping[str, int],
    now: datetime,
) -> None:
    """Store all of it in the transaction of the rest."""
    today = now.astimezone(ZoneInfo(TZ)).date()
    for each in PROGRESS:
        account_id = account_ids[each.account]
        deals.add_deal(work, workspace_id, each.account, account_id, None, now - timedelta(days=each.stages[0][0]))
        [deal] = progress.open_deals(work.connection, workspace_id, account_id)
        for ago, stage in each.stages:
            progress.add_stage(work, workspace_id, deal, stage.value, now - timedelta(days=ago), None)
        for who, ago in each.meetings:
            at = now - timedelta(days=ago, hours=1)
            progress.add_touch(work, workspace_id, account_id, kind=TouchKind.MEETING, at=at, by_id=members[who])
        for promise in each.promises:
            progress.add_step(
                work,
                workspace_id,
                account_id,
                what=promise.what,
                owner_id=members[promise.who],
                due_on=today + timedelta(days=promise.due_in),
                by_id=members[promise.who],
                now=now - timedelta(days=promise.ago),
            )
