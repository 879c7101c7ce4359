"""Every text exists in every language, takes the same words in, is used, and nothing is said past the locales."""

import ast
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from commands.i18n import LOCALES, Texts, locale_of
from commands.specs import COMMANDS, HOUSE, OBJECTION
from domain.handoff import HandoffState
from domain.taxonomy import (
    Ask,
    AttemptChannel,
    BeliefSource,
    BuyingRole,
    DealOutcome,
    DealStage,
    DealType,
    Grade,
    LeadType,
    LossReason,
    Perspective,
    Relation,
    ReturnAction,
    ReturnReason,
    Theme,
    WinReason,
    Worked,
)
from tests.architecture.source import FIRST_PARTY, sources

PROJECT = Path(__file__).resolve().parents[2]
LOCALE_DIR = PROJECT / "commands" / "locales"
CODES: Mapping[str, tuple[type[StrEnum], tuple[str, ...]]] = {
    "theme": (Theme, ("none",)),
    "ask": (Ask, ()),
    "worked": (Worked, ()),
    "belief": (BeliefSource, ()),
    "stage": (DealStage, ()),
    "role": (BuyingRole, ()),
    "relation": (Relation, ()),
    "leadtype": (LeadType, ()),
    "attemptby": (AttemptChannel, ()),
    "returnaction": (ReturnAction, ()),
    "reason": (ReturnReason, ()),
    "fit": (Grade, ()),
    "intent": (Grade, ()),
    "outcome": (DealOutcome, ()),
    "lossreason": (LossReason, ()),
    "winreason": (WinReason, ()),
    "perspective": (Perspective, ()),
    "dealtype": (DealType, ()),
    "hstate": (HandoffState, ()),
    "hstatus": (HandoffState, ()),
}


class _Variables(Visitor):
    def __init__(self) -> None:
        self.shown: set[str] = set()
        self.asked: set[str] = set()

    def visit_VariableReference(self, node: Any) -> None:  # noqa: ANN401, N802 - the library's form
        self.shown.add(node.id.name)

    def visit_SelectExpression(self, node: Any) -> None:  # noqa: ANN401, N802 - the library's form
        # A number that only chooses the form of a word may be needed in one language and not in the other.
        self.asked.add(node.selector.id.name)
        for variant in node.variants:
            self.visit(variant)


def messages(locale: str) -> dict[str, _Variables]:
    """Every key of one folder of locales, with what is put in."""
    found: dict[str, _Variables] = {}
    for file in sorted((LOCALE_DIR / locale).glob("*.ftl")):
        for entry in FluentParser().parse(file.read_text("utf-8")).body:
            assert not isinstance(entry, ftl.Junk), f"{file}: {entry.content}"
            if isinstance(entry, ftl.Message):
                assert entry.id.name not in found, f"{entry.id.name} stands twice in {locale}"
                variables = _Variables()
                variables.visit(entry)
                found[entry.id.name] = variables
    return found


EN, ES, MX = (messages(locale) for locale in LOCALES)


def nodes() -> Iterator[tuple[str, ast.AST]]:
    for source in sources("commands", "bot"):
        for node in source.nodes:
            yield source.path, node


@cache
def said() -> tuple[dict[str, str], dict[str, str]]:
    """What the code may say: literal keys, and patterns of composed ones, each with where it stands."""
    literal: dict[str, str] = {}
    composed: dict[str, str] = {}
    for path, node in nodes():
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            literal.setdefault(node.value, path)
        elif isinstance(node, ast.JoinedStr):
            pattern = "".join(
                re.escape(str(part.value)) if isinstance(part, ast.Constant) else r"[\w-]+" for part in node.values
            )
            if re.fullmatch(r"(?:[a-z_]|\\-|\[\\w-\]\+)+", pattern) and r"\-" in pattern:
                composed.setdefault(pattern, path)
    return literal, composed


def test_both_languages_have_the_same_keys_and_take_the_same_in() -> None:
    assert EN.keys() == ES.keys()
    differing = [key for key in EN if EN[key].shown != ES[key].shown]
    assert differing == []


def test_mexico_only_overrides_with_the_same_taken_in() -> None:
    assert MX.keys() <= ES.keys()
    assert [key for key, put_in in MX.items() if put_in.shown != ES[key].shown] == []


