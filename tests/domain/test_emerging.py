"""What people have begun to talk about."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.emerging import Group, Note, groups_of, heard_by_week, rising, where_said
from domain.names import folded
from domain.telling_words import words_of

PAST = ["es muy caro", "no tienen presupuesto", "they need approval", "happy with excel", "the contract is long"]


def found(
    *recent: str, past: int = 25, accounts: int = 99, dismissed: frozenset[str] = frozenset()
) -> tuple[Group, ...]:
    """What stands out in notes of these texts, each of an account of its own up to ``accounts``, after another past."""
    notes = {n: Note(n, text, f"Account {n % accounts}", 2) for n, text in enumerate(recent)}
    before = words_of([PAST[n % 5] for n in range(past)])
    return groups_of(rising(words_of(recent), before, dismissed=dismissed), notes)


SSO = ["wants SSO", "piden SSO con Okta", "no SSO no deal", "asked about SSO again", "el SSO es obligatorio"]


def test_a_word_that_many_share_lately_is_a_group_with_its_notes() -> None:
    assert found(*SSO, "es muy caro") == (
        Group("sso", "SSO", (0, 1, 2, 3, 4), 0, tuple(f"Account {n}" for n in range(5))),
    )


def test_what_was_said_before_as_often_does_not_stand_out() -> None:
    assert found(*PAST * 5) == ()


def test_without_a_past_nothing_stands_out() -> None:
    assert found(*SSO, past=19) == ()


def test_one_account_that_repeats_itself_is_no_group() -> None:
    assert found(*["wants SSO now"] * 6, accounts=1) == ()
    assert found(*["they want SSO with Okta now", "they want SSO now, with Okta!"] * 3, accounts=1) == ()
    assert found(*SSO, accounts=2) == ()
    # Said in the same words by several, it counts for each of them.
    assert [group.term for group in found(*["wants SSO"] * 4)] == ["sso"]


def test_what_was_dismissed_is_not_offered_again() -> None:
    assert found(*SSO, dismissed=frozenset({"sso"})) == ()


def test_words_that_stand_together_are_one_group() -> None:
    said = [f"{start} audit log export" for start in ("wants", "needs an", "no", "falta", "quieren")]
    (group,) = found(*said)
    assert group.label == "audit log"


def test_the_same_word_in_any_spelling_is_one() -> None:
    said = [
        "falta la INTEGRACIÓN",
        "integracio\u0301n con SAP",
        "las integraciones 👍",
        "una integración, «ya»",
        "ﬁn: integración",
    ]
    (group,) = found(*said)
    assert (group.term, group.label, len(group.notes)) == ("integracion", "integración", 5)


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("no hay Audit-Logs", True),
        ("audit\nlogs", True),
        ("audit the log", False),
        ("audit, then a log", False),
        ("an auditor's log", False),
        ("", False),
        ("¿ Аудит audit Log", True),
    ],
)
def test_a_pair_is_said_where_its_words_stand_together(text: str, *, is_said: bool) -> None:
    assert where_said(["audit log"], words_of(["", text])) == {"audit log": [1] if is_said else []}


def test_texts_are_counted_by_week() -> None:
    said = [["audit log", "log the audit", "audit logs, audit log"], [], ["🙂 audit log"]]
    assert heard_by_week(["audit log", "log"], map(words_of, said)) == {"audit log": [2, 0, 1], "log": [3, 0, 1]}


#: Letters and marks in which people write; quotation marks, dashes and emoji; what needs its whole text; what splits.
WRITTEN = st.text("aeñSs 'é\u0301ü’“—…€👍ß½ﬁöλ中٣_\x02\x03\n")


def as_one_by_one(text: str) -> list[str]:
    """The words of a text as they are defined."""
    return [telling for word in re.findall(r"[^\W_]+", folded(text)) for telling in words_of([word])[0]]


@given(st.lists(WRITTEN | st.text(), max_size=5))
def test_texts_are_taken_apart_together_as_each_word_alone(texts: list[str]) -> None:
    assert words_of(texts) == [as_one_by_one(text) for text in texts]


def test_every_letter_is_the_same_in_any_company() -> None:
    """Also those that become several, or a letter and a mark that parts words; beside what is looked at alone, too."""
    odd = [chr(code) for code in range(0x110000) if not 0xD800 <= code < 0xE000 and folded(chr(code)) != chr(code)]
    texts = [f"uno{char}dos" for char in odd]
    alone = [" ".join(re.findall(r"[^\W_]+", folded(text))) for text in texts]
    assert words_of(texts) == [words_of([words])[0] for words in alone]
    assert words_of([f"{text} 中" for text in texts]) == [words_of([f"{words} 中"])[0] for words in alone]


@given(st.lists(st.lists(st.sampled_from(["sso", "sso okta", "okta sso", "caro", "the", "okta"])), max_size=30))
def test_what_rises_is_said_in_the_notes_that_it_names(said: list[list[str]]) -> None:
    """By how many say it, not by how often: a word ten times in a note is one."""
    recent = words_of([" ".join(note) for note in said])
    past = words_of(["caro"] * 20)
    found = {each.term: list(each.places) for each in rising(recent, past)}
    every = {"sso", "okta", "sso okta", "okta sso", "sso sso", "okta okta", "caro caro", "caro sso", "sso caro"}
    every |= {"okta caro", "caro okta"}
    expected = {}
    for term in every:
        places = [
            place for place, words in enumerate(recent) if f" {term} " in f" {' '.join(word or '.' for word in words)} "
        ]
        if len(places) >= 4 and len(places) / len(recent) * 21 >= 3:
            expected[term] = places
    assert found == expected
