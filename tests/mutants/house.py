"""Mutants of what belongs to the whole house: companies that are one, Home, and one list a day."""

from typing import Final

from tests.mutants.trial import Mutant

_MERGING: Final = "tests/commands/account/test_merging.py::"

HOUSE: tuple[Mutant, ...] = (
    Mutant(
        name="undo-takes-too-much",
        guarantee="what is added after a merge stays when it is undone",
        file="storage/merges.py",
        old="each.table.c.id.in_(moved))",
        new="each.table.c.id.not_in([0]))",
        test=f"{_MERGING}test_what_came_after_the_merge_stays[sqlite]",
    ),
    Mutant(
        name="undo-overwrites",
        guarantee="an undo leaves what somebody changed since",
        file="storage/merges.py",
        old=" if plain(getattr(kept, name)) == after}",
        new="}",
        test=f"{_MERGING}test_what_came_after_the_merge_stays[sqlite]",
    ),
    Mutant(
        name="old-name-lost",
        guarantee="the name of a merged company keeps finding it",
        file="storage/capture.py",
        old="func.coalesce(col(typed.merged_into_id), col(typed.id))",
        new="col(typed.id)",
        test=f"{_MERGING}test_what_came_after_the_merge_stays[sqlite]",
    ),
    Mutant(
        name="undo-from-the-middle",
        guarantee="a merge of a merge is undone from its end",
        file="commands/account/merging.py",
        old="if later is not None:",
        new="if later is not None and later.id == found.id:",
        test=f"{_MERGING}test_a_merge_of_a_merge_is_undone_from_its_end[sqlite]",
    ),
    Mutant(
        name="anybody-merges",
        guarantee="only those who decide merge companies",
        file="commands/account/merging.py",
        old="        only_deciders(work.connection, actor)\n        found = merges.lock_accounts(",
        new="        found = merges.lock_accounts(",
        test=f"{_MERGING}test_only_those_who_decide_merge_and_undo[sqlite]",
    ),
    Mutant(
        name="a-reference-forgotten",
        guarantee="everything that points to an account follows a merge",
        file="storage/merges.py",
        old="        if table.name in _OWN:",
        new="        if table.name in _OWN or table.name == 'handoffs':",
        test="tests/storage/test_merges.py::test_every_column_that_names_an_account_moves",
    ),
    Mutant(
        name="a-list-a-kind",
        guarantee="a person gets one list a day, of all kinds",
        file="commands/daily_list.py",
        old='return f"{lane}:{channel}:{day.isoformat()}"',
        new='return f"{lane}:{channel}:" + __import__("secrets").token_hex(4) + f":{day.isoformat()}"',
        test="tests/bot/jobs/test_daily_lists.py::test_all_kinds_come_in_one_message_and_no_other_that_day[sqlite]",
    ),
    Mutant(
        name="the-evening-waits",
        guarantee="who manages others hears at the end of the day what was not kept, whatever came in the morning",
        file="commands/daily_list.py",
        old='return f"{lane}:{channel}:{day.isoformat()}"',
        new='return f"daily:{channel}:{day.isoformat()}"',
        test="tests/bot/jobs/test_daily_lists.py::test_the_list_at_the_end_of_the_day_is_one_of_its_own[sqlite]",
    ),
    Mutant(
        name="a-list-is-cut",
        guarantee="what does not fit a list comes with the next",
        file="bot/jobs/daily_lists.py",
        old="notices.postpone(work, audience.workspace_id, [notice.id for notice in due[taken:]], following)",
        new='notices.settle(work, audience.workspace_id, {notice.id for notice in due[taken:]}, state="dropped")',
        test="tests/bot/jobs/test_daily_lists.py::test_what_does_not_fit_comes_with_the_next_list_and_says_so[sqlite]",
    ),
    Mutant(
        name="a-home-of-many-looks",
        guarantee="a Home is made of one state, in one transaction",
        file="storage/database.py",
        old="            seen.look = connection\n",
        new="",
        test="tests/commands/home/test_home.py::test_it_is_one_look_and_few_questions_however_much_there_is[sqlite]",
    ),
    Mutant(
        name="ids-compared-with-every-row",
        guarantee="rows of many ids are looked up by an index, however many rows there are",
        file="storage/among.py",
        old="    type = NullType()\n",
        new='    type = __import__("sqlalchemy").Boolean()\n',
        test="tests/storage/test_among.py::test_they_are_looked_up_and_not_compared_with_every_row[sqlite]",
    ),
    Mutant(
        name="session-in-the-servers-zone",
        guarantee="a moment is read in UTC, wherever the database server is",
        file="storage/engines.py",
        old="            cursor.execute(\"SET TIME ZONE 'UTC'\")\n",
        new="",
        test="tests/storage/test_moments.py::test_a_session_of_postgresql_is_in_utc_wherever_its_server_is",
    ),
)