def test_nothing_that_mexico_reads_has_the_guillemets_of_spain() -> None:
    """Not even what it takes over from Spain's Spanish: one rule where texts are read, no override for each."""
    say = Texts().into("es-MX")
    read = {
        key: say(key, **(dict.fromkeys(put_in.shown, "x") | dict.fromkeys(put_in.asked, 3)))
        for key, put_in in ES.items()
    }
    assert [key for key, text in read.items() if set(text) & set("«»")] == []
    assert "“x”" in read["review-option-name"]
    assert "«x»" in Texts().into("es")("review-option-name", name="x")


def test_what_the_code_says_exists() -> None:
    direct = {
        node.args[0].value: path
        for path, node in nodes()
        if isinstance(node, ast.Call)
        and node.args
        and isinstance(node.args[0], ast.Constant)
        and (
            (isinstance(node.func, ast.Name) and node.func.id in {"say", "typed", "chosen"})
            or (isinstance(node.func, ast.Attribute) and node.func.attr == "_refuse")
        )
        and isinstance(node.args[0].value, str)
        and "-" in node.args[0].value
    }
    assert len(direct) > 50  # the scan sees what it is to see
    assert {key: path for key, path in direct.items() if key not in EN} == {}
    heads = {key.split("-")[0] for key in EN if "-" in key}
    looks = re.compile(rf"(?:{'|'.join(sorted(heads))})-[a-z_]+(?:-[a-z_]+)*")
    unknown = {text: path for text, path in said()[0].items() if looks.fullmatch(text) and text not in EN}
    assert {text: path for text, path in unknown.items() if not any(key.startswith(text) for key in EN)} == {}


@pytest.mark.parametrize("head", CODES)
def test_every_code_has_its_label(head: str) -> None:
    codes, more = CODES[head]
    labels = {key.removeprefix(f"{head}-") for key in EN if key.startswith(f"{head}-")}
    assert labels == {*map(str, codes), *more}


def test_composed_keys_lead_somewhere() -> None:
    lost = {
        pattern: path
        for pattern, path in said()[1].items()
        if re.match(rf"(?:{'|'.join({key.split('-')[0] for key in EN})})\\-", pattern)
        and not any(re.fullmatch(pattern, key) for key in EN)
    }
    assert lost == {}


def test_no_key_is_there_for_nothing() -> None:
    literal, composed = said()
    patterns = [re.compile(pattern) for pattern in composed]
    labels = tuple(f"{head}-" for head in CODES)
    unused = {
        key
        for key in EN
        if key not in literal and not key.startswith(labels) and not any(each.fullmatch(key) for each in patterns)
    }
    assert unused == set()


@pytest.mark.parametrize("locale", LOCALES)
def test_no_placeable_fails_to_format(locale: str) -> None:
    """With everything given that it asks for, each text comes out without Fluent's mark of a missing value."""
    say = Texts().into(locale)
    for key, put_in in EN.items():
        given = dict.fromkeys(put_in.shown, "x") | dict.fromkeys(put_in.asked, 3)
        text = say(key, **given)
        assert text.strip(), key
        assert "{" not in text, (key, text)
        assert text != key


def spoken_past_the_locales() -> Iterator[str]:
    """Words of ours handed to Block Kit as they stand in the code."""
    for path, node in nodes():
        named = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if not (named and isinstance(node.func.value, ast.Name) and node.func.value.id == "blocks"):  # type: ignore[attr-defined]
            continue
        for argument in node.args[:1]:  # type: ignore[attr-defined]
            parts = argument.values if isinstance(argument, ast.JoinedStr) else [argument]
            for part in parts:
                if isinstance(part, ast.Constant) and re.search(
                    r"[^\W\d_]{2,}", re.sub(r":\w+:|<[^>]*>", "", str(part.value))
                ):
                    yield f"{path}:{node.lineno}: {part.value!r}"  # type: ignore[attr-defined]


def test_nothing_is_said_past_the_locales() -> None:
    assert list(spoken_past_the_locales()) == []


