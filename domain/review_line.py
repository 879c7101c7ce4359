"""What one typed line says of a closed deal: ``Acme: lost to HubSpot, price; lesson: bring legal in earlier``.

Plain patterns in English and Spanish, no model. What is not understood stays as what swung it, word for word, so that
nothing typed is lost; the person sees what was understood and may change it.
"""

import re
from functools import cache
from typing import Final

from domain.names import fold, name_key
from domain.patterns import late
from domain.recognition import ACCOUNT_NAME_LIMIT, competitor_in, split_account
from domain.review_words import LOSS_WORDS, LOST_WORDS, OUTCOME_WORDS, WIN_WORDS
from domain.taxonomy import DealOutcome, WinReason
from domain.values import frozen
from domain.win_loss import MOST_CONTRIBUTING, Reason, ReviewField, reasons_for

#: Reasons are looked for in the beginning of a long paste; further on, words only happen to be there.
_LOOKED_AT: Final = 600
#: So many words that are neither an end nor a reason nor a name tell something.
_TELLING_WORDS: Final = 3


def _any_of(words: tuple[str, ...]) -> re.Pattern[str]:
    return late(rf"\b(?:{'|'.join(words)})\b")


_OUTCOMES: Final = {outcome: _any_of(words) for outcome, words in OUTCOME_WORDS.items()}
_LOST: Final = _any_of(LOST_WORDS)


@cache
def _reason_words() -> tuple[tuple[Reason, re.Pattern[str]], ...]:
    """Each reason with a pattern of its words, in pairs: "other" is a code of both kinds, equal as text.

    Compiled when the first line is read: so many patterns are felt at every start of the process.
    """
    return tuple((reason, _any_of(words)) for kind in (WIN_WORDS, LOSS_WORDS) for reason, words in kind.items())


# The name ends where a sentence goes on: bounded, so that a long paste is not searched at every cut.
_NAME: Final = (
    r"(?P<name>\w[^,;:.()\n]{0,50}?(?:\.\w[^,;:.()\n]{0,20}?)?)"
    r"(?=\s+(?:on|because|due|over|for|by|at|with|and|but|por|porque|en|y|pero|con)\b|\s*[,;:()\n]|\.(?:\s|$)|\s*$)"
)
_LOST_TO: Final = late(
    r"\b(?:lost (?:it |the deal |this )?to|lost against|(?:went|going) with|chose"
    r"|(?:perdid[oa]s?|perdimos) (?:frente a|contra|con|ante)"
    rf"|se (?:fueron|van|fue|va) con|eligieron(?: a)?|prefirieron a)\s+{_NAME}",
    re.IGNORECASE,
)
_WON_AGAINST: Final = late(
    rf"\b(?:against|over|ahead of|beat|beating|vs\.?|versus|frente a|contra|por delante de)\s+{_NAME}", re.IGNORECASE
)
#: "Lost Acme to HubSpot", "ganamos Acme": the account behind the verb.
_VERB_FIRST: Final = late(
    r"(?P<verb>(?:we )?(?:lost|won)|(?:hemos )?(?:perdido|ganado)|perdimos|ganamos)(?: a)?"
    r"\s+(?P<name>\w[^,;:\n]{0,58}?)"
    r"(?=\s+(?:to|against|on|over|because|by|frente|contra|por|ante|con)\b|\s*[,;:\n]|\s*$)",
    re.IGNORECASE,
)
_SOMEBODY: Final = late(
    r"(?:(?:a|the|another|some|un|otro|el|la) )?(?:competit(?:or|ion)|competidor|competencia|somebody else|otro)"
)
#: "Acme lost", "Acme S.L. se fue con": the account before the verb.
_BEFORE_VERB: Final = late(
    r"[\s,–—-]+(?=(?:closed |no |sin )?(?:lost|won|churned|signed|perdid\w+|perdimos|ganad\w+|ganamos|firm\w+|baja)\b"
    r"|se (?:fueron|van|fue|va) con\b)",
    re.IGNORECASE,
)
_NOBODY: Final = frozenset(
    ["we", "i", "it", "deal", "the deal", "this", "el", "la", "lo", "hemos", "the", "they", "se"]
)
#: What stands before the colon when a part says what it is.
_LABELS: Final = {
    "lesson": late(r"(?:lessons?|learned|learnt|next time|leccion|aprendizaje|la proxima)\s*[:,]\s*"),
    "helpful_content": late(r"(?:content|helped|what helped|contenido|ayudo|lo que ayudo)\s*:\s*"),
    "buyer_words": late(r"(?:buyer|they said|quote|comprador|cliente|dijeron|dicen|cita)\s*:\s*"),
    "swung_it": late(r"(?:swung it|what swung it|decided it|lo que inclino la balanza|lo decisivo)\s*:\s*"),
}
_QUOTED: Final = late(r"[“«\"](?P<words>[^”»\"]{12,2000})[”»\"]")
_PART: Final = late(r"\s*(?:;|\n+)\s*|(?<=[.!?])\s+(?=[A-ZÁÉÍÓÚÑ]\w+(?: \w+){0,2}\s*:)")


