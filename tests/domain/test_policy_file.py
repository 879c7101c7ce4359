"""Agreements as a file: read back as written, and every problem told with its place."""

import json

import pytest

from domain.durations import Duration, DurationUnit
from domain.policy import DEFAULTS, Limit, PolicySpec, TimerKind
from domain.policy_file import FilePolicy, PolicyFileError, read, write

_ODD = PolicySpec(
    DEFAULTS[0].spec.lane,
    {
        TimerKind.ACCEPT: Limit(Duration.business(5), Duration.calendar(2885)),
        TimerKind.ATTEMPT: Limit(None, Duration(2160, DurationUnit.BUSINESS_DAYS)),
    },
    DEFAULTS[-1].spec.ladder,
    reassigns=True,
    is_shadow=True,
)


def test_what_is_written_is_read_back() -> None:
    """The defaults, and one with every odd thing."""
    written = [
        FilePolicy(each.name, each.spec, each.position, lead_type=each.lead_type, tier=each.tier) for each in DEFAULTS
    ]
    written.append(FilePolicy("Ferias «2026»", _ODD, 7, source="trade_fair", is_active=False))
    assert list(read(write(written))) == written


def test_little_is_enough() -> None:
    """A name and one promise; the rest is as the standard lane has it, the place is the place in the file."""
    text = '{"policies": [{"name": "a", "promises": {"accept": {"limit": "4 h"}}}]}'
    (found,) = read(text)
    assert found == FilePolicy(
        "a",
        PolicySpec(
            DEFAULTS[-1].spec.lane, {TimerKind.ACCEPT: Limit(None, Duration.business(240))}, DEFAULTS[-1].spec.ladder
        ),
        0,
    )


def test_every_problem_is_told_with_its_place() -> None:
    wrong = {
        "policies": [
            {
                "name": "",
                "for": {"lead_type": "dream", "tier": True, "colour": "red"},
                "lane": "slow",
                "shadow": "yes",
                "promises": {"accept": {"limit": "soon"}, "hope": {"limit": "4 h"}, "attempt": 5},
                "ladder": [{"name": "a", "at": "180%", "tell": ["boss"]}, {"name": "b", "tell": ["owner"]}],
            },
            {"name": "a", "promises": {"attempt": {"target": "3 h", "limit": "2 h"}}},
            {"name": "b", "promises": {}},
            {"name": "c", "promises": {"accept": {"limit": "1 h"}}, "ladder": []},
            {"name": "Ç", "promises": {"accept": {"limit": "1 h"}}},
            {"name": "c", "promises": {"accept": {"limit": "1 h"}}},
        ]
    }
    with pytest.raises(PolicyFileError) as caught:
        read(json.dumps(wrong))
    places = [problem.split(": ")[0] for problem in caught.value.problems]
    assert places == [
        "policies[0].name",
        "policies[0].for.colour",
        "policies[0].for.lead_type",
        "policies[0].for.tier",
        "policies[0].lane",
        "policies[0].promises.hope",
        "policies[0].promises.accept.limit",
        "policies[0].promises.attempt",
        "policies[0].promises.attempt.limit",
        "policies[0].ladder[0].at",
        "policies[0].ladder[0].tell[0]",
        "policies[0].ladder[1]",
        "policies[0].shadow",
        "policies[1].promises.attempt.target",
        "policies[2].promises",
        "policies[3].ladder",
        "policies[5].name",
    ]


@pytest.mark.parametrize("text", ["", "[]", "{", '"x"', '{"policies": {}}', '{"policies": [1]}', "[" * 100_000])
def test_what_is_no_such_file_is_refused(text: str) -> None:
    with pytest.raises(PolicyFileError):
        read(text)
