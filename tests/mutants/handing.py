"""Mutants of what people see of handoffs."""

from typing import Final

from tests.mutants.trial import Mutant

_VIEWS: Final = "tests/commands/handoff/test_views.py::"
_NOTICES: Final = "tests/commands/handoff/test_notices.py::"
_PAUSES: Final = "tests/bot/jobs/test_pauses.py::"
_FLOW: Final = "tests/flow/test_handoff_surface.py::"

HANDING: tuple[Mutant, ...] = (
    Mutant(
        name="first-by-id-gets-all-of-a-moment",
        guarantee="the round robin goes round, whatever the clock says",
        file="storage/routing.py",
        old="if latest is not None and latest >= now:",
        new="if latest is not None and latest > now + timedelta(days=99):",
        test="tests/storage/test_routing.py::"
        "test_leads_of_one_moment_and_after_a_clock_set_back_go_round_like_any_others[sqlite]",
    ),
    Mutant(
        name="two-decide-at-once",
        guarantee="of two who hand over at once, the second sees whose turn the first one took",
        file="storage/routing.py",
        old="    locks.one_routes(work, workspace_id)\n    return routing.route(",
        new="    return routing.route(",
        test="tests/storage/test_routing.py::"
        "test_of_two_who_decide_at_once_the_second_sees_the_first_one_s_turn[postgresql]",
    ),
    Mutant(
        name="owed-by-hours-that-never-come",
        guarantee="what nobody can answer becomes late, so that somebody hears of it",
        file="storage/calendars.py",
        old="    if _has_time_for(own, start, limits):\n        return own\n",
        new="    return own\n",
        test="tests/commands/promises/test_moves.py::"
        "test_when_nobody_ever_works_again_the_lead_is_kept_and_becomes_late[sqlite]",
    ),
    Mutant(
        name="warned-all-the-same",
        guarantee="a held reminder is checked again before it leaves",
        file="commands/handoff/notices.py",
        old="if not any(each.kind == told.kind and not each.is_shadow for each in card.running) or owed(card) is None:",
        new="if owed(card) is None:",
        test=f"{_NOTICES}test_a_warning_about_a_lead_that_was_accepted_meanwhile_is_not_told[sqlite]",
    ),
    Mutant(
        name="channel-reads-it-all",
        guarantee="a shared message holds no personal data but the contact's name",
        file="commands/handoff/views.py",
        old="    rows = [blocks.section(head), *status_rows(reader, card, None)]\n",
        new="    rows = [blocks.section(head), *status_rows(reader, card, None), *context_rows(reader, card)]\n",
        test=f"{_NOTICES}test_the_channel_reads_no_address_and_no_reason_in_private_words[sqlite]",
    ),
    Mutant(
        name="buttons-for-everybody",
        guarantee="buttons fit the state and the viewer",
        file="commands/handoff/buttons.py",
        old="say, moves = reader.say, card.moves - MARKETERS",
        new="say, moves = reader.say, frozenset(Move) - MARKETERS",
        test=f"{_VIEWS}test_buttons_fit_the_state_and_the_viewer[won-moves4-expected4]",
    ),
    Mutant(
        name="refusal-forgets-what-was-typed",
        guarantee="nothing typed is lost by a refusal",
        file="commands/handoff/refusals.py",
        old='    return [blocks.section(say("handoff-you-typed")), blocks.quote(typed)]',
        new="    return []",
        test=f"{_FLOW}test_a_lead_in_somebodys_hands_is_not_handed_over_twice[sqlite]",
    ),
    Mutant(
        name="first-name-wins",
        guarantee="a lead goes to nobody whom the line did not clearly name",
        file="commands/handoff/taking.py",
        old="        if len(found) == 1:\n",
        new="        if found:\n",
        test="tests/commands/handoff/test_taking.py::test_a_name_that_two_share_is_asked_about[sqlite]",
    ),
    Mutant(
        name="a-message-for-each-transferred",
        guarantee="a transfer is told in one message, however many it is",
        file="commands/handoff/clock_moves.py",
        old="actor.member_id, planning.TRANSFERRED)",
        new="actor.member_id)",
        test=f"{_FLOW}test_all_my_open_ones_go_to_a_colleague[sqlite]",
    ),
    Mutant(
        name="reminded-of-what-goes-on",
        guarantee="who resumed meanwhile is not reminded of the pause",
        file="commands/handoff/standing.py",
        old="since is not None and since <= now - PAUSE_REMINDED_AFTER",
        new="since is not None",
        test=f"{_PAUSES}test_who_resumed_meanwhile_is_not_reminded[sqlite]",
    ),
    Mutant(
        name="reminded-every-minute",
        guarantee="a pause is reminded of once",
        file="storage/pauses.py",
        old=".values(reminded_at=now)",
        new=".values(reminded_at=None)",
        test=f"{_PAUSES}test_a_pause_that_nobody_ends_is_told_to_its_owner_once[sqlite]",
    ),
    Mutant(
        name="late-in-secret",
        guarantee="what stands in Slack about a handoff says so when its deadline has passed",
        file="commands/handoff/words.py",
        old="    return SUBJECT, card.id, 2 * card.version + is_late(card, now)",
        new="    return SUBJECT, card.id, 2 * card.version + (now is None)",
        test="tests/commands/handoff/test_notices.py"
        "::test_of_two_messages_the_later_shows_what_is_truer_also_when_only_the_deadline_passed[sqlite]",
    ),
    Mutant(
        name="cards-are-not-told",
        guarantee="a deadline that passes brings what stands in Slack up to date",
        file="commands/handoff/promises.py",
        old="            self.telling.changed(handoff)  # cards say that it is late\n",
        new="",
        test="tests/commands/promises/test_sweep.py::test_warned_then_broken_then_the_managers_list[sqlite]",
    ),
)
