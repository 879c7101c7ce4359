"""Numbers in words, as both languages spell them: each is the number that it says, and none of its parts."""

from decimal import Decimal

import pytest

from domain.grounding import Source, figures_in, is_supported

EN = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
EN_TENS = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
]  # fmt: skip
ES = [
    "cero", "uno", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez", "once", "doce",
    "trece", "catorce", "quince", "dieciséis", "diecisiete", "dieciocho", "diecinueve", "veinte", "veintiuno",
    "veintidós", "veintitrés", "veinticuatro", "veinticinco", "veintiséis", "veintisiete", "veintiocho",
    "veintinueve",
]  # fmt: skip
ES_TENS = [
    "treinta", "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa",
]  # fmt: skip
ES_HUNDREDS = [
    "ciento", "doscientos", "trescientos", "cuatrocientos", "quinientos", "seiscientos", "setecientos",
    "ochocientos", "novecientos",
]  # fmt: skip


def english(number: int) -> str:
    if number == 1000:
        return "one thousand"
    hundreds, rest = divmod(number, 100)
    small = EN[rest] if rest < 20 else EN_TENS[rest // 10 - 2] + (f"-{EN[rest % 10]}" if rest % 10 else "")
    if not hundreds:
        return small
    return f"{EN[hundreds]} hundred and {small}" if rest else f"{EN[hundreds]} hundred"


def spanish(number: int) -> str:
    if number in {100, 1000}:
        return "cien" if number == 100 else "mil"
    hundreds, rest = divmod(number, 100)
    small = ES[rest] if rest < 30 else ES_TENS[rest // 10 - 3] + (f" y {ES[rest % 10]}" if rest % 10 else "")
    if not hundreds:
        return small
    return f"{ES_HUNDREDS[hundreds - 1]} {small}" if rest else ES_HUNDREDS[hundreds - 1]


def test_every_number_up_to_a_thousand_is_read() -> None:
    """Zero is no count; "one" alone is how both languages say "a"."""
    for number in range(2, 1001):
        expected = {Decimal(number)}
        feminine = spanish(number).replace("ientos", "ientas").replace("quinientos", "quinientas")
        for spelled in (english(number), english(number).replace("-", " "), spanish(number), feminine):
            read = figures_in(f"It was {spelled.upper()} times.")
            assert read is not None
            assert read == expected | ({Decimal(1)} if spelled == "once" else set()), spelled
    for spelled in ("zero", "cero"):
        assert figures_in(spelled) is None
    for spelled in ("one", "un", "una"):
        assert figures_in(spelled) == frozenset()


@pytest.mark.parametrize(
    ("said", "numbers"),
    [
        ("veintiuna", {21}),
        ("veintiún", {21}),
        ("treinta y una", {31}),
        ("doscientas veintiuna", {221}),
        ("quinientas", {500}),
        ("veinte, tres", {20, 3}),
        ("twenty and three", {20, 3}),
        ("dos y tres", {2, 3}),
        ("entre treinta y mil", {30, 1000}),
        ("two thousand three hundred and four", {2304}),
        ("doce mil cuatrocientas", {12400}),
        ("ciento once", {111}),
        ("eleven hundred", {1100}),
        ("five or six", {5, 6}),
    ],
)
def test_numbers_are_put_together_as_they_are_spoken(said: str, numbers: set[int]) -> None:
    assert figures_in(said) == frozenset(Decimal(number) for number in numbers)


@pytest.mark.parametrize(
    "said",
    [
        "un par", "a couple", "several", "varios", "varias", "nobody", "none", "nadie", "ninguno", "ninguna", "ningún",
        "a third", "un tercio", "dos tercios", "un centenar", "12 thousand", "12 mil", "3 hundred",
    ],
)  # fmt: skip
def test_a_quantity_that_no_query_counts_is_refused(said: str) -> None:
    assert figures_in(said) is None
    assert not is_supported(f"It was {said}.", [Source("2 of 3, 12, 100, 1000")])


def test_the_parts_of_a_number_are_not_what_was_counted() -> None:
    assert not is_supported("Price came up twenty-three times.", [Source("Price: 3 of 20 objections")])
    assert not is_supported("El precio salió veintitrés veces.", [Source("Precio: 3 de 20 objeciones")])
    assert is_supported("El precio salió veintitrés veces.", [Source("Precio: 23 de 40 objeciones")])


def test_words_for_nothing_in_a_record_leave_its_figures_standing() -> None:
    """Our own texts say "nobody" and "ninguno" of what is not there."""
    assert is_supported("Acme is of tier 2.", [Source("Acme: tier 2, sales owner nobody", names=("Acme",))])
