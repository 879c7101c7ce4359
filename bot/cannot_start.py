"""Why a process does not start."""


class CannotStartError(Exception):
    """The process cannot start; the text says why and what to do."""
