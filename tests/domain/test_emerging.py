"""What people have begun to talk about."""

from datetime import UTC, datetime, timedelta

from domain.emerging import Group, Note, emerging

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
PAST = ["es muy caro", "no tienen presupuesto", "they need approval", "happy with excel", "the contract is long"]


def notes(*recent: str, past: int = 25, accounts: int = 99) -> list[Note]:
    """Notes of the last days, each of an account of its own up to ``accounts``, after a past about other things."""
    old = [Note(1000 + n, PAST[n % 5], NOW - timedelta(days=40 + n), f"Old {n}", 1) for n in range(past)]
    new = [Note(n, text, NOW - timedelta(days=n + 1), f"Account {n % accounts}", 2) for n, text in enumerate(recent)]
    return [*old, *new]


SSO = ["wants SSO", "piden SSO con Okta", "no SSO no deal", "asked about SSO again", "el SSO es obligatorio"]


def test_a_word_that_many_share_lately_is_a_group_with_its_notes() -> None:
    assert emerging(notes(*SSO, "es muy caro"), NOW) == (
        Group("sso", "SSO", (0, 1, 2, 3, 4), 0, tuple(f"Account {n}" for n in range(5))),
    )


def test_what_was_said_before_as_often_does_not_stand_out() -> None:
    assert emerging(notes(*PAST * 5), NOW) == ()


def test_without_a_past_nothing_stands_out() -> None:
    assert emerging(notes(*SSO, past=19), NOW) == ()


def test_one_account_that_repeats_itself_is_no_group() -> None:
    assert emerging(notes(*["wants SSO now"] * 6, accounts=1), NOW) == ()
    assert emerging(notes(*["they want SSO with Okta now", "they want SSO now, with Okta!"] * 3, accounts=1), NOW) == ()
    assert emerging(notes(*SSO, accounts=2), NOW) == ()
    # Said in the same words by several, it counts for each of them.
    assert [group.term for group in emerging(notes(*["wants SSO"] * 4), NOW)] == ["sso"]


def test_what_was_dismissed_is_not_offered_again() -> None:
    assert emerging(notes(*SSO), NOW, dismissed={"sso"}) == ()


def test_words_that_stand_together_are_one_group() -> None:
    said = [f"{start} audit log export" for start in ("wants", "needs an", "no", "falta", "quieren")]
    found = emerging(notes(*said), NOW)
    assert [group.label for group in found] == ["audit log"]


def test_notes_after_the_moment_are_not_looked_at() -> None:
    assert emerging(notes(*SSO), NOW - timedelta(days=10)) == ()
