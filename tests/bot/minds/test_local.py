"""The local mind: what it knows, what it learns and from whom, when it would not say."""

import hashlib
import json
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from pydantic import BaseModel

from bot.minds.local import LocalMind, lessons
from commands.minds import (
    Material,
    MindAnswer,
    MindRequest,
    MindUnavailable,
    OnRequestPathError,
    Prompt,
    Purpose,
    Reason,
    off_the_request_path,
)
from commands.prefilling import Coded
from commands.suggesting import SURE_ENOUGH, suggestion_request, sure_code
from domain.evaluation import CODES, Kind, example_of
from domain.taxonomy import Theme
from storage import labels
from storage.database import Database
from storage.ids import WorkspaceId
from storage.labels import Proposed
from tests.digest_rows import DigestRows

NOW = datetime(2026, 11, 2, tzinfo=UTC)
EVALUATION = Path(__file__).parents[3] / "evaluation"


class Form(BaseModel):
    """A form with a code of ours and a field that is none."""

    theme: Coded[Theme] | None
    account: str | None


def suggested(mind: LocalMind, text: str, workspace_id: int = 1, kind: Kind = Kind.OBJECTION) -> str | None:
    with off_the_request_path():
        told = mind.complete(suggestion_request(WorkspaceId(workspace_id), kind, text))
    assert isinstance(told, MindAnswer)
    return sure_code(told.content)


def test_it_sorts_both_languages_and_would_rather_not_say() -> None:
    mind = LocalMind(None)
    assert suggested(mind, "los datos de sus clientes no pueden salir de europa") == "security_legal"
    assert suggested(mind, "they have nobody who could set it up") == "implementation"
    assert suggested(mind, "no contesta al tlf ni a los correos", kind=Kind.RETURN) == "no_response"
    assert suggested(mind, "xkcd zzz qwert") is None
    assert suggested(mind, "…?!") is None


def test_a_form_gets_its_codes_with_the_sentence_that_says_so() -> None:
    text = "Hola, ¿qué tal?\nLa asesoria juridica no quiere firmar el contrato.\nSaludos"
    asked = (Material("text", text),)
    request = MindRequest(WorkspaceId(1), Purpose.PREFILL, Prompt("form", "1", ""), asked, Form)
    with off_the_request_path():
        told = LocalMind(None).complete(request)
    assert isinstance(told, MindAnswer)
    assert told.content.account is None
    assert told.content.theme is not None
    assert told.content.theme.value is Theme.SECURITY_LEGAL
    assert told.content.theme.words == "La asesoria juridica no quiere firmar el contrato."
    assert SURE_ENOUGH <= told.sure["theme"] <= 1


def test_what_has_no_code_of_ours_it_cannot_do() -> None:
    class Essay(BaseModel):
        text: str

    request = MindRequest(WorkspaceId(1), Purpose.ASK, Prompt("essay", "1", ""), (), Essay)
    with off_the_request_path():
        told = LocalMind(None).complete(request)
    assert isinstance(told, MindUnavailable)
    assert told.reason is Reason.UNABLE


def test_nobody_waits_for_it_on_the_way_to_an_ack() -> None:
    with pytest.raises(OnRequestPathError):
        LocalMind(None).complete(suggestion_request(WorkspaceId(1), Kind.OBJECTION, "caro"))


def test_what_one_workspace_confirmed_teaches_it_and_no_other(sqlite_url: str) -> None:
    with closing(Database.open(sqlite_url)) as database:
        ours, theirs = (DigestRows.in_new_workspace(database, team) for team in ("T1", "T2"))
        for number in range(12):
            ours.objection(datetime(2026, 11, number + 1, tzinfo=UTC), "authority", f"pulpo azul numero {number}")
        fields = tuple(("reason", f"pulpo verde numero {number}", "spam") for number in range(12))
        with database.write() as work:
            for number, field in enumerate(fields):
                shown = Proposed(f"V{number}", "rating_form", "…", "local:m", "prefill_lead_rating@1", (field,))
                labels.propose(work, ours.workspace_id, ours.member_id, shown, datetime(2026, 11, 1, tzinfo=UTC))
                labels.confirm(work, ours.workspace_id, f"V{number}", {"reason": "duplicate"}, NOW)
            work.commit()
        mind = LocalMind(database)
        assert suggested(mind, "otra vez el pulpo azul", ours.workspace_id) == "authority"
        assert suggested(mind, "otra vez el pulpo azul", theirs.workspace_id) != "authority"
        assert suggested(mind, "otra vez el pulpo verde", ours.workspace_id, Kind.RETURN) == "duplicate"


def test_the_sentences_are_apart_and_the_unseen_ones_are_as_they_were() -> None:
    taught = {text.casefold() for kind in Kind for text, _code in lessons(kind)}
    lines = (EVALUATION / "seen.jsonl").read_text("utf-8").splitlines()
    seen = [example_of(json.loads(line)) for line in lines]
    assert not taught & {example.text.casefold() for example in seen}
    for kind in Kind:
        assert {code for _text, code in lessons(kind)} == set(CODES[kind])
        assert {example.label for example in seen if example.kind is kind} == set(CODES[kind])
    unseen = (EVALUATION / "unseen.jsonl").read_bytes()
    assert hashlib.sha256(unseen).hexdigest() == (EVALUATION / "unseen.sha256").read_text("utf-8").split()[0]
