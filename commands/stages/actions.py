"""The use cases about stages: read them as agreed, add one, change one, move it, retire it and bring it back."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from commands.acts import note_act
from commands.context import Actor, Services
from commands.i18n import LOCALES
from commands.ids import BlockId
from commands.labels import stage_label, support_label
from commands.members import may_decide, only_deciders
from commands.once import once
from commands.stages.parse import SaveStage, StageAct
from domain.stages import LOST, MOST_STAGES, STANDARD, WON, Process, SalesStage, moved, name_is_taken, names_in_use
from domain.values import frozen
from storage import stages
from storage.database import UnitOfWork
from storage.errors import StaleVersionError

#: The process is the workspace's: a stage has a code and no id.
SUBJECT: Final = "workspace"


class StageRefusedError(Exception):
    """It cannot be so: a text key for the field to blame."""

    def __init__(self, block: BlockId, key: str) -> None:
        super().__init__(key)
        self.block, self.key = block, key


@frozen
class Standing:
    """The stages, the names of accounts with open deals in each (by code), and whether the reader may change them."""

    process: Process
    accounts: Mapping[str, tuple[str, ...]]
    may: bool


def standing(services: Services, actor: Actor) -> Standing:
    """The stages as they are agreed now."""
    with services.database.read() as connection:
        return Standing(
            stages.process_of(connection, actor.workspace_id),
            stages.standing_in(connection, actor.workspace_id),
            may_decide(connection, actor),
        )


def save(services: Services, actor: Actor, intent: SaveStage, key: str) -> None:
    """Store a stage: its history keeps its meaning, since only its code stands there.

    Raises NotADeciderError; `StageRefusedError`; StaleVersionError when it changed since the form was opened.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        process = stages.agree(work, actor.workspace_id, now)
        named = _named(services, process, intent)
        terms = {"name": named, "limit_days": intent.limit_days, "support": intent.support}
        terms["support_text"] = _own_words(services, intent)
        if intent.code is None:
            if len(process.stages) >= MOST_STAGES:
                raise StageRefusedError(BlockId.STAGE_NAME, "stages-error-many")
            code = stages.add_stage(work, actor.workspace_id, process, terms, now)
            _note(work, services, actor, "stage_added", {"stage": code, "after": terms})
            return {}
        before = process.find(intent.code)
        if before is None:
            raise StaleVersionError(stages.STAGE, 0)
        changes = {name: value for name, value in terms.items() if getattr(before, name) != value}
        if changes or before.version != intent.version:
            stages.change_stage(work, actor.workspace_id, before.code, changes, expected_version=intent.version)
            was = {name: getattr(before, name) for name in changes}
            _note(work, services, actor, "stage_agreed", {"stage": before.code, "before": was, "after": changes})
        return {}

    once(services, actor, key, act)


def change(services: Services, actor: Actor, intent: StageAct, key: str) -> None:
    """Move a stage up or down, retire it or bring it back; deals that stand in a retired one stay there.

    Raises NotADeciderError; `StageRefusedError` for the last stage; StaleVersionError when it changed meanwhile.
    """
    now = services.now()

    def act(work: UnitOfWork) -> dict[str, Any]:
        only_deciders(work.connection, actor)
        process = stages.agree(work, actor.workspace_id, now)
        stage = process.find(intent.code)
        if stage is None:
            raise StaleVersionError(stages.STAGE, 0)
        changes: dict[str, Any] = {}
        if intent.act == "retire":
            if [each.code for each in process.offered] == [stage.code]:
                raise StageRefusedError(BlockId.STAGE_NAME, "stages-error-last")
            changes["retired_at"] = now
        elif intent.act == "back":
            changes["retired_at"] = None
        stages.change_stage(work, actor.workspace_id, stage.code, changes, expected_version=intent.version)
        if intent.act in {"up", "down"}:
            stages.reorder(work, actor.workspace_id, moved(process, stage.code, up=intent.act == "up"))
        acts = {"retire": "stage_retired", "back": "stage_brought_back"}
        _note(work, services, actor, acts.get(intent.act, "stage_moved"), {"stage": stage.code, "act": intent.act})
        return {}

    once(services, actor, key, act)


def _named(services: Services, process: Process, intent: SaveStage) -> str | None:
    """The name as it is stored: nothing for what the product calls this stage in any language."""
    standard = {stage.code: _in_all(services, stage.code) for stage in STANDARD.stages}
    taken = [*names_in_use(process.stages, standard, intent.code), *_in_all(services, WON), *_in_all(services, LOST)]
    if name_is_taken(intent.name, taken):
        raise StageRefusedError(BlockId.STAGE_NAME, "stages-error-alike")
    if intent.code is not None and intent.name in standard.get(intent.code, ()):
        return None
    return intent.name


def _own_words(services: Services, intent: SaveStage) -> str | None:
    """What was written of the support; nothing where that is what comes with the product, as the form proposes it."""
    stage = SalesStage("", None, None, intent.support)
    said = {support_label(services.texts.into(locale), stage) for locale in LOCALES}
    return None if intent.support_text in said else intent.support_text


def _in_all(services: Services, code: str) -> Sequence[str]:
    return [stage_label(services.texts.into(locale), code, {}) for locale in LOCALES]


def _note(work: UnitOfWork, services: Services, actor: Actor, action: str, data: dict[str, Any]) -> None:
    subject = (SUBJECT, actor.workspace_id)
    note_act(work, actor, action, subject, services.now(), data)
