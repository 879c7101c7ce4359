"""Agreements in Slack."""
