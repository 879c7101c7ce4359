"""The forms of the set-up, one for each step, with sensible defaults."""

from commands import blocks
from commands.blocks import Json
from commands.hours_fields import HoursShown, hours_blocks
from commands.i18n import LOCALES, Say
from commands.ids import ActionId, BlockId, CallbackId
from commands.pickers import channel_select, people_select
from commands.set_up.actions import Status, TeamsShown, channels_mark, language_mark, teams_mark
from commands.set_up.company import CompanyHours, Sources
from commands.set_up.parse import SOURCE_BLOCK, opened_as
from commands.set_up.proposals import Proposed
from domain.calendars import Holidays
from domain.holiday_words import of_year
from domain.set_up import Step

_LEAD_TYPE: str = "by-type"


def language_modal(say: Say, status: Status, locale: str, tz: str) -> Json:
    """Language and zone: until somebody chose, those of the admin who looks (``locale``, ``tz``)."""
    chosen = Step.LANGUAGE in status.set_up.done
    rows = [
        blocks.context(say("settings-intro")),
        blocks.input_block(
            say("settings-language"),
            blocks.select(
                ActionId.VALUE,
                [(each, say(f"settings-language-{each}")) for each in LOCALES],
                chosen=status.locale if chosen else locale,
            ),
            BlockId.LANGUAGE,
            hint=say("settings-language-hint"),
        ),
        blocks.input_block(
            say("settings-zone"),
            blocks.text_input(ActionId.VALUE, value=status.tz if chosen else tz, max_length=80),
            BlockId.ZONE,
            hint=say("settings-zone-hint"),
        ),
    ]
    return _form(say, CallbackId.SET_UP_LANGUAGE, rows, opened_as(language_mark(status.locale, status.tz)))


def channels_modal(say: Say, status: Status, proposed: Proposed) -> Json:
    """Where feedback, handoffs and the weekly digest go: until somebody chose, what is ``proposed``."""
    digest = status.digest_channels[0] if status.digest_channels else None
    fields = (
        ("marketing", BlockId.CHANNEL, status.marketing_channel or proposed.marketing),
        ("handoff", BlockId.HANDOFF_CHANNEL, status.handoff_channel or proposed.handoff),
        ("digest", BlockId.DIGEST_CHANNEL, digest or proposed.digest),
    )
    rows = [blocks.context(say("set-up-channels-invite"))]
    rows += [
        blocks.input_block(
            say(f"set-up-channel-{name}"),
            channel_select(ActionId.VALUE, chosen),
            block,
            optional=True,
            hint=say(f"set-up-channel-{name}-hint"),
        )
        for name, block, chosen in fields
    ]
    mark = channels_mark(status.marketing_channel, status.handoff_channel, digest)
    return _form(say, CallbackId.SET_UP_CHANNELS, rows, opened_as(mark))


def teams_modal(say: Say, shown: TeamsShown) -> Json:
    """Who sells, who markets, who leads a team."""
    fields = (
        ("sales", BlockId.SALES_PEOPLE, shown.sales),
        ("marketing", BlockId.MARKETING_PEOPLE, shown.marketing),
        ("managers", BlockId.TEAM_MANAGERS, shown.managers),
    )
    rows = [blocks.context(say("set-up-teams-intro"))]
    rows += [
        blocks.input_block(
            say(f"set-up-team-{name}"),
            people_select(ActionId.VALUE, chosen),
            block,
            optional=True,
            hint=say(f"set-up-team-{name}-hint"),
        )
        for name, block, chosen in fields
    ]
    return _form(say, CallbackId.SET_UP_TEAMS, rows, opened_as(teams_mark(shown)))


