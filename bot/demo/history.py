"""Eight weeks of handoffs before the demo begins, played through the product's own use cases with a clock of their own.

So every promise, breach and audit event is what it would be had a team worked like this. The same moment always gives
the same history.
"""

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from itertools import count
from typing import Any, Final

from bot.demo.example import TZ, week_of_demo
from bot.jobs.recycling import run_recycling
from bot.jobs.timers import run_due_timers
from commands.context import Actor, Services
from commands.handoff import moves, offering, planning
from commands.handoff.errors import AlreadyOfferedError, MoveRefusedError, NotAllowedError
from commands.handoff.intents import LogAttempt, OfferHandoff, ReturnLead
from commands.i18n import Texts
from domain.calendars import STANDARD
from domain.durations import Duration
from domain.sla_clock import due_at
from domain.taxonomy import AttemptChannel, LeadType, ReturnReason
from storage import handoffs, notices
from storage.database import Database
from storage.ids import WorkspaceId
from storage.tables import Member

_SEED: Final = 20_260_309
_WEEKS: Final = 8
_A_WEEK: Final = 4
_HOUR: Final = 60
_DAY: Final = 9 * _HOUR

#: What nobody has to answer within the hour.
_CALM: Final = frozenset((LeadType.CONTENT, LeadType.EVENT, LeadType.REFERRAL))
_WHYS: Final = {
    LeadType.DEMO_REQUEST: "Asked for a demo after reading two case studies",
    LeadType.PRICING_REQUEST: "Ha visto la página de precios tres veces esta semana",
    LeadType.CONTENT: "Descargó la guía de rutas y abrió los tres correos",
    LeadType.EVENT: "Stayed to the end of the webinar and asked about integrations",
    LeadType.REFERRAL: "Viene recomendado por un cliente; espera nuestra llamada",
}
_RETURNS: Final = (
    (ReturnReason.NOT_READY, "Renuevan contrato en otoño; volver en unos meses"),
    (ReturnReason.POOR_FIT, "Two vans and no dispatcher: too small for us"),
    (ReturnReason.NO_RESPONSE, "Called and wrote for two weeks, no answer"),
    (ReturnReason.BUDGET, "Sin presupuesto hasta el año que viene"),
    (ReturnReason.STUDENT_JOB, "Es para un trabajo de fin de grado"),
)


@dataclass
class Stage:
    """The house and its people at the moment ``now``, which `play` moves."""

    database: Database
    workspace_id: WorkspaceId
    members: Mapping[str, Member]
    now: datetime
    _numbers: Iterator[int] = field(default_factory=count)

    def services(self) -> Services:
        """What use cases lean on, by this clock."""
        by_slack_id = {member.slack_user_id: member for member in self.members.values()}
        return Services(
            database=self.database,
            texts=Texts(),
            now=lambda: self.now,
            system_now=lambda: self.now,
            find_person=lambda _workspace_id, slack_id: by_slack_id.get(slack_id),
        )

    def actor(self, member_id: int) -> Actor:
        """Somebody of the team."""
        member = next(each for each in self.members.values() if each.id == member_id)
        return Actor(
            self.workspace_id, member.id, member.slack_user_id, member.locale, member.tz, is_admin=member.is_admin
        )

    def key(self) -> str:
        """A payload's key that no other has."""
        return f"example:{next(self._numbers)}"


@dataclass
class _Story:
    """One lead on its way: what is done with it, after how many working minutes each."""

    lead: Mapping[str, Any]
    marketer: str
    steps: Sequence[tuple[int, Callable[[Stage, "_Story"], object]]]
    handoff_id: int = 0
    owner_id: int = 0


def play(stage: Stage, leads: Sequence[Mapping[str, Any]], until: datetime) -> None:
    """Hand over some of each week's ``leads`` (rows with their id) and let the team work on them up to ``until``.

    Nobody is told of what is past; of what is still open, whoever has it hears when the bot starts.
    """
    chance = random.Random(_SEED)  # noqa: S311 - example data, the same each time
    for at, story, act in sorted(_acts(leads, chance, until), key=lambda each: each[0]):
        if at < until:
            _let_run(stage, at)
            try:
                act(stage, story)
            except (AlreadyOfferedError, MoveRefusedError, NotAllowedError):
                continue  # the clock was faster: it went to somebody else meanwhile
    _let_run(stage, until)
    with stage.database.write() as work:
        still_open = {
            handoff_id
            for member in stage.members.values()
            for handoff_id in handoffs.open_ids_of_owner(work.connection, stage.workspace_id, member.id)
        }
        notices.drop_all_but(work, stage.workspace_id, {planning.OFFERED, planning.POSTED}, still_open)
        work.commit()


def _let_run(stage: Stage, at: datetime) -> None:
    """What falls due on the way to ``at`` does so."""
    run_due_timers(stage.database, at)
    run_recycling(stage.database, at)
    stage.now = at


