"""A local Slack: Web API, Socket Mode, signed HTTP and a web page, on loopback only.

It stands on the far side of the network from the bot and imports nothing of the other rooms.
What it refuses, it refuses because a page of docs.slack.dev says that Slack does.
"""
