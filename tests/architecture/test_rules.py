"""Each rule over every room, its exceptions with their reasons, and a planted violation that it must catch.

An exception that is no longer needed fails as well, so that the lists below stay true.
"""

from collections.abc import Callable, Mapping

import pytest

from tests.architecture import rules
from tests.architecture.source import PROJECT, ROOMS, Source, sources

Rule = Callable[[Source], list[str]]

LONG_MODULES: Mapping[str, str] = {
    "storage/migrations/versions/0001_first_tables.py": "one revision is one story; it is never edited again",
    "storage/migrations/versions/0002_handoffs.py": "as above",
    "storage/migrations/versions/0003_feedback.py": "as above",
}

MAY_CATCH_EVERYTHING: Mapping[str, str] = {
    "bot/jobs/runner.py": "one failing job must not stop the others",
}

MAY_IMPORT_LATE: Mapping[str, str] = {
    "bot/cli/__init__.py": "the registry of sub-commands loads the one that is called, for start-up time",
    "bot/minds/registry.py": "the registry of minds loads the one that is chosen: off, no client is imported",
    "bot/process.py": "the way in that is chosen: a bot on a socket loads no web server",
}

PARSED_ELSEWHERE: Mapping[str, str] = {
    "commands/importing/mapping.py": "the flags of the command line are the mapping's own notation",
}

NOT_FROM_SLACK: Mapping[str, str] = {}

MAY_READ_THE_CLOCK: Mapping[str, str] = {
    "bot/clock.py": "the one place that does",
    "playground/clock.py": "the local Slack's own clock: it imports nothing of ours",
    "playground/views.py": "a view's hash only has to differ, and reads as Slack's do",
    "storage/ids.py": "row ids rise with system time; nothing reads a time out of them",
}


def test_every_package_states_its_rule() -> None:
    """Each `__init__` has a docstring, those of the tests too."""
    assert_kept(rules.missing_docstring, {}, *sources(*ROOMS, "tests"))


def test_every_folder_of_modules_is_a_package() -> None:
    """Without `__init__`, `tests/domain` would shadow `domain`, and a wheel would lose a folder."""
    paths = {source.path for source in sources(*ROOMS, "tests")}
    folders = {path.rsplit("/", 1)[0] for path in paths} - {"storage/migrations/versions"}
    assert not {folder for folder in folders if f"{folder}/__init__.py" not in paths}


def test_modules_are_small() -> None:
    """300 lines, or a reason."""
    assert_kept(rules.too_long, LONG_MODULES)


def test_names_say_what_is_inside() -> None:
    """No `utils`, `helpers`, `common`."""
    assert_kept(rules.vague_name, {})


def test_errors_are_caught_by_name() -> None:
    """`except Exception` has two places."""
    assert_kept(rules.broad_except, MAY_CATCH_EVERYTHING)


def test_rooms_are_imported_at_the_top() -> None:
    """Imports inside functions hide from the contracts."""
    assert_kept(rules.nested_first_party_import, MAY_IMPORT_LATE)


def test_now_is_passed_in() -> None:
    """Two clocks, one module."""
    assert_kept(rules.clock_read, MAY_READ_THE_CLOCK)


def test_settings_are_read_in_bot_alone() -> None:
    """The other rooms are told what they need."""
    assert_kept(rules.environment_read, {}, *sources("commands", "domain", "playground", "storage"))


def test_queries_are_made_in_storage() -> None:
    """Use cases and jobs pass on the connection that they are lent."""
    assert_kept(rules.query_made, {}, *sources("bot", "commands"))


def test_a_file_name_means_one_role() -> None:
    """Whoever knows one slice finds everything in the next."""
    slices = [source for source in sources("commands") if source.path.count("/") > 1]
    assert_kept(rules.listener_elsewhere, PARSED_ELSEWHERE, *slices)
    folders = {source.path.rsplit("/", 1)[0] for source in slices} - NOT_FROM_SLACK.keys()
    assert {folder for folder in folders if not (PROJECT / folder / "listeners.py").is_file()} == set()


def test_no_window_is_refused_in_silence() -> None:
    """Who pressed and sees nothing happen is told."""
    assert_kept(rules.unheard_refusal, {}, *sources("commands"))


