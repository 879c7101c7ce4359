"""Forms whose account a chosen deal fills, and the form of a new deal. Pure."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from babel.numbers import get_territory_currencies

from commands import blocks
from commands.blocks import Json
from commands.form_shape import source_of
from commands.i18n import Say, country_of_zone
from commands.ids import ActionId, BlockId, CallbackId
from commands.named import Named, account_menu, deal_menu
from commands.picking.parse import CURRENCIES, AskWhich, Below, DealFields
from domain.csv_values import Amount, Decimals, minor_digits

#: Which mark people of a language write decimals with, to be offered first.
_COMMA_FIRST: Final = frozenset(["es"])


def with_deal(
    say: Say, view: Mapping[str, Any], deal: Named, account: Named | None, *, chosen_anew: bool = False
) -> Json | None:
    """The form with the deal's account in its menu of accounts; nothing when that is not known, or has no place.

    ``chosen_anew``: the deal was made meanwhile, and is shown in its menu too.
    """
    proposal = str(deal.id)
    filled: list[Json] = []
    changed = False
    for block in view["blocks"]:
        named = block.get("block_id")
        if named == BlockId.ACCOUNT.value and account is not None:
            filled.append({**block, "element": account_menu(say, account, proposal=proposal)})
            changed = True
        elif named == BlockId.DEAL.value and chosen_anew:
            filled.append({**block, "element": deal_menu(say, deal, proposal=proposal)})
            changed = True
        else:
            filled.append(block)
    if not changed:
        return None
    return {**source_of(view), "blocks": filled}


def deal_modal(say: Say, fields: DealFields, below: Below, *, asked: AskWhich | None = None) -> Json:
    """The form of a new deal; with ``asked`` its amount is read back, to be confirmed."""
    rows: list[Json] = [
        blocks.input_block(
            say("deal-name"),
            blocks.text_input(ActionId.VALUE, value=fields.name, max_length=140),
            BlockId.DEAL_NAME,
        ),
        blocks.input_block(say("deal-account"), account_menu(say, fields.account), BlockId.ACCOUNT, optional=True),
        blocks.input_block(
            say("deal-amount"),
            blocks.text_input(ActionId.VALUE, value=fields.amount, max_length=40),
            BlockId.AMOUNT,
            optional=True,
            hint=say("deal-amount-hint"),
        ),
    ]
    if asked is not None:
        order = sorted(asked.readings, key=lambda each: (each[0] is Decimals.COMMA) is not (say.locale in _COMMA_FIRST))
        choices = [(f"{mark}:{fields.amount}", money(say, amount)) for mark, amount in order]
        question = say("deal-amount-which", typed=fields.amount)
        rows.append(
            blocks.input_block(
                question,
                blocks.radio(ActionId.PROPOSED, choices, chosen=choices[0][0]),
                BlockId.AMOUNT_READING,
            )
        )
    known = list(dict.fromkeys((fields.currency, *CURRENCIES)))
    rows.append(
        blocks.input_block(
            say("deal-currency"),
            blocks.select(ActionId.VALUE, [(code, code) for code in known], chosen=fields.currency),
            BlockId.CURRENCY,
            optional=True,
        )
    )
    return blocks.modal(
        say("deal-title"),
        CallbackId.NEW_DEAL,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=below.packed(),
    )


def money(say: Say, amount: Amount) -> str:
    """An amount as the reader's language writes it."""
    return say.money(Decimal(amount.minor).scaleb(-minor_digits(amount.currency)), amount.currency)


def currency_of(tz: str) -> str:
    """What people pay with in the country of a zone, as far as one is known."""
    country = country_of_zone(tz)
    used = get_territory_currencies(country) if country and len(country) == 2 and country.isalpha() else []  # noqa: PLR2004 - ISO 3166
    return str(used[0]) if used else CURRENCIES[0]