def _acts(
    leads: Sequence[Mapping[str, Any]], chance: random.Random, until: datetime
) -> Iterator[tuple[datetime, _Story, Callable[[Stage, _Story], object]]]:
    calendar = STANDARD(TZ)
    current = week_of_demo(until)
    for back in range(_WEEKS - 1, -1, -1):
        start = current.shift(-back)
        week = [lead for lead in leads if start.monday <= lead["mql_at"].date() <= start.sunday]
        if not back:
            yield from _today(week, until)
            week = [lead for lead in week if lead["lead_type"] not in _CALM]
        for number, lead in enumerate(chance.sample(week, min(_A_WEEK, len(week)))):
            story = _story(lead, ("marta", "joe")[number % 2], chance)
            at = lead["action_at"]
            for minutes, act in story.steps:
                at = due_at(calendar, at, Duration.business(minutes))
                yield at, story, act


def _today(
    leads: Sequence[Mapping[str, Any]], until: datetime
) -> Iterator[tuple[datetime, _Story, Callable[[Stage, _Story], object]]]:
    """What is on people's desks when the demo begins: one just offered, one accepted, one that nobody answered."""
    calm = [lead for lead in leads if lead["lead_type"] in _CALM]
    waiting, accepted, late = (_Story(lead, "marta", ()) for lead in calm[-3:])
    yield until - timedelta(hours=8), late, _offer
    yield until - timedelta(hours=6), accepted, _offer
    yield until - timedelta(hours=4), accepted, _accept
    yield until - timedelta(minutes=30), waiting, _offer


def _story(lead: Mapping[str, Any], marketer: str, chance: random.Random) -> _Story:
    fast = LeadType(lead["lead_type"]) in {LeadType.DEMO_REQUEST, LeadType.PRICING_REQUEST}
    quick = chance.random() < 0.75  # noqa: PLR2004 - three in four are on time
    if fast:
        answer = chance.randint(3, 40) if quick else chance.randint(_HOUR + 15, 3 * _HOUR)
    else:
        answer = chance.randint(20, 3 * _HOUR) if quick else chance.randint(5 * _HOUR, _DAY + _HOUR)
    steps: list[tuple[int, Callable[[Stage, _Story], object]]] = [(chance.randint(5, 50), _offer)]
    fate = chance.random()
    if fate < 0.12:  # noqa: PLR2004 - about one in eight is seen at once to be nothing
        return _Story(lead, marketer, [*steps, (answer, _return(1))])
    if not fast:
        steps.append((answer, _accept))
    steps.append((answer if fast else chance.randint(15, 4 * _HOUR), _attempt(AttemptChannel.CALL, answered=False)))
    steps.append((chance.randint(_HOUR, _DAY), _attempt(AttemptChannel.EMAIL, answered=fate > 0.3)))  # noqa: PLR2004 - most
    if fate < 0.45:  # noqa: PLR2004 - a third comes back with a reason
        steps.append((chance.randint(_DAY, 3 * _DAY), _return(chance.randrange(len(_RETURNS)))))
    elif fate < 0.85:  # noqa: PLR2004 - the others become conversations that lead on
        steps.append((chance.randint(_DAY, 4 * _DAY), _qualify))
        steps.append((chance.randint(5 * _DAY, 12 * _DAY), _close(won=fate > 0.7)))  # noqa: PLR2004 - of those, a third
    return _Story(lead, marketer, steps)


def _offer(stage: Stage, story: _Story) -> None:
    kind = LeadType(story.lead["lead_type"])
    intent = OfferHandoff(story.lead["id"], why=_WHYS[kind], lead_type=kind)
    card = offering.offer(stage.services(), stage.actor(stage.members[story.marketer].id), intent, stage.key())
    story.handoff_id = card.id
    story.owner_id = next(each.id for each in stage.members.values() if each.slack_user_id == card.owner)


def _accept(stage: Stage, story: _Story) -> None:
    moves.accept(stage.services(), stage.actor(story.owner_id), story.handoff_id, stage.key())


def _qualify(stage: Stage, story: _Story) -> None:
    moves.qualify(stage.services(), stage.actor(story.owner_id), story.handoff_id, stage.key())


def _attempt(channel: AttemptChannel, *, answered: bool) -> Callable[[Stage, _Story], object]:
    return lambda stage, story: moves.log_attempt(
        stage.services(),
        stage.actor(story.owner_id),
        LogAttempt(story.handoff_id, channel, answered=answered),
        stage.key(),
    )


def _return(place: int) -> Callable[[Stage, _Story], object]:
    reason, note = _RETURNS[place]
    return lambda stage, story: moves.return_lead(
        stage.services(), stage.actor(story.owner_id), ReturnLead(story.handoff_id, reason, note), stage.key()
    )


def _close(*, won: bool) -> Callable[[Stage, _Story], object]:
    return lambda stage, story: moves.close(
        stage.services(), stage.actor(story.owner_id), story.handoff_id, stage.key(), won=won
    )
