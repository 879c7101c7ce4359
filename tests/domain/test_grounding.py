"""What a machine wrote is held against what it was shown: quotations, figures, names, and ways out."""

import pytest

from domain.grounding import (
    Source,
    can_be_checked,
    figures_in,
    goes_further,
    is_supported,
    leads_away,
    names_stand,
    passage,
    visible,
    without_addresses,
    without_links,
)

PRICE = Source("Price: 12 of 40 objections, 30 %", ("HubSpot is much cheaper, 99 of them said so",), ("Studio 54",))


@pytest.mark.parametrize(
    "sentence",
    [
        "Price came up 12 times.",
        "Price came up twelve times.",
        "El precio salió doce veces, un 30 %.",
        "It is 12 of 40.",
        "Studio 54 objected.",
        "They wrote “hubspot is MUCH\ncheaper”.",
        "Escribieron «HubSpot is much cheaper».",
    ],
)
def test_what_stands_there_holds(sentence: str) -> None:
    assert is_supported(sentence, [PRICE])


@pytest.mark.parametrize(
    "sentence",
    [
        "Price came up 13 times.",
        "Price came up trece veces.",
        "Price came up 99 times.",  # somebody wrote that: no query counted it
        "About half of them.",
        "La mitad de ellas.",
        "½ of them, or Ⅻ.",
        "Price came up １３ times.",
        "It was 1.200 times.",
        "Studio 55 objected.",
        "They wrote “we are cheaper”.",
        'They wrote "much HubSpot is".',
        "They wrote “”.",
        "See evil.example for 12 more.",
        "See https://lazo.example/12.",
        "Ask ana@acme.example.",
        "<!channel> 12 objections",
        "<@U1> said 12",
        "@here 12 objections",
        "[12](https://x.example)",
        "Price came up 12\u200b times.",
        "Price\u202e came up 12 times.",
    ],
)
def test_what_does_not_stand_there_falls(sentence: str) -> None:
    assert not is_supported(sentence, [PRICE])


def test_what_has_nothing_to_look_for_cannot_be_checked() -> None:
    """A figure, a quotation or a name of the record; a year or a name of others is none."""
    acme = Source("Acme Iberia · Price · 2026", ("too dear",), ("Acme Iberia",), ("2026",))
    for sentence in ("It came up 12 times.", "Doce veces.", "They wrote “too dear”.", "Acme Iberia objected."):
        assert can_be_checked(sentence, [acme]), sentence
    for sentence in (
        "They were very happy.",
        "It is as good as signed.",
        "Iberia objected.",
        "So it was in 2026.",
    ):
        assert not can_be_checked(sentence, [acme]), sentence


def test_without_a_citation_nothing_holds() -> None:
    assert not is_supported("All is well.", [])


def test_a_number_that_can_be_read_in_two_ways_holds_in_one_of_them() -> None:
    for said, written in (("1.234 leads", "1234"), ("1,234 leads", "1234"), ("1.5 days", "1,5"), ("11 times", "once")):
        assert is_supported(f"It was {written}.", [Source(said)])
    assert figures_in("1.234.567,5") == figures_in("1234567.5")
    assert figures_in("nothing") == frozenset()
    assert figures_in("¼") is None


PERIOD = Source("Price: 4 of 40 objections (last 13 weeks)", times=("last 13 weeks", "13 weeks"))
DATED = Source("Acme · Price · Nov 16, 2026", names=("Acme",), times=("Nov 16, 2026", "Nov 16"))


@pytest.mark.parametrize(
    ("sentence", "cited", "holds"),
    [
        ("Price was heard 4 times in the last 13 weeks.", PERIOD, True),
        ("In 13 weeks it was 4 of 40.", PERIOD, True),
        ("Price was heard 13 times.", PERIOD, False),
        ("Price was heard thirteen times.", PERIOD, False),
        ("On nov 16, 2026 they found it dear.", DATED, True),
        ("On Nov 16 they found it dear.", DATED, True),
        ("Price was heard 16 times.", DATED, False),
        ("Price was heard 2026 times.", DATED, False),
        ("Price was heard 16 times until Nov 160.", DATED, False),
    ],
)
def test_dates_and_periods_are_no_counts(sentence: str, cited: Source, *, holds: bool) -> None:
    assert is_supported(sentence, [cited]) is holds


def test_a_name_that_is_a_number_is_not_a_part_of_one() -> None:
    assert is_supported("12 of 40.", [Source("1: 12 of 40", names=("1",))])


@pytest.mark.parametrize(
    ("sentence", "too_far"),
    [
        ("Price came up 4 times.", False),
        ("They wrote “because it costs more”.", False),
        ("The main reason was price, 30 percent.", False),
        ("Most buyers objected, 4 of them.", True),
        ("4 objected because of our discounts.", True),
        ("Fue por la mayoría.", True),
    ],
)
def test_nothing_is_said_that_no_lookup_shows(sentence: str, *, too_far: bool) -> None:
    cited = [Source("Main reason: price, 4 of 40, 30 %", ("it costs more",))]
    assert goes_further(sentence, cited) is too_far


