"""What points to an account is found in the tables themselves: a new one cannot be forgotten."""

from sqlalchemy import Table, UniqueConstraint
from sqlmodel import SQLModel

from commands.account.merging import FILLED
from commands.i18n import LOCALES, Texts
from storage import merges
from storage.tables import Account

#: Columns of an account that a merge leaves to each of the two, and why.
STAYS = {
    "workspace_id": "both are of one",
    "id": "its own",
    "name": "the kept one's name stays, the other is found by it",
    "name_key": "as its name",
    "created_by_id": "who made it, made it",
    "created_at": "and when",
    "archived_at": "says that it was merged",
    "merged_into_id": "says into what",
    "version": "counts its changes",
}


def tables() -> list[Table]:
    return [table for table in SQLModel.metadata.tables.values() if not table.name.startswith("account_merge")]


def test_every_column_that_names_an_account_moves() -> None:
    """By its foreign key; a column that is called so and has none would be forgotten."""
    called_so = {
        f"{table.name}.{column.name}" for table in tables() for column in table.columns if "account_id" in column.name
    }
    assert called_so <= {each.name for each in merges.references()}


def test_records_of_any_kind_move_or_say_why_they_stay() -> None:
    of_any_kind = {table.name for table in tables() if "subject_kind" in table.columns}
    assert of_any_kind == merges.SUBJECTS_THAT_MOVE | merges.SUBJECTS_THAT_STAY.keys()


def test_no_two_rows_can_meet_when_they_move() -> None:
    """Were an account's id part of a key or of something unique, two accounts' rows could not become one's."""
    for each in merges.references():
        unique = [list(index.columns) for index in each.table.indexes if index.unique]
        unique += [list(found.columns) for found in each.table.constraints if isinstance(found, UniqueConstraint)]
        assert not any(each.column in columns for columns in [*unique, list(each.table.primary_key.columns)]), each.name
        assert "id" in each.table.c, each.name


def test_every_column_of_an_account_is_taken_over_or_left() -> None:
    filled = {column for group in FILLED for column in group}
    assert filled.isdisjoint(STAYS)
    assert filled | STAYS.keys() == set(Account.model_fields)


def test_everything_that_moves_has_a_word() -> None:
    for locale in LOCALES:
        say = Texts().into(locale)
        assert [each.name for each in merges.references() if not say.has(_count(each.name))] == []
        assert all(say.has(f"merge-field-{column}") for group in FILLED for column in group)


def _count(name: str) -> str:
    return f"merge-count-{name.replace('.', '-')}"
