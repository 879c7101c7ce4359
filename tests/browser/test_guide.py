"""The user guide beside the product: what a page names stands on the screen that the page tells of, in both languages.

Each screen is opened as the page says, and each of the page's words that are listed here is looked for on it. With
LAZO_UPDATE_IMAGES=1 the screens become the guide's pictures. Those that tell a story have theirs from other tests.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.demo import PEOPLE, picture, running_demo, taken_anew
from tests.browser.guide import as_person, send, words_of

#: Who reads which language: one who sells, and an admin who leads a team.
READERS = {"en": ("tom", "joe"), "es": ("ana", "carmen")}
WIDTH = 1180
#: Of the window, by what is pictured: most of a form, and the whole of the longest message.
FORM, MESSAGE = 1000, 1560
#: What is pictured of the digest.
DIGEST = 1185


@dataclass(frozen=True)
class Screen:
    """A page of the guide, what one types, what one presses then, and the page's words (keys) that must be there."""

    page: str
    typed: Mapping[str, str]
    keys: Sequence[str]
    pressed: Sequence[str] = ()
    is_message: bool = False
    also: Mapping[str, str] | None = None


SELLERS = (
    Screen(
        "profile",
        {"en": "/lazo me", "es": "/lazo yo"},
        ("people-team", "people-manager", "people-backup", "people-cap", "people-daily", "hours-title", "hours-change"),
    ),
    Screen(
        "closing",
        {"en": "/winloss due", "es": "/cierre pendientes"},
        ("review-it",),
        is_message=True,
    ),
    Screen(
        "rating",
        {"en": "/leadquality", "es": "/calidadlead"},
        ("rating-form-lead", "rating-form-fit", "rating-form-intent", "rating-form-reason", "save"),
        pressed=("rating-form-goes-back",),
    ),
    Screen(
        "time-off",
        {"en": "/lazo out until friday", "es": "/lazo fuera hasta el viernes"},
        ("time-off-that-day-too",),
        is_message=True,
    ),
)
ADMINS = (
    Screen(
        "account",
        {"en": "/account Harlow Freight", "es": "/cuenta Talleres Ibarra"},
        (
            "progress-new-step",
            "progress-done",
            "progress-drop",
            "progress-change-step",
            "progress-change-stage",
            "progress-log-meeting",
            "facts-edit",
            "facts-open-buyer",
            "facts-open-signal",
            "history-open",
            "account-form-sales",
            "account-form-marketing",
            "account-form-crm",
            "save",
        ),
    ),
    Screen(
        "digest",
        {"en": "/digest schedule", "es": "/resumen programar"},
        (
            "digest-field-channel",
            "digest-field-kinds",
            "digest-kind-weekly",
            "digest-kind-monthly",
            "digest-field-weekday",
            "digest-field-time",
            "digest-field-zone",
            "digest-field-language",
            "digest-field-sections",
            "digest-field-accounts",
            "save",
        ),
    ),
    Screen(
        "handoff",
        {
            "en": "/handoff Dale Foundry, Ruth Cole ruth@dale.example demo request: asked for prices @tom",
            "es": "/traspaso Ferretería Sol, Hugo Sanz hugo@sol.example pidió una demo: quiere precios @ana",
        },
        ("edit", "handoff-withdraw"),
        is_message=True,
    ),
    Screen(
        "handoffs",
        {"en": "/handoff team", "es": "/traspaso equipo"},
        ("handoff-show",),
        is_message=True,
    ),
    Screen(
        "response-times",
        {"en": "/lazo sla", "es": "/lazo plazos"},
        ("sla-title", "sla-new", "sla-edit", "sla-stop", "sla-measured-button"),
    ),
    Screen("routing", {"en": "/lazo routing", "es": "/lazo reparto"}, ("routing-new", "routing-seat", "routing-try")),
    Screen(
        "scorecard",
        {"en": "/lazo scorecard", "es": "/lazo indicadores"},
        ("scorecard-by-week", "scorecard-why"),
        is_message=True,
    ),
    Screen(
        "settings",
        {"en": "/lazo settings", "es": "/lazo ajustes"},
        (
            "settings-title",
            "settings-channel",
            "set-up-channel-handoff",
            "settings-language",
            "settings-zone",
            "settings-reaction",
            "settings-guests",
        ),
    ),
    Screen("icp", {"en": "/lazo icp", "es": "/lazo icp"}, ("icp-propose",)),
    Screen("stages", {"en": "/lazo stages", "es": "/lazo fases"}, ("stages-new",)),
    Screen(
        "targets",
        {"en": "/account targets", "es": "/cuenta objetivos siguiente"},
        ("targets-owners", "targets-propose", "targets-history"),
        pressed=("targets-begin-button",),
    ),
    Screen(
        "commands",
        {"en": "/lazo", "es": "/lazo"},
        ("/objection", "/winloss", "/leadquality", "/handoff", "/digest", "/account"),
        is_message=True,
    ),
    Screen(
        "trouble",
        {"en": "/lazo setings", "es": "/lazo ajsutes"},
        (),
        is_message=True,
        also={"en": "/lazo settings", "es": "/lazo ajustes"},
    ),
)

