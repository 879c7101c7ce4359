"""The bot's token goes to Slack's own hosts and nowhere else; whatever Slack answers is one of two kinds of trouble."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from slack_sdk import WebClient

from bot.files import FileNotReachedError, FileRefusedError, SlackFile, SlackFiles
from bot.manifest import build_manifest
from commands.i18n import Texts
from playground.faults import FaultKind
from playground.local_slack import LocalSlack
from tests.patience import LONG

_MEGABYTE = 1_000_000


@pytest.fixture(scope="module")
def slack() -> Iterator[LocalSlack]:
    """One for all: nothing is left behind that another test would see."""
    with LocalSlack.start(build_manifest(Texts())) as started:
        yield started


@pytest.fixture
def files(slack: LocalSlack) -> SlackFiles:
    """Files as the product reaches them."""
    slack.faults.clear()
    return SlackFiles(client_of(slack, slack.bot_token))


@pytest.mark.parametrize(
    ("api", "url", "is_slacks"),
    [
        ("https://slack.com/api/", "https://files.slack.com/files-pri/T1-F1/download/a.csv", True),
        ("https://slack.com/api/", "https://slack.com/files", True),
        ("https://slack.com/api/", "http://files.slack.com/a.csv", False),
        ("https://slack.com/api/", "https://files.slack.com.evil.example/a.csv", False),
        ("https://slack.com/api/", "https://evilslack.com/a.csv", False),
        ("https://slack.com/api/", "https://evil.example/files.slack.com", False),
        ("https://slack.com/api/", "file:///etc/passwd", False),
        ("https://slack.com/api/", "", False),
        ("https://slack-gov.com/api/", "https://files.slack-gov.com/a.csv", True),
        ("http://127.0.0.1:9/api/", "http://127.0.0.1:9/files-pri/F1/a.csv", True),
        ("http://127.0.0.1:9/api/", "http://127.0.0.1:10/files-pri/F1/a.csv", False),
        ("http://127.0.0.1:9/api/", "https://files.slack.com/a.csv", False),
    ],
)
def test_the_token_goes_to_slack_alone(tmp_path: Path, api: str, url: str, *, is_slacks: bool) -> None:
    client = WebClient("xoxb-1", base_url=api, timeout=1)
    if is_slacks:
        assert SlackFiles(client)._is_slacks(url)
    else:
        with pytest.raises(FileRefusedError, match="file_elsewhere"):
            SlackFiles(client).download(SlackFile("F1", 1, url, False, frozenset()), tmp_path / "x", 1)


def test_a_file_comes_whole_or_not_at_all(slack: LocalSlack, files: SlackFiles, tmp_path: Path) -> None:
    file = files.look_up(drop(slack, b"a" * 200_000))
    files.download(file, tmp_path / "x", _MEGABYTE)
    assert (tmp_path / "x").read_bytes() == b"a" * 200_000
    with pytest.raises(FileRefusedError, match="too_large"):
        files.download(file, tmp_path / "x", 100_000)
    with pytest.raises(FileNotReachedError, match="of 200001 bytes"):
        files.download(SlackFile(file.id, 200_001, file.url, False, frozenset()), tmp_path / "x", _MEGABYTE)


def test_without_a_good_token_the_sign_in_page_is_no_file(slack: LocalSlack, files: SlackFiles, tmp_path: Path) -> None:
    file = files.look_up(drop(slack, b"a"))
    stranger = SlackFiles(client_of(slack, "xoxb-wrong"))
    with pytest.raises(FileRefusedError, match="not_allowed"):
        stranger.download(file, tmp_path / "x", _MEGABYTE)
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("kind", ["http_500", "ratelimited", "drop_before"])
def test_trouble_that_passes_is_told_from_trouble_that_does_not(
    slack: LocalSlack, files: SlackFiles, tmp_path: Path, kind: FaultKind
) -> None:
    file = files.look_up(drop(slack, b"a"))
    for name in ("download", "upload", "files.info", "files.getUploadURLExternal"):
        slack.faults.add(name, kind=kind)
    with pytest.raises(FileNotReachedError):
        files.look_up(file.id)
    with pytest.raises(FileNotReachedError):
        files.download(file, tmp_path / "x", _MEGABYTE)
    for _ in range(2):
        with pytest.raises(FileNotReachedError):
            files.upload("x.csv", b"x")
    slack.delete_file(file.id)
    with pytest.raises(FileRefusedError, match="file_gone"):
        files.look_up(file.id)
    with pytest.raises(FileRefusedError, match="file_gone"):
        files.download(file, tmp_path / "x", _MEGABYTE)


def test_a_file_is_shown_once_however_often_it_is_asked_for(slack: LocalSlack, files: SlackFiles) -> None:
    dm = slack.dm_with_app("marta")
    sent = files.upload("rows.csv", b"a,b\n")
    before = len(slack.messages(dm))
    for _ in range(2):
        files.share(sent, "Rows", dm, None)
    assert len(slack.messages(dm)) == before + 1
    assert slack.messages(dm)[-1].files[0]["title"] == "Rows"


def drop(slack: LocalSlack, content: bytes) -> str:
    """Drop a file into Marta's DM with the app, and give its id."""
    return str(slack.share_file("marta", slack.dm_with_app("marta"), "x.csv", content).files[0]["id"])


def client_of(slack: LocalSlack, token: str) -> WebClient:
    """A client as the product makes it."""
    return WebClient(token, base_url=slack.api_url, timeout=int(LONG), retry_handlers=[])
