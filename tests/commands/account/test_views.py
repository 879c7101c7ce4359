"""What people see of accounts, with the longest data, in every language: Slack takes all of it."""

import pytest

from commands.account import views
from commands.account.actions import AccountCard, AccountList, UnknownAccount
from commands.account.parse import NotAName
from commands.blocks import Json
from commands.i18n import LOCALES, Say, Texts
from playground.blockkit import message_refusal, view_refusal

_LONG = "<!channel> *W* & " * 40
_LINK = "https://crm.example.com/" + "x" * 1900


@pytest.fixture(params=LOCALES)
def say(request: pytest.FixtureRequest) -> Say:
    return Texts().into(request.param)


@pytest.mark.parametrize("name", ["A", _LONG])
@pytest.mark.parametrize("link", [None, _LINK])
def test_modals(say: Say, name: str, link: str | None) -> None:
    card = AccountCard(2**60, 3, name, "U0AAAAAAAAA", None, link)
    for made in (
        views.owners_modal(say, card),
        views.stale_modal(say, card, ("U0AAAAAAAAA", None, link)),
        views.receipt_modal(say, card),
    ):
        assert view_refusal(made) is None


@pytest.mark.parametrize("name", ["A", _LONG])
def test_messages(say: Say, name: str) -> None:
    card = AccountCard(2**60, 3, name, "U0AAAAAAAAA", "U0BBBBBBBBB", None)
    owned = (name, "U0AAAAAAAAA", "U0BBBBBBBBB")
    for made in (
        views.card_message(say, card, headline="account-created"),
        views.card_message(say, card, headline="account-form-lost"),
        views.unknown_message(say, UnknownAccount(name, ())),
        views.unknown_message(say, UnknownAccount(name, ((2**60, name), (2**60 + 1, name), (2**60 + 2, name)))),
        views.list_message(say, "/account", AccountList((), 0)),
        views.list_message(say, "/account", AccountList((owned,) * 20, 412)),
        views.not_a_name_message(say, "/cuenta", NotAName(name * 10, too_long=True)),
        views.help_message(say, "/lazo account"),
    ):
        taken(made)


def taken(made: Json) -> None:
    assert made["text"].strip()
    assert "<!channel>" not in made["text"]
    assert message_refusal(made.get("blocks", [])) is None
