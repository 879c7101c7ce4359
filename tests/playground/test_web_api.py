"""The Web API, asked by the real SDK: answers and refusals as Slack's pages have them."""

from __future__ import annotations

from typing import Any

import httpx
import pytest
from slack_sdk import WebClient

from playground.local_slack import LocalSlack
from tests.playground.conftest import refused
from tests.playground.manifest import MANIFEST, modal, mrkdwn, without_scope

SECTION = [{"type": "section", "text": mrkdwn("*hello*")}]


def channel(slack: LocalSlack, name: str = "sales") -> str:
    return slack.conversation(name).id


def test_unknown_missing_and_wrong_tokens_are_refused(slack: LocalSlack) -> None:
    def error(token: str | None, method: str = "auth.test") -> str:
        return str(refused(WebClient(token, base_url=slack.api_url).api_call, api_method=method)["error"])

    assert error("xoxb-unknown") == "invalid_auth"
    assert error(None) == "not_authed"
    assert error(slack.app_token, "users.list") == "not_allowed_token_type"
    assert error(slack.bot_token, "apps.connections.open") == "not_allowed_token_type"
    assert error(slack.bot_token, "no.such") == "unknown_method"


def test_the_token_may_stand_in_the_header_or_in_the_body(slack: LocalSlack) -> None:
    by_form = httpx.post(slack.api_url + "auth.test", data={"token": slack.bot_token}).json()
    by_json = httpx.post(slack.api_url + "auth.test", json={"token": slack.bot_token}).json()
    assert by_form["user_id"] == by_json["user_id"] == slack.bot_user_id
    headers = {"content-type": "application/json"}
    broken = httpx.post(slack.api_url + "auth.test", content=b"{", headers=headers).json()
    assert broken == {"ok": False, "error": "invalid_json"}


def test_a_missing_scope_says_what_is_needed_and_what_there_is() -> None:
    with LocalSlack.start(without_scope("users:read")) as slack:
        body = refused(WebClient(slack.bot_token, base_url=slack.api_url).users_list)
        assert (body["error"], body["needed"]) == ("missing_scope", "users:read")
        assert "chat:write" in body["provided"]


def test_history_asks_for_the_scope_of_that_kind_of_conversation() -> None:
    with LocalSlack.start(without_scope("im:history")) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        client.conversations_history(channel=channel(slack))
        body = refused(client.conversations_history, channel=slack.dm_with_app("ana"))
        assert (body["error"], body["needed"]) == ("missing_scope", "im:history")


def test_a_message_is_posted_changed_and_deleted(slack: LocalSlack, client: WebClient) -> None:
    posted = client.chat_postMessage(channel=channel(slack), text="one", blocks=SECTION)
    assert posted["message"]["blocks"][0]["block_id"]
    client.chat_update(channel=channel(slack), ts=posted["ts"], text="two")
    message = slack.message("sales", posted["ts"])
    assert message.text == "two"
    assert message.blocks == posted["message"]["blocks"], "blocks that are not given stay"
    assert message.edited_ts
    client.chat_update(channel=channel(slack), ts=posted["ts"], text="two", blocks=[])
    assert message.blocks is None
    client.chat_delete(channel=channel(slack), ts=posted["ts"])
    assert slack.messages("sales") == []


@pytest.mark.parametrize(
    ("args", "error"),
    [
        ({"channel": "C0000000000", "text": "x"}, "channel_not_found"),
        ({"channel": "", "text": "x"}, "channel_not_found"),
        ({"channel": "nowhere", "text": "x"}, "channel_not_found"),
        ({"text": ""}, "no_text"),
        ({"text": "x" * 40_001}, "msg_too_long"),
        ({"text": "x", "blocks": "["}, "invalid_blocks_format"),
        ({"text": "x", "blocks": [{"type": "nonsense"}]}, "invalid_blocks"),
        ({"text": "x", "thread_ts": "1.2"}, "thread_not_found"),
        ({"text": "x", "metadata": {"event_type": "a"}}, "invalid_metadata_format"),
        ({"text": "x", "metadata": {"event_type": "", "event_payload": {}}}, "invalid_metadata_schema"),
        ({"text": "x", "attachments": [{}] * 101}, "too_many_attachments"),
    ],
)
def test_what_chat_post_message_refuses(shared_slack: LocalSlack, args: dict[str, object], error: str) -> None:
    client = WebClient(shared_slack.bot_token, base_url=shared_slack.api_url)
    body = {"channel": channel(shared_slack), **args}
    assert refused(client.api_call, api_method="chat.postMessage", json=body)["error"] == error


