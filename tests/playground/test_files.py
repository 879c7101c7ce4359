"""Files: who sees them, what they say of themselves, what the app hears when they come, change and go."""

from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import httpx
import pytest
from slack_sdk import WebClient

from playground.local_slack import LocalSlack
from tests.playground.conftest import refused
from tests.playground.manifest import MANIFEST, modal, without_scope

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playground.faults import FaultKind


@pytest.fixture
def all_ears() -> Iterator[LocalSlack]:
    """A local Slack whose app hears of deleted files too."""
    manifest = copy.deepcopy(MANIFEST)
    manifest["settings"]["event_subscriptions"]["bot_events"].append("file_deleted")
    with LocalSlack.start(manifest) as started:
        yield started


def test_a_drop_of_several_files_is_one_message_and_says_where_they_are(slack: LocalSlack, client: WebClient) -> None:
    dm = slack.dm_with_app("ana")
    message = slack.share_files("ana", dm, {"leads 1.csv": b"a\n", "más.csv": b"b,c\n"}, "these two")

    assert [file["name"] for file in message.files] == ["leads 1.csv", "más.csv"]
    heard = events(slack, "message")
    assert [(each["subtype"], each["channel_type"], len(each["files"])) for each in heard] == [("file_share", "im", 2)]
    assert [each["file_id"] for each in events(slack, "file_shared")] == [file["id"] for file in message.files]

    file = client.files_info(file=message.files[1]["id"])["file"]
    assert file is not None
    assert (file["mimetype"], file["filetype"], file["size"], file["user"]) == (
        "text/csv",
        "csv",
        4,
        slack.person("ana").id,
    )
    assert (file["ims"], file["channels"], file["groups"]) == ([dm], [], [])
    assert file["shares"] == {"private": {dm: [{"ts": message.ts}]}}
    assert download(slack, file["url_private_download"]).content == b"b,c\n"
    assert download(slack, file["url_private"]).content == b"b,c\n"


def test_an_app_sees_files_only_where_it_is(slack: LocalSlack, client: WebClient) -> None:
    place = slack.add_channel("closed", ["ana"], is_private=True, with_app=False)
    message = slack.share_file("ana", place.id, "secret.csv", b"a\n")
    assert refused(client.files_info, file=message.files[0]["id"])["error"] == "file_not_found"
    assert download(slack, message.files[0]["url_private"]).status_code == 404
    assert events(slack, "message") == []


def test_a_deleted_file_leaves_a_gravestone(all_ears: LocalSlack) -> None:
    slack = all_ears
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    message = slack.share_file("ana", slack.dm_with_app("ana"), "rows.csv", b"a\n")
    (file,) = message.files
    slack.delete_file(file["id"])
    assert refused(client.files_info, file=file["id"])["error"] == "file_deleted"
    assert download(slack, file["url_private"]).status_code == 404
    assert message.files == [{"id": file["id"], "mode": "tombstone"}]
    assert [each["file_id"] for each in events(slack, "file_deleted")] == [file["id"]]
    changed = events(slack, "message")[-1]
    assert (changed["subtype"], changed["previous_message"]["files"][0]["name"]) == ("message_changed", "rows.csv")


def test_an_app_deletes_its_own_files_only(slack: LocalSlack, client: WebClient) -> None:
    dm = slack.dm_with_app("ana")
    hers = slack.share_file("ana", dm, "rows.csv", b"a\n").files[0]["id"]
    assert refused(client.files_delete, file=hers)["error"] == "cant_delete_file"
    own = client.files_upload_v2(channel=dm, content="x", filename="x.txt")["file"]
    assert client.files_delete(file=own["id"])["ok"]
    assert refused(client.files_delete, file=own["id"])["error"] == "file_deleted"


def test_a_file_goes_into_a_thread(slack: LocalSlack, client: WebClient) -> None:
    dm = slack.dm_with_app("ana")
    root = client.chat_postMessage(channel=dm, text="root")["ts"]
    file = client.files_upload_v2(channel=dm, thread_ts=root, content="x", filename="x.csv")["file"]
    reply = slack.messages(dm)[-1]
    assert reply.thread_ts == root
    assert file["shares"] == {"private": {dm: [{"ts": reply.ts, "thread_ts": root}]}}


