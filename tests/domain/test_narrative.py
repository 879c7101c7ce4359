"""A machine's sentence stays only if all records that it counts are cited, and it says nothing that they do not."""

from dataclasses import replace

import pytest

from domain.narrative import RECORDS, Claim, Evidence, Kind, Sentence, Words, holds, supported, tellable

WEEK = (
    Evidence("objection:1", Kind.OBJECTIONS, "price", "Acme", ("they say Pipewise is cheaper",)),
    Evidence("objection:2", Kind.OBJECTIONS, "price", "Globex", ("too dear for 3 seats",)),
    Evidence("objection:3", Kind.OBJECTIONS, "timing", "Initech", ("not now",)),
    Evidence("deal:4", Kind.LOSSES, "competitor", "Umbrella"),
)
WORDS = Words(
    {
        Kind.OBJECTIONS: ("objection",),
        Kind.WINS: ("won", "win"),
        Kind.LOSSES: ("lost", "loss"),
        Kind.RETURNS: ("return",),
    },
    {
        (Kind.OBJECTIONS, "price"): "Price / value",
        (Kind.OBJECTIONS, "timing"): "Not now",
        (Kind.LOSSES, "competitor"): "A better competitor",
    },
    ("Marta Ruiz",),
)
PRICE = Claim("objections", "price", 2, ("objection:1", "objection:2"))


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("2 objections were about Price / value: Acme wrote “they say Pipewise is cheaper”.", PRICE),
        ("Two objections on “Price / value”, at Acme and Globex.", PRICE),
        ("1 lost deal: A better competitor at Umbrella.", Claim("losses", "competitor", 1, ("deal:4",))),
        (
            "3 objections came in.",
            Claim("objections", None, 3, ("objection:1", "objection:2", "objection:3")),
        ),
    ],
)
def test_what_the_records_say_stays(text: str, claim: Claim) -> None:
    assert holds(Sentence(text, claim), WEEK, WORDS)


@pytest.mark.parametrize(
    "claim",
    [
        pytest.param(replace(PRICE, number=1, records=("objection:1",)), id="fewer than there are"),
        pytest.param(replace(PRICE, records=("objection:1", "objection:9")), id="one that does not exist"),
        pytest.param(replace(PRICE, records=("objection:1", "objection:3")), id="one of another code"),
        pytest.param(replace(PRICE, records=("objection:1", "objection:1")), id="one twice"),
        pytest.param(replace(PRICE, number=3), id="another number"),
        pytest.param(replace(PRICE, number=0, records=()), id="none"),
        pytest.param(replace(PRICE, kind="losses"), id="another kind"),
    ],
)
def test_a_claim_that_its_records_do_not_carry_is_dropped(claim: Claim) -> None:
    text = f"{claim.number} objections on Price / value."
    assert not holds(Sentence(text, claim), WEEK, WORDS)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("3 objections on Price / value.", id="another number"),
        pytest.param("Some objections on Price / value.", id="no number"),
        pytest.param("2 objections on Price / value, 7 calls.", id="a second number"),
        pytest.param("2 objections on Not now.", id="another code"),
        pytest.param("2 objections came in.", id="no code"),
        pytest.param("2 lost objections on Price / value.", id="another kind too"),
        pytest.param("2 objections on Price / value at Initech.", id="an account that is not of them"),
        pytest.param("2 objections on Price / value, one of them at Zeta.", id="a name that no record has"),
        pytest.param("2 objections on Price / value, said Marta.", id="a person"),
        pytest.param("2 objections on Price / value: “we will sue”.", id="what nobody wrote"),
        pytest.param("2 objections on Price / value, more than before.", id="a comparison"),
        pytest.param("2 objections on Price / value because it is dear.", id="a cause"),
        pytest.param("2 objections on Price / value rose to the top.", id="a trend"),
        pytest.param("2 furious objections on Price / value.", id="a judgement"),
        pytest.param("2 objections on Price / value that cost us Acme.", id="an outcome"),
        pytest.param("2 objections on Price / value por la subida.", id="a cause in Spanish"),
        pytest.param("2 objections on Price / value. Call them now.", id="a second sentence"),
        pytest.param("2 objections on Price / value <!channel>", id="a mention"),
        pytest.param("2 objections on Price / value, see https://evil.example", id="a link"),
        pytest.param("2 objections on Price / value" + " and so on" * 40, id="too long"),
    ],
)
def test_a_text_that_says_what_the_records_do_not_is_dropped(text: str) -> None:
    assert not holds(Sentence(text, PRICE), WEEK, WORDS)


def test_three_at_most_and_none_twice() -> None:
    price = Sentence("2 objections on Price / value.", PRICE)
    timing = Sentence("1 objection on Not now.", Claim("objections", "timing", 1, ("objection:3",)))
    loss = Sentence("1 lost deal: A better competitor.", Claim("losses", "competitor", 1, ("deal:4",)))
    everything = Sentence(
        "3 objections came in.", Claim("objections", None, 3, ("objection:1", "objection:2", "objection:3"))
    )
    wrong = Sentence("9 objections on Price / value.", PRICE)
    assert supported([wrong, price, price, timing, loss, everything], WEEK, WORDS) == (price, timing, loss)


def test_of_a_kind_that_nobody_could_read_through_nothing_is_told() -> None:
    many = [Evidence(f"objection:{n}", Kind.OBJECTIONS, "price") for n in range(RECORDS + 1)]
    assert tellable([*many, WEEK[3]]) == (WEEK[3],)
