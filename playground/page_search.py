"""Messages that the page's search finds."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from playground.page_shape import may_see, message_shape

if TYPE_CHECKING:
    from starlette.requests import Request

    from playground.model import Json, Message
    from playground.workspace import Workspace

#: How many are shown: the newest.
FOUND = 8


def folded(text: str) -> str:
    """Without case and accents, as people type when they search."""
    return "".join(sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign))


class PageSearch:
    """Looks through what one person may read."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    async def find(self, request: Request) -> Json:
        """GET /page/search: the newest messages that have all words of ``query``."""
        store = self._workspace.store
        viewer = store.person(request.query_params["as"])
        words = folded(request.query_params["query"]).split()
        places = [
            place
            for place in store.conversations.values()
            if viewer.id in place.members and may_see(self._workspace, viewer, place)
        ]
        found = [
            message
            for place in places
            for message in store.messages(place.id)
            if words and self._has(message, words) and not message.deleted
        ]
        found.sort(key=lambda message: message.ts, reverse=True)
        return {"ok": True, "messages": [message_shape(self._workspace, each) for each in found[:FOUND]]}

    def _has(self, message: Message, words: list[str]) -> bool:
        person = self._workspace.store.people.get(message.user)
        said = folded(f"{message.text} {person.real_name if person else ''}")
        return all(word in said for word in words)