def hours_modal(say: Say, company: CompanyHours, shown: HoursShown | None = None) -> Json:
    """The company's hours, and whose holidays are proposed. ``shown``: what is typed, where a country was chosen."""
    rows = [
        blocks.context(say("set-up-hours-intro")),
        *hours_blocks(say, shown or company.shown, ActionId.SET_UP_COUNTRY, own=False),
    ]
    return _form(say, CallbackId.SET_UP_HOURS, rows, opened_as(company.mark, company.years))


def holidays_modal(say: Say, company: CompanyHours) -> Json:
    """The holidays of two years as lines of text: a line can be changed, taken out or added."""
    country = company.shown.country
    intro = say("set-up-holidays-intro")
    if company.proposed and country:
        intro = f"{say('set-up-holidays-proposed', country=say.country(country))} {intro}"
    rows: list[Json] = [blocks.section(intro)]
    fields = (BlockId.HOLIDAYS_THIS_YEAR, BlockId.HOLIDAYS_NEXT_YEAR)
    rows += [
        blocks.input_block(
            say("set-up-holidays-year", year=str(year)),
            blocks.text_input(
                # Slack keeps what stands in a field of the same name: a new proposal needs one of its own.
                ActionId.PROPOSED if company.proposed else ActionId.VALUE,
                value=holiday_lines(say, of_year(company.holidays, year)) or None,
                multiline=True,
            ),
            block,
            optional=True,
            hint=say("set-up-holidays-hint"),
        )
        for block, year in zip(fields, company.years, strict=True)
    ]
    if country and not company.proposed:
        text = say("set-up-holidays-again", country=say.country(country))
        rows.append(blocks.actions(blocks.button(text, ActionId.SET_UP_PROPOSE)))
    return _form(say, CallbackId.SET_UP_HOLIDAYS, rows, opened_as(company.mark, company.years))


def owners_modal(say: Say, status: Status) -> Json:
    """How many accounts have nobody, and the ways to change that."""
    owners = status.owners
    rows = [
        blocks.section(
            say(
                "set-up-stands-owners",
                total=owners.total,
                sales=owners.without_sales,
                marketing=owners.without_marketing,
            )
        ),
        blocks.section(say("set-up-owners-ways")),
        blocks.context(say("set-up-owners-means")),
    ]
    return _form(say, CallbackId.SET_UP_OWNERS, rows, opened_as(""))


def sources_modal(say: Say, found: Sources) -> Json:
    """For each source which agreement holds: by what the lead did, or one for all of its leads."""
    rows: list[Json] = [blocks.section(say("set-up-sources-intro")), blocks.context(say("set-up-sources-terms"))]
    if not found.choices:
        rows.append(blocks.section(say("set-up-sources-none")))
    options = [(_LEAD_TYPE, say("set-up-sources-by-type"))]
    options += [(str(policy_id), policy_name(say, name)) for policy_id, name in found.policies]
    for choice in found.choices:
        chosen = str(choice.policy_id) if choice.policy_id is not None else _LEAD_TYPE
        row = blocks.input_block(
            say("set-up-sources-line", source=choice.seen.source, count=choice.seen.leads),
            blocks.select(ActionId.VALUE, options, chosen=chosen),
            BlockId.POLICY,
        )
        rows.append({**row, "block_id": blocks.clip(f"{SOURCE_BLOCK}{choice.seen.source}", 255)})
    return _form(say, CallbackId.SET_UP_SOURCES, rows, opened_as(""))


def policy_name(say: Say, name: str) -> str:
    """A policy's name: those that every workspace begins with have one in each language."""
    key = f"set-up-policy-{name}"
    return say(key) if say.has(key) else name


def holiday_lines(say: Say, days: Holidays) -> str:
    """A year's holidays as `domain.holiday_words` reads them."""
    return "\n".join(f"{say.day(day)}: {name}" for day, name in days.items())


def _form(say: Say, callback: CallbackId, rows: list[Json], opened: str) -> Json:
    return blocks.modal(
        say("set-up-title"), callback, rows, submit=say("save"), close=say("cancel"), private_metadata=opened
    )