def test_what_was_not_uploaded_is_not_shared(slack: LocalSlack, client: WebClient) -> None:
    dm = slack.dm_with_app("ana")
    place = client.files_getUploadURLExternal(filename="x.csv", length=3)
    files = [{"id": place["file_id"]}]
    assert refused(client.files_completeUploadExternal, files=files, channel_id=dm)["error"] == "file_update_failed"
    httpx.post(str(place["upload_url"]), content=b"xy")  # one byte short
    assert refused(client.files_completeUploadExternal, files=files, channel_id=dm)["error"] == "file_update_failed"
    httpx.post(str(place["upload_url"]), content=b"xyz")
    assert client.files_completeUploadExternal(files=files, channel_id=dm)["ok"]
    assert slack.file(str(place["file_id"])) == b"xyz"
    assert httpx.post(slack.base_url + "/upload/v1/none", content=b"x").status_code == 404
    assert refused(client.files_getUploadURLExternal, filename="x", length=0)["error"] == "invalid_arguments"


def test_another_persons_file_cannot_be_completed(slack: LocalSlack, client: WebClient) -> None:
    hers = slack.share_file("ana", slack.dm_with_app("ana"), "rows.csv", b"a\n").files[0]["id"]
    assert refused(client.files_completeUploadExternal, files=[{"id": hers}])["error"] == "file_not_found"


@pytest.mark.parametrize("kind", ["http_500", "ratelimited"])
def test_up_and_download_can_fail(slack: LocalSlack, client: WebClient, kind: FaultKind) -> None:
    file = slack.share_file("ana", slack.dm_with_app("ana"), "rows.csv", b"a\n").files[0]
    slack.faults.add("download", kind=kind)
    assert download(slack, file["url_private"]).status_code in {429, 500}
    assert download(slack, file["url_private"]).status_code == 200


def test_without_the_scope_there_is_neither_event_nor_file() -> None:
    with LocalSlack.start(without_scope("files:read")) as slack:
        message = slack.share_file("ana", slack.dm_with_app("ana"), "rows.csv", b"a\n")
        assert events(slack, "file_shared") == []
        assert download(slack, message.files[0]["url_private"]).status_code == 302


def test_edits_and_deletions_are_told_with_what_was_there_before(slack: LocalSlack, client: WebClient) -> None:
    dm = slack.dm_with_app("ana")
    ts = str(client.chat_postMessage(channel=dm, text="one")["ts"])
    slack.react("ana", dm, ts, "eyes")  # no edit
    slack.post_as("ana", dm, "a reply", ts)  # nor is this
    client.chat_update(channel=dm, ts=ts, text="two")
    client.chat_delete(channel=dm, ts=ts)
    told = [each for each in events(slack, "message") if each.get("hidden")]
    assert [
        (each["subtype"], each["previous_message"]["text"], each.get("message", {}).get("text")) for each in told
    ] == [("message_changed", "one", "two"), ("message_deleted", "two", None)]
    assert told[1]["deleted_ts"] == ts


def test_home_as_it_stands_comes_with_the_event_once_there_is_one(slack: LocalSlack, client: WebClient) -> None:
    slack.open_home("ana")
    home = {"type": "home", "blocks": modal()["blocks"]}
    first = client.views_publish(user_id=slack.person("ana").id, view=home)["view"]
    assert first is not None
    slack.open_home("ana")
    slack.open_home("ana", "messages")
    opened = events(slack, "app_home_opened")
    assert [each.get("view", {}).get("id") for each in opened] == [None, first["id"], None]
    stale = refused(client.views_publish, user_id=slack.person("ana").id, view=home, hash="1.gone")
    assert stale["error"] == "hash_conflict"
    assert client.views_publish(user_id=slack.person("ana").id, view=home, hash=first["hash"])["ok"]


def events(slack: LocalSlack, kind: str) -> list[dict[str, Any]]:
    """The events of one type so far."""
    return [each["event"] for each in slack.events if each["event"]["type"] == kind]


def download(slack: LocalSlack, address: str) -> httpx.Response:
    """Fetch a file with the bot's token."""
    return httpx.get(address, headers={"Authorization": f"Bearer {slack.bot_token}"})
