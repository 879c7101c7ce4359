"""An account's card, put together from what each slice shows of the account."""

from commands.account import actions as account_actions
from commands.account import listeners as account
from commands.account_facts import listeners as account_facts
from commands.blocks import Json
from commands.context import Actor, Services
from commands.progress import listeners as progress
from commands.targets import listeners as targets


def account_card(services: Services, actor: Actor, account_id: int, notice: str | None) -> Json:
    """An account's card, with ``notice`` (a text key) on what was just done."""
    found = account_actions.card_of(services, actor, account_id)
    return account.card_modal(services, actor, found, card_rows, notice)


def card_rows(services: Services, actor: Actor, account_id: int, notice: str | None = None) -> list[Json]:
    """What other slices show on an account's card: how it gets on, then what is known of it."""
    return [
        *progress.rows_of(services, actor, account_id, notice),
        *targets.card_rows(services, actor, account_id),
        *account_facts.rows_of(services, actor, account_id),
    ]
