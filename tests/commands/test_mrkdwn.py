"""Slack's markup turned back into what people read."""

import pytest

from commands import mrkdwn


@pytest.mark.parametrize(
    ("marked", "read"),
    [
        ("Too dear &amp; too slow &lt;really&gt;", "Too dear & too slow <really>"),
        ("<@U1> says <https://acme.test/x|their page> is better", "@Ana Ruiz says their page is better"),
        ("ask <@U2|joe> or <@U3>", "ask @joe or @U3"),
        ("in <#C1|sales>: <https://acme.test/?a=1&amp;b=2>", "in #sales: https://acme.test/?a=1&b=2"),
        ("<mailto:a@acme.test|a@acme.test> <!here> <!subteam^S1|@sales>", "a@acme.test @here @sales"),
        ("not marked: a < b > c", "not marked: a < b > c"),
    ],
)
def test_markup_is_read_as_people_see_it(marked: str, read: str) -> None:
    assert mrkdwn.readable(marked, {"U1": "Ana Ruiz"}) == read


def test_people_who_are_mentioned_are_found() -> None:
    assert mrkdwn.mentioned("<@U1> and <@W2|x>, not <#C3> nor @U4") == {"U1", "W2"}
