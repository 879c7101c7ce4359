"""Why a process does not start."""

from typing import Self


class CannotStartError(Exception):
    """The process cannot start; the text says why and what to do."""

    @classmethod
    def without_slack(cls, url: str, error: Exception) -> Self:
        """Nobody answers at the address of Slack's Web API."""
        return cls(f"Slack does not answer at {url}: {error}")
