"""The generated parts: as the code says now, and a difference is noticed."""

from pathlib import Path

import pytest

from docs import generate
from docs.data_dictionary import INDEX_REASONS, indexes
from docs.generate import DOCUMENTS, UnknownPartError, filled
from docs.tables import mexican_words
from tests.docs.documents import every_document, read


def test_documents_are_as_the_code_says(capsys: pytest.CaptureFixture[str]) -> None:
    """`make docs` would change nothing."""
    assert generate.main(["--check"]) == 0, capsys.readouterr()


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The documents in a folder of their own."""
    for name in DOCUMENTS:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(read(name), "utf-8")
    monkeypatch.setattr(generate, "PROJECT", tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("README.md", "| `LAZO_LOG_LEVEL` |", "| `LAZO_LOGLEVEL` |"),
        ("docs/operations.md", "| `chat:write` |", "| `chat:read` |"),
        ("docs/cli.md", "`--as-of 2018-03-05T09:00`", "`--when`"),
        ("docs/data-dictionary.md", "| `quote` | text |", "| `quote` | integer |"),
        ("docs/guide/en/objection.md", "**Bring it back**", "**Restore**"),
        ("docs/guide/es/objection.md", "**Recuperarla**", "**Restaurar**"),
    ],
)
def test_a_difference_is_noticed_and_mended(
    copied: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str
) -> None:
    """Check ends with 1, names the document and writes nothing; without it the document is as it was."""
    right = read(name)
    assert right.count(old) >= 1
    (copied / name).write_text(right.replace(old, new), "utf-8")
    assert generate.main(["--check"]) == 1
    assert capsys.readouterr().out.startswith(f"{name}: not as the code says")
    assert new in (copied / name).read_text("utf-8")
    assert generate.main([]) == 0
    assert (copied / name).read_text("utf-8") == right


def test_a_word_that_is_gone_is_named(copied: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A removed text cannot be filled in: the sentence around it has to be mended, so nothing is written."""
    guide = copied / "docs/guide/en/objection.md"
    guide.write_text(
        read("docs/guide/en/objection.md").replace("<!-- objection-restore -->", "<!-- objection-gone -->"), "utf-8"
    )
    before = guide.read_text("utf-8")
    assert generate.main([]) == 2
    assert "docs/guide/en/objection.md: there is no text objection-gone in en" in capsys.readouterr().err
    assert guide.read_text("utf-8") == before


def test_an_unknown_part_is_refused() -> None:
    """A block's name with a typing error would stay empty for ever."""
    with pytest.raises(UnknownPartError, match="setings"):
        filled("<!-- generated: setings -->\n<!-- end -->", "en")


def test_a_word_is_in_the_guides_language_with_its_argument() -> None:
    """Markup of Slack's is left out: the document has its own."""
    assert filled("**x**<!-- objection-create-account name=Aceros del Sur -->", "es") == (
        "**Crear «Aceros del Sur»**<!-- objection-create-account name=Aceros del Sur -->"
    )


def test_several_arguments_and_plurals() -> None:
    """A whole number chooses between one and many."""
    text = "*x*<!-- digest-count-objections n={0}; count={0} --> *x*<!-- digest-rate rate=10,4 %; won=13; n=125 -->"
    shown = filled(text.format(1), "es")
    assert shown.startswith("*1 objeción*<!--")
    assert "*10,4 % (13 de 125)*<!-- digest-rate rate=10,4 %; won=13; n=125 -->" in shown
    assert filled(text.format(12), "es").startswith("*12 objeciones*<!--")


def test_a_word_that_several_pages_have_is_told_once() -> None:
    assert len(mexican_words([("progress-change-stage", {})] * 2).splitlines()) == 2 + 1


def test_every_generated_part_is_in_a_document_that_is_filled() -> None:
    """A block elsewhere would never be filled."""
    holding = {name for name in every_document() if "\n<!-- generated: " in read(name)}
    assert holding <= set(DOCUMENTS)


def test_every_index_has_its_reason() -> None:
    """An index that answers no question is a cost; a reason without its index is a leftover."""
    assert indexes() == set(INDEX_REASONS)
