"""What people see of accounts: the form, receipts, the list, and what to do about an unknown name."""

from typing import Final

from commands import and_more, blocks
from commands.account.actions import LIST_LIMIT, AccountCard, AccountList, UnknownAccount
from commands.account.parse import LONGEST_NAME, NotAName, opened_on
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import person_select

_SHOWN_NAME: Final = 60
_SHOWN_LINK: Final = 300
_SHOWN_NAMES: Final = 1000


def owners_modal(say: Say, card: AccountCard, *, top: list[Json] | None = None) -> Json:
    """The form with who is set; ``top`` stands above the fields."""
    rows = [
        blocks.header(card.name),
        *(top or []),
        *_other_names(say, card),
        *_gone(say, card, card.sales_owner),
        blocks.input_block(
            say("account-form-sales"),
            person_select(ActionId.VALUE, _here(card, card.sales_owner)),
            BlockId.SALES_OWNER,
            optional=True,
            hint=say("account-form-sales-hint"),
        ),
        *_gone(say, card, card.marketing_owner),
        blocks.input_block(
            say("account-form-marketing"),
            person_select(ActionId.VALUE, _here(card, card.marketing_owner)),
            BlockId.MARKETING_OWNER,
            optional=True,
            hint=say("account-form-marketing-hint"),
        ),
        blocks.input_block(
            say("account-form-crm"),
            blocks.text_input(
                ActionId.VALUE, value=card.crm_url, placeholder=say("account-form-crm-placeholder"), max_length=2000
            ),
            BlockId.CRM_LINK,
            optional=True,
        ),
        *_crm_button(say, card),
    ]
    return blocks.modal(
        say("account-form-title"),
        CallbackId.ACCOUNT_OWNERS,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=opened_on(card.id, card.version),
    )


def stale_modal(say: Say, card: AccountCard, wanted: tuple[str | None, str | None, str | None]) -> Json:
    """The form again with what stands now; what was chosen (``wanted``) is shown above, and was not saved."""
    sales, marketing, link = wanted
    chosen = " · ".join(
        (
            f"{say('account-form-sales')}: {_person(say, sales)}",
            f"{say('account-form-marketing')}: {_person(say, marketing)}",
        )
    )
    top = [
        blocks.section(f":warning: {say('account-stale')}"),
        blocks.context(say("account-stale-yours", chosen=chosen)),
    ]
    if link:
        top.append(blocks.plain_context(blocks.clip(link, _SHOWN_LINK)))
    return owners_modal(say, card, top=top)


def receipt_modal(say: Say, card: AccountCard) -> Json:
    """In place of the form: who is set now."""
    rows = [
        blocks.section(f":white_check_mark: *{say('account-saved', name=_name(card.name))}*"),
        blocks.fields(*_owners(say, card)),
        *_crm_button(say, card),
        blocks.context(say("account-saved-means" if card.marketing_owner else "account-saved-nobody")),
    ]
    return blocks.modal(say("account-form-title"), CallbackId.ACCOUNT_RECEIPT, rows, close=say("done"))


def unknown_message(say: Say, unknown: UnknownAccount) -> Json:
    """The name is not known: accounts that come near, and a button that makes one of this name."""
    text = say("account-unknown", name=_name(unknown.name))
    near = [
        blocks.button(blocks.clip(name, _SHOWN_NAME), ActionId.ACCOUNT_OPEN, str(account_id), number=place)
        for place, (account_id, name) in enumerate(unknown.alike)
    ]
    create = blocks.button(
        say("account-create", name=blocks.clip(unknown.name, _SHOWN_NAME)), ActionId.ACCOUNT_CREATE, unknown.name
    )
    rows = [blocks.section(text), blocks.actions(*near, create)]
    if near:
        rows.insert(1, blocks.context(say("account-unknown-near")))
    return blocks.ephemeral(text, rows)


