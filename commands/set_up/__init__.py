"""Setting a workspace up, step by step, inside Slack: a checklist for admins, each step a form with sensible defaults.

Steps may be done in any order, by several admins, and again; each shows who did it. What is decided here stands where
the product reads it (settings, calendars, policies); the checklist only remembers that somebody decided.
"""
