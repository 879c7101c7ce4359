"""The local mind: sorts sentences on this machine, by what shipped sentences and the workspace's own people taught it.

It suggests codes (themes, reasons), alone or for the fields of a form that have them, and nothing else: no text is
written, no question answered. What it is asked never leaves the process, and what one workspace confirmed teaches no
other. Needs the extra `local`.
"""

import re
import threading
from collections import OrderedDict
from functools import cache
from importlib.resources import files
from typing import Any, Final, get_args

from pydantic import BaseModel

from bot.minds.classifier import Classifier, learnt
from bot.settings import MindSettings
from commands.minds import Answer, MindAnswer, MindRequest, MindUnavailable, Reason, only_off_the_request_path
from commands.prefilling import Coded
from commands.suggesting import SURE_ENOUGH, kind_of
from domain.evaluation import CODES, Kind
from domain.values import frozen
from storage.confirmed import confirmed_codes
from storage.database import Database
from storage.ids import WorkspaceId

NAME: Final = "local"
MODEL: Final = "use-multilingual-3+logistic.1"
#: A workspace's own labels count from so many on, and are learnt anew when so many came since.
_WORTH_LEARNING: Final = 10
_OWN_LABELS: Final = 400
#: As many models of workspaces are kept, one for each kind of code; one takes some 700 kB, and a second to make.
_KEPT: Final = 16

#: Of a thread or a mail, each sentence is judged by itself: one says why, the others what the weather is like.
_ENDS: Final = re.compile(r"(?<=[.!?…])\s+|\n+")
_SENTENCES: Final = 40
#: The words that a field came from are shown beside it.
_LONGEST_WORDS: Final = 300
_KIND_OF: Final = {codes: kind for kind, codes in CODES.items()}


@frozen
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
        self._own: OrderedDict[tuple[WorkspaceId, Kind], _Own] = OrderedDict()
        self._lock = threading.Lock()

    def complete(self, request: MindRequest[Answer]) -> MindAnswer[Answer] | MindUnavailable:
        """As the port says; UNABLE for a form of answer without codes of ours."""
        only_off_the_request_path()
        kind, fields = kind_of(request.schema), _coded_fields(request.schema)
        sure: dict[str, float] = {}
        text = next((each.text for each in request.material if each.record == "text"), "")
        if kind is not None:
            code, confidence, _words = self._likeliest(kind, request.workspace_id, text)
            said: dict[str, Any] = {"code": code, "confidence": confidence}
        elif fields:
            said = dict.fromkeys(request.schema.model_fields)
            for name, of_field in fields.items():
                code, confidence, words = self._likeliest(of_field, request.workspace_id, text)
                if code is not None and confidence >= SURE_ENOUGH:
                    said[name], sure[name] = {"value": code, "words": words}, confidence
        else:
            return MindUnavailable(Reason.UNABLE, "the local mind suggests codes and nothing else")
        content = request.schema.model_validate(said)
        return MindAnswer(content, NAME, MODEL, frozenset(each.record for each in request.material), sure=sure)

    def _likeliest(self, kind: Kind, workspace_id: WorkspaceId, text: str) -> tuple[str | None, float, str]:
        """The code that one of the sentences of ``text`` says most clearly, how sure that is, and the sentence."""
        sentences = [each.strip()[:_LONGEST_WORDS] for each in _ENDS.split(text) if any(map(str.isalpha, each))]
        if not sentences:
            return None, 0.0, ""
        with self._lock:  # the pool's threads share the classifiers, and one core learns no faster for two
            classifier = self._classifier(kind, workspace_id)
        judged = [(*classifier.likely(each)[0], each) for each in sentences[:_SENTENCES]]
        return max(judged, key=lambda each: each[1])

    def _classifier(self, kind: Kind, workspace_id: WorkspaceId) -> Classifier:
        own = self._own_labels(workspace_id, kind)
        if len(own) < _WORTH_LEARNING:
            return _shipped(kind)
        known = self._own.get((workspace_id, kind))
        if known is None or len(known.labels.symmetric_difference(own)) >= _WORTH_LEARNING:
            known = _Own(frozenset(own), learnt([*lessons(kind), *own]))
            self._own[workspace_id, kind] = known
        self._own.move_to_end((workspace_id, kind))
        while len(self._own) > _KEPT:
            self._own.popitem(last=False)
        return known.classifier

    def _own_labels(self, workspace_id: WorkspaceId, kind: Kind) -> list[tuple[str, str]]:
        if self._database is None:
            return []
        with self._database.read() as connection:
            return confirmed_codes(connection, workspace_id, kind, limit=_OWN_LABELS)


@cache
def _shipped(kind: Kind) -> Classifier:
    return learnt(lessons(kind))


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


def _coded_fields(schema: type[BaseModel]) -> dict[str, Kind]:
    """The fields of a form that hold a code of ours, with its kind."""
    found = {}
    for name, field in schema.model_fields.items():
        for kind_of_field in get_args(field.annotation):
            if isinstance(kind_of_field, type) and issubclass(kind_of_field, Coded):
                codes = kind_of_field.model_fields["value"].annotation
                if codes in _KIND_OF:
                    found[name] = _KIND_OF[codes]
    return found


def make(_settings: MindSettings, database: Database | None) -> LocalMind:
    """The local mind. Raises ModuleNotFoundError where the extra `local` is not installed."""
    return LocalMind(database)
