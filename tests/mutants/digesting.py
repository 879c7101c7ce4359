"""What is promised of a channel's digest: its day, its place, and a person's Monday."""

from typing import Final

from tests.mutants.trial import Mutant

DIGESTING: Final = (
    Mutant(
        name="holiday-moves-nothing",
        guarantee="a digest whose day is a holiday comes on the next working day",
        file="domain/digest_plan.py",
        old="if day not in calendar.holidays:",
        new="if day.year:",
        test="tests/domain/test_digest_plan.py::test_a_holiday_moves_it_to_the_next_working_day_at_the_same_time",
    ),
    Mutant(
        name="resent-while-it-stands",
        guarantee="a digest that still stands is not posted again by resend",
        file="commands/digest/resending.py",
        old="return Refusal.STANDS if stands else None",
        new="return None if stands else None",
        test="tests/flow/test_digest.py::test_a_digest_that_was_deleted_is_posted_again_and_no_other[sqlite]",
    ),
    Mutant(
        name="monday-list-every-tick",
        guarantee="a person's Monday list is planned once a week",
        file="storage/open_items.py",
        old="                    ~planned,\n",
        new="                    planned | ~planned,\n",
        test="tests/bot/jobs/test_monday_lists.py::test_who_owes_something_is_told_once_with_all_else_of_the_day[sqlite]",
    ),
    Mutant(
        name="monday-list-after-the-days",
        guarantee="a person's Monday list is in the list of that day, also where the clock jumped over its moment",
        file="bot/jobs/monday_lists.py",
        old=">= LISTS_PLANNED_EVERY:",
        new=">= timedelta(days=7):",
        test="tests/bot/jobs/test_monday_lists.py"
        "::test_a_clock_that_jumps_over_its_moment_takes_nothing_from_the_days_list[sqlite]",
    ),
    Mutant(
        name="taken-back-and-posted",
        guarantee="what is taken back while a digest is read is not in it",
        file="commands/digest/composing.py",
        old="            audit.latest(connection, target.workspace_id),\n        )",
        new="            self.last_act,\n        )",
        test="tests/bot/jobs/test_digests.py::test_what_is_taken_back_while_a_digest_is_read_is_not_in_it[sqlite]",
    ),
    Mutant(
        name="strange-notices-hold-up",
        guarantee="notices of a kind that this version has no words for hold up nobody's",
        file="bot/jobs/notices.py",
        old="            due = _known(work, workspace_id, composers, due, now)\n",
        new="",
        test="tests/bot/jobs/test_release.py"
        "::test_what_this_version_has_no_words_for_waits_and_holds_up_nothing[sqlite]",
    ),
    Mutant(
        name="schedule-replaced-unseen",
        guarantee="a channel's schedule that somebody was not shown is not replaced by theirs",
        file="storage/digests.py",
        old="        is_another = known.is_active and seen_version not in {None, known.version}\n",
        new="        is_another = False\n",
        test="tests/flow/test_digest.py"
        "::test_a_schedule_that_was_not_seen_is_shown_before_it_is_replaced_and_can_be_ended[sqlite]",
    ),
)
