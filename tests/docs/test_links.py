"""Links within the documents: to files (see tests/architecture/test_texts.py), and to sections of them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.documents import PROJECT, every_document, prose, read

_LINK = re.compile(r"\]\(([^)\s:]*)#([^)\s]+)\)")


def slug(heading: str) -> str:
    """A heading's anchor, as code hosts make it."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).strip().replace(" ", "-")


def broken_anchors(name: str, text: str) -> Iterator[str]:
    """Links of document ``name`` to a section that is not there."""
    for target, anchor in _LINK.findall(text):
        file = (PROJECT / name).parent / target if target else PROJECT / name
        written = file.read_text("utf-8") if file.is_file() else ""
        if anchor not in {slug(heading) for heading in re.findall(r"^#+ (.+)$", written, re.MULTILINE)}:
            yield f"{name}: {target}#{anchor}"


@pytest.mark.parametrize("name", every_document())
def test_links_to_sections_lead_somewhere(name: str) -> None:
    """The file and the heading exist."""
    assert list(broken_anchors(name, prose(read(name)))) == []


def test_a_broken_anchor_is_found() -> None:
    """In another document, and in the same."""
    text = "[a](operations.md#settings) [b](operations.md#setings) [c](#nowhere)"
    assert list(broken_anchors("docs/cli.md", text)) == ["docs/cli.md: operations.md#setings", "docs/cli.md: #nowhere"]


def test_every_document_is_linked_from_somewhere() -> None:
    """Nobody finds a page that no page names."""
    linked = set()
    for name in every_document():
        for target in re.findall(r"\]\(([^)\s:#]+)", read(name)):
            linked.add(Path(PROJECT / name).parent.joinpath(target).resolve())
    decisions = {file.resolve() for file in (PROJECT / "docs" / "decisions").glob("*.md")}
    pages = {(PROJECT / name).resolve() for name in every_document()} - decisions - {PROJECT / "README.md"}
    assert pages <= linked
