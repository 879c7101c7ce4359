"""Rows and the questions asked of them: SQLModel tables, queries, unit of work, outbox, ledger, migrations.

Queries never commit; only the unit of work does. Every read of a workspace's rows takes a ``WorkspaceId``.
Nothing here knows Slack's payloads, the environment or the clock: times are aware UTC and passed in as ``now``.
"""
