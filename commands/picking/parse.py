"""From the form of a new deal to the deal, to a question about its amount, or to what is wrong with a field."""

import json
from collections.abc import Mapping
from typing import Any, Final

from commands.blocks import state_value
from commands.ids import BlockId
from commands.named import LONGEST_NAME, Named, named_in
from commands.picking.actions import NewDeal
from domain.csv_values import Amount, Decimals, read_amount
from domain.text import clean
from domain.values import frozen

#: What people sell in most where Lazo speaks; another one is written beside the amount ("12.000 CHF").
CURRENCIES: Final = ("EUR", "USD", "MXN", "GBP")


@frozen
class Below:
    """The form that the deal is made for: Slack's id of its view."""

    view_id: str

    def packed(self) -> str:
        """For ``private_metadata``."""
        return json.dumps({"view": self.view_id})


@frozen
class DealFields:
    """What stands in the form, as typed."""

    name: str
    account: Named | None = None
    amount: str = ""
    currency: str = CURRENCIES[0]


@frozen
class AskWhich:
    """``1.500`` is fifteen hundred or one and a half: both readings, to be chosen from."""

    fields: DealFields
    readings: tuple[tuple[Decimals, Amount], ...]


@frozen
class FormProblems:
    """What is wrong with a form: a text key for each block."""

    errors: Mapping[BlockId, str]


def parse_below(view: Mapping[str, Any]) -> Below:
    """What the form remembers."""
    return Below(str(json.loads(view["private_metadata"])["view"]))


def parse_new_deal(view: Mapping[str, Any]) -> NewDeal | AskWhich | FormProblems:
    """What a submitted form says."""
    values = view["state"]["values"]
    fields = DealFields(
        name=" ".join(clean(state_value(values, BlockId.DEAL_NAME) or "").value.split())[:LONGEST_NAME],
        account=named_in(values, BlockId.ACCOUNT),
        amount=clean(state_value(values, BlockId.AMOUNT) or "").value,
        currency=state_value(values, BlockId.CURRENCY) or CURRENCIES[0],
    )
    if not fields.name:
        return FormProblems({BlockId.DEAL_NAME: "deal-error-name"})
    if not fields.amount:
        return NewDeal(fields.name, fields.account, None)
    meant = state_value(values, BlockId.AMOUNT_READING)
    mark, _, about = (meant or "").partition(":")
    # A reading was chosen for what was typed then; typed anew, it is a new question.
    decimals = Decimals(mark) if about == fields.amount and mark in set(Decimals) else None
    reading = _read(fields, decimals)
    if isinstance(reading, Amount):
        return NewDeal(fields.name, fields.account, reading)
    if reading != "amount_ambiguous":
        return FormProblems({BlockId.AMOUNT: f"deal-error-{reading.replace('_', '-')}"})
    both = ((mark, _read(fields, mark)) for mark in Decimals)
    return AskWhich(fields, tuple((mark, amount) for mark, amount in both if isinstance(amount, Amount)))


def _read(fields: DealFields, decimals: Decimals | None) -> Amount | str:
    """The amount, or the doubt about it. A currency that stands beside the number counts."""
    reading = read_amount(fields.amount, decimals, fields.currency)
    if reading.doubt == "amount_contradicts":
        reading = read_amount(fields.amount, decimals, None)
    return reading.value if reading.value is not None else str(reading.doubt)
