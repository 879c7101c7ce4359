"""The demo's clock file may be missing, half written or nonsense: the last known offset holds."""

import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.clock import Clock


class StillClock(Clock):
    """Real time stands, however long this machine takes."""

    def system_now(self) -> datetime:
        return datetime(2026, 6, 3, tzinfo=UTC)


def ahead(clock: Clock) -> timedelta:
    """How far business time is ahead."""
    return clock.business_now() - clock.system_now()


def write(file: Path, content: bytes) -> None:
    """Write the file within one tick of the file system's clock, like what was written before."""
    file.write_bytes(content)
    os.utime(file, ns=(0, 0))


def test_without_a_file_both_clocks_agree(tmp_path: Path) -> None:
    assert ahead(StillClock()) == ahead(StillClock(tmp_path / "missing.json")) == timedelta(0)


def test_the_file_moves_business_time_alone(tmp_path: Path) -> None:
    file = tmp_path / "clock.json"
    clock = StillClock(file)
    write(file, b'{"offset_seconds": 3600}')
    assert ahead(clock) == timedelta(hours=1)
    write(file, b'{"offset_seconds": 7200.0}')
    assert ahead(clock) == timedelta(hours=2)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"{", b"[]", b"null", b"5", b'"x"', b"{}", b'{"offset_seconds": null}', b'{"offset_seconds": "soon"}',
        b'{"offset_seconds": NaN}', b'{"offset_seconds": Infinity}', b'{"offset_seconds": 1e15}', b"\xff\xfe\x00",
    ],
)  # fmt: skip
def test_nonsense_leaves_the_last_offset(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "clock.json"
    clock = StillClock(file)
    write(file, content)
    assert ahead(clock) == timedelta(0)
    write(file, b'{"offset_seconds": 60}')
    assert ahead(clock) == timedelta(minutes=1)
    write(file, content)
    assert ahead(clock) == timedelta(minutes=1)
    file.unlink()
    assert ahead(clock) == timedelta(minutes=1)
    file.mkdir()
    assert ahead(clock) == timedelta(minutes=1)
