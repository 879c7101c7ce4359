"""The Bolt edge of the menus: somebody types, somebody chooses, somebody makes a deal."""

from collections.abc import Callable, Mapping

from slack_bolt import Ack, App, BoltContext
from slack_sdk import WebClient

from commands.context import Actor, Payload, Services, actor_of
from commands.ids import ActionId, BlockId, CallbackId
from commands.members import NotAMemberError
from commands.named import Named, named_in, options_for, pattern_of, read_named
from commands.open_windows import fill_in, open_window, reshape
from commands.picking import actions, parse, views
from commands.replies import in_its_place, keep_open
from domain.text import clean
from storage.picking import FoundDeal

Offer = Callable[[Services, Actor, str], actions.Offered]

_OFFERS: Mapping[ActionId, Offer] = {
    ActionId.ACCOUNT_PICK: actions.offer_accounts,
    ActionId.DEAL_PICK: actions.offer_deals,
    ActionId.LEAD_PICK: actions.offer_leads,
    ActionId.COMPETITOR_PICK: actions.offer_competitors,
}


class PickingListeners:
    """Listeners with their services bound: Bolt passes ``None`` for arguments that it does not know."""

    def __init__(self, services: Services) -> None:
        self._services = services

    def on_typing(self, ack: Ack, payload: Payload, context: BoltContext) -> None:
        """Somebody types in one of the menus."""
        actor = actor_of(context)
        typed = clean(str(payload.get("value") or "")).value
        offer = _OFFERS[ActionId(str(payload["action_id"]).partition(":")[0])]
        offered = offer(self._services, actor, typed)
        ack(options_for(self._services.say(actor), offered.found, typed, create=offered.create))

    def on_chosen(self, ack: Ack) -> None:
        """Something was chosen where nothing else depends on it: what Slack told of the form is kept elsewhere."""
        ack()

    def on_deal(self, ack: Ack, body: Payload, action: Payload, client: WebClient, context: BoltContext) -> None:
        """A deal was chosen: its account is filled in. Or it is to be made: its form, on top."""
        actor, view = actor_of(context), body.get("view")
        say = self._services.say(actor)
        chosen = action.get("selected_option") or {}
        named = read_named(str(chosen.get("value") or ""), str((chosen.get("text") or {}).get("text") or ""))
        deal = None
        if named is not None and named.id is not None:
            deal = actions.deal_by_id(self._services, actor, named.id)
        elif named is not None and view is not None:
            actions.keep_form(self._services, actor, view)
        ack()
        if view is None or named is None:
            return
        if named.id is None:
            fields = parse.DealFields(
                named.name,
                named_in(view["state"]["values"], BlockId.ACCOUNT),
                currency=views.currency_of(actor.tz),
            )
            form = views.deal_modal(say, fields, parse.Below(str(view["id"])))
            open_window(self._services, actor, client, body, form)
        elif deal is not None:
            filled = views.with_deal(say, view, actions.deal_named(deal), _account_of(deal))
            if filled is not None:
                reshape(self._services, actor, body, client, filled)

    def on_new_deal(self, ack: Ack, view: Payload, client: WebClient, context: BoltContext) -> None:
        """The form of a new deal was submitted: ask about its amount, or store it and show it in the form below."""
        actor = actor_of(context)
        say = self._services.say(actor)
        intent = parse.parse_new_deal(view)
        below = parse.parse_below(view)
        match intent:
            case parse.FormProblems(errors):
                ack(keep_open({block.value: say(key) for block, key in errors.items()}))
                return
            case parse.AskWhich(fields, _):
                ack(in_its_place(views.deal_modal(say, fields, below, asked=intent)))
                return
        try:
            deal = actions.create_deal(self._services, actor, intent, f"form:{view['id']}")
        except NotAMemberError:
            ack(keep_open({BlockId.DEAL_NAME.value: say("deal-new-members-only")}))
            return
        form = actions.reported_form(self._services, actor, below.view_id)
        if form is not None:
            filled = views.with_deal(say, form, actions.deal_named(deal), _account_of(deal), chosen_anew=True)
            if filled is not None:
                fill_in(self._services, actor, client, below.view_id, filled, f"form:{view['id']}")
        ack()


def register(app: App, services: Services) -> None:
    """Attach the listeners to ``app``."""
    listeners = PickingListeners(services)
    for action_id in _OFFERS:
        app.options(pattern_of(action_id))(listeners.on_typing)
        if action_id is not ActionId.DEAL_PICK:
            app.action(pattern_of(action_id))(listeners.on_chosen)
    app.action(pattern_of(ActionId.DEAL_PICK))(listeners.on_deal)
    app.view(CallbackId.NEW_DEAL.value)(listeners.on_new_deal)


def _account_of(deal: FoundDeal) -> Named | None:
    if deal.account_id is None or deal.account_name is None:
        return None
    return Named(deal.account_name, id=deal.account_id)