def test_nothing_is_marked_unfinished() -> None:
    """What exists works."""
    assert_kept(rules.marked_unfinished, {}, *sources(*ROOMS, "tests"))


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (rules.missing_docstring, "domain/new/__init__.py", "VALUE = 1\n"),
        (rules.too_long, "domain/long.py", "x = 1\n" * 301),
        (rules.vague_name, "storage/utils.py", ""),
        (rules.vague_name, "bot/helpers/text.py", ""),
        (rules.broad_except, "bot/app.py", "try:\n    f()\nexcept Exception:\n    pass\n"),
        (
            rules.broad_except,
            "bot/app.py",
            "try:\n    f()\nexcept (KeyError, BaseException) as e:\n    raise e\n",
        ),
        (rules.broad_except, "bot/app.py", "try:\n    f()\nexcept:\n    pass\n"),
        (rules.nested_first_party_import, "bot/app.py", "def f():\n    from storage import ids\n"),
        (rules.nested_first_party_import, "bot/app.py", "def f():\n    import domain.text\n"),
        (
            rules.nested_first_party_import,
            "bot/app.py",
            "def f():\n    importlib.import_module('storage.ids')\n",
        ),
        (rules.nested_first_party_import, "bot/app.py", "def f(name):\n    return import_module(name)\n"),
        (rules.clock_read, "domain/due.py", "from datetime import datetime\nx = lambda: datetime.now(tz)\n"),
        (rules.clock_read, "domain/due.py", "import datetime as dt\ndef f():\n    return dt.date.today()\n"),
        (rules.clock_read, "domain/due.py", "from time import time\ndef f():\n    return time()\n"),
        (rules.clock_read, "domain/due.py", "def f(now=datetime.utcnow):\n    return now()\n"),
        (rules.environment_read, "storage/x.py", "import os\nx = os.environ['A']\n"),
        (rules.environment_read, "storage/x.py", "from os import getenv\nx = getenv('A')\n"),
        (rules.query_made, "commands/x/actions.py", "from sqlalchemy import select\n"),
        (rules.query_made, "commands/x/actions.py", "import sqlalchemy.orm\n"),
        (rules.listener_elsewhere, "commands/x/actions.py", "def on_command(ack):\n    ack()\n"),
        (rules.listener_elsewhere, "commands/x/views.py", "def parse_form(view):\n    return view\n"),
        (rules.unheard_refusal, "commands/x/listeners.py", "def on_open():\n    open_modal(client, trigger, view)\n"),
        (rules.marked_unfinished, "bot/app.py", "# TO" + "DO: later\n"),
    ],
)
def test_a_planted_violation_is_caught(rule: Rule, path: str, text: str) -> None:
    """A rule that catches nothing proves nothing."""
    assert rule(Source(path, text))


@pytest.mark.parametrize(
    ("rule", "path", "text"),
    [
        (rules.broad_except, "bot/app.py", "try:\n    f()\nexcept ValueError:\n    pass\n"),
        (rules.nested_first_party_import, "bot/app.py", "import storage.ids\ndef f():\n    import json\n"),
        (
            rules.clock_read,
            "domain/due.py",
            "import time\ndef f(now):\n    return now.time(), time.monotonic()\n",
        ),
        (rules.query_made, "commands/x/actions.py", "from sqlalchemy import Connection\n"),
        (rules.listener_elsewhere, "commands/x/listeners.py", "def on_command(ack):\n    ack()\n"),
        (
            rules.unheard_refusal,
            "commands/x/listeners.py",
            "def on_open():\n    if not open_modal(c, t, v):\n        f()\n",
        ),
        (rules.environment_read, "storage/x.py", "import os\nx = os.path.join('a', 'b')\n"),
    ],
)
def test_what_is_allowed_is_let_through(rule: Rule, path: str, text: str) -> None:
    """A rule that catches everything is switched off within a week."""
    assert not rule(Source(path, text))


def assert_kept(rule: Rule, exceptions: Mapping[str, str], *among: Source) -> None:
    """No violation outside ``exceptions``, and no exception without a violation."""
    broken = {source.path: found for source in among or sources() if (found := rule(source))}
    lines = [line for path, found in broken.items() if path not in exceptions for line in found]
    lines += [f"{path}: needs no exception any more" for path in exceptions if path not in broken]
    if lines:
        pytest.fail("\n".join([str(rule.__doc__), *lines]), pytrace=False)