@pytest.mark.parametrize(
    ("slack", "ours"),
    [
        ("en-US", "en"),
        ("en-GB", "en"),
        ("es-ES", "es"),
        ("es-LA", "es-MX"),
        ("es-MX", "es-MX"),
        ("es", "es"),
        ("fr-FR", "en"),
        ("", "en"),
        (None, "en"),
    ],
)
def test_slacks_locales_become_ours(slack: str | None, ours: str) -> None:
    assert locale_of(slack) == ours
    assert locale_of(slack, "es") == (ours if slack and slack[:2] in {"en", "es"} else "es")


def test_examples_name_only_commands_that_every_manifest_has() -> None:
    """A workspace has the English names or the Spanish ones: texts repeat what was typed, or go through `/lazo`."""
    # The first explains both names; the demo installs both.
    told_apart = {"lazo-help-names", "demo-intro-steps", "demo-tour-hand-over-command"}
    slash = re.compile(r"/([a-z]+)")
    names = {name[1:] for spec in COMMANDS if spec != HOUSE for name in spec.names}
    found, key = [], ""
    for locale in LOCALES:
        for file in sorted((LOCALE_DIR / locale).glob("*.ftl")):
            for line in file.read_text("utf-8").splitlines():
                key = line.split(" =")[0] if " =" in line else key
                if not line.startswith("#") and key not in told_apart:
                    found += [f"{locale} {key}" for word in slash.findall(line) if word in names]
    assert found == []


@pytest.mark.parametrize(
    ("typed", "locale", "shown"),
    [
        ("/objection", "es", "/objection"),
        ("/objecion", "en", "/objecion"),
        ("/lazo", "es-MX", "/lazo objecion"),
        (None, "en", "/lazo objection"),
    ],
)
def test_a_command_is_repeated_as_it_was_typed(typed: str | None, locale: str, shown: str) -> None:
    assert OBJECTION.as_typed(typed, locale) == shown


def test_moments_and_numbers_speak_the_language() -> None:
    moment = datetime(2026, 11, 23, 8, 5, tzinfo=UTC)
    spoken = {locale: Texts().into(locale) for locale in LOCALES}
    assert spoken["en"].moment(moment, "Europe/Madrid") == "Mon, Nov 23 at 09:05"
    assert spoken["es"].moment(moment, "America/Mexico_City") == "lun 23 nov a las 02:05"
    assert [spoken[locale].number(20000.5) for locale in LOCALES] == ["20,000.5", "20.000,5", "20,000.5"]
    assert [spoken[locale].percent(0.105) for locale in LOCALES] == ["10.5%", "10,5\u00a0%", "10.5%"]


def test_money_speaks_the_language_and_whole_amounts_have_no_decimals() -> None:
    spoken = {locale: Texts().into(locale) for locale in LOCALES}
    written = [
        [spoken[locale].money(value, "EUR") for value in (Decimal(20_000), Decimal("20000.5"))] for locale in LOCALES
    ]
    assert written == [
        ["€20,000", "€20,000.50"],
        ["20.000\u00a0€", "20.000,50\u00a0€"],
        ["EUR20,000", "EUR20,000.50"],
    ]
    assert spoken["en"].money(Decimal("1E+3"), "JPY") == "¥1,000"
    assert spoken["en"].money(Decimal(-1500), "USD") == "-$1,500"


def test_lengths_of_time_speak_the_language() -> None:
    spoken = {locale: Texts().into(locale) for locale in LOCALES}
    assert [spoken[locale].relative(timedelta(hours=3)) for locale in LOCALES] == [
        "in 3 hours",
        "dentro de 3 horas",
        "dentro de 3 horas",
    ]
    assert spoken["en"].relative(timedelta(days=-2)) == "2 days ago"
    assert spoken["es"].span(timedelta(hours=1, minutes=30)) == "1 hora 30 minutos"
    assert spoken["en"].span(timedelta()) == "0 minutes"
    assert spoken["es"].span(timedelta(minutes=60)) == "1 hora"


def test_an_unknown_key_shows_itself_and_an_unknown_language_speaks_english() -> None:
    assert Texts().into("en")("no-such-key") == "no-such-key"
    assert Texts().into("fr-FR").locale == "en"
    assert "bot" in FIRST_PARTY
