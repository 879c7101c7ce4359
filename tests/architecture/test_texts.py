"""What the files say: no addresses of machines, links that lead somewhere, settings told as they are."""

import ast
import re
from collections.abc import Iterable

import pytest

from tests.architecture.source import PROJECT, text_files

# Joined from halves, so that this file may be searched as well.
_HOSTS = (
    "files.python" + "hosted",
    "py" + "pi.org/simple",
    "registry." + "npmjs",
    "deb." + "debian.org",
    "un" + "pkg.com",
    "cdn." + "jsdelivr",
    "cdn" + "js.cloudflare",
    "fonts." + "googleapis",
)
_MACHINE = re.compile(r"(?<![\w.{}-])/(?:ro" + r"ot|ho" + r"me|Us" + r"ers|wo" + r"rk|o" + r"pt)/[\w.]+")

_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
_SETTING = re.compile(r"^#?\s?([A-Z][A-Z0-9_]+)=", re.MULTILINE)
_TABLE_ROW = re.compile(r"^\|\s*`([A-Z][A-Z0-9_]+)`", re.MULTILINE)


def test_no_file_names_a_registry_or_a_machine() -> None:
    """The lock files, the page and the docs work from any index and in any folder."""
    found = [f"{path}: {line}" for path, text in text_files() for line in addresses(text)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    "planted",
    ["--index-url https://" + _HOSTS[1], "see /wo" + "rk/main/bot", "import x from 'https://" + _HOSTS[5] + ".net/x'"],
)
def test_a_planted_address_is_found(planted: str) -> None:
    """The search sees each kind."""
    assert addresses(planted)


@pytest.mark.parametrize("allowed", ["https://docs.slack.dev/reference", "GET /views/home/x", "a/work/b"])
def test_other_paths_are_let_through(allowed: str) -> None:
    """Documentation is linked, and routes are not folders."""
    assert not addresses(allowed)


def test_links_in_the_documents_lead_to_files() -> None:
    """Every relative link of every Markdown file."""
    found = [
        f"{path}: {link}" for path, text in text_files() if path.endswith(".md") for link in dead_links(path, text)
    ]
    assert not found, "\n".join(found)


def test_a_dead_link_is_found() -> None:
    """A link to a missing file is told, one to a page on the web is not."""
    text = "[a](gone.md) [b](https://example.org) [c](#there) ![d](docs/gone.png) `[e](code.md)`"
    assert dead_links("README.md", text) == ["gone.md", "docs/gone.png"]


def test_env_example_tells_every_setting() -> None:
    """`.env.example` and `bot/settings.py` name the same settings."""
    example = (PROJECT / ".env.example").read_text("utf-8")
    assert set(_SETTING.findall(example)) == settings_in((PROJECT / "bot" / "settings.py").read_text("utf-8"))


def test_readme_tells_every_setting() -> None:
    """So does the table in the README."""
    readme = (PROJECT / "README.md").read_text("utf-8")
    assert set(_TABLE_ROW.findall(readme)) == settings_in((PROJECT / "bot" / "settings.py").read_text("utf-8"))


def test_settings_are_read_from_the_source() -> None:
    """An alias wins over the prefix, and a class variable is no setting."""
    text = (
        "class Settings(BaseSettings):\n"
        '    model_config = SettingsConfigDict(env_prefix="LAZO_")\n'
        '    token: str = Field(alias="SLACK_BOT_TOKEN")\n'
        '    url: str = Field("x", validation_alias="DATABASE_URL")\n'
        "    tick_seconds: int = 5\n"
    )
    assert settings_in(text) == {"SLACK_BOT_TOKEN", "DATABASE_URL", "LAZO_TICK_SECONDS"}


def addresses(text: str) -> list[str]:
    """Lines that name a registry, a content network or a folder of somebody's machine."""
    return [
        line.strip()[:160]
        for line in text.splitlines()
        if any(host in line for host in _HOSTS) or _MACHINE.search(line)
    ]


def dead_links(path: str, text: str) -> list[str]:
    """Relative links in ``text`` (the content of ``path``) to files that do not exist."""
    prose = re.sub(r"```.*?```|`[^`\n]*`", "", text, flags=re.DOTALL)
    targets = [link for link in _LINK.findall(prose) if not re.match(r"[a-z]+:|#", link)]
    folder = (PROJECT / path).parent
    return [link for link in targets if not (folder / link.split("#")[0]).exists()]


def settings_in(text: str) -> set[str]:
    """The environment variables that the settings classes in ``text`` read."""
    classes = [node for node in ast.parse(text).body if isinstance(node, ast.ClassDef)]
    return {name for each in classes if _is_settings(each) for name in _variables(each.body)}


def _is_settings(node: ast.ClassDef) -> bool:
    return any(isinstance(base, ast.Name) and base.id == "BaseSettings" for base in node.bases)


def _variables(body: Iterable[ast.stmt]) -> Iterable[str]:
    prefix = ""
    for statement in body:
        keywords = _keywords(getattr(statement, "value", None))
        if isinstance(statement, ast.Assign):
            prefix = keywords.get("env_prefix", prefix)
        elif isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
            given = keywords.get("validation_alias") or keywords.get("alias")
            yield given or f"{prefix}{statement.target.id}".upper()


def _keywords(value: ast.expr | None) -> dict[str, str]:
    if not isinstance(value, ast.Call):
        return {}
    return {
        keyword.arg: str(keyword.value.value)
        for keyword in value.keywords
        if keyword.arg and isinstance(keyword.value, ast.Constant)
    }
