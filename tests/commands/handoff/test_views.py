"""Whatever people type, in every language and state: Slack takes every view of handoffs, and nobody is called by it."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from slack_sdk.models.blocks import Block
from slack_sdk.models.views import View

from commands.blocks import Json
from commands.handoff import form_views, list_views, move_views, notice_views, views, why_views
from commands.handoff.cards import Happening
from commands.handoff.lists import Found, OpenList, RoutePreview, Shown
from commands.handoff.notice_views import Part
from commands.handoff.parse import LeadFields, Opened
from commands.handoff.why import Why
from commands.handoff.words import Reader, deadline_line, left_in_words, state_line
from commands.i18n import LOCALES, Texts
from domain.calendars import STANDARD, TimeOff
from domain.durations import Duration
from domain.handoff import HandoffState, Move
from domain.policy import Lane
from domain.routing import RoutedBy, SkippedBecause
from domain.sla_clock import explain
from domain.taxonomy import Grade, LeadType, ReturnReason
from domain.timeline import Timeline
from domain.weeks import Span
from playground.blockkit import message_refusal, view_refusal
from storage.handoff_lists import Counted, Listed
from storage.lead_ratings import FoundRating
from storage.leads import FoundLead
from tests.commands.handoff.cards import HOURS, ID, MANAGER, MARKETER, NOW, OWNER, card, timer

READERS = [Reader(Texts().into(locale), "Europe/Madrid", NOW) for locale in LOCALES]
LONG = "<!channel> <@U0AAAAAAAAA> & 🙂 *b* _i_ `c` " * 120
TYPED = st.text(min_size=1, max_size=300) | st.sampled_from([LONG, "<!channel>", "  \n ", "&" * 3000, "🙂" * 1500, "*"])
SUBMITTED = Opened(
    "C0AAAAAAAAA", "https://x.slack.com/archives/C1/p1", ID, 2**31, "https://hooks.slack.com/" + "T" * 200
)


def cards(text: str, *, every_state: bool) -> Iterator[Any]:
    yield card(text)
    yield card(text, moves=frozenset(), account_name=None, routed=card().routed)
    yield card(text, paused="customer", timers=(timer(state="paused"),))
    yield card(text, snoozed_until=NOW + timedelta(days=1), timers=(timer(due_at=NOW - timedelta(hours=1)),))
    for state in HandoffState if every_state else (HandoffState.RECYCLED,):
        yield card(
            text,
            state=state,
            accepted_at=NOW,
            timers=(timer("qualify"),),
            return_reason=ReturnReason.BAD_CONTACT_DATA.value,
            return_note=text,
            recycle_at=NOW + timedelta(days=90),
            ratings=(rating(text),) * 9,
        )


def rating(text: str) -> FoundRating:
    reason = ReturnReason.BAD_CONTACT_DATA
    named = (text, text, text)
    return FoundRating(ID, 1, ID, *named, Grade.PARTIAL, Grade.PARTIAL, reason, text, None, ID, OWNER, NOW)


def messages(reader: Reader, text: str, *, every_state: bool = True) -> Iterator[Json]:
    for each in cards(text, every_state=every_state):
        yield views.owner_message(reader, each, HOURS)
        yield views.channel_message(reader, each)
        yield views.passed_on_message(reader, each)
        yield views.receipt_message(reader, each, HOURS)
        yield views.shown_message(reader, each, HOURS, above="x")
        yield notice_views.marketer_message(reader, each)
        yield notice_views.unrouted_message(reader, each)
        yield notice_views.expired_message(reader, each)
        yield notice_views.moved_message(reader, each, HOURS, text)
        for part in Part:
            yield notice_views.promise_message(reader, each, part, HOURS)
    late = card(text, timers=(timer("qualify", due_at=NOW - timedelta(days=9)),))
    yield notice_views.promise_list(reader, [(late, Part.MANAGER, HOURS)] * notice_views.LISTED)
    returned = card(
        text, return_reason="no_consent", return_note=text, state=HandoffState.DISQUALIFIED, ratings=(rating(text),) * 9
    )
    yield notice_views.returned_list(reader, [returned] * notice_views.RETURNED_LISTED)
    item = Listed(ID, 2**31, "contacted", text, text, OWNER, NOW, "qualify", is_paused=False)
    counted = Counted({state.value: 2**31 for state in HandoffState}, 2**31, 2**31)
    for kind in ("mine", "team", "late"):
        yield list_views.open_list_message(reader, "/handoff", kind, OpenList((item,) * 10, counted, is_team=True))
        yield list_views.open_list_message(
            reader, "/lazo traspaso", kind, OpenList((), Counted({}, 0, 0), is_team=False)
        )
    lead = FoundLead(ID, text, text, text, text, NOW)
    yield list_views.found_message(reader, "/handoff", Found(text, (Shown(late, HOURS),) * 10, (lead,) * 10))
    yield list_views.found_message(reader, "/handoff", Found(text, (Shown(late, HOURS),), ()))
    yield list_views.found_message(reader, "/handoff", Found(text, (), ()))
    yield list_views.found_message(reader, "/handoff", Found("", (), ()))
    for by in RoutedBy:
        skipped = tuple((OWNER, because.value) for because in SkippedBecause) * 3
        yield list_views.route_message(reader, "/handoff", RoutePreview(text, OWNER, by, skipped, account_known=False))
    yield list_views.route_message(reader, "/handoff", RoutePreview("", None, RoutedBy.NOBODY, ()))
    yield list_views.unclear_message(reader.say, "/handoff", text, "mine")
    yield list_views.help_message(reader.say, "/handoff")


def modals(reader: Reader, text: str, *, every_state: bool = True) -> Iterator[Json]:
    say, packed = reader.say, "{}" + " " * 400
    fields = LeadFields(ID, text, text, text, text, text, LeadType.EVENT, text, text, text, OWNER)
    skipped = tuple((OWNER, because.value) for because in SkippedBecause)
    preview = list_views.route_rows(reader, RoutePreview(text, OWNER, RoutedBy.ROTATION, skipped))
    yield form_views.offer_modal(say, LeadFields(), Opened())
    yield form_views.offer_modal(say, fields, SUBMITTED)
    yield form_views.offer_modal(say, fields, Opened("C0AAAAAAAAA"), preview=preview)
    for each in cards(text, every_state=every_state):
        yield move_views.attempt_modal(say, each, packed, today=date(2026, 11, 25), at="10:00")
        for reason in (None, ReturnReason.OTHER, ReturnReason.BUDGET, ReturnReason.DUPLICATE):
            yield move_views.return_modal(say, each, packed, recycle_on=date(2027, 2, 1), reason=reason, note=text)
        yield move_views.reassign_modal(say, each, packed)
        yield move_views.pause_modal(say, each, packed)
        yield move_views.snooze_modal(say, each, packed, day=date(2026, 11, 26))
        yield move_views.again_modal(say, each, packed)
        yield move_views.extend_modal(say, each, packed, day=date(2026, 12, 26))
        yield move_views.shown_modal(say, views.shown_rows(reader, each, HOURS))
        yield move_views.shown_modal(say, views.receipt_rows(reader, each, HOURS))
    yield move_views.transfer_modal(say, 2**31, OWNER, text)
    for why in reasons(text):
        yield move_views.shown_modal(say, why_views.why_rows(reader, why), title="why-title")


def reasons(name: str) -> Iterator[Why]:
    holidays = {date(2026, 12, 1) + timedelta(days=day): name for day in range(31)}
    spec = STANDARD("Europe/Madrid").with_holidays(holidays)
    pauses = tuple(Span(NOW + timedelta(days=day, hours=1), NOW + timedelta(days=day, hours=2)) for day in range(40))
    for duration in (Duration.business(60), Duration.business_days(40), Duration.calendar(60 * 48)):
        explained = explain(spec, NOW, duration, pauses)
        timeline = Timeline.begin(spec, NOW, duration)
        for paused in (None, NOW):
            yield Why(
                timer("qualify", due_at=explained.due, breached_at=explained.due, carried_minutes=90),
                ID,
                name,
                3,
                duration.minutes,
                duration.unit.value,
                timeline,
                explained if paused is None else None,
                paused,
            )


def refusal_of_message(body: Json) -> object:
    blocks = body.get("blocks") or []
    refused = message_refusal(blocks) if blocks else None
    if refused is not None:
        return refused
    for block in blocks:
        Block.parse(block).validate_json()  # type: ignore[union-attr]
    assert 0 < len(body["text"]) <= 4000
    return None


@pytest.mark.parametrize("reader", READERS, ids=LOCALES)
def test_slack_takes_every_view_with_the_longest_data(reader: Reader) -> None:
    for body in messages(reader, LONG):
        assert refusal_of_message(body) is None, json.dumps(body)[:900]
    for view in modals(reader, LONG):
        assert view_refusal(view) is None, json.dumps(view)[:900]
        View(**view).validate_json()


@given(TYPED, st.sampled_from(READERS))
@settings(max_examples=10, phases=[Phase.explicit, Phase.reuse, Phase.generate])
def test_slack_takes_every_view_whatever_is_typed(text: str, reader: Reader) -> None:
    for body in messages(reader, text, every_state=False):
        shown = body.get("blocks")
        assert shown is None or message_refusal(shown) is None
        assert "<!channel>" not in "".join(mrkdwn(body))
    for view in modals(reader, text, every_state=False):
        assert view_refusal(view) is None
        assert "<!channel>" not in "".join(mrkdwn(view))


def mrkdwn(node: object) -> Iterator[str]:
    """All that Slack reads as markup: mrkdwn objects, and a message's own text."""
    if isinstance(node, dict):
        if node.get("type") == "mrkdwn" or "response_type" in node or ("blocks" in node and "type" not in node):
            yield str(node["text"])
        for value in node.values():
            yield from mrkdwn(value)
    elif isinstance(node, list):
        for each in node:
            yield from mrkdwn(each)


