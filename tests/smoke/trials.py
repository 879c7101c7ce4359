"""The trials that need nobody to do anything."""

import urllib.request
from functools import partial

from commands import blocks, charts
from tests.smoke.ground import Ground, Json, OtherwiseError, Trial, expect, refusal

#: Sizes on both sides of the limits that Slack's pages name, or that others measured.
TABLE_FITS, TABLE_TOO_MUCH = 9_900, 10_600
MESSAGE_FITS, MESSAGE_TOO_MUCH = 13_000, 14_200
_ROWS = 50
#: What Slack gives apps that are distributed commercially outside its Marketplace.
_MARKETPLACE_PAGE = 15


def who_we_are(ground: Ground) -> str:
    """auth.test."""
    answer = ground.client.auth_test()
    headers = {name.lower(): value for name, value in answer.headers.items()}
    expect(holds="x-oauth-scopes" in headers, otherwise="no x-oauth-scopes header")
    expect(holds="date" in headers, otherwise="no Date header")
    return f"{answer['user']} in {answer['team']}; scopes: {headers['x-oauth-scopes']}"


def metadata_comes_back(ground: Ground) -> str:
    """What delivery finds its own message by."""
    metadata = {"event_type": "lazo_outbox", "event_payload": {"outbox_id": ground.mark}}
    found = ground.read_back(ground.post("Metadata", metadata=metadata))
    said = found.get("metadata")
    expect(holds=said == metadata, otherwise=f"the history says {said}")
    return "read back as posted"


def update_in_place(ground: Ground) -> str:
    """chat.update with blocks and metadata."""
    posted = ground.post("Before")
    metadata = {"event_type": "lazo_outbox", "event_payload": {"outbox_id": ground.mark}}
    body = [blocks.section("After")]
    ground.client.chat_update(channel=posted["channel"], ts=posted["ts"], text="After", blocks=body, metadata=metadata)
    found = ground.read_back(posted)
    expect(holds="After" in str(found.get("blocks")), otherwise=f"the message reads {found.get('text')}")
    expect(holds=found.get("metadata") == metadata, otherwise=f"its metadata are {found.get('metadata')}")
    return "text, blocks and metadata changed"


def deleted_is_told(ground: Ground) -> str:
    """What makes delivery post anew."""
    posted = ground.client.chat_postMessage(channel=ground.channel, text=ground.mark)
    place, ts = str(posted["channel"]), str(posted["ts"])
    ground.client.chat_delete(channel=place, ts=ts)
    code = refusal(lambda: ground.client.chat_update(channel=place, ts=ts, text="x"))
    expect(holds=code == "message_not_found", otherwise=f"Slack says {code}")
    return "message_not_found"


def chart(ground: Ground) -> str:
    """The digest's chart."""
    block = charts.bar_chart("Smoke", ["price", "timing"], [("this week", [3, 1]), ("before", [2, 2])])
    code = refusal(lambda: ground.post("A chart", blocks=[block]))
    expect(holds=code in {None, "invalid_blocks"}, otherwise=f"refused with {code}")
    return "accepted: look whether it is drawn" if code is None else "refused with invalid_blocks: the table is sent"


def table_limit(ground: Ground) -> str:
    """All characters of a table's cells."""
    fits = refusal(lambda: ground.post("A table", blocks=[_table(TABLE_FITS)]))
    expect(holds=fits is None, otherwise=f"{TABLE_FITS} characters are refused with {fits}")
    beyond = refusal(lambda: ground.post("A table", blocks=[_table(TABLE_TOO_MUCH)]))
    expect(holds=beyond is not None, otherwise=f"{TABLE_TOO_MUCH} characters are accepted: the limit is higher")
    return f"{TABLE_FITS} accepted, {TABLE_TOO_MUCH} refused with {beyond}"


def message_limit(ground: Ground) -> str:
    """All characters of a message's blocks."""
    fits = refusal(lambda: ground.post("Long", blocks=_sections(MESSAGE_FITS)))
    expect(holds=fits is None, otherwise=f"{MESSAGE_FITS} characters are refused with {fits}")
    beyond = refusal(lambda: ground.post("Longer", blocks=_sections(MESSAGE_TOO_MUCH)))
    expect(holds=beyond is not None, otherwise=f"{MESSAGE_TOO_MUCH} characters are accepted: the limit is higher")
    return f"{MESSAGE_FITS} accepted, {MESSAGE_TOO_MUCH} refused with {beyond}"