NOTE = Source(
    "Acme · Price · Nov 16, 2026", ("dropped after we raised prices",), ("Acme", "HubSpot"), ("Nov 16",), "objection"
)
SHOUTED = Source("Acme · Price", ("THEY ARE ANGRY AND LEAVE US FOR VENTORO",), ("Acme",))
COUNT = Source("Precio: 4 de 12 objeciones (últimas 13 semanas)", times=("últimas 13 semanas",), about="objections")


@pytest.mark.parametrize(
    ("sentence", "cited"),
    [
        ("Acme objected to the price on Nov 16.", NOTE),
        ("Acme named HubSpot: “dropped after we raised prices”.", NOTE),
        ("The price was raised by Acme.", NOTE),
        ("El precio salió en 4 de 12 objeciones en las últimas 13 semanas.", COUNT),
        ("Objetaron el precio cuatro veces.", COUNT),
        ("Price came up four times of 12.", Source("Price: 4 of 12 objections")),
        ("Acme’s objection to the price named Ventoro.", SHOUTED),
    ],
)
def test_what_was_counted_is_told_in_plain_words(sentence: str, cited: Source) -> None:
    assert not goes_further(sentence, [cited])


@pytest.mark.parametrize(
    "sentence",
    [
        "Price was heard 4 times because of our discounts.",
        "Price rose to 4 of 12.",
        "Price fell to 4 of 12 objections.",
        "Price is up: 4 of 12.",
        "Price was the biggest theme, 4 of 12.",
        "Acme is unhappy about the price.",
        "Acme did not object to the price.",
        "Acme never objected to the price.",
        "Acme dropped us.",  # they wrote that word: it may be quoted, not told
        "Acme will sign on Nov 16.",
        "Acme objected to the price since our support is slow.",
        "Acme objected as they are lost.",
        "Tom should call Acme.",
        "El precio subió a 4 de 12.",
        "El precio bajó a 4 de 12.",
        "El precio sigue igual, 4 de 12.",
        "El precio es lo que más pesa, 4 de 12.",
        "Cuatro objeciones por culpa de los descuentos.",
        "El precio salió cuatro veces por la subida.",
        "El precio salió cuatro veces, así que conviene bajarlo.",
        "Acme no objetó el precio.",
        "Acme está descontenta con el precio.",
        "Acme nos deja el Nov 16.",
        "Perdimos Acme el Nov 16.",
        "Acme is angry about the price.",  # a note in capitals has no names by them
        "Acme leaves us for Ventoro.",
    ],
)
def test_a_right_number_or_name_carries_no_claim_beside_it(sentence: str) -> None:
    assert goes_further(sentence, [NOTE, SHOUTED, COUNT, Source("Price: 4 of 12 objections")])


def test_names_are_those_of_the_records() -> None:
    said = Source("Acme · Price", ("Globex told us that HubSpot is cheaper",), ("Acme",))
    question = "what did Globex say of HubSpot?"
    assert names_stand("Here Acme and I speak of HubSpot.", [said], question)
    assert not names_stand("Here Initech speaks.", [said], question)
    assert names_stand("Los MQL son 12.", [PRICE], "")
    # A name of the question is told of nothing that does not have it, wherever in the sentence it stands.
    assert not names_stand("Here Globex objected 12 times.", [PRICE], question)
    assert not names_stand("Globex objected 12 times.", [PRICE], question)
    assert not names_stand("Acme objected 12 times.", [PRICE], "what about acme?", ["acme"])
    assert names_stand("Acme objected.", [said], "what about acme?", ["acme"])
    # Who speaks of a company is not that company.
    assert not names_stand("Globex finds HubSpot cheaper.", [said], question, ["Globex"])


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("caro", "caro"),
        ("MUY CARO", "muy  caro"),
        ("dicen: muy caro", "dicen: muy  caro"),
        ("dicen muy caro", "dicen: muy  caro"),
        ("car", None),
        ("caro muy", None),
        ("a", None),
        ("", None),
        ("…", None),
    ],
)
def test_words_are_found_as_they_stand(words: str, found: str | None) -> None:
    expected = None if found is None else visible(found)
    assert passage(words, "Acme dicen: muy  caro\ny a otra cosa") == expected


def test_what_is_shown_again_leads_nowhere() -> None:
    text = "go\u200b to https://x.example/a?b, <!here> or www.y.example/z, ｗｗｗ．z．example and Node"
    shown = without_links(text)
    assert not leads_away(shown)
    assert "Node" in shown
    assert "example" not in shown
    assert without_addresses("Booking.com\u202e") == "Booking.com"
    assert without_addresses("<https://x.example|Acme> Ltd") == "[…] Ltd"


@pytest.mark.parametrize("part", ["A", "[", "<", "a.", "a@", "](", "<a", "12,", "“"])
def test_a_long_text_is_no_trap(part: str) -> None:
    """Whoever pastes it holds up nobody: the work grows with the text, not with its square."""
    long = part * (12_000 // len(part))
    assert leads_away(long) in {True, False}
    assert not is_supported(long, [])
    assert isinstance(without_links(long), str)
