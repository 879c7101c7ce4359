"""Agreements on response times in Slack: what both teams agreed, changing it, and what was measured.

Admins and those who lead a team change them, everybody may read them. A change makes a new version: what runs keeps the
one that it was made under.
"""
