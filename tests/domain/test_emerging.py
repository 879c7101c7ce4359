"""What people have begun to talk about."""

import pytest

from domain.emerging import Group, Note, emerging, heard_by_week, saying, words_of

PAST = ["es muy caro", "no tienen presupuesto", "they need approval", "happy with excel", "the contract is long"]


def found(
    *recent: str, past: int = 25, accounts: int = 99, dismissed: frozenset[str] = frozenset()
) -> tuple[Group, ...]:
    """What stands out in notes of these texts, each of an account of its own up to ``accounts``, after another past."""
    said = enumerate(zip(recent, words_of(recent), strict=True))
    notes = [Note(n, text, f"Account {n % accounts}", 2, words) for n, (text, words) in said]
    return emerging(notes, words_of(PAST[n % 5] for n in range(past)), dismissed=dismissed)


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
    assert saying("audit log", words_of(["", text])) == [False, is_said]


def test_texts_are_counted_by_week() -> None:
    said = [["audit log", "log the audit", "audit logs, audit log"], [], ["🙂 audit log"]]
    assert heard_by_week(["audit log", "log"], map(words_of, said)) == {"audit log": [2, 0, 1], "log": [3, 0, 1]}
