"""The answer comes: what is kept is kept before anything is shown, so that the form changes under nobody's fingers."""

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from slack_sdk.errors import SlackClientError
from sqlalchemy import func, select
from sqlmodel import col

from commands.blocks import Json
from commands.context import ACTOR_KEY
from commands.minds import MindAnswer, MindRequest
from commands.objection import filling
from commands.objection.form_views import form_modal
from commands.prefill.listeners import PrefillListeners
from storage.database import Database
from storage.tables import MindLabel, OutboxMessage
from tests.commands.promises.desk import Desk


class Prompt:
    """A mind that answers at once."""

    name = "prompt"
    leaves_the_machine = False

    def standing(self, *_where: object) -> None:
        """As the port says: it may be asked."""

    def start(self, request: MindRequest[Any], done: Callable[[MindAnswer[Any]], None]) -> None:
        """As the port says."""
        said = {**dict.fromkeys(request.schema.model_fields), "theme": {"value": "price", "words": "too dear"}}
        done(MindAnswer(request.schema.model_validate(said), self.name, "m"))


class Slack:
    """Notes which view was updated, and how many labels were there by then."""

    def __init__(self, desk: Desk, refusal: str | None) -> None:
        self._desk, self._refusal = desk, refusal
        self.updated: list[tuple[str, int]] = []

    def views_push(self, **_given: object) -> Json:
        """The view above."""
        return {"view": {"id": "VABOVE"}}

    def views_update(self, *, view_id: str, view: Json) -> None:
        """As Slack's."""
        del view
        self.updated.append((view_id, labels(self._desk)))
        if self._refusal is not None:
            raise SlackClientError(self._refusal)


def labels(desk: Desk) -> int:
    """How many are stored."""
    with desk.database.read() as connection:
        return int(connection.execute(select(func.count()).select_from(MindLabel)).scalar_one())


@pytest.fixture
def desk(sqlite_url: str) -> Iterator[Desk]:
    """A workspace."""
    with closing(Database.open(sqlite_url)) as database:
        yield Desk(database)


def press(desk: Desk, refusal: str | None = None) -> Slack:
    """*Fill in from the text*, with a text in the form."""
    mind: Any = Prompt()
    services = replace(desk.services, minds=mind)
    form = form_modal(services.say(desk.owner))
    values: Json = {}
    for row in form["blocks"]:
        element = row["element"]
        held: Json = {"value": "Acme: too dear" if row["block_id"] == "quote" else None}
        values[row["block_id"]] = {element["action_id"]: {"type": element["type"], "selected_option": None, **held}}
    slack: Any = Slack(desk, refusal)
    body = {"view": {**form, "id": "VFORM", "state": {"values": values}}, "trigger_id": "1"}
    context: Any = {ACTOR_KEY: desk.owner}
    listeners = PrefillListeners(services, {form["callback_id"]: filling.filler(services)})
    listeners.on_fill(lambda: None, body, slack, context)  # type: ignore[arg-type]
    made: Slack = slack
    return made


def test_both_are_shown_once_it_is_kept(desk: Desk) -> None:
    assert press(desk).updated == [("VABOVE", 1), ("VFORM", 1)]
    assert labels(desk) == 1


@pytest.mark.parametrize(("refusal", "told"), [("not_found", False), ("timed out", True)])
def test_what_nobody_saw_is_forgotten_and_who_waits_is_told(desk: Desk, refusal: str, told: bool) -> None:
    """The form stays as it is; who has closed what lay above it waits for nothing."""
    assert press(desk, refusal).updated == [("VABOVE", 1)]
    assert labels(desk) == 0
    with desk.database.read() as connection:
        said = connection.execute(select(col(OutboxMessage.body))).scalars().all()
    sentence = desk.services.say(desk.owner)("window-not-changed")
    assert [sentence in each for each in said] == ([True] if told else [])