def test_places_that_the_app_is_not_in_or_that_are_closed(slack: LocalSlack, client: WebClient) -> None:
    outside = slack.add_channel("outside", ["ana"], with_app=False).id
    hidden = slack.add_channel("hidden", ["ana"], with_app=False, is_private=True).id
    old = slack.add_channel("old", ["ana"], is_archived=True).id
    assert refused(client.chat_postMessage, channel=outside, text="x")["error"] == "not_in_channel"
    assert refused(client.conversations_history, channel=outside)["error"] == "not_in_channel"
    assert refused(client.chat_postMessage, channel=hidden, text="x")["error"] == "channel_not_found"
    assert refused(client.chat_postMessage, channel=old, text="x")["error"] == "is_archived"
    client.conversations_join(channel=outside)
    client.chat_postMessage(channel=outside, text="now it may")


def test_only_its_own_messages_can_be_changed(slack: LocalSlack, client: WebClient) -> None:
    message = slack.post_as("ana", "sales", "mine")
    args = {"channel": channel(slack), "ts": message.ts}
    assert refused(client.chat_update, **args, text="x")["error"] == "cant_update_message"
    assert refused(client.chat_delete, **args)["error"] == "cant_delete_message"
    assert refused(client.chat_update, channel=channel(slack), ts="1.1", text="x")["error"] == "message_not_found"


def test_an_ephemeral_message_is_seen_by_one_person_and_never_found_again(slack: LocalSlack, client: WebClient) -> None:
    ana = slack.person("ana").id
    sent = client.chat_postEphemeral(channel=channel(slack), user=ana, text="psst")
    assert [message.text for message in slack.ephemerals("ana", "sales")] == ["psst"]
    assert slack.messages("sales", viewer="tom") == []
    assert client.conversations_history(channel=channel(slack))["messages"] == []
    update = refused(client.chat_update, channel=channel(slack), ts=sent["message_ts"], text="x")
    assert update["error"] == "message_not_found"
    outsider = refused(client.chat_postEphemeral, channel=channel(slack), user=slack.person("greg").id, text="x")
    assert outsider["error"] == "user_not_in_channel"


def test_a_user_id_as_channel_means_the_dm_with_the_app(slack: LocalSlack, client: WebClient) -> None:
    lucia = slack.person("lucia").id
    answer = client.chat_postMessage(channel=lucia, text="hola")
    opened = client.conversations_open(users=[lucia])
    assert answer["channel"] == opened["channel"]["id"] == slack.dm_with_app("lucia")


def test_metadata_is_given_back_only_when_asked_for_and_allowed(slack: LocalSlack, client: WebClient) -> None:
    metadata = {"event_type": "lazo", "event_payload": {"outbox": 7}}
    client.chat_postMessage(channel=channel(slack), text="x", metadata=metadata)

    def seen(*, include_all_metadata: bool = False) -> object:
        answer = client.conversations_history(channel=channel(slack), include_all_metadata=include_all_metadata)
        return answer["messages"][0].get("metadata")

    assert seen() is None
    assert seen(include_all_metadata=True) == metadata
    with LocalSlack.start(without_scope("metadata.message:read")) as poorer:
        other = WebClient(poorer.bot_token, base_url=poorer.api_url)
        other.chat_postMessage(channel=channel(poorer), text="x", metadata=metadata)
        answer = other.conversations_history(channel=channel(poorer), include_all_metadata=True)
        assert "metadata" not in answer["messages"][0]


