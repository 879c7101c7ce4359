"""The accounts of one week for the digest: who moved, who stands still, and what is promised next."""

from collections.abc import Iterable, Mapping
from dataclasses import field
from datetime import date, timedelta
from typing import Final

from domain.account_review import AccountReview, Decision, Movement
from domain.values import frozen
from domain.weeks import DAYS_IN_WEEK, IsoWeek

#: A renewal within so many days after the week belongs to what happens next.
RENEWAL_DAYS: Final = 90
_NO_TIER: Final = 9


@frozen
class ReviewedAccount:
    """One account with its name and tier, what the week was for it, and the day its contract is to be renewed.

    Its two owners are ours by id, absent where nobody is. ``is_off_list``: it was not on the list of target accounts
    that counted as the week ended; where there was none nobody is off it.
    """

    name: str
    tier: int | None
    review: AccountReview
    renewal_on: date | None = None
    sales_owner_id: int | None = None
    marketing_owner_id: int | None = None
    is_off_list: bool = False

    @property
    def owners(self) -> frozenset[int]:
        """Who answers for it."""
        return frozenset(owner for owner in (self.sales_owner_id, self.marketing_owner_id) if owner is not None)


@frozen
class Confirmations:
    """Which owners (our ids) were asked to confirm their accounts for the week, and who confirmed which account."""

    asked: frozenset[int] = frozenset()
    by_account: Mapping[int, int] = field(default_factory=dict)


@frozen
class AccountWeek:
    """All accounts of a week, each in one of three lists or in none; ``people`` names owners, of steps too, by our ids.

    ``due`` are accounts that neither moved nor stand still, but of which something is promised by the Sunday after the
    week, or late. ``renewals`` are those, in whichever list, whose renewal comes within `RENEWAL_DAYS` after the week.
    ``without_owner`` counts those that lack a sales or marketing owner, of ``total``. ``stage_names`` is what this
    workspace calls stages that it renamed or added, by code. ``asking`` are those that neither moved nor stand still,
    but of which somebody has to decide something. ``confirmed`` says which of our ids confirmed an account (by its id)
    for this review; ``unconfirmed`` are those of which an owner was asked in vain. ``gone`` are those of ``people`` who
    promised something and have left since.
    """

    moved: tuple[ReviewedAccount, ...] = ()
    stalled: tuple[ReviewedAccount, ...] = ()
    due: tuple[ReviewedAccount, ...] = ()
    without_owner: int = 0
    total: int = 0
    people: Mapping[int, str] = field(default_factory=dict)
    renewals: tuple[ReviewedAccount, ...] = ()
    stage_names: Mapping[str, str] = field(default_factory=dict)
    asking: tuple[ReviewedAccount, ...] = ()
    confirmed: Mapping[int, int] = field(default_factory=dict)
    unconfirmed: tuple[ReviewedAccount, ...] = ()
    gone: frozenset[int] = frozenset()

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to review."""
        return not (self.moved or self.stalled or self.due or self.renewals or self.asking)

    @property
    def asks(self) -> bool:
        """Whether somebody has to decide something of an account."""
        return any(each.review.decisions for each in (*self.stalled, *self.asking, *self.moved))


def account_week(
    accounts: Iterable[ReviewedAccount],
    week: IsoWeek,
    people: Mapping[int, str],
    stage_names: Mapping[str, str] | None = None,
    confirmations: Confirmations | None = None,
    gone: frozenset[int] = frozenset(),
) -> AccountWeek:
    """The lists, the most pressing first in each: the same accounts in any order give the same lists."""
    said = confirmations or Confirmations()
    moved, stalled, due, renewals = [], [], [], []
    asking, confirmed, unconfirmed = [], {}, []
    last_renewal = week.sunday + timedelta(days=RENEWAL_DAYS)
    total = without_owner = 0
    for account in accounts:
        total += 1
        without_owner += Decision.NO_OWNER in account.review.decisions
        if account.review.movement is Movement.MOVED:
            moved.append(account)
        elif account.review.movement.is_stalled:
            stalled.append(account)
        elif _is_due(account, week.sunday + timedelta(days=DAYS_IN_WEEK)):
            due.append(account)
        if account.review.decisions and account.review.movement is Movement.STEADY:
            asking.append(account)
        if account.review.account_id in said.by_account:
            confirmed[account.review.account_id] = said.by_account[account.review.account_id]
        elif account.owners & said.asked:
            unconfirmed.append(account)
        if account.renewal_on is not None and week.sunday < account.renewal_on <= last_renewal:
            renewals.append((account.renewal_on, *_by_tier(account), account))
    return AccountWeek(
        tuple(sorted(moved, key=_by_tier)),
        tuple(sorted(stalled, key=_longest_first)),
        tuple(sorted(due, key=_soonest_first)),
        without_owner,
        total,
        people,
        tuple(each[-1] for each in sorted(renewals, key=lambda each: each[:-1])),
        stage_names or {},
        tuple(sorted(asking, key=_most_pressing_first)),
        confirmed,
        tuple(sorted(unconfirmed, key=_by_tier)),
        gone,
    )


def _is_due(account: ReviewedAccount, last: date) -> bool:
    return any(each.step.due_on <= last for each in account.review.steps)


def _most_pressing_first(account: ReviewedAccount) -> tuple[int, int, str]:
    return list(Decision).index(account.review.decisions[0]), *_by_tier(account)


def _by_tier(account: ReviewedAccount) -> tuple[int, str]:
    return account.tier or _NO_TIER, account.name


def _longest_first(account: ReviewedAccount) -> tuple[int, bool, int, str]:
    is_busy = account.review.movement is Movement.BUSY
    return -account.review.standing.days_over, is_busy, *_by_tier(account)


def _soonest_first(account: ReviewedAccount) -> tuple[date, int, str]:
    return account.review.steps[0].step.due_on, *_by_tier(account)
