"""The guides quote the product: its buttons by their keys, its commands as it understands them."""

import re
from collections.abc import Callable, Mapping

import pytest

from commands.account import parse as account
from commands.digest import parse as digest
from commands.handoff import parse as handoff
from commands.lazo import parse as lazo
from commands.lead_quality import parse as lead_quality
from commands.objection import parse as objection
from commands.specs import COMMANDS
from commands.win_loss import parse as win_loss
from docs.guide_pages import PAGES
from tests.docs.documents import GUIDES, PROJECT, every_document, guide, prose, read, slack_commands

_SLICES: Mapping[str, Callable[[str], object]] = {
    "objection": lambda text: objection.parse_command(text, "C1"),
    "digest": lambda text: digest.parse_command(text, "C1"),
    "account": account.parse_command,
    "handoff": handoff.parse_command,
    "leadquality": lead_quality.parse_command,
    "winloss": lambda text: win_loss.parse_command(text, "C1"),
}
_NOT_UNDERSTOOD = (
    objection.UnclearWord,
    digest.UnclearWord,
    lazo.UnclearWord,
    account.NotAName,
    handoff.UnclearWord,
    lead_quality.UnclearWord,
    win_loss.UnclearWord,
)
#: Shown because Lazo does not understand them.
_SHOWN_AS_UNCLEAR = {"/objection hmm", "/objecion mmm"}


def understood(command: str) -> bool:
    """Whether Lazo knows what to do with a command as a document shows it."""
    name, _, text = command.removeprefix("/").partition(" ")
    spec = next((spec for spec in COMMANDS if name in {spec.name, spec.es}), None)
    if spec is None:
        return False
    text = text.replace("…", "").strip()
    if spec.name == "lazo":
        intent: object = lazo.parse_command(text)
        if isinstance(intent, lazo.PassOn) and intent.name in _SLICES:
            intent = _SLICES[intent.name](intent.rest)
    else:
        intent = _SLICES[spec.name](text)
    return not isinstance(intent, _NOT_UNDERSTOOD)


@pytest.mark.parametrize("name", every_document())
def test_commands_are_understood(name: str) -> None:
    """Every slash command in every document."""
    unclear = {command for command in slack_commands(read(name)) if not understood(command)}
    assert unclear <= _SHOWN_AS_UNCLEAR


@pytest.mark.parametrize(
    "wrong", ["/digest previw", "/objetion Acme: too expensive", "/lazo setings", "/objection hmm"]
)
def test_a_wrong_command_is_found(wrong: str) -> None:
    """The check sees what people would get an error for."""
    assert slack_commands(f"Type `{wrong}` now.") == [wrong]
    assert not understood(wrong)


@pytest.mark.parametrize("locale", GUIDES)
def test_bold_words_are_the_products(locale: str) -> None:
    """In the guides, bold is kept for what stands on the screen: each has its key, so the generator watches it."""
    text = prose(guide(locale))
    bold = re.findall(r"\*\*([^*\n]+)\*\*(<!-- [a-z])?", text)
    assert [words for words, key in bold if not key] == []
    assert len(bold) > 40


#: The example's sales manager reads Spanish: what she is told is pictured in her language alone.
_IN_SPANISH_ALONE = "handoff-escalated"


@pytest.mark.parametrize("page", PAGES)
def test_both_guides_tell_the_same(page: str) -> None:
    """Page by page and section by section the same words of the product, and the same pictures."""
    told = {}
    for locale in GUIDES:
        sections = read(f"docs/guide/{locale}/{page}.md").split("\n## ")
        words = [re.findall(r"\*<!-- ([\w-]+)", section) for section in sections]
        shown = [re.findall(rf"images/([\w-]+)(?:\.{locale})?\.png\)", section) for section in sections]
        shown = [[name for name in names if name != _IN_SPANISH_ALONE] for names in shown]
        told[locale] = (words, shown)
    assert told["en"] == told["es"]


@pytest.mark.parametrize("locale", GUIDES)
def test_every_page_shows_what_it_tells_of(locale: str) -> None:
    """A picture in the page's own language, with words for those who do not see it. tests/browser takes them."""
    pictured = re.compile(rf"^!\[[^\]]{{10,}}\]\(\.\./\.\./images/[\w-]+\.{locale}\.png\)$", re.MULTILINE)
    assert [page for page in PAGES if not pictured.search(read(f"docs/guide/{locale}/{page}.md"))] == []


def test_pictures_are_those_that_the_documents_show() -> None:
    """None is missing, and none is left over from a page that shows it no more."""
    shown = {name for document in every_document() for name in re.findall(r"images/([\w.-]+\.png)\)", read(document))}
    assert {file.name for file in (PROJECT / "docs" / "images").iterdir()} == shown


@pytest.mark.parametrize("locale", GUIDES)
def test_every_page_is_in_the_list(locale: str) -> None:
    """A page that the list forgot would be found by nobody."""
    there = {file.relative_to(PROJECT).as_posix() for file in (PROJECT / "docs" / "guide" / locale).glob("*.md")}
    assert there == set(GUIDES[locale])


def test_spanish_speaks_to_one_person() -> None:
    """Tú; never vosotros, never usted."""
    words = set(re.findall(r"\w+", prose(guide("es")).casefold()))
    assert not words & {"vosotros", "vuestro", "vuestra", "vuestros", "vuestras", "os", "usted", "ustedes"}
    assert not {word for word in words if word.endswith(("áis", "éis"))}
