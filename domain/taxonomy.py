"""The codes people choose from: stable in storage, translated only when shown.

A code in use is never deleted or renamed; labels live in the locales under ``<kind>-<code>``.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Theme(StrEnum):
    """What an objection is about."""

    PRICE = "price"
    BUDGET = "budget"
    AUTHORITY = "authority"
    NEED = "need"
    TIMING = "timing"
    STATUS_QUO = "status_quo"
    COMPETITOR = "competitor"
    PRODUCT_GAP = "product_gap"
    TRUST = "trust"
    IMPLEMENTATION = "implementation"
    SECURITY_LEGAL = "security_legal"
    BRUSH_OFF = "brush_off"
    OTHER = "other"


class Ask(StrEnum):
    """What the salesperson needs from marketing because of an objection."""

    NONE = "none"
    ARGUMENT = "argument"
    CONTENT = "content"
    PROOF = "proof"


class Worked(StrEnum):
    """Whether the argument that was used worked."""

    YES = "yes"
    NO = "no"
    TOO_EARLY = "too_early"


class BeliefSource(StrEnum):
    """How the salesperson knows: the buyer said it, wrote it, or it is a guess."""

    SAID = "said"
    WRITTEN = "written"
    GUESS = "guess"


class DealStage(StrEnum):
    """Where the deal stood when the objection was heard."""

    PROSPECTING = "prospecting"
    DISCOVERY = "discovery"
    DEMO = "demo"
    PROPOSAL = "proposal"
    NEGOTIATION = "negotiation"
    RENEWAL = "renewal"


class BuyingRole(StrEnum):
    """The speaker's part in the buying group."""

    CHAMPION = "champion"
    ECONOMIC_BUYER = "economic_buyer"
    TECHNICAL_EVALUATOR = "technical_evaluator"
    USER = "user"
    PROCUREMENT_LEGAL = "procurement_legal"
    BLOCKER = "blocker"


class Relation(StrEnum):
    """What a company is to us."""

    PROSPECT = "prospect"
    CUSTOMER = "customer"


class DealOutcome(StrEnum):
    """How a deal stands; ``open`` until it closes."""

    OPEN = "open"
    WON = "won"
    LOST_COMPETITOR = "lost_competitor"
    LOST_NO_DECISION = "lost_no_decision"
    LOST_OTHER = "lost_other"
    CHURNED = "churned"
    UNKNOWN = "unknown"


class LossReason(StrEnum):
    """Why a deal was not won, or a customer left."""

    PRICE = "price"
    BUDGET = "budget"
    PRODUCT_GAP = "product_gap"
    COMPETITOR = "competitor"
    INCUMBENT = "incumbent"
    IN_HOUSE = "in_house"
    PRIORITY = "priority"
    TIMING = "timing"
    NO_CHAMPION = "no_champion"
    RISK = "risk"
    SALES_PROCESS = "sales_process"
    UNRESPONSIVE = "unresponsive"
    POOR_FIT = "poor_fit"
    OTHER = "other"


class WinReason(StrEnum):
    """Why a deal was won."""

    PRODUCT_FIT = "product_fit"
    VALUE = "value"
    TRUST = "trust"
    SALES_EXPERIENCE = "sales_experience"
    IMPLEMENTATION = "implementation"
    RELATIONSHIP = "relationship"
    CONTENT = "content"
    OTHER = "other"


class Perspective(StrEnum):
    """Whose view of a closed deal a review gives."""

    REP = "rep"
    MANAGER = "manager"
    BUYER = "buyer"


class DealType(StrEnum):
    """New business, renewal or expansion."""

    NEW = "new"
    RENEWAL = "renewal"
    EXPANSION = "expansion"


class MemberKind(StrEnum):
    """What a Slack user is to this workspace. Guests and externals get nothing unless an admin allows it."""

    FULL = "full"
    GUEST = "guest"
    EXTERNAL = "external"
    BOT = "bot"


