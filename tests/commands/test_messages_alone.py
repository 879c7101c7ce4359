"""Each text is parsed by itself when it is wanted: that gives what the parser reads in the whole file."""

from pathlib import Path

import pytest
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import ast as ftl
from fluent.syntax.visitor import Visitor

from commands.i18n import Texts

LOCALE_DIR = Path(__file__).resolve().parents[2] / "commands" / "locales"


class _References(Visitor):
    def __init__(self) -> None:
        self.found: list[str] = []

    def visit_MessageReference(self, node: ftl.MessageReference) -> None:  # noqa: N802 - the library's form
        self.found.append(node.id.name)

    def visit_TermReference(self, node: ftl.TermReference) -> None:  # noqa: N802 - the library's form
        self.found.append(f"-{node.id.name}")

    def visit_VariableReference(self, node: ftl.VariableReference) -> None:  # noqa: N802 - the library's form
        self.found.append(f"${node.id.name}")


@pytest.mark.parametrize(("locale", "folders"), [("en", ["en"]), ("es", ["es"]), ("es-MX", ["es", "es-MX"])])
def test_every_message_is_read_as_in_its_file(locale: str, folders: list[str]) -> None:
    whole, messages = FluentBundle([locale], use_isolating=False), dict[str, ftl.Message]()
    for folder in folders:
        for file in sorted((LOCALE_DIR / folder).glob("*.ftl")):
            text = file.read_text("utf-8")
            resource = FluentResource(text.translate(str.maketrans("«»", "“”")) if locale == "es-MX" else text)
            whole.add_resource(resource, allow_overrides=True)
            messages.update({each.id.name: each for each in resource.body if isinstance(each, ftl.Message)})
    say = Texts().into(locale)
    for key, message in messages.items():
        references = _References()
        references.visit(message)
        variables = {name[1:]: 2 for name in references.found if name.startswith("$")}
        assert len(variables) == len(set(references.found)), f"{key} refers to another text, which is not there"
        pattern = whole.get_message(key).value
        assert pattern is not None
        assert say.has(key)
        assert say(key, **variables) == whole.format_pattern(pattern, variables)[0]


def test_no_such_text_shows_its_key() -> None:
    say = Texts().into("en")
    assert not say.has("no-such-text")
    assert say("no-such-text") == "no-such-text"
