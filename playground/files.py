"""Files that people drop and that the app uploads."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING

from playground.errors import SlackError
from playground.ids import random_id

if TYPE_CHECKING:
    from playground.model import Json


@dataclass(slots=True)
class StoredFile:
    """A file's bytes and where it was shared."""

    id: str
    name: str
    user: str
    secret: str
    length: int = 0
    title: str = ""
    content: bytes = b""
    received: bool = False
    shared_in: list[str] = field(default_factory=list)

    def as_json(self, base_url: str, created: int) -> Json:
        """The file object of the Web API and of events; its URLs ask for the bot token."""
        kind = self.name.rsplit(".", 1)[-1].lower() if "." in self.name else "text"
        url = f"{base_url}/files-pri/{self.id}/{self.name}"
        return {
            "id": self.id,
            "created": created,
            "timestamp": created,
            "name": self.name,
            "title": self.title or self.name,
            "mimetype": "text/csv" if kind == "csv" else "application/octet-stream",
            "filetype": kind,
            "user": self.user,
            "size": len(self.content),
            "mode": "hosted",
            "is_external": False,
            "is_public": False,
            "url_private": url,
            "url_private_download": url,
            "channels": list(self.shared_in),
            "groups": [],
            "ims": [],
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
        """A file by id, SlackError ``file_not_found``."""
        found = self._files.get(file_id)
        if found is None:
            raise SlackError("file_not_found")
        return found
