"""What one typed line says of a lead: company, contact, how they showed interest, why now, and who should get them.

``Acme, Laura Pérez laura@acme.es demo request: asked for prices after the webinar @tom``. Plain patterns in English and
Spanish, no model. What is not understood stays in the reason, so that nothing typed is lost; the person sees what was
understood and may change it.
"""

import re
from typing import Final

from domain.names import fold
from domain.patterns import late
from domain.taxonomy import LeadType
from domain.values import frozen

#: A company's or a contact's name is not longer than this; what is, is part of the reason.
LONGEST_NAME: Final = 100
_LONGEST_VALUE: Final = 2000
_NAME_WORDS: Final = 8
#: Lower-case words that are still a name: "laura pérez".
_SHORT_NAME: Final = 2
#: So many letters at least of a domain tell a company.
_TELLING: Final = 4
#: So many words after a handle may belong to the name.
_SURNAMES: Final = 2

_EMAIL: Final = late(
    r"(?:<mailto:)?(?<![\w.+-])(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})(?:\|[^>\s]*>|>)?"
)
_LINK: Final = late(r"<?(?P<link>https?://[^\s<>|\"]+)(?:\|[^>\s]*)?>?")
_PHONE: Final = late(r"(?<![\w+])\+?\(?\d[\d ().\-]{7,18}\d(?!\w)")
#: A mention as Slack escapes it, or a handle as it was typed; not the middle of an e-mail address.
_MENTION: Final = late(r"<@(?P<id>[UW][A-Z0-9]+)(?:\|[^>]*)?>|(?<![\w@])@(?P<handle>[\w.'’-]{1,60})")
_SOURCE: Final = late(
    r"\b(?:via|vía|fuente|source|origen)[ :=]+(?P<source>[\w -]{2,40}?)(?=\s*(?:[,;:.]|$))", re.IGNORECASE
)

#: By what they did, on folded text, most telling first: the first that is found is taken.
_TYPES: Final = {
    LeadType.DEMO_REQUEST: (
        r"(?:(?:demo|trial)s? requests?|requests? (?:for )?(?:a |the )?(?:demo|trial)|booked a demo|demo"
        r"|solicitud de (?:una )?demo(?:stracion)?|pid(?:e|en|io|ieron) (?:una )?demo(?:stracion)?|demostracion"
        r"|quier(?:e|en) (?:una |ver (?:una |la )?)?demo)"
    ),
    LeadType.PRICING_REQUEST: (
        r"(?:pric(?:e|ing) requests?|requests? (?:for )?(?:a |the )?(?:quote|pric(?:e|es|ing))"
        r"|ask(?:s|ed) (?:for|about) (?:a |the |our )?(?:quote|pric(?:e|es|ing))|quote"
        r"|(?:solicitud de |pid(?:e|en|io|ieron) (?:los )?)(?:precios?|presupuesto|cotizacion|tarifas?)|cotizacion)"
    ),
    LeadType.REFERRAL: r"(?:referr(?:al|ed)(?: by)?|recommended by|recomendad[oa]s? por|recomendacion|referid[oa]s?)",
    LeadType.EVENT: (
        r"(?:webinars?|trade ?(?:fair|show)s?|events?|conference|booth|eventos?|feria|congreso|seminario|stand)"
    ),
    LeadType.CONTENT: (
        r"(?:downloads?|downloaded|e-?books?|white ?papers?|guides?|content|newsletter"
        r"|descarg(?:a|o|aron)|guias?|contenidos?|boletin)"
    ),
}
_ANYWHERE: Final = {kind: late(rf"\b{words}\b") for kind, words in _TYPES.items()}
_PARTICLES: Final = frozenset(
    ["de", "del", "la", "las", "los", "y", "da", "di", "van", "von", "der", "den", "el", "al"]
)


@frozen
class LeadLine:
    """What was understood. ``owner`` is a handle without its @ or, with ``owner_is_id``, a Slack user id.

    ``owner_words`` follow the handle: part of the name, if somebody is called so ("@Ana García").
    """

    company: str | None = None
    contact: str | None = None
    email: str | None = None
    phone: str | None = None
    link: str | None = None
    lead_type: LeadType | None = None
    source: str | None = None
    why: str = ""
    owner: str | None = None
    owner_is_id: bool = False
    owner_words: str = ""

    @property
    def says_enough(self) -> bool:
        """Whether it names a company or a person, and something about them: a bare name may be anything."""
        named = bool(self.company or self.contact or self.email)
        told = bool(self.contact or self.email or self.phone or self.lead_type or self.why)
        return named and told


def read_line(text: str) -> LeadLine:
    """Read one line, or a message of several. ``text`` is already clean (`domain.text`)."""
    head, why = _split(text)
    head, why, owner = _take_owner(head, why)
    # Names and addresses in front of the colon are taken out; in the reason they are read, and stay in its sentence.
    email, head = _take(_EMAIL, "mail", head)
    link, head = _take(_LINK, "link", head)
    phone, head = _take(_PHONE, None, head)
    source, head = _take(_SOURCE, "source", head)
    lead_type, head = _take_type(head)
    company, contact, left = _names(head, email)
    return LeadLine(
        company=company,
        contact=contact,
        email=email or _take(_EMAIL, "mail", why)[0],
        phone=phone or _take(_PHONE, None, why)[0],
        link=link,
        lead_type=lead_type or type_in(f"{left} {why}"),
        source=source or _take(_SOURCE, "source", why)[0],
        why="\n".join(part for part in (left, why) if part),
        owner=owner.name,
        owner_is_id=owner.is_id,
        owner_words=owner.words,
    )


