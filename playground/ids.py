"""Identifiers that look like Slack's: stable ones for the cast, random ones for what happens."""

from __future__ import annotations

import hashlib
import secrets

ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
LENGTH = 10


def stable_id(prefix: str, name: str) -> str:
    """The same id for the same name on every machine, such as ``U4K…`` for ``ana``."""
    number = int.from_bytes(hashlib.sha256(f"{prefix}:{name}".encode()).digest()[:16], "big")
    letters = []
    for _ in range(LENGTH - 1):
        number, digit = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[digit])
    # Slack's ids begin with the kind and a zero these days.
    return prefix + "0" + "".join(letters)


def random_id(prefix: str) -> str:
    """A fresh id, such as ``V0…`` for a view."""
    return prefix + "0" + "".join(secrets.choice(ALPHABET) for _ in range(LENGTH - 1))


def random_word(length: int = 5) -> str:
    """A short word such as Slack makes for a block without ``block_id``."""
    return secrets.token_urlsafe(length)[:length].replace("-", "x").replace("_", "y")
