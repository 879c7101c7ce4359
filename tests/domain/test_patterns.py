"""Late patterns answer as compiled ones do."""

import re

import pytest

from domain.patterns import late


def test_they_answer_as_those_of_the_standard_library() -> None:
    ours, theirs = late(r"(?P<word>[a-z]+)\d", re.IGNORECASE), re.compile(r"(?P<word>[a-z]+)\d", re.IGNORECASE)
    for text in ("Ab1 c2", "nothing", ""):
        assert [found.groupdict() for found in ours.finditer(text)] == [m.groupdict() for m in theirs.finditer(text)]
        assert ours.sub("-", text) == theirs.sub("-", text)
        assert (ours.search(text) is None, ours.fullmatch(text)) == (theirs.search(text) is None, None)
    assert (ours.pattern, ours.flags, ours.groups) == (theirs.pattern, theirs.flags, theirs.groups)


def test_what_is_wrong_is_said_when_it_is_first_used() -> None:
    wrong = late("(")
    with pytest.raises(re.error):
        wrong.search("a")
