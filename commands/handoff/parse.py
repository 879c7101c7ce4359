"""From `/handoff …` and its form to what the person wants, or to why it cannot be, with what they typed kept."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict, field
from typing import Any, Final, Literal

from commands.blocks import state_value
from commands.ids import BlockId
from commands.subwords import SubWords, split_word
from domain.lead_line import LONGEST_NAME, LeadLine, is_address, is_link, read_line
from domain.names import fold, source_key
from domain.patterns import late
from domain.taxonomy import LeadType
from domain.text import clean
from domain.values import frozen

WORDS: Final = SubWords(
    {
        "mine": ("mine", "my", "mios", "mias", "mis"),
        "team": ("team", "equipo"),
        "late": ("late", "overdue", "tarde", "retrasados", "atrasados", "vencidos"),
        "status": ("status", "estado"),
        "why": ("why", "porque"),
        "route": ("route", "who", "ruta", "quien"),
        "scorecard": ("scorecard", "indicadores", "cifras"),
        "transfer": ("transfer", "transferir", "pasar"),
        "help": ("help", "ayuda"),
        "new": ("new", "form", "nuevo", "formulario"),
    }
)

ListKind = Literal["mine", "team", "late"]
AskKind = Literal["status", "why", "route"]


@frozen
class LeadFields:
    """What a person says of the lead and of who should get it; ``owner`` is a Slack user id, ``None`` is not said.

    ``lead`` is the id of a lead that is known already; ``lead_label`` how a menu shows it.
    """

    lead: int | None = None
    lead_label: str | None = None
    company: str | None = None
    contact: str | None = None
    email: str | None = None
    phone: str | None = None
    lead_type: LeadType | None = None
    source: str | None = None
    crm_url: str | None = None
    why: str = ""
    owner: str | None = None


@frozen
class Opened:
    """What the form remembers: where it was opened, the message it is about, and the handoff that it edits."""

    channel: str | None = None
    link: str | None = None
    handoff_id: int | None = None
    version: int | None = None
    response_url: str | None = None

    def packed(self) -> str:
        """For ``private_metadata``."""
        return json.dumps({key: value for key, value in asdict(self).items() if value is not None})


@frozen
class OpenForm:
    """Show the form, with what was typed already."""

    line: LeadLine = field(default_factory=LeadLine)


@frozen
class HandOver:
    """Hand over what one line says. ``removed``: characters that no database takes, left out."""

    line: LeadLine
    removed: int = 0


@frozen
class ShowList:
    """Mine, my team's, or what is late."""

    kind: ListKind


@frozen
class AskAbout:
    """How a company's handoff stands, why its deadline is what it is, or who would get a lead of it."""

    kind: AskKind
    name: str


@frozen
class TransferAll:
    """Give all my open ones to ``owner`` (a handle, or a Slack id when ``is_id``); nobody named asks for the form."""

    owner: str | None
    is_id: bool = False


@frozen
class ShowScorecard:
    """How both teams keep their promises; ``rest`` says by what and since when."""

    rest: str


@frozen
class ShowHelp:
    """What the command can do."""


@frozen
class UnclearWord:
    """What was typed is near a sub-word, and says little of a lead."""

    typed: str
    nearest: str


CommandIntent = OpenForm | HandOver | ShowList | AskAbout | TransferAll | ShowScorecard | ShowHelp | UnclearWord


@frozen
class SubmittedOffer:
    """A form that can be taken."""

    fields: LeadFields
    opened: Opened
    removed: int = 0


@frozen
class FormProblems:
    """What is wrong with a form: a text key for each block. Slack keeps the form open with all that was typed."""

    errors: Mapping[BlockId, str]


#: "por qué Acme" is one word in two.
_WHY_ES: Final = late(r"^¿?\s*por\s+qu[eé]\b", re.IGNORECASE)
_LINE_MARK: Final = late(r":(?:\s|$)|@[\w-]+\.\w|,")
_MENTION: Final = late(r"^(?:<@(?P<id>[UW][A-Z0-9]+)(?:\|[^>]*)?>|@?(?P<handle>.{1,80}))$")
_FEW: Final = 2


