"""A team with a deal of its owner: closed, opened again and imported by the use cases, with a clock that is moved."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from bot.jobs.notices import run_release
from bot.jobs.timers import run_due_timers
from commands.context import Actor
from commands.i18n import Texts
from commands.importing.actions import ImportFile, ImportOutcome, import_file
from commands.importing.problems import Finding
from commands.win_loss import asking_notices, closing
from commands.win_loss.actions import record_review, restore, withdraw
from commands.win_loss.closing import Turned
from commands.win_loss.parse import RecordReview, ReviewFields
from domain.taxonomy import DealOutcome, Perspective
from storage.ids import new_id
from storage.imports import RecordKind
from storage.tables import Deal, Notice, OutboxMessage, ReviewRequest, Timer
from tests.commands.promises.desk import Desk, at


class Book(Desk):
    """The desk of handoffs, whose owner (Laura) also owns the account Acme and its deal."""

    def __init__(self, *given: Any) -> None:  # noqa: ANN401 - as the desk takes it
        super().__init__(*given)
        self.account_id = self.team.account("Acme", "acme")
        self.own(self.account_id, self.owner)
        self.deal_id = self.deal("Renewal", account_id=self.account_id)

    def own(self, account_id: int, owner: Actor | None) -> None:
        """Make somebody the sales owner of an account."""
        self._execute(
            "UPDATE accounts SET sales_owner_id = :owner WHERE workspace_id = :ws AND id = :id",
            owner=owner.member_id if owner else None,
            id=account_id,
        )

    def deal(self, name: str, **columns: Any) -> int:  # noqa: ANN401 - any column
        """An open deal."""
        deal_id = new_id()
        with self.database.write() as work:
            work.session.add(
                Deal(
                    workspace_id=self.id,
                    id=deal_id,
                    external_id=columns.pop("external_id", f"D-{name}"),
                    name=name,
                    created_at=self.now,
                    updated_at=self.now,
                    **columns,
                )
            )
            work.commit()
        return deal_id

    def close(self, outcome: DealOutcome, actor: Actor | None = None, deal_id: int | None = None) -> Turned:
        """`close`, by the manager unless somebody else does it."""
        return closing.close(self.services, actor or self.manager, deal_id or self.deal_id, outcome, self.key())

    def closed_at(self, moment: str, outcome: DealOutcome = DealOutcome.WON, actor: Actor | None = None) -> Turned:
        """`close` at a moment by the clocks of Madrid."""
        self.now = at(moment)
        return self.close(outcome, actor)

    def reopen(self, actor: Actor | None = None) -> Turned:
        """`reopen`."""
        return closing.reopen(self.services, actor or self.manager, self.deal_id, self.key())

    def review(self, actor: Actor | None = None, perspective: Perspective | None = Perspective.REP) -> int:
        """A view of the deal, the owner's unless somebody else gives it; its id."""
        fields = ReviewFields(
            outcome=DealOutcome.WON, primary="value", deal_id=self.deal_id, perspective=perspective, lesson=self.key()
        )
        return record_review(self.services, actor or self.owner, RecordReview(fields), self.key()).review.id

    def undo(self, review_id: int) -> None:
        """*Undo*."""
        withdraw(self.services, self.owner, review_id, self.key())

    def redo(self, review_id: int) -> None:
        """*Bring it back*."""
        restore(self.services, self.owner, review_id, self.key())

    def sweep(self) -> int:
        """The clock's look at promises."""
        return run_due_timers(self.database, self.now)

    def release(self) -> list[dict[str, Any]]:
        """Send what may leave now; gives the messages that came of it, in order."""
        before = {row["id"] for row in self.rows(OutboxMessage)}
        kinds = asking_notices.composers()
        run_release(self.database, Texts(), kinds, self.now, self.now)
        return [dict(row) for row in self.rows(OutboxMessage) if row["id"] not in before]

    def requests(self) -> list[dict[str, Any]]:
        """All requests, in order."""
        return [dict(row) for row in self.rows(ReviewRequest)]

    def request(self) -> dict[str, Any]:
        """The only one that is open."""
        (found,) = [each for each in self.requests() if each["state"] == "open"]
        return found

    def timers(self) -> list[dict[str, Any]]:
        """All promises of reviews, in order."""
        return [dict(row) for row in self.rows(Timer) if row["kind"] == "review"]

    def pending(self) -> list[tuple[str, int | str | None]]:
        """What is planned to be told at once: kind and reader."""
        return [
            (row["kind"], row["member_id"] or row["channel"])
            for row in self.rows(Notice)
            if row["state"] == "pending" and row["lane"] != "in_place"
        ]

    def bring(self, folder: Path, *lines: str) -> ImportOutcome:
        """Import a file of deals: ``id,name,company,outcome,closed_at`` and, last, the owner's name."""
        path = folder / "deals.csv"
        path.write_text("\n".join(["deal id,deal name,company,status,close date,deal owner", *lines]), "utf-8")
        wanted = ImportFile(RecordKind.DEALS, path)
        return import_file(self.database, self.id, wanted, now=self.now, report=_unread)


def _unread(findings: Iterator[Finding]) -> None:
    for _finding in findings:
        pass
