"""The form of an objection: empty, filled in for an edit, or once more when two edits crossed."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict

from commands import blocks
from commands.blocks import Json
from commands.i18n import Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.labels import stage_label
from commands.named import Named, account_menu, competitor_menu, deal_menu, lead_menu, named_or_none
from commands.objection.parse import ObjectionFields, Origin, ReviseObjection
from commands.objection.views import SHOWN_QUOTE, choices, facts
from commands.own_themes import naming, theme_codes
from domain.own_themes import NO_THEMES, OwnThemes
from domain.stages import STANDARD, Process
from domain.taxonomy import Ask, BeliefSource, BuyingRole, Worked
from storage.tables import Objection


def form_modal(
    say: Say,
    *,
    origin: Origin | None = None,
    heard: ObjectionFields | None = None,
    editing: Objection | None = None,
    account_name: str | None = None,
    deal: Named | None = None,
    lead: Named | None = None,
    kept_text: int | None = None,
    response_url: str | None = None,
    above: Sequence[Json] = (),
    process: Process = STANDARD,
    own: OwnThemes = NO_THEMES,
) -> Json:
    """The form, empty or with what is stored. A quote over Slack's input limit is shown and kept, not in a field.

    ``heard`` is what was understood of a message; ``kept_text`` holds all of one that is too long for a field.
    ``above`` comes before the fields. ``process`` are the stages as the workspace agreed on them,
    ``own`` its own themes.
    """
    say = naming(say, own.names)
    opened: Json = (
        {key: value for key, value in asdict(origin or Origin()).items() if value is not None}
        if editing is None
        else {"id": editing.id, "version": editing.version, "response_url": response_url}
    )
    given = heard if editing is None else editing
    theme = given.theme if given else None
    if heard is not None:
        account_name = heard.account_name
    keeps_quote = given is not None and len(given.quote) > blocks.PLAIN_INPUT and (editing is not None or kept_text)
    if keeps_quote:
        opened["keeps_quote"] = True
    if kept_text is not None:
        opened["kept_text"] = kept_text
    rows: list[Json] = list(above)
    if given is not None and keeps_quote:
        rows += [blocks.section(say("objection-form-quote-kept")), blocks.quote(given.quote, SHOWN_QUOTE)]
    else:
        quote_field = blocks.text_input(
            ActionId.VALUE, value=given.quote if given else None, multiline=True, focus=True
        )
        rows.append(
            blocks.input_block(
                say("objection-form-quote"), quote_field, BlockId.QUOTE, hint=say("objection-form-quote-hint")
            )
        )

    def typed(
        key: str, block: BlockId, value: str | None, *, multiline: bool = False, placeholder: str | None = None
    ) -> Json:
        field = blocks.text_input(ActionId.VALUE, value=value, multiline=multiline, placeholder=placeholder)
        return blocks.input_block(say(key), field, block, optional=True)

    def chosen(key: str, block: BlockId, prefix: str, codes: Iterable[str], value: str | None) -> Json:
        menu = blocks.select(
            ActionId.VALUE, choices(say, prefix, codes), chosen=value, placeholder=say("objection-form-choose")
        )
        return blocks.input_block(say(key), menu, block, optional=True)

    rows += [
        blocks.input_block(
            say("objection-form-account"),
            account_menu(say, named_or_none(account_name or (editing.account_hint if editing else None))),
            BlockId.ACCOUNT,
            optional=True,
            dispatch=True,
        ),
        blocks.input_block(
            say("objection-form-deal"), deal_menu(say, deal), BlockId.DEAL, optional=True, dispatch=True
        ),
        blocks.input_block(say("objection-form-lead"), lead_menu(say, lead), BlockId.LEAD, optional=True),
        chosen("objection-form-theme", BlockId.THEME, "theme", theme_codes(own, theme), theme),
        typed(
            "objection-form-argument",
            BlockId.ARGUMENT,
            given.argument if given else None,
            multiline=True,
            placeholder=say("objection-form-argument-placeholder"),
        ),
        chosen("objection-form-worked", BlockId.WORKED, "worked", Worked, given.worked if given else None),
        blocks.input_block(
            say("objection-form-ask"),
            blocks.select(ActionId.VALUE, choices(say, "ask", Ask), chosen=given.ask if given else Ask.NONE.value),
            BlockId.ASK,
            optional=True,
            hint=say("objection-form-ask-hint"),
        ),
        blocks.input_block(
            say("objection-form-competitor"),
            competitor_menu(say, named_or_none(given.competitor if given else None)),
            BlockId.COMPETITOR,
            optional=True,
        ),
        _stages(say, process, given.stage if given else None),
        chosen("objection-form-role", BlockId.BUYING_ROLE, "role", BuyingRole, given.buying_role if given else None),
        chosen(
            "objection-form-belief",
            BlockId.BELIEF_SOURCE,
            "belief",
            BeliefSource,
            given.belief_source if given else None,
        ),
        typed("objection-form-note", BlockId.NOTE, given.note if given else None, multiline=True),
    ]
    return blocks.modal(
        say("objection-form-title-edit" if editing else "objection-form-title"),
        CallbackId.OBJECTION_FORM,
        rows,
        submit=say("save"),
        close=say("cancel"),
        private_metadata=json.dumps(opened),
        notify_on_close=True,
    )


def standing_form_modal(
    say: Say,
    why: str,
    standing: Objection,
    account_name: str | None,
    typed: ReviseObjection,
    deal: Named | None = None,
    lead: Named | None = None,
    process: Process = STANDARD,
    own: OwnThemes = NO_THEMES,
) -> Json:
    """The form once more: ``why`` nothing was saved (a text key) and what stands now, above what was typed."""
    fields = typed.fields
    said = {**asdict(fields), "quote": fields.quote or standing.quote, "account_hint": fields.account_name}
    for settled in ("account_name", "account_is_new", "new_deal", "new_lead"):
        said.pop(settled)
    return form_modal(
        say,
        editing=Objection(**{**standing.model_dump(), **said}),
        deal=deal,
        lead=lead,
        response_url=typed.response_url,
        process=process,
        own=own,
        above=[
            blocks.section(say(why)),
            blocks.section(" · ".join(facts(naming(say, own.names), standing, account_name))),
            blocks.quote(standing.quote, SHOWN_QUOTE),
            blocks.divider(),
        ],
    )


def _stages(say: Say, process: Process, given: str | None) -> Json:
    """The stages on offer, and the one that was noted when it was."""
    codes = [stage.code for stage in process.offered]
    if given is not None and given not in codes:
        codes.append(given)
    options = [(code, stage_label(say, code, process.names)) for code in codes]
    menu = blocks.select(ActionId.VALUE, options, chosen=given, placeholder=say("objection-form-choose"))
    return blocks.input_block(say("objection-form-stage"), menu, BlockId.STAGE, optional=True)
