"""The database: does it answer, is it sound, is there room, who has it, and is it at this program's version."""

import os
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from sqlalchemy import Connection
from sqlalchemy.exc import SQLAlchemyError

from bot.doctor.findings import Area, Finding, bytes_in_words
from bot.run_lock import holder, lock_of
from storage import health, schema
from storage.database import Database

_AREA: Final = Area("database")
_MIGRATIONS: Final = Area("migrations")
_ROOM_NEEDED: Final = 50_000_000
_ROOM_WANTED: Final = 500_000_000
_MOUNTS: Final = Path("/proc/mounts")
_NETWORK_KINDS: Final = ("nfs", "cifs", "smb", "9p", "fuse.sshfs", "ceph", "glusterfs")
#: What our connections set, and why another value would be a danger.
_PRAGMAS: Final = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1"}
_POSTGRESQL: Final = {"fsync": "on", "full_page_writes": "on"}


def reach(url: str) -> tuple[list[Finding], bool]:
    """Whether the database is there, and at which version; and whether it can be asked more."""
    database = Database.open(url)
    try:
        if not schema.exists(url):
            advice = "Run: lazo db upgrade (or mend DATABASE_URL if it should be there)."
            return [_AREA.broken("file", f"{database.sqlite_file} is not there", advice)], False
        current = schema.current(url)
    except SQLAlchemyError as error:
        found = f"does not answer: {str(error).splitlines()[0][:300]}"
        return [_AREA.broken("connection", found, "Is the server up, and DATABASE_URL right?")], False
    finally:
        database.close()
    return [judge_version(current, schema.revisions())], current == schema.head()


def judge_version(current: str | None, revisions: list[str]) -> Finding:
    """The database's revision beside those that this program knows."""
    head = revisions[-1]
    if current == head:
        return _MIGRATIONS.ok("version", f"{current}, the newest; nothing pending")
    if current is not None and current not in revisions:
        advice = "Install the newer version of Lazo again; a database does not go back."
        return _MIGRATIONS.broken("version", f"{current}, newer than this program ({head})", advice)
    pending = [each for each in revisions if current is None or each > current]
    advice = "Make a backup, stop every `lazo run`, then: lazo db upgrade"
    return _MIGRATIONS.broken("version", f"{current or 'none'}; pending: {', '.join(pending)}", advice)


def check_database(database: Database, connection: Connection) -> Iterator[Finding]:
    """A database that answers, from within."""
    if database.sqlite_file is None:
        yield from judge_postgresql(health.postgresql_facts(connection))
        return
    yield from check_file(database.sqlite_file)
    yield judge_pragmas(health.sqlite_pragmas(connection))
    yield judge_soundness(health.sqlite_problems(connection))
    yield check_lock(database.sqlite_file)


def check_file(file: Path) -> Iterator[Finding]:
    """The file of an embedded database: its size, the room beside it, the disk it is on."""
    folder, size = file.resolve().parent, file.stat().st_size
    wal = file.with_name(f"{file.name}-wal")
    beside = wal.stat().st_size if wal.exists() else 0
    told = f"{file}: {bytes_in_words(size)}, and {bytes_in_words(beside)} of write-ahead log"
    if os.access(file, os.W_OK) and os.access(folder, os.W_OK):
        yield _AREA.ok("file", told)
    else:
        yield _AREA.broken("file", f"{file} or its folder cannot be written", "Give both to the user who runs Lazo.")
    yield judge_room(shutil.disk_usage(folder).free)
    kind = filesystem_of(folder, _MOUNTS.read_text("utf-8", "replace") if _MOUNTS.exists() else "")
    if kind.startswith(_NETWORK_KINDS):
        advice = "Move it to a local disk, or use PostgreSQL: neither its log nor its lock is safe over the network."
        yield _AREA.broken("disk", f"{folder} is on a network share ({kind})", advice)


def judge_room(free: int) -> Finding:
    """Free bytes where the database lives."""
    told = f"{bytes_in_words(free)} free"
    if free < _ROOM_NEEDED:
        return _AREA.broken("room", told, "Make room: soon nothing can be saved any more.")
    return _AREA.look("room", told, "Make room soon.") if free < _ROOM_WANTED else _AREA.ok("room", told)


def filesystem_of(folder: Path, mounts: str) -> str:
    """The kind of file system that ``folder`` is on, by the lines of /proc/mounts; "" when they do not tell."""
    found = ("", "")
    for line in mounts.splitlines():
        _device, place, kind, *_rest = [*line.split(" "), "", ""]
        place = place.replace("\\040", " ")
        if place and folder.is_relative_to(place) and len(place) >= len(found[0]):
            found = (place, kind)
    return found[1]


def judge_pragmas(pragmas: Mapping[str, str]) -> Finding:
    """SQLite's settings as our connections have them."""
    told = ", ".join(f"{name}={value}" for name, value in pragmas.items())
    if {name: value.lower() for name, value in pragmas.items()} == _PRAGMAS:
        return _AREA.ok("SQLite settings", told)
    wanted = ", ".join(f"{name}={value}" for name, value in _PRAGMAS.items())
    advice = f"They should be {wanted}: is the file on a disk where SQLite can keep a write-ahead log?"
    return _AREA.broken("SQLite settings", told, advice)


def judge_soundness(problems: list[str]) -> Finding:
    """What SQLite's quick_check found."""
    if not problems:
        return _AREA.ok("integrity", "quick_check: ok")
    advice = "Stop the bot, keep a copy of the file and its -wal, and restore the last backup."
    return _AREA.broken("integrity", f"quick_check: {'; '.join(problems)[:300]}", advice)


def judge_postgresql(facts: Mapping[str, str]) -> Iterator[Finding]:
    """What a PostgreSQL server says of itself."""
    size = bytes_in_words(int(facts["size"]))
    yield _AREA.ok("PostgreSQL", f"version {facts['server_version']}, {size}, data_checksums={facts['data_checksums']}")
    weak = [f"{name}={facts[name]}" for name, value in _POSTGRESQL.items() if facts[name] != value]
    if facts["synchronous_commit"] == "off":
        weak.append("synchronous_commit=off")
    if weak:
        advice = "Switch them on: without, what was acknowledged can be lost in a power cut."
        yield _AREA.look("durability", ", ".join(weak), advice)
    else:
        told = ", ".join(f"{name}={facts[name]}" for name in (*_POSTGRESQL, "synchronous_commit"))
        yield _AREA.ok("durability", told)


def check_lock(file: Path) -> Finding:
    """Which `lazo run` has the file."""
    try:
        pid = holder(file)
    except OSError as error:
        return _AREA.look("run lock", f"{lock_of(file)}: {error.strerror}", "Run this as the user who runs the bot.")
    if pid is None:
        return _AREA.off("run lock", "free: no `lazo run` is working on this file")
    return _AREA.ok("run lock", f"held by the `lazo run` with process id {pid}" if pid else "held by a `lazo run`")
