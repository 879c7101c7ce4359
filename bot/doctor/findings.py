"""What the doctor found, in a form that can be printed or read by a program."""

from dataclasses import asdict
from enum import StrEnum

from domain.values import frozen


class Level(StrEnum):
    """How much a finding matters. ``broken`` alone makes the doctor's verdict a bad one."""

    OK = "ok"
    #: Optional, and not in use.
    OFF = "off"
    #: It runs, but somebody should know.
    LOOK = "look"
    BROKEN = "broken"


@frozen
class Finding:
    """One line: what was looked at, how it is, and what to do (empty when nothing is to be done)."""

    area: str
    subject: str
    level: Level
    found: str
    advice: str = ""

    def as_dict(self) -> dict[str, str]:
        """For JSON."""
        return {**asdict(self), "level": self.level.value}


@frozen
class Area:
    """Makes the findings of one area."""

    name: str

    def ok(self, subject: str, found: str) -> Finding:
        """As it should be."""
        return Finding(self.name, subject, Level.OK, found)

    def off(self, subject: str, found: str) -> Finding:
        """Not in use, which is fine."""
        return Finding(self.name, subject, Level.OFF, found)

    def look(self, subject: str, found: str, advice: str) -> Finding:
        """Somebody should look at it."""
        return Finding(self.name, subject, Level.LOOK, found, advice)

    def broken(self, subject: str, found: str, advice: str) -> Finding:
        """It does not work like this."""
        return Finding(self.name, subject, Level.BROKEN, found, advice)


def is_healthy(findings: list[Finding]) -> bool:
    """Whether nothing is broken."""
    return all(finding.level is not Level.BROKEN for finding in findings)


def seconds_in_words(seconds: float) -> str:
    """A rough duration: "40 s", "12 min", "3 h", "2 days"."""
    size = abs(seconds)
    for unit, length, limit in (("s", 1, 120), ("min", 60, 7200), ("h", 3600, 172_800)):
        if size < limit:
            return f"{size / length:.0f} {unit}"
    return f"{size / 86_400:.0f} days"


def bytes_in_words(count: float) -> str:
    """A rough size: "512 B", "4.2 MB"."""
    size = float(count)
    for unit in ("B", "kB", "MB"):
        if size < 1000:  # noqa: PLR2004 - the step between units
            return f"{size:.0f} {unit}" if unit == "B" else f"{size:.1f} {unit}"
        size /= 1000
    return f"{size:.1f} GB"