class Team(StrEnum):
    """Which side of the loop a member works on."""

    SALES = "sales"
    MARKETING = "marketing"


class LeadType(StrEnum):
    """The action by which a lead showed interest, as far as the agreed times depend on it."""

    DEMO_REQUEST = "demo_request"
    PRICING_REQUEST = "pricing_request"
    CONTENT = "content"
    EVENT = "event"
    REFERRAL = "referral"
    OTHER = "other"


class Grade(StrEnum):
    """How good a lead is in one respect: how it fits, or how much it wants."""

    GOOD = "good"
    PARTIAL = "partial"
    POOR = "poor"


class AttemptChannel(StrEnum):
    """How somebody tried to reach a lead."""

    CALL = "call"
    EMAIL = "email"
    MESSAGE = "message"
    MEETING = "meeting"


class ReturnAction(StrEnum):
    """What becomes of a lead that does not go on: back to marketing with a date, to somebody else, or out."""

    RECYCLE = "recycle"
    REROUTE = "reroute"
    DISQUALIFY = "disqualify"


class ReturnReason(StrEnum):
    """Why sales returns a lead; the reason decides the action (`RETURN_ACTIONS`)."""

    NOT_READY = "not_ready"
    BUDGET = "budget"
    NO_RESPONSE = "no_response"
    WRONG_CONTACT = "wrong_contact"
    WRONG_TERRITORY = "wrong_territory"
    EXISTING_CUSTOMER = "existing_customer"
    DUPLICATE = "duplicate"
    POOR_FIT = "poor_fit"
    NO_NEED = "no_need"
    IS_COMPETITOR = "is_competitor"
    BAD_CONTACT_DATA = "bad_contact_data"
    STUDENT_JOB = "student_job"
    SOLICITATION = "solicitation"
    SPAM = "spam"
    NO_CONSENT = "no_consent"
    OTHER = "other"


RETURN_ACTIONS: Final[Mapping[ReturnReason, ReturnAction]] = MappingProxyType(
    {
        ReturnReason.NOT_READY: ReturnAction.RECYCLE,
        ReturnReason.BUDGET: ReturnAction.RECYCLE,
        ReturnReason.NO_RESPONSE: ReturnAction.RECYCLE,
        ReturnReason.WRONG_CONTACT: ReturnAction.REROUTE,
        ReturnReason.WRONG_TERRITORY: ReturnAction.REROUTE,
        ReturnReason.EXISTING_CUSTOMER: ReturnAction.REROUTE,
        ReturnReason.DUPLICATE: ReturnAction.REROUTE,
        ReturnReason.POOR_FIT: ReturnAction.DISQUALIFY,
        ReturnReason.NO_NEED: ReturnAction.DISQUALIFY,
        ReturnReason.IS_COMPETITOR: ReturnAction.DISQUALIFY,
        ReturnReason.BAD_CONTACT_DATA: ReturnAction.DISQUALIFY,
        ReturnReason.STUDENT_JOB: ReturnAction.DISQUALIFY,
        ReturnReason.SOLICITATION: ReturnAction.DISQUALIFY,
        ReturnReason.SPAM: ReturnAction.DISQUALIFY,
        ReturnReason.NO_CONSENT: ReturnAction.DISQUALIFY,
        ReturnReason.OTHER: ReturnAction.DISQUALIFY,
    }
)

#: What only a conversation (or a try at one) can reveal: not offered before the first attempt.
AFTER_AN_ATTEMPT: Final[frozenset[ReturnReason]] = frozenset(
    {
        ReturnReason.NOT_READY,
        ReturnReason.BUDGET,
        ReturnReason.NO_RESPONSE,
        ReturnReason.WRONG_CONTACT,
        ReturnReason.NO_NEED,
        ReturnReason.BAD_CONTACT_DATA,
        ReturnReason.NO_CONSENT,
    }
)
