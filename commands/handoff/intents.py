"""What is asked of a handoff, as frozen values: read from payloads by `parse.py`, carried out by the use cases."""

from datetime import date, datetime

from domain.taxonomy import AttemptChannel, LeadType, ReturnReason
from domain.values import frozen


@frozen
class NewLead:
    """A lead that is not known yet. ``company`` names its account, which is linked when it is known.

    ``is_looked_for``: somebody typed it, and another may type the same in this moment; of both there is to be one.
    """

    company: str
    name: str | None = None
    email: str | None = None
    phone: str | None = None
    lead_type: LeadType | None = None
    source: str = ""
    campaign: str | None = None
    action: str | None = None
    action_at: datetime | None = None
    score: int | None = None
    crm_url: str | None = None
    is_looked_for: bool = False


@frozen
class OfferHandoff:
    """Give a lead (an id, or a new one) to ``owner_id``; without one it is routed.

    ``lead_type`` and ``source`` overrule what is known of the lead. ``removed`` counts characters that cannot be kept.
    """

    lead: int | NewLead
    owner_id: int | None = None
    kind: str = "mql"
    why: str = ""
    lead_type: LeadType | None = None
    source: str | None = None
    source_channel: str | None = None
    source_link: str | None = None
    removed: int = 0


@frozen
class LogAttempt:
    """Somebody tried to reach the lead at ``at`` (absent: now); ``answered`` when the other side did."""

    handoff_id: int
    channel: AttemptChannel
    answered: bool = False
    note: str | None = None
    at: datetime | None = None


@frozen
class ReturnLead:
    """The lead does not go on; ``reason`` decides what becomes of it.

    ``recycle_on`` is the local day on which the marketer is asked (absent: in `RECYCLE_DAYS`), ``to_member_id`` who
    should have it when it is rerouted. ``version`` is the one that was shown; absent when it does not matter.
    """

    handoff_id: int
    reason: ReturnReason
    note: str | None = None
    recycle_on: date | None = None
    to_member_id: int | None = None
    version: int | None = None


@frozen
class Reassign:
    """Give a handoff to somebody else."""

    handoff_id: int
    to_member_id: int
    note: str | None = None
    version: int | None = None


@frozen
class TransferAll:
    """Give all that is open of one member to another, before time off or on leaving."""

    from_member_id: int
    to_member_id: int
    note: str | None = None


@frozen
class OfferAgain:
    """Offer a returned lead once more, as a new handoff; ``owner_id`` absent: it is routed."""

    handoff_id: int
    what_changed: str
    owner_id: int | None = None
