"""The codes people choose from: stable in storage, translated only when shown.

A code in use is never deleted or renamed; labels live in the locales under ``<kind>-<code>``.
"""

from enum import StrEnum


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


class DealOutcome(StrEnum):
    """How a deal stands; ``open`` until it closes."""

    OPEN = "open"
    WON = "won"
    LOST_COMPETITOR = "lost_competitor"
    LOST_NO_DECISION = "lost_no_decision"
    LOST_OTHER = "lost_other"
    CHURNED = "churned"
    UNKNOWN = "unknown"


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