def parse_command(text: str) -> CommandIntent:
    """What ``/handoff <text>`` asks for. Sub-words stand in front; any other line is a lead."""
    cleaned = clean(text)
    typed = _WHY_ES.sub("porque", cleaned.value)
    if not typed:
        return OpenForm()
    word, rest = split_word(typed)
    meaning = WORDS.meaning(word)
    if meaning is not None and not _LINE_MARK.search(rest):
        known = _sub_word(meaning, rest.strip(" ?"))
        if known is not None:
            return known
    nearest = WORDS.nearest(word)
    if meaning is None and nearest is not None and len(rest.split()) <= _FEW and not _LINE_MARK.search(typed):
        return UnclearWord(cleaned.value, nearest)
    line = read_line(cleaned.value)
    # A name alone may be anything: the form asks the rest. A company is what a handoff is about.
    if line.company is None or not line.says_enough:
        return OpenForm(line)
    return HandOver(line, cleaned.removed)


def _sub_word(meaning: str, rest: str) -> CommandIntent | None:
    match meaning:
        case "mine" | "team" | "late" if not rest:
            return ShowList(meaning)
        case "status" | "why" | "route":
            return AskAbout(meaning, rest[:LONGEST_NAME])
        case "transfer":
            found = _MENTION.match(rest)
            if found is None:
                return TransferAll(None)
            return TransferAll(found["id"] or found["handle"].strip(), is_id=bool(found["id"]))
        case "scorecard":
            return ShowScorecard(rest)
        case "help" if not rest:
            return ShowHelp()
        case "new" if not rest:
            return OpenForm()
    return None


def parse_typed(text: str) -> LeadLine:
    """Take ``text`` for a lead, whatever it looks like."""
    return read_line(clean(text).value)


def parse_message(text: str) -> LeadLine:
    """What a message says of a lead. All of it is kept as the reason; who it mentions is not its owner."""
    cleaned = clean(text).value
    found = read_line(cleaned)
    return LeadLine(email=found.email, phone=found.phone, lead_type=found.lead_type, why=cleaned)


def parse_opened(view: Mapping[str, Any]) -> Opened:
    """What the form remembers."""
    return Opened(**json.loads(view.get("private_metadata") or "{}"))


def parse_form(view: Mapping[str, Any]) -> SubmittedOffer | FormProblems:
    """What the submitted form says."""
    opened = parse_opened(view)
    fields, removed = _fields(view["state"]["values"])
    errors: dict[BlockId, str] = {}
    if fields.lead is None and fields.company is None and opened.handoff_id is None:
        errors[BlockId.COMPANY] = "handoff-error-no-company"
    if fields.email is not None and not is_address(fields.email):
        errors[BlockId.EMAIL] = "handoff-error-email"
    if fields.crm_url is not None and not is_link(fields.crm_url):
        errors[BlockId.CRM_LINK] = "handoff-error-link"
    return FormProblems(errors) if errors else SubmittedOffer(fields, opened, removed)


def parse_unfinished(view: Mapping[str, Any]) -> LeadFields:
    """What stands in a form that is still being filled in."""
    return _fields((view.get("state") or {}).get("values") or {})[0]


def parse_reference(value: str) -> tuple[int, int]:
    """The handoff's id and the version that was shown, from a button's value, ``id:version`` (and ``:owner``)."""
    handoff_id, version, *_owner = [*value.split(":"), "0"]
    return int(handoff_id), int(version or 0)


def parse_owner(value: str) -> int | None:
    """Our id of who had the handoff when *Take it* was shown."""
    owner_id = (value.split(":") + [""] * 3)[2]
    return int(owner_id) if owner_id.isdecimal() else None


def _fields(values: Mapping[str, Any]) -> tuple[LeadFields, int]:
    removed = 0

    def typed(block: BlockId, limit: int | None = None) -> str | None:
        nonlocal removed
        cleaned = clean(state_value(values, block) or "")
        removed += cleaned.removed
        value = cleaned.value if limit is None else " ".join(cleaned.value.split())[:limit]
        return value or None

    lead, lead_type = state_value(values, BlockId.LEAD), state_value(values, BlockId.LEAD_TYPE)
    source = typed(BlockId.SOURCE)
    fields = LeadFields(
        lead=int(lead) if lead and lead.isdecimal() else None,
        company=typed(BlockId.COMPANY, LONGEST_NAME),
        contact=typed(BlockId.CONTACT, LONGEST_NAME),
        email=typed(BlockId.EMAIL),
        phone=typed(BlockId.PHONE, LONGEST_NAME),
        lead_type=LeadType(lead_type) if lead_type else None,
        source=source_key(source) if source else None,
        crm_url=typed(BlockId.CRM_LINK),
        why=typed(BlockId.WHY) or "",
        owner=state_value(values, BlockId.OWNER),
    )
    return fields, removed


def folded_name(name: str) -> str:
    """A person's or a handle's name as two spellings of it meet: "@Tom.Baker" and "Tom Baker"."""
    return " ".join(re.findall(r"[^\W_]+", fold(name)))