def two_tables(ground: Ground) -> str:
    """One table a message."""
    small = charts.table(["a", "b"], [["1", "2"]])
    code = refusal(lambda: ground.post("Two tables", blocks=[small, small]))
    expect(holds=code is not None, otherwise="two tables in one message are accepted")
    return f"refused with {code}"


def escaping_disarms(ground: Ground) -> str:
    """What people typed pings nobody."""
    text = blocks.escape("<!here> <@U0> & <https://example.com|x>")
    found = ground.read_back(ground.post(text, blocks=[blocks.section(text)]))
    expect(holds="<!here>" not in str(found), otherwise=f"the message reads {found}")
    return "&lt;!here&gt; stays text"


def ephemeral(ground: Ground) -> str:
    """Seen by one, and not to be looked up."""
    answer = ground.client.chat_postEphemeral(channel=ground.channel, user=ground.user, text=ground.mark)
    page = ground.client.conversations_history(channel=ground.channel, limit=5)
    seen: list[Json] = page["messages"] or []
    expect(holds=all(each["ts"] != answer["message_ts"] for each in seen), otherwise="it is in the history")
    return "posted, not in the history"


def direct_message(ground: Ground) -> str:
    """A notice for one person."""
    opened = ground.client.conversations_open(users=ground.user)["channel"] or {}
    posted = ground.post("A notice", channel=ground.user)
    expect(holds=posted["channel"] == opened["id"], otherwise=f"posted to {posted['channel']}, opened {opened['id']}")
    ground.read_back(posted)
    return "posting to a user id reaches the DM, and its history can be read"


def language_and_zone(ground: Ground) -> str:
    """Who somebody is."""
    user: Json = ground.client.users_info(user=ground.user, include_locale=True)["user"] or {}
    lacking = [name for name in ("locale", "tz", "team_id", "is_admin", "is_restricted") if name not in user]
    expect(holds=not lacking, otherwise=f"users.info says nothing of {', '.join(lacking)}")
    return f"locale {user['locale']}, zone {user['tz']}"


def everybody(ground: Ground) -> str:
    """Reading all members page by page."""
    page = ground.client.users_list(limit=2, include_locale=True)
    members: list[Json] = page["members"] or []
    expect(holds=bool(members), otherwise="no members")
    said = "with" if all("locale" in each for each in members) else "without"
    cursor = (page.get("response_metadata") or {}).get("next_cursor")
    return f"pages {'go on' if cursor else 'end'} at {len(members)}, {said} locale"


def channel_facts(ground: Ground) -> str:
    """What is asked before anything is said in a channel."""
    channel: Json = ground.client.conversations_info(channel=ground.channel)["channel"] or {}
    lacking = [name for name in ("is_ext_shared", "is_archived", "is_member") if name not in channel]
    expect(holds=not lacking, otherwise=f"conversations.info says nothing of {', '.join(lacking)}")
    expect(holds=bool(channel["is_member"]), otherwise="the bot is not in this channel: /invite it")
    return f"is_member, is_archived={channel['is_archived']}, is_ext_shared={channel['is_ext_shared']}"


def out_of_sight(ground: Ground) -> str:
    """A channel that is none."""
    code = refusal(lambda: ground.client.chat_postMessage(channel="C00000000ZZ", text="x"))
    expect(holds=code == "channel_not_found", otherwise=f"Slack says {code}")
    return "channel_not_found"


def spent_trigger(ground: Ground) -> str:
    """A modal that comes too late."""
    view = {"type": "modal", "title": blocks.plain("Smoke", 24), "blocks": [blocks.section("x")]}
    code = refusal(lambda: ground.client.views_open(trigger_id="1.2.made-up", view=view))
    known = {"invalid_trigger_id", "expired_trigger_id", "trigger_expired", "exchanged_trigger_id"}
    expect(holds=code in known, otherwise=f"Slack says {code}")
    return str(code)


