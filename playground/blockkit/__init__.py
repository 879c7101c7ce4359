"""Block Kit as Slack documents it: tables of rules, and a walker that applies them.

A rule carries the docs.slack.dev page it comes from. What a table says nothing about is refused
as an additional property, as Slack does.
"""

from __future__ import annotations

from playground.blockkit.checker import Refusal, message_refusal, view_refusal

__all__ = ["Refusal", "message_refusal", "view_refusal"]
