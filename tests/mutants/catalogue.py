"""The named guarantees, and for each the smallest change that breaks it.

An entry whose text has moved is stale, and its test says so: mend it together with the code.
"""

from tests.mutants.trial import Mutant

MUTANTS: tuple[Mutant, ...] = (
    Mutant(
        name="engine-at-import",
        guarantee="importing a module does nothing",
        file="storage/errors.py",
        old="class StoreBusyError(",
        new="import sqlite3\n\nUNASKED = sqlite3.connect(':memory:')\n\n\nclass StoreBusyError(",
        test="tests/architecture/test_imports.py::test_importing_any_module_does_nothing",
    ),
    Mutant(
        name="ack-before-commit",
        guarantee="what was acknowledged is stored",
        file="commands/objection/listeners.py",
        old="receipt = actions.record(self._services, actor, intent, f\"command:{command['trigger_id']}\")\n"
        "                answer(self._receipt(actor, receipt))",
        new="ack(blocks.ephemeral(say('objection-saved')))\n"
        "                late = (self._services, actor, intent, f\"command:{command['trigger_id']}\")\n"
        "                __import__('threading').Thread(target=actions.record, args=late).start()",
        test="tests/faults/test_kill.py::test_what_was_acknowledged_survives_every_kill[sqlite]",
    ),
    Mutant(
        name="group-lets-go-early",
        guarantee="what was acknowledged is stored, also when several share a commit",
        file="storage/group_commit.py",
        old="        self._done.wait()\n",
        new="",
        test="tests/faults/test_kill.py::test_what_was_acknowledged_survives_every_kill[sqlite]",
    ),
    Mutant(
        name="group-lets-readers-go-early",
        guarantee="what was acknowledged is stored, also when somebody else in the same commit stored it",
        file="storage/group_commit.py",
        old="can be another's that is not durable yet.\n        group.wait()",
        new="can be another's that is not durable yet.\n        work.committed and group.wait()",
        test="tests/storage/test_group_commit.py::"
        "test_who_only_saw_what_another_stored_does_not_leave_before_it_is_durable",
    ),
    Mutant(
        name="no-workspace-filter",
        guarantee="one workspace never sees another's data",
        file="storage/digest_facts.py",
        old="col(Objection.workspace_id) == workspace_id,\n"
        "            col(Objection.logged_at) >= window.weeks[-1].start",
        new="col(Objection.logged_at) >= window.weeks[-1].start",
        test="tests/storage/test_digest_facts.py::test_another_workspace_is_not_seen[sqlite]",
    ),
    Mutant(
        name="claim-is-never-refused",
        guarantee="one digest per workspace, channel and ISO week",
        file="storage/digests.py",
        old="return claimed.first() is not None",
        new="return claimed.first() is None or True",
        test="tests/bot/jobs/test_digests.py::test_a_schedule_moved_within_the_week_does_not_post_that_week_twice[sqlite]",
    ),
    Mutant(
        name="week-of-utc",
        guarantee="a week is cut at the midnights of its channel's zone",
        file="domain/weeks.py",
        old="    zone = ZoneInfo(tz)\n",
        new="    zone = ZoneInfo('UTC')\n",
        test="tests/storage/test_digest_facts.py::test_weeks_are_cut_at_midnight_of_the_zone[sqlite]",
    ),
    Mutant(
        name="commit-not-on-disk",
        guarantee="a committed row is on the disk before it is acknowledged",
        file="storage/database.py",
        old='"synchronous=FULL"',
        new='"synchronous=OFF"',
        test="tests/faults/test_kill.py::test_the_disk_has_what_was_committed",
    ),
    Mutant(
        name="digest-of-utc-weeks",
        guarantee="a digest is of the week in its channel's zone",
        file="bot/jobs/digests.py",
        old="week_reported(due_at, schedule.tz)",
        new='week_reported(due_at, "UTC")',
        test="tests/bot/jobs/test_digests.py::test_the_week_is_that_of_the_schedules_zone[sqlite]",
    ),
    Mutant(
        name="rate-of-any-n",
        guarantee="no rate below the minimum n",
        file="domain/metrics.py",
        old="if not self.n or self.n < minimum:",
        new="if not self.n:",
        test="tests/domain/test_metrics.py::test_the_minimum_is_twenty",
    ),
    Mutant(
        name="late-digest-keeps-quiet",
        guarantee="a late digest says that it is late",
        file="domain/digest.py",
        old="return Lateness(due_at, delay) if delay > LATE_AFTER else None",
        new="return Lateness(due_at, delay) if delay < -LATE_AFTER else None",
        test="tests/bot/jobs/test_digests.py::test_after_long_downtime_only_the_latest_comes_once_and_says_that_it_is_late"
        "[sqlite]",
    ),
    Mutant(
        name="import-writes-again",
        guarantee="the same file again changes nothing",
        file="commands/importing/chunks.py",
        old="elif any(before[name] != value for name, value in values.items()):",
        new="elif before:",
        test="tests/commands/importing/test_actions.py::test_the_same_file_again_changes_nothing[sqlite]",
    ),
    Mutant(
        name="import-first-row-wins",
        guarantee="the last of several rows with one id counts, in whatever chunks",
        file="storage/import_scratch.py",
        old='"UPDATE rows SET line = ?, body = ? WHERE key = ?", (line, text, key)',
        new='"UPDATE rows SET line = ? WHERE key = ?", (line, key)',
        test="tests/commands/importing/test_actions.py::test_the_last_of_several_rows_with_one_id_counts[sqlite]",
    ),
    Mutant(
        name="import-quote-eats-rows",
        guarantee="bad rows never stop good ones",
        file="commands/importing/source.py",
        old="self._waiting.extendleft(reversed(self._current[1:]))",
        new="self._waiting.extendleft([])",
        test="tests/commands/importing/test_source.py::test_an_unclosed_quote_costs_its_own_row_only",
    ),
    Mutant(
        name="anybody-owns",
        guarantee="guests and members of other organisations get nothing",
        file="commands/account/actions.py",
        old="member.kind != MemberKind.FULL or not member.is_active",
        new="not member.is_active",
        test="tests/flow/test_account.py::test_guests_and_outsiders_cannot_own[sqlite-greg]",
    ),
    Mutant(
        name="stale-edit-wins",
        guarantee="a stale edit is refused with what stands",
        file="storage/accounts.py",
        old="            col(Account.version) == expected_version,\n",
        new="",
        test="tests/flow/test_account.py::test_edits_that_cross_are_refused_with_what_stands[sqlite]",
    ),
    Mutant(
        name="settings-for-all",
        guarantee="only admins change the settings",
        file="commands/settings/listeners.py",
        old="if not actor.is_admin:",
        new="if actor.slack_user_id is None:",
        test="tests/flow/test_settings.py::test_others_are_told_whom_to_ask[sqlite]",
    ),
    Mutant(
        name="send-without-look-up",
        guarantee="nothing is said twice when the line broke",
        file="bot/delivery/deliverer.py",
        old='if claimed.may_be_sent or (message.last_error or "").startswith(_UNKNOWN):',
        new="if claimed is None:",
        test="tests/bot/delivery/test_updates.py::test_a_broken_line_while_posting_anew_leaves_one[sqlite-drop_after]",
    ),
    Mutant(
        name="send-without-lease",
        guarantee="who lost the claim of a message does not send it",
        file="bot/delivery/deliverer.py",
        old="elif self._still_ours(message):",
        new="else:",
        test="tests/bot/delivery/test_order.py::test_a_lost_lease_is_not_sent[sqlite]",
    ),
    Mutant(
        name="channel-shared-by-processes",
        guarantee="order holds within a channel, whoever sends",
        file="storage/outbox.py",
        old="                ~under_way,\n",
        new="",
        test="tests/bot/delivery/test_order.py::test_a_channel_in_which_a_message_is_under_way_is_left_alone[sqlite]",
    ),
    Mutant(
        name="retry-after-ignored",
        guarantee="a channel that Slack told to wait waits as long as it was told",
        file="bot/delivery/outcomes.py",
        old="return AskedToWait(timedelta(seconds=float(wait)))",
        new="return AskedToWait(timedelta(seconds=0.0 * float(wait)))",
        test="tests/bot/delivery/test_outcomes.py::test_a_channel_told_to_wait_waits_and_the_others_go_on[sqlite]",
    ),
)
