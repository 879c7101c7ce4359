"""What identifies people does not leave; what comes back is about the same people."""

import pytest

from domain.masking import Masks, candidates

COLLEAGUES = ["Tom Becker", "Ana López García", "Will Smith"]


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ("tom becker says Pipewise is cheaper", "becker"),
        ("Harlow asked for Tom", "Tom"),
        ("ask Ana López García", "López"),
        ("hablé con marta de acme", "marta"),
        ("met Priscila Zubizarreta? no: Mr. Abernathy Quux", "Quux"),
        ("la Dra. Ochoa no lo ve", "Ochoa"),
        ("my name is Xiomara Quispe", "Quispe"),
        ("hablé ayer con Clara", "Clara"),
        ("<@U123ABC> said so", "U123ABC"),
        ("write to ana.lopez+crm@acme.co.uk", "acme.co.uk"),
        ("ana (at) acme (dot) com", "acme"),
        ("call +34 912 345 678", "912"),
        ("su tel es 55 1234 5678", "1234"),
        ("tel. 912.345.678", "345"),
        ("(555) 010-0134 or 555-0134", "0134"),
        ("0044 20 7946 0958", "7946"),
        ("call 600/111/222 or 91/123/45/67", "111"),
        ("tel600111222", "600"),
        ("móvil+34600111222", "600"),
        ("https://wa.me/34600111222", "600"),
    ],
)
def test_who_somebody_is_does_not_stand_in_what_leaves(text: str, secret: str) -> None:
    masks = Masks(COLLEAGUES)
    masked = masks.mask(text)
    assert secret.casefold() not in masked.casefold()
    assert masks.unmask(masked) == text


@pytest.mark.parametrize(
    "text",
    [
        "They will pay 1.200.000 EUR by 2026-11-22 09:30, 3 licences, 25% off, 2025-2026",
        "HubSpot is cheaper than Pipewise; Acme Corp. and Harlow Freight agree",
        "la oferta es clara y en mayo sean 45,000,000 pesos",
        "objection 1834567890123456789 was logged on 22/11/2026",
        "In May they decide. Mark it.",
        "between 01/02/2026 and 2026/03/01, 2024/2025/2026, 24/7, 10/12/26, https://acme.example/2026/11/22/600111222",
    ],
)
def test_figures_dates_and_companies_stay(text: str) -> None:
    assert Masks(COLLEAGUES).mask(text) == text


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("ana\u200b@acme.com", "[MAIL_1]"),
        ("600\u200b111\u2060222", "[PHONE_1]"),
        ("Tom Bec\u00adker", "[NAME_1]"),
    ],
)
def test_what_nobody_sees_hides_nobody(text: str, masked: str) -> None:
    assert Masks(COLLEAGUES).mask(text) == masked


def test_of_a_long_name_no_part_stays() -> None:
    masks = Masks(["Aurelio de la Vega Quispe Mamani"])
    assert "Mamani" not in masks.mask("Aurelio de la Vega Quispe Mamani, or Mamani for short")


def test_one_person_has_one_mask_in_a_call_and_two_have_two() -> None:
    masks = Masks(COLLEAGUES)
    first, second = masks.mask("Tom Becker called."), masks.mask("tom becker and Will Smith called.")
    assert first == "[NAME_1] called."
    assert second == "[NAME_1] and [NAME_2] called."
    assert masks.count == 2


def test_what_looks_like_a_mask_does_not_come_back_as_somebody() -> None:
    masks = Masks(COLLEAGUES)
    masked = masks.mask("[NAME_1] is what I typed, and Tom Becker is who I mean")
    assert masks.unmask(masked) == "[NAME_1] is what I typed, and Tom Becker is who I mean"
    assert masks.unmask("[NAME_1]") == "Tom Becker"
    assert masks.unmask("[MAIL_7]") == "[MAIL_7]"


def test_answers_are_unmasked_however_deep() -> None:
    masks = Masks(COLLEAGUES)
    mask = masks.mask("Tom Becker")
    assert masks.unmask_all({"who": [mask, {"again": mask}], "n": 3}) == {
        "who": ["Tom Becker", {"again": "Tom Becker"}],
        "n": 3,
    }


def test_a_contact_with_an_uncommon_name_is_masked_once_known() -> None:
    text = "Xquenda Wolkenstein objected"
    assert "Xquenda Wolkenstein" in candidates(text)
    assert "Wolkenstein" not in Masks(["Xquenda Wolkenstein"]).mask(text)
