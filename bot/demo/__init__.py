"""`lazo demo`: the local Slack, an example workspace in a fresh database, and the production bot beside them.

The only room of the product that knows the local Slack. The bot itself runs as it always runs, in a process of its own.
"""
