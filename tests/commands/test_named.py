"""What a searched menu's choice says: a record, a name, or nothing."""

import pytest

from commands.named import Named, read_named


@pytest.mark.parametrize(
    ("value", "named"),
    [
        ("id:77", Named("Acme", id=77)),
        ("new: Nueva  Empresa ", Named("Nueva Empresa", create=True)),
        ("new:株式会社", Named("株式会社", create=True)),
        ("—", Named("—")),
        ("id:x", Named("id:x")),
    ],
)
def test_a_choice_is_a_record_or_a_name(value: str, named: Named) -> None:
    assert read_named(value, "Acme") == named


@pytest.mark.parametrize("value", ["new:—", "new:🙂🙂", "new: \u200b", "new:", ""])
def test_nothing_is_made_of_what_is_no_name(value: str) -> None:
    """An account without letters would be that of every note that names none."""
    assert read_named(value, "Acme") is None
