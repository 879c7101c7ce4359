"""What the doctor makes of what it finds."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from bot.doctor import channel_checks, database_checks, machine_checks, outbox_checks, slack_checks
from bot.doctor.findings import Finding, Level, bytes_in_words, is_healthy, seconds_in_words
from bot.doctor.slack_checks import Answer
from bot.scopes import SCOPES
from storage.health import PeopleKnown, Waiting

NOW = datetime(2026, 3, 2, 9, tzinfo=UTC)
ALL = ",".join(need.scope for need in SCOPES)


def said(**more: object) -> Answer:
    return Answer(NOW, 0.2, **more)  # type: ignore[arg-type]


def levels(findings: object) -> list[Level]:
    return [finding.level for finding in findings]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("current", "level", "word"),
    [
        ("0002", Level.OK, "nothing pending"),
        ("0001", Level.BROKEN, "pending: 0002"),
        (None, Level.BROKEN, "pending: 0001, 0002"),
        ("0009", Level.BROKEN, "newer than this program"),
    ],
)
def test_versions(current: str | None, level: Level, word: str) -> None:
    finding = database_checks.judge_version(current, ["0001", "0002"])
    assert finding.level is level
    assert word in finding.found


def test_a_database_ahead_of_the_program_is_not_upgraded() -> None:
    assert "lazo db upgrade" not in database_checks.judge_version("0009", ["0001"]).advice


@pytest.mark.parametrize(("free", "level"), [(10_000_000, Level.BROKEN), (100_000_000, Level.LOOK), (10**10, Level.OK)])
def test_room(free: int, level: Level) -> None:
    assert database_checks.judge_room(free).level is level


def test_pragmas() -> None:
    good = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"}
    assert database_checks.judge_pragmas(good).level is Level.OK
    assert database_checks.judge_pragmas({**good, "synchronous": "1"}).level is Level.BROKEN


def test_a_torn_file_is_named() -> None:
    finding = database_checks.judge_soundness(["Page 7: btreeInitPage() returns error code 11"])
    assert finding.level is Level.BROKEN
    assert "Page 7" in finding.found
    assert "backup" in finding.advice


def test_a_server_that_may_lose_commits_is_named() -> None:
    facts = {
        "server_version": "18.0", "size": "12000000", "data_checksums": "on",
        "fsync": "off", "full_page_writes": "on", "synchronous_commit": "off",
    }  # fmt: skip
    version, durability = database_checks.judge_postgresql(facts)
    assert "12.0 MB" in version.found
    assert (durability.level, durability.found) == (Level.LOOK, "fsync=off, synchronous_commit=off")
    good = {**facts, "fsync": "on", "synchronous_commit": "on"}
    assert levels(database_checks.judge_postgresql(good)) == [Level.OK, Level.OK]


def test_the_innermost_mount_tells() -> None:
    mounts = "dev / ext4 rw 0 0\nserver:/x /share nfs4 rw 0 0\nx /my\\040disk ext4 rw 0 0\nbroken"
    assert database_checks.filesystem_of(Path("/share/ana/lazo"), mounts) == "nfs4"
    assert database_checks.filesystem_of(Path("/sharedwork"), mounts) == "ext4"
    assert database_checks.filesystem_of(Path("/my disk"), mounts) == "ext4"
    assert database_checks.filesystem_of(Path("/share"), "") == ""


def test_the_lock_that_is_not_ours_to_read_is_said(tmp_path: Path) -> None:
    file = tmp_path / "lazo.db"
    assert database_checks.check_lock(file).level is Level.OFF
    (tmp_path / "lazo.db.lock").mkdir()
    assert database_checks.check_lock(file).level in {Level.LOOK, Level.OFF}


@pytest.mark.parametrize(
    ("error", "word"),
    [
        ("invalid_auth", "OAuth & Permissions"),
        ("account_inactive", "install it again"),
        ("token_expired", "rotation"),
        ("fatal_error", "fatal_error"),
    ],
)
def test_refused_tokens_say_what_to_do(error: str, word: str) -> None:
    finding = slack_checks.judge_bot_token(said(error=error), "https://slack.com/api/")
    assert finding.level is Level.BROKEN
    assert word in f"{finding.found} {finding.advice}"


def test_a_missing_certificate_is_told_from_a_missing_network() -> None:
    silent = slack_checks.judge_bot_token(said(silence="[SSL: CERTIFICATE_VERIFY_FAILED] …"), "https://slack.com/api/")
    assert "ca-certificates" in silent.advice
    assert "proxy" in slack_checks.judge_bot_token(said(silence="timed out"), "x").advice


def test_a_users_token_is_no_bots() -> None:
    finding = slack_checks.judge_bot_token(said(data={"ok": True, "user": "ana", "team": "Norte"}), "x")
    assert finding.level is Level.BROKEN


def test_scopes_missing_and_surplus() -> None:
    assert levels(slack_checks.judge_scopes(said(headers={"x-oauth-scopes": ALL}))) == [Level.OK]
    granted = ALL.replace("users:read,", "") + ",admin"
    missing, surplus = slack_checks.judge_scopes(said(headers={"x-oauth-scopes": granted}))
    assert (missing.subject, missing.level) == ("users:read", Level.BROKEN)
    assert (surplus.found, surplus.level) == ("admin", Level.LOOK)
    assert levels(slack_checks.judge_scopes(said())) == [Level.LOOK]


def test_tokens_of_two_apps() -> None:
    of_bot = said(data={"bot": {"app_id": "A1"}})
    same = slack_checks.judge_same_app(of_bot, "xapp-1-A1-2-3")
    other = slack_checks.judge_same_app(of_bot, "xapp-1-A2-2-3")
    assert same is not None
    assert other is not None
    assert (same.level, other.level) == (Level.OK, Level.BROKEN)
    assert slack_checks.judge_same_app(said(error="bot_not_found"), "xapp-1-A1-2-3") is None
    assert slack_checks.judge_same_app(of_bot, "xapp-own") is None


@pytest.mark.parametrize(
    ("ahead", "level"),
    [(0, Level.OK), (4, Level.OK), (-40, Level.LOOK), (40, Level.LOOK), (301, Level.BROKEN), (-4000, Level.BROKEN)],
)
def test_a_clock_that_breaks_signatures(ahead: int, level: Level) -> None:
    theirs = format_datetime(NOW - timedelta(seconds=ahead), usegmt=True)
    finding = slack_checks.judge_clock(said(headers={"date": theirs}))
    assert finding.level is level
    if level is not Level.OK:
        assert ("ahead" if ahead > 0 else "behind") in finding.found


@pytest.mark.parametrize("date", ["", "soon", "Mon, 99 Foo 2026"])
def test_a_date_that_is_none_is_said(date: str) -> None:
    assert slack_checks.judge_clock(said(headers={"date": date})).level is Level.LOOK


@pytest.mark.parametrize(
    ("channel", "level", "word"),
    [
        ({"name": "sales", "is_member": True}, Level.OK, "#sales"),
        ({"name": "sales", "is_member": False}, Level.BROKEN, "/invite @Lazo"),
        ({"name": "sales", "is_member": True, "is_archived": True}, Level.BROKEN, "archived"),
        ({"name": "sales", "is_member": True, "is_ext_shared": True}, Level.BROKEN, "another organisation"),
        ({"name": "sales", "is_member": True, "is_pending_ext_shared": True}, Level.BROKEN, "another organisation"),
    ],
)
def test_channels(channel: dict[str, object], level: Level, word: str) -> None:
    finding = channel_checks.judge_channel("C1", ["marketing", "digest"], said(data={"channel": channel}))
    assert finding.level is level
    assert finding.subject == "marketing, digest: C1"
    assert word in f"{finding.found} {finding.advice}"


def test_a_channel_out_of_sight() -> None:
    assert channel_checks.judge_channel("C1", ["digest"], said(error="channel_not_found")).level is Level.BROKEN
    assert channel_checks.judge_channel("C1", ["digest"], said(error="ratelimited")).level is Level.LOOK


@pytest.mark.parametrize(
    ("age", "runs", "level"),
    [
        (timedelta(minutes=2), True, Level.OK),
        (timedelta(hours=2), True, Level.BROKEN),
        (timedelta(hours=2), False, Level.LOOK),
        (timedelta(hours=2), None, Level.LOOK),
    ],
)
def test_what_waits(age: timedelta, runs: bool | None, level: Level) -> None:
    dead, waiting = outbox_checks.judge_outbox({"pending": 3}, Waiting(3, NOW - age), NOW, somebody_sends=runs)
    assert (dead.level, waiting.level) == (Level.OK, level)


def test_dead_letters() -> None:
    dead, waiting = outbox_checks.judge_outbox({"dead": 2}, Waiting(0, None), NOW, somebody_sends=True)
    assert (dead.level, waiting.level) == (Level.LOOK, Level.OK)
    assert "2 messages" in dead.found


def test_people_that_nobody_reads_any_more() -> None:
    old = PeopleKnown(14, NOW - timedelta(days=3))
    assert outbox_checks.judge_people(old, NOW, somebody_reads=True).level is Level.LOOK
    assert outbox_checks.judge_people(old, NOW, somebody_reads=False).level is Level.OK
    assert outbox_checks.judge_people(PeopleKnown(0, None), NOW, somebody_reads=True).level is Level.OFF


def test_a_zone_of_the_database_that_this_machine_lacks() -> None:
    zones = {finding.subject: finding for finding in machine_checks.check_machine({"Europe/Madrid", "Mars/Phobos"})}
    assert zones["time zones"].level is Level.BROKEN
    assert "Mars/Phobos" in zones["time zones"].found
    assert "Madrid" not in zones["time zones"].found
    assert is_healthy(list(machine_checks.check_machine(["Europe/Madrid", "America/Mexico_City"])))


def test_only_broken_is_a_bad_verdict() -> None:
    fine = [Finding("a", "b", level, "c") for level in (Level.OK, Level.OFF, Level.LOOK)]
    assert is_healthy(fine)
    assert not is_healthy([*fine, Finding("a", "b", Level.BROKEN, "c")])


@pytest.mark.parametrize(
    ("seconds", "words"), [(40, "40 s"), (-40, "40 s"), (720, "12 min"), (10_800, "3 h"), (200_000, "2 days")]
)
def test_durations(seconds: int, words: str) -> None:
    assert seconds_in_words(seconds) == words


@pytest.mark.parametrize(("count", "words"), [(512, "512 B"), (4_200_000, "4.2 MB"), (7 * 10**12, "7000.0 GB")])
def test_sizes(count: int, words: str) -> None:
    assert bytes_in_words(count) == words