def pressable(body: Json) -> set[str]:
    return {
        element["action_id"]
        for block in body["blocks"]
        for element in block.get("elements", [])
        if "action_id" in element
    }


@pytest.mark.parametrize(
    ("state", "moves", "expected"),
    [
        ("offered", {"accept", "attempt", "reroute", "snooze"}, {"accept", "attempt", "return", "not_mine", "snooze"}),
        ("accepted", {"attempt", "recycle"}, {"attempt", "return"}),
        ("contacted", {"qualify", "attempt", "disqualify"}, {"qualify", "attempt", "return"}),
        ("qualified", {"win", "lose"}, {"won", "lost"}),
        ("won", set(), set()),
    ],
)
def test_buttons_fit_the_state_and_the_viewer(state: str, moves: set[str], expected: set[str]) -> None:
    shown = card("Acme", state=HandoffState(state), moves=frozenset(map(Move, moves)))
    always = {"handoff_why", "handoff_crm", "rating_open"}
    assert pressable(views.owner_message(READERS[0], shown, HOURS)) - always == {f"handoff_{each}" for each in expected}


def test_a_shared_message_holds_no_address_and_no_button_of_a_move() -> None:
    shown = card("Acme", lead=card().lead)
    private = card("laura@acme.es")
    body = json.dumps(views.channel_message(READERS[0], card("Acme", why="secret@acme.es")))
    assert "secret@acme.es" not in body
    assert "mailto" not in json.dumps(views.channel_message(READERS[0], private))
    assert pressable(views.channel_message(READERS[0], shown)) == {"handoff_why", "handoff_show"}


