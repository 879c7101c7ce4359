"""The nouns: one SQLModel class a table, and no twin of it elsewhere.

Every table but ``workspaces`` has ``workspace_id`` first in its primary key and in each foreign key, so that a row
can never point into another workspace. Times are aware UTC. Money is integer minor units and a currency.
"""

from storage.tables.ledgers import AuditEvent, DigestRun, InboundReceipt
from storage.tables.market import Account, Deal, Lead
from storage.tables.objections import Objection
from storage.tables.outbound import DigestSchedule, Notice, OutboxMessage, PostedMessage
from storage.tables.people import Member, Workspace

__all__ = [
    "Account",
    "AuditEvent",
    "Deal",
    "DigestRun",
    "DigestSchedule",
    "InboundReceipt",
    "Lead",
    "Member",
    "Notice",
    "Objection",
    "OutboxMessage",
    "PostedMessage",
    "Workspace",
]