def card_message(say: Say, card: AccountCard, *, headline: str) -> Json:
    """An account in a message, with a button to name its owners. ``headline`` is a text key that takes ``name``."""
    text = say(headline, name=_name(card.name))
    edit = blocks.button(say("account-name-owners"), ActionId.ACCOUNT_OPEN, str(card.id), number=0)
    return blocks.ephemeral(text, [blocks.section(text), blocks.fields(*_owners(say, card)), blocks.actions(edit)])


def list_message(say: Say, command: str, found: AccountList) -> Json:
    """Accounts with their owners, and an example of what to type next (``command`` …)."""
    if not found.total:
        return blocks.ephemeral(say("account-none", command=command))
    title = say("account-list-title", count=found.total)
    # Ten lines a section: mentions and long names stay below the limit of one text.
    lines = [
        f"*{_name(name)}* · {say('account-sales-short')}: {_person(say, sales)}"
        f" · {say('account-marketing-short')}: {_person(say, marketing)}"
        for name, sales, marketing in found.shown
    ]
    rows = [blocks.section(f"*{title}*")]
    rows += [blocks.section("\n".join(lines[start : start + 10])) for start in range(0, len(lines), 10)]
    rows += and_more.row(say, found.total - LIST_LIMIT)
    rows.append(blocks.context(say("account-list-example", command=command, name=_name(found.shown[0][0]))))
    return blocks.ephemeral(title, rows)


def not_a_name_message(say: Say, command: str, refused: NotAName) -> Json:
    """Why this is no company's name, with an example; what was typed comes back."""
    if refused.too_long:
        text = say("account-name-too-long", command=command, limit=LONGEST_NAME)
    else:
        text = say("account-name-empty", command=command)
    return blocks.ephemeral(
        f"{text} {blocks.escape(refused.typed)}", [blocks.section(text), blocks.quote(refused.typed)]
    )


def help_message(say: Say, command: str) -> Json:
    """What ``command`` (`/account` as typed) can do."""
    text = say("account-help", command=command)
    return blocks.ephemeral(text, [blocks.section(text)])


def _owners(say: Say, card: AccountCard) -> tuple[str, str]:
    return (
        f"*{say('account-form-sales')}*\n{_owner(say, card, card.sales_owner)}",
        f"*{say('account-form-marketing')}*\n{_owner(say, card, card.marketing_owner)}",
    )


def _owner(say: Say, card: AccountCard, slack_user_id: str | None) -> str:
    shown = _person(say, slack_user_id)
    return say("account-left", who=shown) if slack_user_id in card.gone else shown


def _here(card: AccountCard, slack_user_id: str | None) -> str | None:
    """Who is chosen in the menu: with somebody who left in it, nothing else on the form could be saved."""
    return None if slack_user_id in card.gone else slack_user_id


def _gone(say: Say, card: AccountCard, slack_user_id: str | None) -> list[Json]:
    if slack_user_id is None or slack_user_id not in card.gone:
        return []
    return [blocks.section(f":warning: {say('account-left-choose', who=_person(say, slack_user_id))}")]


def _person(say: Say, slack_user_id: str | None) -> str:
    return f"<@{slack_user_id}>" if slack_user_id else f"_{say('account-nobody')}_"


def _name(name: str) -> str:
    return blocks.escape(blocks.clip(name, _SHOWN_NAME))


def _other_names(say: Say, card: AccountCard) -> list[Json]:
    if not card.other_names:
        return []
    names = " · ".join(blocks.one_line(name, _SHOWN_NAME) for name in card.other_names)
    return [blocks.plain_context(say("account-other-names", names=blocks.clip(names, _SHOWN_NAMES)))]


def _crm_button(say: Say, card: AccountCard) -> list[Json]:
    if not card.crm_url:
        return []
    return [blocks.actions(blocks.button(say("account-open-crm"), ActionId.ACCOUNT_CRM, url=card.crm_url))]