def test_history_is_newest_first_paged_and_bounded(slack: LocalSlack, client: WebClient) -> None:
    stamps = [slack.post_as("ana", "sales", f"m{number}").ts for number in range(5)]
    first = client.conversations_history(channel=channel(slack), limit=2)
    assert [message["text"] for message in first["messages"]] == ["m4", "m3"]
    assert first["has_more"]
    rest = client.conversations_history(
        channel=channel(slack), limit=9, cursor=first["response_metadata"]["next_cursor"]
    )
    assert [message["text"] for message in rest["messages"]] == ["m2", "m1", "m0"]

    def between(*, inclusive: bool = False) -> list[str]:
        answer = client.conversations_history(
            channel=channel(slack), oldest=stamps[1], latest=stamps[3], inclusive=inclusive
        )
        return [message["text"] for message in answer["messages"]]

    assert between() == ["m2"]
    assert between(inclusive=True) == ["m3", "m2", "m1"]
    assert refused(client.conversations_history, channel=channel(slack), cursor="x")["error"] == "invalid_cursor"


def test_replies_come_with_their_root_and_stay_out_of_history(slack: LocalSlack, client: WebClient) -> None:
    root = slack.post_as("ana", "sales", "root")
    reply = client.chat_postMessage(channel=channel(slack), text="reply", thread_ts=root.ts)
    thread = client.conversations_replies(channel=channel(slack), ts=root.ts)["messages"]
    assert [message["text"] for message in thread] == ["root", "reply"]
    assert (thread[0]["reply_count"], thread[0]["latest_reply"]) == (1, reply["ts"])
    history = client.conversations_history(channel=channel(slack))["messages"]
    assert [message["text"] for message in history] == ["root"]


def test_users_have_locale_zone_and_standing(slack: LocalSlack, client: WebClient) -> None:
    def user(name: str, *, include_locale: bool = False) -> dict[str, object]:
        return dict(client.users_info(user=slack.person(name).id, include_locale=include_locale)["user"])

    lucia = user("lucia", include_locale=True)
    assert (lucia["locale"], lucia["tz"], lucia["team_id"]) == ("es-LA", "America/Mexico_City", slack.team_id)
    assert "locale" not in user("lucia")
    assert user("joe")["is_admin"]
    assert user("greg")["is_restricted"]
    assert user("olga")["team_id"] != slack.team_id
    assert user("olga")["is_stranger"] is False, "she shares a channel with the app"
    assert refused(client.users_info, user="U0000000000")["error"] == "user_not_found"


def test_users_are_listed_in_pages(shared_slack: LocalSlack) -> None:
    client = WebClient(shared_slack.bot_token, base_url=shared_slack.api_url)
    names: list[str] = []
    pages = 0
    for page in client.users_list(limit=4):
        names += [member["name"] for member in page["members"]]
        pages += 1
    assert pages == 3
    assert {"ana", "olga", "probe"} <= set(names)
    assert len(names) == len(set(names))


def test_conversations_are_listed_by_kind(shared_slack: LocalSlack) -> None:
    client = WebClient(shared_slack.bot_token, base_url=shared_slack.api_url)
    names = [place["name"] for place in client.conversations_list()["channels"]]
    assert names == ["sales", "handoffs", "marketing", "revenue-review", "acme-shared"]
    assert all(place["is_im"] for place in client.conversations_list(types="im")["channels"])
    info = client.conversations_info(channel=channel(shared_slack, "acme-shared"))["channel"]
    assert info["is_ext_shared"]
    members = client.conversations_members(channel=channel(shared_slack, "acme-shared"))["members"]
    assert shared_slack.person("olga").id in members
    mine = client.users_conversations(user=shared_slack.person("greg").id)["channels"]
    assert [place["name"] for place in mine] == ["marketing"]
    assert refused(client.conversations_list, types="odd")["error"] == "invalid_types"


