"""Mutants of handoffs and their clock."""

from typing import Final

from tests.mutants.trial import Mutant

_MOVES: Final = "tests/commands/promises/test_moves.py::"
_SWEEP: Final = "tests/commands/promises/test_sweep.py::"

PROMISES: tuple[Mutant, ...] = (
    Mutant(
        name="ledger-forgets",
        guarantee="each step of a ladder happens once",
        file="storage/timer_rows.py",
        old="    return {(row.timer_id, row.rung, row.recipient) for row in claimed}",
        new="    claimed.all()\n    return {(step.timer_id, step.rung, step.recipient) for step in steps}",
        test=f"{_SWEEP}test_a_step_enters_the_ledger_once[sqlite]",
    ),
    Mutant(
        name="moved-before-told",
        guarantee="a sweep that is killed anywhere leaves no step half done",
        file="commands/handoff/promises.py",
        old="        timer_rows.change_timers(self.work, self.workspace_id, self._changes)\n",
        new="        timer_rows.change_timers(self.work, self.workspace_id, self._changes)\n"
        "        self.work.connection.commit()\n",
        test="tests/faults/test_sweep_killed.py::test_killed_anywhere_every_step_happens_once[postgresql]",
    ),
    Mutant(
        name="late-steps-told-each",
        guarantee="steps that a late sweep finds together are told as one",
        file="commands/handoff/promises.py",
        old="latest[reader.recipient] = _Wish(",
        new="latest[reader.recipient + rung.name] = _Wish(",
        test=f"{_SWEEP}test_down_across_a_breach_it_is_told_once_and_recorded_at_its_moment[sqlite]",
    ),
    Mutant(
        name="breached-when-told",
        guarantee="a breach is recorded at its true time, whenever it is told",
        file="commands/handoff/promises.py",
        old='"breached_at": timer.due_at if is_broken',
        new='"breached_at": self.now if is_broken',
        test=f"{_SWEEP}test_down_across_a_breach_it_is_told_once_and_recorded_at_its_moment[sqlite]",
    ),
    Mutant(
        name="pause-ignored",
        guarantee="while a clock stands still no promised time passes",
        file="storage/timer_rows.py",
        old="if end is not None and start < end),",
        new="if False),",
        test=f"{_SWEEP}test_a_pause_holds_the_ladder_and_moves_the_deadline[sqlite]",
    ),
    Mutant(
        name="same-epoch",
        guarantee="a deadline that is moved begins its ladder anew",
        file="storage/timers.py",
        old='{"epoch": timer.epoch + 1, **follows',
        new='{"epoch": timer.epoch, **follows',
        test=f"{_SWEEP}test_a_pause_holds_the_ladder_and_moves_the_deadline[sqlite]",
    ),
    Mutant(
        name="newest-policy-for-all",
        guarantee="what runs keeps its version of the policy",
        file="commands/handoff/turns.py",
        old="policy_id, version = self.before.policy_id, self.before.policy_version\n",
        new="policy_id = self.before.policy_id or 0\n"
        "        version = policies.get_policy(self.work.connection, self.workspace_id, policy_id).version\n",
        test=f"{_SWEEP}test_what_runs_keeps_its_version_of_the_policy[sqlite]",
    ),
    Mutant(
        name="stale-form-accepted",
        guarantee="a form about a handoff that changed meanwhile is refused",
        file="commands/handoff/turns.py",
        old="if version is not None and version != handoff.version:",
        new="if version is not None and version > handoff.version:",
        test=f"{_MOVES}test_a_stale_form_is_refused[sqlite]",
    ),
    Mutant(
        name="anybody-moves-it",
        guarantee="only the owner, the backup or a manager changes the state of a handoff",
        file="commands/handoff/turns.py",
        old="    if not allowed:\n",
        new="    if not member.is_active:\n",
        test=f"{_MOVES}test_somebody_elses_lead_is_not_changed[sqlite]",
    ),
    Mutant(
        name="shadow-speaks",
        guarantee="in shadow mode timers run without telling anyone",
        file="commands/handoff/promises.py",
        old="        if timer.is_shadow:\n            for rung",
        new="        if timer.is_shadow and not passed:\n            for rung",
        test=f"{_SWEEP}test_in_the_shadow_nobody_is_told[sqlite]",
    ),
    Mutant(
        name="named-owner-loses-it",
        guarantee="only leads that a rotation gave go on by themselves",
        file="commands/handoff/expiry.py",
        old="        and handoff.routed_by == RoutedBy.ROTATION\n",
        new="        and handoff.routed_by != RoutedBy.NOBODY\n",
        test=f"{_SWEEP}test_a_named_owner_keeps_the_lead[sqlite]",
    ),
    Mutant(
        name="figures-for-all-to-see",
        guarantee="a person's figures are for that person and their manager",
        file="commands/scorecard/actions.py",
        old="if actor.member_id in {each.owner_id, managed_by.get(each.owner_id)}",
        new="if actor.member_id",
        test="tests/commands/promises/test_scorecard.py::test_a_persons_figures_are_for_them_and_their_manager[sqlite]",
    ),
    Mutant(
        name="a-team-of-one",
        guarantee="no team's figures are one person's, nor what is left when others are taken away",
        file="domain/scorecard.py",
        old=" or 0 < _people(hidden) < FEWEST_PEOPLE\n",
        new="\n",
        test="tests/commands/promises/test_scorecard.py::test_no_team_is_so_small_that_it_is_one_person[sqlite]",
    ),
)
