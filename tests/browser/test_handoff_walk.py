"""A lead handed over on a Friday afternoon, two and a half hours before its owner's day ends, until its return."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.demo import BY_THE_CLOCK_MS, PEOPLE, now_of, picture, running_demo, set_clock
from tests.browser.guide import words_of

FRIDAY = 4
#: Where the sales manager works until 18:00: her list comes half an hour before.
CARMENS = ZoneInfo("Europe/Madrid")


@dataclass(frozen=True)
class Story:
    """One owner's: the hour of the hand-over where they are (2 h 30 before their day ends), and the words they see."""

    locale: str
    owner: str
    zone: ZoneInfo
    hour: int
    typed: str
    company: str
    accept: str
    late: str
    why: str
    give_back: str
    reason: str
    closed: str


STORIES = (
    Story(
        "es",
        "ana",
        ZoneInfo("Europe/Madrid"),
        16,
        "/traspaso Ferretería Sol, Hugo Sanz evento: se quedó hasta el final del webinar @ana ",
        "Ferretería Sol",
        "Aceptar",
        "con retraso",
        "¿Por qué este plazo?",
        "Devolver…",
        "encaja",
        "Descartado",
    ),
    Story(
        "en",
        "tom",
        ZoneInfo("Europe/London"),
        15,
        "/handoff Dale Foundry, Ruth Cole event: stayed until the end of the webinar @tom ",
        "Dale Foundry",
        "Accept",
        "is late",
        "Why this deadline?",
        "Return…",
        "fit",
        "Disqualified",
    ),
)


@pytest.fixture
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A demo for each story: both begin on its first Friday, before anybody is away."""
    with running_demo(tmp_path_factory.mktemp("handoff")) as found:
        yield found


@pytest.mark.parametrize("told", STORIES, ids=lambda told: told.locale)
def test_from_friday_afternoon_to_monday(
    told: Story, address: str, new_page: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    def look_as(name: str, conversation: str) -> Page:
        page = new_page(f"{address}/#as={PEOPLE[name]}", width=1020, height=900)
        page.get_by_test_id(f"conv-{conversation}").click()
        return page

    def shoot(shown: Locator, name: str) -> None:
        shown.scroll_into_view_if_needed()
        picture(shown, f"handoff-{name}.{told.locale}.png", pytestconfig, tmp_path)

    marta, owner, carmen = look_as("marta", "handoffs"), look_as(told.owner, "lazo"), look_as("carmen", "lazo")
    marta.get_by_test_id("tour-close").click()  # put away once, it is so for everybody
    friday = _friday(now_of(marta, address), told)
    set_clock(marta, address, friday)

    composer = marta.get_by_test_id("composer")
    composer.fill(told.typed)
    composer.press("Enter")
    ours = marta.get_by_test_id("message").filter(has_text=told.company)
    expect(ours.first).to_contain_text("Ana García" if told.owner == "ana" else "Tom Baker")

    # Four working hours: two and a half on Friday, until the owner's day ends, the rest on Monday.
    about = owner.get_by_test_id("message").filter(has_text=told.company)
    # On Monday what is open is listed too, in words alone: what is told of one lead can be pressed.
    pressable = about.filter(has=owner.get_by_role("button", name=told.accept))
    offered, later = pressable.filter(has_text="webinar"), pressable.filter(has_not_text="webinar")
    expect(offered).to_contain_text("10:30", timeout=BY_THE_CLOCK_MS)
    shoot(offered, "offered")

    picture(_asked_of_accounts(owner, told.locale), f"review.{told.locale}.png", pytestconfig, tmp_path)

    monday = friday + timedelta(days=3)
    set_clock(owner, address, monday.replace(hour=8, minute=30))
    set_clock(owner, address, monday.replace(hour=9, minute=45))
    expect(later).to_be_visible(timeout=BY_THE_CLOCK_MS)
    shoot(later, "warned")

    set_clock(owner, address, monday.replace(hour=10, minute=31))
    late = later.filter(has_text=told.late)
    expect(late).to_be_visible(timeout=BY_THE_CLOCK_MS)
    shoot(late, "breached")

    set_clock(owner, address, monday.astimezone(CARMENS).replace(hour=17, minute=35))
    listed = carmen.get_by_test_id("message").filter(has_text=told.company)
    expect(listed).to_be_visible(timeout=BY_THE_CLOCK_MS)
    if told.locale == "es":  # the example's sales manager reads Spanish
        shoot(listed, "escalated")

    offered.get_by_role("button", name=told.why).click()
    why = owner.get_by_test_id("modal")
    expect(why).to_contain_text(f"{told.hour}:30")
    expect(why).to_contain_text("10:30")
    shoot(why, "why")
    owner.keyboard.press("Escape")

    offered.get_by_role("button", name=told.give_back).click()
    form = owner.get_by_test_id("modal")
    form.get_by_role("combobox").first.click()
    owner.get_by_role("option").filter(has_text=told.reason).first.click()
    shoot(form, "return")
    owner.get_by_test_id("modal-submit").click()
    expect(form).to_have_count(0)
    expect(about.first).to_contain_text(told.closed)
    # Shared messages speak the channel's language.
    expect(ours.filter(has_text="Disqualified").first).to_be_visible(timeout=BY_THE_CLOCK_MS)


def _friday(now: datetime, told: Story) -> datetime:
    """The first Friday after ``now`` at the story's hour, where its owner is."""
    local = now.astimezone(told.zone)
    found = local.replace(hour=told.hour, minute=30, second=0, microsecond=0)
    while found.weekday() != FRIDAY or found <= local:
        found += timedelta(days=1)
    return found


def _asked_of_accounts(owner: Page, locale: str) -> Locator:
    """The week's digest comes on Monday: on the working day before it, owners say how their accounts stand."""
    words = words_of("review", locale)
    asked = owner.get_by_test_id("message").filter(has=owner.get_by_role("button", name=words["confirm-fix"])).first
    expect(asked).to_contain_text(words["confirm-one"], timeout=BY_THE_CLOCK_MS)
    asked.scroll_into_view_if_needed()
    return asked
