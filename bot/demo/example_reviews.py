"""How some of the example's deals ended, and what their people say of it; told by days before the demo begins.

Played through the product's own use cases: each closing asks for its review as it would in a team's own week.
"""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final

from bot.demo.history import Stage
from commands.win_loss import actions, closing
from commands.win_loss.parse import RecordReview, ReviewFields
from domain.csv_values import Amount
from domain.taxonomy import DealOutcome, LossReason, Perspective, WinReason
from domain.values import frozen
from storage import deals

_HOUR: Final = timedelta(hours=1)


@frozen
class ExampleView:
    """What ``who`` (a handle) says of a deal so many hours after it closed; the outcome is the deal's."""

    who: str
    after: int
    fields: ReviewFields


@frozen
class ExampleEnd:
    """A deal of an account, in whole euros, opened and closed so many days ago by ``who``, with the views of it."""

    account: str
    deal: str
    euros: int
    who: str
    opened: int
    closed: int
    outcome: DealOutcome
    views: tuple[ExampleView, ...] = ()


#: Two of them still wait for their owner's view: one English, one Spanish.
ENDS: Final = (
    ExampleEnd(
        "Brightwater Foods",
        "Brightwater route planning",
        38_000,
        "tom",
        75,
        2,
        DealOutcome.LOST_COMPETITOR,
        (
            ExampleView(
                "tom",
                1,
                ReviewFields(
                    primary=LossReason.PRICE,
                    contributing=(LossReason.PRODUCT_GAP,),
                    competitor="Pipewise",
                    swung_it="Pipewise came in a third lower once the drivers' app was counted in.",
                    helpful_content="Cost of a van standing idle, the calculator",
                    lesson="Put the cost of a van standing idle on the table before the first quote.",
                ),
            ),
            ExampleView(
                "tom",
                2,
                ReviewFields(
                    perspective=Perspective.BUYER,
                    primary=LossReason.PRODUCT_GAP,
                    contributing=(LossReason.PRICE,),
                    competitor="Pipewise",
                    buyer_words="We could have lived with the price. Our drivers need the app offline; yours isn't.",
                ),
            ),
            ExampleView(
                "carmen",
                20,
                ReviewFields(
                    primary=LossReason.PRODUCT_GAP,
                    contributing=(LossReason.NO_CHAMPION,),
                    competitor="Pipewise",
                    swung_it="En logística nadie defendió el proyecto cuando salió lo de la app sin conexión.",
                    lesson="Preguntar por la cobertura de los conductores en la primera llamada.",
                ),
            ),
        ),
    ),
    ExampleEnd(
        "Aceros Montalbán",
        "Montalbán, planta de Sagunto",
        52_000,
        "ana",
        64,
        3,
        DealOutcome.WON,
        (
            ExampleView(
                "ana",
                2,
                ReviewFields(
                    primary=WinReason.TRUST,
                    contributing=(WinReason.VALUE, WinReason.CONTENT),
                    competitor="Ventoro",
                    swung_it="La visita a Talleres Ibarra: vieron funcionando lo que les contábamos.",
                    buyer_words="Hablar con alguien de nuestro sector nos quitó las dudas.",
                    helpful_content="Caso de éxito de Talleres Ibarra",
                    lesson="Llevarles a un cliente de su sector antes de hablar de precio.",
                ),
            ),
        ),
    ),
    ExampleEnd(
        "Northgate Clinics",
        "Northgate home visits",
        27_000,
        "carmen",
        80,
        9,
        DealOutcome.WON,
        (
            ExampleView(
                "carmen",
                3,
                ReviewFields(
                    primary=WinReason.PRODUCT_FIT,
                    contributing=(WinReason.IMPLEMENTATION,),
                    swung_it="Vieron sus propias rutas planificadas en la demo, con sus datos.",
                    lesson="Pedir una semana de rutas reales antes de la demo.",
                ),
            ),
        ),
    ),
    ExampleEnd(
        "Frutas Tepeyac",
        "Tepeyac reparto local",
        19_000,
        "lucia",
        90,
        16,
        DealOutcome.LOST_NO_DECISION,
        (
            ExampleView(
                "lucia",
                2,
                ReviewFields(
                    primary=LossReason.PRIORITY,
                    contributing=(LossReason.BUDGET,),
                    swung_it="Cambiaron de director de operaciones y el proyecto se quedó sin dueño.",
                    buyer_words="Este año la prioridad es la bodega nueva; lo vemos en enero.",
                    lesson="Preguntar desde el inicio quién decide si cambia la dirección.",
                ),
            ),
        ),
    ),
    ExampleEnd("Pemberton Group", "Pemberton field service", 44_000, "tom", 58, 1, DealOutcome.WON),
    ExampleEnd("Logística Miramar", "Miramar última milla", 31_000, "ana", 47, 1, DealOutcome.LOST_OTHER),
)


def play_reviews(stage: Stage, account_ids: Mapping[str, int], until: datetime) -> None:
    """Open, close and review the deals up to ``until``; ``account_ids`` by name."""
    for each in ENDS:
        actor = stage.actor(stage.members[each.who].id)
        with stage.database.write() as work:
            deal_id = deals.add_deal(
                work,
                stage.workspace_id,
                each.deal,
                account_ids[each.account],
                Amount(each.euros * 100, "EUR"),
                until - timedelta(days=each.opened),
            )
            work.commit()
        closed_at = until - timedelta(days=each.closed, hours=2)
        stage.now = closed_at
        closing.close(stage.services(), actor, deal_id, each.outcome, stage.key())
        for view in each.views:
            stage.now = closed_at + view.after * _HOUR
            fields = replace(view.fields, deal_id=deal_id, outcome=each.outcome)
            actions.record_review(
                stage.services(), stage.actor(stage.members[view.who].id), RecordReview(fields), stage.key()
            )
    stage.now = until
