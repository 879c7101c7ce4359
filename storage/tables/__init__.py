"""The nouns: one SQLModel class a table, and no twin of it elsewhere.

Every table but ``workspaces`` has ``workspace_id`` first in its primary key and in each foreign key, so that a row
can never point into another workspace. Times are aware UTC. Money is integer minor units and a currency.
"""

from sqlmodel import SQLModel

from storage.moments import read_as_moments
from storage.tables.account_facts import BuyingGroupPerson, IntentSignal, SalesStage
from storage.tables.answers import ObjectionAnswer
from storage.tables.calendars import Calendar, CalendarSnapshot, Pause, TimeOff
from storage.tables.handoffs import Attempt, Handoff, RotationSeat, RoutingRule
from storage.tables.icp import IcpChange
from storage.tables.imports import FileExport, FileImport, ImportMapping
from storage.tables.kept_forms import KeptForm
from storage.tables.labels import MindLabel
from storage.tables.lead_ratings import LeadRating
from storage.tables.ledgers import AuditEvent, DigestRun, InboundReceipt
from storage.tables.market import Account, Deal, Lead
from storage.tables.merges import AccountMerge, AccountMergeMove
from storage.tables.minds import MindCall, MindChoice, Narrative
from storage.tables.objections import Objection
from storage.tables.outbound import DigestSchedule, Notice, OutboxMessage, PostedMessage
from storage.tables.people import Member, Workspace
from storage.tables.progress import AccountStep, AccountTouch, StageChange
from storage.tables.review_requests import ReviewRequest
from storage.tables.review_threads import AccountComment, AccountConfirmation, ConfirmationAsk, ReviewReply
from storage.tables.reviews import WinLossReview
from storage.tables.slas import LadderStep, SlaPolicy, SlaPolicyVersion, Timer
from storage.tables.targets import TargetEntry, TargetList, TargetVoice
from storage.tables.topics import Topic

__all__ = [
    "Account",
    "AccountComment",
    "AccountConfirmation",
    "AccountMerge",
    "AccountMergeMove",
    "AccountStep",
    "AccountTouch",
    "Attempt",
    "AuditEvent",
    "BuyingGroupPerson",
    "Calendar",
    "CalendarSnapshot",
    "ConfirmationAsk",
    "Deal",
    "DigestRun",
    "DigestSchedule",
    "FileExport",
    "FileImport",
    "Handoff",
    "IcpChange",
    "ImportMapping",
    "InboundReceipt",
    "IntentSignal",
    "KeptForm",
    "LadderStep",
    "Lead",
    "LeadRating",
    "Member",
    "MindCall",
    "MindChoice",
    "MindLabel",
    "Narrative",
    "Notice",
    "Objection",
    "ObjectionAnswer",
    "OutboxMessage",
    "Pause",
    "PostedMessage",
    "ReviewReply",
    "ReviewRequest",
    "RotationSeat",
    "RoutingRule",
    "SalesStage",
    "SlaPolicy",
    "SlaPolicyVersion",
    "StageChange",
    "TargetEntry",
    "TargetList",
    "TargetVoice",
    "TimeOff",
    "Timer",
    "Topic",
    "WinLossReview",
    "Workspace",
]

read_as_moments(SQLModel.metadata)
