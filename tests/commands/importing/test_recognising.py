"""What a file is and what its columns tell: sure where the headings say so, a guess where they come near."""

import pytest

from commands.importing.fields import FIELDS
from commands.importing.plan import ImportPlan, headings_key
from commands.importing.recognising import Confidence, guess_date_order, guess_decimals, guess_kind, propose
from domain.csv_values import DateOrder, Decimals
from storage.imports import RecordKind

LEADS, DEALS = RecordKind.LEADS, RecordKind.DEALS


@pytest.mark.parametrize(
    ("headings", "name", "kind"),
    [
        (["mql_id", "first_contact_date", "landing_page_id", "origin"], "x.csv", LEADS),
        (["mql_id", "seller_id", "sr_id", "won_date", "business_segment"], "x.csv", DEALS),
        (["Opportunity ID", "Stage", "Close Date", "Amount", "Account Name"], "report.csv", DEALS),
        (["Id", "Nombre", "Correo electrónico", "Fecha de MQL"], "x.csv", LEADS),
        (["Importe", "Moneda", "Fecha de cierre", "Resultado"], "x.csv", DEALS),
        (["a", "b"], "leads.csv", None),
        (["id", "name", "company"], "export.csv", None),
        (["id", "name", "company"], "Leads marzo.csv", LEADS),
        (["id", "name", "company"], "oportunidades.csv", DEALS),
    ],
)
def test_the_kind_is_told_by_the_headings_and_then_by_the_name(
    headings: list[str], name: str, kind: RecordKind | None
) -> None:
    assert guess_kind(headings, name) is kind


def test_columns_are_sure_by_name_and_likely_when_near() -> None:
    proposal = propose(LEADS, ["Lead ID", "MQL dates", "compnay", "Whatever"])
    found = {match.field: (match.heading, match.confidence) for match in proposal.matches}
    assert found == {
        "external_id": ("Lead ID", Confidence.SURE),
        "mql_at": ("MQL dates", Confidence.LIKELY),
        "company": ("compnay", Confidence.LIKELY),
    }
    assert (proposal.missing, proposal.unused) == ((), ("Whatever",))
    assert set(proposal.columns) == {one.name for one in FIELDS[LEADS]}
    assert proposal.columns["phone"] == ""


def test_a_heading_is_used_once_and_one_that_comes_twice_not_at_all() -> None:
    proposal = propose(DEALS, ["id", "id", "status", "result"])
    assert [(match.field, match.heading) for match in proposal.matches] == [("outcome", "status")]
    assert "external_id" in proposal.missing


def test_what_was_said_comes_first_and_what_was_left_out_stays_out() -> None:
    plan = ImportPlan(DEALS, {"external_id": "mql_id", "lead": "mql_id", "company": ""}, {"outcome": "won"})
    proposal = propose(DEALS, ["mql_id", "company", "won_date"], plan)
    assert [(match.field, match.heading, match.confidence) for match in proposal.matches] == [
        ("external_id", "mql_id", Confidence.SAID),
        ("lead", "mql_id", Confidence.SAID),
        ("closed_at", "won_date", Confidence.SURE),
    ]
    assert proposal.missing == ()
    assert proposal.unused == ("company",)


@pytest.mark.parametrize(
    ("values", "order", "is_shown"),
    [
        ([], None, True),
        (["2026-12-31", "soon"], None, True),
        (["31/12/2026", "01/02/2026"], DateOrder.DAY_FIRST, True),
        (["12/31/2026"], DateOrder.MONTH_FIRST, True),
        (["01/02/2026 10:00"], DateOrder.DAY_FIRST, False),
        (["31/12/2026", "12/31/2026"], DateOrder.DAY_FIRST, False),
    ],
)
def test_date_order_is_read_off_the_values(values: list[str], order: DateOrder | None, is_shown: bool) -> None:
    assert guess_date_order(values, day_first=True) == (order, is_shown)


def test_where_no_date_shows_it_the_reader_decides() -> None:
    assert guess_date_order(["01/02/2026"], day_first=False) == (DateOrder.MONTH_FIRST, False)


@pytest.mark.parametrize(
    ("values", "mark", "is_shown"),
    [
        (["1500", "20.000,50"], None, True),
        (["1.500", "20.000,50"], Decimals.COMMA, True),
        (["1.500", "12.50"], Decimals.POINT, True),
        (["1.500"], Decimals.COMMA, False),
        (["1,500", "USD 3.25"], Decimals.POINT, True),
    ],
)
def test_the_decimal_mark_is_read_off_the_values(values: list[str], mark: Decimals | None, is_shown: bool) -> None:
    assert guess_decimals(values, comma=True) == (mark, is_shown)


def test_headings_are_known_again_however_they_are_spelled() -> None:
    assert headings_key(["Lead ID", "Año"]) == headings_key(["lead_id", "ano"])
    assert headings_key(["lazo_row", "lazo_column", "lazo_reason", "a", "b"]) == headings_key(["a", "b"])
    assert headings_key(["a", "b"]) != headings_key(["b", "a"])


def test_a_plan_reads_back_as_it_was() -> None:
    plan = ImportPlan(DEALS, {"external_id": "ñ"}, {"tz": "Europe/Madrid"}, ("ñ", "b"), True, True)
    assert ImportPlan.load(plan.dump()) == plan
    assert ImportPlan.load("{}") == ImportPlan()