@pytest.mark.parametrize(
    ("hours_left", "said"),
    [
        (0.02, "in one working minute"),
        (0.5, "in 30 working minutes"),
        (1, "in one working hour"),
        (1.5, "in 1 hour 30 minutes of working time"),
        (3.2, "in 3 working hours"),
        (24, "in 9 working hours"),
        (48, "in 2 days"),
    ],
)
def test_what_is_left_is_told_in_working_time(hours_left: float, said: str) -> None:
    reader = READERS[0]
    assert left_in_words(reader, NOW + timedelta(hours=hours_left), HOURS) == said


def test_who_hands_a_lead_to_somebody_who_is_out_is_told_when_they_are_back() -> None:
    off = HOURS.with_time_off(TimeOff(NOW - timedelta(days=1), NOW + timedelta(days=3)))
    said = json.dumps(views.receipt_message(READERS[1], card("Acme"), off), ensure_ascii=False)
    assert "no está estos días y vuelve el" in said
    assert "no está" not in json.dumps(views.receipt_message(READERS[1], card("Acme"), HOURS), ensure_ascii=False)


def test_a_deadline_is_told_in_the_readers_zone() -> None:
    madrid = deadline_line(READERS[1], card(), HOURS)
    mexico = deadline_line(Reader(READERS[2].say, "America/Mexico_City", NOW), card(), HOURS)
    assert madrid is not None
    assert "mié 25 nov a las 12:00" in madrid
    assert mexico is not None
    assert "mié 25 nov a las 05:00" in mexico
    assert "(" not in madrid.split("*")[1]
    to_all = deadline_line(Reader(READERS[2].say, "America/Mexico_City", NOW, shared=True), card(), None)
    assert to_all is not None
    assert "mié 25 nov a las 05:00 (Ciudad de México)" in to_all


