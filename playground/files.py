"""Files that people drop and that the app uploads."""

from __future__ import annotations

import mimetypes
import secrets
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING
from urllib.parse import quote

from playground.errors import SlackError
from playground.ids import random_id

if TYPE_CHECKING:
    from playground.model import Conversation, Json
    from playground.store import Store

# https://docs.slack.dev/reference/objects/file-object#types: the names that Slack has for common kinds.
PRETTY_TYPES = {"csv": "CSV", "tsv": "TSV", "text": "Plain Text", "txt": "Plain Text", "xlsx": "Excel Spreadsheet"}


@dataclass(slots=True)
class StoredFile:
    """A file's bytes and where it was shared: ids of conversations, and each message by conversation."""

    id: str
    name: str
    user: str
    secret: str
    length: int = 0
    title: str = ""
    content: bytes = b""
    received: bool = False
    deleted: bool = False
    shared_in: list[str] = field(default_factory=list)
    private_in: set[str] = field(default_factory=set)
    shares: dict[str, list[Json]] = field(default_factory=dict)

    def share(self, place: Conversation) -> None:
        """Note that it is shown in a conversation."""
        if place.id not in self.shared_in:
            self.shared_in.append(place.id)
        if place.is_private:
            self.private_in.add(place.id)

    def as_json(self, base_url: str, created: int) -> Json:
        """The file object of the Web API and of events; its URLs ask for the bot token.

        https://docs.slack.dev/reference/objects/file-object
        """
        if self.deleted:
            return {"id": self.id, "mode": "tombstone"}
        kind = self.name.rsplit(".", 1)[-1].lower() if "." in self.name else "text"
        address, name = f"{base_url}/files-pri/{self.id}", quote(self.name, safe="")
        direct = [each for each in self.shared_in if each.startswith("D")]
        groups = [each for each in self.shared_in if each in self.private_in]
        public = [each for each in self.shared_in if each not in {*direct, *groups}]
        guessed = mimetypes.guess_type(self.name)[0]
        return {
            "id": self.id,
            "created": created,
            "timestamp": created,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": "text/csv" if kind == "csv" else guessed or "application/octet-stream",
            "filetype": kind,
            "pretty_type": PRETTY_TYPES.get(kind, kind.upper()),
            "user": self.user,
            "editable": False,
            "size": len(self.content),
            "mode": "hosted",
            "is_external": False,
            "external_type": "",
            "is_public": bool(public),
            "public_url_shared": False,
            "display_as_bot": False,
            "username": "",
            "url_private": f"{address}/{name}",
            "url_private_download": f"{address}/download/{name}",
            "permalink": f"{base_url}/files/{self.user}/{self.id}/{name}",
            "has_rich_preview": False,
            "file_access": "visible",
            "channels": public,
            "groups": groups,
            "ims": direct,
            "shares": {
                kind: shown
                for kind, places in (("public", public), ("private", [*groups, *direct]))
                if (shown := {place: list(self.shares[place]) for place in places if place in self.shares})
            },
        }


class Files:
    """All files, by id and by upload secret."""

    def __init__(self) -> None:
        self._files: dict[str, StoredFile] = {}
        self._lock = Lock()

    def expect(self, name: str, length: int, user: str) -> StoredFile:
        """Make room for an upload of ``length`` bytes."""
        made = StoredFile(random_id("F"), name, user, secrets.token_urlsafe(16), length)
        with self._lock:
            self._files[made.id] = made
        return made

    def keep(self, name: str, content: bytes, user: str) -> StoredFile:
        """Store a file whole."""
        made = self.expect(name, len(content), user)
        made.content, made.received = content, True
        return made

    def receive(self, secret: str, content: bytes) -> StoredFile:
        """Take the bytes of an expected upload; LookupError for an unknown address."""
        with self._lock:
            found = next((each for each in self._files.values() if each.secret == secret), None)
        if found is None:
            raise LookupError(secret)
        found.content, found.received = content, True
        return found

    def find(self, file_id: str) -> StoredFile:
        """A file by id. SlackError ``file_not_found``, or ``file_deleted`` when somebody deleted it.

        https://docs.slack.dev/reference/methods/files.info#errors
        """
        found = self._files.get(file_id)
        if found is None:
            raise SlackError("file_not_found")
        if found.deleted:
            raise SlackError("file_deleted")
        return found

    def seen_by_app(self, file_id: str, store: Store) -> StoredFile:
        """The same for the app, which sees its own files and those of conversations that it is in."""
        found = self.find(file_id)
        places = [store.conversations[each] for each in found.shared_in if each in store.conversations]
        if found.user != store.app.id and not any(store.app.id in place.members for place in places):
            raise SlackError("file_not_found")
        return found

    def delete(self, file_id: str) -> StoredFile:
        """Forget the bytes; what showed the file shows its gravestone."""
        found = self.find(file_id)
        found.deleted, found.content = True, b""
        return found
