"""The local mind: sorts sentences on this machine, by what shipped sentences and the workspace's own people taught it.

It suggests codes and nothing else: no text is written, no question answered. What it is asked never leaves the process,
and what one workspace confirmed teaches no other. Needs the extra `local`.
"""

import threading
from collections import OrderedDict
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from bot.minds.classifier import Classifier, learnt
from bot.settings import MindSettings
from commands.minds import Answer, MindAnswer, MindRequest, MindUnavailable, Reason, only_off_the_request_path
from commands.suggesting import kind_of
from domain.evaluation import CODES, Kind
from storage.confirmed import confirmed_themes
from storage.database import Database
from storage.ids import WorkspaceId

NAME: Final = "local"
MODEL: Final = "use-multilingual-3+logistic.1"
#: A workspace's own labels count from so many on, and are learnt anew when so many came since.
_WORTH_LEARNING: Final = 10
_OWN_LABELS: Final = 400
#: Models of as many workspaces are kept; one takes some 700 kB, and a second to make.
_KEPT: Final = 16


@dataclass(frozen=True, slots=True)
class _Own:
    labels: frozenset[tuple[str, str]]
    classifier: Classifier


class LocalMind:
    """Classifiers by kind of code, made on first use."""

    leaves_the_machine = False
    name = NAME
    model = MODEL

    def __init__(self, database: Database | None) -> None:
        """Without a ``database`` it knows the shipped sentences alone."""
        self._database = database
        self._shipped: dict[Kind, Classifier] = {}
        self._own: OrderedDict[WorkspaceId, _Own] = OrderedDict()
        self._lock = threading.Lock()

    def complete(self, request: MindRequest[Answer]) -> MindAnswer[Answer] | MindUnavailable:
        """As the port says; anything but a suggestion is UNABLE."""
        only_off_the_request_path()
        kind = kind_of(request.schema)
        text = next((each.text for each in request.material if each.record == "text"), "")
        if kind is None:
            return MindUnavailable(Reason.UNABLE, "the local mind suggests codes and nothing else")
        code, confidence = None, 0.0
        if any(char.isalpha() for char in text):
            with self._lock:  # the pool's threads share the classifiers, and one core learns no faster for two
                classifier = self._classifier(kind, request.workspace_id)
            code, confidence = classifier.likely(text)[0]
        content = request.schema.model_validate({"code": code, "confidence": confidence})
        return MindAnswer(content, NAME, MODEL, frozenset(each.record for each in request.material))

    def _classifier(self, kind: Kind, workspace_id: WorkspaceId) -> Classifier:
        own = self._own_labels(workspace_id) if kind is Kind.OBJECTION else []
        if len(own) < _WORTH_LEARNING:
            if kind not in self._shipped:
                self._shipped[kind] = learnt(lessons(kind))
            return self._shipped[kind]
        known = self._own.get(workspace_id)
        if known is None or len(known.labels.symmetric_difference(own)) >= _WORTH_LEARNING:
            known = _Own(frozenset(own), learnt([*lessons(kind), *own]))
            self._own[workspace_id] = known
        self._own.move_to_end(workspace_id)
        while len(self._own) > _KEPT:
            self._own.popitem(last=False)
        return known.classifier

    def _own_labels(self, workspace_id: WorkspaceId) -> list[tuple[str, str]]:
        if self._database is None:
            return []
        with self._database.read() as connection:
            return confirmed_themes(connection, workspace_id, limit=_OWN_LABELS)


def lessons(kind: Kind) -> list[tuple[str, str]]:
    """The shipped sentences of ``kind`` with their codes: sections ``[code language]``, a sentence a line."""
    examples: list[tuple[str, str]] = []
    code = ""
    known = set(CODES[kind])
    for line in files("bot.minds").joinpath("lessons", f"{kind}.txt").read_text("utf-8").splitlines():
        if line.startswith("["):
            code = line.strip("[]").split()[0]
            assert code in known, line
        elif line:
            examples.append((line, code))
    return examples


def make(_settings: MindSettings, database: Database | None) -> LocalMind:
    """The local mind. Raises ModuleNotFoundError where the extra `local` is not installed."""
    return LocalMind(database)
