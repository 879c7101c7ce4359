"""Mutants of what lies between us and Slack: the line at its end, and windows that Slack does not show."""

from tests.mutants.trial import Mutant

LINES: tuple[Mutant, ...] = (
    Mutant(
        name="leaves-without-a-word",
        guarantee="Slack is told of our leaving, behind the last answer",
        file="bot/socket_line.py",
        old="        take_leave(client.current_session, client.current_session_state)\n",
        new="        pass\n",
        test="tests/bot/test_socket_line.py::test_slack_is_told_of_our_leaving_behind_the_last_answer",
    ),
    Mutant(
        name="old-line-cut-at-once",
        guarantee="a line that is made anew loses nothing of what was said on the old one",
        file="bot/slack_line.py",
        old="            take_leave(old, state)\n",
        new="            pass\n",
        test="tests/bot/test_slack_line.py::test_a_line_that_is_made_anew_loses_nothing_of_the_old_one",
    ),
    Mutant(
        name="answers-behind-the-close",
        guarantee="an answer that was begun on a line that is left goes out on the new one",
        file="bot/slack_line.py",
        old='        line.sock = cast("Any", _Left(sock))\n',
        new="",
        test="tests/bot/test_slack_line.py::test_an_answer_begun_on_the_old_line_goes_out_on_the_new_one",
    ),
    Mutant(
        name="the-good-line-goes-with-the-bad",
        guarantee="a line is left only for one that stands",
        file="bot/slack_line.py",
        old="            if not stands:\n",
        new="            if stands := True:\n                pass\n            if False:\n",
        test="tests/bot/test_slack_line.py::test_where_the_new_line_does_not_stand_the_old_one_stays",
    ),
    Mutant(
        name="last-words-unread",
        guarantee="the local Slack reads what a bot wrote before it closed, though a write to it fails meanwhile",
        file="playground/received.py",
        old="    while (message := await wire.receive())",
        new='    while wire.application_state.name == "CONNECTED" and (message := await wire.receive())',
        test="tests/playground/test_last_words.py::test_answers_before_the_close_are_shown_though_a_write_fails_then",
    ),
    Mutant(
        name="window-refused-in-silence",
        guarantee="who presses something and sees nothing happen is told",
        file="commands/open_windows.py",
        old="    if refusal is not None and refusal != _CLOSED:",
        new="    if refusal is None:",
        test="tests/flow/test_windows_refused.py"
        "::test_a_window_that_does_not_open_or_shows_what_stood_before_is_told[sqlite]",
    ),
    Mutant(
        name="told-of-a-closed-window",
        guarantee="who has closed a window is told nothing of it",
        file="commands/open_windows.py",
        old="    if refusal is not None and refusal != _CLOSED:",
        new="    if refusal is not None:",
        test="tests/flow/test_windows_refused.py"
        "::test_who_chooses_or_presses_in_a_form_that_slack_does_not_change_is_told[sqlite]",
    ),
)
