"""Rows that a digest counts, inserted as plainly as can be."""

import itertools
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, Self

from sqlalchemy import insert

from domain.calendar_json import to_json
from domain.calendars import STANDARD
from storage.database import Database
from storage.ids import WorkspaceId, new_id
from storage.people import Profile, add_workspace, save_profile
from storage.tables import Account, Calendar, Deal, Lead, Objection, Workspace

MADRID = "Europe/Madrid"
LONG_AGO = datetime(2017, 1, 1, tzinfo=UTC)


class DigestRows:
    """One workspace with one member in it, and rows added at a moment each."""

    def __init__(self, database: Database, workspace_id: WorkspaceId, member_id: int) -> None:
        self.database = database
        self.workspace_id = workspace_id
        self.member_id = member_id
        self._numbers = itertools.count()

    @classmethod
    def in_new_workspace(
        cls, database: Database, team: str = "TNORTE", *, tz: str = MADRID, locale: str = "en"
    ) -> Self:
        """A workspace of its own."""
        with database.write() as work:
            workspace_id = add_workspace(
                work, Workspace(team_id=team, name="Norte", tz=tz, locale=locale, created_at=LONG_AGO)
            )
            work.commit()
        return cls.in_workspace(database, workspace_id)

    @classmethod
    def in_workspace(cls, database: Database, workspace_id: WorkspaceId) -> Self:
        """In a workspace that is there already, by a member of it."""
        with database.write() as work:
            member_id = save_profile(
                work, workspace_id, Profile("UROWS", "Nora Rows", "es", MADRID, "full", is_admin=False), LONG_AGO
            )
            work.commit()
        return cls(database, workspace_id, member_id)

    def account(self, name: str) -> int:
        """An account."""
        return self._insert(Account, name=name, name_key=name.casefold(), created_at=LONG_AGO)

    def lead(self, at: datetime, source: str = "", *, won_at: datetime | None = None) -> int:
        """An MQL, with a won deal when ``won_at`` is given."""
        number = next(self._numbers)
        lead_id = self._insert(Lead, external_id=f"L{number}", source=source, mql_at=at, created_at=at, updated_at=at)
        if won_at is not None:
            self.deal(lead_id, won_at)
        return lead_id

    def deal(self, lead_id: int, closed_at: datetime, outcome: str = "won") -> int:
        """A closed deal of a lead."""
        return self._insert(
            Deal,
            external_id=f"D{next(self._numbers)}",
            lead_id=lead_id,
            outcome=outcome,
            deal_type="new",
            closed_at=closed_at,
            created_at=closed_at,
            updated_at=closed_at,
        )

    def objection(self, at: datetime, theme: str | None = "price", quote: str = "Too expensive", **more: Any) -> int:  # noqa: ANN401 - any column
        """An objection."""
        return self._insert(
            Objection,
            logged_by_id=self.member_id,
            logged_at=at,
            quote=quote,
            theme=theme,
            theme_confirmed=more.pop("theme_confirmed", True),
            ask="none",
            text_hash=str(next(self._numbers)),
            search_text="",
            updated_at=at,
            **more,
        )

    def holidays(self, days: Mapping[date, str]) -> None:
        """The company is closed on these days."""
        spec = json.dumps(to_json(STANDARD(MADRID).with_holidays(days)))
        self._insert(Calendar, name="company", spec=spec, is_default=True, created_at=LONG_AGO)

    def _insert(self, table: type, **values: Any) -> int:  # noqa: ANN401 - any column
        row_id = new_id()
        with self.database.write() as work:
            work.connection.execute(
                insert(table).values(workspace_id=self.workspace_id, id=row_id, version=1, **values)
            )
            work.commit()
        return row_id