def test_dms_of_two_people_are_closed_to_the_app(slack: LocalSlack, client: WebClient) -> None:
    place = slack.store.direct(slack.person("ana").id, slack.person("tom").id)
    assert refused(client.conversations_history, channel=place.id)["error"] == "channel_not_found"


def test_reactions_permalinks_team_and_bot(slack: LocalSlack, client: WebClient) -> None:
    message = slack.post_as("ana", "sales", "nice")
    args: dict[str, Any] = {"channel": channel(slack), "timestamp": message.ts}
    client.reactions_add(**args, name="eyes")
    assert refused(client.reactions_add, **args, name="eyes")["error"] == "already_reacted"
    assert client.reactions_get(**args)["message"]["reactions"][0]["users"] == [slack.bot_user_id]
    link = client.chat_getPermalink(channel=channel(slack), message_ts=message.ts)["permalink"]
    assert link.endswith("p" + message.ts.replace(".", ""))
    assert client.team_info()["team"]["name"] == "Norte Software"
    assert client.bots_info(bot=slack.bot_id)["bot"]["app_id"] == slack.app_id


def test_a_file_goes_up_in_three_steps_and_comes_down_with_the_token(slack: LocalSlack, client: WebClient) -> None:
    answer = client.files_upload_v2(
        channel=channel(slack), content="a,b\n1,2\n", filename="rows.csv", initial_comment="The rows"
    )
    message = slack.messages("sales")[-1]
    assert (message.text, message.files[0]["name"]) == ("The rows", "rows.csv")
    address = answer["file"]["url_private_download"]
    down = httpx.get(address, headers={"Authorization": f"Bearer {slack.bot_token}"})
    assert down.text == "a,b\n1,2\n"
    assert httpx.get(address).status_code == 302


def test_pings_are_recorded_and_escaped_text_pings_nobody(slack: LocalSlack, client: WebClient) -> None:
    def pings(text: str, blocks: list[dict[str, Any]] | None = None) -> tuple[str, ...]:
        return slack.message(
            "sales", client.chat_postMessage(channel=channel(slack), text=text, blocks=blocks)["ts"]
        ).pings

    ana = slack.person("ana").id
    assert pings(text="<!channel> and <!here|here>") == ("!channel", "!here")
    assert pings(text="x", blocks=[{"type": "section", "text": mrkdwn(f"<@{ana}>")}]) == (f"@{ana}",)
    assert pings(text="&lt;!channel&gt;") == ()
    quiet = [{"type": "section", "text": {"type": "plain_text", "text": "<!channel>"}}]
    assert pings(text="x", blocks=quiet) == ()


def test_a_home_view_is_published_with_a_guard_against_races(slack: LocalSlack, client: WebClient) -> None:
    ana = slack.person("ana").id
    view = {"type": "home", "blocks": [{"type": "section", "text": mrkdwn("hi")}]}
    first = client.views_publish(user_id=ana, view=view)["view"]["hash"]
    client.views_publish(user_id=ana, view=view, hash=first)
    assert refused(client.views_publish, user_id=ana, view=view, hash=first)["error"] == "hash_conflict"
    assert refused(client.views_publish, user_id=ana, view=modal())["error"] == "invalid_arguments"
    home = slack.home("ana")
    assert home is not None
    assert home.kind == "home"


def test_every_call_is_recorded(slack: LocalSlack, client: WebClient) -> None:
    client.chat_postMessage(channel=channel(slack), text="x")
    refused(client.chat_postMessage, channel="C0000000000", text="x")
    good, bad = slack.calls("chat.postMessage")
    assert (good.ok, good.args["text"], bad.error) == (True, "x", "channel_not_found")
    assert slack.calls("users.list") == []


def test_ids_are_the_same_on_every_start(shared_slack: LocalSlack) -> None:
    with LocalSlack.start(MANIFEST) as other:
        assert other.person("ana").id == shared_slack.person("ana").id
        assert other.dm_with_app("ana") == shared_slack.dm_with_app("ana")
        assert other.bot_token != shared_slack.bot_token
