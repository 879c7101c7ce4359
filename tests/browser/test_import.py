"""A file dropped on the page, as a person does it: seen before anything is stored, imported on one press."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from playground.people import default_people
from tests.browser.demo import picture
from tests.demo_process import Demo

_PEOPLE = {person.name: person.id for person in default_people()}
_LEADS = (
    "id del lead;fecha de cualificación;origen;empresa\nX1;05/01/2026;Webinar;Peñón & Cía\nX2;pronto;Feria;Miramar\n"
)
_LEADS_IN_ENGLISH = (
    "lead id,qualified on,source,company\nX7,2026-01-05,Webinar,Harlow Freight\nX8,soon,Trade fair,Brightwater Foods\n"
)
_DROP = """
([name, text]) => {
    const carried = new DataTransfer();
    carried.items.add(new File([text], name, { type: "text/csv" }));
    const target = document.querySelector('[data-testid="composer"]');
    for (const type of ["dragenter", "dragover", "drop"])
        target.dispatchEvent(new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true }));
}
"""


@pytest.fixture(scope="module")
def demo_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port of a running `lazo demo`."""
    demo = Demo(tmp_path_factory.mktemp("demo"), "--port", "0")
    try:
        yield demo.until_ready()
    finally:
        demo.stop()


def test_a_dropped_file_is_seen_imported_and_what_is_wrong_comes_back(
    demo_port: int, new_page: Callable[..., Page], pytestconfig: pytest.Config, tmp_path: Path
) -> None:
    page = new_page(f"http://127.0.0.1:{demo_port}/#as={_PEOPLE['ana']}")
    page.get_by_test_id("conv-lazo").click()
    expect(page.get_by_test_id("composer")).to_be_visible()
    page.evaluate(_DROP, ["feria.csv", _LEADS])

    preview = page.get_by_test_id("message").filter(has_text="parece contener")
    expect(preview).to_contain_text("feria.csv", timeout=60_000)
    expect(preview).to_contain_text("fecha de cualificación → Fecha de MQL")
    expect(preview.get_by_role("table")).to_contain_text("5 ene 2026")
    expect(preview).to_contain_text("Una fila no se puede importar tal como está")
    picture(preview, "import-preview.es.png", pytestconfig, tmp_path)
    preview.get_by_role("button", name="Importar una fila").click()

    done = page.get_by_test_id("message").filter(has_text="ya está importado")
    expect(done).to_contain_text("nuevas: 1", timeout=60_000)
    expect(done).to_contain_text("1 × esto no es una fecha")
    expect(preview).to_have_count(0)  # the message was updated in place
    expect(done).to_contain_text("1 respuesta", timeout=60_000)  # the file is in its thread

    theirs = new_page(f"http://127.0.0.1:{demo_port}/#as={_PEOPLE['tom']}")
    theirs.get_by_test_id("conv-lazo").click()
    expect(theirs.get_by_test_id("composer")).to_be_visible()
    theirs.evaluate(_DROP, ["fair.csv", _LEADS_IN_ENGLISH])
    shown = theirs.get_by_test_id("message").filter(has=theirs.get_by_role("button", name="Change columns…"))
    expect(shown).to_contain_text("fair.csv", timeout=60_000)
    picture(shown, "import-preview.en.png", pytestconfig, tmp_path)
