"""Objections: what is read from a payload, and what Slack is given to show."""