def test_whoever_lives_by_another_clock_is_told_whose_each_moment_is() -> None:
    why = next(reasons("Acme"))
    abroad = json.dumps(why_views.why_rows(Reader(READERS[0].say, "Europe/London", NOW), why))
    assert "so it is due *Wed, Nov 25 at 10:00 (London)*" in abroad
    assert "(" not in json.dumps(why_views.why_rows(READERS[0], why)).replace("(working hours", "")


def test_a_lead_that_rests_says_until_when_and_a_dropped_one_no_day() -> None:
    resting = card("Acme", state=HandoffState.RECYCLED, recycle_at=NOW + timedelta(days=90))
    dropped = card("Acme", state=HandoffState.RECYCLED, recycle_at=None)
    assert state_line(READERS[0], resting) == "Back with marketing until Feb 23"
    assert state_line(READERS[0], dropped) == "Dropped by marketing"


def test_who_reads_decides_which_side_is_told() -> None:
    late = card("Acme", lane=Lane.STANDARD, timers=(timer("attempt", due_at=NOW - timedelta(hours=1)),))
    say = READERS[0].say
    assert notice_views.part_of(late, OWNER) is Part.OWNER
    assert notice_views.part_of(late, MARKETER) is Part.MARKETER
    assert notice_views.part_of(late, "U0SOMEBODY0") is Part.MANAGER
    assert notice_views.part_of(card("Acme", moves=frozenset()), "U0SOMEBODY0") is None
    assert say("notice-then-manager") in notice_views.promise_line(READERS[0], late, Part.MANAGER, HOURS)
    assert say("notice-then-manager") not in notice_views.promise_line(READERS[0], late, Part.MARKETER, HOURS)


def test_what_stands_says_the_moment_and_not_what_is_left() -> None:
    reader, offered = READERS[0], card("Acme")
    assert "working hour" in json.dumps(views.shown_message(reader, offered, HOURS))
    for body in (views.owner_message(reader, offered, HOURS), views.channel_message(reader, offered)):
        assert "Accept by" in json.dumps(body)
        assert "working hour" not in json.dumps(body)


def test_who_sent_a_lead_back_is_named_and_not_whoever_had_it() -> None:
    history = tuple(
        Happening(NOW, action, actor, {})
        for action, actor in (("handoff_offered", MARKETER), ("handoff_disqualified", MANAGER), ("timer_kept", OWNER))
    )
    returned = {"state": HandoffState.DISQUALIFIED, "return_reason": ReturnReason.SPAM.value}
    assert f"<@{MANAGER}>" in notice_views.returned_line(READERS[0], card("Acme", **returned, history=history))
    assert f"<@{OWNER}>" in notice_views.returned_line(READERS[0], card("Acme", **returned, history=history[:1]))