def is_address(text: str) -> bool:
    """Whether ``text`` is one e-mail address."""
    found = _EMAIL.fullmatch(text)
    return found is not None and found["mail"] == text


def is_link(text: str) -> bool:
    """Whether ``text`` is one web address that a button can lead to."""
    found = _LINK.fullmatch(text)
    return found is not None and found["link"] == text and "." in text and len(text) <= _LONGEST_VALUE


def type_in(text: str) -> LeadType | None:
    """What the prospect did, going by the words in ``text``; most telling first."""
    folded = fold(text)
    return next((kind for kind, words in _ANYWHERE.items() if words.search(folded)), None)


@frozen
class _Mention:
    name: str | None = None
    is_id: bool = False
    words: str = ""


def _take_owner(head: str, why: str) -> tuple[str, str, _Mention]:
    """The owner from the end of the line, or from before the colon; a mention inside the reason is part of it."""
    found = list(_MENTION.finditer(why))
    if found:
        before, after = why[: found[-1].start()].rstrip(), why[found[-1].end() :].strip(" .,;")
        following = after.split()
        if len(following) <= _SURNAMES and all(word[:1].isupper() for word in following):
            return head, before, _mention(found[-1], after)
    found = list(_MENTION.finditer(head))
    if not found:
        return head, why, _Mention()
    before, after = head[: found[-1].start()].rstrip(), head[found[-1].end() :].strip()
    following = after.split()
    if not found[-1]["id"] and 0 < len(following) <= _SURNAMES and all(word[:1].isupper() for word in following):
        return before, why, _mention(found[-1], after)
    return f"{before} {after}".strip(), why, _mention(found[-1], "")


def _mention(found: re.Match[str], after: str) -> _Mention:
    """Whether what follows a handle belongs to it ("@Ana García"), only the list of people can say."""
    if found["id"]:
        return _Mention(found["id"], is_id=True)
    return _Mention(found["handle"].rstrip(".'’-") or None, words=after)


def _take(pattern: re.Pattern[str], group: str | None, text: str) -> tuple[str | None, str]:
    found = pattern.search(text)
    if found is None:
        return None, text
    whole = found[group] if group else found[0]
    value = whole.strip().rstrip(".,;:")
    if not value or len(value) > _LONGEST_VALUE:
        return None, text
    # What trails the value ("laura@acme.es,") separates, and goes on separating.
    trailing = whole.rstrip()[len(value) :]
    return value, f"{text[: found.start()]} {trailing}{text[found.end() :]}"


def _split(text: str) -> tuple[str, str]:
    """The names in front of the colon, and the reason behind it. Times and links have no blank after theirs."""
    found = re.search(r":(?=\s|$)", text)
    first_line, _, others = text.partition("\n")
    if found is None or found.start() > len(first_line):
        return first_line.strip(), others.strip()
    return text[: found.start()].strip(), text[found.end() :].strip()


def _take_type(head: str) -> tuple[LeadType | None, str]:
    folded = fold(head)
    if len(folded) != len(head):  # a ligature: places in the folded text are not places in the typed one
        return type_in(head), head
    for kind, words in _ANYWHERE.items():
        found = words.search(folded)
        # A piece of its own, or the end of one: not the company's name ("Demo Systems, Laura"), nor inside a sentence.
        if found is not None and found.start() > 0 and re.match(r"\s*(?:[,;]|$)", head[found.end() :]):
            return kind, f"{head[: found.start()]} {head[found.end() :]}"
    return None, head


def _names(head: str, email: str | None) -> tuple[str | None, str | None, str]:
    """Company, contact, and what was neither."""
    parts = [" ".join(part.split()) for part in re.split(r"[,;]|\s[-–—]\s", head)]
    parts = [part for part in parts if part]
    if not parts:
        return None, None, ""
    company: str | None
    company, *others = parts
    left: list[str] = []
    if len(company) > LONGEST_NAME:
        return None, None, ", ".join(parts)
    contact: str | None = None
    if others:
        contact, more = _leading_name(others[0])
        left = [part for part in (more, *others[1:]) if part]
    elif email is not None:
        company, contact = _by_domain(company, email)
    return company, contact, ", ".join(left)


def _leading_name(text: str) -> tuple[str | None, str]:
    words = text.split()
    taken = 0
    while taken < len(words) and (words[taken][:1].isupper() or (taken and fold(words[taken]) in _PARTICLES)):
        taken += 1
    while taken and fold(words[taken - 1]) in _PARTICLES:
        taken -= 1
    if taken == 0 and len(words) <= _SHORT_NAME:  # "laura pérez", typed on a phone
        taken = len(words)
    name = " ".join(words[:taken])
    if not 0 < taken <= _NAME_WORDS or len(name) > LONGEST_NAME or not any(char.isalpha() for char in name):
        return None, text
    return name, " ".join(words[taken:])


def _by_domain(text: str, email: str) -> tuple[str | None, str | None]:
    """Without a comma: the words that the address repeats are the company ("Acme Laura Pérez laura@acme.es")."""
    words = text.split()
    domain = re.sub(r"\W", "", fold(email.partition("@")[2].split(".")[0]))
    local = set(re.findall(r"[^\W\d_]{2,}", fold(email.partition("@")[0])))
    for count in range(len(words) - 1, 0, -1):
        joined = re.sub(r"\W", "", fold("".join(words[:count])))
        if joined and (joined == domain or (len(joined) >= _TELLING and domain.startswith(joined))):
            return " ".join(words[:count]), " ".join(words[count:])
    if words and local & {fold(word) for word in words} and fold(words[0]) in local:
        return None, text  # "Laura Pérez laura@gmail.com": a person, and no company
    return text, None


def _joined(before: str, after: str) -> str:
    return f"{before} {after}".strip()
