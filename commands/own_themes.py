"""A workspace's own themes as people see them: by their names, in the menus beside the product's."""

from collections.abc import Mapping

from sqlalchemy import Connection

from commands.i18n import LOCALES, Say, Texts
from domain.own_themes import NO_THEMES, OwnThemes
from domain.taxonomy import Theme
from storage import own_themes
from storage.ids import WorkspaceId
from storage.search import same_words


def naming(say: Say, names: Mapping[str, str]) -> Say:
    """``say`` with what this workspace calls its own themes (``names`` by code), under the keys of all themes."""
    return say.naming({f"theme-{code}": name for code, name in names.items()})


def naming_own(connection: Connection, workspace_id: WorkspaceId, say: Say) -> Say:
    """The same, looked up."""
    return naming(say, own_themes.own_themes(connection, workspace_id).names)


def theme_codes(own: OwnThemes, chosen: str | None) -> list[str]:
    """The themes to choose from, `other` last; one that was retired where it is what was ``chosen``."""
    codes = [each.value for each in Theme if each is not Theme.OTHER] + list(own.offered)
    if chosen is not None and chosen in own.names and chosen not in codes:
        codes.append(chosen)
    return [*codes, Theme.OTHER.value]


def themes_named(texts: Texts, query: str, own: OwnThemes = NO_THEMES) -> list[str]:
    """Codes of the themes that ``query`` names by their label, or one side of its slash, in any of our languages."""
    ours = [each.code for each in own.themes if same_words(query, each.label)]
    return ours + [
        theme.value
        for theme in Theme
        if any(
            same_words(query, name)
            for label in (theme.value.replace("_", " "), *(texts.into(locale)(f"theme-{theme}") for locale in LOCALES))
            for name in (label, *label.split("/"))
        )
    ]