@frozen
class ReviewLine:
    """What was understood. ``is_vague``: lost is said, not to whom or why, so the deal itself may tell more.

    ``contradicts`` names the fields that say two things: both won and lost, or a reason that belongs to the other end;
    ``stranger`` is that reason. Texts are as they were typed.
    """

    account_name: str | None = None
    outcome: DealOutcome | None = None
    is_vague: bool = False
    primary: Reason | None = None
    contributing: tuple[Reason, ...] = ()
    competitor: str | None = None
    swung_it: str | None = None
    buyer_words: str | None = None
    helpful_content: str | None = None
    lesson: str | None = None
    contradicts: frozenset[ReviewField] = frozenset()
    stranger: Reason | None = None


def read_review(text: str) -> ReviewLine:
    """Read one line, already clean (`domain.text`). Where nothing is understood, all of it is what swung it."""
    account_name, rest = _account(text)
    said, unlabelled = _parts(rest)
    head = unlabelled[:_LOOKED_AT]
    outcome, is_vague, competitor, torn = _outcome(head)
    contradicts = {ReviewField.OUTCOME} if torn else set()
    found: list[Reason] = []
    stranger: Reason | None = None
    if outcome is not None and reasons_for(outcome):
        why, is_win = _without(head, competitor), outcome is DealOutcome.WON
        found = _reasons(why, win=is_win, outcome=outcome)
        strangers = [] if found else _reasons(why, win=is_win) or _reasons(why, win=not is_win)
        if strangers:
            stranger = strangers[0]
            contradicts.add(ReviewField.PRIMARY)
    if "swung_it" not in said and unlabelled and (contradicts or _says_more(unlabelled, competitor)):
        said["swung_it"] = unlabelled
    return ReviewLine(
        account_name=account_name,
        outcome=outcome,
        is_vague=is_vague,
        primary=found[0] if found else None,
        contributing=tuple(found[1 : 1 + MOST_CONTRIBUTING]),
        competitor=competitor,
        swung_it=said.get("swung_it"),
        buyer_words=said.get("buyer_words"),
        helpful_content=said.get("helpful_content"),
        lesson=said.get("lesson"),
        contradicts=frozenset(contradicts),
        stranger=stranger,
    )


def _account(text: str) -> tuple[str | None, str]:
    """The account's name in front ("Acme: lost", "Acme lost", "lost Acme to …"), and the rest."""
    name, rest = split_account(text)
    if name is not None and any(label.match(f"{fold(name)}: ") for label in _LABELS.values()):
        return None, text  # "Lesson: …" names nobody
    if name is not None and not _ends(fold(name)):
        return name, rest
    first = text.partition("\n")[0][: 2 * ACCOUNT_NAME_LIMIT]
    verb = _VERB_FIRST.match(first)
    if verb is not None and verb["name"][:1].isupper() and not _reason_at(fold(verb["name"])):
        return verb["name"].strip(), f"{verb['verb']}{text[verb.end() :]}"
    found = _BEFORE_VERB.search(first)
    name = first[: found.start()].strip(" ,–—-") if found is not None else ""
    is_name = name_key(name) and len(name) <= ACCOUNT_NAME_LIMIT and fold(name) not in _NOBODY
    if found is None or not is_name or _ends(fold(name)):
        return None, text
    return name, text[found.end() :]


