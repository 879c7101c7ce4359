"""The digest's narrative before it is posted: what is asked of a mind, and what of its answer is kept.

Asked for by a job ahead of the digest and never waited for. What comes is checked against the week's records, and
checked again when the digest is composed: what does not hold is dropped without a word.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Literal

from pydantic import BaseModel
from sqlalchemy import Connection

from commands import blocks
from commands.i18n import Say, Texts
from commands.minds import Material, MindAnswer, MindRequest, Minds, MindUnavailable, Purpose
from commands.own_themes import naming_own
from commands.prompt_files import prompt
from domain.digest import digest_window
from domain.digest_scope import Section
from domain.narrative import Claim, Evidence, Kind, Sentence, Words, supported, tellable
from domain.taxonomy import LossReason, ReturnReason, Theme, WinReason
from domain.values import frozen
from domain.weeks import IsoWeek
from storage import mind_choices, narratives
from storage.database import Database
from storage.ids import WorkspaceId
from storage.known_people import known_names
from storage.own_themes import own_themes

_PROMPT: Final = ("narrative", 2)
_SAID_LENGTH: Final = 300
_NAME_LENGTH: Final = 75
#: A week with less to tell is told by the digest itself.
_FEWEST: Final = 3
#: Sentences of a draft that are looked at: three were asked for.
_MOST_DRAFTED: Final = 10
#: Which section of the digest a kind belongs to: what a channel does not want is not told above it either.
_SECTIONS: Final = {
    Kind.OBJECTIONS: Section.OBJECTIONS,
    Kind.WINS: Section.WINS,
    Kind.LOSSES: Section.WINS,
    Kind.RETURNS: Section.QUALITY,
}


class DraftSentence(BaseModel):
    """One sentence with its one claim."""

    text: str
    kind: Literal["objections", "wins", "losses", "returns"]
    code: str | None
    number: int
    records: list[str]


class Draft(BaseModel):
    """What a mind answers."""

    sentences: list[DraftSentence]


@frozen
class Place:
    """Whose digest it is: the channel, its zone and language, which sections it has, and the week told."""

    workspace_id: WorkspaceId
    channel: str
    tz: str
    locale: str
    sections: frozenset[Section]
    week: IsoWeek


class Begun(StrEnum):
    """What came of asking."""

    #: It was asked for now.
    YES = "yes"
    #: It is not to be asked for, or was already.
    NOT_NEEDED = "not_needed"
    #: Nobody could take it: it may be asked for again at once.
    REFUSED = "refused"


def ask(database: Database, texts: Texts, minds: Minds, place: Place, now: Callable[[], datetime]) -> Begun:
    """Ask for the narrative of ``place`` unless that was done; returns at once."""
    say = texts.into(place.locale)
    if minds.standing(place.workspace_id, place.channel) is not None:
        return Begun.NOT_NEEDED
    with database.read() as connection:
        evidence = evidence_of(connection, place)
        say = naming_own(connection, place.workspace_id, say)
    if len(evidence) < _FEWEST:
        return Begun.NOT_NEEDED
    with database.write() as work:
        is_mine = narratives.ask_once(
            work, place.workspace_id, place.channel, place.week, locale=place.locale, now=now()
        )
        work.commit()
    if not is_mine:
        return Begun.NOT_NEEDED
    asked = MindRequest(
        workspace_id=place.workspace_id,
        purpose=Purpose.NARRATIVE,
        prompt=prompt(*_PROMPT),
        material=_material(evidence, say),
        schema=Draft,
        channel=place.channel,
    )

    def done(told: MindAnswer[Draft] | MindUnavailable) -> None:
        if isinstance(told, MindAnswer):
            ids = {f"R{number}": each.record for number, each in enumerate(evidence, 1)}
            drafted = [_sentence(each, ids) for each in told.content.sentences[:_MOST_DRAFTED]]
            _keep(database, say, place, drafted, told.model, now())

    if minds.start(asked, done) is None:
        return Begun.YES
    with database.write() as work:
        narratives.give_back(work, place.workspace_id, place.channel, place.week, now=now())
        work.commit()
    return Begun.REFUSED


def evidence_of(connection: Connection, place: Place) -> tuple[Evidence, ...]:
    """The week's records that may be told of in this place, as they stand now.

    A record from a channel that opted out is counted, as all figures count it, without a word of what was said there:
    the name of its account may have been typed there too.
    """
    window = digest_window(place.week, place.tz)
    choice = mind_choices.choice_of(connection, place.workspace_id)
    found = [
        replace(each, said=(), account=None) if choice.keeps_out(each.channel) else each
        for each in narratives.evidence_of(connection, place.workspace_id, window.weeks[0])
    ]
    return tellable([each for each in found if _SECTIONS[each.kind] in place.sections])


def standing_sentences(connection: Connection, place: Place, say: Say) -> tuple[tuple[Sentence, ...], str]:
    """The sentences that hold at this moment, and the model that wrote them.

    None where none came in time, or where the assistant was switched off since.
    """
    written = narratives.find(connection, place.workspace_id, place.channel, place.week, place.locale)
    if written is None or not written.sentences:
        return (), ""
    if mind_choices.choice_of(connection, place.workspace_id).keeps_out(place.channel):
        return (), ""
    evidence = evidence_of(connection, place)
    return supported(written.sentences, evidence, words_of(connection, place.workspace_id, say)), written.model


def words_of(connection: Connection, workspace_id: WorkspaceId, say: Say) -> Words:
    """What kinds and codes are called in a language, and who is not to be named."""
    kinds = {kind: _listed(say(f"narrative-kind-{kind.value}")) for kind in Kind}
    codes: dict[tuple[Kind, str], str] = {}
    for kind, prefix, known in (
        (Kind.OBJECTIONS, "theme", Theme),
        (Kind.WINS, "winreason", WinReason),
        (Kind.LOSSES, "lossreason", LossReason),
        (Kind.RETURNS, "reason", ReturnReason),
    ):
        codes |= {(kind, str(code)): say(f"{prefix}-{code}") for code in known}
    own = own_themes(connection, workspace_id)
    codes |= {(Kind.OBJECTIONS, code): label for code, label in own.names.items()}
    named = tuple(known_names(connection, workspace_id, ()))
    return Words(kinds, codes, named)


def _keep(database: Database, say: Say, place: Place, drafted: Sequence[Sentence], model: str, now: datetime) -> None:
    # Checked before anything is written: others wait for the writer. What changes meanwhile is seen at composing.
    with database.read() as connection:
        evidence, words = evidence_of(connection, place), words_of(connection, place.workspace_id, say)
    held = supported(drafted, evidence, words)
    with database.write() as work:
        narratives.keep(
            work,
            place.workspace_id,
            place.channel,
            place.week,
            narratives.Written(held, model),
            prompt=str(prompt(*_PROMPT)),
            dropped=len(drafted) - len(held),
            now=now,
        )
        work.commit()


def _sentence(drafted: DraftSentence, ids: dict[str, str]) -> Sentence:
    records = tuple(ids.get(each, f"unknown:{each}") for each in drafted.records)
    text = blocks.one_line(drafted.text, 10 * _SAID_LENGTH)
    return Sentence(text, Claim(drafted.kind, drafted.code, drafted.number, records))


def _material(evidence: Sequence[Evidence], say: Say) -> tuple[Material, ...]:
    kinds = {kind.value: _listed(say(f"narrative-kind-{kind.value}"))[0] for kind in Kind}
    prefixes = {
        Kind.OBJECTIONS: "theme",
        Kind.WINS: "winreason",
        Kind.LOSSES: "lossreason",
        Kind.RETURNS: "reason",
    }
    codes = {f"{each.kind}/{each.code}": say(f"{prefixes[each.kind]}-{each.code}") for each in evidence if each.code}
    week = {"language": say.locale, "kinds": kinds, "codes": codes}
    told = [Material("week", json.dumps(week, ensure_ascii=False))]
    for number, each in enumerate(evidence, 1):
        record = {
            "kind": each.kind.value,
            "code": each.code,
            "account": blocks.one_line(each.account or "", _NAME_LENGTH) or None,
            "wrote": [blocks.one_line(text, _SAID_LENGTH) for text in each.said],
        }
        told.append(Material(f"R{number}", json.dumps(record, ensure_ascii=False)))
    return tuple(told)


def _listed(words: str) -> list[str]:
    return [each.strip() for each in words.split(",") if each.strip()]
