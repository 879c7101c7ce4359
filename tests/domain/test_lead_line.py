"""One typed line says a lead: what hurried marketers type, and that none of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.lead_line import LeadLine, is_address, is_link, read_line, type_in
from domain.taxonomy import LeadType as T


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Acme, Laura Pérez laura@acme.es demo request: asked for prices after the webinar @tom",
            LeadLine(
                "Acme",
                "Laura Pérez",
                "laura@acme.es",
                lead_type=T.DEMO_REQUEST,
                why="asked for prices after the webinar",
                owner="tom",
            ),
        ),
        (
            "Acme Laura Pérez laura@acme.es pidió demo: quiere verlo el jueves @ana",
            LeadLine(
                "Acme",
                "Laura Pérez",
                "laura@acme.es",
                lead_type=T.DEMO_REQUEST,
                why="quiere verlo el jueves",
                owner="ana",
            ),
        ),
        (
            "Acme, Laura wants a demo next week @Ana García",
            LeadLine(
                "Acme",
                "Laura",
                lead_type=T.DEMO_REQUEST,
                why="wants a demo next week",
                owner="Ana",
                owner_words="García",
            ),
        ),
        (
            "Talleres Ibarra, laura pérez, +34 600 123 456, descarga: guía de precios vía linkedin",
            LeadLine(
                "Talleres Ibarra",
                "laura pérez",
                phone="+34 600 123 456",
                lead_type=T.CONTENT,
                source="linkedin",
                why="guía de precios vía linkedin",
            ),
        ),
        (
            "Laura Pérez laura@gmail.com: saw the webinar",
            LeadLine(None, "Laura Pérez", "laura@gmail.com", lead_type=T.EVENT, why="saw the webinar"),
        ),
        (
            "Acme: meeting at 10:30 <@U0AAAAAA|tom>",
            LeadLine("Acme", why="meeting at 10:30", owner="U0AAAAAA", owner_is_id=True),
        ),
        (
            "Acme, Laura Pérez <mailto:laura@acme.es|laura@acme.es> https://crm.example.com/1 demo request",
            LeadLine(
                "Acme", "Laura Pérez", "laura@acme.es", link="https://crm.example.com/1", lead_type=T.DEMO_REQUEST
            ),
        ),
        ("Demo Systems, Laura Pérez: called us", LeadLine("Demo Systems", "Laura Pérez", why="called us")),
        (
            "Acme, Laura de la Fuente, head of ops: quiere una cotización",
            LeadLine(
                "Acme", "Laura de la Fuente", lead_type=T.PRICING_REQUEST, why="head of ops\nquiere una cotización"
            ),
        ),
        (
            "Acme, Laura: spoke with @tom about it last year",
            LeadLine("Acme", "Laura", why="spoke with @tom about it last year"),
        ),
        ("Acme", LeadLine("Acme")),
        ("@tom", LeadLine(owner="tom")),
    ],
)
def test_a_line_is_read_as_a_colleague_would(text: str, said: LeadLine) -> None:
    assert read_line(text) == said


@pytest.mark.parametrize(
    ("text", "enough"),
    [("Acme", False), ("@tom", False), ("Acme: called us", True), ("Acme, Laura", True), ("laura@acme.es", True)],
)
def test_a_bare_name_says_too_little(text: str, enough: bool) -> None:
    assert read_line(text).says_enough is enough


@given(st.text(alphabet="abcABCñé ,:.@-+019\n", max_size=120))
def test_nothing_typed_is_lost(text: str) -> None:
    found = read_line(text)
    kept = " ".join(
        str(part)
        for part in (
            found.company,
            found.contact,
            found.email,
            found.phone,
            found.link,
            found.source,
            found.why,
            found.owner,
            found.owner_words,
        )
        if part
    )
    assert set(re.findall(r"[^\W_]+", text)) <= set(re.findall(r"[^\W_]+", kept))


@given(st.text(max_size=4000) | st.just("a" * 50_000) | st.just("@" * 5000) | st.just("+1 " * 5000))
def test_whatever_is_typed_is_read(text: str) -> None:
    assert len(read_line(text).company or "") <= 100


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("solicitud de demo", T.DEMO_REQUEST),
        ("asked about pricing", T.PRICING_REQUEST),
        ("downloaded the e-book", T.CONTENT),
        ("nos vimos en la feria", T.EVENT),
        ("recomendada por Ana", T.REFERRAL),
        ("called us", None),
    ],
)
def test_what_they_did_is_told_by_its_words(text: str, kind: T | None) -> None:
    assert type_in(text) is kind


def test_addresses_and_links_are_told_from_words() -> None:
    assert is_address("laura@acme.es")
    assert not is_address("laura at acme")
    assert not is_address("laura@acme.es, tom@acme.es")
    assert is_link("https://crm.example.com/leads/42")
    assert not is_link("javascript:alert(1)")
    assert not is_link("https://a b.com")
