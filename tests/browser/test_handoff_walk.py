"""A lead handed over on a Friday at 16:30 to somebody who works in two shifts, from the offer to its return."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Page, expect

from tests.browser.demo import BY_THE_CLOCK_MS, PEOPLE, now_of, picture, running_demo, set_clock

MADRID = ZoneInfo("Europe/Madrid")
FRIDAY = 4


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory, pytestconfig: pytest.Config) -> Iterator[str]:
    with running_demo(tmp_path_factory.mktemp("handoff"), pytestconfig.rootpath) as found:
        yield found


def test_from_friday_afternoon_to_monday(
    address: str, new_page: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    def look_as(name: str, conversation: str) -> Page:
        page = new_page(f"{address}/#as={PEOPLE[name]}", height=900)
        page.get_by_test_id(f"conv-{conversation}").click()
        return page

    marta, ana, carmen = look_as("marta", "handoffs"), look_as("ana", "lazo"), look_as("carmen", "lazo")
    marta.get_by_test_id("tour-close").click()  # put away once, it is so for everybody
    friday = _friday(now_of(marta, address))
    set_clock(marta, address, friday)

    composer = marta.get_by_test_id("composer")
    composer.fill("/traspaso Ferretería Sol, Hugo Sanz evento: se quedó hasta el final del webinar @ana ")
    composer.press("Enter")
    ours = marta.get_by_test_id("message").filter(has_text="Ferretería Sol")
    expect(ours.first).to_contain_text("Ana García")

    # Four working hours: two and a half on Friday, until her shift ends at 19:00, the rest on Monday.
    offered = ana.get_by_test_id("message").filter(has_text="Ferretería Sol").filter(has_text="Aceptar")
    expect(offered).to_contain_text("10:30", timeout=BY_THE_CLOCK_MS)
    offered.scroll_into_view_if_needed()
    picture(offered, "handoff-offered.es.png", pytestconfig, tmp_path)

    monday = friday + timedelta(days=3)
    set_clock(ana, address, monday.replace(hour=8, minute=30))
    set_clock(ana, address, monday.replace(hour=9, minute=45))
    warned = ana.get_by_test_id("message").filter(has_text="Ferretería Sol").filter(has_not_text="webinar")
    expect(warned).to_be_visible(timeout=BY_THE_CLOCK_MS)
    picture(warned, "handoff-warned.es.png", pytestconfig, tmp_path)

    set_clock(ana, address, monday.replace(hour=10, minute=31))
    late = (
        ana.get_by_test_id("message")
        .filter(has_text="Ferretería Sol")
        .filter(has_text="con retraso")
        .filter(has_not_text="webinar")
    )
    expect(late).to_be_visible(timeout=BY_THE_CLOCK_MS)
    picture(late, "handoff-breached.es.png", pytestconfig, tmp_path)

    set_clock(ana, address, monday.replace(hour=17, minute=35))
    listed = carmen.get_by_test_id("message").filter(has_text="Ferretería Sol")
    expect(listed).to_be_visible(timeout=BY_THE_CLOCK_MS)
    picture(listed, "handoff-escalated.es.png", pytestconfig, tmp_path)

    offered.get_by_role("button", name="¿Por qué este plazo?").click()
    why = ana.get_by_test_id("modal")
    expect(why).to_contain_text("16:30")
    expect(why).to_contain_text("10:30")
    picture(why, "handoff-why.es.png", pytestconfig, tmp_path)
    ana.keyboard.press("Escape")

    offered.get_by_role("button", name="Devolver…").click()
    form = ana.get_by_test_id("modal")
    form.get_by_role("combobox").first.click()
    ana.get_by_role("option").filter(has_text="encaja").first.click()
    picture(form, "handoff-return.es.png", pytestconfig, tmp_path)
    ana.get_by_test_id("modal-submit").click()
    expect(form).to_have_count(0)
    expect(ana.get_by_test_id("message").filter(has_text="Ferretería Sol").first).to_contain_text("Descartado")
    channel = ours.filter(has_text="Disqualified")  # shared messages speak the channel's language
    expect(channel.first).to_be_visible(timeout=BY_THE_CLOCK_MS)


def _friday(now: datetime) -> datetime:
    """The first Friday at 16:30 in Madrid after ``now``."""
    local = now.astimezone(MADRID)
    found = local.replace(hour=16, minute=30, second=0, microsecond=0)
    while found.weekday() != FRIDAY or found <= local:
        found += timedelta(days=1)
    return found
