"""What `/account` and its form understand."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commands.account import parse
from commands.ids import BlockId


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", parse.ListAccounts()),
        ("  ", parse.ListAccounts()),
        ("lista", parse.ListAccounts()),
        ("Ayuda", parse.ShowHelp()),
        ("Acme", parse.OpenAccount("Acme")),
        ("  List   Marketing ", parse.OpenAccount("List Marketing")),
        ("Acme\x00 Inc.", parse.OpenAccount("Acme Inc.")),
        ("duplicados", parse.ShowDuplicates()),
        ("merge", parse.ShowDuplicates()),
        ("uniones", parse.ShowMerges()),
        ("fusiones", parse.ShowMerges()),
        ("targets", parse.ShowTargets("")),
        ("targets q1", parse.ShowTargets("q1")),
        ("objetivos siguiente", parse.ShowTargets("siguiente")),
        ("Targets Q1 2027", parse.ShowTargets("Q1 2027")),
        ("Targets Group", parse.OpenAccount("Targets Group")),
        ("Target", parse.OpenAccount("Target")),
        ("exportar", parse.ExportAccounts()),
        ("Export Packers", parse.OpenAccount("Export Packers")),
        ("merge ACME Inc. into Acme", parse.MergeNames((("ACME Inc.", "Acme"),))),
        ("unir Ron y Miel con Ron", parse.MergeNames((("Ron", "Miel con Ron"), ("Ron y Miel", "Ron")))),
        ("Merge Technologies", parse.OpenAccount("Merge Technologies")),
        ("?!", parse.NotAName("?!", too_long=False)),
        ("x" * 101, parse.NotAName("x" * 101, too_long=True)),
    ],
)
def test_what_is_typed(typed: str, expected: parse.CommandIntent) -> None:
    assert parse.parse_command(typed) == expected


@given(st.text(max_size=200))
def test_whatever_is_typed_gets_an_answer(typed: str) -> None:
    intent = parse.parse_command(typed)
    if isinstance(intent, parse.OpenAccount):
        assert 0 < len(intent.name) <= parse.LONGEST_NAME


@pytest.mark.parametrize(
    ("link", "taken"),
    [
        ("https://crm.example.com/1?a=b#c", True),
        ("http://crm.internal.example/x", True),
        ("crm.example.com/1", False),
        ("javascript:alert(1)", False),
        ("https://", False),
        ("https://[", False),
        ("https://a.example/ b", False),
        ("https://a.example/<!channel>", False),
        ("https://a.example/" + "x" * 2000, False),
    ],
)
def test_links_that_slack_can_open(link: str, taken: bool) -> None:
    form = submitted(link)
    result = parse.parse_form(form)
    if taken:
        assert isinstance(result, parse.NameOwners)
        assert result.crm_url == link
    else:
        assert result == parse.FormProblems({BlockId.CRM_LINK: "account-error-link"})


def test_an_emptied_form_means_nobody() -> None:
    assert parse.parse_form(submitted(None)) == parse.NameOwners(7, 3, None, None, None)


def submitted(link: str | None) -> dict[str, object]:
    values = {
        "sales_owner": {"value": {"type": "users_select", "selected_user": None}},
        "marketing_owner": {"value": {"type": "users_select", "selected_user": None}},
        "crm_link": {"value": {"type": "plain_text_input", "value": link}},
    }
    return {"private_metadata": json.dumps({"id": 7, "version": 3}), "state": {"values": values}}