def _parts(text: str) -> tuple[dict[str, str], str]:
    """The parts that say what they are, and the others as they were typed."""
    said: dict[str, str] = {}
    others: list[str] = []
    for part in _PART.split(text):
        label = next(((name, found) for name, words in _LABELS.items() if (found := words.match(fold(part)))), None)
        if label is None or len(fold(part)) != len(part):
            others.append(part)
        else:
            name, found = label
            said[name] = "; ".join(each for each in (said.get(name), part[found.end() :].strip()) if each)
    rest = "; ".join(part for part in others if part)
    quoted = _QUOTED.search(rest)
    if quoted is not None and "buyer_words" not in said:
        said["buyer_words"] = quoted["words"].strip()
    return said, rest


def _outcome(head: str) -> tuple[DealOutcome | None, bool, str | None, bool]:
    """How it ended, whether that is vague, the competitor's name, and whether two ends are said at once."""
    folded = _folded(head)
    ends = [outcome for outcome, words in _OUTCOMES.items() if words.search(folded)]
    is_lost = _LOST.search(folded) is not None
    competitor = _competitor(head, won=DealOutcome.WON in ends and not is_lost)
    if DealOutcome.WON in ends and (is_lost or len(ends) > 1):
        return None, False, competitor, True
    if DealOutcome.LOST_NO_DECISION in ends and competitor is not None and _LOST_TO.search(head):
        return None, False, competitor, True
    if ends:
        return ends[0], False, competitor, False
    if not is_lost:
        return None, False, competitor, False
    if competitor is not None or _lost_to_somebody(head):
        return DealOutcome.LOST_COMPETITOR, False, competitor, False
    return DealOutcome.LOST_OTHER, True, None, False


def _competitor(head: str, *, won: bool) -> str | None:
    found = (_WON_AGAINST if won else _LOST_TO).search(head)
    if found is not None:
        name = " ".join(found["name"].split())
        folded = fold(name)
        if not (_SOMEBODY.fullmatch(folded) or _ends(folded) or _reason_at(folded)):
            return name
    return competitor_in(head)


def _lost_to_somebody(head: str) -> bool:
    found = _LOST_TO.search(head)
    return found is not None and _SOMEBODY.fullmatch(fold(found["name"])) is not None


def _reasons(head: str, *, win: bool, outcome: DealOutcome | None = None) -> list[Reason]:
    """The reasons of wins or of losses in the order in which they are said; with ``outcome`` those that go with it."""
    folded = _folded(head)
    offered = reasons_for(outcome) if outcome is not None else None
    places = [
        (found.start(), reason)
        for reason, words in _reason_words()
        if isinstance(reason, WinReason) is win
        and (offered is None or reason in offered)
        and (found := words.search(folded)) is not None
    ]
    return [reason for _place, reason in sorted(places, key=lambda each: each[0])]


def _reason_at(folded: str) -> bool:
    return any(words.fullmatch(folded) for _reason, words in _reason_words())


def _ends(folded: str) -> bool:
    """Whether it says how a deal ended."""
    return _LOST.search(folded) is not None or any(words.search(folded) for words in _OUTCOMES.values())


def _says_more(text: str, competitor: str | None) -> bool:
    """Whether more is said than the end, a competitor and reasons."""
    left = _folded(_without(text, competitor))
    if len(left) > _LOOKED_AT:
        return True
    for words in (_LOST, *_OUTCOMES.values(), *(words for _reason, words in _reason_words())):
        left = words.sub(" ", left)
    return len(re.findall(r"\w{2,}", left)) >= _TELLING_WORDS


def _without(text: str, name: str | None) -> str:
    return text.replace(name, " ") if name else text


def _folded(text: str) -> str:
    # Phones type a curly apostrophe: "didn’t".
    return fold(text).replace("’", "'")