#: How high what stands in an element is, in px, with some room below: it may be much higher itself.
_DOWN_TO_ITS_LAST_WORD: Final = """shown => {
  const ends = [...shown.querySelectorAll("*")].filter((each) => !each.children.length)
    .map((each) => each.getBoundingClientRect().bottom);
  return Math.max(...ends) - shown.getBoundingClientRect().top + 24;
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """One demo for both languages: what one reader changes is nothing that the other looks at."""
    with running_demo(tmp_path_factory.mktemp("guide")) as found:
        yield found


@pytest.mark.parametrize("locale", READERS)
def test_the_words_of_each_page_are_on_its_screen(
    locale: str, address: str, new_page: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    def shoot(shown: Locator, name: str, tallest: float | None = None) -> None:
        if taken_anew():
            picture(shown, f"{name}.{locale}.png", pytestconfig, tmp_path, tallest=tallest)

    seller, admin = READERS[locale]
    page = new_page(f"{address}/#as={PEOPLE[seller]}", width=WIDTH, height=MESSAGE)
    home = _home(page, locale)
    shoot(home, "home", tallest=float(home.evaluate(_DOWN_TO_ITS_LAST_WORD)))
    for reader, screens in ((admin, ADMINS), (seller, SELLERS)):
        as_person(page, address, reader)
        for screen in screens:
            page.set_viewport_size({"width": WIDTH, "height": MESSAGE if screen.is_message else FORM})
            shoot(_opened(page, screen, locale), screen.page)
            if not screen.is_message:
                page.keyboard.press("Escape")
                expect(page.get_by_test_id("modal")).to_have_count(0)
    as_person(page, address, admin, "lazo")
    shoot(_digest(page, locale), "digest-read", tallest=DIGEST)
    as_person(page, address, seller)
    # Nobody is out where the other language's pages are looked at.
    page.get_by_test_id("message").last.get_by_role("button").last.click()
    said = words_of("time-off", locale)["time-off-that-day-too"]
    expect(page.get_by_test_id("message").last).not_to_contain_text(said)


def _home(page: Page, locale: str) -> Locator:
    page.get_by_test_id("conv-lazo").click()
    page.get_by_test_id("tab-home").click()
    home, words = page.get_by_test_id("home"), words_of("home", locale)
    for said in words.values():
        expect(home.get_by_role("button", name=said, exact=True).first).to_be_visible()
    return home


def _digest(page: Page, locale: str) -> Locator:
    """Previewed in one's own messages with Lazo, where it is in one's own language."""
    words = words_of("digest", locale)
    page.get_by_test_id("tab-messages").click()
    send(page, {"en": "/digest preview", "es": "/resumen vista previa"}[locale])
    shown = page.get_by_test_id("message").filter(has_text=words["digest-chart-objections"]).last
    for key in ("digest-worked", "digest-chart-mqls"):
        expect(shown).to_contain_text(words[key])
    return shown


def _opened(page: Page, screen: Screen, locale: str) -> Locator:
    """The screen, with all that the guide promises on it."""
    words = words_of(screen.page, locale)
    modal = page.get_by_test_id("modal")
    send(page, screen.typed[locale])
    for key in screen.pressed:
        modal.get_by_role("button", name=words[key], exact=True).click()
    said = [words[key] for key in screen.keys]
    if screen.also:
        said.append(screen.also[locale])
    shown = page.get_by_test_id("message").filter(has_text=said[0]).last if screen.is_message else modal
    for each in said:
        expect(shown).to_contain_text(each)
    return shown
