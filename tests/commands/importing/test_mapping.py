"""Columns find their fields: by known names in two languages, by flags, by a saved file; else a clear refusal."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.importing.fields import FIELDS, header_key
from commands.importing.mapping import SavedMapping, dump_mapping, load_mapping, match_columns, parse_flags
from commands.importing.problems import WholeFileError
from commands.importing.views import file_problem
from storage.imports import RecordKind

LEADS, DEALS = RecordKind.LEADS, RecordKind.DEALS


@pytest.mark.parametrize("kind", list(RecordKind))
def test_no_header_could_mean_two_fields(kind: RecordKind) -> None:
    owner: dict[str, str] = {}
    for one in FIELDS[kind]:
        for name in {header_key(name) for name in (one.name, *one.synonyms)}:
            assert owner.setdefault(name, one.name) == one.name


def test_headers_are_known_in_both_languages_and_any_spelling() -> None:
    english = match_columns(LEADS, ["Lead ID", "First-Contact Date", "E-mail", "mobile"], {})
    spanish = match_columns(LEADS, ["ID del lead", "FECHA DE CUALIFICACION", "Correo electrónico", "Móvil"], {})
    assert english.positions == spanish.positions == {"external_id": 0, "mql_at": 1, "email": 2, "phone": 3}


def test_flags_come_before_names_and_may_leave_out() -> None:
    said = parse_flags(LEADS, ["mql_at=created", "source="])
    mapping = match_columns(LEADS, ["id", "mql date", "created", "source", "junk"], said)
    assert mapping.positions == {"external_id": 0, "mql_at": 2}
    assert mapping.unused == ("mql date", "source", "junk")


def test_one_column_may_tell_two_fields_when_said() -> None:
    said = parse_flags(DEALS, ["external_id=mql_id", "lead=mql_id"])
    mapping = match_columns(DEALS, ["mql_id", "won_date"], said, optional=frozenset({"outcome"}))
    assert mapping.positions == {"external_id": 0, "lead": 0, "closed_at": 1}


@pytest.mark.parametrize(
    ("headers", "flags", "code", "words"),
    [
        (["id", "mql_dat"], [], "column_missing", ["mql_at", "mql_dat?", "--map"]),
        (["id", "mail", "correo", "mql date"], [], "column_ambiguous", ["mail, correo", "email"]),
        (["id", "mql date"], ["mql_at=mql dte"], "mapped_column_missing", ["mql date?", "mql dte"]),
        (["id", "mql date"], ["mqlat=mql date"], "field_unknown", ["mql_at?"]),
        (["id", "mql date"], ["mql_at"], "map_flag_malformed", ["field=column"]),
        (["id", "d", "d"], ["mql_at=d"], "column_twice", ["d"]),
    ],
)
def test_what_is_missing_or_unclear_is_named(headers: list[str], flags: list[str], code: str, words: list[str]) -> None:
    with pytest.raises(WholeFileError) as error:
        match_columns(LEADS, headers, parse_flags(LEADS, flags))
    assert error.value.code == code
    sentence = file_problem(error.value)
    assert all(word in sentence for word in words), sentence


def test_deals_have_to_say_how_they_ended() -> None:
    with pytest.raises(WholeFileError) as error:
        match_columns(DEALS, ["id", "close date"], {})
    assert "--outcome won" in file_problem(error.value)


_headers = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=20)


@given(
    st.dictionaries(st.sampled_from([one.name for one in FIELDS[LEADS]]), _headers),
    st.dictionaries(st.sampled_from(["tz", "delimiter", "encoding"]), _headers),
)
def test_a_saved_mapping_is_read_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, columns: dict[str, str], reading: dict[str, str]
) -> None:
    saved = SavedMapping(LEADS, columns, reading)
    path = tmp_path_factory.getbasetemp() / "mapping.toml"
    path.write_bytes(dump_mapping(saved).encode())
    assert load_mapping(path, LEADS) == saved


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("kind = ", "mapping_unreadable"),
        ('kind = "deals"\n', "mapping_of_other_kind"),
        ('kind = "leads"\n[columns]\nmql_at = 3\n', "mapping_unreadable"),
        ('kind = "leads"\ncolumns = "x"\n', "mapping_unreadable"),
        ('kind = "leads"\n[columns]\nmqlat = "x"\n', "field_unknown"),
        ('kind = "leads"\n[reading]\nzone = "UTC"\n', "mapping_key_unknown"),
    ],
)
def test_what_is_no_mapping_file_is_refused(tmp_path: Path, content: str, code: str) -> None:
    path = tmp_path / "mapping.toml"
    path.write_text(content)
    with pytest.raises(WholeFileError) as error:
        load_mapping(path, LEADS)
    assert error.value.code == code
    assert str(path) in file_problem(error.value) or code == "field_unknown"