def home(ground: Ground) -> str:
    """The Home tab."""
    view = {"type": "home", "blocks": [blocks.section(f"Lazo comes here soon. ({ground.mark})")]}
    answer = ground.client.views_publish(user_id=ground.user, view=view)
    expect(holds=bool((answer["view"] or {}).get("hash")), otherwise="no hash came back")
    return "published (opening it lets a running bot draw it again)"


def file_round_trip(ground: Ground) -> str:
    """Rejected rows go out as a file; a dropped CSV is read."""
    content = f"row,why\n1,{ground.mark}\n"
    answer = ground.client.files_upload_v2(channel=ground.channel, filename="smoke.csv", content=content)
    file: Json = answer["file"] or {}
    ground.undo.append(lambda: ground.client.files_delete(file=file["id"]))
    info: Json = ground.client.files_info(file=file["id"])["file"] or {}
    for shares in (info.get("shares") or {}).values():
        for shared in shares.get(ground.channel, []):
            ground.undo.append(partial(ground.client.chat_delete, channel=ground.channel, ts=shared["ts"]))
    url = str(info.get("url_private_download") or "")
    if not url.startswith(("https://", "http://127.0.0.1")):
        raise OtherwiseError(f"url_private_download is {url!r}")
    request = urllib.request.Request(url, headers={"Authorization": f"Bearer {ground.client.token}"})  # noqa: S310 - above
    with urllib.request.urlopen(request, timeout=10) as download:  # noqa: S310 - checked above
        read = download.read().decode()
    expect(holds=read == content, otherwise=f"what comes back begins {read[:60]!r}")
    return "uploaded, looked up, downloaded the same"


def history_needs_its_scope(ground: Ground) -> str:
    """Looking a message up after the line broke."""
    page = ground.client.conversations_history(channel=ground.channel, limit=100, include_all_metadata=True)
    messages: list[Json] = page["messages"] or []
    expect(holds=page["has_more"] is False or len(messages) > _MARKETPLACE_PAGE, otherwise="pages of 15 at most")
    return f"{len(messages)} messages in one page of 100"


def _table(characters: int) -> Json:
    head, cells = ("a", "b"), _ROWS * 2
    size = (characters - 2) // cells
    rows = [[{"type": "raw_text", "text": text} for text in head]]
    rows += [[{"type": "raw_text", "text": "x" * size} for _ in range(2)] for _ in range(_ROWS)]
    rows[-1][-1]["text"] += "x" * (characters - 2 - size * cells)
    return {"type": "table", "rows": rows}


def _sections(characters: int) -> list[Json]:
    size = 1300
    parts = ["x" * min(size, characters - start) for start in range(0, characters, size)]
    return [blocks.section(part) for part in parts]


TRIALS = (
    Trial("token", "auth.test names the scopes in a header, and the time", who_we_are),
    Trial("channel", "conversations.info says whether we are in, archived, shared outside", channel_facts),
    Trial("metadata", "a message's metadata come back in the history", metadata_comes_back),
    Trial("history", "this app may read the history in pages of 100, not of 15", history_needs_its_scope),
    Trial("update", "chat.update changes text, blocks and metadata", update_in_place),
    Trial("deleted", "updating a deleted message: message_not_found", deleted_is_told),
    Trial("chart", "data_visualization is drawn, or refused with invalid_blocks", chart),
    Trial("table", "a table takes up to 10,000 characters", table_limit),
    Trial("one table", "a message takes one table", two_tables),
    Trial("message", "a message's blocks take about 13,200 characters", message_limit),
    Trial("escaping", "escaped text pings nobody", escaping_disarms),
    Trial("ephemeral", "ephemerals cannot be looked up", ephemeral),
    Trial("DM", "posting to a user id reaches the DM", direct_message),
    Trial("person", "users.info says locale, zone and rights", language_and_zone),
    Trial("people", "users.list gives pages, with locale", everybody),
    Trial("no channel", "an unknown channel: channel_not_found", out_of_sight),
    Trial("trigger", "a spent trigger is refused by a code that is known", spent_trigger),
    Trial("Home", "views.publish shows a Home tab", home),
    Trial("file", "a file goes up in three calls and comes down with the token", file_round_trip),
)
