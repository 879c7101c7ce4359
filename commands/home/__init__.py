"""App Home: greeting, quick buttons, and a section from each slice that has something to say to this person.

Slack is told nothing here; `bot.home` publishes what these views make, outside any transaction.
"""
