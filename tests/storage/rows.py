"""Rows for tests of queries: a workspace, people in it, accounts, and objections as the product stores them."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Self

from storage.database import Database
from storage.ids import WorkspaceId, new_id
from storage.people import Profile, add_workspace, save_profile
from storage.search import index_text
from storage.tables import Account, Objection, Workspace

NOW = datetime(2026, 6, 3, 8, 0, tzinfo=UTC)


class Team:
    """One workspace; everything it adds is committed at once."""

    def __init__(self, database: Database, workspace_id: WorkspaceId) -> None:
        self.database = database
        self.id = workspace_id

    @classmethod
    def new(cls, database: Database, team_id: str = "T1") -> Self:
        """A workspace of its own."""
        with database.write() as work:
            workspace_id = add_workspace(work, Workspace(team_id=team_id, tz="Europe/Madrid", created_at=NOW))
            work.commit()
        return cls(database, workspace_id)

    def member(self, slack_id: str = "U1", **changes: Any) -> int:  # noqa: ANN401 - any field of a profile
        """A person, met or met again."""
        said: dict[str, Any] = {"locale": "en", "tz": "Europe/Madrid", "kind": "full", "is_admin": False, **changes}
        with self.database.write() as work:
            found = save_profile(work, self.id, Profile(slack_id, said.pop("name", slack_id), **said), NOW)
            work.commit()
        return found

    def account(self, name: str, key: str, marketing: int | None = None) -> int:
        """A company."""
        account_id = new_id()
        with self.database.write() as work:
            work.session.add(
                Account(
                    workspace_id=self.id,
                    id=account_id,
                    name=name,
                    name_key=key,
                    marketing_owner_id=marketing,
                    created_at=NOW,
                )
            )
            work.commit()
        return account_id

    def objections(self, author: int, quotes: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
        """Several at once: further columns by quote; gives their ids."""
        ids = {}
        with self.database.write() as work:
            for quote, more in quotes.items():
                ids[quote] = new_id()
                columns: dict[str, Any] = {"logged_at": NOW, "updated_at": NOW, "text_hash": "x", **more}
                columns.setdefault("search_text", index_text(quote))
                work.session.add(
                    Objection(workspace_id=self.id, id=ids[quote], logged_by_id=author, quote=quote, **columns)
                )
            work.commit()
        return ids
